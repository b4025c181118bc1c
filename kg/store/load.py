"""A file into a store, whichever it is: checked strictly and whole before the first statement goes out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.store import embedded, upload
from kg.store.progress import Outcome, Progress, silent
from kg.store.server import Server
from kg.store.staging import GraphName, staged
from kg.store.syntax import quads

ARTICLE = NamedNode("https://w3id.org/vnkg/ontology#Article")
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


class Way(Enum):
    """What a load does with the graphs that a file names: add to them, make them what they are there, or drop them."""

    MERGE = auto()
    REPLACE = auto()
    DELETE = auto()


@dataclass(frozen=True, slots=True)
class Checked:
    """What a first reading of a file found: its graphs, how many statements, and datatypes that stores may alter."""

    graphs: tuple[GraphName, ...]
    size: int
    article: NamedNode | None
    altered: tuple[str, ...]


def check(path: Path, graph: str | None = None) -> Checked:
    """Read a file strictly, to its end. Raises ReadingError as `kg.store.syntax.quads` does."""
    altered: set[str] = set()
    names: dict[GraphName, None] = {}
    articles: dict[NamedNode, None] = {}
    size = 0
    for quad in quads(path, graph, altered):
        size += 1
        names[quad.graph_name] = None  # type: ignore[index]
        if quad.object == ARTICLE and quad.predicate == _TYPE:
            articles[quad.subject] = None  # type: ignore[index]
    article = next(iter(articles)) if len(articles) == 1 else None
    return Checked(tuple(names), size, article, tuple(sorted(altered)))


def into_folder(folder: Path, path: Path, way: Way = Way.MERGE, graph: str | None = None,
                progress: Progress = silent) -> Outcome:
    """A file into the store in a folder. Raises ReadingError before anything is changed, or StoreError.

    Statements in no named graph go to `graph`; without it to the graph of the article if the file holds just one.
    """
    checked = check(path, graph)
    with embedded.writing(folder) as store:
        statements = _named(quads(path, graph), checked.article or embedded.UNNAMED)
        if way is Way.MERGE:
            return dataclasses.replace(embedded.merge(store, statements, progress), altered=checked.altered)
        if way is Way.DELETE:
            names = [name if isinstance(name, NamedNode) else checked.article or name for name in checked.graphs]
            return embedded.delete(store, names)
        with staged(statements) as staging:
            return dataclasses.replace(embedded.replace(store, staging, progress), altered=checked.altered)


def to_server(server: Server, path: Path, way: Way = Way.MERGE, graph: str | None = None,
              progress: Progress = silent) -> Outcome:
    """A file to a server; statements in no named graph go to `graph`, or to its default graph. Raises as above."""
    if way is Way.DELETE:
        return upload.delete(server, check(path, graph).graphs)
    altered: set[str] = set()
    with staged(quads(path, graph, altered)) as staging:
        send = upload.replace if way is Way.REPLACE else upload.merge
        return dataclasses.replace(send(server, staging, progress), altered=tuple(sorted(altered)))


def _named(statements: Iterator[Quad], graph: NamedNode) -> Iterator[Quad]:
    for quad in statements:
        unnamed = isinstance(quad.graph_name, DefaultGraph)
        yield Quad(quad.subject, quad.predicate, quad.object, graph) if unnamed else quad
