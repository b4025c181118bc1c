"""Staged statements to a server, graph by graph or, where it takes that, some graphs at once; in portions.

A load can be broken off at any moment, by either side: statements are only added until all are there, and doing
the same again completes it. A graph is replaced from a temporary one in one step, because the PUT of some stores
leaves half a graph behind when it fails.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from pyoxigraph import DefaultGraph, NamedNode

from kg.errors import StoreError
from kg.store.progress import Outcome, Progress, silent
from kg.store.server import Server
from kg.store.staging import GraphName, Staging, n_triples, portions

PORTION = 20_000  # statements; 2-4 MB
TOGETHER = 100  # graphs that are counted in one request


def merge(server: Server, staging: Staging, progress: Progress = silent) -> Outcome:
    """Add what is staged. Raises StoreError where a graph then holds less than it should."""
    added = 0
    for graphs in portions(staging.sizes, TOGETHER):
        before = server.counts(graphs)
        _add(server, staging, graphs, progress)
        for graph, after in server.counts(graphs).items():
            if after < max(before[graph], staging.sizes[graph]):
                raise _short(server, graph, after, max(before[graph], staging.sizes[graph]))
            added += after - before[graph]
    return Outcome(staging.total, added, 0, len(staging.sizes))


def _add(server: Server, staging: Staging, graphs: Iterable[GraphName], progress: Progress) -> None:
    waiting: list[GraphName] = []
    for graph in graphs:
        if not server.takes_quads or staging.sizes[graph] > PORTION:
            _send(server, staging, graph, graph, progress)
            continue
        waiting.append(graph)
        if sum(map(staging.sizes.__getitem__, waiting)) > PORTION:
            _send_together(server, staging, waiting, progress)
            waiting.clear()
    _send_together(server, staging, waiting, progress)


def _send_together(server: Server, staging: Staging, graphs: list[GraphName], progress: Progress) -> None:
    if graphs:
        server.add_quads(b"".join(map(staging.n_quads, graphs)))
        progress(sum(staging.sizes[graph] for graph in graphs))


def replace(server: Server, staging: Staging, progress: Progress = silent) -> Outcome:
    """Make each staged graph on the server what it is here. Raises StoreError where it then holds anything else."""
    added = removed = 0
    for graphs in portions(staging.sizes, TOGETHER):
        before = server.counts(graphs)
        for graph in graphs:
            _put(server, staging, graph, progress)
        for graph, after in server.counts(graphs).items():
            size = staging.sizes[graph]
            if after != size and isinstance(graph, NamedNode):
                raise _short(server, graph, after, size)
            added, removed = added + max(0, size - before[graph]), removed + max(0, before[graph] - size)
    return Outcome(staging.total, added, removed, len(staging.sizes))


def _put(server: Server, staging: Staging, graph: GraphName, progress: Progress) -> None:
    size = staging.sizes[graph]
    if server.at.update:
        _swap(server, staging, graph, size, progress)
    else:
        server.put(graph, n_triples(staging.triples(graph)))
        progress(size)


def delete(server: Server, graphs: Iterable[GraphName]) -> Outcome:
    """Take graphs out, those that are there."""
    removed = found = 0
    for graph in graphs:
        if before := server.count(graph):
            server.drop(graph)
            removed, found = removed + before, found + 1
    return Outcome(0, 0, removed, found)


def _swap(server: Server, staging: Staging, graph: GraphName, size: int, progress: Progress) -> None:
    """COPY, not MOVE: a MOVE whose answer was lost would, sent again, move nothing into the graph's place."""
    temporary = NamedNode(f"urn:x-kg:loading:{hashlib.sha256(str(graph).encode()).hexdigest()[:32]}")
    server.drop(temporary)
    _send(server, staging, graph, temporary, progress)
    if (there := server.count(temporary)) != size:
        raise _short(server, temporary, there, size)
    server.copy(temporary, graph)
    server.drop(temporary)


def _send(server: Server, staging: Staging, source: GraphName, target: GraphName, progress: Progress) -> None:
    for portion in portions(staging.triples(source), PORTION):
        server.add(target, n_triples(portion))
        progress(len(portion))


def _short(server: Server, graph: GraphName, there: int, expected: int) -> StoreError:
    name = "the default graph" if isinstance(graph, DefaultGraph) else graph.value
    return StoreError(server.at.graphs, f"holds {there} statements in {name}, not the {expected} that were sent",
                      "does another program write there? then run the same command again")
