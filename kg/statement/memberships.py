"""Who holds which office: what stands around a name, and what an article says of appointments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.fact import Entity, Fact, Value
from kg.recognition.offices import Office
from kg.recognition.persons import Person
from kg.resolution.persons import Individual
from kg.statement import tenure
from kg.statement.careers import careers
from kg.statement.decisions import office_of
from kg.statement.holding import lead_of, membership
from kg.statement.lives import periods
from kg.statement.pasts import followed, is_aged, still_held, term_over
from kg.statement.scene import Scene
from kg.statement.tenure import Tenure
from kg.vi.writing import fold


def memberships(scene: Scene) -> Iterator[Fact]:
    """The offices that stand beside names, those that sentences give to persons, and those of lives told by periods."""
    found = list(_settled(_placed(list(_all(scene)))))
    held: dict[Value, list[Fact]] = {}
    for one in found:
        held.setdefault(one.roles["member"], []).append(one)
    return (one for one in found if not _shortened(one, held[one.roles["member"]]))


def _placed(found: list[Fact]) -> Iterator[Fact]:
    """The offices, those named by their place with the body that another passage gives the same person's: "Phó Chủ tịch
    quận 1" of who is told to be Phó Chủ tịch of the UBND there."""
    for one in found:
        where = one.roles.get("territory")
        bodies = _bodies_there(one, where, found) if isinstance(where, Entity) else []
        if bodies:
            roles = {name: value for name, value in one.roles.items() if name != "territory"}
            yield replace(one, roles={**roles, "organization": bodies[0]})
        else:
            yield one


def _bodies_there(one: Fact, where: Entity, found: list[Fact]) -> list[Value]:
    same = [o for o in found if all(o.roles[name] == one.roles[name] for name in ("member", "role"))]
    bodies = [body for o in same if isinstance(body := o.roles.get("organization"), Entity)]
    return [body for body in bodies if fold(body.label).endswith(fold(where.label))]


def _settled(found: Iterable[Fact]) -> Iterator[Fact]:
    """Offices, each told once: what is only by its age a former one is not where the article also gives it as held, and
    an office without a time is the one of the same name that has one, if only one has."""
    said: dict[tuple[Value | None, ...], list[Fact]] = {}
    for one in found:
        said.setdefault(office_of(one), []).append(one)
    for facts in said.values():
        held = any(not one.roles["former"] for one in facts)
        yield from _timed([still_held(one) if held and is_aged(one) else one for one in facts])


def _timed(facts: list[Fact]) -> Iterator[Fact]:
    for former in (False, True):
        same = [one for one in facts if one.roles["former"] is former]
        times = {_time(one): one for one in same if _time(one) != (None, None)}
        only = next(iter(times.values())) if len(times) == 1 else None
        for one in same:
            bare = only is not None and _time(one) == (None, None)
            yield replace(one, roles={**only.roles, **one.roles}, notes=only.notes) if only and bare else one


def _time(one: Fact) -> tuple[Value | None, Value | None]:
    return one.roles.get("start"), one.roles.get("end")


def _shortened(one: Fact, others: list[Fact]) -> bool:
    """Whether an office without its body is a short form of another that the same person holds: "Chủ tịch" after
    "Chủ tịch UBND tỉnh", "Chủ tịch nước"."""
    if _OF & one.roles.keys():
        return False
    role = fold(str(one.roles["role"]))
    return any(_is_longer(other, role) for other in others)


_OF = {"organization", "territory"}


def _is_longer(other: Fact, role: str) -> bool:
    """Whether an office says more than the bare title `role`: its body or place, or a longer title."""
    title = fold(str(other.roles["role"]))
    return f"{title} ".startswith(f"{role} ") and (bool(_OF & other.roles.keys()) or title != role)


def _all(scene: Scene) -> Iterator[Fact]:
    for mention in scene.recognition.of("person"):
        person: Person = mention.parts["person"]
        holder = scene.persons.of(mention)
        if holder:
            yield from _beside(scene, holder, person)
    yield from careers(scene)
    yield from _lives(scene)


def _beside(scene: Scene, holder: Individual, person: Person) -> Iterator[Fact]:
    former_side = {True: False, False: False}
    lower = scene.recognition.writing.lower
    for i, office in enumerate(person.offices):
        after = office.start >= person.end
        past = office.former or bool(_WHILE.search(lower, max(0, office.start - 40), office.start))
        past = past or not after and bool(_DISMISSED.search(lower, max(0, office.start - 40), office.start))
        past = past or after and bool(_BEFORE.search(lower, max(0, person.start - 40), person.start))
        past = past or after and _is_removed(scene, person, office)
        first = min(office.start, person.start)
        past = past or bool(_LIVED.search(lower, max(0, first - 24), first))
        now = _NOW.search(lower, max(0, office.start - 16), office.start)
        former_side[after] = (former_side[after] or past) and not now
        former = former_side[after] or term_over(scene, office)
        office = _shared(scene, office, person.offices[i + 1 : i + 2])
        hint = next((o.body for o in person.offices[i + 1 :] if o.body and (o.start >= person.end) == after), None)
        yield from membership(
            scene,
            holder,
            office,
            hint,
            "membership.beside-name",
            former=former,
            whole=(min(office.start, person.start), max(office.end, person.end)),
            time=_time_beside(scene, person, office),
        )


def _is_removed(scene: Scene, person: Person, office: Office) -> bool:
    """Whether a person is told to be removed from the office of the State that stands behind the name."""
    recognition, lower = scene.recognition, scene.recognition.writing.lower
    removed = _REMOVES.search(lower, max(0, person.start - 40), person.start)
    if not removed or office.body and office.body.head.category.startswith("Party"):
        return False
    _, end = recognition.sentence_span(recognition.sentence_at(office.start))
    return not _FROM.search(lower, office.end, end)


def _time_beside(scene: Scene, person: Person, office: Office) -> Tenure:
    """The time that stands behind an office beside a name, or before "ông A là Bí thư ..."."""
    lower = scene.recognition.writing.lower
    found = tenure.behind(lower, office.start, office.end, scene.calendar)
    if found or office.start < person.end or not _BEING.search(lower, person.end, office.start):
        return found
    return tenure.ahead(lead_of(scene, office.start), office.start, scene.calendar)


# What says that an office was held at the time told of: "Khi giữ cương vị Phó Bí thư Tỉnh ủy, ông ...".
_WHILE = re.compile(
    r"(?<![^\W_])(?:khi|lúc|trong thời gian|từng|sau (?:\d+|hai|ba|nhiều) (?:năm|tháng)[^.;,\n]{0,24})\s+"
    r"(?:đó\s+|ấy\s+|bấy giờ\s+)?(?:còn\s+|đang\s+)?"
    r"(?:giữ|là|làm|đương|đảm nhiệm)[^.;,\n]{0,20}$"
)
_DISMISSED = re.compile(
    r"(?<![^\W_])(?:cách|thôi giữ|thôi|miễn nhiệm|bãi nhiệm|tước|mất|rời)\s+(?:các\s+)?"
    r"(?:chức|chức vụ|chức danh|cương vị|ghế)\s+$"
)
# "Sinh thời, Chủ tịch UBND thành phố A ...": who is dead holds none.
_LIVED = re.compile(r"(?<![^\W_])(?:sinh thời|lúc còn sống|khi còn sống),?\s+(?:đồng chí |ông |bà )?$")
# "phê chuẩn kết quả miễn nhiệm đối với ông A, Chủ tịch tỉnh": of the office told behind, where none is told before.
_REMOVES = re.compile(r"(?<![^\W_])(?:miễn nhiệm|bãi nhiệm|cách chức)(?: (?:đối )?với)?\s+(?:đồng chí |ông |bà )?$")
_FROM = re.compile(r"(?<![^\W_])(?:khỏi|chức|chức danh|chức vụ|để|do)(?![^\W_])")
_NOW = re.compile(r"(?<![^\W_])(?:hiện|hiện nay|hiện đang|nay)\s+(?:là|giữ chức|làm|đang là)\s+$")
_BEFORE = re.compile(r"(?<![^\W_])trước (?:tháng|năm|ngày) [\d/.-]{4,10},\s+(?:đồng chí|ông|bà)?\s*$")
_BEING = re.compile(r"(?<![^\W_])là(?![^\W_])")
_TOGETHER = re.compile(r"\s*(?:kiêm|và|-)\s*(?:là\s+)?")
# Titles that are held in the body of the next one of these: "Phó Chủ tịch, Tổng Thư ký Hội Nông dân".
_PAIRED = {
    "chủ tịch": ("tổng thư ký", "phó tổng thư ký", "tổng giám đốc"),
    "phó chủ tịch": ("tổng thư ký", "phó tổng thư ký", "chánh văn phòng"),
    "phó tổng thư ký": ("chánh văn phòng",),
    "tư lệnh": ("chính ủy", "tham mưu trưởng"),
    "phó tư lệnh": ("tham mưu trưởng", "chính ủy", "phó chính ủy"),
}


def _shared(scene: Scene, office: Office, following: list[Office]) -> Office:
    """The office with the body, or the territory of the body, of the next one, where both are held in one: "quyền chủ
    tịch kiêm tổng giám đốc Viettel", "Phó Bí thư, Chủ tịch UBND tỉnh"."""
    complete = office.body or office.place or office.abroad or office.category != "head"
    if complete or not following or not following[0].body:
        return office
    gap = scene.recognition.writing.lower[office.end : following[0].start]
    together = _TOGETHER.fullmatch(gap)
    if "bí thư" in office.role.lower() and following[0].body.head.category.startswith("State"):
        known = scene.bodies.know(following[0].body) if together or gap.strip(" -") in ("", ",", ";") else None
        governing = known and known.body.head.name in ("Ủy ban nhân dân", "Hội đồng nhân dân")
        return replace(office, place=known.body.territory) if known and governing else office
    paired = following[0].role.lower() in _PAIRED.get(office.role.lower(), ()) and gap.strip() == ","
    return replace(office, body=following[0].body) if paired or together else office


def _lives(scene: Scene) -> Iterator[Fact]:
    for person, office, time, past in periods(scene):
        aged = followed() if past and not time.end else ""
        former, whole = past and not aged, (office.start, office.end)
        yield from membership(
            scene, person, office, None, "career.period", former=former, whole=whole, time=time, aged=aged
        )
