"""Roles, kinds of meetings, awards: concepts of the shipped schemes where they are known, else made from their words.

A concept is known by its preferred name, however its case and tone marks are printed. Another printed name of a
known concept ("hạng 3" for "hạng Ba") stays a concept of its own that is `skos:exactMatch` with it, so that what
the article prints is kept. One that is not known is put below the known one that its words begin with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from kg.graph.iri import role_path, segment
from kg.graph.names import LABEL, tidy
from kg.graph.terms import CONCEPTS, SCHEMES, iri, lineage
from kg.graph.triple import LANGUAGE_STRING, Literal, Triple, vietnamese
from kg.resources import ontology
from kg.vi.writing import fold

TYPE, PREFERRED, ALTERNATIVE, IN_SCHEME, BROADER, MATCH = (iri(name) for name in (
    "rdf:type", "skos:prefLabel", "skos:altLabel", "skos:inScheme", "skos:broader", "skos:exactMatch"))


@dataclass(frozen=True, slots=True)
class Scheme:
    """The shipped concepts of one class: what each says, and their IRIs by preferred and by other names (folded)."""

    concepts: Mapping[str, tuple[Triple, ...]] = field(default_factory=dict)
    preferred: Mapping[str, str] = field(default_factory=dict)
    others: Mapping[str, str] = field(default_factory=dict)


@cache
def schemes() -> Mapping[str, Scheme]:
    """The shipped schemes by their classes ("kg:Role")."""
    import pyoxigraph as ox

    names: dict[str, list[tuple[str, Literal]]] = {}
    for quad in ox.parse(path=str(ontology() / "schemes.ttl"), format=ox.RdfFormat.TURTLE):
        if quad.predicate.value in (PREFERRED, ALTERNATIVE):
            literal = Literal(quad.object.value, LANGUAGE_STRING, quad.object.language)
            names.setdefault(quad.subject.value, []).append((quad.predicate.value, literal))
    return {of: _scheme(of, names) for of in CONCEPTS}


def _scheme(of: str, names: Mapping[str, list[tuple[str, Literal]]]) -> Scheme:
    concepts: dict[str, tuple[Triple, ...]] = {}
    found: dict[str, dict[str, str]] = {PREFERRED: {}, ALTERNATIVE: {}}
    for concept, labels in names.items():
        if concept.startswith(f"{SCHEMES}{CONCEPTS[of]}/"):
            preferred = [(predicate, label) for predicate, label in labels if predicate == PREFERRED]
            concepts[concept] = (*_classed(concept, of), *((concept, *row) for row in preferred))
            for predicate, label in labels:
                if label.language == "vi":
                    found[predicate][fold(label.text)] = concept
                    if predicate == PREFERRED:
                        concepts[concept] += ((concept, LABEL, label),)
    return Scheme(concepts, found[PREFERRED], found[ALTERNATIVE])


def _classed(node: str, of: str) -> Iterator[Triple]:
    for name in lineage(of):
        yield node, TYPE, iri(name)
    yield node, IN_SCHEME, SCHEMES + CONCEPTS[of]


def _nearest(words: str, scheme: Scheme) -> str | None:
    """The known concept that these folded words begin with, the longest."""
    parts = words.split()
    heads = (" ".join(parts[:n]) for n in range(len(parts) - 1, 0, -1))
    return next((scheme.preferred[head] for head in heads if head in scheme.preferred), None)


@lru_cache(maxsize=16384)
def concept(text: str, of: str, base: str) -> tuple[str, tuple[Triple, ...]]:
    """The concept that a text names in the scheme of the class `of`, and all that a graph says of it."""
    scheme, words = schemes()[of], fold(text) or text
    if words in scheme.preferred:
        known = scheme.preferred[words]
        return known, scheme.concepts[known]
    node = base + role_path(CONCEPTS[of], [segment(words)])
    label = vietnamese(tidy(text))
    triples: list[Triple] = [*_classed(node, of), (node, PREFERRED, label), (node, LABEL, label)]
    same, above = scheme.others.get(words), _nearest(words, scheme)
    for link, other in ((MATCH, same), (BROADER, None if same else above)):
        if other:
            triples += [(node, link, other), *scheme.concepts[other]]
    return node, tuple(triples)
