"""What a source says of an article before its paragraphs are known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Draft:
    """Text and metadata as the source states them; `id` may be anything that the source calls it.

    `captions` are lines of the text that the source marks as captions of pictures.
    """

    text: str
    id: str = ""
    title: str | None = None
    date: date | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    captions: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
