"""Lives told by periods: "- 8/1988 - 6/1995: Phó Chánh Văn phòng ...", a line or a clause for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.recognition.offices import Office
from kg.resolution.persons import Individual
from kg.statement import tenure
from kg.statement.scene import Scene
from kg.statement.tenure import RANGE, TIME, UNKNOWN, Tenure

_HEAD = re.compile(
    rf"(?:^[ ]*(?:[-+*•●]\s*)?|(?<=[;.])[ ]*)(?:(?:từ|giai đoạn)\s+)?(?:{RANGE}|({TIME}))\s*:", re.MULTILINE
)
_TIMED = re.compile(r":(?:(?<=[\dy]:)|(?<=[\dy]\s:))")  # what ends a head, found faster than its beginning
_OTHER_TIME = re.compile(rf"(?<![\d/.-]){TIME}")


def periods(scene: Scene) -> Iterator[tuple[Individual, Office, Tenure, bool]]:
    """The offices of a life told by periods: the person whom the article names most before them, the office, when it
    was held, and whether another period followed."""
    lower = scene.recognition.writing.lower
    heads = list(_HEAD.finditer(lower)) if len(_TIMED.findall(lower)) > 1 else []
    person = _most_named(scene, heads[0].start()) if len(heads) > 1 else None
    if person is None:
        return
    for head, following in pairwise((*heads, None)):
        assert head is not None
        time = tenure.period(head[1], head[2], scene.calendar) if head[2] else _since(head[3], scene)
        past = head[2] != "nay" if head[2] else following is not None
        for office in _offices(scene, head.end(), following.start() if following else len(lower)):
            whole = not _OTHER_TIME.search(lower, head.end(), office.start)
            yield person, office, time if whole else UNKNOWN, past


def _since(text: str, scene: Scene) -> Tenure:
    value, note = tenure.point(text, scene.calendar)
    return Tenure(value, None, (note,) if note and value else ())


def _offices(scene: Scene, start: int, end: int) -> Iterator[Office]:
    """The offices of one period, which ends with its line."""
    line = scene.recognition.writing.lower.find("\n", start, end)
    for mention in scene.recognition.within("office", start, line if line >= 0 else end):
        yield mention.parts["office"]


def _most_named(scene: Scene, end: int) -> Individual | None:
    counted = [(sum(m.start < end for m in one.mentions), -i, one) for i, one in enumerate(scene.persons.all)]
    times, _, person = max(counted, default=(0, 0, None), key=lambda c: c[:2])
    return person if times else None
