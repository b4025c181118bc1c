"""What joins two records of one name, and what forbids it, office by office. No score: a tie is there or it is not.

A tie is something that two offices share and that two people of one name hardly share by chance: the post itself,
a body that both lead, a small territory, a province that both lead, the highest offices of the country. Which titles
and bodies are which stands in kg/vi/identity.toml.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TypeAlias

from kg.archive.record import Held, Key, Record
from kg.recognition.territories import province
from kg.vi.lexicon import table
from kg.vi.places import find
from kg.vi.places import provinces as known_provinces
from kg.vi.writing import fold

CENTRAL = "trung ương"
MERGED = "2025"  # in the key of a body of a province that was made in July 2025
KINDS = ("post", "body", "area", "nation")  # from the strongest to the weakest

Tie: TypeAlias = "tuple[str, Key]"  # one of KINDS, and what is shared


@cache
def _list(name: str) -> tuple[str, ...]:
    """A list of kg/vi/identity.toml, folded; a space at the end of a phrase keeps its place."""
    return tuple(fold(phrase) + " " * phrase.endswith(" ") for phrase in table("identity")[name])


@lru_cache(maxsize=8192)
def _is(text: str, name: str) -> bool:
    return text.startswith(_list(name))


def _leads(held: Held) -> bool:
    return _is(held.role, "single") or _is(held.role, "leading")


def _is_one_body(held: Held) -> bool:
    """Whether the body's name tells which body it is."""
    return bool(held.body) and (bool(held.seat) or not _is(held.body[0], "everywhere"))


@lru_cache(maxsize=65536)
def ties(held: Held) -> tuple[Tie, ...]:
    """What an office shares with others of the same holder."""
    return () if _is(held.role, "shared") else tuple(_ties(held))


def _ties(held: Held) -> Iterator[Tie]:
    if _is_national(held):
        yield "nation", ()
    if held.body and not _is_one_body(held):
        return
    if held.body:
        yield "post", (held.role, *held.body)
    if _leads(held):
        if held.body:
            yield "body", held.body
        for area in _areas(held):
            yield "area", area


def _is_national(held: Held) -> bool:
    return _is(held.role, "national") or bool(held.body) and held.body[0] in _list("national_bodies")


def _areas(held: Held) -> Iterator[Key]:
    """A commune or a district with its province; a province where the office leads it, or leads one of its bodies."""
    if not held.seat or not province(held.seat[-1]):
        return
    if len(held.seat) > 1:
        yield held.seat
    elif _is(held.body[0], "governing") or _is(held.role, "single"):
        yield from ((name,) for name in sorted(provinces(held)))


def provinces(held: Held) -> frozenset[str]:
    """The province of an office, by the folded name that it had before July 2025: several where they were joined."""
    name = held.seat[-1] if held.seat else ""
    if not province(name):
        return frozenset()
    return joined(name) if MERGED in held.body else frozenset((name,))


@cache
def joined(name: str) -> frozenset[str]:
    """The folded names of the provinces that were joined in July 2025 under this name, and the name itself."""
    new = {one.id for one in find(name) if one.since and not one.parent}
    old = (one for form in _all_provinces() for one in find(form) if not one.parent)
    return frozenset((name, *(fold(one.name) for one in old if new & set(one.successors))))


@cache
def _all_provinces() -> tuple[str, ...]:
    return tuple(sorted({fold(name) for name in known_provinces().values()}))


def opposed(one: Held, other: Held) -> bool:
    """Whether nobody holds both on one day: in two provinces, or the same single title in two districts or communes."""
    if one.former or other.former or _is(one.role, "shared") or _is(other.role, "shared"):
        return False
    here, there = provinces(one), provinces(other)
    if not here or not there:
        return False
    if not here & there:
        return True
    both_single = _is(one.role, "single") and _is(other.role, "single")
    return both_single and len(one.seat) == len(other.seat) > 1 and one.seat != other.seat


_WOMEN, _MEN = frozenset(map(fold, ("bà", "chị", "cô"))), frozenset(map(fold, ("ông", "anh", "cụ ông")))


def sexes(record: Record) -> frozenset[str]:
    """What the words before a name say: {"bà"}, {"ông"}, nothing, or both where an article says both."""
    said = set(record.address)
    return frozenset(word for word, words in (("bà", _WOMEN), ("ông", _MEN)) if said & words)
