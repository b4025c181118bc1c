"""N-Triples and N-Quads: each node is written by the library of the strict parser, which refuses what it would refuse.

Lines that join such nodes by spaces need not be read back, which took longer than to write them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import pyoxigraph as ox

from kg.graph.triple import LANGUAGE_STRING, Node, Quad


def native(node: Node) -> ox.NamedNode | ox.Literal:
    """A node as the library's. Raises ValueError if RDF has no such node."""
    if isinstance(node, str):
        return ox.NamedNode(node)
    if node.datatype == LANGUAGE_STRING:
        return ox.Literal(node.text, language=node.language)
    return ox.Literal(node.text, datatype=ox.NamedNode(node.datatype))


class _Tokens(dict[Node, str]):
    """Nodes in N-Triples, each written once: most nodes of a graph stand in several of its statements."""

    def __missing__(self, node: Node) -> str:
        self[node] = str(native(node))
        return self[node]


def nquads(quads: Iterable[Quad]) -> str:
    """Quads, each once, as sorted N-Quads; those of the default graph are N-Triples. Raises ValueError."""
    tokens = _Tokens()
    said: dict[str, list[str]] = defaultdict(list)  # by subject: short lists are sorted faster than one of long lines
    for s, p, o, g in quads:
        said[tokens[s]].append(f" {tokens[p]} {tokens[o]} {tokens[g]} .\n" if g else f" {tokens[p]} {tokens[o]} .\n")
    return "".join([subject + subject.join(sorted(said[subject])) for subject in sorted(said)])
