"""Bodies of one article as entities: elliptic names completed, abbreviations spelt out, one entity for one body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from kg.article import Span
from kg.fact import Entity
from kg.recognition.bodies import Body
from kg.recognition.recognition import Recognition
from kg.recognition.territories import Territory, level_of_province, province
from kg.resolution.territory import Territories
from kg.vi.lexicon import words
from kg.vi.places import find, provinces
from kg.vi.writing import fold

_MERGER = date(2025, 7, 1)
_COMMITTEES = ("Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Đảng ủy", "Đảng bộ", "Quân ủy")
# Organs that the body which stands beside them has: "Bí thư Đảng ủy, Giám đốc Sở Tư pháp".
_OWN_ORGANS = ("Đảng ủy", "Đảng đoàn", "Ban Cán sự đảng", "Ban Cán sự", "Chi ủy", "Hội đồng quản trị", "Hội đồng thành viên", "Ban biên tập",
               "Ban Giám đốc", "Ban Giám hiệu", "Hội đồng trường", "Công đoàn", "Ban Lãnh đạo")
_LOCAL = ("Đảng ủy", "Đảng bộ")
# What follows a head where it is the start of another word: "Hội đồng" is no "Hội".
_OTHER_WORD = {"Hội": "đồng", "Bộ": "Chính trị|Tư lệnh|Chỉ huy|đội|Tổng", "Ban": "Thường|Chấp hành|Bí thư|Cán sự|Chỉ huy|Giám|Lãnh|biên|Quản",
               "Tổng công ty": "$", "Viện": "kiểm|Kiểm", "Ủy ban": "nhân|Mặt|Kiểm|Thường|hành|kháng", "Hội đồng": "nhân|quản|thành"}
# Party organs whose bare name belongs to a committee: "Ban Tuyên giáo" of the Tỉnh ủy.
_PARTY_SECTORS = frozenset(map(fold, ("Tuyên giáo", "Tổ chức", "Dân vận", "Nội chính", "Kiểm tra", "Tuyên giáo và Dân vận")))


@dataclass(slots=True)
class Known:
    """A body of the article: its full form, and where and how it is printed."""

    body: Body
    name: str
    key: tuple[str, ...]
    surfaces: dict[str, None] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    notes: dict[str, None] = field(default_factory=dict)


@lru_cache(maxsize=1)
def _sectors() -> dict[str, str]:
    return {fold(printed): canonical or printed for printed, canonical in words("sectors").items()}


def place_name(territory: Territory) -> str:
    """"tỉnh Gia Lai", "thành phố Hồ Chí Minh", "xã Liên Hòa"."""
    name = province(territory.name) or territory.name if territory.level in ("", "tỉnh", "thành phố") else territory.name
    level = territory.level or (level_of_province(name) if province(name) else "")
    return f"{level} {name}".strip()


def canonical(body: Body) -> str:
    """The full name of a completed body."""
    name = _sectors().get(fold(body.name), body.name) if body.head.frame in ("sector", "organ") else body.name
    pieces = [body.head.name, name]
    if body.central:
        pieces.append("Trung ương")
    if body.parent:
        pieces.append(_of_parent(body, canonical(body.parent)))
    if body.territory and body.territory.name:
        pieces.append(_place_in_name(body, body.territory))
    elif body.territory:
        pieces.append(body.territory.level)
    return " ".join(" ".join(piece for piece in pieces if piece).split())


def _place_in_name(body: Body, territory: Territory) -> str:
    """"Tỉnh ủy Gia Lai", "Báo Gia Lai", but "Sở Y tế tỉnh Gia Lai" where only "Sở Y tế Gia Lai" is printed too."""
    if body.head.frame == "territory":
        return _bare_name(territory)
    as_printed = body.head.frame == "named" and territory.start + len(territory.name) == territory.end
    return territory.name if as_printed else place_name(territory)


def _of_parent(body: Body, parent: str) -> str:
    """"Ban Chấp hành" of the Tỉnh ủy is that of the Đảng bộ tỉnh."""
    if body.head.name == "Ban Chấp hành" and (level := {"Tỉnh ủy": "tỉnh", "Thành ủy": "thành phố", "Huyện ủy": "huyện"}.get(" ".join(parent.split()[:2]))):
        return f"Đảng bộ {level} {' '.join(parent.split()[2:])}"
    return parent


def _bare_name(territory: Territory) -> str:
    name = province(territory.name) or territory.name
    if name.isdigit():
        return f"{territory.level} {name}"
    return f"Thành phố {name}" if name == "Hồ Chí Minh" else name


def _key(body: Body, on: date | None) -> tuple[str, ...]:
    """Type, sector, parent and territory as one folded name, and the units above a territory that has namesakes."""
    above: list[str] = []
    root: Body | None = body
    while root and root.parent:
        root = root.parent
    territory = root.territory if root else None
    if territory and territory.name:
        merged = any(u.since == _MERGER for u in find(province(territory.name) or territory.name, on=on)) if on and on >= _MERGER else False
        above = ["2025"] if merged else []
        while territory.within:
            territory = territory.within
            above.append(fold(territory.name))
    return (fold(canonical(body)), *above)


class Bodies:
    """All bodies of one article. `entity` gives the one that a printed body stands for, or None for none in particular."""

    def __init__(self, recognition: Recognition, territories: Territories) -> None:
        self.recognition, self.territories = recognition, territories
        self.on = recognition.article.date
        self.known: dict[tuple[str, ...], Known] = {}
        self._by_body: dict[tuple[int, int, str], Known | None] = {}
        self._printed = sorted(self._all_printed(), key=lambda b: (b.start, -b.end))
        self._full = [(b, canonical(b)) for b in self._printed if not _elliptic(b)]
        self._beside = beside(recognition)
        self._entities: dict[tuple[str, ...], Entity] = {}

    def _all_printed(self) -> Iterator[Body]:
        for mention in self.recognition.mentions:
            yield from _bodies_of(mention.parts)

    def know(self, body: Body, hint: Body | None = None, short: str = "") -> Known | None:
        """The body that a printed one stands for; `hint`: another office's body that it may share its parent with."""
        index = (body.start, body.end, body.head.name)
        if index not in self._by_body:
            self._by_body[index] = self._resolve(body, self._beside.get(body.start, hint))
        known = self._by_body[index]
        if known:
            surface = " ".join(self.recognition.writing.text[body.start:body.end].split())
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
        key = _key(full, self.on)
        known = self.known.get(key)
        if known is None:
            known = self.known[key] = Known(full, canonical(full), key)
        if full is not body and canonical(full) != canonical(body):
            known.notes.setdefault(f"full name {canonical(full)!r} for {self.recognition.writing.text[body.start:body.end]!r}")
        return known

    # ------------------------------------------------------------ completion

    def _complete(self, body: Body, hint: Body | None = None) -> Body | None:
        body = self._with_parts(body)
        if body.head.frame in ("sector", "force") and body.name and not (body.parent or body.territory or body.central):
            if larger := self._larger(body):
                return self._complete(larger)
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
            return body
        return replace(body, territory=self._above(Territory(level or found.level, found.name, body.start, body.end, found.within)))

    def _fuller(self, body: Body) -> Body | None:
        """The first body that says more under the same head and name; for a head alone the last one before it."""
        if body.name:
            return self._larger(body)
        if body.head.frame == "territory":
            return None
        begins = re.compile(rf"{re.escape(body.head.name)} (?!{_OTHER_WORD.get(body.head.name, '$')})")
        same = [b for b, name in self._full if begins.match(name) and (b.head.category == body.head.category or b.head.frame == "closed")]
        if body.head.frame == "organ":
            same = [b for b in same if b.head.frame != "closed" or self.recognition.writing.lower.startswith(("ban", "bch"), b.start)]
        before = [b for b in same if b.start < body.start]
        ahead = same and (body.head.frame == "named" or body.head.frame in ("organ", "government") and same[0].start - body.end < 400)
        return before[-1] if before else same[0] if ahead else None

    def _larger(self, body: Body) -> Body | None:
        """The first body whose full name starts with the whole name of this one and goes on."""
        begin = fold(canonical(body)) + " "
        return next((b for b, name in self._full if fold(name).startswith(begin) and b.start != body.start), None)

    def _shared(self, body: Body, hint: Body) -> Body | None:
        """"Ban Thường vụ, Trưởng Ban Dân vận Thành ủy": both of the Thành ủy; "Đảng ủy, UBND xã Liên Hòa": both of the commune."""
        frame, name = body.head.frame, body.head.name
        if frame not in ("organ", "sector", "government", "territory") or name == hint.head.name:
            return None
        if hint.territory and (frame == "government" or name in _LOCAL and hint.head.frame == "government"):
            return self._complete(replace(body, territory=hint.territory))
        if frame == "territory":
            level = hint.territory.level if hint.territory and hint.territory.name else ""
            return replace(body, territory=self._above(hint.territory)) if level and level == body.head.level and hint.territory else None
        if name in _OWN_ORGANS and hint.head.name not in _COMMITTEES and hint.head.category != "PartyBody":
            return self._under(body, hint)
        of = hint.parent if hint.parent and hint.parent.head.name in _COMMITTEES else hint if hint.head.name in _COMMITTEES else None
        if of and body.head.category.startswith("Party") and name not in _COMMITTEES:
            return self._under(body, of)
        return None

    def _under(self, body: Body, above: Body) -> Body | None:
        if _elliptic(above) and not above.territory and above.head.frame not in ("territory", "sector"):
            return None
        return replace(body, parent=self._complete(above) or above)

    def _by_frame(self, body: Body) -> Body | None:
        frame, head = body.head.frame, body.head
        if frame == "territory":
            found = self.territories.named(head.level, body.start)
            return replace(body, territory=self._above(found)) if found else body
        if frame == "organ":
            return self._organ(body)
        if frame == "sector" and body.name:
            return self._sector(body)
        if frame in ("government", "force") or not body.name:
            return None
        return body

    def _organ(self, body: Body) -> Body | None:
        if body.name:
            return body
        if body.head.category.startswith("Party") and body.head.name not in _COMMITTEES and (of := self._committee(body.start)):
            return replace(body, parent=of)
        if body.head.name in ("Ban Thường vụ", "Ban Chấp hành"):
            siblings = [b for b, _ in self._full if b.head.name in ("Ban Thường vụ", "Ban Chấp hành") and b.parent and b.start < body.start]
            return replace(body, parent=siblings[-1].parent) if siblings else None
        return None

    def _sector(self, body: Body) -> Body:
        if fold(body.name) in _PARTY_SECTORS and body.head.name in ("Ban", "Ủy ban", "Ủy ban Kiểm tra") and (of := self._committee(body.start)):
            return replace(body, parent=of)
        if body.head.name in ("Sở", "Chi cục") and (found := self.territories.named("", body.start)):
            return replace(body, territory=Territory(found.level or level_of_province(found.name), found.name, body.start, body.end))
        return body

    def _committee(self, position: int) -> Body | None:
        """The last committee named before an offset, complete."""
        before = [b for b in self._printed if b.end <= position and b.head.name in _COMMITTEES and (b.head.name != "Đảng ủy" or not b.bare)]
        return self._complete(before[-1]) if before else None

    # ------------------------------------------------------------ entities

    def entity(self, known: Known) -> Entity:
        """The entity of a body that is known; its names are all that have been printed so far."""
        if known.key not in self._entities:
            values = {"committee": True} if known.body.head.committee and known.body.head.category != "PartyCommittee" else {}
            self._entities[known.key] = Entity(known.body.head.category, known.key, known.name, _names(known), values,
                                               tuple(sorted(known.spans)), "body", tuple(known.notes))
        return self._entities[known.key]

    def parent(self, known: Known) -> Known | None:
        """The body above, where the article names it by itself too."""
        if not known.body.parent or _key(known.body.parent, self.on) not in self.known:
            return None
        return self.known[_key(known.body.parent, self.on)]


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
    if body.head.frame == "sector" and body.name:
        return body.head.name not in ("Bộ", "Tổng cục", "Cục", "Vụ", "Viện", "Cơ quan", "Ủy ban")
    return True


_JOIN = re.compile(r"\s*(?:,|;|,?\s+và|,?\s+cùng|-)\s*(?:(?:các|nguyên|đồng thời|kiêm|là)\s+)?")


def beside(recognition: Recognition) -> dict[int, Body]:
    """Where a body starts -> the body that follows it in a list or in the next office of one person."""
    found: dict[int, Body] = {}
    mentions = sorted(recognition.of("body"), key=lambda m: (m.start, -m.end))
    for left, right in zip(mentions, mentions[1:], strict=False):
        if _JOIN.fullmatch(recognition.writing.lower, left.end, right.start):
            found[left.start] = right.parts["body"]
    for mention in recognition.of("person"):
        offices = [o for o in mention.parts["person"].offices if o.body]
        for one, following in zip(offices, offices[1:], strict=False):
            if one.body.start != following.body.start and one.end <= following.start and following.start - one.end < 6:
                found.setdefault(one.body.start, following.body)
    return {start: _last(start, found) for start in found}


def _last(start: int, found: dict[int, Body]) -> Body:
    """The first body of a chain that says whose it is: "Đảng ủy, HĐND, UBND xã Liên Hòa"."""
    body = found[start]
    for _ in range(6):
        if not body.bare or body.start not in found:
            return body
        body = found[body.start]
    return body


def _bodies_of(parts: dict[str, object]) -> Iterator[Body]:
    if body := parts.get("body"):
        if isinstance(body, Body):
            yield body
    for office in _offices(parts):
        if office.body:
            yield office.body


def _offices(parts: dict[str, object]) -> Iterable:
    if person := parts.get("person"):
        return person.offices  # type: ignore[attr-defined]
    return [parts["office"]] if "office" in parts else []


__all__ = ["Bodies", "Known", "canonical", "place_name", "provinces"]
