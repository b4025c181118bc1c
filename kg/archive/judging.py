"""Judgements as they bear on persons: which keys they join or part, and which names they connect."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from kg.archive.agreement import conflicts, groups
from kg.archive.identity import Judged
from kg.archive.judgements import Judgement, Verdict
from kg.archive.record import Key, key_of

Pair = tuple[Key, Key]


@dataclass(frozen=True, slots=True)
class Judging:
    """Judgements of persons by name. Those that contradict each other are left out."""

    same: tuple[Pair, ...]
    different: tuple[Pair, ...]
    together: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, judgements: Iterable[Judgement], base: str) -> Judging:
        """The judgements that speak of persons whose IRIs begin with `base`."""
        judged = undisputed(judgements)
        keys = [[key for name in group if (key := key_of(name, base))] for group in groups(judged)]
        same = tuple(pair for group in keys for pair in pairwise(group))
        parted = ((key_of(one.one, base), key_of(one.other, base)) for one in judged
                  if one.verdict is Verdict.DIFFERENT)
        return cls(same, tuple(sorted({pair for pair in parted if all(pair)})), _together(same))

    def names_with(self, name: str) -> frozenset[str]:
        """The names that must be looked at together: this one, and those that judgements join it with."""
        return self.together.get(name, frozenset((name,)))

    def about(self, names: Iterable[str]) -> Judged:
        """What is judged of these names alone."""
        known = frozenset(names)
        return Judged(*(tuple(pair for pair in pairs if {key[0] for key in pair} <= known)
                        for pairs in (self.same, self.different)))

    def changed_from(self, before: Judging) -> frozenset[str]:
        """The names whose persons may be others now, `before` having been applied."""
        pairs = {*self.same, *self.different} ^ {*before.same, *before.different}
        names = {key[0] for pair in pairs for key in pair}
        return frozenset(other for name in names for other in (*self.names_with(name), *before.names_with(name)))

    def __str__(self) -> str:
        """As JSON, for `parsed`."""
        return json.dumps([self.same, self.different], ensure_ascii=False)

    @classmethod
    def parsed(cls, text: str) -> Judging:
        """What `str` gave; no judgements where it is empty."""
        same, different = (tuple((tuple(one), tuple(other)) for one, other in pairs)
                           for pairs in json.loads(text or "[[],[]]"))
        return cls(same, different, _together(same))


def undisputed(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements without those that contradict each other, whole groups of them: nobody can tell which is wrong."""
    judged = list(judgements)
    doubted = {conflict.different.key for conflict in conflicts(judged)}
    agreed = {name for group in groups(judged) for name in group}
    return [one for one in judged if (one.one in agreed if one.verdict is Verdict.SAME else one.key not in doubted)]


def _together(groups: Iterable[Iterable[Key]]) -> Mapping[str, frozenset[str]]:
    """Name -> all names that judgements connect it with, itself among them."""
    found: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        names = {key[0] for key in group}
        united = names.union(*(found[name] for name in names))
        for name in united:
            found[name] = united
    return {name: frozenset(names) for name, names in found.items()}
