"""Which nodes of a graph are things to show, and what is known about each by itself."""

from __future__ import annotations

from collections.abc import Iterator

from kg.graph.index import Index
from kg.graph.names import tidy
from kg.graph.terms import PREFIXES, iri
from kg.view.evidence import Evidence
from kg.view.phrases import Group, phrases
from kg.view.picture import Thing, Words
from kg.view.values import value_words
from kg.view.vocabulary import term_words

NOT_THINGS = {iri(name) for name in (
    "kg:Passage", "kg:Participation", "kg:Period", "org:Membership", "rdf:Statement", "skos:Concept",
    "skos:ConceptScheme", "kg:Role", "kg:MeetingKind", "kg:AwardType", "kg:ParticipationRole")}
# Where only these point to an office, it does nothing by itself: it is said with its holder.
IDLE = {iri(name) for name in ("org:holds", "org:role", "org:member", "rdf:subject", "rdf:object")}
VAGUE = {iri(name) for name in ("kg:Organization", "kg:Committee", "kg:Document", "kg:Indicator")}


class Things:
    """The things of a graph, sorted by family and by name, and their indexes."""

    def __init__(self, graph: Index, evidence: Evidence) -> None:
        self._graph, self._evidence = graph, evidence
        self._acting = {value for node in graph for term, value in graph.pairs(node) if term not in IDLE}
        groups = {node: group for node in graph if (group := self._group(node))}
        order = {group.key: rank for rank, group in enumerate(phrases().groups)}
        nodes = sorted(groups, key=lambda node: (order[groups[node].key], self._sort_key(node), node))
        self.index = {node: index for index, node in enumerate(nodes)}
        self.all = tuple(self._thing(node, groups[node]) for node in nodes)

    def of(self, resource: str, *names: str) -> list[int]:
        """Indexes of the things that a resource points to by properties, in the order in which articles name them."""
        found = (value for value in self._graph.nodes(resource, *names) if value in self.index)
        return [self.index[value] for value in sorted(found, key=self._evidence.first)]

    def _types(self, node: str) -> list[str]:
        return self._graph.nodes(node, "rdf:type")

    def _group(self, node: str) -> Group | None:
        """The family of a thing. An office is one only where it does something itself: awards, chairs, issues."""
        types = set(self._types(node))
        if types & NOT_THINGS or iri("org:Post") in types and node not in self._acting:
            return None
        fitting = (group for group in phrases().groups if types.intersection(group.classes))
        unknown = phrases().groups[-1] if any(kind.startswith(PREFIXES["kg"]) for kind in types) else None
        return next(fitting, unknown)

    def _thing(self, node: str, group: Group) -> Thing:
        label = tidy(self._graph.label(node))
        others = self._graph.values(node, "skos:altLabel", "skos:prefLabel")
        return Thing(
            iri=node,
            group=group.key,
            kind=self._kind(node, group),
            label=label,
            caption=self._caption(node) or label,
            names=tuple(sorted({tidy(self._graph.label(name)) for name in others} - {label})),
            details=tuple(self._details(node)),
            passages=self._evidence.of(node),
            places=tuple(self.of(node, "kg:territory", "schema:location", "kg:partOf")),
        )

    def _kind(self, node: str, group: Group) -> Words:
        """What it is, as closely as the graph says: the kind of meeting, else its own class, else its family."""
        for kind in self._graph.values(node, "kg:meetingKind"):
            return value_words(self._graph, kind)
        own = [kind for kind in self._types(node) if kind.startswith(PREFIXES["kg"]) and kind not in VAGUE]
        return term_words(own[0]) if len(own) == 1 else group.label

    def _caption(self, node: str) -> str:
        """An award is drawn with its types alone: the picture itself shows who gave it to whom."""
        return ", ".join(sorted(self._graph.label(kind) for kind in self._graph.values(node, "kg:awardType")))

    def _details(self, node: str) -> Iterator[tuple[Words, Words]]:
        said = self._graph.pairs(node)
        for term, words in phrases().details.items():
            values = [value_words(self._graph, value) for predicate, value in said if predicate == term]
            yield from ((words, value) for value in {value.vi.lower(): value for value in values}.values())

    def _sort_key(self, node: str) -> str:
        return self._graph.text(node, "kg:sortKey") or self._graph.label(node).casefold()
