"""Awards of one article: each conferral that its clauses tell, told once however often the article repeats it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.article import Span
from kg.fact import Entity, Fact, Value
from kg.recognition.awards import is_calling
from kg.recognition.layer import MASK, STOP, Layer, Mention
from kg.recognition.offices import Office
from kg.recognition.recognition import Sentence
from kg.resolution.bodies import Known
from kg.resolution.persons import Individual
from kg.statement.clause_frames import Frame
from kg.statement.clauses import Clauses, Conferral
from kg.statement.conferrals import Agent, Conferrals, Item
from kg.statement.recipients import Recipients
from kg.statement.scene import VERSION, Scene, role_name
from kg.vi.lexicon import table
from kg.vi.writing import fold

_SEEN = frozenset(("body", "office", "person", "document", "group", "award", "date"))
_REASON = re.compile(
    rf"(?:vì|do)?\s*(?:đã\s+)?((?:có (?:nhiều )?(?:thành tích|đóng góp|công lao|hành động)|có công|"
    rf"hoàn thành|đạt tiêu chuẩn|đạt thành tích)"
    rf"(?:[^{STOP}\n;{MASK['group']}{MASK['person']}]|(?<=cứu )[{MASK['group']}{MASK['person']}])*)"
)
# What follows a reason in a caption or a decision's own words.
_CREDIT = re.compile(r"\s*[-–(,]?\s*(?:Ảnh|ẢNH|Nguồn|Clip)\b|,?\s+theo (?:Quyết định|quyết định)\b")
_DATED = re.compile(r"(?:\s+\d+ năm liền)?\s*\(?\s*(?:trong\s+)?(?:năm\s+)?(?:19|20)\d\d")
_PERIOD = re.compile(r"(?:giai đoạn|năm|\()\s*((?:19|20)\d\d)\s*(?:-\s*((?:19|20)\d\d))?")
_HERE = re.compile(r"(?<![^\W_])(?:dịp này|nhân dịp|tại (?:hội nghị|buổi lễ|lễ|đại hội|chương trình|buổi))(?![^\W_])")


class Awards:
    """The conferrals of one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        writing = scene.recognition.writing
        self.layer = Layer(
            writing,
            [m for m in scene.recognition.mentions if m.kind in _SEEN and not is_calling(m)],
            scene.recognition.layer.stops,
        )
        self.recipients, self.told = Recipients(scene, self.layer), Conferrals(scene)
        self._meeting: Entity | None = None

    def facts(self) -> Iterator[Fact]:
        heading: Frame | None = None
        for sentence in self.scene.recognition.sentences:
            start, end = self.scene.recognition.sentence_span(sentence)
            found, lead = self._read(start, end, heading)
            heading = lead or (heading if found or not self._printed(start, end) else None)
            meeting = self._meeting_at(sentence, start, end, bool(found))
            for conferral in found:
                if conferral.withheld:
                    self.told.withheld.update(name for m in conferral.awards for name in m.parts["types"])
                else:
                    self._add(conferral, meeting)
        yield from self._stated()

    def _read(self, start: int, end: int, heading: Frame | None) -> tuple[list[Conferral], Frame | None]:
        """The conferrals of a sentence, and what it says of the list that it leads to: of most sentences nothing."""
        if not (self.scene.recognition.within("award", start, end) or ":" in self._printed(start, end)):
            return [], None
        clauses = Clauses(self.layer, self.layer.place(start), self._place_of_end(start, end), heading)
        return clauses.read(), clauses.frame_of_heading()

    def _printed(self, start: int, end: int) -> str:
        return self.scene.recognition.writing.lower[start:end].strip()

    def _place_of_end(self, start: int, end: int) -> int:
        return self.layer.place(end - 1) + 1 if end > start else self.layer.place(start)

    # ------------------------------------------------------------ one conferral

    def _add(self, conferral: Conferral, meeting: Entity | None) -> None:
        receivers = list(self.recipients.of(conferral))
        givers, presenters = self._agents(conferral.givers), self._agents(conferral.presenters)
        if not givers and conferral.givers and all(isinstance(one, Known) for one in presenters):
            givers, presenters = presenters, []  # "UBND tỉnh tặng Bằng khen của Chủ tịch tỉnh"
        given_by = {self.scene.value(one).key for one in givers}
        receivers = [one for one in receivers if one.key not in given_by]
        span = self._span(conferral)
        tail = self.scene.recognition.writing.lower[
            self.layer.offset(conferral.end) : self.layer.offset(max(conferral.end, conferral.tail))
        ]
        years = _PERIOD.search(tail)
        dated = bool(_DATED.match(self.scene.recognition.writing.lower, conferral.awards[-1].end))
        for name in _types(conferral, receivers):
            hands = presenters
            kept = [one for one in givers if not self._only_hands_over(name, one)]
            if len(kept) < len(givers):
                hands = [*presenters, *(one for one in givers if one not in kept)]
            for receiver in receivers:
                rest = self._reason(conferral), _years(years), dated, meeting, bool(conferral.givers)
                self.told.add(Item(name, receiver, kept, hands, [span], *rest))

    def _agents(self, mentions: Iterable[Mention]) -> list[Agent]:
        found: list[Agent] = []
        for mention in mentions:
            if mention.kind == "document":
                issuers = [m for text in self.scene.documents.of(mention) for m in text.issuers]
                found += [one for one in self._agents(issuers) if one not in found]
                continue
            agents = self.scene.agents(mention, posts=True)
            found += [one for one in agents if one not in found and not _is_vague(one)]
        return found

    def _only_hands_over(self, name: str, agent: Agent) -> bool:
        """An order of the State is given by its head: another officer who hands it over is not who gives it."""
        said = table("awards")["state"]
        if not name.startswith(tuple(said["awards"])):
            return False
        roles = (
            [role_name(agent)]
            if isinstance(agent, Office)
            else self._roles(agent)
            if isinstance(agent, Individual)
            else []
        )
        return bool(roles) and not any(fold(role).startswith(fold(head)) for role in roles for head in said["heads"])

    @staticmethod
    def _roles(person: Individual) -> list[str]:
        return [role_name(office) for m in person.mentions for office in m.parts["person"].offices]

    def _span(self, conferral: Conferral) -> Span:
        mentions = conferral.mentions()
        verb = [self.layer.offset(conferral.start)]
        first, last = self.layer.offset(conferral.start), self.layer.offset(conferral.end - 1) + 1
        near = [m for m in mentions if first - 600 < m.start < last + 600]
        return self.scene.span(min([*verb, *(m.start for m in near)]), max([*(m.end for m in near), first]))

    def _reason(self, conferral: Conferral) -> str:
        found = _REASON.search(self.layer.lower, conferral.end, max(conferral.end, conferral.tail))
        if not found:
            return ""
        end = (
            self.layer.at[found.end(1) - 1].end
            if found.end(1) - 1 in self.layer.at
            else self.layer.offset(found.end(1) - 1) + 1
        )
        printed = self.layer.writing.text[self.layer.offset(found.start(1)) : end]
        return " ".join(_CREDIT.split(printed)[0].split()).strip(" ,.-")

    def _meeting_at(self, sentence: Sentence, start: int, end: int, awarded: bool) -> Entity | None:
        """The meeting at which a sentence's awards were given: one that it names or points to, or the one before."""
        known = [m for m in self.scene.recognition.of("meeting") if m.start < end]
        if known and (known[-1].start >= start or _HERE.search(self.layer.writing.lower, start, end)):
            self._meeting = self.scene.event(self.scene.meetings.of(known[-1]))
        elif not awarded:
            self._meeting = None
        return self._meeting

    def _stated(self) -> Iterator[Fact]:
        for group in self.told.acts():
            first = group[0]
            roles: dict[str, Value] = {
                "awarders": tuple(self._entities(first.givers)),
                "recipients": tuple(one.receiver for one in group),
            }
            if first.reason:
                roles["reason"] = first.reason
            if first.years:
                roles["periodStart"], roles["periodEnd"] = first.years
            if first.presenters:
                roles["presentedBy"] = tuple(self._entities(first.presenters))
            if first.meeting:
                roles["presentedAt"] = first.meeting
            roles["type"] = first.type[:1].upper() + first.type[1:]
            spans = tuple(sorted({span for one in group for span in one.spans}))
            yield Fact(
                "Award", {name: value for name, value in roles.items() if value}, spans, f"award.conferred@{VERSION}"
            )

    def _entities(self, agents: Iterable[Agent]) -> Iterator[Entity]:
        found = {entity.key: entity for entity in map(self.scene.value, agents)}
        yield from found.values()


def _types(conferral: Conferral, receivers: list[Entity]) -> list[str]:
    """The awards of one conferral; "cờ, bằng khen" to groups is one, since nobody is told which."""
    names = list(dict.fromkeys(name for m in conferral.awards for name in m.parts["types"]))
    if sorted(map(fold, names)) == ["bằng khen", "cờ"] and all(one.kind == "RecipientGroup" for one in receivers):
        return ["Cờ, Bằng khen"]
    return names


def _is_vague(agent: Agent) -> bool:
    """An office that may be anybody's: "Bằng khen của Chủ tịch"."""
    return isinstance(agent, Office) and not (
        agent.body or agent.place and agent.place.name or agent.category == "absolute"
    )


def _years(match: re.Match[str] | None) -> tuple[int, int] | None:
    return (int(match[1]), int(match[2] or match[1])) if match else None
