"""What the explorer shows: things, the facts that join them, and the passages they come from.

Everything refers to everything else by its index in the picture's tuples, as in the page's data island.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias


class Words(NamedTuple):
    """A text for readers, in both languages of the page."""

    vi: str
    en: str


Part: TypeAlias = int | str  # a sentence's part: the index of a thing, or words


class Sentence(NamedTuple):
    """A fact in words, in both languages."""

    vi: tuple[Part, ...]
    en: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """An article: where a passage comes from. `text` is empty where only the passages are known."""

    iri: str
    headline: str
    date: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""
    text: str = ""


class Passage(NamedTuple):
    """A stretch of a source's text: code points, end exclusive. `source` is the source's index."""

    source: int
    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class Thing:
    """A node of the picture.

    group     its family of classes, which gives shape, colour and icon ("person", "party", "meeting" ...)
    kind      its class in words
    caption   the name drawn in the picture, `label` the whole one
    names     other names
    sort      its place in the alphabet
    details   what is known about it in plain values: (name of the property, value)
    place     indexes of the places that it belongs to
    """

    iri: str
    group: str
    kind: Words
    label: str
    caption: str
    names: tuple[str, ...] = ()
    sort: str = ""
    details: tuple[tuple[Words, Words], ...] = ()
    passages: tuple[int, ...] = ()
    places: tuple[int, ...] = ()


class Edge(NamedTuple):
    """A line of the picture, from one thing's index to another's."""

    source: int
    target: int
    label: Words


@dataclass(frozen=True, slots=True)
class Relation:
    """A kind of fact, as the filters list it. Quiet ones are not drawn until asked for.

    term    the IRI of the property, where a fact is one triple
    """

    key: str
    label: Words
    quiet: bool = False
    term: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement, with its words. `resource` is the IRI of the node that states it, or nothing."""

    relation: Relation
    sentence: Sentence
    edges: tuple[Edge, ...]
    resource: str = ""
    passages: tuple[int, ...] = ()
    date: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole graph, ready to be shown."""

    things: tuple[Thing, ...]
    facts: tuple[Fact, ...]
    passages: tuple[Passage, ...]
    sources: tuple[Source, ...]
