"""Offices: a role ("Phó Bí thư Thường trực") with the body in which it is held ("Tỉnh ủy")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.recognition.bodies import Reader
from kg.recognition.heads import Body, Head, heads
from kg.recognition.layer import MASK, Layer
from kg.recognition.territories import CAPITAL, COMMON_SURNAMES, COUNTRY, LEVELS, Territory
from kg.vi.anchors import Anchored
from kg.vi.lexicon import Phrases, alternation, anchored, words
from kg.vi.places import find


@dataclass(slots=True, unsafe_hash=True)  # not frozen, which would take eight times as long to make
class Office:
    """An office as one place names it; `start` and `end` are offsets in the working text.

    body   None where the text names none; place: a territory in a body's stead ("Bí thư Thanh Trì")
    abroad it is another country's ("Ngoại trưởng Nhật Bản"), which is its place
    former "nguyên", "cựu" or "cố" stands before it
    """

    role: str
    start: int
    end: int
    body: Body | None = None
    place: Territory | None = None
    former: bool = False
    plural: bool = False
    category: str = ""
    abroad: bool = False


# Roles that are half a word without their body: "Trưởng" + "Ban Dân vận", "Chánh" + "Văn phòng".
_HALVES = ("trưởng", "phó trưởng", "phó", "chánh", "phó chánh", "quyền trưởng")
_TWO_WORDS = ("Văn phòng", "Công an", "Thanh tra", "Tiểu ban", "Cơ quan")
_BEFORE = re.compile(
    r"(?<![^\W_])((?:các|những|một số|hai|ba|bốn|năm|sáu|bảy|tám|\d)\s+)?(?:(?:vị|đồng chí|ông|bà)\s+)?"
    r"((?:nguyên|cựu|cố)\s+(?:là\s+)?)?((?:tân|quyền|q\.)\s+)?$"
)
_THEN = re.compile(rf"\s*(?:(?:của|tại|thuộc|ở)\s+)?({MASK['body']}|{MASK['place']})")
# What has units, and which units may be parted from it by a comma: "Trưởng phòng Tham mưu, Công an tỉnh".
_UNITS = ("Phòng", "Vụ", "Cục")
_OWNERS = ("Bộ", "Tổng cục", "Công an", "Sở", "Học viện", "Trường", "Quân khu", "Sư đoàn", "Thanh tra")
_NUMBER = re.compile(r" \d{1,2}(?![\w/.,%-]| (?:năm|tháng|ngày|người))")
_OF_UNIT = re.compile(rf"(?:\s+(?:của\s+|thuộc\s+)?|,\s+(?!{MASK['place']}))({MASK['body']}|{MASK['place']})")
_GAP = re.compile(r"\s+")
_MODIFIER = re.compile(r"\s+(thường trực|chuyên trách|dự khuyết|lâm thời|danh dự|kiêm nhiệm)(?![^\W_])")
_BEYOND = re.compile(
    r"\s+((?i:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn)|Việt Nam)"
    rf"\s+(?=[{CAPITAL}][^\W\d_A-Z]+ [{CAPITAL}])"
)
# A level that stands for the place: "nguyên Phó Chủ tịch huyện", "Bí thư xã".
_OF_LEVEL = re.compile(
    r"\s+(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)(?![^\W_])(?! (?:đoàn|đội|ủy|hội)(?![^\W_]))"
)
# Two syllables, behind which a person's full name starts or no name goes on.
_DISTRICT = re.compile(
    rf"\s+([{CAPITAL}][^\W\d_]+ [{CAPITAL}][^\W\d_]+)"
    rf"(?=[,.;)\n]| [^\W\d_A-Z{CAPITAL}]| (?:[{CAPITAL}][^\W\d_]+ ){{2}}[{CAPITAL}])"
)
_LED = re.compile(r"(?:quyền |phó )?(?:chủ tịch|bí thư)(?: thường trực)?")
# A school without the word: "Hiệu trưởng THCS xã Minh Thành".
_NAMED = rf"(?:{MASK['place']}|[{CAPITAL}][^\W\d_]+)"
_SCHOOL = re.compile(rf"\s+(THCS|THPT|(?i:tiểu học|mầm non)) ({_NAMED}(?: {_NAMED}){{0,3}})")
# A field of work that a deputy is in charge of: "Phó Chủ tịch phụ trách đô thị Lê Văn A", "... của UBND quận".
_FIELD = re.compile(
    rf"((?:\s+(?:-\s+|và\s+)?(?!(?:của|và) )(?![{CAPITAL}])[^\W\d_]+){{1,6}})"
    rf"(?=\s+(?:của\s+)?{MASK['body']}|\s+(?:[{CAPITAL}][^\W\d_]+ ){{1,4}}[{CAPITAL}])"
)
_IN_CHARGE = " phụ trách"
# Who lead firms, and a firm's own name: capitals, or a word in Latin letters that is too long for a syllable.
_OFFICERS = frozenset(
    "tổng giám đốc|phó tổng giám đốc|kế toán trưởng|giám đốc tài chính|giám đốc điều hành|chủ tịch hđqt".split("|")
)
_FIRM = re.compile(
    r"\s+([A-Z]{3,}|[A-Z][a-z]+[A-Z][A-Za-z]*|[A-Z][a-z]{6,})(?![\w'.&-])(?! [A-Z]{2})(?! [A-Z][a-z]+(?![^\W_]))"
)
# Where a deputy was elected: "Đại biểu Quốc hội (đoàn) tỉnh Gia Lai Lê Văn A"; a bracket is left to what reads it.
_ELECTED = re.compile(rf"\s+(?:đoàn\s+)?{MASK['place']}")
_SESSION = re.compile(r"\s*\(?\s*khóa\s+(?:[ivxl]+|\d+)\s*\)?", re.IGNORECASE)


@lru_cache(maxsize=1)
def roles() -> dict[str, str]:
    """Role in lower case -> what roles.txt says of it."""
    return {phrase.lower(): said for phrase, said in words("roles").items()}


@lru_cache(maxsize=1)
def _pattern() -> Anchored:
    return anchored([*roles(), *_HALVES])


@lru_cache(maxsize=1)
def _sectors() -> Phrases:
    return Phrases(words("sectors"))


@lru_cache(maxsize=1)
def _country() -> re.Pattern[str]:
    """A country behind an office: "Ngoại trưởng Nhật Bản Kono"."""
    abroad = alternation(name for name in words("countries") if name != "Việt Nam")
    state = r"(?:nước\s+)?(?:[Vv]ương quốc|[Cc]ộng hòa(?: [^\W\d_A-Z]\w*){0,4}|[Ll]iên bang|nước)"
    return re.compile(rf"\s+(?:{state}\s+)?(?P<name>{abroad})(?![^\W_])(?: tại Việt Nam)?")


_ENVOYS = ("đại sứ", "phó đại sứ", "tổng lãnh sự", "phó tổng lãnh sự", "trưởng phái đoàn", "tham tán")


@lru_cache(maxsize=1)
def _sent_to() -> re.Pattern[str]:
    """Whose envoy one is and where: "Đại sứ Việt Nam tại Trung Quốc"."""
    state = r"(?:nước\s+)?(?:[Vv]ương quốc\s+|[Cc]ộng hòa(?: [^\W\d_]+){0,4}?\s+|[Ll]iên bang\s+)?"
    abroad = alternation(words("countries"))
    return re.compile(rf"(?:\s+(?:nước\s+)?(?:CHXHCN\s+)?Việt Nam)?\s+tại\s+{state}(?:{abroad})(?![^\W_])")


def _abroad(layer: Layer, country: re.Match[str]) -> Territory:
    start, end = layer.offset(country.start("name")), layer.offset(country.end("name") - 1) + 1
    return Territory(COUNTRY, country["name"], start, end)


def offices(layer: Layer) -> Iterator[Office]:
    """The offices in a layer whose bodies and places are masked, from left to right."""
    for match in layer.find(_pattern()):
        if office := _office(layer, _without_vu(layer, match)):
            yield office


def _without_vu(layer: Layer, match: re.Match[str]) -> re.Match[str]:
    """ "chức vụ Phó Giám đốc", "vụ Phó Chủ tịch ..." hold no "Vụ phó"."""
    if not match.group().startswith("vụ"):
        return match
    inner = _pattern().pattern.match(layer.lower, match.end() - len(match.group().split()[-1]))
    half = layer.lower.endswith(("chức ", "nhiệm "), 0, match.start())
    return inner if inner and (half or inner.end() > match.end()) else match


def _office(layer: Layer, match: re.Match[str]) -> Office | None:
    phrase = " ".join(match.group().split())
    if phrase == "quốc vương" and layer.lower.endswith("trung ", 0, match.start()):  # "Trung Quốc Vương Nghị"
        return None
    canonical, _, said = roles().get(phrase, "").rpartition(" : ")
    category, _, owned = said.partition(" ")
    position = match.end()
    if modifier := _MODIFIER.match(layer.lower, position):
        position = modifier.end()
    role = (
        canonical
        if canonical and layer.text[match.start() : match.start() + 2].isupper()
        else layer.text[match.start() : position]
    )
    if role.lower().endswith(_IN_CHARGE) and (field := _FIELD.match(layer.text, position)):
        role, position = role[: -len(_IN_CHARGE)], field.end()
    start, former, plural = _modifiers(layer, match.start())
    office = Office(role, layer.offset(start), layer.offset(position), former=former, plural=plural, category=category)
    if category == "member-body":
        return _member(layer, replace(office, role=canonical), owned, match)
    attached = _attach(layer, office, position, owned)
    if attached is None and phrase in _HALVES:
        return None
    return _reaching(layer, attached or office)


def _reaching(layer: Layer, office: Office) -> Office:
    """The office with the level or the country behind it that parts it from a name: "Chủ tịch tỉnh Lê Văn A"."""
    behind = layer.place(office.end - 1) + 1
    if office.body and (country := _country().match(layer.text, behind)):
        return replace(office, end=layer.offset(country.end()))
    if office.role.lower().startswith(_ENVOYS) and (sent := _sent_to().match(layer.text, behind)):
        return replace(office, end=layer.offset(sent.end() - 1) + 1)
    beyond = _BEYOND.match(layer.text, behind)
    if not beyond:
        return _of_level(layer, office, behind)
    start, end = layer.offset(beyond.start(1)), layer.offset(beyond.end(1) - 1) + 1
    level = LEVELS.get(beyond[1].lower())
    bare = level and not office.body and not office.place
    return replace(office, end=end, place=Territory(level, "", start, end) if level and bare else office.place)


def _of_level(layer: Layer, office: Office, behind: int) -> Office:
    bare = not office.body and not office.place and _LED.fullmatch(" ".join(office.role.lower().split()))
    level = _OF_LEVEL.match(layer.lower, behind) if bare else None
    if not level:
        return _of_district(layer, office, behind) if bare else office
    start, end = layer.offset(level.start(1)), layer.offset(level.end(1) - 1) + 1
    return replace(office, place=Territory(level[1], "", start, end), end=end)


def _of_district(layer: Layer, office: Office, behind: int) -> Office:
    """ "Bí thư Long Biên Đỗ Văn A", "Chủ tịch Sóc Sơn": a district, unless its name may be a person's."""
    named = _DISTRICT.match(layer.text, behind)
    following = layer.text[named.end() :].split(maxsplit=1)[:1] if named else []
    person = any(word.lower() in COMMON_SURNAMES for word in following)
    if not named or named[1].split()[0].lower() in COMMON_SURNAMES and not person:
        return office
    level = next((level for level in ("quận", "huyện", "thị xã") if find(named[1], level)), "")
    if not level:
        return office
    start, end = layer.offset(named.start(1)), layer.offset(named.end(1) - 1) + 1
    return replace(office, place=Territory(level, named[1], start, end), end=end)


def _modifiers(layer: Layer, position: int) -> tuple[int, bool, bool]:
    """Where the office starts with the words before it that change it; whether it is former; whether it is plural."""
    before = _BEFORE.search(layer.lower, max(0, position - 40), position)
    if not before or before.start() == before.end():
        return position, False, False
    return (
        before.start(2) if before.group(2) else before.start(3) if before.group(3) else position,
        bool(before.group(2)),
        bool(before.group(1)),
    )


def _member(layer: Layer, office: Office, name: str, match: re.Match[str]) -> Office:
    """ "Tỉnh ủy viên": Ủy viên of the Tỉnh ủy, whose words are inside the role's."""
    start, end = layer.offset(match.start()), layer.offset(match.end())
    body = Reader(name, name.lower()).body(0) or Body(Head(name, "closed", "PartyCommittee"), 0, len(name))
    printed = layer.writing.lower.find(name.lower(), start, end)
    span = (printed, printed + len(name)) if printed >= 0 else (start, end)
    own = replace(office, body=moved(body, *span))
    attached = _attach(layer, replace(office, body=None), match.end(), "")
    if attached and attached.place and body.head.frame == "closed":  # "ĐBQH TP.HCM": elected there, to the one Quốc hội
        return replace(own, end=attached.end)
    return attached or own


def moved(body: Body, start: int, end: int) -> Body:
    """The body with all its parts at another place of the text."""
    parent = moved(body.parent, start, end) if body.parent else None
    return replace(body, start=start, end=end, parent=parent)


def _attach(layer: Layer, office: Office, position: int, owned: str) -> Office | None:
    """The office with the body or the place that follows it, or None."""
    if then := _THEN.match(layer.lower, position):
        mention = layer.at[then.start(1)]
        if mention.kind == "place":
            where: Territory = mention.parts["territory"]
            person = layer.writing.text[mention.start : mention.end] == "Hồ Chí Minh"  # who led the country
            return None if person else replace(office, place=where, end=mention.end)
        body: Body = mention.parts["body"]
        if body.head.frame == "sector" and (abroad := _country().match(layer.text, then.end())):
            return _foreign(layer, office, mention.end, abroad)
        end = _end_of_assembly(layer, body, then.end()) or mention.end
        if owned == "Bộ" and not body.head.name.startswith("Bộ"):
            name = layer.writing.text[mention.start : mention.end]
            body = Body(Head("Bộ", "sector", "StateBody"), mention.start, mention.end, name=name)
        return replace(office, role=_whole_role(office.role, body), body=body, end=end)
    if abroad := _country().match(layer.text, position):
        return replace(office, place=_abroad(layer, abroad), end=layer.offset(abroad.end()), abroad=True)
    if owned == "Trường" and (school := _SCHOOL.match(layer.text, position)):
        return _school(layer, office, school)
    gap = _GAP.match(layer.lower, position)
    if owned and gap and (sector := _sectors().match(layer.lower, gap.end())):
        body = _owned_body(layer, owned, sector)
        if abroad := _country().match(layer.text, layer.place(body.end - 1) + 1):
            return _foreign(layer, office, body.end, abroad)
        return replace(office, body=body, end=body.end)
    return _of_firm(layer, office, position)


def _of_firm(layer: Layer, office: Office, position: int) -> Office | None:
    """An officer of firms with the firm that only its own name tells: "Tổng giám đốc TEDI"."""
    firm = _FIRM.match(layer.text, position) if " ".join(office.role.lower().split()) in _OFFICERS else None
    if not firm or layer.text.isupper():
        return None
    start, end = layer.offset(firm.start(1)), layer.stop(firm.end(1))
    return replace(office, body=Body(Head(firm[1], "closed", "Enterprise"), start, end), end=end)


def _end_of_assembly(layer: Layer, body: Body, position: int) -> int | None:
    """Where the session or the place ends by which a deputy is told: "Quốc hội khóa XV", "Quốc hội tỉnh Gia Lai"."""
    if session := _SESSION.match(layer.lower, position):
        return layer.offset(session.end())
    elected = _ELECTED.match(layer.lower, position) if body.head.name == "Quốc hội" else None
    return layer.at[elected.end() - 1].end if elected else None


def _school(layer: Layer, office: Office, named: re.Match[str]) -> Office:
    start, end = layer.offset(named.start(1)), layer.stop(named.end())
    name = layer.writing.text[layer.offset(named.start(2)) : end]
    return replace(office, body=Body(heads()[f"trường {named[1].lower()}"], start, end, name=name), end=end)


def _owned_body(layer: Layer, owned: str, sector: re.Match[str]) -> Body:
    """ "(Trưởng) phòng Nghiệp vụ Công an tỉnh Gia Lai": the unit of which the office itself says what it is."""
    head = heads().get(owned.lower()) or Head(owned, "sector", "StateBody")
    start, end = layer.offset(sector.start()), layer.offset(sector.end())
    number = _NUMBER.match(layer.text, sector.end()) if owned in _UNITS else None
    stop = number.end() if number else sector.end()
    body = Body(head, start, end + stop - sector.end(), name=layer.text[sector.start() : stop])
    follows = _OF_UNIT.match(layer.text, stop)
    if not follows:
        return body
    mention = layer.at[follows.start(1)]
    if mention.kind == "place":
        return replace(body, territory=mention.parts["territory"], end=mention.end)
    parent: Body = mention.parts["body"]
    apart = "," in follows.group() and not (owned in _UNITS and parent.head.name.startswith(_OWNERS))
    if apart or parent.bare or owned in ("Bộ", "Sở") or parent.head.category == "ForeignBody":
        return body
    return replace(body, parent=parent, end=mention.end)


def _foreign(layer: Layer, office: Office, end: int, country: re.Match[str]) -> Office:
    """ "Bộ trưởng Bộ Quốc phòng Lào": an office of another country, which keeps its own words."""
    start = office.end - len(office.role) if layer.writing.text.endswith(office.role, 0, office.end) else office.start
    role, place = layer.writing.text[start:end], _abroad(layer, country)
    return replace(office, role=role, place=place, end=layer.offset(country.end()), abroad=True)


def _whole_role(role: str, body: Body) -> str:
    """ "Trưởng" before "Ban Dân vận" is "Trưởng Ban"."""
    if " ".join(role.lower().split()) in _HALVES:
        return f"{role} {next((w for w in _TWO_WORDS if body.head.name.startswith(w)), body.head.name.split()[0])}"
    return role
