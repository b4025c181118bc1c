"""From a source to its article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from kg.article import Article
from kg.errors import ReadingError
from kg.reading.draft import Draft
from kg.reading.encoding import decode
from kg.reading.source import Report, Source, sources


def plain(source: Source) -> Draft:
    return Draft(decode(source.content, source.where), source.stem)


_READERS: dict[str, Callable[[Source], Draft]] = {".txt": plain}


def article(source: Source, dated: date | None = None) -> Article:
    draft = _READERS[source.form](source)
    if not draft.text.strip():
        raise ReadingError(source.where, "is empty", "give an article's text")
    return Article(draft.id, draft.text, (), draft.title, draft.date or dated, draft.author, draft.publisher, draft.url)


def articles(inputs: Iterable[str | Path], report: Report, dated: date | None = None) -> Iterator[Article]:
    for source in sources(inputs, report):
        try:
            yield article(source, dated)
        except ReadingError as error:
            report(error)


def read(path: str | Path, *, date: date | None = None) -> Article:
    def stop(error: ReadingError) -> None:
        raise error

    return next(articles([path], stop, date))
