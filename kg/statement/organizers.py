"""Who held which meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.fact import Fact
from kg.recognition.layer import Mention
from kg.recognition.meeting_names import phrases
from kg.recognition.meetings import Meeting
from kg.recognition.offices import Office
from kg.resolution.bodies import Known
from kg.resolution.events import Event
from kg.rules import Match, matches
from kg.statement.scene import Scene, fact

_OF_BODY = ("Kỳ họp", "Phiên họp", "Đại hội", "Họp báo", "Cuộc họp")  # held by the body that they are of
_NUMBERED_OF_BODY = ("Hội nghị",)  # ... where they are numbered
_CONFERENCES = ("Hội nghị", "Hội thảo", "Tọa đàm")  # held by the body right behind the head, or last in the name
_CEREMONIES = ("Lễ kỷ niệm", "Lễ trao", "Lễ")  # held by the only body in their name ...
_SESSION, _HOLD_SESSIONS = "Kỳ họp", ("Quốc hội", "Hội đồng nhân dân", "Ủy ban Kiểm tra")
_NO_SESSIONS = ("Ủy ban nhân dân", "Viện kiểm sát", "Tòa án", "Sở", "Thanh tra")
_HOUSE = re.compile(r"(?<![^\W_])(?:trụ sở|hội trường|nhà khách|cơ quan|tại)\s+$")
_OWN = ("kỷ niệm", "đón nhận")  # ... where it is its own founding or award


def organizers(scene: Scene) -> Iterator[Fact]:
    """Who the sentences say held a meeting; where none says so, the body whose meeting its name says it is."""
    held: set[int] = set()
    for rule in scene.rules("meetings"):
        for match in matches(rule, scene.recognition.layer) if rule.states == "organizer" else ():
            for event in _events(scene, match):
                stated = list(_stated(scene, match, event))
                held.update(id(event) for _ in stated)
                yield from stated
    for mention in scene.recognition.of("meeting"):
        event = scene.meetings.of(mention)
        if id(event) not in held and (body := _named(scene, event, mention)):
            held.add(id(event))
            yield _fact(scene, event, body, mention.start, mention.end, "meeting.of-body")


def _events(scene: Scene, match: Match) -> list[Event]:
    """The meetings of a match, those of the rule's `kinds` alone."""
    events = [scene.meetings.of(mention) for mention in match.roles["at"]]
    kinds = match.rule.options.get("kinds")
    return [event for event in events if not kinds or event.kind in kinds]


def _stated(scene: Scene, match: Match, event: Event) -> Iterator[Fact]:
    layer = scene.recognition.layer
    start, end = layer.offset(match.start), layer.stop(match.end)
    by = match.roles["by"]
    if scene.text(start - 4, start).lower() == "của ":  # "được sự đồng ý của A, B tổ chức"
        by = by[-1:]
    for mention in (*by, *match.roles.get("with", ())):
        if (body := _body(scene, mention)) and _may_hold(scene, event, body):
            yield _fact(scene, event, body, start, end, match.rule.name)


def _may_hold(scene: Scene, event: Event, body: Known) -> bool:
    """Whether a body may hold a meeting: a session named as another body's is not held by who speaks there."""
    if event.kind != _SESSION or body.body.head.name.startswith(_HOLD_SESSIONS):
        return True
    return not body.body.head.name.startswith(_NO_SESSIONS) and not event.of_body


def _body(scene: Scene, mention: Mention) -> Known | None:
    """A body, or the body of an office: "lãnh đạo UBND huyện tổ chức"; but not the house of one."""
    if _HOUSE.search(scene.recognition.writing.lower, max(0, mention.start - 16), mention.start):
        return None
    if mention.kind == "body":
        return scene.body(mention)
    office: Office = mention.parts["office"]
    return scene.bodies.know(office.body) if office.body else None


def _named(scene: Scene, event: Event, mention: Mention) -> Known | None:
    """The body whose meeting a name says it is; of a session of no body or of half a name, the last that holds such."""
    if not (event.held or event.ordinal or event.session or mention.parts["meeting"].held_by):
        return None
    owner = _owner(scene, mention)
    if owner and scene.text(mention.start, owner.start).endswith("với "):
        return None
    if owner and (body := scene.body(owner)):
        return body
    return _last_before(scene, mention, owner) if owner or event.kind == _SESSION and event.ordinal else None


def _last_before(scene: Scene, mention: Mention, owner: Mention | None) -> Known | None:
    """The last body before a meeting in its sentence whose name begins as its owner's does, or that holds sessions."""
    start, _ = scene.recognition.sentence_span(scene.recognition.sentence_at(mention.start))
    begin = (owner.parts["body"].head.name.split()[0],) if owner else _HOLD_SESSIONS
    before = scene.recognition.within("body", start, mention.start)
    found = [m for m in before if m.parts["body"].head.name.startswith(begin)]
    return scene.body(found[-1]) if found else None


def _owner(scene: Scene, mention: Mention) -> Mention | None:
    """The body whose meeting the words say that it is."""
    meeting: Meeting = mention.parts["meeting"]
    if meeting.held_by or meeting.kind in _OF_BODY or meeting.kind in _NUMBERED_OF_BODY and meeting.ordinal:
        return meeting.held_by or meeting.body
    if meeting.kind in _CONFERENCES:
        return _of_conference(scene, meeting)
    own = meeting.kind in _CEREMONIES and any(words in meeting.label.lower() for words in _OWN)
    return meeting.body if own and len(meeting.bodies) == 1 else None


def _of_conference(scene: Scene, meeting: Meeting) -> Mention | None:
    """Whose a conference is: the body right behind its head, or behind the "của" that ends its name."""
    if not meeting.body:
        return None
    name = scene.recognition.writing.lower[meeting.start:meeting.end]
    if _conference().fullmatch(name[:meeting.body.start - meeting.start]):
        return meeting.body
    last = meeting.bodies[-1]
    before = name[:last.start - meeting.start]
    ends = last.end >= meeting.end and before.endswith("của ") and not _not_holders().search(before)
    return last if ends else None


@cache
def _conference() -> re.Pattern[str]:
    return re.compile(rf"(?:hội nghị|hội thảo|tọa đàm)\s+(?:{phrases('own_conference')}\s+){{0,2}}")


@cache
def _not_holders() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){phrases('not_holders')}")


def _fact(scene: Scene, event: Event, body: Known, start: int, end: int, rule: str) -> Fact:
    span = scene.span(start, end)
    return fact("organizer", (span,), rule, subject=scene.event(event), object=scene.bodies.entity(body))
