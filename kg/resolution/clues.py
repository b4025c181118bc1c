"""What a text prints that tells the year of its other dates: full dates, anniversaries, years named as its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.recognition.dates import PrintedDate
from kg.recognition.layer import Mention
from kg.recognition.recognition import Recognition
from kg.vi.anchors import DIGITS, YEAR, Anchored
from kg.vi.lexicon import phrases

LATEST = 2035  # no article is of a later year
_YEARS = r"((?:18|19|20)\d\d)"
_ANNIVERSARY = Anchored(
    rf"(?<!\d)(\d{{2,3}})\s+năm(?:\s|,)[^.\n]{{0,70}}?(?<!\d){_YEARS}(?!\d)(?:\s*-\s*(?:\d{{1,2}}[/.-]){{0,2}}{_YEARS})?",
    [DIGITS],
)
_COUNT = re.compile(r"\d\s+năm(?![^\W_])")
_REMEMBERED = re.compile(r"kỷ niệm\s+(?:lần thứ\s+)?(\d{2,3})(?:\s+năm)?(?![^\W_])")
_PRINTED = Anchored(rf"(?<!\d){_YEARS}(?!\d)", [YEAR])
_TERM = Anchored(r"(?<!\d)(?:19|20)\d\d\s*-\s*(?P<last>20\d\d)(?!\d)", [YEAR])
_YEAR = Anchored(r"(?<![\d/.-])((?:19|20)\d\d)(?![\d/])(?!\s*-\s*\d)", [YEAR])
_NOUN = re.compile(r"(?:[^\W\d_]|\s\)|[\"'])\s+$")  # "công tác [năm] 2018", "AFF Cup 2018"
_QUARTER = re.compile(r"(?:quý|vụ|dịp)\s+(?:i|1|đầu|tết)\s+(?:năm\s+)?$")
_CLAUSE = 70  # characters before a year in which words say that it is planned for or looked back upon
_LEAD = ("sáng", "chiều", "tối", "ngày")


@dataclass(frozen=True, slots=True)
class Clue:
    """A printed time that tells the year of other dates.

    month      None: a year alone; day: the middle of the month where none is printed
    next_year  it is planned for the year to come; half: a half of the year, which is spoken of in that year
    plan       what is planned for that year, by its beginning or in the months before
    review     what is looked back upon, at the end of that year or in the months after
    ahead      a time to come, by the words before it: "trong tháng 8/2015"
    """

    year: int
    words: str
    month: int | None = None
    day: int = 15
    next_year: bool = False
    half: bool = False
    plan: bool = False
    review: bool = False
    ahead: bool = False


def clues(recognition: Recognition) -> list[Clue]:
    """All clues of an article."""
    return [*_dated(recognition), *_anniversaries(recognition), *_named(recognition)]


@cache
def _before(name: str, between: str = "", after: str = "") -> re.Pattern[str]:
    """What ends with a phrase of a list of `dates.toml`, and `between` and `after` behind it."""
    return re.compile(rf"(?<![^\W_]){phrases('dates', name)}\s*{between}{after}$")


@cache
def _life() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){phrases('dates', 'life')}")


def _stands_behind(pattern: re.Pattern[str], lower: str, position: int) -> bool:
    return bool(pattern.search(lower, max(0, position - 30), position))


def _since(lower: str, position: int) -> bool:
    return _stands_behind(_before("since", r"\(?", r"(?:ngày|tháng)?\s*"), lower, position)


def _dated(recognition: Recognition) -> Iterator[Clue]:
    """Full dates and months with a year, but not those of lives and careers."""
    lower = recognition.writing.lower
    papers = [(m.start, m.end) for m in recognition.of("document")]
    for mention in recognition.of("date"):
        printed: PrintedDate = mention.parts["date"]
        if not printed.year or not printed.month or _since(lower, mention.start):
            continue
        paper = next((start for start, end in papers if start <= mention.start < end), None)
        if paper is not None and _stands_behind(_before("carried_out", r"(?:[^\s,.;]+\s+){0,2}"), lower, paper):
            continue
        if paper is not None or not _of_life(recognition, mention):
            ahead = _stands_behind(_before("to_come", r"(?:\w+\s+)?", r"(?:tháng|ngày|quý)?\s*"), lower, mention.start)
            words = lower[mention.start : mention.end]
            yield Clue(printed.year, words, printed.month, printed.day or 15, ahead=ahead)


def _of_life(recognition: Recognition, mention: Mention) -> bool:
    """Whether a date stands where a life or a career is told: near it for a full date, in its sentence for a month."""
    start, end = recognition.sentence_span(recognition.sentence_at(mention.start))
    if mention.parts["date"].day:
        start, end = max(start, mention.start - 60), min(end, mention.end + 40)
    around = recognition.writing.lower[start:end]
    return bool(_life().search(around)) and not around.startswith(_LEAD)


def _anniversaries(recognition: Recognition) -> Iterator[Clue]:
    """ "60 năm thành lập (1959-2019)", "30 năm từ ngày 15/3/1989": the year that the count and the founding give."""
    lower = recognition.writing.lower
    for match in _ANNIVERSARY.finditer(lower):
        if _stands_behind(_before("not_counted"), lower, match.start()):
            continue
        if len(_COUNT.findall(match.group())) > 1:  # "10 năm, kế hoạch 5 năm, tháng 10/2019"
            continue
        count, founded, now = int(match[1]), int(match[2]), int(match[3] or 0)
        if founded + count <= LATEST and now in (0, founded + count):
            yield Clue(founded + count, match.group())


def _named(recognition: Recognition) -> Iterator[Clue]:
    """Years named as the article's own: "công tác năm 2018", "AFF Cup 2018", "6 tháng cuối năm 2021"."""
    lower = recognition.writing.lower
    taken = [(m.start, m.end) for kind in ("document", "term", "session") for m in recognition.of(kind)]
    for match in _YEAR.finditer(lower):
        start, end = recognition.sentence_span(recognition.sentence_at(match.start()))
        before = lower[max(0, match.start() - 30) : match.start()]
        half = bool(_before("halves", r"(?:cuối|đầu)\s+", r"(?:năm\s+)?").search(before))
        if any(first <= match.start() < last for first, last in taken) or not (half or _names_now(before)):
            continue
        clause = lower[max(start, match.start() - _CLAUSE) : match.start()]
        if not _life().search(lower, start, end) and not _held("other_time").search(clause):
            said = " ".join(lower[max(start, match.start() - 16) : match.end()].split())
            yield Clue(
                int(match[1]),
                said,
                next_year=bool(_QUARTER.search(before)),
                half=half,
                plan=_planned(clause),
                review=_reviewed(clause),
            )


def _planned(clause: str) -> bool:
    """Whether words before a year plan for it; "thực hiện kế hoạch" alone looks back."""
    return bool(_held("plans").search(clause)) and ("thực hiện" not in clause or "triển khai thực hiện" in clause)


def _reviewed(clause: str) -> bool:
    """Whether words before a year look back upon it, and no plan stands between."""
    found = _held("reviews").search(clause)
    planned = found and ("triển khai" in clause[found.end() :] or _held("plans").search(clause, found.end()))
    return bool(found) and not planned


@cache
def _held(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){phrases('dates', name)}")


def _names_now(before: str) -> bool:
    """Whether the words before a year make it the year of what the article reports."""
    noun = re.sub(r"năm\s+$", "", before)
    if "(" in noun and ")" not in noun[noun.rindex("(") :]:
        return False
    if re.search(r"(?:sinh|từ trần)[^.]{0,12}$", before):
        return False
    other_time = _before("not_now", r"(?:(?:cuối|đầu|hết)\s+)?", r"(?:năm\s+)?")
    return bool(_NOUN.search(noun)) and not other_time.search(before)


def told(recognition: Recognition) -> int:
    """The latest year whose days or months the article tells of: its own time is not before that."""
    lower, to_come = recognition.writing.lower, _before("ahead", r"(?:\w+\s+)?", r"(?:tháng|ngày|quý)?\s*")
    past = (m.parts["date"] for m in recognition.of("date") if not _stands_behind(to_come, lower, m.start))
    return max((printed.year for printed in past if printed.year and printed.month), default=1)


def named_later(recognition: Recognition) -> int:
    """The latest year that the text prints for anything but plans and terms: its own time is hardly before that."""
    lower, to_come = recognition.writing.lower, _before("ahead", r"(?:cuối\s+|đầu\s+)?", r"(?:năm\s+)?")
    spans = ((m.start, m.end) for kind in ("document", "term", "session") for m in recognition.of(kind))
    taken = {offset for start, end in spans for offset in range(start, end)}
    taken |= {match.start("last") for match in _TERM.finditer(lower)}
    years = (m for m in _PRINTED.finditer(lower) if m.start() not in taken)
    return max((int(m[1]) for m in years if not _stands_behind(to_come, lower, m.start())), default=1)


def explained(recognition: Recognition, year: int) -> bool:
    """Whether an anniversary of the text may make a year that of the founding: "kỷ niệm 30 năm" and a day of 1989."""
    counts = {int(match[1]) for match in _REMEMBERED.finditer(recognition.writing.lower)}
    printed = {int(match[1]) for match in _PRINTED.finditer(recognition.writing.lower)} if counts else set()
    return any(year + count <= LATEST and year - count not in printed for count in counts)
