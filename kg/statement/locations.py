"""Where a meeting was held: "tại thành phố Pleiku, Tỉnh ủy tổ chức hội nghị", "hội nghị diễn ra tại trụ sở UBND tỉnh".

A location is a place that the text names, or the body whose house it is (`schema:location`). It is read where the
sentence that tells of the meeting opens with it, or right behind the meeting's name; a place named elsewhere may be
what the meeting is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.fact import Entity, Fact
from kg.recognition.layer import Mention
from kg.recognition.meeting_names import phrases
from kg.recognition.territories import territory
from kg.resolution.events import Event
from kg.statement.bodies import place
from kg.statement.scene import Scene, fact

_REACH = 60  # characters between a meeting's name and its place, and between the start of a sentence and its place
_VENUE = 70  # characters of a hall's or a hotel's name before the place that it is in
_HALL = re.compile(r"[^.;:()\n]{3,70}?,\s+$")
_NO_HALL = ("body", "meeting", "person", "document")  # what is not in the name of a hall
_DIRECT = ("Lễ", "Đại hội", "Gặp mặt", "Cuộc gặp", "Hội đàm", "Tiếp xúc cử tri", "Mít tinh", "Họp báo", "Kỳ họp")


@cache
def _at() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:tại|ở)\s+(?:(?:{phrases('houses')})\s+)?")


@cache
def _lead() -> re.Pattern[str]:
    """What stands before the place that opens a sentence: times of day and dates."""
    return re.compile(rf"(?:{phrases('times')}|[\d/.,()h-]|\s)*")


@cache
def _held_at() -> re.Pattern[str]:
    """What stands between a meeting's name and its place: that it was held, and when."""
    return re.compile(rf"(?:{phrases('took_place')}|{phrases('times')}|[\d/.,()h-]|\s)*")


def locations(scene: Scene) -> Iterator[Fact]:
    """The location of each meeting that was held, where its sentences say it first."""
    located: set[int] = set()
    for mention in scene.recognition.of("meeting"):
        event = scene.meetings.of(mention)
        told = (event.told or event.held) and not event.aside and not scene.meetings.only_mentioned(mention)
        if id(event) in located or not told:
            continue
        for where in _near(scene, mention):
            located.add(id(event))
            yield _fact(scene, event, where, mention)
            break


def _near(scene: Scene, mention: Mention) -> Iterator[Mention]:
    """Places and houses that a mention's sentence gives its meeting."""
    start, end = scene.recognition.sentence_span(scene.recognition.sentence_at(mention.start))
    first = scene.recognition.within("meeting", start, end)[0] is mention
    if first and (opened := _opening(scene, start, mention.start)):
        yield opened
    if behind := _behind(scene, mention, end):
        yield behind


def _opening(scene: Scene, start: int, end: int) -> Mention | None:
    """The place with which a sentence opens: "Ngày 3/6, tại Pleiku, ..."."""
    lower = scene.recognition.writing.lower
    lead = _lead().match(lower, start, min(end, start + _REACH))
    at = _at().match(lower, lead.end(), end) if lead else None
    return _named(scene, at.end(), end) if at else None


def _behind(scene: Scene, mention: Mention, end: int) -> Mention | None:
    """The place behind a meeting's name: "hội nghị diễn ra tại Pleiku"; with no word between it may be its topic."""
    lower = scene.recognition.writing.lower
    between = _held_at().match(lower, mention.end, min(end, mention.end + _REACH))
    at = _at().match(lower, between.end(), end) if between else None
    if not between or not at or not (between.group().strip(" ,") or mention.parts["meeting"].kind.startswith(_DIRECT)):
        return None
    return _named(scene, at.end(), end)


def _named(scene: Scene, start: int, end: int) -> Mention | None:
    """The place or the body that is named at an offset, or the place behind a hall there and a comma."""
    recognition = scene.recognition
    here = [m for kind in ("place", "body") for m in recognition.within(kind, start, start + 1)]
    if here:
        return here[0] if _is_location(scene, here[0]) else None
    for found in recognition.within("place", start, min(end, start + _VENUE)):
        hall = _HALL.fullmatch(recognition.writing.lower, start, found.start)
        if hall and not any(recognition.within(kind, start, found.start) for kind in _NO_HALL):
            return found if _is_location(scene, found) else None
    return None


def _is_location(scene: Scene, mention: Mention) -> bool:
    """A place with a name of its own, or a body that has a house."""
    if mention.kind == "place":
        return bool(mention.parts["territory"].name)
    known = scene.body(mention)
    return known is not None and not known.body.bare


def _fact(scene: Scene, event: Event, where: Mention, mention: Mention) -> Fact:
    span = scene.span(min(where.start, mention.start), max(where.end, mention.end))
    return fact("location", (span,), "meeting.at-place", subject=scene.event(event), object=_entity(scene, where))


def _entity(scene: Scene, where: Mention) -> Entity:
    if where.kind == "body":
        known = scene.body(where)
        assert known is not None  # by _is_location
        return scene.bodies.entity(known)
    whole = territory(scene.recognition.writing.text, where.start)  # "xã Ia Ko, huyện Chư Sê"
    return place(whole or where.parts["territory"], (scene.span(where.start, where.end),))
