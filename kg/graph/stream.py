"""One article's statements as triples: the core that every output is made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from kg.fact import Entity, Fact, Statements, Value
from kg.graph import articles, entities, facts
from kg.graph.errors import GraphError
from kg.graph.merging import merged
from kg.graph.passages import check
from kg.graph.scope import Scope
from kg.graph.terms import BASE
from kg.graph.triple import Quad, Triple


def triples(statements: Statements, base: str = BASE, evidence: str = "full",
            stamp: datetime | None = None) -> list[Triple]:
    """The triples of one article, each once, in the order of the statements.

    Raises TermError where a statement is outside the vocabulary, EvidenceError where a passage does not hold the
    words that it states, GraphError where the text or the base cannot be written.
    """
    _check_text(statements)
    rows = merged(_rendered(statements, Scope.of(statements, base, evidence), stamp))
    check(rows, statements.article)
    return rows


def quads(statements: Statements, base: str = BASE, evidence: str = "full",
          stamp: datetime | None = None) -> list[Quad]:
    """The triples of one article in the named graph that has the article's IRI. Raises as `triples` does."""
    name = Scope.of(statements, base, evidence).article_iri
    return [(node, predicate, value, name) for node, predicate, value in triples(statements, base, evidence, stamp)]


def _check_text(statements: Statements) -> None:
    article = statements.article
    for text in (article.text, article.id, article.title, article.author, article.publisher, article.url):
        try:
            (text or "").encode()
        except UnicodeEncodeError as error:
            where, of = article.id.encode(errors="replace").decode(), "" if text is article.text else f" of {text!r}"
            raise GraphError(where, f"the character {error.start}{of} is half of a surrogate pair, which no RDF can "
                                    "hold", "mend the text's encoding") from None


def _rendered(statements: Statements, scope: Scope, stamp: datetime | None) -> list[Triple]:
    rows = list(articles.described(scope, stamp))
    for source in reachable((*statements.entities, *statements.facts)):
        rows += entities.described(source, scope) if isinstance(source, Entity) else facts.rendered(source, scope)
    return rows


def reachable(values: Iterable[Value]) -> Iterator[Entity | Fact]:
    """Entities and facts, and those that their roles hold, each once."""
    seen: set[int] = set()
    waiting = list(values)
    while waiting:
        value = waiting.pop()
        if isinstance(value, tuple):
            waiting.extend(value)
        elif isinstance(value, Entity | Fact) and id(value) not in seen:
            seen.add(id(value))
            waiting.extend(value.roles.values() if isinstance(value, Fact) else ())
            yield value
