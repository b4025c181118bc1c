"""Offices whose body is told elsewhere: deputies of an assembly, those who come for a firm, short titles."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.recognition.layer import MASK
from kg.recognition.offices import Office
from kg.recognition.territories import province
from kg.resolution.bodies import Known
from kg.statement.peers import goes_on, head_title, offices
from kg.statement.scene import Scene, role_name
from kg.vi.writing import fold

_FAR = 240  # characters to the name that an office leads to
_SIDE_FAR = 700  # characters to the body for which somebody comes
_MEMBER = fold("đại biểu")


def is_member(office: Office) -> bool:
    """Whether an office is that of a deputy, which a delegate to a meeting does not hold."""
    return fold(office.role) == _MEMBER


_ASSEMBLIES = ("Quốc hội", "Hội đồng nhân dân")


def of_assembly(scene: Scene, office: Office) -> Office:
    """ "Đại biểu A nói" in an article that names one assembly: a deputy of that one."""
    others = scene.recognition.writing.lower.endswith("và ", 0, office.start)  # "ông A và đại biểu": not his
    if office.body or others or not is_member(office):
        return office
    named = [m.parts["body"] for m in scene.recognition.of("body")]
    known = {known.key: body for body in named if body.head.name in _ASSEMBLIES and (known := scene.bodies.know(body))}
    return replace(office, body=next(iter(known.values()))) if len(known) == 1 else office


# Who comes for a body: "Về phía Tập đoàn A có ông B - Tổng Giám đốc; bà C - Phó Tổng Giám đốc".
_SIDE = re.compile(
    rf"(?<![^\W_])(?:phía|đại diện)\s+({MASK['body']})[^.;,\n{MASK['body']}]{{0,20}}?\s+(?:có|gồm)(?![^\W_])"
)
IN_FIRMS = frozenset(
    map(
        fold,
        (
            "tổng giám đốc|phó tổng giám đốc|giám đốc|phó giám đốc|chủ tịch hđqt|phó chủ tịch hđqt|hiệu trưởng|"
            "phó hiệu trưởng|viện trưởng|phó viện trưởng|chủ tịch hội đồng quản trị|kế toán trưởng|giám đốc tài chính"
        ).split("|"),
    )
)


def of_side(scene: Scene, office: Office) -> Office:
    """An office of a firm or a school that names none, of who comes for one."""
    if office.body or office.place or fold(role_name(office)) not in IN_FIRMS or goes_on(scene, office):
        return office
    recognition, layer = scene.recognition, scene.recognition.layer
    start, _ = recognition.sentence_span(recognition.sentence_at(office.start))
    first, last = layer.place(max(start, office.start - _SIDE_FAR)), layer.place(office.start)
    sides = list(_SIDE.finditer(layer.lower, first, last))
    body = layer.at[sides[-1].start(1)].parts["body"] if sides else None
    return replace(office, body=body) if body and not body.bare else office


_SHORT = frozenset(map(fold, ("chủ tịch", "bí thư", "giám đốc", "tổng giám đốc", "hiệu trưởng", "viện trưởng")))


def of_article(scene: Scene, office: Office) -> Office:
    """A deputy's short title right before a name, "Phó Bí thư A nói", in an article that gives its like to one body
    only, there at home, and names none of that kind beside it."""
    name, deputy = head_title(office)
    short = name in _SHORT and deputy and not (office.body or office.place or office.abroad)
    if not short or not _leads(scene, office):
        return office
    like = [o for o in offices(scene, 0, len(scene.recognition.writing.text)) if head_title(o)[0] == name]
    if any(o.place or o.abroad for o in like):
        return office
    known = {known.key: known for o in like if o.body and (known := scene.bodies.know(o.body))}
    only = next(iter(known.values())) if len(known) == 1 else None
    return replace(office, body=only.body) if only and _is_only(scene, only) else office


def _is_only(scene: Scene, known: Known) -> bool:
    """Whether a body is the one of its kind, in the province of the article: no HĐND is named beside a UBND."""
    place, home = known.body.territory, scene.territories.home
    while place and place.within:
        place = place.within
    there = not place or not home or (province(place.name) or home) == home
    rivals = {other.key for other in scene.bodies.known.values() if other.body.head.frame == "government"}
    return there and (known.body.head.frame != "government" or rivals == {known.key})


def _leads(scene: Scene, office: Office) -> bool:
    """Whether an office stands alone before a name."""
    persons = scene.recognition.within("person", max(0, office.start - _FAR), office.start + 1)
    return any(len(m.parts["person"].offices) == 1 and m.parts["person"].start == office.end + 1 for m in persons)
