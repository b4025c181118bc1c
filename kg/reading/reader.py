"""From sources to articles: the text as it is, its paragraphs by role, and what is known of it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from kg.article import Article
from kg.errors import ReadingError
from kg.reading.draft import Draft
from kg.reading.encoding import decode
from kg.reading.imprint import author_of, date_of, outlet_in, settled
from kg.reading.language import foreign
from kg.reading.layout import Line, layout, paragraphs
from kg.reading.page import page
from kg.reading.record import record
from kg.reading.source import Report, Source, sources
from kg.vi.outlets import outlet_of

FOREIGN = "may not be Vietnamese: little will be found in it"


def plain(source: Source) -> Draft:
    """The article of a plain text."""
    return Draft(decode(source.content, source.where), source.stem)


_READERS: Mapping[str, Callable[[Source], Draft]] = {".txt": plain, ".html": page, ".jsonl": record}


def article(source: Source, dated: datetime.date | None = None) -> Article:
    """The article of a source; `dated` is its date if it states none. Raises ReadingError."""
    draft = _READERS[source.form](source)
    if not draft.text.strip():
        raise ReadingError(source.where, "is empty", "give an article's text")
    lines = layout(draft.text, draft.title, draft.captions)
    return Article(
        id=draft.id,
        text=draft.text,
        paragraphs=paragraphs(lines),
        title=draft.title,
        date=draft.date or date_of(lines) or dated,
        author=settled(draft.author) if draft.author else author_of(lines),
        publisher=_publisher(draft, lines),
        url=draft.url,
        notes=(*draft.notes, *([FOREIGN] if foreign(draft.text) else [])),
    )


def _publisher(draft: Draft, lines: Sequence[Line]) -> str | None:
    """The outlet by its usual name where it is known, else as the source calls it."""
    for given in (draft.publisher, draft.url):
        if given and (known := outlet_of(given)):
            return known.name
    printed = outlet_in(lines)
    return draft.publisher or (printed.name if printed else None)


def articles(inputs: Iterable[str | Path], report: Report, dated: datetime.date | None = None) -> Iterator[Article]:
    """Every article of the inputs, in order. What cannot be read goes to `report`."""
    for source in sources(inputs, report):
        try:
            yield article(source, dated)
        except ReadingError as error:
            report(error)


def read(path: str | Path, *, date: datetime.date | None = None) -> Article:
    """The one article in a text or HTML file; `date` is its publication date if it states none.

    Raises ReadingError where there is none, or several.
    """
    found = list(articles([path], _stop, date))
    if len(found) != 1:
        raise ReadingError(path, f"holds {len(found)} articles", "iterate over kg.articles([path])")
    return found[0]


def _stop(error: ReadingError) -> None:
    raise error
