"""Terms of pyoxigraph, the native library, as the other parts of the program take them."""

from __future__ import annotations

import pyoxigraph as ox

from kg.graph.triple import Literal, Node, Triple


def node(term: object) -> Node:
    """A literal, or the name of a node: an IRI, or "_:" and what a blank node is called."""
    if isinstance(term, ox.Literal):
        return Literal(term.value, term.datatype.value, term.language or "")
    return term.value if isinstance(term, ox.NamedNode) else str(term)


def triple(said: ox.Triple | ox.Quad) -> Triple:
    """A statement, whatever graph it is in."""
    return str(node(said.subject)), said.predicate.value, node(said.object)
