"""One office of one person as a fact."""

from __future__ import annotations

from collections.abc import Iterator

from kg.fact import Fact, Value
from kg.recognition.offices import Office
from kg.resolution.bodies import Known
from kg.resolution.persons import Individual
from kg.statement.scene import Scene, fact, is_status, role_name
from kg.statement.tenure import UNKNOWN, Tenure
from kg.vi.writing import fold

# Words that are printed where an office is, and that name none.
_NO_OFFICE = frozenset(
    map(
        fold,
        (
            "đại diện|cán bộ|lãnh đạo|đảng viên|thành viên|người|chiến sĩ|nhân viên|học sinh|sinh viên|"
            "hội viên|đoàn viên|"
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
    known = scene.bodies.know(office.body, hint) if office.body else None  # type: ignore[arg-type]
    if known is None and (is_status(office) or fold(role) == "trưởng đoàn") or fold(role) in _NO_OFFICE:
        return
    if known is None and not office.body:
        known = _own_body(scene, office)
    entity = scene.bodies.entity(known) if known else None
    scene.holders.setdefault((fold(role), known.key if known else ()), holder)
    start, end = whole
    over = former or bool(aged) or time.ended(scene.article.date)
    roles: dict[str, Value] = {"member": scene.persons.entity(holder), "role": role, "former": over}
    roles |= {name: value for name, value in (("start", time.start), ("end", time.end)) if value}
    if entity:
        roles["organization"] = entity
    notes = (*time.notes, aged) if aged and not former and not time.end else time.notes
    yield fact("Membership", (scene.span(start, end),), rule, notes, **roles)


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
