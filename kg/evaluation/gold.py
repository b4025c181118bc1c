"""Annotated articles, read from the disk."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import ReadingError


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article's text file and its annotation (the form is described in `kg.evaluation`)."""

    text: Path
    facts: dict[str, Any]

    @property
    def stem(self) -> str:
        return self.text.stem

    def items(self, family: str) -> list[dict[str, Any]]:
        return list(self.facts.get(family, ()))


def annotated(folder: Path) -> Iterator[Annotated]:
    """The annotated articles of a folder in the order of their names. Raises ReadingError."""
    paths = sorted(folder.glob("*.json")) if folder.is_dir() else []
    if not paths:
        raise ReadingError(
            folder, "holds no annotated articles", "put STEM.json beside each STEM.txt; kg eval --help shows the form"
        )
    for path in paths:
        yield Annotated(_text(path), _facts(path))


def _text(path: Path) -> Path:
    text = path.with_suffix(".txt")
    if not text.is_file():
        raise ReadingError(text, "does not exist", f"put the article's text there, beside {path.name}")
    return text


def _facts(path: Path) -> dict[str, Any]:
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise ReadingError(path, f"is not JSON in UTF-8: {error}", "mend it there") from None
    if not isinstance(facts, dict):
        raise ReadingError(
            path, "is not an annotation", "its outermost value is an object; kg eval --help shows the form"
        )
    return facts
