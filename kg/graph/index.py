"""A graph by subject and by object, so that all that is said of a node is one look away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.graph.terms import iri
from kg.graph.triple import Literal, Node, Quad, Triple

TYPE = iri("rdf:type")
_LABELS = (iri("rdfs:label"), iri("skos:prefLabel"))


class Index:
    """The statements of a graph, all its named graphs taken together. Properties and classes are prefixed names."""

    def __init__(self, rows: Iterable[Triple | Quad]) -> None:
        self._said: dict[str, dict[str, list[Node]]] = defaultdict(dict)
        self._pointing: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self.triples: list[Triple] = sorted({row[:3] for row in rows}, key=_order)
        for subject, predicate, value in self.triples:
            self._said[subject].setdefault(predicate, []).append(value)
            if isinstance(value, str):
                self._pointing[value].append((subject, predicate))

    def __contains__(self, triple: Triple) -> bool:
        subject, predicate, value = triple
        return value in self._said.get(subject, {}).get(predicate, ())

    def __iter__(self) -> Iterator[str]:
        """The nodes of which something is said, sorted."""
        return iter(self._said)

    def said(self, node: str) -> dict[str, list[Node]]:
        """What is said of a node: predicate -> values, by IRIs."""
        return self._said.get(node, {})

    def pairs(self, node: str) -> list[tuple[str, Node]]:
        """What is said of a node: (predicate, value), sorted."""
        return [(predicate, value) for predicate, values in self.said(node).items() for value in values]

    def values(self, node: str, *names: str) -> list[Node]:
        """The values of properties, in the order of their names."""
        said = self.said(node)
        return [value for name in names for value in said.get(iri(name), ())]

    def nodes(self, node: str, *names: str) -> list[str]:
        """The nodes that properties point to."""
        return [value for value in self.values(node, *names) if isinstance(value, str)]

    def texts(self, node: str, *names: str) -> list[str]:
        """The literals of properties, as texts."""
        return [value.text for value in self.values(node, *names) if isinstance(value, Literal)]

    def text(self, node: str, *names: str) -> str:
        """The first literal of the properties, or nothing."""
        return next(iter(self.texts(node, *names)), "")

    def pointing(self, node: str) -> list[tuple[str, str]]:
        """(subject, predicate) of the statements whose object is this node, sorted."""
        return self._pointing.get(node, [])

    def classes(self, node: str) -> set[str]:
        """The IRIs of a node's classes."""
        return {value for value in self.said(node).get(TYPE, ()) if isinstance(value, str)}

    def instances(self, name: str) -> list[str]:
        """The nodes of a class, sorted."""
        return [subject for subject, predicate in self.pointing(iri(name)) if predicate == TYPE]

    def label(self, node: Node, language: str = "vi") -> str:
        """What a reader calls a node: its label, else the end of its IRI; a literal's text."""
        if isinstance(node, Literal):
            return node.text
        found = [value for name in _LABELS for value in self.said(node).get(name, ()) if isinstance(value, Literal)]
        found.sort(key=lambda label: label.language != language)
        return found[0].text if found else local_name(node)


def local_name(name: str) -> str:
    """What follows the last slash or hash of an IRI."""
    return name.replace("#", "/").rstrip("/").rpartition("/")[2] or name


def _order(triple: Triple) -> tuple[str, str, bool, str, str, str]:
    subject, predicate, value = triple
    if isinstance(value, str):
        return subject, predicate, False, value, "", ""
    return subject, predicate, True, value.text, value.datatype, value.language
