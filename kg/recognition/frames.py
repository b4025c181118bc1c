"""How bodies' names go on behind their heads: one function for each frame of `kg/vi/bodies.toml`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

from kg.recognition.body_parts import Parts
from kg.recognition.heads import Body, heads
from kg.recognition.names import may_start
from kg.recognition.own_names import is_holder
from kg.recognition.territories import CAPITAL, Territory, is_syllable, known_at, province, territory
from kg.vi.lexicon import table
from kg.vi.places import find

# "UBND quận huyện", "UBND phường, xã": all the committees of these levels, none in particular.
_LEVEL = r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)"
_ANY_OF = re.compile(rf"\s+(?i:{_LEVEL})(?:\s*[,/-]\s*|\s+)(?i:{_LEVEL}|thành)(?![^\W_])(?!\s+[{CAPITAL}\d])")
_PROVINCES = ("tỉnh", "thành phố")
# "Bí thư tỉnh ủy, thành ủy", "các tỉnh, thành ủy": those of all places.
_COMMITTEES = re.compile(r"(?:,|/| -| và|,? hoặc) ?(tỉnh|thành|quận|huyện|thị) ủy(?![^\W_])")
_BESIDE = re.compile(
    r"(?<![^\W_])(?:(tỉnh|thành|quận|huyện|thị) ủy(?:,| và| hoặc|/| -)|các (?:tỉnh|quận|huyện),) ?$"
)
_OF_MANY = re.compile(r"(?:những|nhiều|mỗi|từng|mọi) (?:phó )?bí thư $")  # "những Bí thư Tỉnh ủy trẻ nhất"
_OF_ANY = re.compile(r" (?:tỉnh|thành|quận|huyện|thị) ủy")
_CAPITAL = re.compile(rf" [{CAPITAL}]")
_COMMUNES = ("xã", "phường", "thị trấn")
_DISTRICT = re.compile(rf"[{CAPITAL}][^\W\d_]*(?: [{CAPITAL}][^\W\d_]*){{0,2}}")
_UNIT = re.compile(r"\s+(\d{1,4}|[IVX]{1,4}|Thủ đô)(?![^\W_])")
# "Tòa án nhân dân khu vực 3 - Gia Lai"
_SEAT = re.compile(rf" ?- ?[{CAPITAL}][^\W\d_]+(?: [{CAPITAL}][^\W\d_]+){{0,3}}")
_ARM = re.compile(
    r"\s+(quân sự|công an|bộ đội biên phòng|dân chính đảng|ngoài nước)"
    r"(?=\s+(?:tỉnh|thành phố|tp|huyện|quận|thị xã)(?![^\W_]))",
    re.IGNORECASE,
)
_BLOC = re.compile(
    r"\s+(khối\s+(?:các\s+)?(?:cơ quan|doanh nghiệp|cơ sở|kinh tế|công nghiệp|khoa giáo|nội chính|tư tưởng"
    r"|dân vận|đối ngoại|(?:trường )?đại học(?:, | và | - )cao đẳng|dân\s?-?\s?chính\s?-?\s?đảng)"
    r"(?:,?\s+(?:và\s+)?(?:doanh nghiệp|dân\s?-?\s?chính\s?-?\s?đảng|công nghiệp|thương mại|du lịch|nông nghiệp))?"
    r"|khối)(?![^\W_])",
    re.IGNORECASE,
)
_FOREIGN = re.compile(rf" ([{CAPITAL}][a-z]+)(?:-[{CAPITAL}][a-z]+)*(?![^\W_])")
_MISSIONS = ("Đại sứ quán", "Tổng Lãnh sự quán", "Lãnh sự quán", "Phái đoàn")
_FIRMS = ("Tập đoàn", "Tổng công ty", "Công ty", "Ngân hàng")
_WITHIN = re.compile(r"[^\W\d_,] $|, $")
_RUN = re.compile(rf"(?: [{CAPITAL}][^\W\d_A-Z]*)+")
_SMALL = re.compile(rf" (?![{CAPITAL}])[^\W\d_]")
_NAME_FOLLOWS = re.compile(rf" (?:[{CAPITAL}]|[^\W\d_]+ [{CAPITAL}])")


def _foreign_party(parts: Parts, body: Body) -> Body | None:
    """ "Bộ Chính trị | Đảng Nhân dân Cách mạng Lào"."""
    party = parts.nested(body.end + 1) if parts.text.startswith(" Đảng ", body.end) else None
    foreign = party and party.head.name.startswith(("Đảng Nhân dân", "Đảng Cộng sản")) and "Việt" not in party.head.name
    return party if foreign else None


@cache
def _with_branches() -> frozenset[str]:
    return frozenset(name.lower() for name in table("bodies")["short"]["branches"])


def _closed(parts: Parts, body: Body) -> Body:
    """ "Bộ Chính trị", but "VNPT | Gia Lai": what a group has in a province is a body of its own."""
    printed = parts.text[body.start : body.end]
    if body.head.category == "PartyBody" and (party := _foreign_party(parts, body)):
        return replace(body, head=replace(body.head, category="ForeignBody"), parent=party, end=party.end)
    branch = printed.lower() in _with_branches() and parts.in_territory(body)
    if not branch or not branch.territory or not province(branch.territory.name):
        return body
    return replace(branch, head=replace(body.head, name=printed, frame="named"))


def _government(parts: Parts, body: Body) -> Body | None:
    if _ANY_OF.match(parts.text, body.end):
        return None
    return parts.in_territory(body) or parts.central(body) or _of_office(parts, body) or body


def _of_office(parts: Parts, body: Body) -> Body | None:
    """ "Tòa án quân sự | Quân khu 5", "Thanh tra | Sở Xây dựng"."""
    court, inspectors = body.head.name.startswith(("Tòa án", "Viện kiểm sát")), body.head.name == "Thanh tra"
    members = body.head.category == "MassOrganization"  # "Hội Phụ nữ Công an tỉnh"
    found = parts.of_body(body) if court or inspectors or members else None
    above = found.parent if found else None
    armed = above is not None and above.head.category == "ArmedForce"
    of = above and ((court or members) and armed or inspectors and above.head.name in ("Sở", "Bộ"))
    return found if of else None


def _is_any(parts: Parts, body: Body) -> bool:
    """Whether committees of one level after the other are named, with no place: "bí thư tỉnh ủy, thành ủy"."""
    if not body.head.name.endswith("ủy") or _NAME_FOLLOWS.match(parts.text, body.end):
        return False
    if _OF_MANY.search(parts.lower, max(0, body.start - 24), body.start):
        return True
    before = _BESIDE.search(parts.lower, max(0, body.start - 20), body.start)
    after = _COMMITTEES.match(parts.lower, body.end)
    own = body.head.name.lower().split()[0]
    if before and before[1] != own:
        return True
    return after is not None and after[1] != own and not _CAPITAL.match(parts.text, after.end())


def _committee(parts: Parts, body: Body) -> Body | None:
    """ "Tỉnh ủy Gia Lai": a place, whose level the head gives."""
    if _is_any(parts, body):
        return None
    spaced = parts.text[body.end : body.end + 1] == " "
    found = territory(parts.text, body.end + 1, chain=True) if spaced else None
    if found and found.name:
        return replace(body, territory=replace(found, level=found.level or body.head.level), end=found.end)
    if several := parts.in_territory(body) if parts.text.startswith(" các ", body.end) else None:
        return several
    at = body.end + 1
    commune = body.head.level in _COMMUNES
    name = (known_at(parts.text, at, body.head.level) if commune else _district(parts.text, at)) if spaced else None
    if not name or body.head.level == "tỉnh":
        foreign = _FOREIGN.match(parts.text, body.end) if body.head.level in _PROVINCES else None
        named = not foreign or is_syllable(foreign.group(1)) or may_start(parts.text, at)  # "Tỉnh ủy Rah Lan Chung"
        return body if named or not foreign else _abroad(body, foreign)
    return replace(body, territory=Territory(body.head.level, name, at, at + len(name)), end=at + len(name))


def _abroad(body: Body, name: re.Match[str]) -> Body:
    """ "Tỉnh ủy | Attapeu": a committee of another country."""
    head = replace(body.head, frame="closed", category="ForeignBody")
    return replace(body, head=head, name=name.group().strip(), end=name.end())


def _district(text: str, position: int) -> str | None:
    """The district whose name starts at an offset, the longest one, or None."""
    run = _DISTRICT.match(text, position)
    syllables = run.group().split() if run else []
    names = [" ".join(syllables[:size]) for size in range(len(syllables), min(len(syllables) - 1, 1), -1)]
    return next((name for name in names if any(unit.kind not in _COMMUNES for unit in find(name))), None)


def _organ(parts: Parts, body: Body) -> Body | None:
    if bloc := _BLOC.match(parts.text, body.end):
        body = replace(body, name=bloc.group(1), end=bloc.end())
    elif of_arm := _of_arm(parts, body):
        body = of_arm
    if _OF_ANY.match(parts.lower, body.end) and not parts.nested(body.end + 1):
        return None
    found = parts.rest(body)
    return found if found is not body or body.name else parts.acronym(body) or body


def _of_arm(parts: Parts, body: Body) -> Body | None:
    """ "Đảng ủy Quân sự tỉnh": the committee's field, where no body is named that has it."""
    if body.head.name not in ("Đảng ủy", "Đảng bộ") or parts.of_body(body):
        return None
    field = _ARM.match(parts.text, body.end)
    return replace(body, name=field.group(1), end=field.end()) if field else None


def _sector(parts: Parts, body: Body) -> Body | None:
    if found := parts.central(body):
        return found
    if serial := parts.serial(body):
        return parts.of_body(serial) or serial
    field = parts.numbered(parts.field(body))
    if not field and body.head.name == "Sở":
        return body
    if not field and body.head.name == "Đội":
        return None
    if not field and body.head.name == "Vụ" and _SMALL.match(parts.text, body.end):  # "Vụ va chạm"
        return None
    if body.head.name == "Viện" or not field and body.head.name != "Vụ":
        field = _longer(field, parts.own_name(body, lower=False))
    if field and body.head.name == "Hội đồng":
        field = parts.about(field)
    return parts.rest(field or body)


def _longer(one: Body | None, other: Body | None) -> Body | None:
    return max((one, other), key=lambda body: body.end if body else 0)


def _board(parts: Parts, body: Body) -> Body:
    """ "Ban Quản lý Khu kinh tế mở Chu Lai": what it is to lead or to build."""
    if found := parts.central(body):
        return parts.about(found)
    field = parts.field(body)
    start = field or body
    chained = field is not None or parts.text[body.end + 1 : body.end + 2].isupper()
    further = parts.own_name(start, lower=True, chained=chained)
    if further:
        start = replace(body, name=parts.text[body.end : further.end].strip(), end=further.end)
    return parts.rest(parts.about(start) if start.name else start)


def _force(parts: Parts, body: Body) -> Body | None:
    if _ANY_OF.match(parts.text, body.end):
        return None
    if number := _UNIT.match(parts.text, body.end):
        seat = _SEAT.match(parts.text, number.end()) if "khu vực" in body.head.name else None
        end = seat.end() if seat else number.end()
        body = replace(body, name=parts.text[number.start(1) : end], end=end)
        return parts.of_body(body) or body
    if found := parts.in_territory(body) or parts.of_body(body):
        return found
    named = parts.field(body) or parts.own_name(body, lower=False)
    return (parts.of_body(named) or parts.in_territory(named) or named) if named else body


def _named(parts: Parts, body: Body) -> Body | None:
    typed = parts.own_name(body, lower=True) or _trade(parts, body)
    field = parts.field(body) if body.head.name == "Trung tâm" else None
    if field and "," in field.name:  # "Trung tâm Văn hóa, Thông tin và Thể thao"
        typed = _longer(typed, field)
    body = typed or body
    found = parts.in_territory(body) or (parts.of_body(body) if typed else None) or parts.central(body)
    if not (typed or found):
        return body if _alone(parts, body) else None
    if body.head.name in _MISSIONS:
        return parts.seated(found or body)
    return found or _by_short_name(body)


def _by_short_name(body: Body) -> Body:
    """ "Tập đoàn PVN": the firm that "PVN" alone stands for."""
    short = heads().get(body.name.lower()) if body.head.name.startswith(_FIRMS) else None
    firm = short and short.frame == "closed" and short.category == "Enterprise"
    return replace(body, head=short, name="") if short and firm else body


def _trade(parts: Parts, body: Body) -> Body | None:
    """ "Công ty du lịch Sài Gòn": a firm called after its trade and its place."""
    trade = parts.field(body) if body.head.category == "Enterprise" else None
    placed = parts.in_territory(trade) if trade else None
    return trade if placed and placed.territory and placed.territory.name else None


def _alone(parts: Parts, body: Body) -> bool:
    """A short form of a body named before: "Chủ tịch Hội", "Tổng công ty này"."""
    text = parts.text
    if not (text[body.start].isupper() and _WITHIN.search(text, max(0, body.start - 2), body.start)):
        return False
    holder = _RUN.match(text, body.end)
    if holder and is_holder(body, holder.group().strip()):
        return True
    return not _NAME_FOLLOWS.match(text, body.end)


FRAMES: Mapping[str, Callable[[Parts, Body], Body | None]] = {
    "closed": _closed,
    "government": _government,
    "territory": _committee,
    "organ": _organ,
    "sector": _sector,
    "board": _board,
    "force": _force,
    "named": _named,
}
