"""What one article says of one person: all that is needed to tell whether another article speaks of the same one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.article import Span
from kg.fact import Entity, Fact, Statements
from kg.graph.iri import entity_path, unspelt
from kg.graph.terms import FOLDERS
from kg.recognition.territories import province
from kg.vi.writing import fold

_ASSEMBLY = ("quốc hội",)
Key = tuple[str, ...]  # the identity of a person: the folded name, what tells namesakes apart, and more if need be


@dataclass(frozen=True, slots=True, order=True)
class Held:
    """An office that an article says a person holds or held.

    role   the folded title: "phó bí thư thường trực"
    body   the key of its body, () where the article names none (kg.resolution.fullnames.identity)
    kind   the class of its body: "StateBody", "Enterprise"
    seat   the folded names of the territory, of the body or of the office itself ("Chủ tịch tỉnh Gia Lai"), from the
           smallest unit up; ("trung ương",) for the centre; for a deputy of the National Assembly the province that
           elected him
    start  as the article prints them ("2021-07", "2021"), else ""
    end
    label  title and body as a reader would call them
    span   the first passage that says so, [start, end) in code points of the article's text
    """

    role: str
    body: Key
    seat: Key = ()
    kind: str = ""
    former: bool = False
    start: str = ""
    end: str = ""
    label: str = ""
    span: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Record:
    """A person as one article has him.

    key      the key of the article's own graph, (folded name, what tells namesakes apart)
    label    the full name as printed
    day      the article's date in ISO form, "" where it is not known
    outlet   who published the article, "" where it is not known
    address  the words of address before the name, folded: "ông", "bà"
    span     where the article first names him
    """

    article: str
    key: Key
    label: str
    day: str = ""
    outlet: str = ""
    held: tuple[Held, ...] = ()
    address: tuple[str, ...] = ()
    span: tuple[int, int] = (0, 0)

    @property
    def name(self) -> str:
        return self.key[0]

    @property
    def own_key(self) -> Key:
        """The key that no other record has."""
        return (*self.key, self.article)

    @property
    def age(self) -> tuple[str, str]:
        """What sorts records from the earliest to the latest; those without a date come last."""
        return self.day or "9999", self.article


def person_path(key: Key) -> str:
    """The path below the base of the person with this key."""
    return entity_path(Entity("Person", key, ""))


def key_of(name: str, base: str) -> Key:
    """The key in a person's IRI, () where the IRI is of no person or too long to hold its key."""
    folder = f"{base}{FOLDERS['kg:Person']}/"
    parts = name.removeprefix(folder).split("/") if name.startswith(folder) else ()
    key = tuple(map(unspelt, parts))
    return key if key and base + person_path(key) == name else ()


def records(statements: Statements) -> tuple[Record, ...]:
    """The persons of an article, sorted by their keys."""
    article, day = statements.article, statements.dated.isoformat() if statements.dated else ""
    offices: dict[Key, set[Held]] = defaultdict(set)
    for fact in statements.facts:
        member = fact.roles.get("member")
        if fact.term == "Membership" and isinstance(member, Entity):
            offices[member.key].add(_held(fact, statements, member.key))
    persons = {one.key: one for one in statements.entities if one.kind == "Person"}
    return tuple(Record(article.id, key, one.label, day, article.publisher or "", tuple(sorted(offices[key])),
                        statements.addresses.get(key, ()), _first(one.spans))
                 for key, one in sorted(persons.items()))


def _held(fact: Fact, statements: Statements, member: Key) -> Held:
    role, body, place = str(fact.roles["role"]), fact.roles.get("organization"), fact.roles.get("territory")
    key = body.key if isinstance(body, Entity) else ()
    seat = tuple(map(_unit, place.key)) if isinstance(place, Entity) else statements.seats.get(key, ())
    label = " ".join([role, *(of.label for of in (body, place) if isinstance(of, Entity))])
    elected = statements.constituencies.get(member)
    if elected and key == _ASSEMBLY and fold(role).startswith("đại biểu"):
        seat = (elected,)
    start, end = (str(fact.roles.get(name) or "") for name in ("start", "end"))
    kind = body.kind if isinstance(body, Entity) else ""
    return Held(fold(role) or role, key, seat, kind, bool(fact.roles.get("former")), start,
                end, label, _first(fact.spans))


def _unit(place: str) -> str:
    """A folded unit as seats have it: a province by its bare name."""
    name = place.removeprefix("tỉnh ").removeprefix("thành phố ")
    return fold(province(name) or place)


def _first(spans: Iterable[Span]) -> tuple[int, int]:
    first = min(spans, default=Span(0, 0))
    return first.start, first.end

