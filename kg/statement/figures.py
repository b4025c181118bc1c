"""Figures, movements and elections, and the bodies that they are said of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.fact import Entity, Fact, Value
from kg.recognition.figures import bounds
from kg.recognition.layer import STOP, Mention
from kg.statement.scene import Scene, fact
from kg.statement.subjects import subjects, topic
from kg.vi.anchors import Anchored
from kg.vi.lexicon import alternation, table
from kg.vi.writing import fold

_MOVEMENT = Anchored(
    r"(?<![^\W_])(phong trào thi đua|phong trào|cuộc vận động|chiến dịch)\s+(?:thi đua\s+)?[\"']([^\"'\n]{3,90})"
    r"[\"']",
    ("phong trào", "cuộc vận", "chiến dịch"), re.IGNORECASE,
)
_ELECTION = Anchored(
    r"(?:cuộc )?(bầu cử (?:bổ sung )?(?:đại biểu )?(?:Quốc hội|HĐND|Hội đồng nhân dân)(?:[^.,;\n]{0,70}?(?:khóa "
    r"[IVXL\d]+|nhiệm kỳ \d{4}\s?-\s?\d{4}))?)",
    ("cuộc bầu", "bầu cử"), re.IGNORECASE,
)
_NEAR = 90  # characters between a figure and the verb that it is the object of
_PASSIVE = re.compile(r"\s*(?:đã\s+|vừa\s+)?(?:được|bị)\s")
_TERM = re.compile(r"nhiệm kỳ (\d{4})\s?-\s?(\d{4})")


def figures(scene: Scene, facts: Iterable[Fact]) -> Iterator[Entity | Fact]:
    """Entities of kind Indicator, Movement and Election, and the facts that join them to bodies.

    `facts` say who organized the meetings: a report there goes on about its organizer.
    """
    hosts = {fact.roles["object"] for fact in facts if fact.term == "organizer"}
    movements = list(_movements(scene))
    for entity, _ in movements:
        yield entity
    yield from _elections(scene)
    for mention in scene.recognition.of("figure"):
        yield from _figure(scene, mention, movements, hosts)


def _movements(scene: Scene) -> Iterator[tuple[Entity, int]]:
    seen = set()
    for match in _MOVEMENT.finditer(scene.recognition.writing.lower, scene.recognition.writing.text):
        label = f'{match[1][:1].upper()}{match[1][1:]} "{match[2].strip()}"'
        if fold(label) not in seen:
            seen.add(fold(label))
            span = scene.span(match.start(), match.end())
            yield Entity("Movement", (fold(label),), label, (), {}, (span,), "movement.named"), match.start()


def _elections(scene: Scene) -> Iterator[Entity]:
    seen = set()
    for match in _ELECTION.finditer(scene.recognition.writing.lower, scene.recognition.writing.text):
        label = " ".join(match[1].split())
        label = label[:1].upper() + label[1:]
        if fold(label) in seen or len(label.split()) < 4:
            continue
        seen.add(fold(label))
        term = _TERM.search(label)
        values = {"termStart": int(term[1]), "termEnd": int(term[2])} if term else {}
        yield Entity(
            "Election", (fold(label),), label, (), values, (scene.span(match.start(), match.end()),), "election.named"
        )


def _figure(
    scene: Scene, mention: Mention, movements: list[tuple[Entity, int]], hosts: set[Value]
) -> Iterator[Entity | Fact]:
    said = mention.parts
    span = scene.span(mention.start, mention.end)
    label = " ".join(scene.text(mention.start, mention.end).split())
    values = {**bounds(said), "unitText": said["unit"], "description": _described(scene, mention)}
    if "currency" in said:
        values["currency"] = said["currency"]
    entity = Entity(
        "Indicator", (fold(scene.article.id), str(span.start), fold(label)), label, (), values, (span,), "figure"
    )
    yield entity
    sentence = scene.recognition.sentence_at(mention.start)
    start, end = scene.recognition.sentence_span(sentence)
    clause = max(start, scene.recognition.writing.text.rfind(";", start, mention.start))
    about = next((e for e, at in movements if clause <= at < mention.start), None)
    if about:
        yield fact("about", (scene.span(start, end),), "figure.about", subject=entity, object=about)
    for rule, achiever in _achievers(scene, mention, bool(about)):
        if rule == "figure.achieved-by" or achiever in hosts:
            yield fact("achievedBy", (scene.span(start, end),), rule, subject=entity, object=achiever)


def _described(scene: Scene, mention: Mention) -> str:
    """The clause that the figure stands in, with the one before it where it goes on about that: "..., tăng 8,1%"."""
    layer = scene.recognition.layer
    place = layer.place(mention.start)
    left = _clause(layer.lower, place, place)
    if layer.lower[left - 1 : left] == "," and _goes_on().match(layer.lower, left):
        left = _clause(layer.lower, left - 1, place)
    right = min(
        (p for c in (STOP, "\n", ";", ",") if (p := layer.lower.find(c, place, place + 120)) >= 0), default=place + 80
    )
    text = scene.text(layer.offset(left), layer.offset(min(right, len(layer.lower) - 1)))
    return " ".join(text.split())[:240]


def _clause(lower: str, end: int, place: int) -> int:
    """Where the clause that goes to `end` starts, at most 160 characters before a place of the layer."""
    first = max(0, place - 160)
    found = max(lower.rfind(c, first, end) for c in (STOP, "\n", ";", ","))
    return found + 1 if found >= 0 or not first else lower.find(" ", first, place) + 1


def _achievers(scene: Scene, mention: Mention, campaign: bool) -> Iterator[tuple[str, Entity]]:
    """The bodies that did what a figure counts, with the rule: the clause says so, or a report goes on about them."""
    layer = scene.recognition.layer
    place = layer.place(mention.start)
    if _listed("behind").match(layer.lower[place + 1 : place + 20].lstrip()):
        return
    acting = subjects(scene.recognition, place)
    first = max((layer.place(m.start) + 1 for m in acting), default=scene.recognition.sentence_at(mention.start).start)
    if not (campaign or _done(layer.lower[first:place])):
        return
    rule = "figure.achieved-by" if acting else "figure.reported-of"
    for one in acting or topic(scene.recognition, place):
        if known := scene.body(one):
            yield rule, scene.bodies.entity(known)


def _done(said: str) -> bool:
    """Whether the words between a subject and a figure end with a verb whose object the figure is."""
    said = _listed("worth").sub("", said)
    verbs = list(_listed("by").finditer(said, max(0, len(said) - _NEAR)))
    if not verbs or _PASSIVE.match(said) or _listed("other").search(said):
        return False
    return not _listed("not").search(said, verbs[-1].end())


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{alternation(table('figures')['described']['goes_on'])})(?![^\W_])")


@cache
def _listed(name: str) -> re.Pattern[str]:
    words = alternation(table("figures")["achieved"][name])
    return re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])")
