"""What cannot both be true, each side with the words that say it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What contradicts."""

    HOLDERS = "two-holders"
    OFFICES = "two-offices"
    ISSUED = "two-dates-of-issue"
    MEETING = "two-meeting-dates"
    ISSUERS = "two-issuers"


TITLES: Mapping[Kind, Mapping[str, str]] = {
    Kind.HOLDERS: {"vi": "một chức vụ, nhiều người giữ trong một ngày", "en": "one office, several holders on one day"},
    Kind.OFFICES: {"vi": "một người, hai chức vụ không thể cùng giữ trong một ngày",
                   "en": "one person, two offices that nobody holds on one day"},
    Kind.ISSUED: {"vi": "một văn bản, nhiều ngày ban hành", "en": "one document, several dates of issue"},
    Kind.MEETING: {"vi": "một hội nghị, nhiều ngày họp", "en": "one meeting, several dates"},
    Kind.ISSUERS: {"vi": "một văn bản, nhiều cơ quan ban hành", "en": "one document, several issuers"},
}


@dataclass(frozen=True, slots=True, order=True)
class Witness:
    """What one article says: its IRI, title and day, and the words at [start, end) of its text in code points.

    inferred  whether the article's day is inferred and not printed
    """

    day: str
    source: str
    start: int
    end: int
    words: str = ""
    article: str = ""
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One of the things that exclude each other: its IRI or date, its name, and who says it, the earliest first."""

    value: str
    label: str
    witnesses: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two or more sides of which at most one is true of `thing`.

    days  the days on which they exclude each other; () where it is no matter of days
    why   the rule that they break, by language; empty where the kind says it all
    """

    kind: Kind
    thing: str
    label: str
    sides: tuple[Side, ...]
    days: tuple[str, ...] = ()
    why: Mapping[str, str] | None = None


def first_of_each(witnesses: Iterable[Witness]) -> tuple[Witness, ...]:
    """The first passage of each article, by day."""
    found: dict[str, Witness] = {}
    for witness in sorted(witnesses):
        found.setdefault(witness.source, witness)
    return tuple(sorted(found.values()))
