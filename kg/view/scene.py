"""What the readers of facts share: a graph's resources, its things and its evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.graph.index import Index
from kg.view.evidence import Evidence
from kg.view.phrases import Phrase, Slots, fill
from kg.view.picture import Edge, Fact, Words
from kg.view.things import Things
from kg.view.values import value_words


@dataclass(frozen=True, slots=True)
class Scene:
    graph: Index
    things: Things
    evidence: Evidence

    def fact(self, phrase: Phrase, slots: Slots, edges: Iterable[Edge], node: str = "", proof: str = "",
             date: str = "") -> Fact:
        """A fact that the resource `node` states, if any, on the evidence of `proof` (else of `node`).

        One without a date takes that of the article that says so.
        """
        passages = self.evidence.of(proof or node)
        return Fact(
            relation=phrase.relation,
            sentence=fill(phrase.sentence, slots),
            edges=tuple(edge for edge in edges if edge.source != edge.target),
            resource=node,
            passages=passages,
            date=date[:10] or self.evidence.date(passages),
        )

    def words(self, resource: str, *names: str) -> list[Words]:
        """The values of a resource's properties in words."""
        return [value_words(self.graph, value) for value in self.graph.values(resource, *names)]

    def day(self, event: str) -> str:
        """When an event took place or a document was issued: an ISO date, or nothing."""
        return self.graph.text(event, "schema:startDate", "dcterms:issued")
