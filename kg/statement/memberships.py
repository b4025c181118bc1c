"""Who holds which office: what stands around a name, and what an article says of appointments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from kg.fact import Entity, Fact, Value
from kg.recognition.person import Person
from kg.statement.beside_name import beside_name
from kg.statement.careers import careers
from kg.statement.decisions import office_of
from kg.statement.holding import membership
from kg.statement.lives import died, periods
from kg.statement.outlived import outlived
from kg.statement.pasts import followed, is_aged, still_held
from kg.statement.scene import Scene
from kg.vi.writing import fold


def memberships(scene: Scene) -> Iterator[Fact]:
    """The offices that stand beside names, those that sentences give to persons, and those of lives told by periods."""
    told = list(_placed(list(_all(scene))))
    dead = died(scene) & {office[0] for office in scene.left} if scene.left else set()
    left = {office for one in told if (office := office_of(one)) in scene.left or office[0] in dead}
    left |= outlived(told)
    found = list(_settled(told, left))
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


def _settled(found: Iterable[Fact], left: Set[tuple[Value | None, ...]]) -> Iterator[Fact]:
    """Offices, each told once: what is only by its age a former one is not where the article also gives it as held, and
    an office without a time or a predecessor is the one of the same name that has one, if only one has.

    left  the offices that the article calls former ones by a word before them, and all of who left one and is dead:
          no passage tells them as held
    """
    said: dict[tuple[Value | None, ...], list[Fact]] = {}
    for one in found:
        over = office_of(one) in left and not one.roles["former"]
        said.setdefault(office_of(one), []).append(replace(one, roles={**one.roles, "former": True}) if over else one)
    current = {office for office, facts in said.items() if not all(one.roles["former"] for one in facts)}
    for office, facts in said.items():
        held = office in current or (*office[:2], None, None) in current  # "Tổng Bí thư" of the same person
        yield from _timed([still_held(one) if held and is_aged(one) else one for one in facts])


def _timed(facts: list[Fact]) -> Iterator[Fact]:
    for former in (False, True):
        same = [one for one in facts if one.roles["former"] is former]
        times = {_time(one): one for one in same if _time(one) != (None, None)}
        only = next(iter(times.values())) if len(times) == 1 else None
        before = next((one.roles["succeeds"] for one in same if "succeeds" in one.roles), None)
        for one in same:
            one = replace(one, roles={**one.roles, "succeeds": before}) if before else one
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
            yield from beside_name(scene, holder, person)
    yield from careers(scene)
    yield from _lives(scene)


def _lives(scene: Scene) -> Iterator[Fact]:
    for person, office, time, past in periods(scene):
        aged = followed() if past and not time.end else ""
        former, whole = past and not aged, (office.start, office.end)
        yield from membership(
            scene, person, office, None, "career.period", former=former, whole=whole, time=time, aged=aged
        )
