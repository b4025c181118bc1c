"""A text with its mentions masked: each mention becomes one private character, so that rules read over them.

"Đảng ủy Khối tổ chức hội nghị" with its body and its meeting masked is "B tổ chức M" to a rule. Masking is done
again after each family of mentions, so that larger mentions are made of smaller ones.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
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
    """The mentions, given in the order of `reading_order`, that remain when a longer one to the left wins over each
    that overlaps it."""
    kept: list[Mention] = []
    end = 0
    for mention in mentions:
        if mention.start >= end:
            kept.append(mention)
            end = mention.end
    return kept


def reading_order(mention: Mention) -> tuple[int, int]:
    """The key by which mentions are sorted: from left to right, the longer one first."""
    return mention.start, -mention.end


@lru_cache(maxsize=4)  # the layers of an article differ in their mentions alone
def _stopped(text: str, stops: tuple[int, ...]) -> str:
    """A text with STOP for the sign at each of these offsets (in order)."""
    pieces, last = [], 0
    for stop in stops:
        pieces.append(text[last:stop])
        last = stop + 1
    return STOP.join([*pieces, text[last:]]) if pieces else text


class Layer:
    """The working text with `given` (mentions in the order of `reading_order`) masked; laid when it is first read.

    `text` is the masked text, `lower` the same in lower case; `at` gives the mention behind a masked position,
    `place` and `offset` go from a position in the masked text to an offset in the working text and back.
    """

    def __init__(self, writing: Writing, given: Iterable[Mention], stops: Iterable[int] = ()):
        self.writing = writing
        self.given = list(given)
        self.stops = tuple(stops)
        self._holding: dict[frozenset[str], Set[int]] = {}  # what stands in which sentences

    @cached_property
    def mentions(self) -> list[Mention]:
        """The mentions that are masked, in order and apart from each other."""
        return longest_first(self.given)

    @cached_property
    def text(self) -> str:
        return self._laid(_stopped(self.writing.text, self.stops))

    @cached_property
    def lower(self) -> str:
        return self._laid(_stopped(self.writing.lower, self.stops))

    def _laid(self, text: str) -> str:
        """A text with one character for each mention."""
        pieces: list[str] = []
        last = 0
        for mention in self.mentions:
            pieces += text[last : mention.start], MASK[mention.kind]
            last = mention.end
        return "".join((*pieces, text[last:]))

    @cached_property
    def _offsets(self) -> list[int]:
        """The offsets in the working text where a stretch starts, a mention or what stands between two ..."""
        return [0, *(offset for mention in self.mentions for offset in (mention.start, mention.end))]

    @cached_property
    def _masked(self) -> list[int]:
        """... and their masked positions."""
        found, left_out = [0], 0
        for mention in self.mentions:
            found += mention.start - left_out, mention.start - left_out + 1
            left_out += mention.end - mention.start - 1
        return found

    @cached_property
    def at(self) -> dict[int, Mention]:
        return dict(zip(self._masked[1::2], self.mentions, strict=True))

    def offset(self, position: int) -> int:
        """The offset in the working text of a masked position."""
        i = bisect_right(self._masked, position) - 1
        found = self._offsets[i] + position - self._masked[i]
        return found if found < len(self.writing.text) else len(self.writing.text)

    def stop(self, position: int) -> int:
        """The offset in the working text where what stands before a masked position ends."""
        last = self.at.get(position - 1)
        return last.end if last else self.offset(position - 1) + 1

    def without(self, dropped: set[int]) -> Layer:
        """The layer with the mentions of these identities (`id`) printed, but for the mentions inside them."""
        return self if not dropped else Layer(self.writing, [m for m in self.given if id(m) not in dropped], self.stops)

    def place(self, offset: int) -> int:
        """The masked position of an offset in the working text (inside a mention: the mention's)."""
        i = bisect_right(self._offsets, offset) - 1
        return self._masked[i] if i % 2 else self._masked[i] + offset - self._offsets[i]

    def capitalized(self, words: frozenset[str]) -> list[int]:
        """The masked positions, in order, where one of these words in lower case starts outside of all mentions and is
        printed with a capital."""
        text = self.writing.text
        return self._outside([offset for offset in starts(self.writing.lower, words) if text[offset].isupper()])

    def _outside(self, offsets: Sequence[int]) -> list[int]:
        """The masked positions of those of some offsets in the working text that no mention covers."""
        if not offsets:
            return []
        found: list[int] = []
        stretches, masked = self._offsets, self._masked
        for offset in offsets:
            i = bisect_right(stretches, offset) - 1
            if i % 2 == 0:
                found.append(masked[i] + offset - stretches[i])
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
        return {*index(self.writing.lower).words, *(MASK[mention.kind] for mention in self.mentions)}

    def _held(self, part: frozenset[str]) -> Set[int]:
        if (numbers := self._holding.get(part)) is None:
            there = part & self._there
            numbers = self._holding[part] = {number for one in there for _, number in self.standing(one)}
        return numbers

    def find(self, pattern: Anchored) -> Iterator[re.Match[str]]:
        """The matches of a pattern in the masked text in lower case."""
        places = self.places(pattern)
        return pattern.at(self.lower, places) if places else iter(())

    def places(self, pattern: Anchored) -> list[int]:
        """The masked positions, in order, where a match of a pattern may start."""
        return self._outside(pattern.starts(self.writing.lower))

    def inside(self, start: int, end: int) -> Iterator[Mention]:
        """The mentions masked between two masked positions."""
        for match in MASKED.finditer(self.text, start, end):
            yield self.at[match.start()]

