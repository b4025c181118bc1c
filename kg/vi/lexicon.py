"""Word lists (`kg/vi/lists/*.txt`, `kg/vi/*.toml`) as they are matched: by patterns shaped as tries.

A list holds one phrase a line; `phrase = canonical` or `phrase : class` says more of it; `#` starts a comment.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from kg.vi.anchors import LATIN, Anchored
from kg.vi.writing import settle_tones

_HERE = files("kg.vi")
_START = re.compile(rf"([{LATIN}]+|\d+)(?:\s+([{LATIN}]+))?")


@cache
def words(name: str) -> Mapping[str, str]:
    """The list `name`: phrase -> what its line says of it (its canonical form or class), or "" where nothing is said.

    Raises FileNotFoundError where there is no such list.
    """
    found: dict[str, str] = {}
    for line in (_HERE / "lists" / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        line = line.split("#")[0].strip()
        if line:
            phrase, _, value = (
                re.split(r"\s+([=:])\s+", line, maxsplit=1) if re.search(r"\s[=:]\s", line) else (line, "", "")
            )
            found[settle_tones(phrase)] = settle_tones(value)
    return found


@cache
def table(name: str) -> Mapping[str, Any]:
    """The file `kg/vi/NAME.toml`."""
    return tomllib.loads((_HERE / f"{name}.toml").read_text(encoding="utf-8"))


def spelt_out(phrases: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each phrase of a table, "short = full" or alone: its printed form with the tones settled, and its full form."""
    for phrase in phrases:
        short, _, full = settle_tones(phrase).partition(" = ")
        yield short, full or short


def _trie(phrases: Iterable[str]) -> dict[str, Any]:
    root: dict[str, Any] = {}
    for phrase in phrases:
        node = root
        for char in phrase:
            node = node.setdefault(char, {})
        node[""] = {}
    return root


def _expression(node: dict[str, Any]) -> str:
    ends = "" in node
    branches = [_char(char) + _expression(child) for char, child in sorted(node.items()) if char]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return body + ("?" if ends else "")


def _char(char: str) -> str:
    return r"\s+" if char == " " else r"\s*-\s*" if char == "-" else re.escape(char)


def alternation(phrases: Iterable[str]) -> str:
    """A regular expression for any of the phrases, the longest first, shaped as a trie (linear, no backtracking)."""
    settled = {re.sub(r"\s*-\s*", "-", settle_tones(phrase)) for phrase in phrases}
    return _expression(_trie(sorted(settled)))


class Phrases:
    """Phrases that are matched as whole words; in text in lower case unless `cased`.

    Those that start with the same two words are compiled when a text first holds these: of thousands it needs few.
    Raises ValueError where one starts with no letter and no digit.
    """

    def __init__(self, phrases: Iterable[str], *, cased: bool = False) -> None:
        self._listed: dict[_Start, list[str]] = {}
        for phrase in map(settle_tones, phrases):
            one = phrase if cased else phrase.lower()
            start, *_ = _starts(one)
            self._listed.setdefault(start, []).append(one)
        self._compiled: dict[_Start, re.Pattern[str]] = {}

    def match(self, text: str, place: int = 0) -> re.Match[str] | None:
        """The longest phrase at a place in a text."""
        for start in _starts(text, place):
            if start in self._listed and (found := self._pattern(start).match(text, place)):
                return found
        return None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The phrase that a text is."""
        for start in _starts(text):
            if start in self._listed and (found := self._pattern(start).fullmatch(text)):
                return found
        return None

    def _pattern(self, start: _Start) -> re.Pattern[str]:
        if start not in self._compiled:
            expression = alternation(self._listed[start])
            self._compiled[start] = re.compile(rf"(?<![^\W_])(?:{expression})(?![^\W_])")
        return self._compiled[start]


_Start = tuple[str, str | None]


def _starts(text: str, place: int = 0) -> tuple[_Start, ...]:
    """The two words at a place, if a space is all that parts them, then the first word or number alone."""
    found = _START.match(text, place)
    if not found:
        return ()
    both: _Start = (found[1], found[2])
    return (both, (both[0], None)) if both[1] else (both,)


def anchored(phrases: Iterable[str], *, cased: bool = False) -> Anchored:
    """Phrases as `Phrases` takes them, for searching a text."""
    listed = list(phrases)
    return Anchored(Phrases(listed, cased=cased), listed)


@cache
def phrases(file: str, name: str) -> str:
    """The list `name` of `kg/vi/FILE.toml` as an expression for whole words in text in lower case."""
    return rf"(?:{alternation(phrase.lower() for phrase in table(file)[name])})(?![^\W_])"
