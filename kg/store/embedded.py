"""The embedded store: a folder that pyoxigraph keeps.

Named graphs hold what was loaded, one graph an article where the file says so. The default graph is made from
them: it has each of their statements once. A query that names no graph asks there, because over a union of many
graphs that repeat a statement each pattern of a query would match it once for each of them.

Each step can be broken off at any moment: statements are added before others are taken away, so that what was
there is there until what follows it is, and doing the same again completes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from kg.errors import StoreError
from kg.store.progress import Outcome, Progress, silent
from kg.store.staging import Staging, portions

UNNAMED = NamedNode("urn:x-kg:unnamed")  # where statements go that no graph is named for
PORTION = 100_000
FEW = 5_000


@contextmanager
def writing(folder: Path) -> Iterator[Store]:
    """The store in `folder`, made if absent, this process's alone. Raises StoreError if in use or no store."""
    if folder.exists() and not is_store(folder) and not _is_empty(folder):
        raise StoreError(folder, "is not a store, and is in the way of one", "name another folder with --store")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        store = Store(str(folder))
    except OSError as error:
        raise StoreError(folder, *_explained(error)) from None
    yield store
    store.flush()


@contextmanager
def reading(folder: Path) -> Iterator[Store]:
    """The store in `folder` as it is now, to be read only; others may write it. Raises StoreError if absent."""
    if not is_store(folder):
        raise StoreError(folder, "there is no store here", "load one with: kg load GRAPH --store DIR")
    try:
        store = Store.read_only(str(folder))
    except OSError as error:
        raise StoreError(folder, *_explained(error)) from None
    yield store


def is_store(folder: Path) -> bool:
    """Whether pyoxigraph keeps a store here."""
    return (folder / "CURRENT").is_file()


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def _explained(error: OSError) -> tuple[str, str]:
    if "lock" in str(error).lower():
        return "is in use by another program", "wait until its load ends"
    return f"cannot be opened: {error.strerror or error}", ""


def merge(store: Store, quads: Iterable[Quad], progress: Progress = silent) -> Outcome:
    """Add those `quads`, checked already, that are not there yet."""
    sent = added = 0
    for portion in portions(quads, PORTION):
        added += _add(store, portion)
        sent += len(portion)
        progress(len(portion))
    return Outcome(sent=sent, added=added)


def _add(store: Store, portion: Iterable[Quad]) -> int:
    """Both copies of a statement in one step; many statements as files of their own, which pays only for many."""
    new = [quad for quad in map(_placed, dict.fromkeys(portion)) if quad not in store]
    both = [*new, *map(_plain, new)]
    if len(new) > FEW:
        store.bulk_extend(both)
    else:
        store.extend(both)
    return len(new)


def _placed(quad: Quad) -> Quad:
    return quad if isinstance(quad.graph_name, NamedNode) else Quad(quad.subject, quad.predicate, quad.object, UNNAMED)


def _plain(quad: Quad) -> Quad:
    return Quad(quad.subject, quad.predicate, quad.object)


def replace(store: Store, staging: Staging, progress: Progress = silent) -> Outcome:
    """Make each staged graph in `store` what it is in `staging`; what is the same in both is not written again."""
    added = removed = 0
    for graph in staging.sizes:
        for portion in portions(staging.quads(graph), PORTION):
            added += _add(store, portion)
            progress(len(portion))
        removed += _withdraw(store, (quad for quad in graph_of(store, graph) if not _stays(quad, graph, staging)))
    return Outcome(sent=staging.total, added=added, removed=removed, graphs=len(staging.sizes))


def _stays(quad: Quad, graph: NamedNode | DefaultGraph, staging: Staging) -> bool:
    return Quad(quad.subject, quad.predicate, quad.object, graph) in staging


def graph_of(store: Store, graph: NamedNode | DefaultGraph) -> Iterator[Quad]:
    """What was loaded into a graph."""
    return store.quads_for_pattern(None, None, None, graph if isinstance(graph, NamedNode) else UNNAMED)


def delete(store: Store, graphs: Sequence[NamedNode | DefaultGraph]) -> Outcome:
    """Take graphs out, those that are there."""
    taken = [_withdraw(store, graph_of(store, graph)) for graph in graphs]
    for graph in graphs:
        if isinstance(graph, NamedNode):
            store.remove_graph(graph)
    return Outcome(removed=sum(taken), graphs=sum(1 for number in taken if number))


def _withdraw(store: Store, quads: Iterable[Quad]) -> int:
    """From the default graph first, unless another graph says the same: broken off, it is completed next time."""
    number = 0
    for quad in list(quads):
        if all(same.graph_name in (quad.graph_name, DefaultGraph())
               for same in store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)):
            store.remove(_plain(quad))
        store.remove(quad)
        number += 1
    return number
