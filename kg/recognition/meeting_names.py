"""How far the name of a meeting goes behind the word that opens it: `kg/vi/meeting-names.toml` as patterns.

All positions are those of a layer with bodies, persons, documents, dates, terms and sessions masked.
"""

from __future__ import annotations

import re
from functools import cache

from kg.recognition.layer import MASK, STOP, Layer
from kg.recognition.territories import CAPITAL
from kg.vi.anchors import Anchored
from kg.vi.lexicon import anchored, table, words
from kg.vi.lexicon import phrases as expression

_BODY, _SESSION, _TERM, _DATE = MASK["body"], MASK["session"], MASK["term"], MASK["date"]
_LONGEST = 600  # characters of a name
_SHORT = 3  # words of a head from which on it says enough to open any name
_COUNT = "nhất|hai|ba|tư|bốn|năm|lăm|sáu|bảy|tám|chín|mười|mốt"
NUMBER = rf"(?:\d{{1,3}}|[ivxl]+|(?:(?:hai|ba|bốn|năm)\s+mươi|mười)(?:\s+(?:một|{_COUNT}))?|{_COUNT})(?!\w)"

# "kỳ họp thứ 22 (kỳ họp chuyên đề lần thứ 14)", "phiên họp thứ hai của Ủy ban": it ends with its number and body.
_NUMBERED_KINDS = ("Kỳ họp", "Phiên họp")
_OF = rf"(?:của\s+)?(?:{_BODY}|{_SESSION}|nhiệm kỳ\s+{_TERM}|{_TERM})"
_NUMBERED = re.compile(
    rf"(?:\s+(?:bất thường|chuyên đề|thường lệ))?(?:\s+lần)?(?:\s+thứ)?\s+{NUMBER}"
    rf"(?!\s*(?:,|và)\s+(?:kỳ họp\s+)?thứ\s)(?:\s*\((?!từ|ngày|trong)[^()\n{STOP}{_DATE}]{{1,60}}\))?"
    rf"(?:\s+{_OF}|{_SESSION})*(?:,\s*{_BODY}\s*{_SESSION}|,\s*{_SESSION})?(?:,?\s+nhiệm kỳ\s+{_TERM})?")
# "Hội nghị Trung ương 8 xem xét ...": a plenum ends with its number and what it says of its session.
_CENTRAL = ("trung ương", "hội nghị tw", "hội nghị tư")
_PLENUM = "|".join(rf"(?<={name} {number})" for name in _CENTRAL for number in (r"\d", r"\d\d"))
# "lễ khai mạc kỳ họp": a part of the meeting whose name stands behind it.
_OPENING = re.compile(r"(?:khai mạc|bế mạc|thảo luận|thảo luận tổ|toàn thể)$")
_COUNTED = re.compile(r"(?<![\w/.-])(?<!thứ )(?<!ngày )(?<!tháng )(?<!năm )\d{1,3}\s+$")  # "8 cuộc hội thảo"
_OPENED = re.compile(r"\s+(?:kỳ họp|đại hội|hội nghị)(?![^\W_])")


@cache
def kinds() -> dict[str, str]:
    """Head in lower case -> kind of meeting."""
    return {head.lower(): said for head, said in words("meeting-heads").items()}


@cache
def heads() -> Anchored:
    return anchored(kinds())


@cache
def listed(name: str) -> frozenset[str]:
    """A list of `meeting-names.toml`."""
    return frozenset(table("meeting-names")[name])


def phrases(name: str) -> str:
    """A list of `meeting-names.toml` as an expression for whole words."""
    return expression("meeting-names", name)


@cache
def _right_behind(name: str, gap: str = "") -> re.Pattern[str]:
    """What ends with a phrase of a list, and a gap."""
    return re.compile(rf"(?<![^\W_]){phrases(name)}\s+{gap}$")


def _pairs() -> str:
    """The first halves of words that go together, with the comma between them."""
    halves = [pair.split(", ") for pair in table("meeting-names")["pairs"]]
    return "|".join(rf"{left},(?=\s+{right}(?![^\W_]))" for left, right in halves)


@cache
def _ends() -> re.Pattern[str]:
    """A quotation or a pair of words (passed over) or the end of a name."""
    bodies = rf"{_BODY}(?:\s*{_SESSION}|(?:,\s*{_BODY}){{0,4}}\s+(?:đối với|về việc|về|với)\s)"
    after_comma = rf"\s*(?:{_SESSION}|{_TERM}|{MASK['document']}|{phrases('after_comma')}|{bodies})"
    return re.compile("|".join((
        rf"(?P<passed>\"[^\"\n]{{1,200}}\"|(?<![^\W_])(?:{_pairs()}))",
        rf"[{STOP}\n;:]|\.\s",
        rf"(?:\s+(?:vào\s+)?ngày)?\s*{_DATE}",
        rf"\s-\s(?!{phrases('after_dash')})",
        rf",(?!\d|{after_comma})",
        rf"(?:{_PLENUM})\s+(?!của|khóa|về|{_SESSION}|{_TERM}|{_BODY}|\()",
        rf"\s*\((?!\s*(?:{_TERM}|{_SESSION}|{phrases('in_brackets')}))",
        rf"(?<=\))\s+(?!của|{_SESSION}|{_BODY}|{phrases('after_comma')})",
        rf"(?<={_SESSION})\s+(?!của|nhiệm kỳ|về|{_TERM}|{_BODY}|\()",
        rf"(?<=[{_TERM}{_BODY}])\s+(?:công bố kết quả|đóng góp)",
        r"\s+(?<!các\s)(?<!vinh\s)(?<!quả\s)(?<!ngành\s)(?<!làm\s)"
        r"(?!dự (?:toán|án|thảo|báo|phòng|luật)\s|bằng (?:khen|cấp)|kêu gọi đầu tư)"
        rf"(?:{phrases('ends')}|(?<!kỳ\s)(?<!phiên\s)(?<!cuộc\s)(?<!buổi\s)họp(?![^\W_]))",
    )))


@cache
def _begins() -> re.Pattern[str]:
    masks = "".join(MASK[kind] for kind in ("body", "document", "session", "award", "place"))
    whose = rf"của\s+(?:(?:đồng chí|ông|bà)\s+)?{MASK['person']}"  # whose words, not whose meeting
    return re.compile(rf"\s+(?!{whose})(?:[\"'{masks}{CAPITAL}\d]|\(?{_TERM}|{phrases('begins')})")


@cache
def _acts() -> re.Pattern[str]:
    """What a congress does, and what is said about it."""
    return re.compile(rf"\s+{phrases('congress_acts')}")


@cache
def _second_verb() -> re.Pattern[str]:
    return re.compile(rf",\s*{phrases('after_comma')}")


@cache
def _person() -> re.Pattern[str]:
    """A person or an office, with the word before it."""
    acts = MASK["person"] + MASK["office"]
    return re.compile(rf"([^\s{acts}]\S*)\s+[{acts}]")


@cache
def _ties() -> re.Pattern[str]:
    person, office = MASK["person"], MASK["office"]
    tied = rf"{phrases('before_person')}\s+[{person}{office}]|{phrases('before_office')}\s+{office}"
    return re.compile(rf"(?<![^\W_])(?:{tied})$")


@cache
def _loose_end() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<!đầu)(?<!cuối)\s+{phrases('never_last')}|\s+[(-])$")


@cache
def _assembly() -> re.Pattern[str]:
    """Behind "hội nghị": that it is the parliament of another country."""
    return re.compile(rf"\s+{phrases('assemblies')}")


@cache
def _many() -> re.Pattern[str]:
    sessions = rf"(?:kỳ|phiên) họp\s+{_BODY}\s+và\s+{_BODY}"  # of two parliaments
    return re.compile(rf"(?<![^\W_])(?:{phrases('many')}|{sessions})")


def plain(match: re.Match[str]) -> str:
    """A head as the list writes it."""
    return " ".join(match.group().split())


def opens(layer: Layer, match: re.Match[str]) -> bool:
    """Whether a head opens a meeting: no place, no plural, no part of another; heads that are verbs too need a cue."""
    head, lower, start = plain(match), layer.lower, match.start()
    if _right_behind("not_after").search(lower, max(0, start - 14), start):
        return False
    if _COUNTED.search(lower, max(0, start - 8), start) or _assembly().match(lower, match.end()):
        return False
    if _OPENING.search(head) and _OPENED.match(lower, match.end()):
        return False
    if kinds()[head] in listed("asides"):
        return bool(_right_behind("aside_cues", r"(?:\S+\s+){0,3}").search(lower, max(0, start - 40), start))
    if layer.text[start].isupper() and layer.text[start - 1:start] not in ("", '"'):
        return True
    if head == "lễ":
        return _goes_on(layer, match.end())
    return head not in listed("verbs") or bool(_right_behind("cues").search(lower, max(0, start - 20), start))


def of_many(layer: Layer, start: int, end: int) -> bool:
    """Whether a name is one of many meetings: "đại hội đảng bộ các cấp"."""
    return bool(_many().search(layer.lower, start, end + 10))


def name_end(layer: Layer, match: re.Match[str]) -> int:
    """Where the name that a head opens ends; the head's own end where nothing but the head is printed."""
    head, position = plain(match), match.end()
    if numbered := numbered_end(layer, kinds()[head], position):
        return numbered
    if head in listed("verbs") and (second := _second_verb().match(layer.lower, position)):
        return stop(layer, second.end())
    acts = head == "đại hội" and _acts().match(layer.lower, position)
    if acts or len(head.split()) < _SHORT and not _goes_on(layer, position):
        return position
    return match.start() + len(_trimmed(layer.lower[match.start():stop(layer, position)], position - match.start()))


def numbered_end(layer: Layer, kind: str, position: int) -> int | None:
    """Where the number of a session, with whose it is, ends behind a position; None for other kinds or no number."""
    numbered = _NUMBERED.match(layer.lower, position) if kind in _NUMBERED_KINDS else None
    return numbered.end() if numbered else None


def _goes_on(layer: Layer, position: int) -> bool:
    """Whether a name goes on behind a head that says little by itself."""
    return bool(_begins().match(layer.text, position) or _begins().match(layer.lower, position))


def stop(layer: Layer, position: int) -> int:
    """The first position from `position` on where a name ends."""
    last = min(len(layer.lower), position + _LONGEST)
    ends = (match for match in _ends().finditer(layer.lower, position, last) if not match["passed"])
    return next((match.start() for match in ends if not _is_of_name(layer, match)), last)


def _is_of_name(layer: Layer, end: re.Match[str]) -> bool:
    """Whether what looks like the end of a name is a capitalized word, as those of places are: "Cần Giờ"."""
    word = end.group().strip()
    return word.isalpha() and layer.text[end.end() - len(word)].isupper()


def without_loose_end(name: str, head: int) -> str:
    """A name with a head of that length, without the words at its end that lead on to more: "và", "của"."""
    while (tail := _loose_end().search(name)) and tail.start() >= head:
        name = name[:tail.start()]
    return name


def _trimmed(name: str, head: int) -> str:
    """A name with a head of that length, without persons that no word ties to it, open brackets and loose words."""
    for person in _person().finditer(name):
        if person.end() > head and not _ties().search(name, max(0, person.end(1) - 20), person.end()):
            name = name[:person.end(1)]
            break
    if name.count(")") > name.count("("):
        name = name[:name.index(")")]
    name = without_loose_end(name, head)
    return (name[:name.rindex('"')] if name.count('"') % 2 else name).rstrip(" ,(-")
