"""Which stated thing is which annotated one: by their names, one to one, the closest first."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache
from typing import TypeVar

from kg.vi.lexicon import words
from kg.vi.writing import fold

G = TypeVar("G", bound=Hashable)
P = TypeVar("P", bound=Hashable)
Names = frozenset[str]

ENOUGH = 0.6  # words in common (F1) that make two printed names one


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, str]:
    return {fold(short): fold(full) for short, full in words("abbreviations").items() if " " not in fold(short)}


@lru_cache(maxsize=65536)
def comparable(name: str) -> str:
    """A name with its abbreviations spelt out, in the form in which names compare."""
    spelt = fold(name.replace("T.Ư", "TW ").replace("TP.", "TP "))
    return " ".join(_abbreviations().get(word, word) for word in spelt.split())


def names(*printed: str | None) -> Names:
    return frozenset(comparable(name) for name in printed if name and name.strip())


def overlap(left: str, right: str) -> float:
    """The words that two names share (F1 of their sets), 0 to 1."""
    a, b = set(left.split()), set(right.split())
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def same_name(gold: Names, stated: Names) -> float:
    return float(bool(gold & stated)) and 1.0 + len(gold & stated)


def likeness(gold: Names, stated: Names) -> float:
    """How alike the closest two names are, 0 where too little."""
    best = max((overlap(a, b) for a in gold for b in stated), default=0.0)
    return best if best >= ENOUGH else 0.0


def align(gold: Mapping[G, object], stated: Mapping[P, object], closeness: Callable[..., float]) -> dict[P, G]:
    """Stated thing -> annotated thing, the closest pairs first, each at most once."""
    pairs = (
        (closeness(g, p), i, j, gk, pk)
        for i, (gk, g) in enumerate(gold.items())
        for j, (pk, p) in enumerate(stated.items())
    )
    found: dict[P, G] = {}
    used: set[G] = set()
    for _, _, _, of_gold, of_stated in sorted(
        (row for row in pairs if row[0] > 0), key=lambda row: (-row[0], row[1], row[2])
    ):
        if of_gold not in used and of_stated not in found:
            found[of_stated] = of_gold
            used.add(of_gold)
    return found
