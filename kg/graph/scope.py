"""What the triples of one article have in common, and how they point to their evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache

from kg.article import Article, Span
from kg.fact import Entity, Fact, Statements, Value
from kg.graph.errors import TermError, unknown
from kg.graph.iri import article_path, check_base, entity_path, fact_path, passage_iri
from kg.graph.passages import passage
from kg.graph.terms import iri, kinds
from kg.graph.triple import DECIMAL, Literal, Triple
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
    shown: set[str] = field(default_factory=set)  # the passages of which the graph has said all

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

    def provenance(self, node: str, source: Entity | Fact) -> list[Triple]:
        """Where an entity or a fact comes from: its passages, its rule, and what was inferred."""
        rows = self.passages(node, source.spans)
        if self.evidence is Evidence.FULL:
            rows += [(node, predicate, value) for predicate, value in _rule(source.rule)]
            rows += [(node, INFERENCE, Literal(note)) for note in source.notes if note]
        return rows

    def passages(self, node: str, spans: tuple[Span, ...]) -> list[Triple]:
        """The passages that a node is derived from."""
        rows: list[Triple] = []
        for span in spans if self.evidence is not Evidence.NONE else ():
            name = passage_iri(self.article_iri, span)
            rows.append((node, DERIVED, name))
            if name not in self.shown:
                self.shown.add(name)
                rows += passage(span, self.article, self.article_iri)
        return rows


@lru_cache(maxsize=1024)
def _rule(rule: str) -> tuple[tuple[str, Literal], ...]:
    """What a graph says of a rule ("clause@2") wherever it names it: the name, the version, how often it is right."""
    name, _, version = rule.partition("@")
    said = (RULE, Literal(name)), (RULE_VERSION, Literal(version)), (
        RULE_CONFIDENCE, Literal(rule_confidence(name) or "", DECIMAL))
    return tuple((predicate, value) for predicate, value in said if value.text)
