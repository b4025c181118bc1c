"""The facts of a graph, each once, with its words, its lines in the picture and its passages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from kg.graph.terms import SHORTCUTS, iri
from kg.graph.triple import Node
from kg.view.nary import awards, offices, participations
from kg.view.phrases import Phrase, Slots, phrases
from kg.view.picture import Edge, Fact, Relation, Words
from kg.view.scene import Scene
from kg.view.vocabulary import term_words

STRONGEST = {iri("kg:attendedBy"): "attendee", iri("kg:addressedBy"): "speaker", iri("kg:chairedBy"): "chair"}
SAID_ELSEWHERE = {iri(name) for names in SHORTCUTS.values() for name in names} | {
    iri(name) for name in ("schema:attendee", "org:holds", "prov:wasDerivedFrom")}
UNNAMED = Words("{s} — {relation}: {o}", "{s} — {relation}: {o}")


def facts(scene: Scene) -> tuple[Fact, ...]:
    """Every fact of the graph, in a stable order."""
    return tuple(chain(offices(scene), participations(scene), awards(scene), bare_participations(scene), plain(scene)))


def plain(scene: Scene) -> Iterator[Fact]:
    """Facts that are one triple between two things, with the passages of the `rdf:Statement` that names it."""
    known = {iri(term) for term in phrases().award_edges} | SAID_ELSEWHERE
    statements = {_stated(scene, node): node for node in scene.graph.instances("rdf:Statement")}
    for subject in scene.things.index:
        for term, value in scene.graph.pairs(subject):
            if value in scene.things.index and term not in known:
                yield _plain(scene, subject, term, str(value), statements.get((subject, term, value), ""))


def bare_participations(scene: Scene) -> Iterator[Fact]:
    """Shortcuts such as `kg:chairedBy` where no `kg:Participation` says more."""
    read = scene.graph
    said = {(meeting, who) for node in read.instances("kg:Participation")
            for meeting in read.nodes(node, "kg:meeting") for who in read.nodes(node, "kg:participant")}
    for meeting in read.instances("kg:Meeting"):
        pairs = read.pairs(meeting)
        roles = {str(who): role for term, role in STRONGEST.items() for name, who in pairs if name == term}
        for who in sorted(roles):
            if who in scene.things.index and (meeting, who) not in said:
                yield _bare(scene, meeting, who, phrases().nary[roles[who]])


def _bare(scene: Scene, meeting: str, who: str, phrase: Phrase) -> Fact:
    a, b = scene.things.index[who], scene.things.index[meeting]
    return scene.fact(phrase, {"participant": [a], "meeting": [b]}, [Edge(a, b, phrase.edge)], date=scene.day(meeting))


def _plain(scene: Scene, subject: str, term: str, value: str, statement: str) -> Fact:
    """A figure is a fact itself: its passages prove what its properties say."""
    phrase = phrases().plain.get(term) or _unnamed(term)
    s, o = scene.things.index[subject], scene.things.index[value]
    edge = Edge(o, s, phrase.edge) if phrase.reverse else Edge(s, o, phrase.edge)
    proof = statement or (subject if scene.things.all[s].group == "figure" else "")
    slots: Slots = {"s": [s], "o": [o], "relation": [phrase.edge]}
    return scene.fact(phrase, slots, [edge], statement, proof, scene.day(subject))


def _unnamed(term: str) -> Phrase:
    """A relation that the explorer has no phrase for: the ontology's label, else the property's own name."""
    label = term_words(term)
    return Phrase(Relation(term, label, term=term), label, UNNAMED)


def _stated(scene: Scene, statement: str) -> tuple[Node | None, ...]:
    said = dict(scene.graph.pairs(statement))
    return tuple(said.get(iri(name)) for name in ("rdf:subject", "rdf:predicate", "rdf:object"))
