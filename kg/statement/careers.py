"""What sentences say of careers, by the rules of kg/vi/careers.toml: who takes up, holds or leaves which office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.fact import Fact
from kg.recognition.layer import MASK, STOP, Mention
from kg.recognition.offices import Office
from kg.rules import Match, matches
from kg.statement import tenure
from kg.statement.career_holders import holders, in_pairs, sharing
from kg.statement.career_refusals import is_anothers, is_denied
from kg.statement.decisions import deciding, office_of
from kg.statement.holding import lead_of, membership
from kg.statement.pasts import aged, held_then, long_ago, term_over
from kg.statement.scene import Scene
from kg.statement.successions import replaced_by, stands_in, takers, with_predecessor
from kg.statement.tenure import UNKNOWN, Decided, Tenure


def careers(scene: Scene) -> Iterator[Fact]:
    """The offices that sentences give to persons."""
    for rule in scene.rules("careers"):
        for match in matches(rule, scene.recognition.layer):
            if is_denied(scene, match) or is_anothers(scene, match):
                continue
            persons, replaced = holders(scene, match), []
            if stands_in(scene, match):
                persons, replaced = takers(scene, match), persons[-1:]
            who = match.roles.get("who", ())
            past, old = bool(rule.options.get("former")) or long_ago(scene, match), aged(scene, match)
            offices = (*match.roles.get("office", ()), *_continued(scene, match))
            decision = deciding(scene, offices[0]) if offices else None
            times = _times(scene, offices, past=bool(match.rule.options.get("former")))
            pairs = in_pairs(scene, match, persons, offices)
            for mention, following in zip(offices, (*offices[1:], None), strict=True):
                office: Office = mention.parts["office"]
                hint = following.parts["office"].body if following else None
                former = past or office.former or held_then(scene, office) or term_over(scene, office)
                whole, time = _whole(who, mention), times.get(id(mention), UNKNOWN)
                before = replaced or replaced_by(scene, offices, former)
                for person in pairs.get(id(mention)) or sharing(scene, match, office, persons):
                    for one in membership(
                        scene, person, office, hint, rule.name, former=former, whole=whole, time=time, aged=old
                    ):
                        _decide(scene, one, decision)
                        yield with_predecessor(scene, one, before)
                for person in before:
                    yield from membership(scene, person, office, hint, rule.name, former=True, whole=whole)


def _decide(scene: Scene, one: Fact, decision: Decided | None) -> None:
    if decision:
        scene.decisions.setdefault(office_of(one), decision)


def _times(scene: Scene, offices: tuple[Mention, ...], *, past: bool) -> dict[int, Tenure]:
    """The times that a sentence gives to the offices of one list: behind each of them, else before them all.

    past  they are another's who takes them up: "bầu ông A làm Chủ tịch thay ông B"
    """
    if not offices:
        return {}
    lower, lead = scene.recognition.writing.lower, lead_of(scene, offices[0].start)
    change = _change(scene, lead, offices[0])
    start = offices[0].start
    shared = UNKNOWN if past and change == "takes" else tenure.ahead(lead, start, scene.calendar, change=change)
    found: dict[int, Tenure] = {}
    for i, mention in enumerate(offices):
        if i and tenure.in_turn(lower[offices[i - 1].end : mention.start]):
            found |= {id(one): UNKNOWN for one in offices[:i] if shared.end}
            shared = UNKNOWN
        own = tenure.behind(lower, mention.start, mention.end, scene.calendar, change=change)
        found[id(mention)] = own or shared
    return found


def _change(scene: Scene, lead: str, office: Mention) -> str:
    """What a clause says of an office: "takes", "leaves" or ""; who leaves another one first takes this one up."""
    change = tenure.change(lead)
    before = scene.recognition.within("office", office.start - len(lead), office.start)
    if change == "leaves" and before:
        return tenure.change(lead[before[-1].end - office.start :]) or "takes"
    return change


_MOST = 20  # offices of one list
# What stands between the offices of a list told with terms: "Ủy viên Bộ Chính trị 6 khóa (VIII); Chủ tịch Quốc hội".
_NEXT_OFFICE = re.compile(
    rf"(?:(?:[^{STOP}\n;{MASK['person']}{MASK['office']}]{{0,60}};){{1,2}}"
    rf"|\s*(?:\([^()\n{MASK['person']}{MASK['office']}]{{0,40}}\)|(?:nhiệm kỳ\s*)?{MASK['term']})?\s*,)"
    rf"\s*(?:và\s+)?({MASK['office']})"
)


def _continued(scene: Scene, match: Match) -> Iterator[Mention]:
    """The offices that go on a list of offices which ends a match."""
    layer, position = scene.recognition.layer, match.end
    if layer.text[position - 1] != MASK["office"]:
        return
    for _ in range(_MOST):
        if not (following := _NEXT_OFFICE.match(layer.lower, position)):
            return
        position = following.end()
        yield layer.at[following.start(1)]


def _whole(who: tuple[Mention, ...], office: Mention) -> tuple[int, int]:
    """From the first to the last of the persons and the office."""
    return min(m.start for m in (*who, office)), max(m.end for m in (*who, office))
