"""Meetings: where their names begin (`kg/vi/lists/meeting-heads.txt`) and how far they go (`kg/vi/meeting-names.toml`).

A name goes on over what the meeting is about, of whom, its ordinal and term, until a verb, a date, a place or a
purpose. A head alone ("tại hội nghị") refers back; what it refers to is settled in resolution.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.recognition.bodies import Reader
from kg.recognition.dates import ordinal
from kg.recognition.layer import MASK, STOP, Layer, Mention
from kg.recognition.meeting_names import (
    NUMBER,
    heads,
    kinds,
    name_end,
    numbered_end,
    of_many,
    opens,
    plain,
    stop,
    without_loose_end,
)
from kg.recognition.offices import moved
from kg.vi.lexicon import alternation, table


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as one place names it; `start` and `end` are offsets in the working text.

    bare     nothing but its head is printed
    ordinal  "lần thứ 6", "thứ XIV": its number; session: "khóa XIII"
    body     the mention of the body whose meeting its name says it is
    held_by  the mention of the body that the words beside it say held it
    bodies   all bodies in the name
    """

    kind: str
    label: str
    start: int
    end: int
    bare: bool
    ordinal: int | None = None
    term: tuple[int, int] | None = None
    session: int | None = None
    body: Mention | None = None
    held_by: Mention | None = None
    bodies: tuple[Mention, ...] = ()


_ORDINAL = re.compile(
    rf"(?:lần\s+(?:thứ\s+)?|thứ\s+)({NUMBER})"
    rf"|^(?:hội nghị|đại hội|kỳ họp|phiên họp)\s+(?:trung ương\s+|tw\s+|đảng\s+)?({NUMBER})")
_INNER = re.compile(
    r"(?<![^\W_])(?<!\()(?:đại hội|kỳ họp|hội nghị|phiên họp)\s+(?:[^\s,]+\s+){0,6}?(?:lần\s|thứ\s|\d|[ivxl]+(?!\w))")
_UNDATED = re.compile(r"(?<!kỷ niệm)(?<!truyền thống) ngày \d{1,2}[/.-]\d{1,2}$")  # a day in the title of a document
_FIRST = re.compile(r"đầu tiên|lần đầu")
_TWO = re.compile(rf"\s+(?:lần\s+)?(?:thứ\s+)?{NUMBER}\s*(?:,|và)\s+(?=(?:kỳ họp\s+)?thứ\s+{NUMBER})")
_AND = re.compile(r"\s*(?:,|và)\s*$")
_CENTRAL = re.compile(
    r"hội nghị\s+(?:lần thứ \w+\s+)?(trung ương|tw|t\.ư|tư)(?:\s+(?:đảng|lần thứ))?(?=\s+\S{1,5}(?:\W|$)|\s*,?\s*khóa)")
_OF_TERMS = ("Đại hội", "Kỳ họp", "Phiên họp")
_COMMITTEE = "Ban Chấp hành Trung ương Đảng"
_NOT_YET = re.compile(
    r"(?<![^\W_])(?:sẽ|chưa|không|có thể|để|đưa ra|đề nghị|yêu cầu|mời|(?:các|những|nhiều|mỗi) lần)(?![^\W_])")
_WORKPLACE = re.compile(r"\s+(?:công ty|phòng|viện|trường|nhà máy|xí nghiệp|báo|đài|bệnh viện)(?![^\W_])")
_ASKED = re.compile(r"(?<![^\W_])(?:đề nghị|yêu cầu|giao|mời)\s+(?:các\s+|lãnh đạo\s+)?$")
_WORD = re.compile(rf"(?: [^\s{STOP},.;:]+)?")
_ABOUT = "".join(MASK[kind] for kind in ("body", "office", "award", "document", "person", "place"))


def meetings(layer: Layer) -> Iterator[Mention]:
    """The meetings of a layer with bodies, persons, documents, dates, terms and sessions masked."""
    layer = _unmasked(layer)
    named = list(_named(layer))
    yield from named
    found = [(m.start, m.end) for m in named]
    yield from (m for m in _reported(layer) if not any(start < m.end and m.start < end for start, end in found))


def _unmasked(layer: Layer) -> Layer:
    """The layer with what is but a word in a meeting's name printed: lone offices that are half of a head ("đại biểu"
    in "đại hội đại biểu toàn quốc") or a calling, and dates without a day ("công tác năm 2018").
    """
    spans = [match.span() for match in heads().finditer(layer.writing.lower)]
    inside = {offset for start, end in spans for offset in range(start + 1, end)}
    return layer.without({id(m) for m in layer.given if _is_word(m, inside)})


def _is_word(mention: Mention, in_heads: set[int]) -> bool:
    if mention.kind == "date":
        return mention.parts["date"].day is None
    if mention.kind != "office":
        return False
    office = mention.parts["office"]
    return mention.start in in_heads or office.category == "status" and office.body is None


def _named(layer: Layer) -> Iterator[Mention]:
    """The meetings that a noun names."""
    reached = 0
    for match in layer.find(heads()):
        if match.start() < reached or not opens(layer, match):
            continue
        end = name_end(layer, match)
        if of_many(layer, match.start(), end):
            continue
        if two := _TWO.match(layer.lower, match.end(), end):
            yield from _two(layer, match, two, end)
        else:
            yield _mention(layer, match.start(), end, kinds()[plain(match)], bare=end == match.end())
        reached = end


def _two(layer: Layer, head: re.Match[str], first: re.Match[str], end: int) -> Iterator[Mention]:
    """"kỳ họp thứ IV và thứ V của Ủy ban": two meetings of one kind."""
    kind = kinds()[plain(head)]
    yield _mention(layer, head.start(), first.start() + len(_AND.sub("", first.group())), kind, of=(first.end(), end))
    lead = "" if layer.lower.startswith(plain(head), first.end()) else kind
    yield _mention(layer, first.end(), end, kind, lead=lead)


def _mention(layer: Layer, begin: int, end: int, kind: str, *, bare: bool = False, lead: str = "",
             of: tuple[int, int] | None = None) -> Mention:
    """The mention between two masked positions; `lead` is printed elsewhere, `of` is where its body is named."""
    start, last = layer.offset(begin), layer.stop(end)
    inside = list(layer.inside(begin, end))
    bodies = tuple(m for m in layer.inside(*(of or (begin, end))) if m.kind == "body") or _central(layer, start, last)
    own = _own(layer.lower[begin:end])
    number = _number(own)
    inside = [m for m in inside if m.start < layer.stop(begin + len(own))]
    term = next((m.parts for m in inside if m.kind == "term" and _is_own(layer, m, kind, number)), None)
    meeting = Meeting(
        kind=kind,
        label=_UNDATED.sub("", " ".join(f"{lead} {layer.writing.text[start:last]}".split())),
        start=start, end=last, bare=bare,
        ordinal=number,
        term=(term["start"], term["end"]) if term else None,
        session=next((m.parts["numbers"][0] for m in inside if m.kind == "session"), None),
        body=next(iter(bodies), None),
        bodies=bodies,
    )
    return Mention("meeting", start, last, {"meeting": meeting}, "meeting.name")


def _is_own(layer: Layer, term: Mention, kind: str, number: int | None) -> bool:
    """Whether a term in a name is that of the meeting, not the years of a programme or of somebody's office."""
    years = layer.writing.lower[max(0, term.start - 10):term.start].rstrip(" (").endswith("giai đoạn")
    return not years and (number is not None or kind in _OF_TERMS)


def _own(name: str) -> str:
    """What of a name in lower case is before that of another meeting in it: "cuộc họp về Văn kiện Đại hội"."""
    inner = _INNER.search(name, 1)
    return name[:inner.start()] if inner else name


def _number(name: str) -> int | None:
    """The ordinal in a name in lower case, or None."""
    if found := _ORDINAL.search(name):
        return ordinal(found[1] or found[2])
    return 1 if _FIRST.search(name) else None


def _central(layer: Layer, start: int, end: int) -> tuple[Mention, ...]:
    """"Hội nghị Trung ương 9": of the Central Committee, named by half a word."""
    found = _CENTRAL.match(layer.writing.lower, start, end + 8)
    body = Reader(_COMMITTEE, _COMMITTEE.lower()).body(0) if found else None
    if not found or not body:
        return ()
    return (Mention("body", *found.span(1), {"body": moved(body, *found.span(1))}, "body.of-meeting"),)


@cache
def _verbal() -> dict[str, Mapping[str, Any]]:
    return {entry["verb"]: entry for entry in table("meeting-names")["verbal"]}


@cache
def _verbs() -> re.Pattern[str]:
    """A verb that reports a meeting, between the body or person that meets and what it is about."""
    actor = rf"[{MASK['body']}{MASK['person']}{MASK['office']}][^{STOP}\n{MASK['body']}{MASK['person']}]{{0,40}}?\s"
    verbs = "|".join(alternation([verb]) + _then(entry["then"]) for verb, entry in _verbal().items())
    return re.compile(rf"{actor}(?<!kỳ )(?<!cuộc )(?<!phiên )(?<!buổi )(?<!phòng )(?<!về )(?<!vào )(?P<verb>{verbs})")


def _then(follows: list[str]) -> str:
    """What must follow a verb: a mention that a meeting may be about, a number, or one of these words."""
    listed = rf"(?:{alternation(follows)})(?![^\W_])"
    return rf"(?=\s+[{_ABOUT}\d]" + (rf"|,?\s+{listed})" if follows else ")")


def _reported(layer: Layer) -> Iterator[Mention]:
    """Meetings that only a verb reports: "đã làm việc với Hội X", "Ban Thường vụ họp xem xét ..."."""
    for match in _verbs().finditer(layer.lower):
        asked = _ASKED.search(layer.lower, max(0, match.start() - 20), match.start())
        if asked or _NOT_YET.search(match.group()) or _is_job(layer, match):
            continue
        entry = _verbal()[" ".join(match["verb"].split())]
        start, end = layer.offset(match.start("verb")), layer.stop(match.end("verb"))
        last = layer.stop(_verbal_end(layer, entry, match.end("verb")))
        actor = layer.at[match.start()]
        label = " ".join(f"{entry['label']} {layer.writing.text[end:last]}".split())
        holder = _holder(layer, match, actor) if entry.get("holds") else None
        meeting = Meeting(entry["kind"], label, start, end, False, _number(label.lower()), held_by=holder)
        yield Mention("meeting", start, end, {"meeting": meeting}, "meeting.reported")


def _holder(layer: Layer, match: re.Match[str], actor: Mention) -> Mention | None:
    """Who meets: the body right behind "họp" ("chủ trì họp Bộ Chính trị"), else the body that the verb is said of."""
    behind = layer.at.get(match.end("verb") + 1) if match["verb"] == "họp" else None
    if behind and behind.kind == "body":
        return behind
    return actor if actor.kind == "body" else None


def _is_job(layer: Layer, match: re.Match[str]) -> bool:
    """Whether somebody works somewhere: "ông Nam làm việc tại Công ty X", with nothing between him and the verb."""
    bare = match["verb"].endswith(" tại") and not layer.lower[match.start() + 1:match.start("verb")].strip()
    return bare and bool(_WORKPLACE.match(layer.writing.lower, layer.stop(match.end("verb"))))


def _verbal_end(layer: Layer, entry: Mapping[str, Any], position: int) -> int:
    """Where what a verb of meeting is about ends: "họp kỳ 37" with its number, others as names do."""
    if numbered := numbered_end(layer, entry["kind"], position):
        return numbered
    begun = _WORD.match(layer.lower, position)
    end = stop(layer, begun.end() if begun else position)
    whole = entry["label"] == entry["kind"]  # "Họp báo" needs no more, "Buổi làm việc với" does
    return position + len(without_loose_end(layer.lower[position:end], 0 if whole else 1))
