"""From a graph to its page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.explanation.naming import find
from kg.graph.index import Index
from kg.graph.iri import is_iri
from kg.graph.triple import Triple
from kg.view.build import picture
from kg.view.choice import MANY, around, opening
from kg.view.errors import ViewError
from kg.view.island import island, statements
from kg.view.page import page


def render(triples: Iterable[Triple], texts: Mapping[str, str], *, title: str | None = None, theme: str = "auto",
           focus: str | None = None, depth: int = 2, max_nodes: int = MANY) -> str:
    """The explorer's page, HTML in one file: the same bytes for the same graph.

    texts      full texts of articles, by the article's IRI or by the text's SHA-256
    title      what the page is called; else the headline of its article, or how many articles it holds
    theme      "light", "dark" or "auto"
    focus      the IRI or the name of a thing: only what lies within `depth` lines of it is shown
    max_nodes  how many things are drawn at first; all can be searched, and drawn when asked for
    Raises ViewError if the graph holds no thing to show, or not the one in focus, or several of its name.
    """
    rows = list(triples)
    whole = picture(rows, texts)
    shown = around(whole, _meant(focus, rows), depth) if focus else whole
    start, communities = opening(shown, max_nodes)
    return page(island(shown, start, communities), statements(rows), shown, title=title, theme=theme)


def _meant(focus: str, rows: Sequence[Triple]) -> str:
    """What an IRI or a name means, as an IRI. Raises QueryError where nothing has the name, ViewError for several."""
    if is_iri(focus):
        return focus
    found = find(focus, Index(rows))
    if len(found) > 1:
        some = " ".join(sorted(found)[:5])
        raise ViewError(focus, f"is the name of {len(found)} things", f"give the IRI of one: {some}")
    return found[0]
