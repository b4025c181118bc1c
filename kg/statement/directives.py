"""Who carries out, announces, discusses or issues documents, by the rules of `kg/vi/directives.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.article import Span
from kg.fact import Entity, Fact
from kg.recognition.awards import is_calling
from kg.recognition.layer import MASK, Mention
from kg.recognition.offices import Office
from kg.recognition.recognition import Sentence
from kg.resolution.documents import Text
from kg.resolution.events import Event
from kg.rules import Match, Rule, matches
from kg.statement.documents import Papers
from kg.statement.occasions import Occasions
from kg.statement.scene import Scene, fact, role_name
from kg.statement.subjects import subjects
from kg.vi.lexicon import alternation, table

# A document between a body and what it does is what the body issued: "ban hành Kết luận 120 về ... thực hiện ...".
_ISSUED = re.compile(rf"(?:ban hành|thông qua|có|ra)\s+{MASK['document']}")
_GATHERED = ("announces", "discusses")  # what is done at a meeting


def _offices(mention: Mention) -> tuple[Office, ...]:
    """The offices that a mention of a person or an office prints."""
    return (mention.parts["office"],) if mention.kind == "office" else tuple(mention.parts["person"].offices)


@cache
def _about(states: str) -> re.Pattern[str]:
    """The words that stand before a document in the name of a meeting which announces or discusses it."""
    words = table("directives")["words"]
    return re.compile(rf"(?<![^\W_]){alternation(words[states])}(?:\s+{alternation(words['it'])}){{0,2}}\s+$")


class Directives:
    """What the sentences of one article say that is done with its documents."""

    def __init__(self, scene: Scene, papers: Papers) -> None:
        self.scene, self.papers, self.occasions = scene, papers, Occasions(scene)
        self._issued: dict[int, str] = {}  # the first rule that says who issued a document

    def facts(self) -> Iterator[Fact]:
        for rule in self.scene.rules("directives"):
            for match in matches(rule, self.scene.recognition.layer):
                texts = list(self._texts(match))
                acting, passage = list(self._agents(match)), self._passage(match)
                for text, agent in ((text, agent) for text in texts for agent in acting):
                    yield from self._ruled(rule, text, agent, passage)
                if rule.states == "signedBy":
                    yield from self._signed(rule, texts, match.roles["by"], passage)
        yield from self._named_by_meetings()
        yield from self.papers.by_letterhead(self._issued)

    def _texts(self, match: Match) -> Iterator[Text]:
        """The documents of a match, of the rule's `kinds` where it is one about issuers."""
        kinds = match.rule.options.get("kinds") if match.rule.states == "issuedBy" else None
        for mention in match.roles.get("what", ()):
            yield from (text for text in self.scene.documents.of(mention) if not kinds or text.type in kinds)

    def _agents(self, match: Match) -> Iterator[Entity]:
        """Who does what a rule states: for what is done at a meeting the meeting, where the text tells of one."""
        acting = self._acting(match)
        if match.rule.states in _GATHERED:
            if self._to_come(match):
                return
            if event := self._event(match, acting):
                yield self.scene.event(event)
                return
        for mention in acting:
            if mention.kind == "meeting":
                yield from self._meeting_bodies(mention)
            elif not is_calling(mention):
                posts = match.rule.states == "signedBy" and bool(self._headed(mention))
                issues = match.rule.states == "issuedBy"
                agents = self.scene.agents(mention, posts=posts)
                yield from self.papers.issuing(mention) if issues else map(self.scene.value, agents)

    def _meeting_bodies(self, meeting: Mention) -> Iterator[Entity]:
        """The body whose session a meeting is, as its name says: "Kỳ họp thứ 7 HĐND tỉnh"."""
        bodies = list(self.scene.recognition.within("body", meeting.start, meeting.end))
        if len(bodies) == 1:
            yield from map(self.scene.value, self.scene.agents(bodies[0]))

    def _event(self, match: Match, acting: tuple[Mention, ...]) -> Event | None:
        """The meeting at which it is done: one that the sentence names, else the article's, unless a body does it."""
        event = self.occasions.of(match)
        start, end = self.scene.recognition.sentence_span(self._sentence(match))
        here = self.scene.recognition.within("meeting", start, end)
        return event if here or not acting and event is self.scene.meetings.main else None

    def _sentence(self, match: Match) -> Sentence:
        return self.scene.recognition.sentence_at(self.scene.recognition.layer.offset(match.start))

    def _to_come(self, match: Match) -> bool:
        """Whether the sentence before a match holds what its rule excludes: "sẽ nghe và thảo luận ..."."""
        layer, without = self.scene.recognition.layer, match.rule.without
        return bool(without and without.compiled.search(layer.lower, self._sentence(match).start, match.start))

    def _acting(self, match: Match) -> tuple[Mention, ...]:
        """Who acts in a match: whom the rule says, or where it has no {by:...} whom the clause is about."""
        if match.rule.takes("by"):
            return match.roles.get("by", ())
        layer, without = self.scene.recognition.layer, match.rule.without
        acting = subjects(self.scene.recognition, match.start)
        first = min((layer.place(m.start) for m in acting), default=match.start)
        said = layer.lower[first : match.start]
        return () if _ISSUED.search(said) or without and without.compiled.search(said) else acting

    def _passage(self, match: Match) -> tuple[Span, ...]:
        if match.rule.takes("by"):
            return self.scene.passage(match.start, match.end)
        return self.scene.sentence_span(match.roles["what"][0])

    def _ruled(self, rule: Rule, text: Text, agent: Entity, passage: tuple[Span, ...]) -> Iterator[Fact]:
        """What a rule says of an agent and a document; an issuer only where the document names none itself, and no
        carrying out by the issuer, who has others do it."""
        document, issuers = self.papers.entity(text), self.papers.issuers(text)
        if rule.states == "signedBy":
            yield fact(rule.states, passage, rule.name, subject=document, object=agent)
        elif rule.states == "issuedBy":
            if not issuers and self._issued.setdefault(id(text), rule.name) == rule.name:
                yield fact(rule.states, passage, rule.name, subject=document, object=agent)
        elif rule.states != "implements" or agent.key not in [issuer.key for issuer in issuers]:
            yield fact(rule.states, passage, rule.name, subject=agent, object=document)

    def _signed(
        self, rule: Rule, texts: list[Text], signers: tuple[Mention, ...], passage: tuple[Span, ...]
    ) -> Iterator[Fact]:
        """Who issued what the head of a body signs: that body, or his office where it has none ("Thủ tướng")."""
        issuers = {entity.key: entity for mention in signers for entity in self._headed(mention)}
        if len(issuers) != 1:
            return
        for text in texts:
            if not self.papers.issuers(text) and self._issued.setdefault(id(text), rule.name) == rule.name:
                document, issuer = self.papers.entity(text), *issuers.values()
                yield fact("issuedBy", passage, rule.name, subject=document, object=issuer)

    def _headed(self, signer: Mention) -> list[Entity]:
        """The bodies whose head or deputy head a signer is said to be, or an office that issues by itself."""
        listed = table("directives")["words"]
        found = []
        for office in (one for one in _offices(signer) if not one.former):
            known = self.scene.bodies.know(office.body) if office.body else None
            if known and role_name(office).startswith(tuple(listed["heads"])):
                found.append(self.scene.bodies.entity(known))
            elif role_name(office) in listed["alone"]:
                found.append(self.scene.post(office))
        return found

    def _named_by_meetings(self) -> Iterator[Fact]:
        """ "Hội nghị công bố Quyết định ...": the document stands in the meeting's own name."""
        recognition = self.scene.recognition
        for meeting in recognition.of("meeting"):
            if self.scene.meetings.only_mentioned(meeting):
                continue
            for mention in recognition.within("document", meeting.start, meeting.end):
                before = recognition.writing.lower[meeting.start : mention.start]
                for states in (one for one in _GATHERED if _about(one).search(before)):
                    event = self.scene.event(self.scene.meetings.of(meeting))
                    for text in self.scene.documents.of(mention):
                        span = (self.scene.span(meeting.start, max(meeting.end, mention.end)),)
                        yield fact(states, span, f"meeting.{states}", subject=event, object=self.papers.entity(text))
