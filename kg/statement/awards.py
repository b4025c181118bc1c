"""Awards of one article: each conferral that its clauses tell, told once however often the article repeats it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.article import Span
from kg.fact import Entity, Fact, Value
from kg.recognition.awards import is_calling
from kg.recognition.layer import MASK, STOP, Layer, Mention
from kg.recognition.offices import Office
from kg.recognition.recognition import Sentence
from kg.resolution.bodies import Known
from kg.resolution.events import Event
from kg.resolution.persons import Individual
from kg.statement.clause_frames import Frame
from kg.statement.clauses import Clauses, Conferral
from kg.statement.scene import VERSION, Scene, role_name
from kg.vi.lexicon import spelt_out, table
from kg.vi.writing import fold

_SEEN = frozenset(("body", "office", "person", "document", "group", "award", "date"))
_REASON = re.compile(
    rf"(?:vì|do)?\s*(?:đã\s+)?((?:có (?:nhiều )?(?:thành tích|đóng góp|công lao|hành động)|có công|"
    rf"hoàn thành|đạt tiêu chuẩn|đạt thành tích)[^{STOP}\n;{MASK['group']}{MASK['person']}]*)"
)
# What follows a reason in a caption or a decision's own words.
_CREDIT = re.compile(r"\s*[-–(,]?\s*(?:Ảnh|ẢNH|Nguồn|Clip)\b|,?\s+theo (?:Quyết định|quyết định)\b")
_DATED = re.compile(r"(?:\s+\d+ năm liền)?\s*\(?\s*(?:trong\s+)?(?:năm\s+)?(?:19|20)\d\d")
_PERIOD = re.compile(r"(?:giai đoạn|năm|\()\s*((?:19|20)\d\d)\s*(?:-\s*((?:19|20)\d\d))?")
_HERE = re.compile(r"(?<![^\W_])(?:dịp này|nhân dịp|tại (?:hội nghị|buổi lễ|lễ|đại hội|chương trình|buổi))(?![^\W_])")
_LISTED = re.compile(r"[^\n]*:\s*$")

Agent = Individual | Known | Office


@dataclass(slots=True)
class _Item:
    """One award to one receiver."""

    type: str
    receiver: Entity
    givers: list[Agent] = field(default_factory=list)
    presenters: list[Agent] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    reason: str = ""
    years: tuple[int, int] | None = None
    dated: bool = False  # its year stands right behind the award
    meeting: Entity | None = None

    @property
    def count(self) -> object:
        return self.receiver.values.get("memberCount")

    @property
    def vague(self) -> bool:
        """A group without a number."""
        return self.receiver.kind == "RecipientGroup" and self.count is None


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
        self.items: list[_Item] = []
        self._meeting: Entity | None = None
        self._withheld: set[str] = set()  # proposed, planned or revoked somewhere in the article

    def facts(self) -> Iterator[Fact]:
        heading: Frame | None = None
        for sentence in self.scene.recognition.sentences:
            start, end = self.scene.recognition.sentence_span(sentence)
            found, lead = self._read(start, end, heading)
            heading = lead or (heading if found or not self._printed(start, end) else None)
            meeting = self._meeting_at(sentence, start, end, bool(found))
            for conferral in found:
                if conferral.withheld:
                    self._withheld.update(name for m in conferral.awards for name in m.parts["types"])
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
        receivers = list(self._receivers(conferral))
        givers, presenters = self._agents(conferral.givers), self._agents(conferral.presenters)
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
                told = self._reason(conferral), _years(years), dated, meeting
                self._merge(_Item(name, receiver, kept, hands, [span], *told))

    def _agents(self, mentions: Iterable[Mention]) -> list[Agent]:
        found: list[Agent] = []
        for mention in mentions:
            if mention.kind == "document":
                issuers = [m for text in self.scene.documents.of(mention) for m in text.issuers]
                found += [one for one in self._agents(issuers) if one not in found]
                continue
            found += [one for one in self.scene.agents(mention, posts=True) if one not in found]
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
        return [role_name(office) for m in person.mentions for office in m.parts["person"].offices if not office.former]

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

    # ------------------------------------------------------------ receivers

    def _receivers(self, conferral: Conferral) -> Iterator[Entity]:
        seen = set()
        for entity in self._named(conferral):
            if entity.key not in seen:
                seen.add(entity.key)
                yield entity

    def _named(self, conferral: Conferral) -> Iterator[Entity]:
        for mention in conferral.receivers:
            if mention.kind == "group":
                yield from self._groups(mention)
            elif mention.kind != "office" or not mention.parts["office"].plural:
                yield from (self.scene.value(one) for one in self.scene.agents(mention) if self._may_receive(one))
        if conferral.pronoun and (found := self._referred(conferral)):
            yield self.scene.value(found)

    @staticmethod
    def _may_receive(one: Agent | Event) -> bool:
        return isinstance(one, Individual | Known) and one.name not in ("Đảng", "Nhà nước", "Đảng Cộng sản Việt Nam")

    def _groups(self, mention: Mention) -> Iterator[Entity]:
        count, kind = mention.parts["count"], mention.parts["kind"]
        kinds = re.split(r"\s*(?:,|-|/|\svà\s)\s*(?:các\s+)?", kind)
        apart = count is None and all(one in table("awards")["recipients"]["apart"] for one in kinds)
        for one in kinds if apart else [kind]:
            yield self._group(mention, count, one)

    def _group(self, mention: Mention, count: int | None, kind: str) -> Entity:
        span = self.scene.span(mention.start, mention.end)
        label = f"{count} {kind}" if count is not None else kind
        values: dict[str, str | int] = {"memberKind": kind}
        if count is not None:
            values["memberCount"] = count
        return Entity(
            "RecipientGroup",
            (fold(self.scene.article.id), str(span.start), fold(label)),
            label,
            (),
            values,
            (span,),
            "award.group",
        )

    def _referred(self, conferral: Conferral) -> Individual | Known | None:
        """Whom "Ông" or "đơn vị" means, or whom the text is about where a list of honours names nobody."""
        before = self.layer.offset(conferral.start)
        persons = [m for m in self.scene.recognition.of("person") if m.start < before and self.scene.persons.of(m)]
        if conferral.pronoun == "person":
            return self.scene.persons.of(persons[-1]) if persons else None
        bodies = [m for m in self.scene.recognition.of("body") if m.start < before]
        if conferral.pronoun == "unit":
            return self._main_body(bodies)
        person = self.scene.persons.of(persons[0]) if persons else None
        return person or self._main_body(bodies)

    def _main_body(self, mentions: list[Mention]) -> Known | None:
        known = [one for m in mentions if (one := self.scene.body(m)) and self._may_receive(one)]
        return max(known, key=known.count) if known else None

    # ------------------------------------------------------------ the same award told twice

    def _merge(self, new: _Item) -> None:
        same = next((old for old in self.items if self._is_same(old, new)), None)
        if same is None:
            self.items.append(new)
            return
        if len(new.type) > len(same.type):
            same.type = new.type
        same.givers, same.presenters = same.givers or new.givers, same.presenters or new.presenters
        same.reason, same.years, same.meeting = (
            same.reason or new.reason,
            same.years or new.years,
            same.meeting or new.meeting,
        )
        same.spans += [span for span in new.spans if span not in same.spans]

    def _is_same(self, one: _Item, other: _Item) -> bool:
        return _same_receiver(one, other) and _same_type(one.type, other.type) and self._compatible(one, other)

    def _compatible(self, one: _Item, other: _Item) -> bool:
        """Whether two acts may have the same giver: a body, its head's office and its head are one."""
        if not one.givers or not other.givers or one.type.startswith(tuple(table("awards")["state"]["awards"])):
            return True
        return bool(set(self._bodies(one.givers)) & set(self._bodies(other.givers)))

    def _bodies(self, givers: Iterable[Agent]) -> Iterator[object]:
        for one in givers:
            yield id(one) if not isinstance(one, Office) else fold(role_name(one))
            offices = (
                [one]
                if isinstance(one, Office)
                else [o for m in one.mentions for o in m.parts["person"].offices]
                if isinstance(one, Individual)
                else []
            )
            for office in offices:
                known = self.scene.bodies.know(office.body) if office.body else None
                yield id(known) if known else fold(role_name(office))

    def _known_givers(self, one: _Item) -> list[Agent]:
        """The givers of the same award elsewhere, where all agree: "22 đơn vị đạt cờ thi đua gồm: ..."."""
        others = {
            tuple(map(id, other.givers)): other.givers
            for other in self.items
            if other.givers and fold(other.type) == fold(one.type)
        }
        return next(iter(others.values())) if len(others) == 1 else []

    def _stated(self) -> Iterator[Fact]:
        for one in self.items:
            one.givers = one.givers or self._known_givers(one)
        for group in self._acts():
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

    def _acts(self) -> list[list[_Item]]:
        """The items that are one act: same award, same givers, told of together."""
        acts: dict[tuple[object, ...], list[_Item]] = {}
        for one in self.items:
            if one.vague and any(self._says_more(other, one) for other in self.items):
                continue
            if _generic(one.type) and one.count is None or self._unsure(one):
                continue
            acts.setdefault((fold(one.type), tuple(map(id, one.givers)), one.reason, one.years), []).append(one)
        return list(acts.values())

    def _unsure(self, one: _Item) -> bool:
        """An award told without its giver or its year, that the article elsewhere says is only proposed or planned."""
        return one.type in self._withheld and not one.givers and not one.dated

    def _says_more(self, other: _Item, vague: _Item) -> bool:
        """ "bằng khen cho các cá nhân" says nothing new beside the same "cho 3 tập thể, 1 cá nhân"."""
        return (
            other.count is not None
            and _same_type(other.type, vague.type)
            and self._compatible(other, vague)
            and other.spans != vague.spans
        )


def _same_receiver(one: _Item, other: _Item) -> bool:
    left, right = one.receiver, other.receiver
    if left.kind != "RecipientGroup" or right.kind != "RecipientGroup":
        return left.kind == right.kind and left.key == right.key
    kinds = [fold(str(e.values["memberKind"])) for e in (left, right)]
    return one.count == other.count and (
        kinds[0] in kinds[1] or kinds[1] in kinds[0] or one.count is not None and "người" in kinds
    )


def _same_type(one: str, other: str) -> bool:
    short, long = sorted((fold(one), fold(other)), key=len)
    return short == long or long.startswith(short + " ")


def _generic(name: str) -> bool:
    return any(
        fold(name) == fold(full)
        for e in table("awards")["award"]
        if e.get("generic")
        for _, full in spelt_out(e["phrases"])
    )


def _types(conferral: Conferral, receivers: list[Entity]) -> list[str]:
    """The awards of one conferral; "cờ, bằng khen" to groups is one, since nobody is told which."""
    names = list(dict.fromkeys(name for m in conferral.awards for name in m.parts["types"]))
    if sorted(map(fold, names)) == ["bằng khen", "cờ"] and all(one.kind == "RecipientGroup" for one in receivers):
        return ["Cờ, Bằng khen"]
    return names


def _years(match: re.Match[str] | None) -> tuple[int, int] | None:
    return (int(match[1]), int(match[2] or match[1])) if match else None
