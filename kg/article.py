"""An article as read: its text, unchanged, with its paragraphs by what they are."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of an article's text: code points from `start` (inclusive) to `end` (exclusive)."""

    start: int
    end: int


class Role(StrEnum):
    """What a paragraph is in a news article."""

    HEADLINE = "headline"
    BODY = "body"
    CAPTION = "caption"
    BYLINE = "byline"
    STANDING = "standing"  # time stamps, sources, related stories, hashtags: nothing is stated there


@dataclass(frozen=True, slots=True)
class Paragraph:
    span: Span
    role: Role


@dataclass(frozen=True, slots=True)
class Article:
    """What `kg.read` returns. `text` is the decoded content, unchanged; every offset counts its code points.

    `date` is the publication date where the source states one (metadata, a printed time stamp, `--date`).
    `notes` says what should be known about how it was read, a sentence each ("may not be Vietnamese").
    """

    id: str
    text: str
    paragraphs: tuple[Paragraph, ...] = ()
    title: str | None = None
    date: date | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def quote(self, span: Span) -> str:
        return self.text[span.start:span.end]
