"""Patterns that start with known words or digits, tried where one of these stands and nowhere else.

The words of a text are found once, however many patterns read it: a search then costs as much as the text holds of a
pattern's words, which for most articles and most patterns is nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, islice
from typing import Protocol

from kg.vi.writing import settle_tones

DIGITS = "0"  # stands for any run of digits
YEAR = "0000"  # stands for any run of four digits
LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"  # `re` reads such a list sooner than "[^\W\d_]"
_LETTERS = re.compile(f"([{LATIN}]+)")
_DIGITS = re.compile(r"\d+")
_sought: set[str] = set()  # the words that `first_words` has given: an index holds no others


class Index:
    """Where the words of a text in lower case start: `places`, each word that any pattern starts with, DIGITS and YEAR
    -> its offsets, in order; `words`, these; `following`, the offset of a word -> the next word."""

    def __init__(self, lower: str) -> None:
        pieces = _LETTERS.split(lower)
        words, offsets = pieces[1::2], accumulate(map(len, pieces))
        self.places: defaultdict[str, list[int]] = defaultdict(list)
        self.following: dict[int, str] = {}
        for word, offset, following in zip(words, islice(offsets, 0, None, 2), (*words[1:], ""), strict=False):
            if word in _sought:
                self.places[word].append(offset)
                self.following[offset] = following
        runs = [match.span() for match in _DIGITS.finditer(lower)]
        self.places[DIGITS] = [start for start, _ in runs]
        self.places[YEAR] = [start for start, end in runs if end - start == 4]
        self.words = frozenset(self.places)


index = lru_cache(maxsize=4)(Index)


def starts(lower: str, words: frozenset[str]) -> list[int]:
    """The offsets in a text in lower case where one of these words, given by `first_words`, starts, in order."""
    places = index(lower).places
    return sorted([place for word in words & index(lower).words for place in places[word]])


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The words in lower case that phrases start with. Raises ValueError where one starts with a sign."""
    found = frozenset(map(_first_word, phrases))
    if not found <= _sought:
        _sought.update(found)
        index.cache_clear()
    return found


def _first_word(phrase: str) -> str:
    found = _LETTERS.match(settle_tones(phrase).lower())
    if not found and not _DIGITS.match(phrase):
        raise ValueError(f'"{phrase}" starts with no letter and no digit')
    return found.group() if found else YEAR if phrase == YEAR else DIGITS


def _second_words(phrases: Iterable[str]) -> dict[str, frozenset[str]]:
    """The words that phrases start with -> the words that come next, for those words that never stand alone."""
    found: dict[str, set[str]] = {}
    for phrase in phrases:
        following = _LETTERS.findall(settle_tones(phrase).lower())[1:2]
        found.setdefault(_first_word(phrase), set()).add(*following or [""])
    return {word: frozenset(seconds) for word, seconds in found.items() if "" not in seconds and word != DIGITS}


class Matcher(Protocol):
    """What Anchored needs of a compiled pattern."""

    def match(self, string: str, pos: int = ..., /) -> re.Match[str] | None: ...

    def fullmatch(self, string: str, /) -> re.Match[str] | None: ...


class Anchored:
    """A pattern each match of which starts with one of `phrases` (whole words in any case; DIGITS for any number, YEAR
    for one of four digits). Raises ValueError where one starts with a sign."""

    def __init__(self, pattern: str | Matcher, phrases: Iterable[str], flags: int = 0) -> None:
        listed = list(phrases)
        self.pattern: Matcher = re.compile(pattern, flags) if isinstance(pattern, str) else pattern
        self._seconds, words = _second_words(listed), first_words(listed)
        self._paired = words & self._seconds.keys()
        self._alone = words - self._paired

    def starts(self, lower: str) -> list[int]:
        """The offsets in a text in lower case where a match may start, in order."""
        there = index(lower)
        found = [place for word in self._alone & there.words for place in there.places[word]]
        for word in self._paired & there.words:
            seconds = self._seconds[word]
            found += [place for place in there.places[word] if there.following[place] in seconds]
        found.sort()
        return found

    def finditer(self, lower: str, text: str | None = None) -> Iterator[re.Match[str]]:
        """The matches in a text in lower case, or in `text` as printed, from left to right and apart."""
        return self.at(lower if text is None else text, self.starts(lower))

    def at(self, text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
        """The matches that start at these places (in order), from left to right and apart."""
        end, match_at = 0, self.pattern.match
        for place in places:
            if place >= end and (match := match_at(text, place)):
                yield match
                end = match.end()
