"""A graph's file and the texts beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.graph.terms import iri
from kg.graph.texts import Texts
from kg.graph.triple import Literal, Triple


def triples(path: Path) -> list[Triple]:
    """The statements of an RDF file in any of the usual syntaxes, whatever graphs they are in, each once.

    Raises ReadingError if it cannot be read as strict RDF 1.1 without blank nodes.
    """
    from kg.graph.native import triple
    from kg.store.syntax import quads

    return list(dict.fromkeys(map(triple, quads(path))))


def texts(folder: Path, rows: Iterable[Triple]) -> Mapping[str, str]:
    """The articles' texts that are kept in the folder of a graph, by the SHA-256 that the graph states."""
    stated = sorted({value.text for _, term, value in rows if term == iri("kg:sha256") and isinstance(value, Literal)})
    kept = Texts(folder)
    return {name: text for name in stated if (text := kept.get(name)) is not None}
