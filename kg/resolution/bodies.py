"""Bodies of one article as entities: elliptic names completed, abbreviations spelt out, one entity for one body."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.article import Span
from kg.fact import Entity
from kg.recognition.heads import Body
from kg.recognition.recognition import Recognition
from kg.resolution.abroad import country_of, of_country, of_foreigners
from kg.resolution.completion import Completion
from kg.resolution.fullnames import canonical, identity, kind
from kg.resolution.neighbours import beside
from kg.resolution.territory import Territories


@dataclass(slots=True)
class Known:
    """A body of the article: its full form, and where and how it is printed."""

    body: Body
    name: str
    key: tuple[str, ...]
    surfaces: dict[str, None] = field(default_factory=dict)
    spans: dict[Span, None] = field(default_factory=dict)
    notes: dict[str, None] = field(default_factory=dict)


class Bodies:
    """All bodies of one article: `know` gives the one that a printed body stands for, None for none in particular."""

    def __init__(self, recognition: Recognition, territories: Territories) -> None:
        self.recognition = recognition
        self.on = recognition.article.date
        self.known: dict[tuple[str, ...], Known] = {}
        self._completion = Completion(recognition, territories)
        self._beside = beside(recognition)
        self._country = country_of(recognition)
        self._of_foreigners = of_foreigners(recognition)
        self._by_body: dict[tuple[int, int, str], Known | None] = {}
        self._entities: dict[tuple[str, ...], Entity] = {}

    def know(self, body: Body, hint: Body | None = None, short: str = "") -> Known | None:
        """The body that a printed one stands for; `hint`: another office's body that it may share its parent with."""
        index = (body.start, body.end, body.head.name)
        if index not in self._by_body:
            self._by_body[index] = self._resolve(body, self._beside.get(body.start, hint))
        known = self._by_body[index]
        if known:
            if not body.shared:
                known.surfaces.setdefault(short or " ".join(self._words(body).split()))
            span = self.recognition.span(body.start, body.end)
            if not short:
                known.spans.setdefault(span)
        return known

    def _words(self, body: Body) -> str:
        return self.recognition.writing.text[body.start : body.end]

    def _resolve(self, body: Body, hint: Body | None) -> Known | None:
        full = self._completion.complete(body, hint)
        if full is None:
            return None
        if country := self._of_foreigners.get(body.start, self._country):
            if _placed(full) and not _placed(body):  # "Tỉnh ủy" of who is no Vietnamese
                return None
            full = of_country(full, country)
        name = canonical(full)
        key = identity(full, self.on, name)
        known = self.known.setdefault(key, Known(full, name, key))
        if kind(full) == "Enterprise" and len(name) > len(known.name):
            known.name = name
        if full is not body and name != canonical(body):
            known.notes.setdefault(f"full name {name!r} for {self._words(body)!r}")
        return known

    def entity(self, known: Known) -> Entity:
        """The entity of a body that is known; its names are all that have been printed so far."""
        if known.key not in self._entities:
            category = kind(known.body)
            values = {"committee": True} if known.body.head.committee and category != "PartyCommittee" else {}
            names = tuple(name for name in known.surfaces if name != known.name)
            spans, notes = tuple(sorted(known.spans)), tuple(known.notes)
            self._entities[known.key] = Entity(category, known.key, known.name, names, values, spans, "body", notes)
        return self._entities[known.key]

    def parent(self, known: Known) -> Known | None:
        """The body above, where the article names it by itself too."""
        above = known.body.parent
        return self.known.get(identity(above, self.on)) if above else None


def _placed(body: Body) -> bool:
    """Whether a body or one above it has a territory."""
    return bool(body.territory or body.parent and _placed(body.parent))
