"""The year that a printed date leaves out: from the article's own date, else from the years that its text prints."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from kg.recognition.dates import PrintedDate
from kg.recognition.recognition import Recognition

_NOT_NOW = re.compile(r"(?:đến|tới|từ|giai đoạn|nhiệm kỳ|tầm nhìn|trước|khóa|sinh|so với|quyết định|luật)\s+(?:cuối\s+|đầu\s+|hết\s+)?(?:năm\s+)?$")
_AHEAD = 40  # days that an article may look ahead with a date that has no year


@dataclass(frozen=True, slots=True)
class Resolved:
    """A day, and what was inferred to know it."""

    day: date
    note: str = ""


class Calendar:
    """Resolves the printed dates of one article."""

    def __init__(self, recognition: Recognition) -> None:
        self.published = recognition.article.date
        self.year, self.words = (self.published.year, "") if self.published else _printed_year(recognition)

    def resolve(self, printed: PrintedDate, *, last: bool = False) -> Resolved | None:
        """The first day that is printed (`last`: the last one), or None where a part of it is not known."""
        day = printed.last_day if last and printed.last_day else printed.day
        month = printed.last_month if last and printed.last_month else printed.month
        if not day or not month:
            return None
        year = printed.year or self._year(month, day)
        with suppress(ValueError):
            if year:
                return Resolved(date(year, month, day), "" if printed.year else self._note(year))
        return None

    def _year(self, month: int, day: int) -> int | None:
        if not self.published or not self.year:
            return self.year
        with suppress(ValueError):
            if (date(self.year, month, day) - self.published).days > _AHEAD:
                return self.year - 1
        return self.year

    def _note(self, year: int) -> str:
        if self.published:
            return f"year {year} from the article's date {self.published.isoformat()}"
        return f"year {year} from {self.words!r}"


def _printed_year(recognition: Recognition) -> tuple[int | None, str]:
    """The latest year that the text prints as its own time: in a full date or after "năm"."""
    found: list[tuple[int, str]] = []
    text, lower = recognition.writing.text, recognition.writing.lower
    for mention in recognition.of("date"):
        printed: PrintedDate = mention.parts["date"]
        if printed.year and not _NOT_NOW.search(lower, max(0, mention.start - 24), mention.start):
            found.append((printed.year, text[mention.start:mention.end]))
    return max(found, key=lambda pair: pair[0]) if found else (None, "")
