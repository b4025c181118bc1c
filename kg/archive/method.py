"""What an article's fragment depends on beside the article: the program, its word lists and rules, and the options."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from kg.batch import Recipe
from kg.reading.source import Source
from kg.resources import ontology

_PARTS = ("reading", "recognition", "resolution", "statement", "graph", "vi", "archive")
_ENDINGS = (".py", ".toml", ".txt", ".tsv", ".ttl")


def method(recipe: Recipe) -> str:
    """What stays the same as long as the same article gives the same fragment, hexadecimal."""
    options = (recipe.base, recipe.evidence, recipe.dated, recipe.stamp)
    return hashlib.sha256(f"{_program()} {options!r}".encode()).hexdigest()


def source_digest(source: Source) -> bytes:
    """What stays the same as long as a source gives the same article, without reading it."""
    number = source.where.rpartition(":")[2] if source.form == ".jsonl" else ""
    head = "\0".join((source.form, source.stem, number, ""))
    return hashlib.sha256(head.encode("utf-8", "surrogateescape") + source.content).digest()


@cache
def _program() -> str:
    package = Path(__file__).parents[1]
    inside = (path for part in _PARTS for path in (package / part).rglob("*"))
    paths = {path.relative_to(package).as_posix(): path for path in (*package.glob("*.py"), *inside)}
    paths |= {f"ontology/{path.name}": path for path in ontology().glob("*")}
    content = hashlib.sha256()
    for name, path in sorted(paths.items()):
        if path.suffix in _ENDINGS:
            content.update(f"{name}\0{path.stat().st_size}\0".encode())
            content.update(path.read_bytes())
    return content.hexdigest()
