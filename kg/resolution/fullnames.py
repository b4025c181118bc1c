"""The full name of a completed body, and what tells it from its namesakes."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from kg.recognition.heads import Body
from kg.recognition.territories import Territory, level_of_province, province
from kg.vi.lexicon import table, words
from kg.vi.places import find
from kg.vi.writing import fold

# Provinces were merged: since that day a name may mean another unit than before.
MERGER = date(2025, 7, 1)


@lru_cache(maxsize=1)
def _sectors() -> dict[str, str]:
    return {fold(printed): canonical or printed for printed, canonical in words("sectors").items()}


def place_name(territory: Territory) -> str:
    """ "tỉnh Gia Lai", "thành phố Hồ Chí Minh", "xã Liên Hòa"."""
    name = (
        province(territory.name) or territory.name if territory.level in ("", "tỉnh", "thành phố") else territory.name
    )
    level = territory.level or (level_of_province(name) if province(name) else "")
    return f"{level} {name}".strip()


def canonical(body: Body) -> str:
    """The full name of a completed body."""
    fielded = body.head.fielded or body.head.frame == "organ"
    name = _sectors().get(fold(body.name), body.name) if fielded else body.name
    pieces = [body.head.name]
    if name:
        pieces.append(name)
    if body.central:
        pieces.append("Trung ương")
    if body.parent:
        pieces.append(_of_parent(body, canonical(body.parent)))
    if body.territory and body.territory.name:
        pieces.append(_place_in_name(body, body.territory))
    elif body.territory:
        pieces.append(body.territory.level)
    return " ".join(" ".join(pieces).split())


# Bodies that sit in a place that is not theirs alone: "Tòa án nhân dân cấp cao tại Đà Nẵng".
_SEATED = ("cấp cao", "ãnh sự quán")


def _place_in_name(body: Body, territory: Territory) -> str:
    """ "Tỉnh ủy Gia Lai", "Báo Gia Lai", but "Sở Y tế tỉnh Gia Lai" where only "Sở Y tế Gia Lai" is printed too."""
    if body.head.frame == "territory":
        return _bare_name(territory)
    if body.head.name.endswith(_SEATED):
        return f"tại {_bare_name(territory).replace('Thành phố', 'thành phố')}"
    as_printed = body.head.frame == "named" and territory.start + len(territory.name) == territory.end
    return territory.name if as_printed else place_name(territory)


# Committees and the level of the Party's organization that they lead.
LEADS = {"Tỉnh ủy": "tỉnh", "Thành ủy": "thành phố", "Huyện ủy": "huyện", "Quận ủy": "quận", "Thị ủy": "thị xã"}


def _of_parent(body: Body, parent: str) -> str:
    """ "Ban Chấp hành" of the Tỉnh ủy is that of the Đảng bộ tỉnh."""
    if not body.head.name.startswith("Ban Chấp hành"):
        return parent
    named = "" if body.head.name == "Ban Chấp hành" else "Đảng bộ "
    committee, place = " ".join(parent.split()[:2]), " ".join(parent.split()[2:])
    if committee == "Đảng ủy":
        return f"Đảng bộ {place}".removeprefix(named)
    if level := LEADS.get(committee):
        placed = place.removeprefix("Thành phố ") if level == "thành phố" else place.removeprefix(f"{level} ")
        return f"Đảng bộ {level} {placed}".removeprefix(named)
    return parent.removeprefix(named)


def _bare_name(territory: Territory) -> str:
    name = province(territory.name) or territory.name
    if name.isdigit():
        return f"{territory.level} {name}"
    return f"Thành phố {name}" if name == "Hồ Chí Minh" else name


# Organs of their own kind whoever has them: a Party cell in a firm is of the Party.
_OF_THEIR_OWN = ("PartyBody", "MassOrganization")
_PARTY_ORGANS = ("Ban Chấp hành Đảng bộ", "Đảng ủy", "Chi ủy", "Đảng đoàn", "Ban Cán sự đảng", "Ban Cán sự", "Quân ủy")


def kind(body: Body) -> str:
    """The class of a body: an organ is of the kind of the body that has it ("Hội đồng quản trị" of a firm)."""
    head, parent = body.head, body.parent
    if head.frame == "sector":
        return _kind_of_unit(body)
    if not parent or head.frame != "organ" or head.category in _OF_THEIR_OWN or head.name in _PARTY_ORGANS:
        return head.category
    above = kind(parent)
    if above in ("PartyCommittee", "PartyBody"):
        return "PartyBody" if head.category == "StateBody" else "PartyCommittee"
    return above


# Fields of a bare "Ban" that a government or an assembly has.
_OF_STATE = tuple(
    map(
        fold,
        "Quản lý|Tiếp công dân|Pháp chế|Dân tộc|Tôn giáo|Thi đua|An toàn|Kinh tế - Ngân sách|Kinh tế và Ngân sách|"
        "Văn hóa - Xã hội|Đô thị|Bồi thường|Giải phóng mặt bằng|Giải tỏa".split("|"),
    )
)
_POLICE = tuple(
    map(fold, "Cảnh sát|CSGT|An ninh điều tra|An ninh đối|An ninh kinh tế|An ninh nội địa|An ninh mạng".split("|"))
)


def _kind_of_unit(body: Body) -> str:
    """The class of a body with a field of work: as that of the body above it ("Ban Pháp chế" of an assembly), else as
    its field tells ("Phòng Cảnh sát hình sự")."""
    head, parent = body.head, body.parent
    if head.category not in ("StateBody", "PartyBody"):
        return head.category
    if fold(body.name).startswith(_POLICE) and head.name != "Ban":
        return "ArmedForce"
    above = kind(parent) if parent else ""
    if above in ("ArmedForce", "Enterprise", "MassOrganization", "School", "HealthFacility", "StateBody"):
        return above
    if above.startswith("Party"):
        return "PartyBody"
    field = fold(body.name)
    local = body.territory is not None and field not in party_fields()
    of_state = head.name == "Ban" and not body.central and (local or field.startswith(_OF_STATE))
    return "StateBody" if of_state else head.category


@lru_cache(maxsize=1)
def party_fields() -> frozenset[str]:
    """Fields whose bare "Ban" or "Ủy ban" belongs to a committee: "Ban Tuyên giáo" of the Tỉnh ủy."""
    return frozenset(map(fold, table("bodies")["short"]["party_fields"]))


def identity(body: Body, on: date | None, name: str = "") -> tuple[str, ...]:
    """Type, sector, parent and territory as one folded name, and the units above a territory that has namesakes;
    `name` is the canonical one, where it is known."""
    above: list[str] = []
    root: Body | None = body
    while root and root.parent:
        root = root.parent
    territory = root.territory if root else None
    if territory and territory.name:
        merged = (
            any(u.since == MERGER for u in find(province(territory.name) or territory.name, on=on))
            if on and on >= MERGER
            else False
        )
        above = ["2025"] if merged else []
        while territory.within:
            territory = territory.within
            above.append(fold(territory.name))
    return (fold(_without_form(body, _STANDING.sub(_led, name or canonical(body)))), *above)


_STANDING = re.compile(r"^Ban Thường vụ Đảng bộ (tỉnh|thành phố|huyện|quận|thị xã) (?=(Hồ Chí Minh)?)")


def _led(match: re.Match[str]) -> str:
    """ "Ban Thường vụ Đảng bộ tỉnh Gia Lai" is that of the Tỉnh ủy."""
    committee = next(head for head, level in LEADS.items() if level == match[1])
    return f"Ban Thường vụ {committee} {'Thành phố ' if match[2] else ''}"


# What a firm is by law: often left out when it is named again.
_FORM = re.compile(
    r" (?:cổ phần|thương mại cổ phần|TMCP|TNHH|trách nhiệm hữu hạn|MTV|một thành viên)(?![^\W_])", re.IGNORECASE
)


def _without_form(body: Body, name: str) -> str:
    """ "Công ty cổ phần Hoa Sơn" is the same firm as "Công ty Hoa Sơn"."""
    return _FORM.sub("", name) if kind(body) == "Enterprise" else name
