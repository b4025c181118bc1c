"""Patterns that start with known words or digits, tried where one of these stands and nowhere else.

The words of a text are found once, however many patterns read it: a search then costs as much as the text holds of a
pattern's words, which for most articles and most patterns is nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import accumulate

from kg.vi.writing import settle_tones

DIGITS = "0"  # stands for any run of digits
_LETTERS = re.compile(r"([^\W\d_]+)")
_DIGITS = re.compile(r"\d+")


@lru_cache(maxsize=4)
def places(lower: str) -> Mapping[str, list[int]]:
    """Each word of a text in lower case, and DIGITS -> the offsets where it starts, in order."""
    pieces = _LETTERS.split(lower)
    found: defaultdict[str, list[int]] = defaultdict(list)
    offsets = list(accumulate(map(len, pieces)))
    for word, offset in zip(pieces[1::2], offsets[:-1:2], strict=True):
        found[word].append(offset)
    found[DIGITS] = [match.start() for match in _DIGITS.finditer(lower)]
    return found


def starts(lower: str, words: frozenset[str]) -> list[int]:
    """The offsets in a text in lower case where one of these words starts, in order."""
    there = places(lower)
    return sorted([place for word in words & there.keys() for place in there[word]])


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The words in lower case that phrases start with. Raises ValueError where one starts with a sign."""
    return frozenset(map(_first_word, phrases))


def _first_word(phrase: str) -> str:
    found = _LETTERS.match(settle_tones(phrase).lower())
    if not found and not _DIGITS.match(phrase):
        raise ValueError(f'"{phrase}" starts with no letter and no digit')
    return found.group() if found else DIGITS


class Anchored:
    """A pattern each match of which starts with one of `words` (in lower case; DIGITS for any number), whole."""

    def __init__(self, expression: str, words: Iterable[str], flags: int = 0) -> None:
        self.pattern, self.words = re.compile(expression, flags), frozenset(words)

    def finditer(self, lower: str, text: str | None = None) -> Iterator[re.Match[str]]:
        """The matches in a text in lower case, or in `text` as printed, from left to right and apart."""
        return self.at(lower if text is None else text, starts(lower, self.words))

    def at(self, text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
        """The matches that start at these places (in order), from left to right and apart."""
        end, match_at = 0, self.pattern.match
        for place in places:
            if place >= end and (match := match_at(text, place)):
                yield match
                end = match.end()
