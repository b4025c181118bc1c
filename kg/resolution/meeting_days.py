"""On which days a meeting was held: the dates that stand at its name, or open the article that reports it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import islice

from kg.article import Role
from kg.recognition.dates import PrintedDate
from kg.recognition.layer import Mention
from kg.recognition.recognition import Recognition, Sentence
from kg.resolution.calendar import Calendar, Resolved
from kg.vi.lexicon import phrases

_FAR = 110  # characters behind a name within which its date may follow, where none stands before it
_CLOSE = 25  # ... where the meeting is only mentioned
_AT_ONCE = 10  # characters between a name and a date that belongs to it
_OPENING = 60  # characters of a sentence within which a date opens it
_ON = re.compile(r"\s*-\s*\d")  # "(11/5/1989 - 11/5/2019)" is from a founding to its anniversary
_AT_NAME = re.compile(r",?\s*(?:(?:vào|hôm|sáng|chiều|tối|ngày|lúc)\s+){0,3}")  # between a name and its own date
_AT_FIRST = re.compile(r"\s*(?:(?:trước đó|sau đó|tiếp đó|vào|hôm|sáng|trưa|chiều|tối|ngày)[\s,]+){0,4}")
_BRACKETED = re.compile(r"(?<!nay)(?<!nay )(?<!qua )(?<!ngày )\((?:từ\s+|từ ngày\s+|ngày\s+)?$")

Days = tuple[Resolved, date | None]


def _start(mention: Mention) -> int:
    return mention.start


def _day_and_month(mention: Mention) -> Iterator[tuple[int, int]]:
    printed: PrintedDate = mention.parts["date"]
    if printed.day and printed.month:
        yield printed.day, printed.month


@cache
def _said() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){phrases('dates', 'said')}")


@cache
def _remembrance() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<![^\W_]){phrases('dates', 'remembrance')}|\d\s*-)\s*\(?$")


class MeetingDays:
    """The days of the meetings of one article."""

    def __init__(self, recognition: Recognition, calendar: Calendar) -> None:
        self.recognition, self.calendar = recognition, calendar
        papers = [(m.start, m.end) for m in recognition.of("document")]
        self.dates = [m for m in recognition.of("date") if m.parts["date"].day and not self._aside(m, papers)]

    def _aside(self, mention: Mention, papers: list[tuple[int, int]]) -> bool:
        """Whether a date names a day of remembrance, or is the date of a document."""
        lower = self.recognition.writing.lower
        before = lower[max(0, mention.start - 30) : mention.start]
        if before.endswith("(") and _ON.match(lower, mention.end):
            return True
        return bool(_remembrance().search(before)) or any(start <= mention.start < end for start, end in papers)

    def at(self, mention: Mention, *, mentioned: bool) -> Days | None:
        """The first and the last day that the sentence of a mention gives its meeting; `mentioned`: it is no more."""
        for found in self._nearest(mention, mentioned):
            if days := self._days(found):
                return days
        return None

    def printed(self, mention: Mention, *, mentioned: bool) -> Iterator[tuple[int, int]]:
        """Day and month of the dates that the sentence of a mention gives its meeting, whatever their year."""
        for found in self._nearest(mention, mentioned):
            yield from _day_and_month(found)

    def _days(self, found: Mention) -> Days | None:
        first = self.calendar.resolve(found.parts["date"])
        last = self.calendar.resolve(found.parts["date"], last=True)
        return (first, last.day if last and last.day > first.day else None) if first else None

    def _nearest(self, mention: Mention, mentioned: bool) -> Iterator[Mention]:
        """The date right behind a name, else the last before it in its sentence, else those behind.

        `mentioned`: none before it, and behind those that are close.
        """
        start, end = self.recognition.sentence_span(self.recognition.sentence_at(mention.start))
        inside = self._between(start, end)
        behind = [m for m in inside if 0 <= m.start - mention.end < (_CLOSE if mentioned else _FAR)]
        behind = [m for m in behind if not _said().search(self.recognition.writing.lower, mention.end, m.start)]
        before = [m for m in inside if m.start < mention.start and not self._bracketed(m)]
        yield from (m for m in behind if _AT_NAME.fullmatch(self.recognition.writing.lower, mention.end, m.start))
        yield from () if mentioned else before[-1:]
        yield from behind

    def _bracketed(self, mention: Mention) -> bool:
        """Whether a date stands in brackets behind something else than "hôm nay"."""
        return bool(_BRACKETED.search(self.recognition.writing.lower, max(0, mention.start - 24), mention.start))

    def full_at(self, mention: Mention) -> date | None:
        """The full date that follows a name at once: "phiên họp ngày 7/12/2012"."""
        for found in self._between(mention.end, mention.end + _AT_ONCE + 1):
            if found.parts["date"].year:
                days = self._days(found)
                return days[0].day if days else None
        return None

    def opening(self) -> Days | None:
        """The date with which the first sentences of the article open."""
        long = (s for s in self.recognition.sentences if s.end - s.start > 20 and self._in_prose(s))
        return next((days for sentence in islice(long, 3) if (days := self._opens(sentence))), None)

    def _in_prose(self, sentence: Sentence) -> bool:
        return self.recognition.role(sentence) in (Role.BODY, Role.HEADLINE)

    def opening_of(self, sentence: Sentence) -> tuple[date | None, set[tuple[int, int]]]:
        """The day with which a sentence opens, and what is printed of it: day and month."""
        start, end = self.recognition.sentence_span(sentence)
        printed = {day for found in self._between(start, min(end, start + _OPENING)) for day in _day_and_month(found)}
        days = self._opens(sentence)
        return days[0].day if days else None, printed

    def last_opened(self, offset: int) -> Sentence | None:
        """The last sentence before an offset that opens with a day."""
        for found in reversed(self.dates[: bisect_left(self.dates, offset, key=_start)]):
            sentence = self.recognition.sentence_at(found.start)
            start, _ = self.recognition.sentence_span(sentence)
            if _AT_FIRST.fullmatch(self.recognition.writing.lower, start, found.start):
                return sentence
        return None

    def _opens(self, sentence: Sentence) -> Days | None:
        start, end = self.recognition.sentence_span(sentence)
        opening = self._between(start, min(end, start + _OPENING))
        first = (m for m in opening if not _said().search(self.recognition.writing.lower, start, m.start))
        return next((days for found in first if (days := self._days(found))), None)

    def _between(self, start: int, end: int) -> list[Mention]:
        """The dates that start between two offsets."""
        first = bisect_left(self.dates, start, key=_start)
        return self.dates[first : bisect_left(self.dates, end, lo=first, key=_start)]
