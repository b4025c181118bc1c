"""Facts that are nodes of the graph: offices held, taking part, awards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.graph.terms import PARTICIPATION
from kg.view.phrases import Phrase, Slots, phrases
from kg.view.picture import Edge, Fact, Words
from kg.view.scene import Scene

CODES = {words: code for code, words in PARTICIPATION.items()}


def offices(scene: Scene) -> Iterator[Fact]:
    """`org:Membership`: who holds which office of which body. Without a body there is nothing to draw a line to."""
    read = scene.graph
    for node in read.instances("org:Membership"):
        former = read.text(node, "kg:former") in ("true", "1")
        slots = _office_slots(scene, node)
        label = _office_label(scene.words(node, "org:role"), former)
        edges = [Edge(a, b, label) for a in scene.things.of(node, "org:member")
                 for b in scene.things.of(node, "org:organization")]
        phrase = phrases().nary["former" if former else "office"]
        yield scene.fact(phrase, slots, edges, node, date=read.text(node, "kg:attestedOn"))


def _office_slots(scene: Scene, node: str) -> Slots:
    periods = scene.graph.nodes(node, "org:memberDuring")
    return {
        "member": scene.things.of(node, "org:member"),
        "role": scene.words(node, "org:role"),
        "organization": scene.things.of(node, "org:organization"),
        "territory": scene.things.of(node, "kg:territory"),
        "start": [words for period in periods for words in scene.words(period, "schema:startDate")],
        "end": [words for period in periods for words in scene.words(period, "schema:endDate")],
        "succeeds": scene.things.of(node, "kg:succeeds"),
        "decision": scene.things.of(node, "kg:underDecision"),
    }


def _office_label(roles: list[Words], former: bool) -> Words:
    role = roles[0] if roles else phrases().nary["office"].edge
    return Words(f"nguyên {role.vi}", f"former {role.en}") if former else role


def participations(scene: Scene) -> Iterator[Fact]:
    """`kg:Participation`: who took part in which meeting, how, and in what capacity."""
    read = scene.graph
    for node in read.instances("kg:Participation"):
        phrase = _taking_part(scene, node)
        slots: Slots = {
            "participant": scene.things.of(node, "kg:participant"),
            "meeting": scene.things.of(node, "kg:meeting"),
            "role": scene.words(node, "kg:participationRole"),
            "capacity": [_capacity(scene, held) for held in read.nodes(node, "kg:inCapacity")],
        }
        edges = [Edge(a, b, phrase.edge) for a in scene.things.of(node, "kg:participant")
                 for b in scene.things.of(node, "kg:meeting")]
        day = next((scene.day(meeting) for meeting in read.nodes(node, "kg:meeting")), "")
        yield scene.fact(phrase, slots, edges, node, date=day)


def _taking_part(scene: Scene, node: str) -> Phrase:
    """The phrase of a participation's role; for one that is not of the four, a phrase that names it."""
    roles = scene.words(node, "kg:participationRole")
    code = CODES.get(roles[0].vi.lower(), "") if roles else "attendee"
    return phrases().nary[code] if code else replace(phrases().nary["participant"], edge=roles[0])


def _capacity(scene: Scene, membership: str) -> Words:
    vi, en = ([scene.graph.label(value, language) for name in ("org:role", "org:organization")
               for value in scene.graph.values(membership, name)] for language in ("vi", "en"))
    return Words(" ".join(vi), ", ".join(en))


def awards(scene: Scene) -> Iterator[Fact]:
    """`kg:Award`: one act of conferring, said in one sentence; its lines lead through the award's own node."""
    for node in scene.graph.instances("kg:Award"):
        slots: Slots = {
            "award": [scene.things.index[node]],
            "awarders": scene.things.of(node, "kg:awardedBy"),
            "recipients": scene.things.of(node, "kg:recipient"),
            "meeting": scene.things.of(node, "kg:presentedAt"),
            "presenter": scene.things.of(node, "kg:presentedBy"),
            "reason": scene.words(node, "kg:reason"),
            "period": _period(scene, node),
        }
        day = next((scene.day(meeting) for meeting in scene.graph.nodes(node, "kg:presentedAt")), "")
        yield scene.fact(phrases().nary["award"], slots, _award_edges(scene, node), node, date=day)


def _award_edges(scene: Scene, node: str) -> Iterator[Edge]:
    award = scene.things.index[node]
    for term, (label, reverse) in phrases().award_edges.items():
        for thing in scene.things.of(node, term):
            yield Edge(thing, award, label) if reverse else Edge(award, thing, label)


def _period(scene: Scene, node: str) -> list[Words]:
    """The years that an award is for, unless its reason says them already."""
    years = "-".join(sorted({words.vi for words in scene.words(node, "kg:periodStart", "kg:periodEnd")}))
    said = any(years in words.vi for words in scene.words(node, "kg:reason"))
    return [Words(years, years)] if years and not said else []
