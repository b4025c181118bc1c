"""Offices of a life that a later one elsewhere ended: "Tháng 6/2013, ông làm Thứ trưởng. Năm 2015, ông làm Bí thư"."""

from __future__ import annotations

from collections.abc import Iterable

from kg.fact import Entity, Fact, Value
from kg.statement.decisions import office_of
from kg.vi.writing import fold

# Held beside any other office.
_BESIDE = tuple(map(fold, ("ủy viên", "đại biểu", "trưởng đoàn", "phó trưởng đoàn", "thành viên", "bí thư ban cán sự")))
_DEPUTY = f"{fold('phó')} "


def outlived(told: Iterable[Fact]) -> set[tuple[Value | None, ...]]:
    """The offices that sentences date, if they give the same person a later one elsewhere, or the head's after the
    deputy's; none that the article also tells without a time."""
    dated: dict[Value, list[Fact]] = {}
    undated: set[tuple[Value | None, ...]] = set()
    for one in told:
        if one.roles["former"]:
            continue
        if one.roles.get("start") and one.rule.startswith("career.") and not one.rule.startswith("career.period"):
            dated.setdefault(one.roles["member"], []).append(one)
        else:
            undated.add(office_of(one))
    ended = {office_of(one) for life in dated.values() for one in life for later in life if _ends(one, later)}
    return ended - undated


def _ends(one: Fact, later: Fact) -> bool:
    """Whether who took up the second office has left the first one."""
    if str(later.roles["start"])[:4] <= str(one.roles["start"])[:4]:
        return False
    first, second = one.roles.get("organization"), later.roles.get("organization")
    role, next_role = fold(str(one.roles["role"])), fold(str(later.roles["role"]))
    if not isinstance(first, Entity) or not isinstance(second, Entity) or f"{role} {next_role}".startswith(_BESIDE):
        return False
    if first == second:
        return role.startswith(_DEPUTY) and not next_role.startswith(_DEPUTY)
    return not next_role.startswith(_BESIDE) and _seat(first) != _seat(second)


def _seat(body: Entity) -> str:
    """The end of a body's name, which tells its place or the body above."""
    return " ".join(fold(body.label).split()[-2:])
