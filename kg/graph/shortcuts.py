"""What follows from a fact at once: the office that a membership fills and its period, who attended a meeting."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kg.fact import Entity, Fact
from kg.graph.entities import TYPE, classes, stated
from kg.graph.iri import post_path, reference, role_path
from kg.graph.labels import inside
from kg.graph.names import LABEL, named
from kg.graph.scope import Scope
from kg.graph.terms import NARY, iri
from kg.graph.terms import SHORTCUTS as MEETING
from kg.graph.triple import Triple, day, vietnamese

ATTESTED, DURING, HOLDS, HELD, POST_IN = (iri(name) for name in (
    "kg:attestedOn", "org:memberDuring", "org:holds", "org:heldBy", "org:postIn"))


def _membership(node: str, fact: Fact, scope: Scope) -> Iterator[Triple]:
    if scope.dated:
        yield node, ATTESTED, day(scope.dated)
    yield from _period(node, fact, scope)
    yield from _post(fact, scope)


def _period(node: str, fact: Fact, scope: Scope) -> Iterator[Triple]:
    """The time in office, as far as the article says it; the same two dates are the same node everywhere."""
    terms = NARY["Membership"].period
    dates = {role: fact.roles.get(role) for role in terms}
    if not any(dates.values()):
        return
    period = scope.base + role_path("period", [reference(date) for date in dates.values()])
    yield node, DURING, period
    for name in classes("kg:Period"):
        yield period, TYPE, name
    yield period, LABEL, vietnamese(" – ".join(str(date) if date else "…" for date in dates.values()))
    for role, term in terms.items():
        yield from stated(period, role, term, dates[role], scope)


def _post(fact: Fact, scope: Scope) -> Iterator[Triple]:
    """The office itself, which others hold before and after."""
    role, organization = str(fact.roles["role"]), fact.roles.get("organization")
    body = organization if isinstance(organization, Entity) else None
    where = fact.roles.get("territory")
    of = body or (where if isinstance(where, Entity) else None)
    post, holder = scope.base + post_path(role, of), scope.resource(fact.roles["member"])
    for name in classes("org:Post"):
        yield post, TYPE, name
    yield from named(post, f"{role} {inside(of)}" if of else role)
    yield from stated(post, "role", NARY["Membership"].roles["role"], role, scope)
    if body:
        yield post, POST_IN, scope.resource(body)
    if not fact.roles.get("former"):
        yield holder, HOLDS, post
        yield post, HELD, holder
    yield from scope.passages(post, fact.spans)


def _participation(node: str, fact: Fact, scope: Scope) -> Iterator[Triple]:
    meeting, participant = scope.resource(fact.roles["meeting"]), scope.resource(fact.roles["participant"])
    for name in MEETING[str(fact.roles["role"])]:
        yield meeting, iri(name), participant


SHORTCUTS: Mapping[str, Callable[[str, Fact, Scope], Iterator[Triple]]] = {
    "Membership": _membership,
    "Participation": _participation,
}
