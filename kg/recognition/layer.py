"""A text with its mentions masked: each mention becomes one private character, so that rules read over them.

"Đảng ủy Khối tổ chức hội nghị" with its body and its meeting masked is "B tổ chức M" to a rule. Masking is done
again after each family of mentions, so that larger mentions are made of smaller ones.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from kg.vi.anchors import Anchored, index, starts
from kg.vi.writing import Writing

KINDS = ("place", "body", "office", "person", "document", "meeting", "award", "group", "date", "term", "session",
         "number", "money", "role", "title", "figure", "movement", "election", "quote", "count")
MASK = {kind: chr(0xE000 + i) for i, kind in enumerate(KINDS)}
KIND = {char: kind for kind, char in MASK.items()}
STOP = "\uf8ff"  # the end of a sentence
_STOPS = re.compile(f"[{STOP}\n]")
MASKED = re.compile(f"[{chr(0xE000)}-{chr(0xE000 + len(KINDS) - 1)}]")


@dataclass(slots=True, eq=False)
class Mention:
    """A stretch of the working text that names something. `parts` holds what it is made of, by role."""

    kind: str
    start: int
    end: int
    parts: dict[str, Any] = field(default_factory=dict)
    rule: str = ""


def longest_first(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions that remain when a longer one to the left wins over each that overlaps it."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


@lru_cache(maxsize=4)  # the layers of an article differ in their mentions alone
def _stopped(text: str, stops: tuple[int, ...]) -> str:
    """A text with STOP for the sign at each of these offsets (in order)."""
    pieces, last = [], 0
    for stop in stops:
        pieces.append(text[last:stop])
        last = stop + 1
    return STOP.join([*pieces, text[last:]]) if pieces else text


class Layer:
    """The working text with `mentions` (sorted, apart from each other) masked.

    `text` is the masked text, `lower` the same in lower case; `at` gives the mention behind a masked position,
    `place` and `offset` go from a position in the masked text to an offset in the working text and back.
    """

    def __init__(self, writing: Writing, mentions: Iterable[Mention], stops: Iterable[int] = ()):
        self.writing = writing
        self.given = list(mentions)
        self.mentions = longest_first(self.given)
        self._holding: dict[frozenset[str], Set[int]] = {}  # what stands in which sentences
        self.at: dict[int, Mention] = {}
        self._masked: list[int] = [0]  # masked positions where a stretch starts ...
        self._offsets: list[int] = [0]  # ... and their offsets in the working text
        pieces, lower, size, offset = [], [], 0, 0
        self.stops = tuple(stops)
        text, lowered = _stopped(writing.text, self.stops), _stopped(writing.lower, self.stops)
        for mention in self.mentions:
            size += mention.start - offset
            pieces.append(text[offset:mention.start])
            lower.append(lowered[offset:mention.start])
            self._masked += [size, size + 1]
            self._offsets += [mention.start, mention.end]
            self.at[size] = mention
            pieces.append(MASK[mention.kind])
            lower.append(MASK[mention.kind])
            size, offset = size + 1, mention.end
        pieces.append(text[offset:])
        lower.append(lowered[offset:])
        self.text, self.lower = "".join(pieces), "".join(lower)

    def offset(self, position: int) -> int:
        """The offset in the working text of a masked position."""
        i = bisect_right(self._masked, position) - 1
        return min(self._offsets[i] + position - self._masked[i], len(self.writing.text))

    def stop(self, position: int) -> int:
        """The offset in the working text where what stands before a masked position ends."""
        last = self.at.get(position - 1)
        return last.end if last else self.offset(position - 1) + 1

    def without(self, dropped: set[int]) -> Layer:
        """The layer with the mentions of these identities (`id`) printed, but for the mentions inside them."""
        return Layer(self.writing, [m for m in self.given if id(m) not in dropped], self.stops)

    def place(self, offset: int) -> int:
        """The masked position of an offset in the working text (inside a mention: the mention's)."""
        i = bisect_right(self._offsets, offset) - 1
        return self._masked[i] if i % 2 else self._masked[i] + offset - self._offsets[i]

    def starts(self, words: frozenset[str]) -> list[int]:
        """The masked positions, in order, where one of these words in lower case starts outside of all mentions."""
        return self._outside(starts(self.writing.lower, words))

    def _outside(self, offsets: Iterable[int]) -> list[int]:
        """The masked positions of those of some offsets in the working text that no mention covers."""
        found: list[int] = []
        for offset in offsets:
            i = bisect_right(self._offsets, offset) - 1
            if i % 2 == 0:
                found.append(self._masked[i] + offset - self._offsets[i])
        return found

    def standing(self, one: str) -> list[tuple[int, int]]:
        """Where a word in lower case starts outside of all mentions, or where mentions stand that have this mask: the
        masked positions, in order, each with the number of its sentence or line."""
        if (found := self._standing.get(one)) is None:
            ends = self.ends
            found = [(at, bisect_left(ends, at)) for at in self._outside(index(self.writing.lower).places.get(one, ()))]
            self._standing[one] = found
        return found

    @cached_property
    def ends(self) -> list[int]:
        """The masked positions where a sentence or a line ends, in order."""
        return [*(match.start() for match in _STOPS.finditer(self.text)), len(self.text)]

    @cached_property
    def _standing(self) -> dict[str, list[tuple[int, int]]]:
        found: dict[str, list[tuple[int, int]]] = {mask: [] for mask in KIND}
        for at, mention in self.at.items():
            found[MASK[mention.kind]].append((at, bisect_left(self.ends, at)))
        return found

    def holding(self, parts: Iterable[frozenset[str]]) -> Set[int]:
        """The numbers of the sentences and lines that hold one of each of these parts, words in lower case or masks."""
        numbers: Set[int] | None = None
        for part in parts:
            numbers = self._held(part) if numbers is None else numbers & self._held(part)
            if not numbers:
                return numbers
        return set(range(len(self.ends))) if numbers is None else numbers

    @cached_property
    def _there(self) -> Set[str]:
        """The words of the text and the masks of the mentions."""
        return {*index(self.writing.lower).places, *(MASK[mention.kind] for mention in self.mentions)}

    def _held(self, part: frozenset[str]) -> Set[int]:
        if (numbers := self._holding.get(part)) is None:
            there = part & self._there
            numbers = self._holding[part] = {number for one in there for _, number in self.standing(one)}
        return numbers

    def find(self, pattern: Anchored) -> Iterator[re.Match[str]]:
        """The matches of a pattern in the masked text in lower case."""
        return pattern.at(self.lower, self._outside(pattern.starts(self.writing.lower)))

    def inside(self, start: int, end: int) -> Iterator[Mention]:
        """The mentions masked between two masked positions."""
        for match in MASKED.finditer(self.text, start, end):
            yield self.at[match.start()]

