"""Who held an office before whom: "bầu ông A làm Bí thư thay ông B", "bà C thay ông D giữ chức Giám đốc"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.fact import Fact
from kg.recognition.layer import MASK, STOP, Mention
from kg.resolution.persons import Individual
from kg.rules import Match
from kg.statement.scene import Scene

# Who held an office before: "bầu ông A giữ chức Bí thư, thay ông B", "bà C thay ông D làm Giám đốc".
_INSTEAD = r"(?<![^\W_])(?:thay(?: thế)?(?: cho)?|kế nhiệm)(?: người tiền nhiệm)?\s+"
_AS = re.compile(r"\s+(?:làm|giữ|giữ (?:các )?(?:chức|chức vụ|cương vị)|đảm (?:nhiệm|nhận|trách)(?: chức vụ)?)\s+")
_BEFORE_NAME = re.compile(rf"{_INSTEAD}$")
_BEHIND = re.compile(
    rf"(?:[^{STOP}\n;(){MASK['person']}{MASK['office']}]{{0,50}}?|\s*\()(?<!tạm ){_INSTEAD}({MASK['person']})"
)


def stands_in(scene: Scene, match: Match) -> bool:
    """Whether the person named before the office of a match is the one who held it: "thay ông B giữ chức Bí thư"."""
    who, offices = match.roles.get("who", ()), match.roles.get("office", ())
    lower = scene.recognition.writing.lower
    if not who or not offices or not _BEFORE_NAME.search(lower, max(0, who[-1].start - 40), who[-1].start):
        return False
    return bool(_AS.fullmatch(lower, who[-1].end, offices[0].start))  # not "thay ông B được bầu làm Bí thư"


def takers(scene: Scene, match: Match) -> list[Individual]:
    """Who takes an office up in the stead of the person of a match: the one named before in the sentence."""
    recognition, at = scene.recognition, match.roles["who"][-1].start
    start, _ = recognition.sentence_span(recognition.sentence_at(at))
    found = (scene.persons.of(m) for m in reversed(list(recognition.within("person", start, at))) if m.start < at)
    return [person for person in found if person][:1]


def replaced_by(scene: Scene, offices: tuple[Mention, ...], former: bool) -> list[Individual]:
    """Who is told behind an office that is taken up to have held it before."""
    layer = scene.recognition.layer
    found = _BEHIND.match(layer.lower, layer.place(offices[-1].end - 1) + 1) if offices and not former else None
    person = scene.persons.of(layer.at[found.start(1)]) if found else None
    return [person] if person else []


def with_predecessor(scene: Scene, one: Fact, replaced: list[Individual]) -> Fact:
    """A membership with the person who held the office before."""
    if not replaced or scene.persons.entity(replaced[-1]) == one.roles["member"]:
        return one
    return replace(one, roles={**one.roles, "succeeds": scene.persons.entity(replaced[-1])})
