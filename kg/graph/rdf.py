"""The graph as rdflib's, for work on one graph in Python. Archives are written from the stream of triples."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import rdflib

from kg.fact import Statements
from kg.graph.merging import merged
from kg.graph.serialization import write
from kg.graph.stream import triples
from kg.graph.terms import BASE, PREFIXES
from kg.graph.triple import LANGUAGE_STRING, Literal, Node

rdflib.NORMALIZE_LITERALS = False  # literals stay as they are written: "01", time zones


def graph(statements: Iterable[Statements], *, base: str = BASE, evidence: str = "full",
          stamp: datetime | None = None) -> rdflib.Graph:
    """All articles' statements as one graph; where articles name a thing differently, its fullest name is its label.

    Raises as `kg.graph.stream.triples` does.
    """
    rows = merged(row for one in statements for row in triples(one, base, evidence, stamp))
    made = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in {**PREFIXES, "id": base}.items():
        made.bind(prefix, namespace)
    made.addN((rdflib.URIRef(s), rdflib.URIRef(p), _term(o), made) for s, p, o in rows)
    return made


def serialize(graph: rdflib.Graph, format: str = "turtle", base: str = BASE) -> bytes:
    """A graph's bytes: the same for the same triples, whatever their order. Raises GraphError as `write` does."""
    return write(((str(s), str(p), _node(o)) for s, p, o in graph), format, base)


def _term(node: Node) -> rdflib.URIRef | rdflib.Literal:
    if isinstance(node, str):
        return rdflib.URIRef(node)
    if node.datatype == LANGUAGE_STRING:
        return rdflib.Literal(node.text, lang=node.language)
    return rdflib.Literal(node.text, datatype=rdflib.URIRef(node.datatype), normalize=False)


def _node(term: rdflib.term.Node) -> Node:
    if isinstance(term, rdflib.Literal):
        return Literal(str(term), LANGUAGE_STRING, term.language) if term.language else \
            Literal(str(term), str(term.datatype) if term.datatype else Literal("").datatype)
    return str(term)
