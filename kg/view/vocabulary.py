"""The ontology's labels in both languages, for classes and properties that the explorer has no phrase for."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

import pyoxigraph

from kg.graph.terms import iri
from kg.resources import ontology
from kg.view.picture import Words
from kg.view.resources import local_name


def term_words(term: str) -> Words:
    """The label of a class or property; for one that the ontology does not know, its name split into words."""
    named = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", local_name(term)).lower()
    return _labels().get(term, Words(named, named))


@cache
def _labels() -> dict[str, Words]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in pyoxigraph.parse(path=str(ontology() / "kg.ttl"), format=pyoxigraph.RdfFormat.TURTLE):
        if quad.predicate.value == iri("rdfs:label") and isinstance(quad.object, pyoxigraph.Literal):
            found[str(quad.subject.value)][quad.object.language or "vi"] = quad.object.value
    return {term: Words(said.get("vi") or said["en"], said.get("en") or said["vi"]) for term, said in found.items()}
