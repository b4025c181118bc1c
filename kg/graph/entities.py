"""Entities as nodes: their classes, names and values."""

from __future__ import annotations

from functools import cache

from kg.fact import Entity
from kg.graph.concepts import concept
from kg.graph.errors import TermError, unknown
from kg.graph.literals import written
from kg.graph.names import named, tidy
from kg.graph.scope import Scope
from kg.graph.terms import CLASS_VALUES, VALUES, Form, Term, class_of, iri, lineage
from kg.graph.triple import Node, Triple

TYPE = iri("rdf:type")


@cache
def classes(name: str) -> tuple[str, ...]:
    """The IRIs of a class and of all above it."""
    return tuple(map(iri, lineage(name)))


def _classes(entity: Entity) -> list[str]:
    found = [*classes(class_of(entity.kind))]
    if entity.kind == "Indicator":
        found.append(iri("schema:MonetaryAmount" if entity.values.get("currency") else "schema:QuantitativeValue"))
    for value, name in CLASS_VALUES.items():
        if entity.values.get(value):
            found += classes(name)
    return found


def wording(value: object, term: Term, name: str, scope: Scope) -> str:
    """The words of a value that names a concept. Raises TermError for an unknown code."""
    if term.codes is None:
        return str(value)
    if value not in term.codes:
        raise unknown(scope.article.id, name, str(value), term.codes)
    return term.codes[str(value)]


def stated(node: str, name: str, term: Term, value: object, scope: Scope) -> list[Triple]:
    """One value, or each of a tuple of values, of a term. Raises TermError if it is not what the term asks for."""
    predicate = iri(term.name)
    rows: list[Triple] = []
    for one in value if isinstance(value, tuple) else (value,):
        if one is None or one == "":
            continue
        if term.form is Form.NODE:
            rows.append((node, predicate, scope.resource(one)))
        elif term.form is Form.CONCEPT:
            known, triples = concept(wording(one, term, name, scope), term.scheme, scope.base)
            rows += [(node, predicate, known), *triples]
        elif (literal := _literal(name, term, one, scope)) is not None:
            rows.append((node, predicate, literal))
    return rows


def _literal(name: str, term: Term, value: object, scope: Scope) -> Node | None:
    try:
        return written(value, term.form)
    except ValueError as error:
        reason = f"{error}" if str(error).startswith("is ") else "is not a date"
        raise TermError(scope.article.id, f"{name} {value!r} {reason}", f"it is written as {term.form}") from None


def described(entity: Entity, scope: Scope) -> list[Triple]:
    """All that a graph says of an entity by itself. Raises TermError for kinds and values that have no term."""
    node = scope.resource(entity)
    if not tidy(entity.label):
        raise TermError(scope.article.id, f"the {entity.kind} {entity.key!r} has no label")
    rows: list[Triple] = [(node, TYPE, name) for name in _classes(entity)]
    rows += named(node, entity.label, entity.names)
    for name, value in entity.values.items():
        if name in VALUES:
            rows += stated(node, name, VALUES[name], value, scope)
        elif name not in CLASS_VALUES:
            raise unknown(scope.article.id, "value", name, [*VALUES, *CLASS_VALUES])
    return rows + scope.provenance(node, entity)
