"""Persons of one name that stayed apart though something speaks for one person: what people are asked to judge.

Nothing here is a score. What speaks for and against one person is told as reasons, and pairs with fewer reasons
against and more for come first.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import combinations

from kg.archive.judgements import Judgement
from kg.archive.known import Known
from kg.archive.record import Held, Key, Record, key_of, person_path
from kg.archive.ties import opposed, provinces, sexes

NEAR = 3  # days between two articles that tell of one event


class Reason(StrEnum):
    """What speaks for one person, or against it."""

    PROVINCE = "province"
    BODY = "body"
    DAYS = "days"
    PROVINCES = "provinces"
    OPPOSED = "opposed"
    SEXES = "sexes"


WORDS: Mapping[Reason, Mapping[str, str]] = {
    Reason.PROVINCE: {"vi": "chức vụ ở cùng một tỉnh, thành phố: {}", "en": "offices in one province: {}"},
    Reason.BODY: {"vi": "cơ quan cùng tên: {}", "en": "bodies of one name: {}"},
    Reason.DAYS: {"vi": "bài cùng ngày hoặc cách nhau vài ngày, một bài không nêu chức vụ: {}",
                  "en": "articles of the same days, one of them without an office: {}"},
    Reason.PROVINCES: {"vi": "chức vụ ở những tỉnh, thành phố khác nhau: {}",
                       "en": "offices in different provinces: {}"},
    Reason.OPPOSED: {"vi": "hai chức vụ không ai giữ trong cùng một ngày: {}",
                     "en": "two offices that nobody holds on one day: {}"},
    Reason.SEXES: {"vi": "bài gọi là ông, bài gọi là bà", "en": "called a man here and a woman there"},
}


@dataclass(frozen=True)
class Person:
    """A person of the archive, with the records of the articles that name him, by day. What pairs are compared by is
    worked out once: a common name has many pairs."""

    iri: str
    label: str
    records: tuple[Record, ...]

    @cached_property
    def held(self) -> frozenset[Held]:
        return frozenset(held for record in self.records for held in record.held)

    @cached_property
    def days(self) -> tuple[int, ...]:
        """The days of the articles, sorted, as `date.toordinal` counts them."""
        return tuple(sorted({date.fromisoformat(record.day).toordinal() for record in self.records if record.day}))

    @cached_property
    def provinces(self) -> frozenset[str]:
        return frozenset(name for held in self.held for name in provinces(held))

    @cached_property
    def bodies(self) -> frozenset[str]:
        return frozenset(held.body[0] for held in self.held if held.body)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two persons who may be one; each reason with what it is about, in words of the articles."""

    one: Person
    other: Person
    why: tuple[tuple[Reason, str], ...]
    why_not: tuple[tuple[Reason, str], ...]


def candidates(state: Known, judged: Iterable[Judgement] = ()) -> list[Candidate]:
    """All pairs of persons of one name of which something speaks for one person, without those that were judged."""
    base = state.base
    settled = {frozenset(_now(name, state, base) for name in (one.one, one.other)) for one in judged}
    found = [candidate for name in state.names() for candidate in _pairs(state.persons(name), base)
             if frozenset((candidate.one.iri, candidate.other.iri)) not in settled]
    return sorted(found, key=lambda one: (len(one.why_not), -len(one.why), one.one.iri, one.other.iri))


def _now(name: str, state: Known, base: str) -> str:
    """The IRI that a person's IRI stands for now."""
    key = key_of(name, base)
    now = state.canonical(key) if key else ()
    return base + person_path(now) if now else name


def _pairs(persons: Mapping[Key, list[Record]], base: str) -> Iterator[Candidate]:
    known = [Person(base + person_path(key), records[0].label, tuple(sorted(records, key=lambda one: one.age)))
             for key, records in sorted(persons.items())]
    for one, other in combinations(known, 2):
        if why := tuple(_why(one, other)):
            yield Candidate(one, other, why, tuple(_why_not(one, other)))


def _why(one: Person, other: Person) -> Iterator[tuple[Reason, str]]:
    if shared := one.provinces & other.provinces:
        yield Reason.PROVINCE, _names(shared)
    if bodies := one.bodies & other.bodies:
        yield Reason.BODY, ", ".join(sorted(bodies))
    if not (one.held and other.held) and (near := _near(one.days, other.days)):
        yield Reason.DAYS, ", ".join(near)


def _why_not(one: Person, other: Person) -> Iterator[tuple[Reason, str]]:
    here, there = one.provinces, other.provinces
    if here and there and not here & there:
        yield Reason.PROVINCES, f"{_names(here)} – {_names(there)}"
    if clash := _clash(one, other):
        yield Reason.OPPOSED, clash
    said = [{sex for record in person.records for sex in sexes(record)} for person in (one, other)]
    if all(len(sex) == 1 for sex in said) and said[0] != said[1]:
        yield Reason.SEXES, ""


def _names(folded: Iterable[str]) -> str:
    return ", ".join(sorted(folded)).title()


def _near(days: Sequence[int], others: Sequence[int]) -> list[str]:
    """The first two days that are near each other, or nothing."""
    for day in days:
        at = bisect_left(others, day - NEAR)
        if at < len(others) and others[at] <= day + NEAR:
            return [date.fromordinal(one).isoformat() for one in sorted({day, others[at]})]
    return []


def _clash(one: Person, other: Person) -> str:
    """The first two offices that articles of one day name and that nobody holds together."""
    for record in one.records:
        for theirs in other.records:
            if record.day and record.day == theirs.day:
                for held in record.held:
                    for another in theirs.held:
                        if opposed(held, another):
                            return f"{record.day}, {held.label} – {another.label}"
    return ""
