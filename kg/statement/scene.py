"""What all families of facts draw on: the mentions of an article and what each of them stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from kg.article import Article, Span
from kg.fact import Entity, Fact, Value, post_key
from kg.recognition.layer import Mention
from kg.recognition.offices import Office
from kg.recognition.recognition import Recognition, recognize
from kg.resolution.bodies import Bodies, Known
from kg.resolution.calendar import Calendar
from kg.resolution.documents import Documents
from kg.resolution.events import Event
from kg.resolution.identity import settle
from kg.resolution.meetings import Meetings
from kg.resolution.persons import Individual, Persons
from kg.resolution.territory import Territories
from kg.rules import Rule, all_shipped
from kg.statement.tenure import Decided
from kg.vi.lexicon import words
from kg.vi.writing import fold

VERSION = "1"
# Offices that a body has several of, and those that it may have.
_OF_SEVERAL = tuple(map(fold, ("ủy viên", "đại biểu", "thành viên")))
_DEPUTY = fold("phó")


class Scene:
    """One article, recognized and resolved."""

    def __init__(self, article: Article, rules: tuple[Rule, ...] | None = None) -> None:
        self.article = article
        self._rules = all_shipped() if rules is None else rules  # read before the text: their words are indexed in it
        self.recognition: Recognition = recognize(article)
        self.territories = Territories(self.recognition)
        self.calendar = Calendar(self.recognition)
        self.bodies = Bodies(self.recognition, self.territories)
        self.persons = Persons(self.recognition)
        settle(self.persons, self.bodies, article.id)
        self.meetings = Meetings(self.recognition, self.calendar)
        self._events: dict[int, Entity] = {}
        self.documents = Documents(self.recognition)
        self.left: set[tuple[Value | None, ...]] = set()
        self.decisions: dict[tuple[Value | None, ...], Decided] = {}
        self.holders: dict[tuple[str, tuple[str, ...]], list[Individual]] = {}

    @property
    def dated(self) -> date | None:
        """The article's date, given or that of the meeting which it reports."""
        main = self.meetings.main
        return self.article.date or (main.start.day if main and main.start else None)

    def rules(self, family: str) -> tuple[Rule, ...]:
        """The rules of a family that read this article."""
        return tuple(rule for rule in self._rules if rule.family == family)

    # ------------------------------------------------------------ passages

    def span(self, start: int, end: int) -> Span:
        return self.recognition.span(start, end)

    def text(self, start: int, end: int) -> str:
        return self.recognition.writing.text[start:end]

    def passage(self, start: int, end: int) -> tuple[Span, ...]:
        """The passage between two masked positions."""
        layer = self.recognition.layer
        last = layer.at.get(end - 1)
        return (self.span(layer.offset(start), last.end if last else layer.offset(end - 1) + 1),)

    def sentence_span(self, mention: Mention) -> tuple[Span, ...]:
        start, end = self.recognition.sentence_span(self.recognition.sentence_at(mention.start))
        return (self.span(start, max(end, mention.end)),)

    # ------------------------------------------------------------ what a mention stands for

    def body(self, mention: Mention) -> Known | None:
        return self.bodies.know(mention.parts["body"], short=mention.parts.get("short", ""))

    def agents(self, mention: Mention, *, posts: bool = False) -> list[Individual | Known | Office]:
        """The persons or bodies that a mention of a person, an office or a body stands for; an office without a holder
        stands for itself where `posts` says so."""
        if mention.kind == "person":
            person = self.persons.of(mention)
            return [person] if person else []
        if mention.kind == "body":
            known = self.body(mention)
            return [known] if known else []
        if mention.kind == "office":
            office: Office = mention.parts["office"]
            holder = self.holder(office)
            return [holder] if holder else [office] if posts and not is_status(office) else []
        return []

    def holder(self, office: Office) -> Individual | None:
        """The person of the article who holds this office; nobody where it is one that several hold."""
        known = self.bodies.know(office.body) if office.body else None
        role = fold(role_name(office))
        if office.plural or role.startswith(_OF_SEVERAL):
            return None
        if found := self.holders.get((role, known.key if known else ())):
            return found[0] if len(found) == 1 or not role.startswith(_DEPUTY) else None
        if known or office.category == "status":
            return None
        same = {id(one): one for (held, _), persons in self.holders.items() if held == role for one in persons}
        return next(iter(same.values())) if len(same) == 1 else None

    def value(self, agent: Individual | Known | Office | Event) -> Entity:
        """The entity of whatever `agents` gave."""
        if isinstance(agent, Individual):
            return self.persons.entity(agent)
        if isinstance(agent, Known):
            return self.bodies.entity(agent)
        if isinstance(agent, Event):
            return self.event(agent)
        return self.post(agent)

    def post(self, office: Office) -> Entity:
        """An office as an entity of its own, for one that acts without a name."""
        known = self.bodies.know(office.body) if office.body else None
        body = self.bodies.entity(known) if known else None
        role = role_name(office)
        label = f"{role} {body.label}" if body else role
        printed = " ".join(self.text(office.start, office.end).split())
        return Entity(
            "Post",
            post_key(role, body),
            label,
            (printed,) if printed != label else (),
            {"role": role},
            (self.span(office.start, office.end),),
            "office",
        )

    def event(self, event: Event) -> Entity:
        """The entity of a meeting: its name and day are its identity."""
        if id(event) not in self._events:
            self._events[id(event)] = self._event(event)
        return self._events[id(event)]

    def _event(self, event: Event) -> Entity:
        values: dict[str, Any] = {"meetingKind": event.kind}
        notes: tuple[str, ...] = ()
        if event.start:
            values["startDate"] = event.start.day
            notes = (event.start.note,) if event.start.note else ()
        if event.end:
            values["endDate"] = event.end
        if event.ordinal:
            values["ordinal"] = event.ordinal
        if event.term:
            values["termStart"], values["termEnd"] = event.term
        day = event.start.day.isoformat() if event.start else fold(self.article.id)
        names = tuple(form for form in event.forms if form != event.label)
        return Entity(
            "Meeting",
            (fold(event.label), day),
            event.label,
            names,
            values,
            tuple(sorted(set(event.spans))),
            "meeting",
            notes,
        )


@lru_cache(maxsize=1)
def _titles() -> dict[str, str]:
    """Titles of office as the list writes them, by the form in which names compare."""
    return {fold(phrase): phrase for phrase in words("roles")}


def role_name(office: Office) -> str:
    """The title of an office as the list of titles writes it, else as printed with a capital."""
    printed = " ".join(office.role.split())
    return _titles().get(fold(printed)) or printed[:1].upper() + printed[1:]


def is_status(office: Office) -> bool:
    """A calling or a membership rather than an office ("cán bộ", "đại biểu")."""
    return office.category == "status"


def fact(term: str, spans: Iterable[Span], rule: str, notes: Iterable[str] = (), **roles: Value) -> Fact:
    """A fact of the current rules' version."""
    return Fact(
        term,
        {name: value for name, value in roles.items() if value not in (None, (), "")},
        tuple(sorted(set(spans))),
        f"{rule}@{VERSION}",
        tuple(notes),
    )


def unique(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Facts, those that say the same thing joined with all their passages."""
    merged: dict[tuple[Any, ...], list[Fact]] = {}
    for one in facts:
        says = (one.term, *((role, _identity(one.roles[role])) for role in sorted(one.roles)))
        merged.setdefault(says, []).append(one)
    return map(_joined, merged.values())


def _joined(same: list[Fact]) -> Fact:
    if len(same) == 1:
        return same[0]
    spans = tuple(sorted({span for one in same for span in one.spans}))
    return replace(same[0], spans=spans, notes=tuple(dict.fromkeys(note for one in same for note in one.notes)))


def _identity(value: Value) -> Any:
    """What makes two values of a role one: an entity's class and key, a fact's roles, a literal itself."""
    if isinstance(value, Entity):
        return value.kind, value.key
    if isinstance(value, Fact):
        return value.term, *((role, _identity(value.roles[role])) for role in sorted(value.roles))
    if isinstance(value, tuple):
        return frozenset(map(_identity, value))
    return value.id if isinstance(value, Article) else value
