"""Statements on their way to a store: all checked, each once, by graph and counted, before anything is sent.

They are staged in a store on disk, so that memory does not grow with them and a file may give them in any order.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TypeAlias, TypeVar

from pyoxigraph import DefaultGraph, NamedNode, Quad, QuerySolutions, RdfFormat, Store, Triple, serialize

GraphName: TypeAlias = NamedNode | DefaultGraph
T = TypeVar("T")


def portions(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """`items` in lists of `size`, the last one shorter."""
    iterator = iter(items)
    while portion := list(islice(iterator, size)):
        yield portion


def n_triples(triples: Iterable[Triple]) -> bytes:
    """In N-Triples every IRI is written out, so that no store meets an escape in a prefixed name."""
    return serialize(triples, format=RdfFormat.N_TRIPLES) or b""


class Staging:
    """What is to be loaded."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.sizes = dict(self._counted())

    @property
    def total(self) -> int:
        return sum(self.sizes.values())

    def quads(self, graph: GraphName) -> Iterator[Quad]:
        return iter(self._store.quads_for_pattern(None, None, None, graph))

    def triples(self, graph: GraphName) -> Iterator[Triple]:
        return (quad.triple for quad in self.quads(graph))

    def n_quads(self, graph: GraphName) -> bytes:
        """All of a graph, in N-Quads."""
        lines = self._store.dump(format=RdfFormat.N_TRIPLES, from_graph=graph) or b""
        return lines if isinstance(graph, DefaultGraph) else lines.replace(b" .\n", f" {graph} .\n".encode())

    def __contains__(self, quad: Quad) -> bool:
        return quad in self._store

    def _counted(self) -> Iterator[tuple[GraphName, int]]:
        """The graphs that hold anything, in order, with the number of their statements."""
        for graph, where in ((DefaultGraph(), "{ ?s ?p ?o }"), (None, "{ GRAPH ?g { ?s ?p ?o } }")):
            rows = self._store.query(f"SELECT ?g (COUNT(*) AS ?n) WHERE {where} GROUP BY ?g ORDER BY STR(?g)")
            for row in rows if isinstance(rows, QuerySolutions) else ():
                yield graph or row["g"], int(row["n"].value)


@contextmanager
def staged(quads: Iterable[Quad]) -> Iterator[Staging]:
    """The quads, staged until the block ends. Raises what `quads` raises."""
    with tempfile.TemporaryDirectory(prefix="kg-staging-") as folder:
        store = Store(folder)
        store.bulk_extend(quads)
        yield Staging(store)
