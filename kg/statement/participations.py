"""Who took part in which meeting, and how; who held it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.fact import Fact
from kg.recognition.layer import Mention
from kg.resolution.bodies import Known
from kg.resolution.meetings import Event
from kg.resolution.persons import Individual
from kg.rules import Match, matches, shipped
from kg.statement.scene import Scene, fact

STRENGTH = {"attendee": 0, "presenter": 1, "speaker": 2, "chair": 3}
_BY_BODY = ("Kỳ họp", "Phiên họp", "Đại hội", "Hội nghị")


class Participations:
    """The participations and organizers of one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.found: dict[tuple[int, int], tuple[str, Event, Individual | Known, list[Match]]] = {}
        self.held: dict[tuple[int, tuple[str, ...]], tuple[Event, Known, str, tuple[int, int]]] = {}

    def facts(self) -> Iterator[Fact]:
        for rule in shipped("meetings"):
            for match in matches(rule, self.scene.recognition.layer):
                if rule.states == "Participation":
                    self._participation(match)
                elif rule.states == "organizer":
                    self._organizer(match)
        self._by_name()
        yield from self._organizers()
        yield from self._participations()

    # ------------------------------------------------------------ which meeting

    def _meeting(self, match: Match) -> Event | None:
        """The meeting of a match: the one in its roles, in its sentence, or the last one named before."""
        scene = self.scene
        for mention in match.roles.get("at", ()):
            if mention.kind == "meeting":
                return scene.meetings.of(mention)
        offset = scene.recognition.layer.offset(match.start)
        sentence = scene.recognition.sentence_at(offset)
        start, end = scene.recognition.sentence_span(sentence)
        inside = [m for m in scene.recognition.of("meeting") if start <= m.start < end]
        if inside:
            return scene.meetings.of(inside[0])
        if match.rule.options.get("named"):
            return None
        before = [m for m in scene.recognition.of("meeting") if m.start < start]
        return scene.meetings.of(before[-1]) if before else scene.meetings.main

    # ------------------------------------------------------------ taking part

    def _participation(self, match: Match) -> None:
        event = self._meeting(match)
        if event is None:
            return
        for mention in match.roles.get("who", ()):
            for agent in self.scene.agents(mention):
                if isinstance(agent, Individual) or match.rule.options.get("bodies"):
                    self._take(event, agent, str(match.rule.options["as"]), match)

    def _take(self, event: Event, agent: Individual | Known, role: str, match: Match) -> None:
        index = (id(event), id(agent))
        before = self.found.get(index)
        if before is None:
            self.found[index] = (role, event, agent, [match])
        else:
            stronger = max(before[0], role, key=lambda name: STRENGTH[name])
            first = [match, *before[3]] if stronger != before[0] else [*before[3], match]
            self.found[index] = (stronger, event, agent, first)

    def _participations(self) -> Iterator[Fact]:
        for role, event, agent, found in self.found.values():
            if isinstance(agent, Known) and (id(event), agent.key) in self.held:
                continue
            spans = [span for match in found for span in self._passage(match, agent)]
            yield fact("Participation", spans, found[0].rule.name, meeting=self.scene.event(event), participant=self.scene.value(agent),
                       role=role)

    def _passage(self, match: Match, agent: Individual | Known) -> Iterator:
        yield from self.scene.passage(match.start, match.end)

    # ------------------------------------------------------------ holding

    def _organizer(self, match: Match) -> None:
        event = self._meeting(match)
        for mention in match.roles.get("by", ()) if event else ():
            for agent in self.scene.agents(mention):
                if isinstance(agent, Known) and event:
                    span = self.scene.passage(match.start, match.end)[0]
                    self.held.setdefault((id(event), agent.key), (event, agent, match.rule.name, (span.start, span.end)))

    def _by_name(self) -> None:
        """A session or a congress is held by the body that it is of."""
        for mention in self.scene.recognition.of("meeting"):
            meeting = mention.parts["meeting"]
            event = self.scene.meetings.of(mention)
            body: Mention | None = meeting.body
            if body and meeting.kind in _BY_BODY and (meeting.ordinal or meeting.kind in ("Phiên họp", "Kỳ họp", "Đại hội")) and (known := self.scene.body(body)):
                if any(index == id(event) for index, _ in self.held):
                    continue
                self.held[(id(event), known.key)] = (event, known, "meeting.of-body", (mention.start, mention.end))

    def _organizers(self) -> Iterator[Fact]:
        for event, known, rule, (start, end) in self.held.values():
            span = self.scene.span(start, end) if rule == "meeting.of-body" else None
            from kg.article import Span

            yield fact("organizer", (span or Span(start, end),), rule, subject=self.scene.event(event), object=self.scene.bodies.entity(known))
