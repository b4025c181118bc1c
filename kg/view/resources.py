"""A graph's triples by subject, so that what is said about a resource is read in one look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from kg.graph.terms import iri
from kg.graph.triple import Literal, Node, Triple

Pair: TypeAlias = "tuple[str, Node]"
TYPE = iri("rdf:type")
LABELS = (iri("skos:prefLabel"), iri("rdfs:label"))


class Resources:
    """The triples of a graph, sorted and without repetition."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        pairs: dict[str, set[Pair]] = defaultdict(set)
        for subject, predicate, value in triples:
            pairs[subject].add((predicate, value))
        self._pairs = {subject: sorted(pairs[subject], key=_order) for subject in sorted(pairs)}
        self._instances: dict[str, list[str]] = defaultdict(list)
        for subject, said in self._pairs.items():
            for predicate, value in said:
                if predicate == TYPE and isinstance(value, str):
                    self._instances[value].append(subject)

    def __iter__(self) -> Iterator[str]:
        return iter(self._pairs)

    def pairs(self, subject: str) -> list[Pair]:
        """What is said about `subject`: (predicate, object), sorted."""
        return self._pairs.get(subject, [])

    def instances(self, name: str) -> list[str]:
        """The resources of a class, given by its prefixed name, sorted by IRI."""
        return self._instances.get(iri(name), [])

    def values(self, subject: str, *names: str) -> list[Node]:
        """The values of properties, given by their prefixed names."""
        wanted = {iri(name) for name in names}
        return [value for predicate, value in self.pairs(subject) if predicate in wanted]

    def linked(self, subject: str, *names: str) -> list[str]:
        """The resources that properties point to."""
        return [value for value in self.values(subject, *names) if isinstance(value, str)]

    def literal(self, subject: str, *names: str) -> str:
        """The first literal of the properties, in the order of their names, or nothing."""
        found = (plain(value) for name in names for value in self.values(subject, name))
        return next(found, "")

    def text(self, node: Node, language: str = "vi") -> str:
        """The label of a resource in `language`, else in any, else the end of its IRI; a literal's own text."""
        if isinstance(node, Literal):
            return node.text
        labels = [value for name in LABELS for predicate, value in self.pairs(node)
                  if predicate == name and isinstance(value, Literal)]
        labels.sort(key=lambda label: label.language != language)
        return labels[0].text if labels else local_name(node)


def plain(node: Node) -> str:
    """A literal's text, an IRI itself."""
    return node.text if isinstance(node, Literal) else node


def local_name(name: str) -> str:
    """What follows the last slash or hash of an IRI."""
    return name.replace("#", "/").rstrip("/").rsplit("/", 1)[-1]


def _order(pair: Pair) -> tuple[str, bool, str, str]:
    predicate, value = pair
    literal = isinstance(value, Literal)
    return predicate, literal, plain(value), value.language if isinstance(value, Literal) else ""
