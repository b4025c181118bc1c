"""Many articles through the stages, in the order they come in, on one core or several."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from itertools import chain, islice

from kg.article import Article
from kg.errors import KgError
from kg.extraction import extract
from kg.graph import BASE, quads, write
from kg.graph.triple import Quad
from kg.reading import article
from kg.reading.source import Source

ALONE = 24  # articles that one core does before another one could have started
_AHEAD = 4  # articles in waiting for each core: bounds the memory, keeps all cores busy


@dataclass(frozen=True, slots=True)
class Recipe:
    """How articles become triples. `dated` is the publication date of those that state none."""

    base: str = BASE
    evidence: str = "full"
    dated: date | None = None
    stamp: datetime | None = None
    format: str | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """One article done: its statements as quads, and in the recipe's format if it names one. Or what went wrong."""

    source: str
    stem: str
    article: Article | None = None
    rows: tuple[Quad, ...] = ()
    written: bytes = b""
    error: KgError | None = None


def build(source: Source, recipe: Recipe) -> Built:
    """One source's article, read, understood and rendered. An article that cannot be is an outcome, not an exception."""
    try:
        read = article(source, recipe.dated)
        rows = tuple(quads(extract(read), recipe.base, recipe.evidence, recipe.stamp))
        written = write(rows, recipe.format, recipe.base) if recipe.format else b""
    except KgError as error:
        return Built(source.where, source.stem, error=error)
    return Built(source.where, source.stem, read, rows, written)


def build_all(sources: Iterable[Source], recipe: Recipe, cores: int | None = None) -> Iterator[Built]:
    """All sources' articles, in order; memory does not grow with their number."""
    waiting = iter(sources)
    first = list(islice(waiting, ALONE))
    cores = cores or len(os.sched_getaffinity(0))
    if len(first) < ALONE or cores < 2:
        yield from map(partial(build, recipe=recipe), chain(first, waiting))
        return
    with ProcessPoolExecutor(cores, multiprocessing.get_context("spawn")) as pool:
        yield from _in_order(pool, chain(first, waiting), recipe, cores * _AHEAD)


def _in_order(pool: ProcessPoolExecutor, sources: Iterator[Source], recipe: Recipe, ahead: int) -> Iterator[Built]:
    begun: deque[Future[Built]] = deque(pool.submit(build, source, recipe) for source in islice(sources, ahead))
    while begun:
        done = begun.popleft().result()
        begun.extend(pool.submit(build, source, recipe) for source in islice(sources, 1))
        yield done
