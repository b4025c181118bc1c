"""The article as a node."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kg.article import Article, Role
from kg.graph.entities import TYPE, classes
from kg.graph.names import LABEL, tidy
from kg.graph.scope import Scope
from kg.graph.terms import iri
from kg.graph.triple import DATE_TIME, Literal, Triple, day, vietnamese


def _headline(article: Article) -> str:
    """The title that the source gives, else the headline that the text prints, else nothing."""
    printed = (article.quote(paragraph.span) for paragraph in article.paragraphs if paragraph.role is Role.HEADLINE)
    return tidy(article.title or next(printed, ""))


def described(scope: Scope, stamp: datetime | None = None) -> Iterator[Triple]:
    """What a graph says of an article; `stamp`, if given, is when the graph was made."""
    article, node = scope.article, scope.article_iri
    headline = _headline(article)
    for name in classes("kg:Article"):
        yield node, TYPE, name
    yield node, LABEL, vietnamese(headline or tidy(article.id) or "…")
    yield node, iri("dcterms:identifier"), Literal(article.id)
    yield node, iri("kg:sha256"), Literal(article.sha256)
    for term, text in (("schema:headline", headline), ("schema:author", article.author),
                       ("schema:publisher", article.publisher)):
        if text and tidy(text):
            yield node, iri(term), vietnamese(tidy(text))
    if article.url:
        yield node, iri("schema:url"), Literal(article.url)
    for term, date in (("schema:datePublished", article.date), ("kg:datedOn", scope.dated)):
        if date:
            yield node, iri(term), day(date)
    if stamp:
        yield node, iri("prov:generatedAtTime"), Literal(stamp.isoformat(timespec="seconds"), DATE_TIME)
