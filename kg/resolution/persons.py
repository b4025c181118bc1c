"""Persons of one article: full names gather their short forms, ranks and offices."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.article import Span
from kg.fact import Entity
from kg.recognition.layer import Mention
from kg.recognition.person import Person
from kg.recognition.recognition import Recognition
from kg.recognition.territories import surnames
from kg.vi.writing import fold


@dataclass(slots=True)
class Individual:
    """A person of the article: the fullest name, other printed forms, titles, and the mentions."""

    name: str
    mentions: list[Mention] = field(default_factory=list)
    forms: dict[str, None] = field(default_factory=dict)
    titles: dict[str, None] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    anchor: str = ""  # what tells namesakes apart (kg.resolution.identity)


class Persons:
    """Who each mention of a person in one article is."""

    def __init__(self, recognition: Recognition) -> None:
        self.recognition = recognition
        self.all: list[Individual] = []
        self._of: dict[int, Individual] = {}
        mentions = list(recognition.of("person"))
        for mention in sorted(mentions, key=lambda m: (len(m.parts["person"].name.split()) < 2, m.start)):
            self._place(mention)
        self.all.sort(key=lambda one: min(m.start for m in one.mentions))
        self._entities: dict[str, Entity] = {}

    def of(self, mention: Mention) -> Individual | None:
        """The person that a mention names, or None for a short name that nobody bears."""
        return self._of.get(id(mention))

    def _place(self, mention: Mention) -> None:
        person: Person = mention.parts["person"]
        found = self._same(person, mention)
        if found is None:
            if len(person.name.split()) < 2 and not person.name[1:2].islower():
                return
            found = Individual(_cased(person.name))
            self.all.append(found)
        elif len(person.name) > len(found.name) or found.name.isupper() and not person.name.isupper():
            found.forms.setdefault(found.name)
            found.name = _cased(person.name)
        self._add(found, mention, person)

    def _same(self, person: Person, mention: Mention) -> Individual | None:
        """The person of this name; of a shorter one, the last before (else the first after) whose name ends with it."""
        name = fold(person.name)
        exact = next((one for one in self.all if fold(one.name) == name or name in map(fold, one.forms)), None)
        if exact:
            return exact
        ending = [one for one in self.all if fold(one.name).endswith(f" {name}")]
        if not ending and len(name.split()) > 1:
            ending = [one for one in self.all if name.endswith(f" {fold(one.name)}") and len(one.name.split()) > 1]
        if not ending and person.honorific:  # foreign names go by their first part: "ông Tập"
            ending = [one for one in self.all if fold(one.name).startswith(f"{name} ") and name not in surnames()]
        before = [one for one in ending if any(m.start < mention.start for m in one.mentions)]
        if before:
            return max(before, key=lambda one: max(m.start for m in one.mentions if m.start < mention.start))
        return ending[0] if ending else None

    def _add(self, found: Individual, mention: Mention, person: Person) -> None:
        self._of[id(mention)] = found
        found.mentions.append(mention)
        text = self.recognition.writing.text
        name = " ".join(text[person.start : person.end].split())
        found.forms.setdefault(name)
        if person.honorific and len(name.split()) == 1:
            found.forms.setdefault(f"{person.honorific} {name}")
        if person.alias:
            found.forms.setdefault(person.alias)
        for title in person.titles:
            found.titles.setdefault(title)
        found.spans.append(self.recognition.span(person.start, person.end))

    def entity(self, one: Individual) -> Entity:
        """The entity of a person."""
        if one.name not in self._entities:
            values = {"honorificPrefix": tuple(one.titles)} if one.titles else {}
            names = tuple(form for form in one.forms if form != one.name)
            self._entities[one.name] = Entity(
                "Person", (fold(one.name), one.anchor), one.name, names, values, tuple(sorted(one.spans)), "person"
            )
        return self._entities[one.name]


def _cased(name: str) -> str:
    """ "NGUYỄN NAM KHÁNH" as a name is written."""
    return " ".join(part.capitalize() for part in name.split()) if name.isupper() and len(name) > 3 else name
