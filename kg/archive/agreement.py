"""What judgements say together: "same" carries on from pair to pair, and "different" may contradict that."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.archive.judgements import Judgement, Verdict


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two IRIs that somebody judged different, and the shortest way along judgements that makes them the same."""

    different: Judgement
    same: tuple[Judgement, ...]


def conflicts(judgements: Iterable[Judgement]) -> list[Conflict]:
    """The contradictions, one for each "different" that others deny, in the order of their IRIs."""
    judged = sorted(judgements, key=lambda one: one.key)
    near = _near(judged)
    ways = ((one, _way(one.one, one.other, near)) for one in judged if one.verdict is Verdict.DIFFERENT)
    return [Conflict(one, way) for one, way in ways if way]


def groups(judgements: Iterable[Judgement]) -> list[tuple[str, ...]]:
    """The IRIs that mean one thing, each group sorted, the groups too. A group in conflict is left out whole: nobody
    can tell which of its judgements is the wrong one."""
    judged = list(judgements)
    near = _near(judged)
    doubted = {conflict.different.one for conflict in conflicts(judged)}
    found: dict[str, tuple[str, ...]] = {}
    for node in sorted(near):
        if node not in found:
            group = tuple(sorted(_reached(node, near)))
            found.update(dict.fromkeys(group, group))
    return sorted({group for group in found.values() if not doubted & set(group)})


def _near(judged: Iterable[Judgement]) -> Mapping[str, list[Judgement]]:
    """IRI -> the judgements that make it the same as others."""
    near: dict[str, list[Judgement]] = defaultdict(list)
    for one in judged:
        if one.verdict is Verdict.SAME:
            near[one.one].append(one)
            near[one.other].append(one)
    return near


def _reached(start: str, near: Mapping[str, list[Judgement]]) -> dict[str, Judgement | None]:
    """IRI -> the judgement by which it was reached from `start`, breadth first."""
    reached: dict[str, Judgement | None] = {start: None}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for judged in near.get(node, ()):
            if (other := _across(node, judged)) not in reached:
                reached[other] = judged
                queue.append(other)
    return reached


def _way(start: str, end: str, near: Mapping[str, list[Judgement]]) -> tuple[Judgement, ...]:
    reached = _reached(start, near)
    way: list[Judgement] = []
    while (judged := reached.get(end)) is not None:
        way.append(judged)
        end = _across(end, judged)
    return tuple(reversed(way))


def _across(node: str, judged: Judgement) -> str:
    return judged.other if node == judged.one else judged.one
