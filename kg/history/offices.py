"""Offices that contradict each other: two holders of a single one, or two of one person that exclude each other.

Which offices one person holds at a time, and which exclude each other, stands in kg/vi/contradictions.toml.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import combinations

from kg.history.contradiction import Contradiction, Kind, Side, first_of_each
from kg.history.holding import Holding, by_office
from kg.vi.lexicon import table
from kg.vi.writing import fold

Seats = Mapping[str, frozenset[str]]
_NOTHING: frozenset[str] = frozenset()


@cache
def _single() -> frozenset[str]:
    return frozenset(map(fold, (*table("identity")["single"], *table("contradictions")["single"])))


@lru_cache(maxsize=65536)
def _starts(name: str, heads: tuple[str, ...]) -> bool:
    """Whether a name begins with the words of one of the heads."""
    words = f"{fold(name)} "
    return any(words.startswith(f"{fold(head)} ".lstrip()) for head in heads)


def is_single(held: Holding, seats: Seats) -> bool:
    """Whether one person at a time holds an office, and it is known which office it is."""
    known, role = table("contradictions"), fold(held.role)
    if not held.body:
        return role in map(fold, known["alone"])
    several = known["several"].get(role, ())
    return role in _single() and not _starts(held.body_label, tuple(several)) and _is_one(held, seats)


def _is_one(held: Holding, seats: Seats) -> bool:
    """Whether the body's name, or its territory, tells which body it is."""
    if held.body in seats or not _starts(held.body_label, tuple(table("identity")["everywhere"])):
        return True
    words = f" {fold(held.body_label)} "
    return any(f" {fold(sign)} " in words for sign in table("contradictions")["bodies"]["central"])


def several_holders(held: Iterable[Holding], seats: Seats) -> Iterator[Contradiction]:
    """Single offices that several people hold on one day, once for each group of people."""
    for office, all_of_it in by_office(held).items():
        if is_single(all_of_it[0], seats):
            yield from _holders(office, all_of_it)


def _holders(office: tuple[str, str], held: list[Holding]) -> Iterator[Contradiction]:
    left = {(one.label, day) for one in held if one.former for day in one.days()}
    active = [one for one in held if not one.former]
    days = sorted({day for one in active for day in one.days()})
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for day in days:
        present = {one.label for one in active
                   if one.covers(day) and not one.moves_on(day) and (one.label, day) not in left}
        if len({fold(name) for name in present}) > 1:
            groups[tuple(sorted(present))].append(day)
    for names, shared in sorted(groups.items()):
        sides = tuple(_side(name, [one for one in active if one.label == name], shared) for name in names)
        yield Contradiction(Kind.HOLDERS, office[1], held[0].title, sides, tuple(shared))


def _side(label: str, held: list[Holding], days: Iterable[str]) -> Side:
    """What speaks for one holder: the articles of those days, else those that state the times."""
    all_of_them = [witness for one in held for witness in one.witnesses]
    of_the_days = [witness for witness in all_of_them if witness.day in days]
    return Side(held[0].person, label, first_of_each(of_the_days or all_of_them))


def offices_apart(held: Iterable[Holding], seats: Seats) -> Iterator[Contradiction]:
    """Offices of one person that nobody holds on one day, once for each pair of them."""
    people: dict[str, list[Holding]] = defaultdict(list)
    for one in held:
        if not one.former and is_single(one, seats):
            people[one.person].append(one)
    for several in people.values():
        for one, other in combinations(several, 2):
            why = _apart(one, other, seats)
            shared = tuple(sorted(day for day in one.days() | other.days() if one.covers(day) and other.covers(day)
                                  and not one.moves_on(day) and not other.moves_on(day)))
            if why is not None and shared and one.office != other.office:
                sides = tuple(_side(each.title, [each], shared) for each in (one, other))
                yield Contradiction(Kind.OFFICES, one.person, one.label, sides, shared, why)


def _apart(one: Holding, other: Holding, seats: Seats) -> Mapping[str, str] | None:
    """Why nobody holds both, by language; None where somebody may."""
    here, there = seats.get(one.body, _NOTHING), seats.get(other.body, _NOTHING)
    for rule in table("contradictions")["apart"]:
        fits = any(_fits(first, rule["one"]) and _fits(second, rule["other"])
                   for first, second in ((one, other), (other, one)))
        if fits and (rule.get("same") != "territory" or here & there):
            return {"vi": rule["vi"], "en": rule["en"]}
    if fold(one.role) == fold(other.role) and here and there and not here & there and _alike(one, other):
        return {"vi": "cùng một chức danh ở hai địa bàn", "en": "one title in two territories"}
    return None


def _fits(held: Holding, form: Mapping[str, str]) -> bool:
    return fold(held.role) == fold(form["title"]) and _starts(held.body_label, (form.get("body", ""),))


def _alike(one: Holding, other: Holding) -> bool:
    """Whether both bodies lead a territory and are of one kind: Tỉnh ủy and Tỉnh ủy, Ủy ban and Ủy ban."""
    return any(_starts(one.body_label, (head,)) and _starts(other.body_label, (head,))
               for head in table("identity")["governing"])
