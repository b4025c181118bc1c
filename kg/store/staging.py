"""Statements on their way to a store: all checked, each once, by graph and counted, before anything is sent.

They are staged in a store on disk, so that memory does not grow with them and a file may give them in any order.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TypeAlias, TypeVar

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, Triple, serialize

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
        self.sizes = {graph: sum(1 for _ in self.quads(graph)) for graph in self._graphs()}

    @property
    def total(self) -> int:
        return sum(self.sizes.values())

    def quads(self, graph: GraphName) -> Iterator[Quad]:
        return iter(self._store.quads_for_pattern(None, None, None, graph))

    def triples(self, graph: GraphName) -> Iterator[Triple]:
        return (quad.triple for quad in self.quads(graph))

    def __contains__(self, quad: Quad) -> bool:
        return quad in self._store

    def _graphs(self) -> list[GraphName]:
        named = [name for name in self._store.named_graphs() if isinstance(name, NamedNode)]
        unnamed = [DefaultGraph()] if next(self.quads(DefaultGraph()), None) else []
        return [*unnamed, *sorted(named, key=lambda name: name.value)]


@contextmanager
def staged(quads: Iterable[Quad]) -> Iterator[Staging]:
    """The quads, staged until the block ends. Raises what `quads` raises."""
    with tempfile.TemporaryDirectory(prefix="kg-staging-") as folder:
        store = Store(folder)
        store.bulk_extend(quads)
        yield Staging(store)
