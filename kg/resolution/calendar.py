"""The year that a printed date leaves out: from the article's own date, else from what the text prints beside it.

Nothing is guessed: without a clue (`kg.resolution.clues`) a date stays without a year, and so says no day.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from kg.recognition.dates import PrintedDate
from kg.recognition.recognition import Recognition
from kg.resolution.clues import LATEST, Clue, clues, explained, named_later, told

_STALE = 2  # years by which a full date is too old to be of the time that the article names
_AHEAD = 40  # days that an article may look ahead with a date that has no year
_LOOSE = 14  # days that a past date may follow another: a month alone stands for its middle
_NEAR = 62  # days from a full date within which another date of the text is of the same time
_EARLY = 6  # the month until which one looks back on the year before
_PLANNING = 10  # the month from which on what is planned for a year is so in the year before
_LATE = 11  # the month from which on a meeting plans for the next year


@dataclass(frozen=True, slots=True)
class Resolved:
    """A day, and what was inferred to know it."""

    day: date
    note: str = ""


class Calendar:
    """Resolves the printed dates of one article."""

    def __init__(self, recognition: Recognition) -> None:
        self.recognition, self.published = recognition, recognition.article.date
        self.clues = [] if self.published else clues(recognition)
        self.told = max(told(recognition), min(named_later(recognition), LATEST) - 1)

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
        half = any(clue.half for clue in self.clues)  # "6 tháng đầu năm 2019" says more than a day of 2018
        stale = alone and beside and alone[0] - beside[0] >= (1 if half else _STALE)
        found = alone if stale else beside or alone
        if not found or found[0] < self.told or explained(self.recognition, found[0]):
            return None, ""
        return found[0], f"year {found[0]} from {found[1]!r}"


def _before(published: date, month: int, day: int) -> int:
    """The year in which a day falls that an article of that date speaks of: its own, or the one before."""
    with suppress(ValueError):
        if (date(published.year, month, day) - published).days > _AHEAD:
            return published.year - 1
    return published.year


def _beside(clues: list[Clue], month: int, day: int) -> tuple[int, str] | None:
    """The year of the full date of the text that is of the same weeks; the latest such date wins."""
    found = ((*_nearest(clue, month, day), clue.words) for clue in clues if clue.month)
    near = [(year, -gap, words) for year, gap, words in found if gap <= _NEAR]
    if not near:
        return None
    year, _, words = max(near)
    return year, words


def _nearest(clue: Clue, month: int, day: int) -> tuple[int, int]:
    """The year in which a day and month lie nearest to the clue's date, and how many days apart; far where what the
    clue tells of is past and would yet be after that day."""
    gaps = []
    for year in (clue.year - 1, clue.year, clue.year + 1):
        with suppress(ValueError):
            gaps.append(((date(year, month, day) - date(clue.year, clue.month or 1, clue.day)).days, year))
    gap, year = min(gaps, key=lambda pair: abs(pair[0]), default=(_NEAR + 1, 0))
    past = not clue.ahead and (year, month) <= (clue.year, clue.month or 1)
    return year, _NEAR + 1 if past and gap < -_LOOSE else abs(gap)


def _own(clue: Clue, month: int) -> int:
    """The year of a meeting in a month that speaks of a clue's year: late in a year of the next, early of the last."""
    ahead = clue.next_year and month > 6 or clue.plan and month >= _PLANNING
    return clue.year - ahead + (clue.review and month <= _EARLY and not ahead)


def _alone(clues: list[Clue], month: int) -> tuple[int, str] | None:
    """The latest year that the text prints as its own; a meeting late in a year plans for the next one."""
    if halves := [(clue.year, clue.words) for clue in clues if clue.half]:
        return max(halves)
    years = sorted((_own(clue, month), clue.words) for clue in clues if not clue.month)
    if not years:
        return None
    if month >= _LATE and years[0][0] < years[-1][0]:
        return next(pair for pair in years if pair[0] >= years[-1][0] - 1)
    return years[-1]
