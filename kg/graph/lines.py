"""N-Triples and N-Quads, checked node by node, which takes far less time than to read every line back.

A line that joins valid nodes by spaces is valid. IRIs, datatypes and languages are shown to the library of the strict
parser, which refuses here what it would refuse there; strings are escaped by `quoted`, which tests hold against it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

import pyoxigraph as ox

from kg.graph.triple import Literal, Node, Quad, token


@lru_cache(maxsize=64)
def _check_form(datatype: str, language: str) -> None:
    """Raises SyntaxError or ValueError if no literal has this datatype and language."""
    line = f"<s:> <p:> {token(Literal('', datatype, language))} .".encode()
    [_] = ox.parse(line, format=ox.RdfFormat.N_TRIPLES)


class _Tokens(dict[Node, bytes]):
    """Nodes in N-Triples, each checked and written once: most nodes of a graph stand in several of its statements."""

    def __missing__(self, node: Node) -> bytes:
        if isinstance(node, str):
            ox.NamedNode(node)
        else:
            _check_form(node.datatype, node.language)
        self[node] = token(node).encode()
        return self[node]


def nquads(quads: Iterable[Quad]) -> bytes:
    """Quads, each once, as sorted N-Quads; those of the default graph are N-Triples.

    Raises SyntaxError or ValueError if RDF has no such node.
    """
    tokens = _Tokens()
    said: dict[bytes, list[bytes]] = defaultdict(list)  # by subject: short lists are sorted faster than one long list
    for s, p, o, g in quads:
        nodes = (tokens[p], tokens[o], tokens[g]) if g else (tokens[p], tokens[o])
        said[tokens[s]].append(b" ".join(nodes))
    return b"".join([_block(subject, said[subject]) for subject in sorted(said)])


def _block(subject: bytes, said: list[bytes]) -> bytes:
    """The lines of one subject, sorted."""
    between = b" .\n%b " % subject
    return b"%b %b .\n" % (subject, between.join(sorted(said)))
