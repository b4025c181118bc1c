"""N-Triples and N-Quads, checked node by node, which takes far less time than to read every line back.

A line that joins valid nodes by spaces is valid. IRIs, datatypes and languages are shown to the library of the strict
parser, which refuses here what it would refuse there; strings are escaped by `quoted`, which tests hold against it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

import pyoxigraph as ox

from kg.graph.triple import Literal, Node, Quad, quoted, token


@lru_cache(maxsize=64)
def _form(datatype: str, language: str) -> str:
    """What follows the words of a literal. Raises SyntaxError or ValueError if there is no such literal."""
    empty = token(Literal("", datatype, language))
    [_] = ox.parse(f"<s:> <p:> {empty} .".encode(), format=ox.RdfFormat.N_TRIPLES)
    return empty.removeprefix('""')


class _Tokens(dict[Node, bytes]):
    """Nodes in N-Triples, a space behind each; checked and written once: most stand in several statements."""

    def __missing__(self, node: Node) -> bytes:
        if isinstance(node, str):
            ox.NamedNode(node)
            written = f"<{node}> ".encode()
        else:
            written = f"{quoted(node.text)}{_form(node.datatype, node.language)} ".encode()
        self[node] = written
        return written


def nquads(quads: Iterable[Quad]) -> bytes:
    """Quads as sorted N-Quads, each once; those of the default graph are N-Triples.

    Raises SyntaxError or ValueError if RDF has no such node.
    """
    tokens = _Tokens()
    said: dict[str, set[bytes]] = defaultdict(set)  # by subject: short lists are sorted faster than one long list
    graph, end = "", b".\n"
    for s, p, o, g in quads:
        if g != graph:
            graph, end = g, (tokens[g] if g else b"") + b".\n"
        said[s].add(tokens[p] + tokens[o] + end)
    blocks = sorted([(tokens[subject], lines) for subject, lines in said.items()])
    return b"".join([subject + subject.join(sorted(lines)) for subject, lines in blocks])
