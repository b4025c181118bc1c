"""The embedded store: a folder that pyoxigraph keeps.

Each step can be broken off at any moment: statements are added before others are taken away, so that what was
there is there until what follows it is, and doing the same again completes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Store

from kg.errors import StoreError
from kg.store.progress import Outcome, Progress, silent
from kg.store.staging import Staging, portions

PORTION = 100_000
FEW = 5_000


@contextmanager
def opened(folder: Path, *, create: bool = False) -> Iterator[Store]:
    """The store in `folder`, this process's alone. Raises StoreError where it is absent, in use or no store."""
    if not _is_store(folder) and not create:
        raise StoreError(folder, "there is no store here", "load one with: kg load GRAPH --store DIR")
    if folder.exists() and not _is_store(folder) and not _is_empty(folder):
        raise StoreError(folder, "is not a store, and is in the way of one", "name another folder")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        store = Store(str(folder))
    except OSError as error:
        raise StoreError(folder, *_explained(error)) from None
    yield store
    store.flush()


def _is_store(folder: Path) -> bool:
    return (folder / "CURRENT").is_file()


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def _explained(error: OSError) -> tuple[str, str]:
    if "lock" in str(error).lower():
        return "is in use by another program", "wait until its load or query ends, or stop kg serve --writable"
    return f"cannot be opened: {error.strerror or error}", ""


def merge(store: Store, quads: Iterable[Quad], progress: Progress = silent) -> Outcome:
    """Add those `quads`, checked already, that are not there yet."""
    before, sent = len(store), 0
    for portion in portions(quads, PORTION):
        _add(store, portion)
        sent += len(portion)
        progress(len(portion))
    return Outcome(sent=sent, added=len(store) - before)


def _add(store: Store, portion: Sequence[Quad]) -> None:
    """Many at once write files of their own, which only pays for many."""
    if len(portion) > FEW:
        store.bulk_extend(portion)
    else:
        store.extend(portion)


def replace(store: Store, staging: Staging, progress: Progress = silent) -> Outcome:
    """Make each staged graph in `store` what it is in `staging`; what is the same in both is not written again."""
    before = len(store)
    for portion in portions((quad for graph in staging.sizes for quad in staging.quads(graph)), PORTION):
        _add(store, [quad for quad in portion if quad not in store])
        progress(len(portion))
    added = len(store) - before
    removed = 0
    for graph in staging.sizes:
        for quad in store.quads_for_pattern(None, None, None, graph):
            if quad not in staging:
                store.remove(quad)
                removed += 1
    return Outcome(sent=staging.total, added=added, removed=removed, graphs=len(staging.sizes))


def delete(store: Store, graphs: Iterable[NamedNode]) -> Outcome:
    """Take the named graphs out, those that are there."""
    before, found = len(store), [graph for graph in graphs if store.contains_named_graph(graph)]
    for graph in found:
        store.remove_graph(graph)
    return Outcome(removed=before - len(store), graphs=len(found))
