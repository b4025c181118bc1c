"""Bodies of one article as entities: elliptic names completed, abbreviations spelt out, one entity for one body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kg.article import Span
from kg.fact import Entity
from kg.recognition.heads import Body, Head
from kg.recognition.recognition import Recognition
from kg.recognition.territories import Territory, level_of_province, province
from kg.resolution.fullnames import canonical, identity, kind, place_name
from kg.resolution.neighbours import beside, bodies_of
from kg.resolution.territory import Territories
from kg.vi.lexicon import table
from kg.vi.writing import fold

_COMMITTEES = ("Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Đảng ủy", "Đảng bộ", "Quân ủy")
# How far ahead, in characters, the full name of an organ may first stand.
_NEAR = 400
_SIBLING = re.compile("(?:Ban Thường vụ|Ban Chấp hành) (?!Trung ương Đảng)")
_LOCAL = ("Đảng ủy", "Đảng bộ")
_UNITS = ("Phòng", "Ban")
_BLOC = fold("Khối")
# Names that two bodies have: which one is meant is told once, "Tổng cục Chính trị Công an nhân dân".
_TWICE = ("Tổng cục Chính trị", "Tổng cục Hậu cần", "Quân đội nhân dân")


@lru_cache(maxsize=1)
def _own_organs() -> frozenset[str]:
    """Organs that the body which stands beside them has: "Bí thư Đảng ủy, Giám đốc Sở Tư pháp"."""
    return frozenset(table("bodies")["short"]["own_organs"])


@lru_cache(maxsize=1)
def _party_fields() -> frozenset[str]:
    """Fields whose bare "Ban" or "Ủy ban" belongs to a committee: "Ban Tuyên giáo" of the Tỉnh ủy."""
    return frozenset(map(fold, table("bodies")["short"]["party_fields"]))


@lru_cache(maxsize=256)
def _beginning(head: str) -> re.Pattern[str]:
    """Full names that a head alone may stand for: "Hội" for "Hội Luật gia", not for "Hội đồng"."""
    others = table("bodies")["short"]["other_names"].get(head, [])
    return re.compile(rf"{re.escape(head)} (?!{'|'.join(map(re.escape, others)) or '$'})")


@dataclass(slots=True)
class Known:
    """A body of the article: its full form, and where and how it is printed."""

    body: Body
    name: str
    key: tuple[str, ...]
    surfaces: dict[str, None] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    notes: dict[str, None] = field(default_factory=dict)


class Bodies:
    """All bodies of one article: `know` gives the one that a printed body stands for, None for none in particular."""

    def __init__(self, recognition: Recognition, territories: Territories) -> None:
        self.recognition, self.territories = recognition, territories
        self.on = recognition.article.date
        self.known: dict[tuple[str, ...], Known] = {}
        self._by_body: dict[tuple[int, int, str], Known | None] = {}
        self._printed = sorted(self._all_printed(), key=lambda b: (b.start, -b.end))
        self._full = [(b, canonical(b)) for b in self._printed if not _elliptic(b)]
        self._folded = [(b, fold(name)) for b, name in self._full]
        self._by_head: dict[str, list[Body]] = {}
        self._by_name: dict[str, Body | None] = {}
        self._beside = beside(recognition)
        self._entities: dict[tuple[str, ...], Entity] = {}

    def _all_printed(self) -> Iterator[Body]:
        for mention in self.recognition.mentions:
            yield from bodies_of(mention.parts)

    def know(self, body: Body, hint: Body | None = None, short: str = "") -> Known | None:
        """The body that a printed one stands for; `hint`: another office's body that it may share its parent with."""
        index = (body.start, body.end, body.head.name)
        if index not in self._by_body:
            self._by_body[index] = self._resolve(body, self._beside.get(body.start, hint))
        known = self._by_body[index]
        if known:
            surface = " ".join(self.recognition.writing.text[body.start : body.end].split())
            if not body.shared:
                known.surfaces.setdefault(short or surface)
            span = self.recognition.span(body.start, body.end)
            if not short and span not in known.spans:
                known.spans.append(span)
        return known

    def _resolve(self, body: Body, hint: Body | None) -> Known | None:
        full = self._complete(body, hint)
        if full is None:
            return None
        key = identity(full, self.on)
        known = self.known.get(key)
        if known is None:
            known = self.known[key] = Known(full, canonical(full), key)
        elif kind(full) == "Enterprise" and len(name := canonical(full)) > len(known.name):
            known.name = name
        if full is not body and canonical(full) != canonical(body):
            known.notes.setdefault(
                f"full name {canonical(full)!r} for {self.recognition.writing.text[body.start : body.end]!r}"
            )
        return known

    # ------------------------------------------------------------ completion

    def _complete(self, body: Body, hint: Body | None = None) -> Body | None:
        body = self._with_parts(body)
        alone = body.name and not (body.parent or body.territory or body.central)
        short = alone and (body.head.fielded or body.head.frame == "force") or body.head.name in _TWICE
        if short and (larger := self._larger(body)):
            return self._complete(larger)
        if fold(body.name) == _BLOC and alone and (whole := self._bloc()):
            return replace(body, name=whole.name, parent=whole.parent, territory=whole.territory, central=whole.central)
        if not _elliptic(body):
            return body
        if body.territory and not body.territory.name:
            beside = hint.territory if hint else None
            same = beside and beside.name and beside.level == body.territory.level
            return replace(body, territory=self._above(beside)) if beside and same else self._in_level(body)
        if hint and (shared := self._shared(body, hint)):
            return shared
        if fuller := self._fuller(body):
            return self._complete(fuller)
        return self._by_frame(body)

    def _bloc(self) -> Body | None:
        """The Party organization of a bloc that the article names in full: "Đảng ủy Khối các cơ quan tỉnh Gia Lai"."""
        blocs = (b for b in self._printed if b.head.name in _LOCAL and fold(b.name).startswith(f"{_BLOC} "))
        return next((self._complete(b) or b for b in blocs), None)

    def _with_parts(self, body: Body) -> Body:
        """With its parent completed, and its territory's upper units."""
        if body.parent:
            parent = self._complete(body.parent) or body.parent
            return replace(body, parent=parent)
        if body.territory and body.territory.name:
            return replace(body, territory=self._above(body.territory))
        return body

    def _above(self, territory: Territory) -> Territory:
        if territory.within or province(territory.name) and territory.level in ("", "tỉnh", "thành phố"):
            return territory
        if not (home := self.territories.home):
            return territory
        return replace(territory, within=Territory(level_of_province(home), home, territory.start, territory.end))

    def _in_level(self, body: Body) -> Body | None:
        level = body.territory.level if body.territory else body.head.level
        found = self.territories.named(level, body.start)
        if not found:
            return body if body.name or level in ("tỉnh", "thành phố") else None
        return replace(
            body, territory=self._above(Territory(level or found.level, found.name, body.start, body.end, found.within))
        )

    def _fuller(self, body: Body) -> Body | None:
        """The first body that says more under the same head and name; for a head alone the last one before it."""
        if body.name:
            return self._larger(body)
        if body.head.frame == "territory":
            return None
        same = self._beginning_with(body.head)
        before = [b for b in same if b.start < body.start]
        near = body.head.frame in ("organ", "government") and same and same[0].start - body.end < _NEAR
        near = near or body.head.frame == "government" and len({canonical(b) for b in same}) == 1
        return before[-1] if before else same[0] if same and (near or body.head.frame == "named") else None

    def _beginning_with(self, head: Head) -> list[Body]:
        """The full bodies, in the order of the text, that a head alone may stand for."""
        if head.name not in self._by_head:
            begins, printed = _beginning(head.name), self.recognition.writing.lower.startswith
            self._by_head[head.name] = [
                b
                for b, name in self._full
                if begins.match(name)
                and (b.head.category == head.category or b.head.frame == "closed")
                and (head.frame != "organ" or b.head.frame != "closed" or printed(("ban", "bch"), b.start))
            ]
        return self._by_head[head.name]

    def _larger(self, body: Body) -> Body | None:
        """The first body whose full name starts with the whole name of this one and goes on."""
        begin = fold(canonical(body)) + " "
        if begin not in self._by_name:
            self._by_name[begin] = next((b for b, name in self._folded if name.startswith(begin)), None)
        found = self._by_name[begin]
        return found if found and found.start != body.start else None

    def _shared(self, body: Body, hint: Body) -> Body | None:
        """The body as the one beside it completes it.

        "Ban Thường vụ, Trưởng Ban Dân vận Thành ủy": both of the Thành ủy; "Đảng ủy, UBND xã Liên Hòa": both there.
        """
        frame, name = body.head.frame, body.head.name
        placed = hint.territory is not None and bool(hint.territory.name)
        if frame == "force" and body.bare and placed and hint.head.frame in ("force", "government"):
            return replace(body, territory=hint.territory)
        if name == hint.head.name and name in _UNITS and body.name and (placed or hint.parent):
            return self._complete(replace(body, territory=hint.territory, parent=hint.parent))
        if not (body.head.fielded or frame in ("organ", "government", "territory")) or name == hint.head.name:
            return None
        if hint.territory and (frame == "government" or name in _LOCAL and hint.head.frame == "government"):
            return self._complete(replace(body, territory=hint.territory))
        if frame == "territory":
            same = hint.territory and hint.territory.name and hint.territory.level == body.head.level
            return replace(body, territory=self._above(hint.territory)) if hint.territory and same else None
        if name in _own_organs() and hint.head.frame == "organ" and hint.name and not hint.parent:
            return replace(body, name=hint.name)
        if name in _own_organs() and hint.head.name not in _COMMITTEES and hint.head.category != "PartyBody":
            return self._under(body, hint.parent if hint.parent and hint.head.frame == "organ" else hint)
        of = next((b for b in (hint.parent, hint) if b and b.head.name in _COMMITTEES), None)
        if of and body.head.category.startswith("Party") and name not in _COMMITTEES:
            return self._under(body, of)
        return None

    def _under(self, body: Body, above: Body) -> Body | None:
        if _elliptic(above) and not above.territory and above.head.frame != "territory" and not above.head.fielded:
            return None
        return replace(body, parent=self._complete(above) or above)

    def _by_frame(self, body: Body) -> Body | None:
        frame, head = body.head.frame, body.head
        if frame == "territory":
            found = self.territories.named(head.level, body.start)
            if found:
                return replace(body, territory=self._above(found))
            return None if self.territories.home else body
        if frame == "organ":
            return self._organ(body)
        if head.fielded and body.name:
            return self._sector(body)
        if (
            frame == "government"
            and len(head.name.split()) > 3
            and not head.committee
            and (only := self.territories.only)
        ):
            return replace(body, territory=only)
        if frame in ("government", "force") or not body.name:
            return None
        return body

    def _organ(self, body: Body) -> Body | None:
        if body.name:
            return body
        if (
            body.head.category.startswith("Party")
            and body.head.name not in (*_COMMITTEES, *_own_organs())
            and (of := self._committee(body.start))
        ):
            return replace(body, parent=of)
        if body.head.name in ("Ban Thường vụ", "Ban Chấp hành"):
            return self._like_sibling(body)
        return None

    def _like_sibling(self, body: Body) -> Body | None:
        """ "Ban Thường vụ" beside a "Ban Chấp hành Trung ương Đoàn": of the same body."""
        for sibling, name in reversed(self._full):
            if sibling.start < body.start and (
                match := re.match("(?:Ban Thường vụ|Ban Chấp hành) (?!Trung ương Đảng)", name)
            ):
                head = Head(name[match.end() :], "closed", sibling.head.category)
                return replace(body, parent=sibling.parent or Body(head, sibling.start, sibling.end))
        return None

    def _sector(self, body: Body) -> Body:
        if (
            fold(body.name) in _party_fields()
            and body.head.name in ("Ban", "Ủy ban", "Ủy ban Kiểm tra")
            and (of := self._committee(body.start))
        ):
            return replace(body, parent=of)
        if body.head.name in ("Sở", "Chi cục") and (found := self.territories.named("", body.start)):
            return replace(
                body,
                territory=Territory(found.level or level_of_province(found.name), found.name, body.start, body.end),
            )
        return body

    def _committee(self, position: int) -> Body | None:
        """The last committee named before an offset, complete."""
        before = [
            b
            for b in self._printed
            if b.end <= position and b.head.name in _COMMITTEES and (b.head.name != "Đảng ủy" or not b.bare)
        ]
        return self._complete(before[-1]) if before else None

    # ------------------------------------------------------------ entities

    def entity(self, known: Known) -> Entity:
        """The entity of a body that is known; its names are all that have been printed so far."""
        if known.key not in self._entities:
            category = kind(known.body)
            values = {"committee": True} if known.body.head.committee and category != "PartyCommittee" else {}
            self._entities[known.key] = Entity(
                category,
                known.key,
                known.name,
                _names(known),
                values,
                tuple(sorted(known.spans)),
                "body",
                tuple(known.notes),
            )
        return self._entities[known.key]

    def parent(self, known: Known) -> Known | None:
        """The body above, where the article names it by itself too."""
        if not known.body.parent or identity(known.body.parent, self.on) not in self.known:
            return None
        return self.known[identity(known.body.parent, self.on)]


def _names(known: Known) -> tuple[str, ...]:
    return tuple(name for name in known.surfaces if name != known.name)


def _elliptic(body: Body) -> bool:
    """Something of its name is left out."""
    if body.head.frame == "closed" or body.central or body.head.name.endswith("Việt Nam") and not body.territory:
        return False
    if body.parent:
        return _elliptic(body.parent)
    if body.territory:
        return not body.territory.name
    if body.head.frame in ("named",):
        return not body.name
    if body.head.frame == "force" and body.name:
        return False
    if body.head.fielded and body.name:
        return body.head.name not in ("Bộ", "Tổng cục", "Cục", "Vụ", "Viện", "Cơ quan", "Ủy ban")
    return True


__all__ = ["Bodies", "Known", "place_name"]
