"""One office of one person as a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.fact import Fact, Value
from kg.recognition.layer import MASK
from kg.recognition.offices import Office
from kg.recognition.territories import Territory
from kg.resolution.bodies import Known
from kg.resolution.persons import Individual
from kg.statement.bodies import place
from kg.statement.peers import beside_its_like
from kg.statement.scene import Scene, fact, is_status, role_name
from kg.statement.tenure import UNKNOWN, Tenure
from kg.statement.told_bodies import is_member, of_article, of_assembly, of_side
from kg.vi.writing import fold

# Words that are printed where an office is, and that name none.
_NO_OFFICE = frozenset(
    map(
        fold,
        (
            "đại diện|cán bộ|lãnh đạo|đảng viên|thành viên|người|chiến sĩ|nhân viên|học sinh|sinh viên|"
            "hội viên|đoàn viên|công chức|viên chức|"
            "cử tri|công dân|bảo vệ|người đứng đầu|nhà sáng lập|chủ nhân|khách mời|nhà báo"
        ).split("|"),
    )
)


def membership(
    scene: Scene,
    holder: Individual,
    office: Office,
    hint: object,
    rule: str,
    *,
    former: bool,
    whole: tuple[int, int],
    time: Tenure = UNKNOWN,
    aged: str = "",
) -> Iterator[Fact]:
    """One office of a person, or nothing where the words name none."""
    role = role_name(office)
    counted = None if office.body or office.place else _counted(scene, office)
    office = office if counted else beside_its_like(scene, office)
    office = of_article(scene, of_side(scene, of_assembly(scene, office)))
    known = scene.bodies.know(office.body, hint) if office.body else counted  # type: ignore[arg-type]
    of_none = is_status(office) or fold(role) == "trưởng đoàn" or is_member(office) and not office.body
    if known is None and of_none or fold(role) in _NO_OFFICE:
        return
    if known is None and not office.body:
        known = _of_place(scene, office) or _own_body(scene, office)
    if known is None and office.body:
        role = _with_body(scene, office, role)
    entity = scene.bodies.entity(known) if known else None
    held = scene.holders.setdefault((fold(role), known.key if known else ()), [])
    if holder not in held:
        held.append(holder)
    start, end = whole
    if time and time.where:
        start, end = min(start, time.where[0]), max(end, time.where[1])
    over = former or bool(aged) or time.ended(scene.article.date)
    roles: dict[str, Value] = {"member": scene.persons.entity(holder), "role": role, "former": over}
    roles |= {name: value for name, value in (("start", time.start), ("end", time.end)) if value}
    if entity:
        roles["organization"] = entity
    elif where := _where(scene, office):
        roles["territory"] = place(where, (scene.span(where.start, where.end),))
    if office.former:
        scene.left.add(tuple(roles.get(name) for name in ("member", "role", "organization", "territory")))
    notes = (*time.notes, aged) if aged and not former and not time.end else time.notes
    yield fact("Membership", (scene.span(start, end),), rule, notes, **roles)


def _with_body(scene: Scene, office: Office, role: str) -> str:
    """The title with the words of a body that is none in particular: "Bí thư Đảng ủy", "Trưởng Ban Điều hành"."""
    if office.body is None or fold(office.body.head.name) in fold(role).split() and not office.body.name:
        return role
    printed = " ".join(scene.text(office.body.start, office.body.end).split())
    lent = next((word for word in (role.split()[-1], " ".join(role.split()[-2:])) if _starts(printed, word)), "")
    return f"{role.removesuffix(lent).rstrip()} {printed}" if lent else f"{role} {printed}"


def _starts(name: str, word: str) -> bool:
    return f"{fold(name)} ".startswith(f"{fold(word)} ")


_COMMITTEES = ("Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Đảng ủy")
# Whose heads are named with the place alone: "Bí thư Thanh Trì", "Chủ tịch tỉnh", "Phó Chủ tịch TP. Hà Nội".
_OF_PLACE = {
    "chủ tịch": ("Ủy ban nhân dân",),
    "phó chủ tịch": ("Ủy ban nhân dân",),
    "phó chủ tịch thường trực": ("Ủy ban nhân dân",),
    "bí thư": _COMMITTEES,
    "phó bí thư": _COMMITTEES,
    "phó bí thư thường trực": _COMMITTEES,
}


def _of_place(scene: Scene, office: Office) -> Known | None:
    """The committee of a place that heads an office, if the article names it: one that it leaves out is not made up."""
    heads = _OF_PLACE.get(" ".join(office.role.lower().split()), ())
    if not heads or not office.place:
        return None
    named = [k for k in scene.bodies.known.values() if k.body.head.name in heads and not k.body.parent]
    found = [k for k in named if k.body.territory and _is_same(office.place, k.body.territory)]
    return found[0] if len(found) == 1 else None


def _where(scene: Scene, office: Office) -> Territory | None:
    """The place whose office it is, where no body is named: "Bí thư Hà Nội", "Chủ tịch tỉnh", "Ngoại trưởng Lào"."""
    if office.body or not office.place or office.place.name:
        return None if office.body else office.place
    return scene.territories.named(office.place.level, office.start, strict=True)


def _is_same(place: Territory, other: Territory) -> bool:
    """Whether a place that may lack its level or its name is another one."""
    levels = not place.level or not other.level or place.level == other.level
    return levels and (not place.name or fold(place.name) == fold(other.name))


# "Bộ Công an hiện có 6 Thứ trưởng gồm": whose offices are counted.
# ... or told one after another: "HĐND tỉnh có Chủ tịch là bà A và Phó Chủ tịch là ông B".
_COUNTED = re.compile(
    rf"({MASK['body']})\s+(?:hiện\s+|nay\s+)?(?:có|gồm)\s+(?:\w+\s+)?"
    rf"(?:[{MASK['office']}{MASK['person']}](?:\s+là)?\s*(?:[,;]|và)?\s*){{0,6}}$"
)


def _counted(scene: Scene, office: Office) -> Known | None:
    layer = scene.recognition.layer
    at = layer.place(office.start)
    found = _COUNTED.search(layer.lower, max(0, at - 60), at)
    return scene.body(layer.at[found.start(1)]) if found else None


_OWN = {"trưởng ban": "Ban", "phó trưởng ban": "Ban", "bộ trưởng": "Bộ", "thứ trưởng": "Bộ"}


def _own_body(scene: Scene, office: Office) -> Known | None:
    """ "Trưởng ban", "Chánh Văn phòng" alone: of the last body before whose name starts with that word."""
    word = _OWN.get(office.role.lower())
    if not word:
        return None
    before = (m for m in scene.recognition.of("body") if m.start < office.start)
    named = [m for m in before if m.parts["body"].head.name.startswith(f"{word} ")]
    only = len({m.parts["body"].head.name + fold(m.parts["body"].name) for m in named}) == 1
    return scene.body(named[-1]) if only else None


def lead_of(scene: Scene, offset: int) -> str:
    """What the clause of an office says before it."""
    recognition = scene.recognition
    start, _ = recognition.sentence_span(recognition.sentence_at(offset))
    return recognition.writing.lower[max(start, recognition.writing.lower.rfind(";", start, offset) + 1) : offset]
