"""A meeting of one article, with all that its mentions say of it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date

from kg.article import Span
from kg.recognition.meeting_names import listed
from kg.resolution.calendar import Resolved

_TELLING = 4  # more words than this in a name say which meeting it is


@dataclass(slots=True, eq=False)
class Event:
    """A meeting of the article. `reported`: some sentence tells of it, `held`: that it was held or what was done there;
    the others are only mentioned.
    """

    kind: str
    label: str
    ordinal: int | None = None
    term: tuple[int, int] | None = None
    session: int | None = None
    bare: bool = False
    of_body: bool = False  # one of its names says whose meeting it is
    reported: bool = False
    held: bool = False
    starts: list[int] = field(default_factory=list)  # of its mentions, sorted
    told_at: list[int] = field(default_factory=list)  # of those that tell of it
    days: set[date] = field(default_factory=set)  # full dates at its names
    forms: dict[str, None] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    start: Resolved | None = None
    end: date | None = None
    printed: set[tuple[int, int]] = field(default_factory=set)  # day and month of the dates at its names

    @property
    def first(self) -> int:
        return self.starts[0]

    def last_before(self, offset: int) -> int:
        """Where the last mention before an offset that tells of it starts, or -1."""
        at = bisect_left(self.told_at, offset)
        return self.told_at[at - 1] if at else -1

    @property
    def told(self) -> bool:
        """Whether it is worth telling without any fact about it: its name says which meeting it is."""
        says = self.reported or bool(self.ordinal or self.session or self.start) or len(self.label.split()) > _TELLING
        return says and not self.bare and not self.aside

    @property
    def aside(self) -> bool:
        """Whether it is of a kind that people watch, compete in or travel for."""
        return self.kind in listed("asides")
