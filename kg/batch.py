"""Many articles through all stages, in the order they come in, on one core or several."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from itertools import chain, islice
from pathlib import Path
from traceback import extract_tb
from typing import TypeVar

from kg.article import Article
from kg.errors import KgError
from kg.extraction import extract
from kg.graph import BASE, quads, write
from kg.graph.triple import Quad
from kg.reading import article
from kg.reading.source import Source
from kg.summary import found

T = TypeVar("T")

FEW = 24  # articles that one core does before another one could have started
_AHEAD = 4  # articles in waiting for each core: bounds the memory, keeps all cores busy


@dataclass(frozen=True, slots=True)
class Recipe:
    """How articles become graphs.

    dated   the publication date of articles that state none
    stamp   the time of the build, if the graph is to say it
    each    every article's graph is wanted in `format`, with a page if `page`; else its quads are
    """

    base: str = BASE
    evidence: str = "full"
    dated: date | None = None
    stamp: datetime | None = None
    format: str = "turtle"
    each: bool = False
    page: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """One article done, or what went wrong with it.

    found   how many things of each kind its graph holds
    rows    its graph, unless each article's is written by itself
    graph   its graph in the recipe's format, if each is
    page    its page, if that is wanted and the graph holds anything to show
    """

    where: str
    article: Article | None = None
    found: Mapping[str, int] = field(default_factory=dict)
    rows: tuple[Quad, ...] = ()
    graph: bytes = b""
    page: bytes = b""
    error: KgError | None = None


def build(source: Source, recipe: Recipe) -> Built:
    """One source's article, read, understood and rendered. What goes wrong is an outcome, not an exception."""
    try:
        read = article(source, recipe.dated)
        rows = tuple(quads(extract(read), recipe.base, recipe.evidence, recipe.stamp))
        return _written(source, read, rows, recipe) if recipe.each else Built(source.where, read, found(rows), rows)
    except KgError as error:
        return Built(source.where, error=error)
    except Exception as error:  # a defect that one article brings to light must not cost the others
        return Built(source.where, error=defect(source.where, error))


def _written(source: Source, read: Article, rows: tuple[Quad, ...], recipe: Recipe) -> Built:
    graph = write(rows, recipe.format, recipe.base)
    page = page_of(rows, [read]) if recipe.page else b""
    return Built(source.where, read, found(rows), graph=graph, page=page)


def page_of(rows: Iterable[Quad], articles: Iterable[Article]) -> bytes:
    """The page of a graph, in UTF-8; nothing where the graph holds nothing to show."""
    from kg.view import render
    from kg.view.errors import ViewError

    try:
        return render((row[:3] for row in rows), {one.sha256: one.text for one in articles}).encode()
    except ViewError:
        return b""


def build_all(sources: Iterable[Source], recipe: Recipe, cores: int | None = None) -> Iterator[Built]:
    """All sources' articles, in order. Memory does not grow with their number.

    Raises KgError if a working process is ended from outside.
    """
    return mapped(partial(build, recipe=recipe), sources, cores)


def mapped(work: Callable[[Source], T], sources: Iterable[Source], cores: int | None = None) -> Iterator[T]:
    """What `work`, a function of a module, makes of each source, in order. Memory does not grow with their number.

    Raises KgError if a working process is ended from outside.
    """
    waiting = iter(sources)
    first = list(islice(waiting, FEW))
    cores = cores or len(os.sched_getaffinity(0))
    if len(first) < FEW or cores < 2:
        yield from map(work, chain(first, waiting))
        return
    with ProcessPoolExecutor(cores, multiprocessing.get_context("spawn"), _unbothered) as pool:
        yield from _in_order(pool, work, chain(first, waiting), cores * _AHEAD)


def _unbothered() -> None:
    """An interrupt is for the main process, which then ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _interrupts_later() -> Iterator[None]:
    """Processes that begin inside the block begin with interrupts held back; here one comes after the block."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _in_order(pool: ProcessPoolExecutor, work: Callable[[Source], T], sources: Iterator[Source],
              ahead: int) -> Iterator[T]:
    with _interrupts_later():
        begun: deque[Future[T]] = deque(pool.submit(work, source) for source in islice(sources, ahead))
    try:
        while begun:
            done = begun.popleft().result()
            with _interrupts_later():  # the pool begins a process whenever it has none to spare
                begun.extend(pool.submit(work, source) for source in islice(sources, 1))
            yield done
    except BrokenProcessPool:
        what = "a working process was ended from outside"
        raise KgError("kg build", what, "free some memory and run it again") from None
    finally:
        pool.shutdown(wait=not begun, cancel_futures=True)  # an end that is not awaited may meet the program's own


def defect(where: str, error: Exception) -> KgError:
    """What a defect of the program, met in one article, is reported as."""
    at = extract_tb(error.__traceback__)[-1]
    what = f"brings out a defect ({type(error).__name__} at {Path(at.filename).name}:{at.lineno})"
    return KgError(where, what, "please report it with the article")
