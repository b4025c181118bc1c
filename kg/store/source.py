"""Where a question is put: a file of RDF, a folder that holds a store, or the address of a SPARQL endpoint."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from pyoxigraph import DefaultGraph, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store

from kg.errors import QueryError, StoreError
from kg.graph.native import triple
from kg.graph.triple import Triple
from kg.store.embedded import is_store, merge, reading
from kg.store.server import Server
from kg.store.syntax import FORMATS, statements

Answer: TypeAlias = QuerySolutions | QueryBoolean | QueryTriples
Ask: TypeAlias = Callable[[str], Answer]
_ADDRESS = re.compile(r"https?://", re.I)


def is_address(where: str) -> bool:
    return bool(_ADDRESS.match(where))


@contextmanager
def ask(where: str, sparql: str, graphs: Sequence[str] = (), login: tuple[str, str] | None = None) -> Iterator[Answer]:
    """The answer of a file, folder or endpoint, to be read inside the block. `graphs`: ask only these named graphs.

    Raises StoreError where there is nothing to ask, ReadingError for a file that is not RDF, QueryError where the
    query is refused.
    """
    with asking(where, graphs, login) as answer:
        yield answer(sparql)


@contextmanager
def asking(where: str, graphs: Sequence[str] = (), login: tuple[str, str] | None = None) -> Iterator[Ask]:
    """As `ask`, for several queries: the source is opened once. Each answer is to be read inside the block."""
    if is_address(where):
        with Server(where, login) as server:
            yield lambda sparql: server.ask(sparql, graphs)
    elif files := _files(Path(where)):
        store = _loaded(files)
        yield lambda sparql: evaluate(store, sparql, graphs)
    else:
        with reading(Path(where)) as store:
            yield lambda sparql: evaluate(store, sparql, graphs)


def _files(place: Path) -> list[Path]:
    """The file that is named, or the graph, in its parts where a cluster wrote it, in a folder that `kg build` wrote;
    none where a store is named. Raises StoreError where a folder has several graphs."""
    if not place.is_dir():
        return [place]
    graphs = [] if is_store(place) else [one for ending in FORMATS if (one := place / f"graph{ending}").is_file()]
    parts = sorted((*place.glob("part-*.nq"), *place.glob("graph/part-*.nq")))
    if len(graphs) > 1 or graphs and parts:
        several = [*graphs, *sorted({part.parent for part in parts})]
        raise StoreError(place, "holds several graphs", f"name one: {' or '.join(map(str, several))}")
    return graphs or parts


def rows(answer: Answer) -> Iterator[dict[str, str]]:
    """The rows of a SELECT as texts by variable; "" where there is no value. Raises QueryError for another query."""
    if not isinstance(answer, QuerySolutions):
        raise QueryError("the query", "has no rows", "ask with SELECT")
    names = [variable.value for variable in answer.variables]
    for row in answer:
        yield {name: "" if (term := row[name]) is None else term.value for name in names}


def evaluate(store: Store, sparql: str, graphs: Sequence[str] = ()) -> Answer:
    """The store's answer. Raises QueryError where the query is no SPARQL 1.1 query."""
    try:
        return store.query(sparql, default_graph=[NamedNode(name) for name in graphs] or None)
    except (SyntaxError, ValueError) as error:
        raise QueryError("the query", _reason(str(error)), _remedy(sparql, str(error))) from None
    except OSError as error:
        raise StoreError("the store", f"cannot answer: {error}") from None


def triples(store: Store) -> Iterator[Triple]:
    """What an embedded store's default graph says, as the other parts of the program take it."""
    return map(triple, store.quads_for_pattern(None, None, None, DefaultGraph()))


def _reason(words: str) -> str:
    """The parser's words, without the long list of what it would have taken."""
    place = re.search(r"error at (\d+):(\d+): expected", words)
    if place:
        return f"is not SPARQL at line {place[1]}, column {place[2]}"
    return f"is not taken: {' '.join(words.split())}"


def _remedy(sparql: str, reason: str) -> str:
    if re.search(r"\b(insert|delete|drop|clear|load|create)\b", sparql, re.I) and "expected" in reason:
        return "only questions are asked here (SELECT, ASK, CONSTRUCT, DESCRIBE); kg load changes a store"
    return "declare every prefix that it uses" if "prefix" in reason.lower() else ""


def _loaded(files: Sequence[Path]) -> Store:
    """The statements of files in memory. Raises StoreError where there is no such file."""
    store = Store()
    for path in files:
        if not path.exists():
            raise StoreError(path, "no such file or store", "load one with: kg load GRAPH, or name a file with --in")
        merge(store, statements(path))
    return store
