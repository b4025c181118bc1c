"""What the ontology calls its terms, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kg.graph.index import local_name
from kg.resources import ontology


@cache
def labels() -> Mapping[str, Mapping[str, str]]:
    """The ontology's labels: IRI of a term -> language -> label."""
    import pyoxigraph as ox

    found: dict[str, dict[str, str]] = {}
    for quad in ox.parse(path=str(ontology() / "kg.ttl"), format=ox.RdfFormat.TURTLE):
        named = isinstance(quad.subject, ox.NamedNode) and quad.predicate.value.endswith("rdf-schema#label")
        if named and isinstance(quad.object, ox.Literal):
            found.setdefault(quad.subject.value, {})[quad.object.language or "vi"] = quad.object.value
    return found


def term_label(term: str, language: str = "en") -> str:
    """A class's or property's name for readers, else the end of its IRI."""
    return labels().get(term, {}).get(language) or local_name(term)
