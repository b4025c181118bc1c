"""Fragments and records as plain values that a table or a line holds."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import astuple
from typing import Any, NamedTuple

from kg.archive.fragment import Fragment
from kg.archive.record import Held, Key, Record


class Packed(NamedTuple):
    """A fragment without its text as rows of the tables."""

    article: str
    values: tuple[str | bytes, ...]
    persons: tuple[tuple[str, str, str, str, str], ...]


def pack(one: Fragment) -> Packed:
    """Raises UnicodeEncodeError where an identifier holds half of a surrogate pair."""
    values = (one.sha256, one.wording, one.day, one.outlet, _packed(one.rows), _packed("\n".join(one.facts)),
              _packed(as_json(one.links)))
    keys = ((person, as_json(person.key)) for person in one.persons)
    return Packed(one.article, values, tuple((person.name, one.article, key, as_json(astuple(person)[2:]), key)
                                             for person, key in keys))


def unpack(article: str, values: Sequence[Any], base: str, keys: Iterable[Key]) -> Fragment:
    """The fragment again, without its text, and of its persons only their keys."""
    sha256, wording, day, outlet, rows, facts, links = values
    return Fragment(article, "", sha256, wording, day, outlet, base, unpacked(rows),
                    tuple(filter(None, unpacked(facts).split("\n"))), json.loads(unpacked(links)),
                    tuple(Record(article, key, "") for key in keys))


def _packed(text: str) -> bytes:
    return zlib.compress(text.encode(), 1)


def unpacked(blob: bytes) -> str:
    """The text of a value that `pack` made shorter."""
    return zlib.decompress(blob).decode()


def as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def as_key(text: str) -> Key:
    """The key that `as_json` wrote."""
    return tuple(json.loads(text))


def as_record(article: str, key: str, text: str) -> Record:
    """The record again, from what `Packed.persons` has of it."""
    label, day, outlet, held, address, span = json.loads(text)
    return Record(article, as_key(key), label, day, outlet, tuple(map(_held, held)), tuple(address), tuple(span))


def _held(row: list[object]) -> Held:
    return Held(*(tuple(part) if isinstance(part, list) else part for part in row))  # type: ignore[arg-type]
