"""Evidence: stretches of an article's text, named by IRI, with the very words that they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from kg.article import Article, Span
from kg.graph.errors import EvidenceError
from kg.graph.iri import passage_iri
from kg.graph.names import LABEL, tidy
from kg.graph.terms import iri, lineage
from kg.graph.triple import Literal, Triple, integer, vietnamese

TYPE, START, END, EXACT, IN_ARTICLE = (iri(name) for name in
                                       ("rdf:type", "oa:start", "oa:end", "oa:exact", "kg:inArticle"))
_CLASSES = tuple(map(iri, lineage("kg:Passage")))
_LABEL_LENGTH = 80


def _checked(span: Span, article: Article) -> str:
    if not 0 <= span.start < span.end <= len(article.text):
        raise EvidenceError(article.id, f"the passage {span.start}-{span.end} is not inside the text, "
                                        f"which has {len(article.text)} characters")
    return article.quote(span)


def passage(span: Span, article: Article, article_iri: str) -> list[Triple]:
    """What a graph says of one passage. Raises EvidenceError if it is empty or not inside the text."""
    exact = _checked(span, article)
    node = passage_iri(article_iri, span)
    short = tidy(exact)
    label = short if len(short) <= _LABEL_LENGTH else f"{short[:_LABEL_LENGTH - 1].rstrip()}…"
    return [
        *[(node, TYPE, name) for name in _CLASSES],
        (node, LABEL, vietnamese(label)),
        (node, START, integer(span.start)),
        (node, END, integer(span.end)),
        (node, EXACT, Literal(exact)),
        (node, IN_ARTICLE, article_iri),
    ]


def check(triples: Iterable[Triple], article: Article) -> None:
    """Raises EvidenceError at the first passage whose IRI, offsets or words the text denies."""
    for node, predicate, value in triples:
        if predicate in _PROOFS and isinstance(value, Literal) and not _PROOFS[predicate](node, value.text, article):
            raise EvidenceError(article.id, f"the passage {node.rpartition('#')[2]} does not hold what it states",
                                "this is a defect: please report it with the article")


def _placed(node: str, exact: str, article: Article) -> bool:
    start, _, end = node.rpartition("#char=")[2].partition(",")
    return start.isdecimal() and end.isdecimal() and article.text[int(start):int(end)] == exact


_PROOFS: Mapping[str, Callable[[str, str, Article], bool]] = {
    START: lambda node, start, article: f"#char={start}," in node,
    END: lambda node, end, article: node.endswith(f",{end}"),
    EXACT: _placed,
}
