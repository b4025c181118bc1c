"""Who took part in which meeting, and how."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from kg.article import Span
from kg.fact import Fact
from kg.recognition.layer import Mention
from kg.recognition.meeting_names import listed
from kg.recognition.offices import Office
from kg.resolution.bodies import Known
from kg.resolution.events import Event
from kg.resolution.persons import Individual
from kg.rules import Match, matches
from kg.statement.occasions import Occasions
from kg.statement.scene import Scene, fact, is_status

_MET = re.compile(
    r"(?:(?:làm việc|gặp mặt|gặp|hội đàm|đối thoại)\s+với|gặp mặt(?:,\s+(?:chúc mừng|khen thưởng|biểu dương))?)"
    r"\s+(?:các\s+)?(?:đồng chí\s+)?(?:lãnh đạo\s+)?$")
_SOON = 600  # characters after a meeting's name within which a short name is of one who speaks there
STRENGTH = {"attendee": 0, "presenter": 1, "speaker": 2, "chair": 3}


@dataclass(slots=True)
class Part:
    """What a person or a body did in a meeting: the strongest role, its rule, all passages and mentions."""

    event: Event
    who: Individual | Known
    role: str
    rule: str
    spans: list[Span] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)


def participations(scene: Scene, stated: Iterable[Fact] = ()) -> Iterator[Fact]:
    """The participations of an article; the memberships among the facts `stated` are their capacities."""
    offices = [one for one in stated if one.term == "Membership" and not one.roles.get("former")]
    for part in _parts(scene).values():
        yield fact("Participation", part.spans, part.rule, meeting=scene.event(part.event), role=part.role,
                   participant=scene.value(part.who), capacity=_capacity(scene, part, offices))


Parts = dict[tuple[int, int], Part]  # event and person or body (`id`) -> what was done there


def _parts(scene: Scene) -> Parts:
    """What each person did in each meeting, in the order of the rules."""
    parts: Parts = {}
    occasions = Occasions(scene)
    for rule in scene.rules("meetings"):
        for match in matches(rule, scene.recognition.layer) if rule.states == "Participation" else ():
            if event := occasions.of(match):
                spans = scene.passage(match.start, match.end)
                for mention in _who(scene, match):
                    if rule.options.get("told") and not _is_there(occasions, parts, event, mention):
                        continue
                    _take(scene, parts, event, mention, str(rule.options["as"]), rule.name, spans)
    for mention in scene.recognition.of("meeting"):
        _receivers(scene, parts, mention)
        _met(scene, parts, mention)
    return parts


def _is_there(occasions: Occasions, parts: Parts, event: Event, mention: Mention) -> bool:
    """Whether somebody whose words are told without their place spoke at a meeting: who is named in full there, as one
    who takes the floor is, or soon after the meeting, or takes part by other words. A "cuộc họp" without a name says
    of nobody that he was there."""
    if any((id(event), id(person)) in parts for person in occasions.scene.agents(mention)):
        return True
    if occasions.elsewhere.informs(event, mention):
        return False
    if mention.kind != "person" or event.bare and event.kind in listed("vague"):
        return False
    return len(mention.parts["person"].name.split()) > 1 or mention.start - event.last_before(mention.start) < _SOON


def _receivers(scene: Scene, parts: Parts, meeting: Mention) -> None:
    """Those for whom a ceremony is held, by its name: "lễ tặng giấy khen cho em Trần Văn Nam"."""
    event = scene.meetings.of(meeting)
    if event.held and not event.aside:
        for mention in scene.recognition.within("person", meeting.start, meeting.end):
            if scene.text(meeting.start, mention.start).endswith("cho "):
                span = scene.span(meeting.start, meeting.end)
                _take(scene, parts, event, mention, "attendee", "meeting.held-for", (span,))


def _met(scene: Scene, parts: Parts, meeting: Mention) -> None:
    """Those who are met, by the meeting's name: "làm việc với Huyện ủy Chư Sê"."""
    event = scene.meetings.of(meeting)
    met = (event.held or event.start) and event.kind in listed("encounters")
    if met and not scene.meetings.only_mentioned(meeting):
        start, end = meeting.start, meeting.end + len(event.label)
        for mention in (*scene.recognition.within("person", start, end), *scene.recognition.within("body", start, end)):
            if _MET.search(scene.recognition.writing.lower, start, mention.start):
                span = scene.span(start, max(meeting.end, mention.end))
                _take(scene, parts, event, mention, "attendee", "meeting.held-with", (span,))
                break


def _who(scene: Scene, match: Match) -> tuple[Mention, ...]:
    """The mentions of those who take part.

    With the rule's `list`, all persons to the end of the sentence; with `subject`, whom "Ông" at the start of
    a sentence means: the first one named in the sentence before.
    """
    if match.rule.options.get("subject"):
        return _subject_before(scene, match)
    who = match.roles["who"]
    if not match.rule.options.get("list"):
        return tuple(mention for mention in who if not _anyone(scene, mention))
    layer, sentence = scene.recognition.layer, scene.recognition.sentence_at(who[0].start)
    listed = layer.inside(layer.place(who[0].start), sentence.end)
    return tuple(mention for mention in listed if mention.kind in ("person", "office"))


def _anyone(scene: Scene, mention: Mention) -> bool:
    """An office that many share ("các đại biểu", "100% đại biểu"), which names nobody."""
    if mention.kind != "office":
        return False
    before = scene.text(max(0, mention.start - 8), mention.start).lower()
    counted = before.endswith(("các ", "những ", "nhiều ", "một số ", "% ")) or before.strip()[-1:].isdigit()
    return is_status(mention.parts["office"]) or counted


def _subject_before(scene: Scene, match: Match) -> tuple[Mention, ...]:
    layer = scene.recognition.layer
    sentence = scene.recognition.sentence_at(layer.offset(match.start))
    before = scene.recognition.sentence_at(layer.offset(max(0, sentence.start - 2)))
    persons = (m for m in layer.inside(before.start, before.end) if m.kind == "person")
    return tuple(islice(persons, 1)) if before.end < sentence.end else ()


def _take(scene: Scene, parts: Parts, event: Event, mention: Mention, role: str, rule: str,
          spans: tuple[Span, ...]) -> None:
    for person in scene.agents(mention):
        if isinstance(person, Office):
            continue
        part = parts.setdefault((id(event), id(person)), Part(event, person, role, rule))
        if STRENGTH[role] > STRENGTH[part.role]:
            part.role, part.rule = role, rule
        part.spans += spans
        part.mentions.append(mention)


def _capacity(scene: Scene, part: Part, offices: list[Fact]) -> tuple[Fact, ...]:
    """The offices that stand beside the person's name where it is said to take part."""
    person = scene.value(part.who)
    beside = [scene.span(mention.start, mention.end) for mention in part.mentions]
    return tuple(one for one in offices if one.roles["member"] == person
                 and any(span.start < near.end and near.start < span.end for span in one.spans for near in beside))
