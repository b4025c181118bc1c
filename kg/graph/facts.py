"""Facts as triples: one that is a single triple is reified by IRI, one with more roles is a node of its own."""

from __future__ import annotations

from collections.abc import Iterator

from kg.fact import Fact, Value
from kg.graph.entities import TYPE, classes, stated
from kg.graph.errors import TermError, unknown
from kg.graph.iri import fact_path
from kg.graph.labels import fact_label
from kg.graph.names import LABEL
from kg.graph.scope import Evidence, Scope
from kg.graph.shortcuts import SHORTCUTS
from kg.graph.terms import NARY, RELATIONS, Nary, Relation, iri
from kg.graph.triple import Triple, vietnamese

STATEMENT = iri("rdf:Statement")
_PARTS = tuple(iri(f"rdf:{name}") for name in ("subject", "predicate", "object"))


def _several(value: Value) -> tuple[Value, ...]:
    return value if isinstance(value, tuple) else (value,)


def _relation(fact: Fact, relation: Relation, scope: Scope) -> Iterator[Triple]:
    """A triple for each pair of subject and object, each with the node that says where it comes from."""
    for subject in _several(fact.roles["subject"]):
        for value in _several(fact.roles["object"]):
            triple = scope.resource(subject), iri(relation.name), scope.resource(value)
            yield triple
            if scope.evidence is Evidence.FULL:
                single = Fact(fact.term, {"subject": subject, "object": value}, fact.spans, fact.rule, fact.notes)
                yield from _reified(single, triple, scope)


def _reified(fact: Fact, triple: tuple[str, str, str], scope: Scope) -> Iterator[Triple]:
    node = scope.base + fact_path(fact)
    yield node, TYPE, STATEMENT
    yield node, LABEL, vietnamese(fact_label(fact))
    for predicate, value in zip(_PARTS, triple, strict=True):
        yield node, predicate, value
    yield from scope.provenance(node, fact)


def _nary(fact: Fact, nary: Nary, scope: Scope) -> Iterator[Triple]:
    node = scope.resource(fact)
    for name in classes(nary.name):
        yield node, TYPE, name
    yield node, LABEL, vietnamese(fact_label(fact))
    for role, term in nary.roles.items():
        yield from stated(node, role, term, fact.roles.get(role), scope)
    yield from scope.provenance(node, fact)
    if fact.term in SHORTCUTS:
        yield from SHORTCUTS[fact.term](node, fact, scope)


def _check(fact: Fact, required: tuple[str, ...], known: tuple[str, ...], scope: Scope) -> None:
    where = scope.article.id
    for role in fact.roles:
        if role not in known:
            raise unknown(where, f"role of {fact.term}", role, known)
    for role in required:
        if fact.roles.get(role) in (None, (), ""):
            raise TermError(where, f"a {fact.term} has no {role}")


def rendered(fact: Fact, scope: Scope) -> Iterator[Triple]:
    """All that a graph says of a fact. Raises TermError for terms, roles and values outside the vocabulary."""
    if fact.term in RELATIONS:
        _check(fact, ("subject", "object"), ("subject", "object"), scope)
        yield from _relation(fact, RELATIONS[fact.term], scope)
    elif fact.term in NARY:
        nary = NARY[fact.term]
        _check(fact, nary.required, (*nary.roles, *nary.period), scope)
        yield from _nary(fact, nary, scope)
    else:
        raise unknown(scope.article.id, "term", fact.term, [*RELATIONS, *NARY])
