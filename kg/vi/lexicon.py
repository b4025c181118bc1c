"""Word lists (`kg/vi/lists/*.txt`, `kg/vi/*.toml`) as they are matched: one trie-shaped pattern for each list.

A list holds one phrase a line; `phrase = canonical` or `phrase : class` says more of it; `#` starts a comment.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from kg.vi.anchors import Anchored
from kg.vi.writing import settle_tones

_HERE = files("kg.vi")


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


def compile_list(phrases: Iterable[str], *, cased: bool = False) -> re.Pattern[str]:
    """A pattern for whole words only; for text in lower case unless `cased`."""
    expression = alternation(phrases if cased else (phrase.lower() for phrase in phrases))
    return re.compile(rf"(?<![^\W_])(?:{expression})(?![^\W_])")


def anchored(phrases: Iterable[str], *, cased: bool = False) -> Anchored:
    """The pattern of `compile_list`, for searching a text for whole words."""
    listed = list(phrases)
    return Anchored(compile_list(listed, cased=cased).pattern, listed)


@cache
def phrases(file: str, name: str) -> str:
    """The list `name` of `kg/vi/FILE.toml` as an expression for whole words in text in lower case."""
    return rf"(?:{alternation(phrase.lower() for phrase in table(file)[name])})(?![^\W_])"
