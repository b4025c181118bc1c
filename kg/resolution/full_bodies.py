"""The bodies of one article that it names in full, in which its short forms are looked up: "Hội" for "Hội Luật gia"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property, lru_cache

from kg.recognition.heads import Body, Head
from kg.recognition.recognition import Recognition
from kg.resolution.fullnames import canonical
from kg.resolution.neighbours import bodies_of
from kg.vi.lexicon import table
from kg.vi.writing import fold

COMMITTEES = ("Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Đảng ủy", "Đảng bộ", "Quân ủy")
LOCAL = ("Đảng ủy", "Đảng bộ")
_LED_BY_OTHERS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã")  # "Đảng bộ tỉnh": the Tỉnh ủy leads it
BLOC = fold("Khối")
# How far ahead, in characters, the full name of an organ may first stand.
_NEAR = 400
_SIBLING = re.compile("(?:Ban Thường vụ|Ban Chấp hành) (?!Trung ương Đảng)")
# Heads whose names are complete without a body or a place, if they have a field.
_WHOLE = ("Bộ", "Tổng cục", "Cục", "Vụ", "Viện", "Cơ quan", "Ủy ban")


def is_elliptic(body: Body) -> bool:
    """Whether something of a body's name is left out: "UBND tỉnh", "Ban Thường vụ"."""
    if body.head.frame == "closed" or body.central or body.head.name.endswith("Việt Nam") and not body.territory:
        return False
    if body.parent:
        return is_elliptic(body.parent)
    if body.territory:
        return not body.territory.name
    if body.head.frame in ("named", "force"):
        return not body.name
    return not (body.head.fielded and body.name and body.head.name in _WHOLE)


@lru_cache(maxsize=256)
def _beginning(head: str) -> re.Pattern[str]:
    """Full names that a head alone may stand for: "Hội" for "Hội Luật gia", not for "Hội đồng"."""
    others = table("bodies")["short"]["other_names"].get(head, [])
    return re.compile(rf"{re.escape(head)} (?!{'|'.join(map(re.escape, others)) or '$'})")


def _same_above(full: Body, body: Body) -> bool:
    """Whether the body above a full one is of the kind that a short form names: "Ban Thường vụ Đảng ủy"."""
    above, full_above = body.parent, full.parent
    if not above or not full_above:
        return not above
    return canonical(full_above).startswith(above.head.name) and _same_above(full_above, above)


def _with_parents(body: Body | None) -> Iterator[Body]:
    """A body and those above it, as its name prints them."""
    while body:
        yield body
        body = body.parent


class FullBodies:
    """Looks bodies of an article up by what a short form prints; what it gives is not completed."""

    def __init__(self, recognition: Recognition) -> None:
        self._lower = recognition.writing.lower
        printed = (body for mention in recognition.mentions for body in bodies_of(mention.parts))
        self._printed = sorted(printed, key=lambda b: (b.start, -b.end))
        above = (one for b in self._printed for one in _with_parents(b) if one is b or one.name or not one.central)
        nested = sorted(above, key=lambda b: (b.start, -b.end))
        self._full = [(b, canonical(b)) for b in nested if not is_elliptic(b)]
        self._folded = [(b, fold(name)) for b, name in self._full]
        self._by_head: dict[str, list[Body]] = {}
        self._by_name: dict[str, Body | None] = {}

    def fuller(self, body: Body) -> Body | None:
        """The first body that says more under the same head and name; for a head alone the last one before it."""
        if body.name:
            return self.larger(body)
        if body.head.frame == "territory":
            return None
        same = [b for b in self._beginning_with(body.head) if _same_above(b, body)]
        if before := [b for b in same if b.start < body.start]:
            return before[-1]
        return same[0] if same and self._may_follow(body, same) else None

    def _may_follow(self, body: Body, same: list[Body]) -> bool:
        """Whether a head alone may stand for a body that is first named in full after it."""
        if body.head.frame == "named":
            return True
        near = same[0].start - body.end < _NEAR
        only = body.head.frame == "government" and len({canonical(b) for b in same}) == 1
        return only or near and (body.head.frame in ("organ", "government") or body.head.name == "Sở")

    def larger(self, body: Body) -> Body | None:
        """The first body whose full name starts with the whole name of this one and goes on."""
        begin = fold(canonical(body)) + " "
        if begin not in self._by_name:
            self._by_name[begin] = next((b for b, name in self._folded if name.startswith(begin)), None)
        found = self._by_name[begin]
        return found if found and found.start != body.start else None

    def _beginning_with(self, head: Head) -> list[Body]:
        """The full bodies, in the order of the text, that a head alone may stand for."""
        if head.name not in self._by_head:
            begins = _beginning(head.name)
            self._by_head[head.name] = [b for b, name in self._full if begins.match(name) and self._fits(b, head)]
        return self._by_head[head.name]

    def _fits(self, body: Body, head: Head) -> bool:
        """Whether a body is of the kind of a head, whatever their names are."""
        closed = body.head.frame == "closed"
        if not closed and body.head.category != head.category:
            return False
        return head.frame != "organ" or not closed or self._lower.startswith(("ban", "bch"), body.start)

    def with_level(self, body: Body) -> Body | None:
        """The body of the same head with a level, "UBND thành phố" for "UBND", where the article has only one level."""
        same = [b for b in self._printed if b.head.name == body.head.name and b.territory and not b.territory.name]
        return same[0] if same and len({b.territory.level for b in same if b.territory}) == 1 else None

    def committee_before(self, position: int) -> Body | None:
        """The last committee of the Party that is named before an offset."""
        before = (b for b in reversed(self._printed) if b.end <= position and b.head.name in COMMITTEES)
        return next((b for b in before if b.head.name != "Đảng ủy" or not b.bare), None)

    def organization_before(self, position: int) -> Body | None:
        """The Party organization named last before an offset that a "Đảng ủy" leads: "Đảng bộ xã Ia Ly"."""
        i = bisect_left(self._organizations, position, key=lambda b: b.start)
        return self._organizations[i - 1] if i else None

    @cached_property
    def _organizations(self) -> list[Body]:
        led = (b for b, _ in self._full if b.head.name in LOCAL)
        return [b for b in led if not (b.territory and b.territory.level in _LED_BY_OTHERS)]

    @cached_property
    def only_police(self) -> Body | None:
        """The police of a province, if the article names one of it in full and no other one's."""
        named = {name: b for b, name in self._full if b.head.name == "Công an" and b.territory}
        of_provinces = [b for b in named.values() if b.territory and b.territory.level in ("", "tỉnh")]
        return of_provinces[0] if len(of_provinces) == 1 == len(named) else None

    def bloc(self) -> Body | None:
        """The Party organization of a bloc that the article names in full: "Đảng ủy Khối các cơ quan tỉnh Gia Lai"."""
        blocs = (b for b in self._printed if b.head.name in LOCAL and fold(b.name).startswith(f"{BLOC} "))
        return next(blocs, None)

    def owner_of_sibling(self, position: int) -> Body | None:
        """Whose the last "Ban Thường vụ" or "Ban Chấp hành" before an offset is, if not the Party's."""
        for sibling, name in reversed(self._full):
            if sibling.start < position and (match := _SIBLING.match(name)):
                head = Head(name[match.end() :], "closed", sibling.head.category)
                return sibling.parent or Body(head, sibling.start, sibling.end)
        return None
