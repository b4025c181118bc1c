"""The year that a printed date leaves out: from the article's own date, else from what the text prints beside it.

Nothing is guessed: without one of the clues below a date stays without a year, and so says no day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from kg.recognition.dates import PrintedDate
from kg.recognition.layer import Mention
from kg.recognition.recognition import Recognition

_LATEST = 2035  # no article is of a later year
_STALE = 2  # years by which a full date is too old to be of the time that the article names
_AHEAD = 40  # days that an article may look ahead with a date that has no year
_NEAR = 62  # days from a full date within which another date of the text is of the same time
# Words of a life, a career or a founding: their dates are not the article's time.
_PAST = re.compile(r"(?<![^\W_])(?:sinh|từ trần|qua đời|kết nạp|vào đảng|giữ chức|được bầu|trúng cử|tốt nghiệp|nhập ngũ|công tác tại|học tập tại|sáng lập|được phong|phong tặng|điều động|bầu bổ sung|được bổ nhiệm)(?![^\W_])")
_SINCE = re.compile(r"(?:từ|kể từ|từ ngày|từ tháng|thành lập|truyền thống|giải phóng|chiến thắng|sn|năm ngày)\s*\(?(?:ngày|tháng)?\s*$")
_ANNIVERSARY = re.compile(r"(?<!\d)(\d{2,3})\s+năm(?:\s|,)[^.\n]{0,70}?(?<!\d)((?:18|19|20)\d\d)(?!\d)(?:\s*-\s*(?:\d{1,2}[/.-]){0,2}((?:19|20)\d\d))?")
_REMEMBERED = re.compile(r"kỷ niệm\s+(?:lần thứ\s+)?(\d{2,3})(?:\s+năm)?(?![^\W_])")
_PRINTED = re.compile(r"(?<!\d)((?:18|19|20)\d\d)(?!\d)")
_YEAR = re.compile(r"(?<![\d/.-])((?:19|20)\d\d)(?![\d/])(?!\s*-\s*\d)")
# What stands before a year that is the article's own time: "công tác năm", "AFF Cup", "6 tháng cuối năm", "Xuân Ất Tỵ".
_NOW = re.compile(r"(?:[^\W\d_]\s+|\s\)\s+|[\"']\s+)$")
_NOT_NOW = re.compile(r"(?:đến|tới|từ|trước|sau|so với|tầm nhìn|giai đoạn|nhiệm kỳ|khóa|hết|mốc|luật|đầu|giữa|cuối|và|hồi|vào|trong khi|sn)\s+(?:cuối\s+|đầu\s+|hết\s+)?(?:năm\s+)?$|(?:sinh|từ trần)[^.]{0,12}$")
_AHEAD_OF = re.compile(r"(?:đến|tới|trước|hết|dự kiến|sẽ)\s+(?:\w+\s+)?(?:tháng|ngày|quý)?\s*$")
_HALF = re.compile(r"(?:tháng|quý|ngày|nửa|vụ)\s+(?:cuối|đầu)\s+(?:năm\s+)?$")
_QUARTER = re.compile(r"(?:quý|vụ|dịp)\s+(?:i|1|đầu|tết)\s+(?:năm\s+)?$")


@dataclass(frozen=True, slots=True)
class Resolved:
    """A day, and what was inferred to know it."""

    day: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Clue:
    """A printed time that tells the year of other dates. `month` None: a year alone; `next_year`: a plan for the
    year to come; `half`: a half of the year, which is spoken of in that year.
    """

    year: int
    words: str
    month: int | None = None
    day: int = 15
    next_year: bool = False
    half: bool = False


class Calendar:
    """Resolves the printed dates of one article."""

    def __init__(self, recognition: Recognition) -> None:
        self.published = recognition.article.date
        self.clues = [] if self.published else [*_dated(recognition), *_anniversaries(recognition), *_named(recognition)]
        self.told = _told(recognition)
        self.counts = {int(match[1]) for match in _REMEMBERED.finditer(recognition.writing.lower)}
        self.printed = {int(match[1]) for match in _PRINTED.finditer(recognition.writing.lower)}

    def resolve(self, printed: PrintedDate, *, last: bool = False) -> Resolved | None:
        """The first day that is printed (`last`: the last one), or None where a part of it is not known."""
        day = printed.last_day if last and printed.last_day else printed.day
        month = printed.last_month if last and printed.last_month else printed.month
        if not day or not month:
            return None
        year, note = (printed.year, "") if printed.year else self._year(month, day)
        with suppress(ValueError):
            return Resolved(date(year, month, day), note) if year else None
        return None

    def _year(self, month: int, day: int) -> tuple[int | None, str]:
        """The year of a day and month, and the note that says where it is from."""
        if self.published:
            year = _before(self.published, month, day)
            return year, f"year {year} from the article's date {self.published.isoformat()}"
        beside, alone = _beside(self.clues, month, day), _alone(self.clues, month)
        year, words = alone if alone and beside and alone[0] - beside[0] >= _STALE else beside or alone or (0, "")
        if year < self.told or any(year + count <= _LATEST and year - count not in self.printed for count in self.counts):
            return None, ""
        return year, f"year {year} from {words!r}"


def _before(published: date, month: int, day: int) -> int:
    """The year in which a day falls that an article of that date speaks of: its own, or the one before."""
    with suppress(ValueError):
        if (date(published.year, month, day) - published).days > _AHEAD:
            return published.year - 1
    return published.year


def _beside(clues: list[Clue], month: int, day: int) -> tuple[int, str] | None:
    """The year of the full date of the text that is of the same weeks; the latest such date wins."""
    near = [(year, -gap, clue.words) for clue in clues if clue.month for year, gap in [_nearest(clue, month, day)] if gap <= _NEAR]
    if not near:
        return None
    year, _, words = max(near)
    return year, words


def _nearest(clue: Clue, month: int, day: int) -> tuple[int, int]:
    """The year in which a day and month lie nearest to the clue's date, and how many days apart."""
    gaps = []
    for year in (clue.year - 1, clue.year, clue.year + 1):
        with suppress(ValueError):
            gaps.append((abs((date(year, month, day) - date(clue.year, clue.month or 1, clue.day)).days), year))
    gap, year = min(gaps, default=(_NEAR + 1, 0))
    return year, gap


def _alone(clues: list[Clue], month: int) -> tuple[int, str] | None:
    """The latest year that the text prints as its own; a meeting late in a year plans for the next one."""
    if halves := [(clue.year, clue.words) for clue in clues if clue.half]:
        return max(halves)
    years = sorted((clue.year - (clue.next_year and month > 6), clue.words) for clue in clues if not clue.month)
    if not years:
        return None
    if month >= 11 and years[0][0] < years[-1][0]:
        return next(pair for pair in years if pair[0] >= years[-1][0] - 1)
    return years[-1]


def _dated(recognition: Recognition) -> Iterator[Clue]:
    """Full dates and months with a year, but not those of lives and careers."""
    lower = recognition.writing.lower
    papers = [(m.start, m.end) for m in recognition.of("document")]
    for mention in recognition.of("date"):
        printed: PrintedDate = mention.parts["date"]
        if not printed.year or not printed.month or _SINCE.search(lower, max(0, mention.start - 24), mention.start):
            continue
        if not any(start <= mention.start < end for start, end in papers) and _of_life(recognition, mention):
            continue
        yield Clue(printed.year, lower[mention.start:mention.end], printed.month, printed.day or 15)


def _told(recognition: Recognition) -> int:
    """The latest year whose days or months the article tells of: its own time is not before that."""
    lower = recognition.writing.lower
    dates = ((m, m.parts["date"]) for m in recognition.of("date"))
    return max((p.year for m, p in dates if p.year and p.month and not _AHEAD_OF.search(lower, max(0, m.start - 24), m.start)), default=1)


def _of_life(recognition: Recognition, mention: Mention) -> bool:
    """Whether a date stands in the telling of a life or a career: near it for a full date, in all its sentence for a month."""
    start, end = recognition.sentence_span(recognition.sentence_at(mention.start))
    if mention.parts["date"].day:
        start, end = max(start, mention.start - 60), min(end, mention.end + 40)
    around = recognition.writing.lower[start:end]
    return bool(_PAST.search(around)) and not around.startswith(("sáng", "chiều", "tối", "ngày"))


def _anniversaries(recognition: Recognition) -> Iterator[Clue]:
    """"60 năm thành lập (1959-2019)", "30 năm từ ngày 15/3/1989": the year that the count and the founding give together."""
    for match in _ANNIVERSARY.finditer(recognition.writing.lower):
        count, founded, now = int(match[1]), int(match[2]), int(match[3] or 0)
        if founded + count <= _LATEST and now in (0, founded + count):
            yield Clue(founded + count, match.group())


def _named(recognition: Recognition) -> Iterator[Clue]:
    """Years named as the article's own: "công tác năm 2018", "AFF Cup 2018", "6 tháng cuối năm 2021"."""
    lower = recognition.writing.lower
    taken = [(m.start, m.end) for kind in ("document", "term", "session") for m in recognition.of(kind)]
    for match in _YEAR.finditer(lower):
        before = lower[max(0, match.start() - 30):match.start()]
        if any(start <= match.start() < end for start, end in taken) or not _named_now(before):
            continue
        start, end = recognition.sentence_span(recognition.sentence_at(match.start()))
        if not _PAST.search(lower, start, end):
            yield Clue(int(match[1]), " ".join(lower[max(start, match.start() - 16):match.end()].split()), next_year=bool(_QUARTER.search(before)), half=bool(_HALF.search(before)))


def _named_now(before: str) -> bool:
    """Whether the words before a year make it the year of what the article reports."""
    if _HALF.search(before):
        return True
    noun = re.sub(r"năm\s+$", "", before)
    if "(" in noun and ")" not in noun[noun.rindex("("):]:
        return False
    return bool(_NOW.search(noun)) and not _NOT_NOW.search(before)
