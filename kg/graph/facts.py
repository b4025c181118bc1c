"""Facts as triples: one that is a single triple is reified by IRI, one with more roles is a node of its own."""

from __future__ import annotations

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


def _relation(fact: Fact, relation: Relation, scope: Scope) -> list[Triple]:
    """A triple for each pair of subject and object, each with the node that says where it comes from."""
    rows: list[Triple] = []
    for subject in _several(fact.roles["subject"]):
        for value in _several(fact.roles["object"]):
            triple = scope.resource(subject), iri(relation.name), scope.resource(value)
            rows.append(triple)
            if scope.evidence is Evidence.FULL:
                single = Fact(fact.term, {"subject": subject, "object": value}, fact.spans, fact.rule, fact.notes)
                rows += _reified(single, triple, scope)
    return rows


def _reified(fact: Fact, triple: tuple[str, str, str], scope: Scope) -> list[Triple]:
    node = scope.base + fact_path(fact)
    return [
        (node, TYPE, STATEMENT),
        (node, LABEL, vietnamese(fact_label(fact))),
        *[(node, predicate, value) for predicate, value in zip(_PARTS, triple, strict=True)],
        *scope.provenance(node, fact),
    ]


def _nary(fact: Fact, nary: Nary, scope: Scope) -> list[Triple]:
    node = scope.resource(fact)
    rows: list[Triple] = [(node, TYPE, name) for name in classes(nary.name)]
    rows.append((node, LABEL, vietnamese(fact_label(fact))))
    for role, term in nary.roles.items():
        rows += stated(node, role, term, fact.roles.get(role), scope)
    rows += scope.provenance(node, fact)
    return rows + SHORTCUTS[fact.term](node, fact, scope) if fact.term in SHORTCUTS else rows


def _check(fact: Fact, required: tuple[str, ...], known: tuple[str, ...], scope: Scope) -> None:
    where = scope.article.id
    for role in fact.roles:
        if role not in known:
            raise unknown(where, f"role of {fact.term}", role, known)
    for role in required:
        if fact.roles.get(role) in (None, (), ""):
            raise TermError(where, f"a {fact.term} has no {role}")


def rendered(fact: Fact, scope: Scope) -> list[Triple]:
    """All that a graph says of a fact. Raises TermError for terms, roles and values outside the vocabulary."""
    if fact.term in RELATIONS:
        _check(fact, ("subject", "object"), ("subject", "object"), scope)
        return _relation(fact, RELATIONS[fact.term], scope)
    if fact.term in NARY:
        nary = NARY[fact.term]
        _check(fact, nary.required, (*nary.roles, *nary.period), scope)
        return _nary(fact, nary, scope)
    raise unknown(scope.article.id, "term", fact.term, [*RELATIONS, *NARY])
