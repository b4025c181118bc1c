"""The explorer's own words (`phrases.toml`): families of classes, kinds of facts and their sentences."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

from kg.graph.terms import iri
from kg.view.picture import Part, Relation, Sentence, Words

Slots: TypeAlias = Mapping[str, Sequence[int | Words]]  # what each name of a sentence stands for; empty: nothing
AND = Words(" và ", " and ")
OPTIONAL = re.compile(r"\[([^\]]*)\]")
SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Group:
    key: str
    label: Words
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """How facts of one kind are said. `edge` names the line in the picture, from object to subject if `reverse`."""

    relation: Relation
    edge: Words
    sentence: Words
    reverse: bool = False


@dataclass(frozen=True, slots=True)
class Phrases:
    groups: tuple[Group, ...]
    nary: Mapping[str, Phrase]
    plain: Mapping[str, Phrase]
    award_edges: Mapping[str, tuple[Words, bool]]
    details: Mapping[str, Words]


@cache
def phrases() -> Phrases:
    """What `phrases.toml` says."""
    table = tomllib.loads(files("kg.view").joinpath("phrases.toml").read_text(encoding="utf-8"))
    return Phrases(
        groups=tuple(Group(row["key"], _words(row), tuple(map(iri, row["classes"]))) for row in table["group"]),
        nary={key: _phrase(key, row) for key, row in table["nary"].items()},
        plain={iri(row["term"]): _phrase(row["key"], row) for row in table["plain"]},
        award_edges={term: (_words(row), row.get("reverse", False)) for term, row in table["award-edges"].items()},
        details={iri(term): _words(row) for term, row in table["details"].items()},
    )


def fill(sentence: Words, slots: Slots) -> Sentence:
    """A sentence's parts in each language: things by index, and the words between them."""
    return Sentence(*(tuple(_parts(text, slots, language)) for language, text in enumerate(sentence)))


def _parts(text: str, slots: Slots, language: int) -> Iterator[Part]:
    kept = OPTIONAL.sub(lambda match: match[1] if all(slots.get(name) for name in SLOT.findall(match[1])) else "", text)
    for index, piece in enumerate(SLOT.split(kept)):
        if index % 2:
            yield from _listed(slots[piece], language)
        elif piece:
            yield piece


def _listed(values: Sequence[int | Words], language: int) -> Iterator[Part]:
    """Several values as a list: A, B và C."""
    for index, value in enumerate(values):
        if index:
            yield AND[language] if index == len(values) - 1 else ", "
        yield value if isinstance(value, int) else value[language]


def _phrase(key: str, row: Mapping[str, Any]) -> Phrase:
    label = _words(row["label"])
    return Phrase(
        relation=Relation(key, label, row.get("quiet", False), iri(row["term"]) if "term" in row else ""),
        edge=_words(row.get("edge", row["label"])),
        sentence=_words(row["sentence"]),
        reverse=row.get("reverse", False),
    )


def _words(row: Mapping[str, str]) -> Words:
    return Words(row["vi"], row["en"])
