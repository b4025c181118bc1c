"""A sentence as a row of tokens: mentions, the phrases that `kg/vi/awards.toml` lists, and the words between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.recognition.layer import KIND, MASKED, Layer, Mention
from kg.vi.lexicon import alternation, table
from kg.vi.writing import settle_tones

AGENTS = frozenset(("body", "person", "office", "document"))
PARTIES = AGENTS | {"group"}
REACH = 24  # tokens between a verb and the award that it governs
_PUNCTUATION = {",": "and", ";": "semicolon", ":": "colon", "(": "open", ")": "close", "-": "dash"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a phrase of the lists or a mention, between two masked positions."""

    kinds: frozenset[str]
    start: int
    end: int
    text: str
    mention: Mention | None = None

    def any(self, *kinds: str) -> bool:
        return not self.kinds.isdisjoint(kinds)


@lru_cache(maxsize=1)
def _phrases() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, phrases in table("awards")["words"].items():
        for phrase in phrases:
            found.setdefault(settle_tones(phrase), set()).add(kind)
    return {phrase: frozenset(kinds) for phrase, kinds in found.items()}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<mask>{MASKED.pattern})|(?P<phrase>(?<![^\W_])(?:{alternation(_phrases())})(?![^\W_]))"
        rf"|(?P<number>\d[\d./]*)|(?P<word>[^\W\d_]+)|(?P<sign>[,;:()-])"
    )


def tokens(layer: Layer, start: int, end: int) -> Iterator[Token]:
    """The tokens between two masked positions of a layer."""
    for match in _pattern().finditer(layer.lower, start, end):
        text = match.group()
        mention = layer.at.get(match.start()) if match.lastgroup == "mask" else None
        if match.lastgroup == "mask":
            kinds = frozenset((KIND[text],)) if mention else frozenset(("word",))
        elif match.lastgroup == "phrase":
            kinds = _phrases()[re.sub(r"\s+", " ", text)]
        else:
            kinds = frozenset((_PUNCTUATION.get(text, match.lastgroup or "word"),))
        yield Token(kinds, match.start(), match.end(), text, mention)
