"""Lives told by periods: "- 8/1988 - 6/1995: Phó Chánh Văn phòng ...", a line or a clause for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.fact import Value
from kg.recognition.layer import MASK, STOP
from kg.recognition.offices import Office
from kg.resolution.persons import Individual
from kg.statement import tenure
from kg.statement.scene import Scene
from kg.statement.tenure import RANGE, TIME, UNKNOWN, Tenure

_HEAD = re.compile(
    rf"(?:^[ ]*(?:[-+*•●]\s*)?|(?<=[;.])[ ]*)(?:(?:từ|giai đoạn)\s+)?(?:{RANGE}|({TIME}))\s*:", re.MULTILINE
)
_TIMED = re.compile(r":(?:(?<=[\dy]:)|(?<=[\dy]\s:)|(?<=\s\s:))")  # what ends a head, found faster than its beginning
_OTHER_TIME = re.compile(rf"(?<![\d/.-]){TIME}")


def periods(scene: Scene) -> Iterator[tuple[Individual, Office, Tenure, bool]]:
    """The offices of lives told by periods: the person, the office, when it was held, and whether it had ended or
    another period followed."""
    lower = scene.recognition.writing.lower
    heads = list(_HEAD.finditer(lower)) if len(_TIMED.findall(lower)) > 1 else []
    if len(heads) < 2:
        return
    told = list(_told(scene, heads))
    for i, (person, head) in enumerate(told):
        following = told[i + 1] if i + 1 < len(told) else None
        time = tenure.period(head[1], head[2], scene.calendar) if head[2] else _since(head[3], scene)
        time = replace(time, where=(head.start(1) if head[2] else head.start(3), head.end()))
        past = head[2] != "nay" if head[2] else following is not None and following[0] is person
        for office in _offices(scene, head.end(), following[1].start() if following else len(lower)):
            whole = not _OTHER_TIME.search(lower, head.end(), office.start)
            yield person, office, time if whole else UNKNOWN, past


def _told(scene: Scene, heads: list[re.Match[str]]) -> Iterator[tuple[Individual, re.Match[str]]]:
    """The periods with whose life they are of: the last person named since the one before in their line, else the
    person of the line above, else the one named most before; one person alone in an article may be named behind."""
    lower = scene.recognition.writing.lower
    person: Individual | None = None
    end = 0
    for head in heads:
        line = lower.rfind("\n", 0, head.start() + 1) + 1
        named = [scene.persons.of(m) for m in scene.recognition.within("person", max(line, end), head.start())]
        known = [one for one in named if one]
        apart = lower.count("\n", end, head.start() + 1) > 1 or not end
        person = known[-1] if known else (_most_named(scene, end, head.start()) or person) if apart else person
        if person:
            yield person, head
        end = head.end()


def _since(text: str, scene: Scene) -> Tenure:
    value, note = tenure.point(text, scene.calendar)
    return Tenure(value, None, (note,) if note and value else ())


def _offices(scene: Scene, start: int, end: int) -> Iterator[Office]:
    """The offices of one period, which ends with its sentence."""
    recognition = scene.recognition
    _, stop = recognition.sentence_span(recognition.sentence_at(start))
    line = recognition.writing.lower.find("\n", start, end)
    for mention in recognition.within("office", start, min(stop, line if line >= 0 else end, end)):
        yield mention.parts["office"]


def _most_named(scene: Scene, start: int, end: int) -> Individual | None:
    counted = [(sum(start <= m.start < end for m in one.mentions), -i) for i, one in enumerate(scene.persons.all)]
    times, at = max(counted, default=(0, 0))
    return scene.persons.all[-at] if times or len(counted) == 1 else None


# "ông A đã từ trần", "Lễ tang đồng chí A": masked, in lower case.
_DIED = re.compile(
    rf"({MASK['person']})[^{STOP}\n{MASK['person']}]{{0,60}}?(?<![^\W_])"
    r"(?:từ trần|qua đời|tạ thế|hưởng thọ|trút hơi thở)"
    rf"|(?<![^\W_])(?:lễ tang|quốc tang|linh cữu|truy điệu|vĩnh biệt|thương tiếc|tưởng nhớ|mặc niệm)"
    rf"(?:\s+(?:của|cho))?\s+({MASK['person']})"
)


def died(scene: Scene) -> set[Value]:
    """The persons of whom an article tells that they are dead, as entities."""
    layer = scene.recognition.layer
    named = (layer.at[found.start(1) if found[1] else found.start(2)] for found in _DIED.finditer(layer.lower))
    return {scene.persons.entity(person) for mention in named if (person := scene.persons.of(mention))}
