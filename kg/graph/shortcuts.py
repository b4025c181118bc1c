"""What follows from a fact at once: the office that a membership fills and its period, who attended a meeting."""

from __future__ import annotations

from collections.abc import Callable, Mapping

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


def _membership(node: str, fact: Fact, scope: Scope) -> list[Triple]:
    attested: list[Triple] = [(node, ATTESTED, day(scope.dated))] if scope.dated else []
    return attested + _period(node, fact, scope) + _post(fact, scope)


def _period(node: str, fact: Fact, scope: Scope) -> list[Triple]:
    """The time in office, as far as the article says it; the same two dates are the same node everywhere."""
    terms = NARY["Membership"].period
    dates = {role: fact.roles.get(role) for role in terms}
    if not any(dates.values()):
        return []
    period = scope.base + role_path("period", [reference(date) for date in dates.values()])
    label = vietnamese(" – ".join(str(date) if date else "…" for date in dates.values()))
    rows: list[Triple] = [(node, DURING, period), *[(period, TYPE, name) for name in classes("kg:Period")],
                          (period, LABEL, label)]
    for role, term in terms.items():
        rows += stated(period, role, term, dates[role], scope)
    return rows


def _post(fact: Fact, scope: Scope) -> list[Triple]:
    """The office itself, which others hold before and after."""
    role, organization = str(fact.roles["role"]), fact.roles.get("organization")
    body = organization if isinstance(organization, Entity) else None
    where = fact.roles.get("territory")
    of = body or (where if isinstance(where, Entity) else None)
    post, holder = scope.base + post_path(role, of), scope.resource(fact.roles["member"])
    rows: list[Triple] = [(post, TYPE, name) for name in classes("org:Post")]
    rows += named(post, f"{role} {inside(of)}" if of else role)
    rows += stated(post, "role", NARY["Membership"].roles["role"], role, scope)
    if body:
        rows.append((post, POST_IN, scope.resource(body)))
    if not fact.roles.get("former"):
        rows += [(holder, HOLDS, post), (post, HELD, holder)]
    return rows + scope.passages(post, fact.spans)


def _participation(node: str, fact: Fact, scope: Scope) -> list[Triple]:
    meeting, participant = scope.resource(fact.roles["meeting"]), scope.resource(fact.roles["participant"])
    return [(meeting, iri(name), participant) for name in MEETING[str(fact.roles["role"])]]


SHORTCUTS: Mapping[str, Callable[[str, Fact, Scope], list[Triple]]] = {
    "Membership": _membership,
    "Participation": _participation,
}
