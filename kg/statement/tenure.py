"""When an office was taken up or left, as far as a text says so: "từ tháng 8/2007", "(2015-2017)", "Ngày 5/4, ... bầu".

A time is kept as precise as it is printed: a day, a month ("2007-08") or a year ("2007"). A term of a body ("nhiệm kỳ
2020-2025") is not the time in which one person held an office, and gives none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from kg.recognition.dates import PrintedDate
from kg.recognition.layer import Mention
from kg.resolution.calendar import Calendar
from kg.vi.lexicon import phrases


@dataclass(frozen=True, slots=True)
class Tenure:
    """The time in an office. `start`, `end`: a day, or the text of a month or a year; None: not told.

    notes   what was inferred to know it
    limited it is the time for which somebody is appointed, so that its end may lie ahead
    where   the words that tell it, as offsets in the working text
    """

    start: date | str | None = None
    end: date | str | None = None
    notes: tuple[str, ...] = ()
    limited: bool = False
    where: tuple[int, int] | None = None

    def __bool__(self) -> bool:
        return bool(self.start or self.end)

    def ended(self, on: date | None) -> bool:
        """Whether it was over on the day of an article; where that is unknown, whether it is told as over."""
        if self.end is None or on is None:
            return self.end is not None and not self.limited
        return str(self.end) < on.isoformat()[: len(str(self.end))]


UNKNOWN = Tenure()


@dataclass(frozen=True, slots=True)
class Decided:
    """A document that says of an office that it is taken up or left. `change`: "takes" or "leaves"."""

    document: Mention
    change: str

_Y = r"(?:19|20)\d\d"
_LEAD = r"(?:(?:đầu|giữa|cuối)\s+)?(?:ngày\s+|tháng\s+|năm\s+)?"
_DAY = rf"\d{{1,2}}\s?[/.-]\s?\d{{1,2}}(?:\s?[/.-]\s?{_Y})?|\d{{1,2}} tháng \d{{1,2}}(?:,? năm {_Y})?"
_MONTH = rf"\d{{1,2}}(?:\s?[/.-]\s?| năm ){_Y}"
TIME = rf"{_LEAD}(?:{_MONTH}|{_DAY}|{_Y})(?![\d/%])"
_FIRST = rf"{_LEAD}(?:{_MONTH}|{_DAY}|{_Y}|\d{{1,2}})"
_TO = r"(?:\s*(?:đến(?:\s+hết)?|tới)\s*|\s+-\s+|(?<=\d{4})\s*-\s*)"  # "1-3-2016" is one day
RANGE = rf"({_FIRST}){_TO}({TIME}|nay)(?![^\W_])"

_PARTS = (
    re.compile(rf"(\d{{1,2}})(?:\s?[/.-]\s?| tháng )(\d{{1,2}})(?:(?:\s?[/.-]\s?|,? năm )({_Y}))?"),
    re.compile(rf"()(\d{{1,2}})(?:\s?[/.-]\s?| năm )({_Y})"),
    re.compile(rf"()()({_Y})"),
    re.compile(r"()(\d{1,2})()"),
)
_WORDS = re.compile(r"^(?:đầu|giữa|cuối)?\s*(?:ngày|tháng|năm)?\s*")


def _printed(text: str) -> PrintedDate | None:
    """A time as printed, read as far as it goes."""
    bare = _WORDS.sub("", text.strip(), count=1)
    for form in _PARTS:
        if found := form.fullmatch(bare):
            return PrintedDate(*(int(part) if part else None for part in found.groups()))
    return None


def _value(printed: PrintedDate | None, calendar: Calendar) -> tuple[date | str | None, str]:
    """The day, month or year that is printed, and what was inferred to know it."""
    if printed is None or printed.month and not 1 <= printed.month <= 12:
        return None, ""
    if printed.day:
        resolved = calendar.resolve(printed)
        return (resolved.day, resolved.note) if resolved else (None, "")
    if not printed.year:
        return None, ""
    return f"{printed.year}-{printed.month:02d}" if printed.month else str(printed.year), ""


def point(text: str, calendar: Calendar) -> tuple[date | str | None, str]:
    """The time that a text prints ("ngày 1/7/2025", "8/2007", "năm 2007"), and the note on what was inferred."""
    return _value(_printed(text), calendar)


def period(first: str, last: str, calendar: Calendar) -> Tenure:
    """A period of which both ends are printed ("nay": it lasts); a first year or month left out is the last one's."""
    if last.strip() == "nay":
        start, note = point(first, calendar)
        return Tenure(start, None, (note,) if note and start else ())
    opening, closing = _printed(first), _printed(last)
    if opening and closing and not opening.year and closing.year:
        opening = PrintedDate(opening.day, opening.month, closing.year)
    (start, start_note), (end, end_note) = _value(opening, calendar), _value(closing, calendar)
    if start is None or end is None or str(start)[: len(str(end))] > str(end):
        return UNKNOWN
    return Tenure(start, end, tuple(dict.fromkeys(note for note in (start_note, end_note) if note)))


# What stands behind an office: "(từ 9/2014 đến 2/2016)", "từ năm 2010", "vào tháng 10/2014", "kể từ ngày 1/7/2025".
_TERM = r"(?:\s*\(?(?:nhiệm kỳ|nhiệm kì)\s*\(?[\d\s-]{4,12}\)?,?)?"
_LIMIT = (
    r"(?:[,;.]?\s*(?:trong|với|là)?\s*(?:thời hạn|thời gian)?\s*(?:bổ nhiệm|giữ chức(?: vụ)?)?\s*(?:là\s+)?"
    r"\d{1,2} (?:năm|tháng),?)?"
)
_BRACKET = re.compile(rf"\s*\(\s*(?:từ\s+|giai đoạn\s+|kể từ\s+)?(?:{RANGE}|từ\s+({TIME}))\s*\)")
_SINCE = re.compile(rf"{_TERM}{_LIMIT}\s*(?:kể\s+)?từ\s+(?:{RANGE}|({TIME})(?!\s*(?:-|đến|tới)))")
_THEN = re.compile(rf"{_TERM}\s*(?:vào|hồi)\s+({TIME})")
_SESSION = re.compile(r"(?<![^\W_])khóa\s+[\divxl]+$")


def behind(lower: str, start: int, end: int, calendar: Calendar, *, change: str = "") -> Tenure:
    """The time that stands right behind an office between two offsets of a text in lower case.

    change  "takes": the office is being taken up; "leaves": it is being left; "": neither
    """
    bracket = _BRACKET.match(lower, end)
    if bracket and not _SESSION.search(lower, start, end):
        return replace(_of(bracket, calendar, ""), where=bracket.span())
    if since := _SINCE.match(lower, end):
        found = _of(since, calendar, "leaves" if change == "leaves" and not since[2] else "")
        return replace(found, limited=change == "takes", where=since.span())
    then = _THEN.match(lower, end) if change else None
    return replace(_at(then[1], calendar, change), where=then.span()) if then else UNKNOWN


def _of(found: re.Match[str], calendar: Calendar, change: str) -> Tenure:
    return period(found[1], found[2], calendar) if found[2] else _at(found[3], calendar, change)


def _at(text: str, calendar: Calendar, change: str) -> Tenure:
    """The start that a time gives, or the end of what is left then."""
    value, note = point(text, calendar)
    notes = (note,) if note and value else ()
    return Tenure(None, value, notes) if change == "leaves" else Tenure(value, None, notes)


# What stands before an office: "Từ 2001 đến 2006, ông là", "Từ tháng 8/2007, bà giữ chức", "Ngày 5/4, Quốc hội bầu".
_RANGE_AHEAD = re.compile(rf"(?:(?<![^\W_])(?:từ|giai đoạn|thời gian)\s+|^\s*){RANGE}")
_SINCE_AHEAD = re.compile(rf"(?<![^\W_])từ\s+({TIME})(?!\s*(?:-|đến|tới))")
_DAY_AHEAD = re.compile(rf"(?<![^\W_])(?:ngày|sáng|trưa|chiều|tối|tháng|năm|vào|hồi)\s+({TIME})")
_ANY = re.compile(rf"(?<![\d/.-]){TIME}")
# A time behind these is no time of an office: the end of a period, a birth, what came before or after.
_OF_ELSE = re.compile(
    rf"(?:{TIME}\s*(?:đến|tới|-)|(?<![^\W_])(?:sinh|sn|mất|quê))\s*\(?$|(?<![^\W_])(?:trước|sau|đến) khi[^,]{{0,80}}$"
)
_REACH = 240  # characters between a time and the office that it dates


def ahead(lead: str, end: int, calendar: Calendar, *, change: str = "") -> Tenure:
    """The time that leads to an office: `lead` is what its clause says before it, up to `end`, in lower case.

    Nothing where words that are not of holding or changing an office stand between ("not_dated" in kg/vi/tenure.toml).
    """
    lead = lead[-_REACH:]
    for pattern in (_RANGE_AHEAD, _SINCE_AHEAD, _DAY_AHEAD):
        found = next(iter(reversed(list(pattern.finditer(lead)))), None)
        if not found or _ANY.search(lead, found.end()) or _held("not_dated").search(lead, found.end()):
            continue
        if _OF_ELSE.search(lead, 0, found.start()):
            continue
        where = end - len(lead) + found.start(1), end - len(lead) + found.end()
        if pattern is _RANGE_AHEAD:
            return replace(period(found[1], found[2], calendar), where=where)
        if pattern is _SINCE_AHEAD or change:
            return replace(_at(found[1], calendar, change), where=where)
    return UNKNOWN


@cache
def _held(name: str) -> re.Pattern[str]:
    """The phrases of a list of kg/vi/tenure.toml."""
    return re.compile(rf"(?<![^\W_]){phrases('tenure', name)}")


def change(lead: str) -> str:
    """What the words before an office say of it: "takes", "leaves", or "" for one that is held; the last counts."""
    last = {kind: max((m.start() for m in _held(kind).finditer(lead)), default=-1) for kind in ("takes", "leaves")}
    if last["takes"] == last["leaves"]:
        return ""
    return max(last, key=lambda kind: last[kind])


def proposed(lead: str) -> bool:
    """Whether the words before an office only propose it: "giới thiệu ông A để HĐND bầu giữ chức"."""
    found = max((m.end() for m in _held("proposes").finditer(lead)), default=-1)
    return found >= 0 and not _held("decides").search(lead, found)


def withdrawn(lead: str) -> bool:
    """Whether the words before an office take it back: "bị thu hồi quyết định bổ nhiệm làm"."""
    return any("quyết định" in lead[found.end() :] for found in _held("withdraws").finditer(lead))


def in_turn(between: str) -> bool:
    """Whether the words between two offices of a list put one after the other in time."""
    return bool(_held("in_turn").search(between))
