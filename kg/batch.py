"""Articles through all stages, one or many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from traceback import extract_tb

from kg.article import Article
from kg.errors import KgError
from kg.extraction import extract
from kg.graph import BASE, quads, write
from kg.graph.triple import Quad
from kg.parallel import mapped
from kg.reading import article
from kg.reading.source import Source
from kg.summary import found


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

    article as read, but without its paragraphs, which only reading and extraction need
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
        kept = replace(read, paragraphs=())  # many small values, slow to send from one process to another
        return _written(source, kept, rows, recipe) if recipe.each else Built(source.where, kept, found(rows), rows)
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


def defect(where: str, error: Exception) -> KgError:
    """What a defect of the program, met in one article, is reported as."""
    at = extract_tb(error.__traceback__)[-1]
    what = f"brings out a defect ({type(error).__name__} at {Path(at.filename).name}:{at.lineno})"
    return KgError(where, what, "please report it with the article")
