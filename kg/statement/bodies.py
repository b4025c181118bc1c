"""What a body's own name says of it: the body above it, and its territory."""

from __future__ import annotations

from collections.abc import Iterator

from kg.article import Span
from kg.fact import Entity, Fact
from kg.recognition.territories import Territory, level_of_province, province
from kg.resolution.bodies import Known
from kg.resolution.fullnames import place_name
from kg.statement.scene import Scene, fact
from kg.vi.writing import fold


def structure(scene: Scene, known: Known) -> Iterator[Fact]:
    """Parent and territory of a body, on the passages that name it."""
    entity = scene.bodies.entity(known)
    if parent := scene.bodies.parent(known):
        yield fact(
            "subOrganizationOf", entity.spans[:1], "body.parent", subject=entity, object=scene.bodies.entity(parent)
        )
    territory = known.body.territory
    if territory and territory.name:
        where = place(territory, entity.spans[:1])
        yield fact("territory", entity.spans[:1], "body.territory", subject=entity, object=where)


def place(territory: Territory, spans: tuple[Span, ...]) -> Entity:
    """The place that a territory names."""
    name = (
        province(territory.name) or territory.name if territory.level in ("", "tỉnh", "thành phố") else territory.name
    )
    label = place_name(territory)
    above = [fold(place_name(t)) for t in _above(territory)]
    level = territory.level or level_of_province(name)
    return Entity(
        "Place",
        (fold(label), *above),
        label[:1].upper() + label[1:],
        (name,),
        {"placeKind": level},
        spans,
        "place",
    )


def _above(territory: Territory) -> Iterator[Territory]:
    upper = territory.within
    while upper:
        yield upper
        upper = upper.within
