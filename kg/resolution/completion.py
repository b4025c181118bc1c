"""What the bodies of one article leave out of their names: "UBND tỉnh" of which province, "Ban Thường vụ" of what."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from kg.recognition.heads import Body, Head, heads
from kg.recognition.recognition import Recognition
from kg.recognition.territories import Territory, level_of_province, province
from kg.resolution.full_bodies import BLOC, COMMITTEES, LOCAL, FullBodies, is_elliptic
from kg.resolution.fullnames import LEADS, canonical, kind, party_fields
from kg.resolution.territory import Territories
from kg.vi.lexicon import table
from kg.vi.writing import fold

# Units whose parent or place the next unit of the same kind may name: "Phòng Y tế, Phòng Nội vụ huyện Chư Sê".
_UNITS = ("Phòng", "Ban", "Sở")
# Heads of offices that each province has.
_OF_PROVINCES = ("Sở", "Chi cục")
# Organs of a committee that the level of the body beside them tells: "Ủy viên Ban Thường vụ, Chủ tịch UBND huyện".
_OF_LEVEL = ("Ban Thường vụ",)
# Units of which each province has one, none smaller: "Bộ Chỉ huy Quân sự".
_PROVINCIAL = ("Bộ Chỉ huy Quân sự", "Bộ Chỉ huy Bộ đội Biên phòng")
# Organs whose committee the body beside them may tell: "Ban Thường vụ Đảng ủy, Ban Giám đốc Công an tỉnh".
_LEADING = ("Ban Thường vụ", "Ban Chấp hành", "Thường trực")
# Names that two bodies have: which one is meant is told once, "Tổng cục Chính trị Công an nhân dân".
_TWICE = ("Tổng cục Chính trị", "Tổng cục Hậu cần", "Quân đội nhân dân")


@lru_cache(maxsize=1)
def _own_organs() -> frozenset[str]:
    """Organs that the body which stands beside them has: "Bí thư Đảng ủy, Giám đốc Sở Tư pháp"."""
    return frozenset(table("bodies")["short"]["own_organs"])


def _of_committee(body: Body) -> Body:
    """ "Ban Thường vụ huyện Ba Vì": that of the Huyện ủy."""
    place = body.territory
    level = next((head for head, level in LEADS.items() if place and level == place.level), None)
    if not place or not level:
        return body
    committee = Body(heads()[level.lower()], place.start, place.end, territory=place)
    return replace(body, territory=None, parent=committee)


class Completion:
    """Completes the names of an article's bodies."""

    def __init__(self, recognition: Recognition, territories: Territories) -> None:
        self.territories, self.full = territories, FullBodies(recognition)

    def complete(self, body: Body, hint: Body | None = None) -> Body | None:
        """A body with what it leaves out; None where no body in particular is meant.

        hint  a body beside it, which may say whose it is
        """
        body = self._with_parts(self._with_parent(body, hint))
        alone = body.name and not (body.parent or body.territory or body.central)
        short = alone and (body.head.fielded or body.head.frame == "force") or body.head.name in _TWICE
        if short and (larger := self.full.larger(body)) and not self._is_elsewhere(body, larger):
            return self.complete(larger)
        if alone and fold(body.name) == BLOC and (bloc := self.full.bloc()):
            whole = self.complete(bloc) or bloc
            return replace(body, name=whole.name, parent=whole.parent, territory=whole.territory, central=whole.central)
        return self._whole(body, hint) if is_elliptic(body) else body

    def _is_elsewhere(self, body: Body, full: Body) -> bool:
        """Whether another province's bodies are told of where a body stands in short than that of a full name."""
        near = self.territories.near(body.start) if body.head.name in _OF_PROVINCES else None
        seat = full.territory and province(full.territory.name)
        between = near is not None and near.start <= full.start < body.start
        return bool(near and seat and not between and province(near.name) != seat)

    def _whole(self, body: Body, hint: Body | None) -> Body | None:
        """An elliptic body by its level, the body beside it, a fuller name of it, or what its kind tells."""
        if body.territory and not body.territory.name:
            beside = hint.territory if hint else None
            same = beside and beside.name and beside.level == body.territory.level
            return replace(body, territory=self._above(beside)) if beside and same else self._in_level(body)
        if hint and (shared := self._shared(body, hint)):
            return shared
        if body.bare and body.head.name == "Trung ương Hội":
            return self._of_association(body)
        fuller = self.full.fuller(body)
        central = fuller and fuller.head.frame == "closed" and hint and hint.head.name in _OF_LEVEL
        if fuller and not central and not self._is_elsewhere(body, fuller):
            return self.complete(fuller)
        return self._by_frame(body)

    def _of_association(self, body: Body) -> Body | None:
        """ "Trung ương Hội" in an article on the Hội Luật gia Việt Nam."""
        whole = self.full.fuller(Body(heads()["hội"], body.start, body.end))
        name = canonical(whole) if whole else ""
        if not name.endswith("Việt Nam"):
            return None
        return Body(Head(f"Trung ương {name}", "closed", "MassOrganization"), body.start, body.end)

    def _with_parent(self, body: Body, hint: Body | None) -> Body:
        """With the parent that the body beside it has or tells.

        "Ban Thường vụ Tỉnh ủy và UBKT Tỉnh ủy Gia Lai", "Ban Thường vụ Đảng ủy, Bộ Tư lệnh Quân khu 5".
        """
        above = body.parent
        if not hint or not above or not above.bare:
            return body
        if hint.parent and hint.parent.head.name == above.head.name:
            return replace(body, parent=hint.parent)
        own = body.head.name in _LEADING and above.head.name in _own_organs() and self._shared(above, hint)
        return replace(body, parent=own) if own else body

    def _with_parts(self, body: Body) -> Body:
        """With its parent completed, and its territory's upper units."""
        if body.parent:
            return replace(body, parent=self.complete(body.parent) or body.parent)
        if body.territory and body.territory.name:
            above = self._above(body.territory)
            placed = body if above is body.territory else replace(body, territory=above)
            return _of_committee(placed) if body.head.name in ("Ban Thường vụ", "Thường trực") else placed
        return body

    def _above(self, territory: Territory) -> Territory:
        """A territory with the province above it, unless it says itself what is."""
        above = self.territories.above(territory)
        if territory.within or not above or province(territory.name) and territory.level in ("", "tỉnh", "thành phố"):
            return territory
        return replace(territory, within=Territory(level_of_province(above), above, territory.start, territory.end))

    def _in_level(self, body: Body) -> Body | None:
        """ "UBND tỉnh": in the territory that the level alone means here."""
        level = body.territory.level if body.territory else body.head.level
        found = self.territories.named(level, body.start)
        if not found:
            return body if body.name or level in ("tỉnh", "thành phố") else None
        named = Territory(level or found.level, found.name, body.start, body.end, found.within)
        return replace(body, territory=self._above(named))

    # ------------------------------------------------------------ by the body beside it

    def _shared(self, body: Body, hint: Body) -> Body | None:
        """The body as the one beside it completes it.

        "Ban Thường vụ, Trưởng Ban Dân vận Thành ủy": both of the Thành ủy; "Đảng ủy, UBND xã Liên Hòa": both there.
        """
        frame, name = body.head.frame, body.head.name
        placed = hint.territory is not None and bool(hint.territory.name)
        if frame == "force":
            there = body.bare and placed and hint.head.frame in ("force", "government")
            return replace(body, territory=hint.territory) if there else None
        if name == hint.head.name:
            both = name in _UNITS and body.name and (placed or hint.parent)
            return self.complete(replace(body, territory=hint.territory, parent=hint.parent)) if both else None
        if frame == "territory":
            of = hint.parent if hint.parent and hint.parent.head.name == name else hint
            place = of.territory
            same = place and place.name and place.level == body.head.level
            return replace(body, territory=self._above(place)) if place and same else None
        if frame == "government" and hint.bare and hint.head.frame == "territory":
            hint = self.complete(hint) or hint
        if hint.territory and (frame == "government" or name in LOCAL and hint.head.frame == "government"):
            return self.complete(replace(body, territory=hint.territory))
        return self._of(body, hint) if body.head.fielded or frame == "organ" else None

    def _of(self, body: Body, hint: Body) -> Body | None:
        """An organ as that of the body beside it, or of the committee that the body beside it is of."""
        own = body.head.name in _own_organs()
        if own and hint.head.frame == "organ" and hint.name and not hint.parent:
            return replace(body, name=hint.name)
        if own and hint.head.name not in COMMITTEES and hint.head.category != "PartyBody":
            office = body.head.name == "Chi bộ" and hint.head.name == "Văn phòng"  # the cell of the office itself
            led = hint.head.frame == "organ" and not office or hint.head.name == "Bộ Tư lệnh"
            higher = led or body.head.name in LOCAL and hint.head.name in ("Vụ", "Phòng")
            return self._under(body, hint.parent if hint.parent and higher else hint)
        if body.bare and body.head.name in _OF_LEVEL and hint.head.frame == "government" and hint.territory:
            return self.complete(_of_committee(replace(body, territory=hint.territory)))
        of = next((b for b in (hint.parent, hint) if b and b.head.name in COMMITTEES), None)
        if of and body.head.category.startswith("Party") and body.head.name not in COMMITTEES:
            return self._under(body, of)
        return None

    def _under(self, body: Body, above: Body) -> Body | None:
        known = above.territory or above.head.frame in ("territory", "force") or above.head.fielded
        if is_elliptic(above) and not known:
            return None
        parent = self.complete(above)
        return None if above.bare and not parent else replace(body, parent=parent or above)

    # ------------------------------------------------------------ by its kind

    def _by_frame(self, body: Body) -> Body | None:
        frame, head = body.head.frame, body.head
        if frame == "territory":
            if found := self.territories.named(head.level, body.start):
                return replace(body, territory=self._above(found))
            return None if self.territories.home else body
        if frame == "organ" and body.parent:
            of_place = body.parent.head.frame == "territory"
            return body if body.parent.name else self._organ(body) if of_place else None
        if frame == "organ":
            return body if body.name else self._organ(body)
        if head.fielded and body.name:
            return self._fielded(body)
        if body.bare and head.name in _PROVINCIAL and (found := self.territories.named("tỉnh", body.start)):
            return replace(body, territory=found)
        # "Mặt trận Tổ quốc" alone is rather the whole than that of the province.
        state = frame == "government" and (head.category == "StateBody" or head.name.startswith("Hội "))
        local = state and len(head.name.split()) > 3 and not head.committee
        if local and (only := self.territories.only):
            return replace(body, territory=only)
        one_province = frame == "government" and head.committee and self.territories.only
        if one_province and (levelled := self.full.with_level(body)):
            return self._in_level(levelled)
        return None if frame in ("government", "force") or not body.name else body

    def _organ(self, body: Body) -> Body | None:
        """ "Ban Thường vụ": of the last committee, or of the body whose "Ban Chấp hành" was named."""
        name = body.head.name
        of_party = body.head.category.startswith("Party") and name not in (*COMMITTEES, *_own_organs())
        if name == "Đảng ủy" and (led := self.full.organization_before(body.start)):
            return replace(body, name=led.name, parent=led.parent, territory=self._placed(led))
        owner = self._committee(body.start) if of_party else None
        if not owner and name in ("Ban Thường vụ", "Ban Chấp hành"):
            owner = self.full.owner_of_sibling(body.start)
        return replace(body, parent=owner) if owner else None

    def _placed(self, body: Body) -> Territory | None:
        return self._above(body.territory) if body.territory else None

    def _fielded(self, body: Body) -> Body:
        """ "Ban Tuyên giáo": of the last committee; "Sở Y tế": of the province."""
        party = fold(body.name) in party_fields() and body.head.name in ("Ban", "Ủy ban", "Ủy ban Kiểm tra")
        if party and (of := self._committee(body.start)):
            return replace(body, parent=of)
        if body.head.name == "Phòng" and kind(body) == "ArmedForce" and (police := self.full.only_police):
            return replace(body, parent=self._with_parts(police))
        found = self.territories.named("", body.start) if body.head.name in _OF_PROVINCES else None
        if not found:
            return body
        level = found.level or level_of_province(found.name)
        return replace(body, territory=Territory(level, found.name, body.start, body.end))

    def _committee(self, position: int) -> Body | None:
        """The last committee named before an offset, complete."""
        committee = self.full.committee_before(position)
        return self.complete(committee) if committee else None
