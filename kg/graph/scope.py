"""What the triples of one article have in common, and how they point to their evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kg.article import Article, Span
from kg.fact import Entity, Fact, Statements, Value
from kg.graph.errors import TermError, unknown
from kg.graph.iri import article_path, check_base, entity_path, fact_path, passage_iri
from kg.graph.passages import passage
from kg.graph.terms import iri, kinds
from kg.graph.triple import DECIMAL, Literal, Node, Triple
from kg.vi.confidence import rule_confidence

DERIVED, RULE, RULE_VERSION, RULE_CONFIDENCE, INFERENCE = (iri(name) for name in (
    "prov:wasDerivedFrom", "kg:rule", "kg:ruleVersion", "kg:ruleConfidence", "kg:inference"))


class Evidence(StrEnum):
    """How much a graph says of where its facts come from."""

    FULL = "full"  # passages, reified single triples, rules, inferences
    PASSAGES = "passages"  # passages only
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Scope:
    """One article's part of a graph."""

    article: Article
    article_iri: str
    base: str
    evidence: Evidence
    dated: date | None
    shown: set[Span] = field(default_factory=set)  # the passages of which the graph has said all

    @classmethod
    def of(cls, statements: Statements, base: str, evidence: str) -> Scope:
        """The scope of an article. Raises GraphError for an unusable base, ValueError for an unknown evidence level."""
        base, article = check_base(base), statements.article
        return cls(article, base + article_path(article.id), base, Evidence(evidence), statements.dated)

    def resource(self, value: Value) -> str:
        """The IRI of a node. Raises TermError for a literal, which is none, and for an unknown kind of entity."""
        try:
            if isinstance(value, Entity):
                return self.base + entity_path(value)
        except KeyError as error:
            raise unknown(self.article.id, "kind", error.args[0], kinds()) from None
        if isinstance(value, Fact):
            return self.base + fact_path(value)
        if value is self.article:
            return self.article_iri
        raise TermError(self.article.id, f"{value!r} is not a node", "an entity, a fact or the article must stand here")

    def provenance(self, node: str, source: Entity | Fact) -> Iterator[Triple]:
        """Where an entity or a fact comes from: its passages, its rule, and what was inferred."""
        yield from self.passages(node, source.spans)
        if self.evidence is Evidence.FULL:
            name, _, version = source.rule.partition("@")
            notes: tuple[tuple[str, Node], ...] = tuple((INFERENCE, Literal(note)) for note in source.notes)
            for predicate, value in ((RULE, Literal(name)), (RULE_VERSION, Literal(version)), *notes):
                if isinstance(value, Literal) and value.text:
                    yield node, predicate, value
            if (confidence := rule_confidence(name)) is not None:
                yield node, RULE_CONFIDENCE, Literal(confidence, DECIMAL)

    def passages(self, node: str, spans: tuple[Span, ...]) -> Iterator[Triple]:
        """The passages that a node is derived from."""
        if self.evidence is Evidence.NONE:
            return
        for span in spans:
            yield node, DERIVED, passage_iri(self.article_iri, span)
            if span not in self.shown:
                self.shown.add(span)
                yield from passage(span, self.article, self.article_iri)
