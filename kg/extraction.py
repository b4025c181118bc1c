"""From an article to its statements: recognize, resolve, state."""

from __future__ import annotations

from collections.abc import Iterator

from kg.article import Article
from kg.fact import Entity, Fact, Statements, Value
from kg.resolution.identity import addresses, constituencies, seats
from kg.rules import Rule
from kg.statement.awards import Awards
from kg.statement.bodies import structure
from kg.statement.decisions import decided
from kg.statement.directives import Directives
from kg.statement.documents import Papers
from kg.statement.figures import figures
from kg.statement.locations import locations
from kg.statement.memberships import memberships
from kg.statement.organizers import organizers
from kg.statement.participations import participations
from kg.statement.scene import Scene, unique


def extract(article: Article, rules: tuple[Rule, ...] | None = None) -> Statements:
    """Everything that the article says, by the shipped rules or by `rules` instead.

    Needs no network, no clock, no state: the same article and rules give the same statements.
    """
    scene = Scene(article, rules)
    for mention in scene.recognition.of("body"):
        scene.body(mention)
    held = list(memberships(scene))
    papers = Papers(scene)
    facts: list[Fact] = list(decided(scene, papers, held))
    facts += papers.facts()
    facts += Directives(scene, papers).facts()
    facts += organizers(scene)
    facts += locations(scene)
    facts += list(participations(scene, facts))
    facts += Awards(scene).facts() if scene.recognition.of("award") else ()
    others = list(figures(scene, facts))
    facts += [one for one in others if isinstance(one, Fact)]
    for known in list(scene.bodies.known.values()):
        facts += structure(scene, known)
    entities = [
        *(scene.persons.entity(person) for person in scene.persons.all),
        *(scene.bodies.entity(known) for known in scene.bodies.known.values()),
        *papers.entities.values(),
        *(scene.event(event) for event in scene.meetings.all if event.told),
        *(one for one in others if isinstance(one, Entity)),
    ]
    return Statements(
        article,
        tuple(_distinct(entities, facts)),
        tuple(unique(facts)),
        scene.dated,
        seats(scene.bodies),
        addresses(scene.persons),
        constituencies(scene.persons, scene.recognition.writing.text),
    )


def _distinct(entities: list[Entity], facts: list[Fact]) -> Iterator[Entity]:
    """Each entity once, those that only facts hold too."""
    seen = set()
    for entity in (*entities, *(e for fact in facts for role in fact.roles.values() for e in _held(role))):
        path = (entity.kind, entity.key)
        if path not in seen:
            seen.add(path)
            yield entity


def _held(value: Value) -> Iterator[Entity]:
    if isinstance(value, Entity):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _held(one)
