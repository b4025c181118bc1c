"""Facts whose IRIs name persons, kept so that their IRIs can be made again when a person gets another key.

The IRI of a fact is made from its roles (kg.graph.iri.fact_path), so that the same fact of two articles has one IRI
only once both call its persons the same. A link is the least of a fact that its IRI needs, as JSON:

    ["Membership", {"member": {"Person": ["châu ngọc tuấn", "gia lai"]}, "role": "Bí thư", ...}]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from kg.archive.record import Key
from kg.article import Article
from kg.fact import Entity, Fact, Statements, Value
from kg.graph.stream import reachable
from kg.graph.terms import NARY, RELATIONS

Json: TypeAlias = Any
PERSON = "Person"
_ARTICLE = "Article"


def single_facts(statements: Statements) -> Iterator[Fact]:
    """Every fact that is a node in the graph: those of several roles, and each pair of a relation."""
    for fact in reachable((*statements.entities, *statements.facts)):
        if isinstance(fact, Fact) and fact.term in NARY:
            yield fact
        elif isinstance(fact, Fact) and fact.term in RELATIONS:
            for subject in _several(fact.roles["subject"]):
                for value in _several(fact.roles["object"]):
                    yield Fact(fact.term, {"subject": subject, "object": value})


def _several(value: Value) -> tuple[Value, ...]:
    return value if isinstance(value, tuple) else (value,)


def names_person(fact: Fact) -> bool:
    """Whether a person is part of what makes the fact the same in any article."""
    return any(_holds_person(fact.roles.get(role)) for role in _identity(fact))


def _identity(fact: Fact) -> tuple[str, ...]:
    return NARY[fact.term].identity if fact.term in NARY else ("subject", "object")


def _holds_person(value: Value | None) -> bool:
    if isinstance(value, tuple):
        return any(map(_holds_person, value))
    if isinstance(value, Fact):
        return names_person(value)
    return isinstance(value, Entity) and value.kind == PERSON


def link(fact: Fact) -> Json:
    """The roles that make a fact's IRI, as JSON."""
    return [fact.term, {role: _plain(fact.roles[role]) for role in _identity(fact) if fact.roles.get(role)}]


def _plain(value: Value) -> Json:
    if isinstance(value, Entity):
        return {value.kind: list(value.key)}
    if isinstance(value, Article):
        return {_ARTICLE: [value.id]}
    if isinstance(value, Fact):
        return link(value)
    if isinstance(value, tuple):
        return {"": [_plain(one) for one in value]}
    return value if value is True else str(value)


def linked(json: Json, canonical: Mapping[Key, Key]) -> Fact:
    """The fact of a link, its persons by their canonical keys."""
    term, roles = json
    return Fact(term, {role: _value(value, canonical) for role, value in roles.items()})


def _value(json: Json, canonical: Mapping[Key, Key]) -> Value:
    if isinstance(json, list):
        return linked(json, canonical)
    if not isinstance(json, dict):
        return bool(json) if json is True else str(json)
    (kind, parts), = json.items()
    if not kind:
        return tuple(_value(one, canonical) for one in parts)
    if kind == _ARTICLE:
        return Article(parts[0], "")
    key = tuple(parts)
    return Entity(kind, canonical.get(key, key) if kind == PERSON else key, "")
