"""A graph's file and the texts beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.graph.terms import iri
from kg.graph.texts import Texts
from kg.graph.triple import LANGUAGE_STRING, Literal, Triple


def triples(path: Path) -> list[Triple]:
    """The statements of an RDF file in any of the usual syntaxes, whatever graphs they are in, each once.

    Raises ReadingError if it cannot be read as strict RDF 1.1 without blank nodes.
    """
    from pyoxigraph import Literal as Value
    from pyoxigraph import NamedNode

    from kg.store.syntax import quads

    def node(term: object) -> str | Literal:
        if isinstance(term, Value):
            return Literal(term.value, LANGUAGE_STRING if term.language else term.datatype.value, term.language or "")
        return term.value if isinstance(term, NamedNode) else str(term)

    return list(dict.fromkeys((str(node(quad.subject)), quad.predicate.value, node(quad.object))
                              for quad in quads(path)))


def texts(folder: Path, rows: Iterable[Triple]) -> Mapping[str, str]:
    """The articles' texts that are kept in the folder of a graph, by the SHA-256 that the graph states."""
    stated = sorted({value.text for _, term, value in rows if term == iri("kg:sha256") and isinstance(value, Literal)})
    kept = Texts(folder)
    return {name: text for name in stated if (text := kept.get(name)) is not None}
