"""Who held what when: a store's memberships, with what is needed to tell whether two of them exclude each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.history.contradiction import Witness
from kg.store.question import question
from kg.store.source import Ask, rows
from kg.vi.writing import fold

_HELD = """SELECT ?fact ?person ?personLabel ?role ?body ?bodyLabel ?former ?from ?to ?decision ?predecessor
       ?words ?start ?end ?source ?article ?printed ?inferred WHERE {
  ?fact a org:Membership ; org:member ?person ; org:role ?concept ; prov:wasDerivedFrom ?passage .
  ?passage oa:exact ?words ; oa:start ?start ; oa:end ?end ; kg:inArticle ?source .
  ?source rdfs:label ?article . ?person rdfs:label ?personLabel . ?concept rdfs:label ?role .
  OPTIONAL { ?fact org:organization ?body . ?body rdfs:label ?bodyLabel }
  OPTIONAL { ?fact kg:former ?former }
  OPTIONAL { ?fact org:memberDuring ?early . ?early schema:startDate ?from }
  OPTIONAL { ?fact org:memberDuring ?late . ?late schema:endDate ?to }
  OPTIONAL { ?fact kg:underDecision ?decision }
  OPTIONAL { ?fact kg:succeeds ?predecessor }
  OPTIONAL { ?source schema:datePublished ?printed }
  OPTIONAL { ?source kg:datedOn ?inferred }
}"""
_SEATS = "SELECT ?body ?label WHERE { ?body org:subOrganizationOf*/kg:territory ?place . ?place rdfs:label ?label }"


@dataclass(slots=True)
class Holding:
    """One person in one office. Times are in ISO 8601, a day, a month or a year; "" where none is stated."""

    person: str
    label: str
    role: str
    body: str
    body_label: str
    former: bool
    start: str
    end: str
    appointed: bool = False
    predecessors: set[str] = field(default_factory=set)
    witnesses: set[Witness] = field(default_factory=set)

    @property
    def office(self) -> tuple[str, str]:
        """What is held: the folded role and the body's IRI."""
        return fold(self.role), self.body

    @property
    def title(self) -> str:
        return f"{self.role} {self.body_label}".strip()

    def days(self) -> set[str]:
        """The days of the articles that say so."""
        return {witness.day for witness in self.witnesses if witness.day}

    def covers(self, day: str) -> bool:
        """Whether the office is held on a day, as an article of that day or the stated times say."""
        known = sorted(self.days())
        first, last = self.start or (known[0] if known else ""), self.end or (known[-1] if known else "")
        stated = bool(self.start or self.end) and bool(first and last)
        return day in known or stated and _after(day, first) and _before(day, last)

    def moves_on(self, day: str) -> bool:
        """Whether the office is taken up or laid down on that day, so that another may hold it on the same one."""
        known = self.days()
        arrives = (self.appointed or self.predecessors) and known and day == min(known)
        return bool(arrives) or any(time and day.startswith(time) for time in (self.start, self.end))


def _after(day: str, time: str) -> bool:
    """Whether a day is surely later than a time."""
    return day > time and not day.startswith(time)


def _before(day: str, time: str) -> bool:
    return day < time and not day.startswith(time)


def holdings(ask: Ask) -> list[Holding]:
    """All memberships with words, in the order of persons, roles and bodies."""
    found: dict[tuple[str, ...], Holding] = {}
    for row in rows(ask(question(_HELD).sparql)):
        key = row["person"], fold(row["role"]), row["body"], row["former"], row["from"], row["to"]
        held = found.setdefault(key, Holding(row["person"], row["personLabel"], row["role"], row["body"],
                                             row["bodyLabel"], bool(row["former"]), row["from"], row["to"]))
        held.label, held.body_label = min(held.label, row["personLabel"]), min(held.body_label, row["bodyLabel"])
        held.appointed |= bool(row["decision"])
        held.predecessors |= {row["predecessor"]} - {""}
        held.witnesses.add(witness(row))
    return [found[key] for key in sorted(found)]


def witness(row: dict[str, str]) -> Witness:
    """The article of a row that has ?words, ?start, ?end, ?source, ?article, ?printed and ?inferred."""
    return Witness(row["printed"] or row["inferred"], row["source"], int(row["start"]), int(row["end"]), row["words"],
                   row["article"], not row["printed"] and bool(row["inferred"]))


def seats(ask: Ask) -> dict[str, frozenset[str]]:
    """Body -> the names of its territory, or of those that it belongs to."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows(ask(question(_SEATS).sparql)):
        found[row["body"]].add(row["label"])
    return {body: frozenset(labels) for body, labels in found.items()}


def by_office(held: Iterable[Holding]) -> dict[tuple[str, str], list[Holding]]:
    found: dict[tuple[str, str], list[Holding]] = defaultdict(list)
    for one in held:
        found[one.office].append(one)
    return found
