"""Whose office a sentence tells: the persons of a rule's match, those who share it, or the one spoken of."""

from __future__ import annotations

import re

from kg.recognition.layer import Mention
from kg.recognition.offices import Office
from kg.recognition.territories import CAPITAL
from kg.resolution.persons import Individual
from kg.rules import Match
from kg.statement.scene import Scene
from kg.vi.writing import fold

_FAR = 4000  # characters read for who is spoken of

# A person named only as another's kin: "Ông A, con trai cố Bí thư B, trúng cử đại biểu".
_KIN = re.compile(
    r"(?<![^\W_])(?:(?:con|em|anh) (?:trai|gái|rể|ruột)|vợ|chồng|chị gái)(?: ruột| cả| út| duy nhất)?"
    r"(?: của)? (?:cố )?$"
)


def _is_of_kin(scene: Scene, match: Match) -> bool:
    return any(
        _KIN.search(scene.recognition.writing.lower, max(0, m.start - 30), m.start) for m in match.roles.get("who", ())
    )


def holders(scene: Scene, match: Match) -> list[Individual]:
    """The persons of a match; where its words are "ông", "bà" alone, or name another's kin, the one
    spoken of."""
    if hidden := _hidden(scene, match) or _outside(scene, match):
        return [hidden]
    if match.rule.takes("who") and not _is_of_kin(scene, match):
        return [p for m in match.roles.get("who", ()) for p in scene.agents(m) if isinstance(p, Individual)]
    spoken_of = _spoken_of(scene, match)
    return [spoken_of] if spoken_of else []


def _hidden(scene: Scene, match: Match) -> Individual | None:
    """The person between those of a match and its office, whom the name of a meeting or a document holds: "ông A chủ
    trì hội nghị công bố quyết định điều động bà B giữ chức Bí thư"."""
    who, offices = match.roles.get("who", ()), match.roles.get("office", ())
    if not who or not offices:
        return None
    between = scene.recognition.within("person", who[-1].end, offices[0].start)
    return scene.persons.of(between[-1]) if between else None


_CLOSED = re.compile(r"[^()\n]*\)")


def _outside(scene: Scene, match: Match) -> Individual | None:
    """The person before a bracket that names those of a match: "ông A (con trai của ông B) giữ chức Bí thư"."""
    who, offices = match.roles.get("who", ()), match.roles.get("office", ())
    lower, recognition = scene.recognition.writing.lower, scene.recognition
    if not who or not offices or not _CLOSED.match(lower, who[-1].end, offices[0].start):
        return None
    start, _ = recognition.sentence_span(recognition.sentence_at(who[0].start))
    opened = lower.rfind("(", start, who[0].start)
    before = recognition.within("person", start, opened) if opened >= 0 else []
    return scene.persons.of(before[-1]) if before and before[-1].end <= opened else None


# "Đồng chí Đức là ...": nobody but who has this name.
_NAMED = re.compile(rf"(?i:ông|bà|đồng chí|anh|chị)\s+([{CAPITAL}]\w*)")


# "cùng các đồng chí là Ủy viên Ban Chấp hành": several, none of whom is named.
_SEVERAL = re.compile(r"(?<![^\W_])(?:các|những|hai|ba|bốn|nhiều|một số)\s*$")


def _spoken_of(scene: Scene, match: Match) -> Individual | None:
    """Whom "ông" at the start of a match means."""
    if _SEVERAL.search(scene.recognition.layer.lower, max(0, match.start - 12), match.start):
        return None
    found, named = _last_named(scene, match), _NAMED.match(scene.recognition.layer.text, match.start)
    return found if found and (not named or fold(found.name).endswith(f" {fold(named[1])}")) else None


def _last_named(scene: Scene, match: Match) -> Individual | None:
    """The last person before in the sentence, else the first one of the nearest sentence before that names one."""
    recognition = scene.recognition
    offset = recognition.layer.offset(match.start)
    start, _ = recognition.sentence_span(recognition.sentence_at(offset))
    known = [m for m in recognition.within("person", max(0, offset - _FAR), offset) if scene.persons.of(m)]
    if not known or known[-1].start >= start:
        return scene.persons.of(known[-1]) if known else None
    last, _ = recognition.sentence_span(recognition.sentence_at(known[-1].start))
    return scene.persons.of(next(m for m in known if m.start >= last))


def in_pairs(
    scene: Scene, match: Match, persons: list[Individual], offices: tuple[Mention, ...]
) -> dict[int, list[Individual]]:
    """Whose each office is where two take two: "Ông A và bà B làm Bí thư Tỉnh ủy và Chủ tịch HĐND"."""
    who = match.roles.get("who", ())
    if not match.rule.options.get("each") or not len(persons) == len(who) == len(offices) == 2:
        return {}
    between = (scene.text(first.end, second.start).strip() for first, second in (who, offices))
    if any(words != "và" for words in between):
        return {}
    return {id(office): [person] for office, person in zip(offices, persons, strict=True)}


_ELECTED = re.compile(r"(?<![^\W_])(?:bầu|cử|tái cử|bổ nhiệm|phân công|cùng)(?![^\W_])")
_LEADS = re.compile(r"(?<![^\W_])là\s+$")  # "Đứng đầu là Chủ tịch A, Phó Chủ tịch B làm Tổ phó"
_TOGETHER = re.compile(r"(?<![^\W_])(?:gồm|các)(?![^\W_])")


def sharing(scene: Scene, match: Match, office: Office, persons: list[Individual]) -> list[Individual]:
    """Those of the persons of a match who hold its office: all of a list, but the first only behind "Giám đốc là", and
    the last only before "là Giám đốc"."""
    name, lower = match.rule.name, scene.recognition.writing.lower
    if not match.rule.options.get("each"):
        return persons[-1:]
    who, offices = match.roles["who"], match.roles["office"]
    if name == "career.is":
        together = _ELECTED.search(lower, who[-1].end, offices[0].start)
        return persons[-_bare(scene, who) :] if together and len(persons) == len(who) else persons[-1:]
    if name == "career.office-is":
        return persons if office.plural or _TOGETHER.search(lower, office.end, who[-1].end) else persons[:1]
    led = _LEADS.search(lower, max(0, who[0].start - 4), who[0].start)
    return persons[-1:] if led and "và" not in lower[who[0].end : who[-1].start] else persons


def _bare(scene: Scene, who: tuple[Mention, ...]) -> int:
    """How many at the end of a list of persons are joined by a comma or "và", those before the last without offices."""
    count = 1
    for before, after in zip(reversed(who[:-1]), reversed(who), strict=False):
        joined = scene.text(before.end, after.start).strip() in (",", "và", ", và")
        if not joined or any(office.start > before.parts["person"].start for office in before.parts["person"].offices):
            break
        count += 1
    return count
