"""Meetings: where their names begin (`kg/vi/lists/meeting-heads.txt`) and how far they go (`kg/vi/meeting-names.toml`).

A name goes on over what the meeting is about, of whom, its ordinal and term, until a verb, a date, a place or a
purpose. A head alone ("tại hội nghị") refers back; what it refers to is settled in resolution.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kg.recognition.bodies import Reader
from kg.recognition.dates import ordinal
from kg.recognition.layer import MASK, STOP, Layer, Mention
from kg.recognition.offices import moved
from kg.recognition.territories import CAPITAL
from kg.vi.lexicon import alternation, compile_list, table, words


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


@lru_cache(maxsize=1)
def kinds() -> dict[str, str]:
    """Head in lower case -> kind of meeting."""
    return {head.lower(): said for head, said in words("meeting-heads").items()}


@lru_cache(maxsize=1)
def _heads() -> re.Pattern[str]:
    return compile_list(kinds())


@lru_cache(maxsize=None)
def phrases(name: str) -> str:
    """A list of `meeting-names.toml` as an expression for whole words."""
    return rf"(?:{alternation(phrase.lower() for phrase in table('meeting-names')[name])})(?![^\W_])"


@lru_cache(maxsize=1)
def _ends() -> re.Pattern[str]:
    """A quotation (passed over) or the end of a name."""
    goes_on = rf"\s*(?:{MASK['session']}|{MASK['term']}|{MASK['document']}|{phrases('after_comma')}|{MASK['body']}(?:\s*{MASK['session']}|(?:,\s*{MASK['body']}){{0,4}}\s+(?:đối với|về việc|về)\s))"
    bracket = rf"\s*\((?!\s*(?:{MASK['term']}|{MASK['session']}|kỳ họp|lần thứ|mở rộng|khóa|nhiệm kỳ))"
    return re.compile(rf"(?P<quote>\"[^\"\n]{{1,200}}\")|[{STOP}\n;:]|(?:\s+(?:vào\s+)?ngày)?\s*{MASK['date']}|\.\s|\s-\s(?!{phrases('after_dash')})|,(?!{goes_on})|{bracket}|(?<=\))\s+(?!của|{MASK['session']}|{MASK['body']}|{phrases('after_comma')})|(?<={MASK['session']})\s+(?!của|nhiệm kỳ|về|{MASK['term']}|{MASK['body']}|\()|\s+(?<!các\s)(?:{phrases('ends')}|(?<!kỳ\s)(?<!phiên\s)(?<!cuộc\s)(?<!buổi\s)họp(?![^\W_]))")


@lru_cache(maxsize=1)
def _begins() -> re.Pattern[str]:
    masks = "".join(MASK[kind] for kind in ("body", "document", "session", "award", "place"))
    return re.compile(rf"\s+(?:[\"'{masks}{CAPITAL}\d]|\(?{MASK['term']}|{phrases('begins')})")


@lru_cache(maxsize=1)
def _more() -> re.Pattern[str]:
    """"gặp mặt, khen thưởng": a head that is a verb goes on over a second verb."""
    return re.compile(rf",\s*{phrases('after_comma')}")


@lru_cache(maxsize=1)
def _aside_cue() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){phrases('aside_cues')}\s+(?:\S+\s+){{0,3}}$")


@lru_cache(maxsize=1)
def _not_after() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){phrases('not_after')}\s+$")


@lru_cache(maxsize=1)
def _many() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){phrases('many')}")


@lru_cache(maxsize=1)
def _cue() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){phrases('cues')}\s+$")


@lru_cache(maxsize=1)
def _person_in_name() -> re.Pattern[str]:
    """A person or an office that no word ties to the name, with all that follows it."""
    return re.compile(rf"(?<!{MASK['person']})(?<!{MASK['office']})(\S+)\s+[{MASK['person']}{MASK['office']}]")


@lru_cache(maxsize=1)
def _tied() -> re.Pattern[str]:
    return re.compile(rf"(?:.*\s)?{phrases('before_person')}")


@lru_cache(maxsize=1)
def _loose_end() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{phrases('never_last')}|[(-])$")


@lru_cache(maxsize=1)
def _verbal() -> dict[str, Mapping[str, Any]]:
    return {entry["verb"]: entry for entry in table("meeting-names")["verbal"]}


_OBJECTS = "".join(MASK[kind] for kind in ("body", "office", "award", "document", "person"))


@lru_cache(maxsize=1)
def _verbs() -> re.Pattern[str]:
    """A verb that reports a meeting, between the body or person that meets and what it is about."""
    actor = rf"[{MASK['body']}{MASK['person']}{MASK['office']}][^{STOP}\n{MASK['body']}{MASK['person']}]{{0,40}}?\s"
    reports = "|".join(rf"{alternation([e['verb']])}(?=\s+(?:[{_OBJECTS}\d]|{_then(e['then'])}))" for e in _verbal().values())
    return re.compile(rf"{actor}(?<!kỳ )(?<!cuộc )(?<!phiên )(?<!buổi )(?P<verb>{reports})")


def _then(words_after: list[str]) -> str:
    return rf"(?:{alternation(words_after)})(?![^\W_])" if words_after else "(?!)"


_OPENING = re.compile(r"khai mạc$|bế mạc$|thảo luận(?: tổ)?$|toàn thể$")  # parts of a meeting, which stands behind them
_OPENED = re.compile(r"\s+(?:kỳ họp|đại hội|hội nghị)(?![^\W_])")
_NOT_YET = re.compile(r"(?<![^\W_])(?:sẽ|chưa|không|có thể|đề nghị|yêu cầu|mời)(?![^\W_])")
_WORDS = r"(?:hai mươi|mười)?\s?(?:nhất|hai|ba|tư|bốn|năm|lăm|sáu|bảy|tám|chín|mười|mốt)"
_NUMBER = rf"(?:\d{{1,3}}|[ivxl]+|{_WORDS})(?![\w])"
_ORDINAL = re.compile(rf"(?:lần\s+(?:thứ\s+)?|thứ\s+)({_NUMBER})|^(?:hội nghị|đại hội|kỳ họp|phiên họp)\s+(?:trung ương\s+|tw\s+|đảng\s+)?({_NUMBER})")
_TWO = re.compile(rf"\s+(?:lần\s+)?(?:thứ\s+)?{_NUMBER}\s*(?:,|và)\s+(?=(?:kỳ họp\s+)?thứ\s+{_NUMBER})")
_NUMBERED_KINDS = ("Kỳ họp", "Phiên họp")
_OF = rf"(?:của\s+)?(?:{MASK['body']}|{MASK['session']}|nhiệm kỳ\s+{MASK['term']}|{MASK['term']})"
_NUMBERED = re.compile(
    rf"(?:\s+(?:bất thường|chuyên đề|thường lệ))?(?:\s+lần)?(?:\s+thứ)?\s+{_NUMBER}(?!\s*(?:,|và)\s+(?:kỳ họp\s+)?thứ\s)"
    rf"(?:\s*\((?!từ|ngày|trong)[^()\n{STOP}{MASK['date']}]{{1,60}}\))?(?:\s+{_OF})*(?:,\s*{MASK['body']}\s*{MASK['session']}|,\s*{MASK['session']})?(?:,?\s+nhiệm kỳ\s+{MASK['term']})?")
_FIRST = re.compile(r"đầu tiên|lần đầu")


def meetings(layer: Layer) -> Iterator[Mention]:
    """The meetings of a layer with bodies, persons, documents, dates, terms and sessions masked."""
    layer = _unmasked(layer)
    named = list(_named(layer))
    yield from named
    found = [(m.start, m.end) for m in named]
    yield from (m for m in _reported(layer) if not any(start < m.end and m.start < end for start, end in found))


def _named(layer: Layer) -> Iterator[Mention]:
    """The meetings that a noun names."""
    reached = 0
    for match in _heads().finditer(layer.lower):
        if match.start() < reached or not _is_meeting(layer, match):
            continue
        end = _name_end(layer, match)
        if _many().search(layer.lower, match.start(), end + 10):
            continue
        if two := _TWO.match(layer.lower, match.end(), end):
            yield from _two(layer, match, two, end)
        else:
            yield _mention(layer, match.start(), end, kinds()[_plain(match)], bare=end == match.end())
        reached = end


def _plain(match: re.Match[str]) -> str:
    return " ".join(match.group().split())


def _unmasked(layer: Layer) -> Layer:
    """The layer with what is but a word in a meeting's name printed: lone offices that are half of a head ("đại biểu" in
    "đại hội đại biểu toàn quốc") or a calling, and dates without a day ("công tác năm 2018").
    """
    heads = [match.span() for match in _heads().finditer(layer.writing.lower)]
    return layer.without({id(m) for m in layer.given if _is_word(m, heads)})


def _is_word(mention: Mention, heads: list[tuple[int, int]]) -> bool:
    if mention.kind == "date":
        return mention.parts["date"].day is None
    if mention.kind != "office":
        return False
    office = mention.parts["office"]
    calling = office.category == "status" and office.body is None
    return calling or any(start < mention.start < end for start, end in heads)


def _is_meeting(layer: Layer, match: re.Match[str]) -> bool:
    """Whether a head opens a meeting: "lễ" must begin a name, and a head that is a verb too needs a cue."""
    head = _plain(match)
    if _not_after().search(layer.lower, max(0, match.start() - 14), match.start()):
        return False
    if _OPENING.search(head) and _OPENED.match(layer.lower, match.end()):
        return False
    if kinds()[head] in table("meeting-names")["asides"]:
        return bool(_aside_cue().search(layer.lower, max(0, match.start() - 40), match.start()))
    if layer.text[match.start()].isupper() and layer.text[match.start() - 1:match.start()] not in ("", '"'):
        return True
    if head == "lễ":
        return bool(_begins().match(layer.text, match.end()) or _begins().match(layer.lower, match.end()))
    if head in table("meeting-names")["verbs"]:
        return bool(_cue().search(layer.lower, max(0, match.start() - 20), match.start()))
    return True


def _name_end(layer: Layer, match: re.Match[str]) -> int:
    """The masked position where the meeting's name ends."""
    end = _stop(layer, match.end())
    head = _plain(match)
    if kinds()[head] in _NUMBERED_KINDS and (numbered := _NUMBERED.match(layer.lower, match.end())):
        return numbered.end()
    if head in table("meeting-names")["verbs"] and (more := _more().match(layer.lower, match.end())):
        return max(end, _stop(layer, more.end()))
    if len(head.split()) < 3 and not _begins().match(layer.text, match.end()) and not _begins().match(layer.lower, match.end()):
        return match.end()
    name = layer.lower[match.end():end]
    for person in _person_in_name().finditer(name):
        if not _tied().fullmatch(name[:person.end(1)]):
            name = name[:person.end(1)]
            break
    if name.count(")") > name.count("("):
        name = name[:name.index(")")]
    while tail := _loose_end().search(name):
        name = name[:tail.start()]
    name = name.rstrip(" ,(-") if name.count('"') % 2 == 0 else name[:name.rindex('"')].rstrip(" ,(-")
    return match.end() + len(name)


def _stop(layer: Layer, position: int) -> int:
    """The first masked position from `position` on where a name ends."""
    return next((found.start() for found in _ends().finditer(layer.lower, position) if not found["quote"]), len(layer.lower))


def _two(layer: Layer, head: re.Match[str], first: re.Match[str], end: int) -> Iterator[Mention]:
    """"kỳ họp thứ IV và thứ V của Ủy ban": two meetings of one kind."""
    kind = kinds()[_plain(head)]
    stop = first.start() + len(re.sub(r"\s*(?:,|và)\s*$", "", first.group()))
    yield _mention(layer, head.start(), stop, kind, of=(first.end(), end))
    yield _mention(layer, first.end(), end, kind, lead="" if layer.lower.startswith(_plain(head), first.end()) else kind)


def _mention(layer: Layer, begin: int, end: int, kind: str, *, bare: bool = False, lead: str = "", of: tuple[int, int] | None = None) -> Mention:
    """The mention between two masked positions; `lead` is printed elsewhere, `of` holds the body where it is named later."""
    start, stop = layer.offset(begin), layer.stop(end)
    inside = list(layer.inside(begin, end))
    bodies = tuple(m for m in (inside if of is None else layer.inside(*of)) if m.kind == "body") or _central(layer, begin, end)
    term = next((m.parts for m in inside if m.kind == "term"), None)
    meeting = Meeting(
        kind=kind,
        label=" ".join(f"{lead} {layer.writing.text[start:stop]}".split()),
        start=start, end=stop, bare=bare,
        ordinal=_number(layer.lower[begin:end]),
        term=(term["start"], term["end"]) if term else None,
        session=next((m.parts["numbers"][0] for m in inside if m.kind == "session"), None),
        body=bodies[0] if bodies else None,
        bodies=bodies,
    )
    return Mention("meeting", start, stop, {"meeting": meeting}, "meeting.name")


_CENTRAL = re.compile(r"hội nghị\s+(?:lần thứ \w+\s+)?(trung ương|tw|t\.ư|tư)(?:\s+(?:đảng|lần thứ))?(?=\s+\S{1,5}(?:\W|$)|\s*,?\s*khóa)")
_COMMITTEE = "Ban Chấp hành Trung ương Đảng"


def _central(layer: Layer, begin: int, end: int) -> tuple[Mention, ...]:
    """"Hội nghị Trung ương 9": of the Central Committee, named by half a word."""
    found = _CENTRAL.match(layer.writing.lower, layer.offset(begin), layer.stop(end) + 8)
    body = Reader(_COMMITTEE, _COMMITTEE.lower()).body(0) if found else None
    return (Mention("body", *found.span(1), {"body": moved(body, *found.span(1))}, "body.of-meeting"),) if found and body else ()


def _number(name: str) -> int | None:
    """The ordinal in a name in lower case, or None."""
    if found := _ORDINAL.search(name):
        return ordinal(found[1] or found[2])
    return 1 if _FIRST.search(name) else None


_TWO_WORDS = re.compile(rf"(?: [^\s{STOP},.;:]+){{0,2}}")


def _reported(layer: Layer) -> Iterator[Mention]:
    """Meetings that only a verb reports: "đã làm việc với Hội X", "Ban Thường vụ họp xem xét ..."."""
    for match in _verbs().finditer(layer.lower):
        if _NOT_YET.search(match.group()):
            continue
        entry = _verbal()[" ".join(match["verb"].split())]
        start, verb = layer.offset(match.start("verb")), match.end("verb")
        end = _stop(layer, _TWO_WORDS.match(layer.lower, verb).end())  # type: ignore[union-attr]
        about = " ".join(layer.writing.text[layer.stop(verb):layer.stop(end)].split())
        actor = layer.at[match.start()]
        holder = actor if actor.kind == "body" and entry.get("holds") else None
        meeting = Meeting(entry["kind"], f"{entry['label']} {about}", start, layer.stop(verb), False, held_by=holder)
        yield Mention("meeting", start, layer.stop(verb), {"meeting": meeting}, "meeting.reported")
