"""Who took part in which meeting, and how; who held it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from kg.article import Span
from kg.fact import Fact
from kg.recognition.layer import Mention
from kg.recognition.offices import Office
from kg.recognition.meeting_names import listed, phrases
from kg.recognition.meetings import Meeting
from kg.recognition.recognition import Sentence
from kg.resolution.bodies import Known
from kg.resolution.meetings import Event
from kg.resolution.persons import Individual
from kg.rules import Match, matches
from kg.statement.scene import Scene, fact

STRENGTH = {"attendee": 0, "presenter": 1, "speaker": 2, "chair": 3}
_HELD_BY_NAME = ("Kỳ họp", "Phiên họp", "Đại hội", "Họp báo", "Cuộc họp")  # a meeting of these kinds is held by the body that it is of
_HELD_BY_ORDINAL = ("Hội nghị",)  # ... of this kind, where it is numbered
_HELD_BY_OWNER = ("Lễ kỷ niệm", "Lễ trao", "Lễ")  # a ceremony of a body's own ...
_OWN_CEREMONY = ("kỷ niệm", "đón nhận")  # ... founding or award
_TELLING = 4  # more words than this in a name say which meeting it is
_BEHIND = 60  # characters within which a meeting behind a verb is what the verb is about


@lru_cache(maxsize=1)
def _elsewhere() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){phrases('elsewhere')}")


@dataclass(slots=True)
class Part:
    """What one participant did in one meeting: the strongest role, its rule, and all passages and mentions."""

    event: Event
    agent: Individual | Known
    role: str
    rule: str
    spans: list[Span] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)


class Participations:
    """The participations and organizers of one article; `offices`: the memberships that it states."""

    def __init__(self, scene: Scene, offices: Iterable[Fact] = ()) -> None:
        self.scene = scene
        self.offices = [one for one in offices if one.term == "Membership"]
        self.parts: dict[tuple[int, int], Part] = {}
        self.held: dict[tuple[int, tuple[str, ...]], tuple[Event, Known, str, Span]] = {}

    def facts(self) -> Iterator[Fact]:
        for rule in self.scene.rules("meetings"):
            for match in matches(rule, self.scene.recognition.layer):
                if rule.states == "organizer":
                    self._organizer(match)
                elif event := self._meeting(match):
                    self._participation(match, event)
        self._by_name()
        yield from self._organizers()
        yield from self._participations()

    def worth_telling(self, event: Event) -> bool:
        """Whether a meeting is an entity of the graph: some fact tells of it, or its name says which one it is."""
        if id(event) in self._of_facts():
            return True
        return not event.bare and not event.aside and (
            event.reported or bool(event.ordinal or event.session or event.start) or len(event.label.split()) > _TELLING)

    def _of_facts(self) -> set[int]:
        return {id(part.event) for part in self.parts.values()} | {event for event, _ in self.held}

    # ------------------------------------------------------------ which meeting

    def _meeting(self, match: Match) -> Event | None:
        """The meeting of a match: the one in its roles, else in its sentence, else the one that the text is telling of."""
        scene = self.scene
        named = [m for m in match.roles.get("at", ()) if m.kind == "meeting"]
        if named:
            return self._told(named[0])
        sentence = scene.recognition.sentence_at(scene.recognition.layer.offset(match.start))
        inside = self._inside(sentence)
        told = [m for m in inside if not scene.meetings.only_mentioned(m)]
        if (nearest := self._nearest(match, told)) is not None:
            return self._told(nearest)
        if match.rule.options.get("named") or match.rule.options.get("told") and inside or self._elsewhere(sentence):
            return None
        return self._current(sentence)

    def _elsewhere(self, sentence: Sentence) -> bool:
        """Whether a sentence says that it was said elsewhere: to the press, on the phone, before."""
        layer = self.scene.recognition.layer
        return bool(_elsewhere().search(layer.lower, sentence.start, sentence.end))

    def _nearest(self, match: Match, told: list[Mention]) -> Mention | None:
        """The meeting that a match speaks of among those of its sentence: inside it, before it, or just behind it."""
        layer = self.scene.recognition.layer
        start, end = layer.offset(match.start), layer.offset(match.end)
        inside = [m for m in told if start <= m.start < end]
        before = [m for m in told if m.start < start]
        behind = [m for m in told if m.start >= end and self._tied(end, m.start)] if not match.rule.options.get("told") else []
        return next((found[at] for found, at in ((inside, -1), (before, -1), (behind, 0)) if found), None)

    def _tied(self, start: int, end: int) -> bool:
        """Whether nothing stands between a verb and a meeting that parts them."""
        return end - start < _BEHIND and not set(",;:") & set(self.scene.text(start, end))

    def _told(self, mention: Mention) -> Event | None:
        event = self.scene.meetings.of(mention)
        return None if self.scene.meetings.only_mentioned(mention) or event.aside else event

    def _inside(self, sentence: Sentence) -> list[Mention]:
        start, end = self.scene.recognition.sentence_span(sentence)
        return [m for m in self.scene.recognition.of("meeting") if start <= m.start < end]

    def _current(self, sentence: Sentence) -> Event | None:
        """The meeting that the text before a sentence is telling of, unless nobody is taken to be there without words."""
        event = self.scene.meetings.current(self.scene.recognition.sentence_span(sentence)[0])
        return None if event and event.kind in listed("explicit") else event

    # ------------------------------------------------------------ taking part

    def _participation(self, match: Match, event: Event) -> None:
        for mention in self._who(match):
            for agent in self.scene.agents(mention):
                if isinstance(agent, Individual) or (isinstance(agent, Known) and match.rule.options.get("bodies")):
                    self._take(event, agent, match, mention)

    def _who(self, match: Match) -> tuple[Mention, ...]:
        """The mentions of those who take part: with the rule's `list`, all persons to the end of the sentence."""
        who = match.roles.get("who", ())
        if match.rule.options.get("list") and who:
            layer = self.scene.recognition.layer
            sentence = self.scene.recognition.sentence_at(who[0].start)
            return tuple(m for m in layer.inside(layer.place(who[0].start), sentence.end) if m.kind in ("person", "office"))
        return who

    def _take(self, event: Event, agent: Individual | Known, match: Match, mention: Mention) -> None:
        role = str(match.rule.options["as"])
        part = self.parts.setdefault((id(event), id(agent)), Part(event, agent, role, match.rule.name))
        if STRENGTH[role] > STRENGTH[part.role]:
            part.role, part.rule = role, match.rule.name
        part.spans += self.scene.passage(match.start, match.end)
        part.mentions.append(mention)

    def _participations(self) -> Iterator[Fact]:
        for part in self.parts.values():
            if isinstance(part.agent, Known) and (id(part.event), part.agent.key) in self.held:
                continue
            yield fact("Participation", part.spans, part.rule, meeting=self.scene.event(part.event),
                       participant=self.scene.value(part.agent), role=part.role, capacity=self._capacity(part))

    def _capacity(self, part: Part) -> tuple[Fact, ...]:
        """The offices that stand beside the participant's name where it is said to take part."""
        if isinstance(part.agent, Known):
            return ()
        member = self.scene.persons.entity(part.agent)
        beside = [self.scene.span(m.start, m.end) for m in part.mentions]
        return tuple(one for one in self.offices if one.roles["member"] == member and not one.roles.get("former")
                     and any(span.start < near.end and near.start < span.end for span in one.spans for near in beside))

    # ------------------------------------------------------------ holding

    def _organizer(self, match: Match) -> None:
        kinds = match.rule.options.get("kinds")
        events = [self.scene.meetings.of(mention) for mention in match.roles["at"]]
        bodies = [self._body(mention) for mention in (*match.roles["by"], *match.roles.get("with", ()))]
        for event in (one for one in events if not kinds or one.kind in kinds):
            for body in (one for one in bodies if one):
                self._hold(event, body, match.rule.name, self.scene.passage(match.start, match.end)[0])

    def _body(self, mention: Mention) -> Known | None:
        """A body, or the body of an office: "lãnh đạo UBND huyện tổ chức"."""
        if mention.kind == "body":
            return self.scene.body(mention)
        office: Office = mention.parts["office"]
        return self.scene.bodies.know(office.body) if office.body else None

    def _hold(self, event: Event, body: Known, rule: str, span: Span) -> None:
        self.held.setdefault((id(event), body.key), (event, body, rule, span))

    def _by_name(self) -> None:
        """A session or a congress is held by the body that it is of, if no sentence names another."""
        held = {event for event, _ in self.held}
        for mention in self.scene.recognition.of("meeting"):
            event, owner = self.scene.meetings.of(mention), _owner(mention.parts["meeting"])
            if not (event.held or event.ordinal or event.session):
                continue
            if owner and id(event) not in held and (known := self.scene.body(owner)):
                held.add(id(event))
                self._hold(event, known, "meeting.of-body", self.scene.span(mention.start, mention.end))

    def _organizers(self) -> Iterator[Fact]:
        for event, known, rule, span in self.held.values():
            yield fact("organizer", (span,), rule, subject=self.scene.event(event), object=self.scene.bodies.entity(known))


def _owner(meeting: Meeting) -> Mention | None:
    """The body whose meeting the words say that it is."""
    if meeting.held_by or meeting.kind in _HELD_BY_NAME or meeting.kind in _HELD_BY_ORDINAL and meeting.ordinal:
        return meeting.held_by or meeting.body
    of_its_own = any(words in meeting.label.lower() for words in _OWN_CEREMONY)
    return meeting.body if of_its_own and meeting.kind in _HELD_BY_OWNER and len(meeting.bodies) == 1 else None
