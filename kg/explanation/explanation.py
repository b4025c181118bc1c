"""A thing and its facts, taken from a graph together with their evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.graph.index import Index
from kg.graph.quotation import Quotation, quotations
from kg.graph.terms import NARY, PREFIXES, iri
from kg.graph.texts import Texts
from kg.graph.triple import Literal, Node

_FACTS = {iri(nary.name) for nary in NARY.values()} | {iri("rdf:Statement")}
# What other lines of an explanation say, or what only programs need.
_UNSAID = {iri(name) for name in (
    "rdf:type", "rdfs:label", "skos:altLabel", "skos:hiddenLabel", "skos:prefLabel", "kg:sortKey", "kg:rule",
    "kg:ruleVersion", "kg:ruleConfidence", "kg:inference", "prov:wasDerivedFrom")}
_SHORT = {iri(name) for name in ("kg:attendedBy", "kg:addressedBy", "kg:chairedBy", "org:holds", "org:heldBy")}
_REIFIED = tuple(iri(f"rdf:{name}") for name in ("subject", "predicate", "object"))


@dataclass(frozen=True, slots=True)
class Statement:
    """One fact: its words, its parts (property and value, as IRIs or texts), and how it is known.

    rule      the rule that stated it, with its version ("award.conferred, version 1"), or nothing
    inferred  what was inferred, and from what
    """

    node: str
    label: str
    parts: tuple[tuple[str, str], ...] = ()
    rule: str = ""
    inferred: tuple[str, ...] = ()
    quotations: tuple[Quotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that a graph says of one thing. `itself` tells how it was recognized; `classes` are IRIs."""

    itself: Statement
    classes: tuple[str, ...]
    names: tuple[str, ...]
    facts: tuple[Statement, ...]


def explain(node: str, index: Index, texts: Texts) -> Explanation:
    """What is known of a node, with evidence."""
    classes = sorted(index.classes(node))
    own = [name for name in classes if name.startswith(PREFIXES["kg"])] or classes
    names = dict.fromkeys(index.texts(node, "skos:altLabel"))
    return Explanation(explain_fact(node, index, texts), tuple(own), tuple(names), tuple(_facts(node, index, texts)))


def explain_fact(node: str, index: Index, texts: Texts) -> Statement:
    """One node with its parts, its evidence, its rule and what was inferred."""
    rules = index.texts(node, "kg:rule")
    version = index.text(node, "kg:ruleVersion")
    confidence = index.text(node, "kg:ruleConfidence")
    said = (f"version {version}" if version else "", f"right in {confidence} of annotated cases" if confidence else "")
    rule = ", ".join(part for part in (*rules, *said) if part) if rules else ""
    return Statement(node, index.label(node), tuple(_parts(node, index)), rule,
                     tuple(index.texts(node, "kg:inference")), tuple(quotations(node, index, texts)))


def _parts(node: str, index: Index) -> Iterator[tuple[str, str]]:
    reified = iri("rdf:Statement") in index.classes(node)
    for predicate, values in index.said(node).items():
        if predicate not in _UNSAID and predicate not in _SHORT and not (reified and predicate in _REIFIED):
            yield from ((predicate, _words(value, index)) for value in values)


def _words(value: Node, index: Index) -> str:
    return value.text if isinstance(value, Literal) else index.label(value)


def _facts(node: str, index: Index, texts: Texts) -> Iterator[Statement]:
    """The facts that a node has a part in, those with the earliest words first; then triples that no fact explains."""
    subjects = {subject for subject, _ in index.pointing(node) if index.classes(subject) & _FACTS}
    told = [explain_fact(fact, index, texts) for fact in subjects]
    yield from sorted(told, key=lambda fact: (fact.quotations[:1], fact.label, fact.node))
    explained = {(subject, str(predicate)) for fact in subjects for subject in index.nodes(fact, "rdf:subject")
                 for predicate in index.nodes(fact, "rdf:predicate")}
    for subject, predicate in index.pointing(node):
        said = predicate in _SHORT | _UNSAID or (subject, predicate) in explained
        if not said and not index.classes(subject) & _FACTS:
            yield Statement(subject, index.label(subject), ((predicate, index.label(node)),))
