"""Figures, movements and elections, and the bodies that they are said of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.fact import Entity, Fact
from kg.recognition.figures import bounds
from kg.recognition.layer import STOP, Mention
from kg.resolution.bodies import Known
from kg.statement.scene import Scene, fact
from kg.vi.writing import fold

_MOVEMENT = re.compile(
    r"(?<![^\W_])(phong trào thi đua|phong trào|cuộc vận động|chiến dịch)\s+(?:thi đua\s+)?[\"']([^\"'\n]{3,90})"
    r"[\"']",
    re.IGNORECASE,
)
_ELECTION = re.compile(
    r"(?:cuộc )?(bầu cử (?:bổ sung )?(?:đại biểu )?(?:Quốc hội|HĐND|Hội đồng nhân dân)(?:[^.,;\n]{0,70}?(?:khóa "
    r"[IVXL\d]+|nhiệm kỳ \d{4}\s?-\s?\d{4}))?)",
    re.IGNORECASE,
)
_TERM = re.compile(r"nhiệm kỳ (\d{4})\s?-\s?(\d{4})")


def figures(scene: Scene) -> Iterator[Entity | Fact]:
    """Entities of kind Indicator, Movement and Election, and the facts that join them to bodies."""
    movements = list(_movements(scene))
    for entity, _ in movements:
        yield entity
    yield from _elections(scene)
    for mention in scene.recognition.of("figure"):
        yield from _figure(scene, mention, movements)


def _movements(scene: Scene) -> Iterator[tuple[Entity, int]]:
    seen = set()
    for match in _MOVEMENT.finditer(scene.recognition.writing.text):
        label = f'{match[1][:1].upper()}{match[1][1:]} "{match[2].strip()}"'
        if fold(label) not in seen:
            seen.add(fold(label))
            span = scene.span(match.start(), match.end())
            yield Entity("Movement", (fold(label),), label, (), {}, (span,), "movement.named"), match.start()


def _elections(scene: Scene) -> Iterator[Entity]:
    seen = set()
    for match in _ELECTION.finditer(scene.recognition.writing.text):
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


def _figure(scene: Scene, mention: Mention, movements: list[tuple[Entity, int]]) -> Iterator[Entity | Fact]:
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
    achiever = _achiever(scene, start, mention)
    if achiever:
        yield fact(
            "achievedBy",
            (scene.span(start, end),),
            "figure.achieved-by",
            subject=entity,
            object=scene.bodies.entity(achiever),
        )


def _described(scene: Scene, mention: Mention) -> str:
    """The clause that the figure stands in."""
    layer = scene.recognition.layer
    place = layer.place(mention.start)
    left = max(layer.lower.rfind(c, max(0, place - 160), place) for c in (STOP, "\n", ";", ",")) + 1
    right = min(
        (p for c in (STOP, "\n", ";", ",") if (p := layer.lower.find(c, place, place + 120)) >= 0), default=place + 80
    )
    text = scene.text(layer.offset(left), layer.offset(min(right, len(layer.lower) - 1)))
    return " ".join(text.split())[:240]


def _achiever(scene: Scene, start: int, mention: Mention) -> Known | None:
    """The last body named in the sentence before the figure."""
    before = [m for m in scene.recognition.of("body") if start <= m.start < mention.start]
    return scene.body(before[-1]) if before else None
