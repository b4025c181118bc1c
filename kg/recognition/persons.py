"""Persons with what stands around their names: honorifics, ranks, and the offices before, after and in brackets.

One mention of kind "person" covers the whole phrase ("Đồng chí Châu Ngọc Tuấn-Phó Bí thư Thường trực Tỉnh ủy"), so
that later rules read it as one word. Offices that stand without a name become mentions of kind "office".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kg.recognition.layer import MASK, Layer, Mention
from kg.recognition.names import first_words, is_country, is_name, is_place, may_start, name_at, starts_word
from kg.recognition.offices import Office, offices
from kg.recognition.territories import CAPITAL, COMMON_SURNAMES
from kg.vi.anchors import Anchored
from kg.vi.lexicon import alternation, anchored, words


@dataclass(slots=True)
class _Token:
    """A title, an office or a name between two offsets of the working text."""

    kind: str
    start: int
    end: int
    office: Office | None = None
    text: str = ""
    plural: bool = False
    taken: bool = False


@dataclass(slots=True)
class Person:
    """A name with its titles and offices. `honorific`: "ông", "đồng chí" ...; `alias`: a name in brackets."""

    name: str
    start: int
    end: int
    titles: list[str] = field(default_factory=list)
    honorific: str = ""
    offices: list[Office] = field(default_factory=list)
    alias: str = ""


@lru_cache(maxsize=1)
def _titles() -> dict[str, str]:
    found = {phrase.lower(): "rank" for phrase in words("ranks")}
    found |= {phrase.lower(): "degree" for phrase in words("degrees")}
    return found | {phrase.lower(): said for phrase, said in words("honorifics").items()}


@lru_cache(maxsize=1)
def _no_person_after() -> re.Pattern[str]:
    """What stands right before a capital run that names no person: a street, a prize, a ship."""
    phrases = alternation(phrase.lower() for phrase in words("no-person-after"))
    return re.compile(rf"(?<![^\W_])(?:{phrases})(?:\s+\"?)?$")


@lru_cache(maxsize=1)
def _half_words() -> frozenset[str]:
    """Titles that are also the end of what stands before a place: "ba" of "ngã ba", "cố" of "sự cố"."""
    ends = {phrase.split()[-1].lower() for phrase in words("no-person-after") if " " in phrase}
    return frozenset(ends & _titles().keys())


@lru_cache(maxsize=1)
def _streets() -> re.Pattern[str]:
    """What stands before a street of a list that is not its first: "các tuyến đường Lê Lợi, Đào Tấn và ..."."""
    street = alternation(phrase for phrase, said in words("no-person-after").items() if said == "street")
    return re.compile(rf"(?<![^\W_])(?<!thành )(?i:{street})\s+(?:{_STREET}\s*(?:,|-|và)\s*){{1,6}}$")


@lru_cache(maxsize=1)
def _country() -> re.Pattern[str]:
    """A country right before a name: "Đại sứ Hàn Quốc Kim Lan"."""
    return re.compile(rf"(?<![^\W_])(?:{alternation(words('countries'))}) $")


@lru_cache(maxsize=1)
def _title_pattern() -> Anchored:
    return anchored(_titles())


_IN_STREET = re.compile(rf"[Đđ](?<![^\W_].)ường (?:[{CAPITAL}][^\W\d_]* ){{1,2}}$")
_STREET = rf"[{CAPITAL}][^\W\d_]*(?: [{CAPITAL}][^\W\d_]*){{0,4}}"
# House numbers: "(25 Lê Lợi, quận 3)", "số 5/2A Lê Lợi".
_NUMBERED = re.compile(r"(?<![\w./-])\d{1,4}[A-Z]?(?:/\d{1,4}[A-Z]?){0,3} $")
_HOUSE = re.compile(r"(?i:số|nhà|lô) \d{1,4}[A-Z]?(?:/\d{1,4}[A-Z]?){0,3} $")
_IN_DISTRICT = re.compile(
    rf"\s*(?:,|-|\()?\s*(?:(?:quận|phường|xã|tp|thành phố|huyện|thị xã|[pq]\.)(?![^\W_])|{MASK['place']})"
)
_IN_NAME = re.compile(rf"(?<![^\W_])[{CAPITAL}][^\W\d_]* $")
_ASIDE = re.compile(
    r"\((?:\d+ tuổi|sinh năm|sn|bên|thứ|giữa|ngoài|hàng|áo|người|ảnh|trái|phải|đứng|ngồi)[^()\n]{0,60}\)|\(\d{2,4}\)"
)
# An abbreviation of the body before: "Bộ trưởng Bộ Nông nghiệp (NN-PTNT) Lê Văn A".
_SHORT = re.compile(rf"\s*\([{CAPITAL}][{CAPITAL}&\s-]{{1,14}}\)")
# A term of office between two offices: "Bí thư Tỉnh ủy nhiệm kỳ 2010-2015, Chủ tịch HĐND tỉnh".
_TERM = re.compile(r"\s+\(?(?:nhiệm kỳ\s+\(?\d{4}\s*-\s*\d{4}|khóa (?:[ivxl]+|\d+))\)?\)?(?=\s*[,;(-])")
# ... and before a name: "đại biểu Quốc hội khóa XIII Lê Văn A", "Chủ tịch UBND tỉnh đương nhiệm, ông A".
_TERM_AHEAD = re.compile(
    r"^\s+(?:(?:khóa (?:[ivxl]+|\d+)|nhiệm kỳ \(?\d{4}\s*-\s*\d{4}\)?)(?=\s*$)|đương nhiệm(?=\s*,?\s*$))"
)
# Age and home between a name and its offices: "ông A, 35 tuổi, Giám đốc", "A (SN 1965, quê Chư Sê, nguyên Trưởng thôn".
_AGE = re.compile(
    r"^\s*([,(])\s*(?:sn|sinh năm|\d\d tuổi)[\s:]*(?:\d{4})?\s*,"
    r"(?:\s*(?:quê|trú|ngụ|ở|thường trú)(?![^\W_])[^,;.()\n]{0,50},){0,2}"
)
# What an office with its term is told of a person who is named behind it, and not of an election: "Khi là Bí thư ...".
_AS = re.compile(r"(?<![^\W_])(?:khi|lúc|trong thời gian|cương vị|vai trò|trách nhiệm)(?![^\W_])[^.;,\n]{0,20}$")
_LEADS = 4  # positions from the end of what leads to a name at which that may start: "ông A", "Chủ tịch: A"
_JOIN_BEFORE = re.compile(r"\s*(?:|,|-|:|,?\s+(?:kiêm|và|là|đồng thời là|đồng chí))\s*")
_JOIN_NAME = re.compile(r"\s*(?:|-|:|,)\s*")
_JOIN_AFTER = re.compile(
    r"\s*(?:,|-|\(|[,(]?\s*(?:hiện |(?:khi|lúc) (?:đó|ấy) (?:đang )?)?(?:là|kiêm|và|đồng thời là|nay là))?\s*"
)
_JOIN_SHARED = re.compile(r"\s*(?:,|;|,?\s+và|,?\s+cùng)\s*")


def persons(layer: Layer) -> Iterator[Mention]:
    """Persons (parts: "person") and lone offices (parts: "office") of a layer with bodies and places masked."""
    tokens = _tokens(layer)
    found = [_person(layer, tokens, i) for i, token in enumerate(tokens) if token.kind == "name"]
    _share_offices(layer, tokens, found)
    for person, start, end in found:
        yield Mention("person", start, end, {"person": person}, "person")
    for token in tokens:
        if token.kind == "office" and not token.taken and token.office:
            yield Mention("office", token.start, token.end, {"office": token.office}, "office")


def _tokens(layer: Layer) -> list[_Token]:
    """Offices, titles and names in order; what overlaps an office or a title is no name."""
    tokens = [_Token("office", o.start, o.end, o, plural=o.plural) for o in offices(layer)]
    for match in layer.find(_title_pattern()):
        phrase = match.group().rstrip(".")
        said = _titles().get(" ".join(match.group().split()), _titles().get(phrase, ""))
        start, end = layer.offset(match.start()), layer.offset(match.end() - 1) + 1
        if said in ("singular", "rank") and " " not in phrase and _is_inside(layer, match):
            continue
        if phrase in _half_words() and _no_person_after().search(layer.lower, max(0, match.start() - 9), match.end()):
            continue
        if (
            phrase.isalpha()
            and len(phrase) < 3
            and not layer.text[match.start()].isupper()
            and said not in ("singular",)
        ):
            continue
        tokens.append(
            _Token("title", start, end, text=layer.text[match.start() : match.end()], plural=said == "plural")
        )
    tokens.sort(key=lambda t: (t.start, -t.end))
    kept: list[_Token] = []
    for token in tokens:
        if not kept or token.start >= kept[-1].end:
            kept.append(token)
    return _assisting(layer, sorted([*kept, *_names(layer, kept)], key=lambda t: t.start))


def _is_inside(layer: Layer, title: re.Match[str]) -> bool:
    """Whether a word stands behind a capitalized one, so that it is part of a name; "Ảnh: TỰ TRUNG Ông A" has none."""
    if layer.text[title.start()].islower():  # "Theo ông Lềnh"
        return False
    before = _IN_NAME.search(layer.text, max(0, title.start() - 12), title.start())
    return before is not None and (not before.group().isupper() or layer.text[title.start() : title.end()].isupper())


def _assisting(layer: Layer, tokens: list[_Token]) -> list[_Token]:
    """The tokens with offices under another as one: "ông A, Trợ lý Bộ trưởng"; but "Trợ lý Bộ trưởng A" names A."""
    joined: list[_Token] = []
    for i, token in enumerate(tokens):
        under = joined[-1] if joined and token.office and _serves(joined[-1]) else None
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        named = following and following.kind == "name" and not _gap(layer, token.end, following.start).strip()
        if under and under.office and token.office and not named and not _gap(layer, under.end, token.start).strip():
            role = f"{under.office.role} {token.office.role}"
            office = replace(token.office, role=role, start=under.start, former=under.office.former)
            joined[-1] = _Token("office", under.start, token.end, office)
        elif token.office and joined and _is_of_superior(layer, joined[-1], token):
            joined[-1].end = token.end
        else:
            joined.append(token)
    return joined


def _is_of_superior(layer: Layer, under: _Token, token: _Token) -> bool:
    """ "Trợ lý Ủy viên Bộ Chính trị, Bộ trưởng Bộ Công an": one superior, who is both."""
    assists = under.office is not None and under.office.role.lower().startswith(("trợ lý ủy viên", "thư ký ủy viên"))
    return assists and _gap(layer, under.end, token.start).strip() == ","


def _names(layer: Layer, tokens: list[_Token]) -> Iterator[_Token]:
    """Capitalized words that are personal names, around those of titles and offices."""
    taken = {position for t in tokens for position in range(layer.place(t.start), layer.place(t.end - 1) + 1)}
    before = {layer.place(t.end - 1) + 1: t for t in tokens}
    read = 0  # up to there
    for position in _starts(layer, before):
        if position < read or not _may_start(layer, position, taken, before):
            continue
        if end := _name(layer, position, taken, before):
            yield _Token("name", layer.offset(position), layer.offset(end - 1) + 1, text=layer.text[position:end])
            read = end


def _starts(layer: Layer, before: Iterable[int]) -> list[int]:
    """The masked positions, in order, of the capitalized words that a surname starts with, or that a title or an office
    may lead to, which ends at one of the positions `before`."""
    led = (end + gap for end in before for gap in range(_LEADS))
    likely = sorted({*layer.capitalized(first_words()), *led})
    return [position for position in likely if starts_word(layer.text, position)]


def _may_start(layer: Layer, position: int, taken: set[int], before: dict[int, _Token]) -> bool:
    """Whether a name may start here, at a glance: behind a title or an office, or with a surname's first syllable."""
    if position in taken:
        return False
    return may_start(layer.text, position) or _lead(layer, position, before) is not None


def _name(layer: Layer, position: int, taken: set[int], before: dict[int, _Token]) -> int | None:
    """The end of the name that starts at a masked position; what leads to it says how freely to read."""
    lead = _lead(layer, position, before)
    quoted = layer.text[position - 2 : position] == ": "  # "Thủ tướng: Ngăn chặn ...": what follows is said, no name
    end = name_at(layer.text, position, titled=lead is not None, alone=not quoted and _stands_alone(lead))
    if end is None or any(p in taken for p in range(position, end)):
        return None
    name = layer.text[position:end]
    named = lead is not None and lead.kind == "title"
    if is_country(name) or not named and (is_place(name) or not is_name(name)):
        return None
    if lead and _is_whole(lead.text, name):
        return None
    if lead is None and (_is_cut(layer, position) or _is_of_street(layer, position, end)):
        return None
    if (at := _leads_from(layer, position, lead)) and _no_person_after().search(layer.lower, max(0, at - 30), at):
        return None
    return end


def _is_cut(layer: Layer, position: int) -> bool:
    """Whether a name without a title starts inside a capital run, as rare surnames do in other names: "sân bay Tân Sơn
    Nhất", "Quá Trình Công Tác"."""
    before = _IN_NAME.search(layer.text, max(0, position - 12), position)
    acronym = before and before.group().isupper() and not layer.text[position : position + 2].isupper()
    if not before or acronym or _country().search(layer.text, max(0, position - 20), position):
        return False
    surname = layer.text[position : position + 12].split(" ")[0]
    return surname.lower() not in COMMON_SURNAMES


def _is_of_street(layer: Layer, position: int, end: int) -> bool:
    """Whether a name without a title is that of a street: in an address, or in a list of streets."""
    before = layer.text[max(0, position - 100) : position]
    if not before.endswith(" "):
        return False
    if _IN_STREET.search(before) or _NUMBERED.search(before[-32:]) and _IN_DISTRICT.match(layer.lower, end):
        return True
    return bool(_HOUSE.search(before[-32:]) or before.endswith((", ", "- ", " và ")) and _streets().search(before))


def _leads_from(layer: Layer, position: int, lead: _Token | None) -> int:
    """Where a name's phrase starts, if what stands before may show it to be none: "sông Ba Rài"; else 0."""
    if lead is None:
        return position
    address = lead.kind == "title" and _titles().get(lead.text.lower()) == "singular"
    return layer.place(lead.start) if address and lead.text[0].isupper() else 0


def _is_whole(title: str, name: str) -> bool:
    """Whether a title and what follows are one name of something else: "Bác Hồ", "ông Táo", the town "Ba Chúc"."""
    phrase = f"{title} {name}"
    return phrase in words("not-names") or title[:1].isupper() and is_place(phrase)


def _lead(layer: Layer, position: int, before: dict[int, _Token]) -> _Token | None:
    """The title or the office that leads to what starts at a masked position, if one does."""
    lead = before.get(position - 1) if layer.text[position - 1 : position] in (" ", ".") else before.get(position)
    if lead is None and layer.text[position - 2 : position] in (": ", "- "):
        lead = before.get(position - 2) or before.get(position - 3)
        return lead if lead and (lead.kind == "office" or lead.plural) else None
    return lead


def _stands_alone(lead: _Token | None) -> bool:
    """Whether one syllable is a name behind this title or office: "ông Lềnh", "Ngoại trưởng Kono", not "bảo vệ Tổ"."""
    if lead is None:
        return False
    if lead.office:
        return lead.office.category == "absolute" or lead.office.abroad
    return _titles().get(lead.text.lower()) in ("singular", "plural", "rank")


def _gap(layer: Layer, left: int, right: int) -> str:
    """What stands between two offsets, without asides in brackets."""
    gap = layer.writing.lower[left:right]
    if "(" not in gap:
        return gap
    short = _SHORT.search(layer.writing.text, left, right)
    return _ASIDE.sub("", gap[: short.start() - left] + gap[short.end() - left :] if short else gap)


def _person(layer: Layer, tokens: list[_Token], at: int) -> tuple[Person, int, int]:
    name = tokens[at]
    person = Person(name.text, name.start, name.end)
    start = _before(layer, tokens, at, person)
    end = _after(layer, tokens, at, person, quoted=layer.writing.lower.endswith("theo ", 0, start))
    return person, start, end


def _before(layer: Layer, tokens: list[_Token], at: int, person: Person) -> int:
    """Takes the titles and offices that lead to a name; returns where the phrase starts."""
    start, j = tokens[at].start, at - 1
    while j >= 0 and tokens[j].kind != "name" and not tokens[j].taken:
        token = tokens[j]
        gap = _gap(layer, token.end, start)
        if token.office and _AS.search(layer.writing.lower, max(0, token.start - 40), token.start):
            gap = _TERM.sub("", gap)
        gap = _TERM_AHEAD.sub("", gap) if token.office else gap
        join = _JOIN_NAME if start == tokens[at].start else _JOIN_BEFORE
        if (
            "\n" in gap
            or not join.fullmatch(gap)
            or (gap.strip() == "," and start == tokens[at].start and token.plural is False and token.kind == "title")
        ):
            break
        if gap.strip() == ":" and not (token.plural or token.kind == "office"):
            break
        if token.office and _is_of_another(layer, token, tokens[j + 1], gap) or _parted(layer, token, tokens[at], gap):
            break
        if token.kind == "office" and token.office:
            person.offices.insert(0, token.office)
        elif _titles().get(token.text.lower()) in ("singular", "plural"):
            person.honorific = person.honorific or token.text
        else:
            person.titles.insert(0, token.text)
        token.taken = True
        start, j = token.start, j - 1
        if token.plural:
            break
    return start


def _after(layer: Layer, tokens: list[_Token], at: int, person: Person, *, quoted: bool) -> int:
    """Takes the offices behind a name, but not those that lead to the next one; returns the phrase's end.

    quoted  it is told according to the person, so that an office behind a comma may be of whom it is told
    """
    chain, bracket = _behind(layer, tokens, at)
    following = tokens[at + 1 + len(chain) :][:2]
    if chain and following and following[0].kind == "name":
        closed = quoted and len(chain) > 1 and chain[-1].kind == "title"  # "Theo ông A, Giám đốc, ông B ..."
        chain = chain if closed else _kept(layer, tokens[at], chain, following, person)
    while chain and chain[-1].kind == "title":
        chain.pop()
    if quoted and len(chain) == 1 and _is_told_of(layer, tokens[at], chain[0]):
        return tokens[at].end
    for token in chain:
        token.taken = True
        if token.office:
            person.offices.append(token.office)
        else:
            person.titles.append(token.text)
    end = chain[-1].end if chain else tokens[at].end
    return end + 1 if bracket and layer.writing.text[end : end + 1] == ")" else end


def _behind(layer: Layer, tokens: list[_Token], at: int) -> tuple[list[_Token], bool]:
    """The titles and offices that follow a name in a chain, and whether one stands in brackets."""
    chain: list[_Token] = []
    end, j = tokens[at].end, at + 1
    bracket = False
    while j < len(tokens) and tokens[j].kind != "name":
        gap = _TERM.sub("", _gap(layer, end, tokens[j].start))
        gap = gap if chain else _AGE.sub(r"\1", gap)
        if "\n" in gap or not _JOIN_AFTER.fullmatch(gap) or (tokens[j].kind == "title" and _parts(gap, bool(chain))):
            break
        if not gap.strip() and not chain and not _ASIDE.search(layer.writing.lower, end, tokens[j].start):
            break
        if (chain and not gap.strip() and _serves(chain[-1])) or _is_of_many(layer, tokens[j]):
            break
        bracket = bracket or gap.strip() == "("
        chain.append(tokens[j])
        end, j = tokens[j].end, j + 1
    return chain, bracket


_GOES_ON = re.compile(r"[^\S\n]+(?!(?:cho|thì|nói|chia sẻ|thông tin|trả lời|và|kiêm|khóa|nhiệm kỳ)(?![^\W_]))[^\W\d_]")


def _is_told_of(layer: Layer, name: _Token, office: _Token) -> bool:
    """ "Theo đại biểu A, Thủ tướng được cử tri tin": no comma closes what stands behind the name."""
    apart = _gap(layer, name.end, office.start).strip() == ","
    return apart and bool(_GOES_ON.match(layer.writing.lower, office.end))


# Before an office that another acts for: "Thừa ủy quyền của Thủ tướng, Thứ trưởng X".
# ... and before one whose word or paper is quoted: "Theo Quyết định số 15 ngày 2/6 của Bộ trưởng Bộ Y tế, ông X".
_QUOTED = re.compile(r"(?<![^\W_])(?:theo|căn cứ|quyết định|đề nghị|tờ trình|văn bản) [^,;\n]{0,70} của $")
# Before an office that somebody takes up: "ông A từ Phó Giám đốc làm Giám đốc Sở Y tế, ông B ...".
_TAKES = re.compile(
    r"(?<![^\W_])(?:tái cử|tái đắc cử|trúng cử|đắc cử|làm|giữ chức(?: vụ)?|đảm nhiệm|đảm nhận|đảm trách|"
    r"(?:cho|vào) (?:chức danh|chức vụ|cương vị|vị trí))\s+$"
)
_TAKES_TOO = re.compile(r"\s+(?:sẽ\s+)?(?:làm|giữ chức)(?![^\W_])")
# ... but not where its own holder is named behind it, and none before: "Sau 2 năm làm Bí thư Huyện ủy, ông ...".
_EARLIER = re.compile(
    rf"(?:^|[,.;\n]\s*)(?:[^\W\d_]+ ){{0,3}}(?i:khi|sau|trước|từng|trong|trên|với)(?![^\W_])[^,.;\n{CAPITAL}]{{0,60}}$"
)
_PARTY = re.compile(r"(?:phó )?bí thư|ủy viên")  # offices held beside those of the State
_ACTED_FOR = re.compile(r"(?:ủy quyền|ủy nhiệm|thay mặt|quyết định|phân công|chỉ đạo)(?: của)? $")


def _is_of_another(layer: Layer, token: _Token, after: _Token, gap: str) -> bool:
    """Whether an office that a gap parts from what leads to a name is not that person's."""
    if not gap.strip():
        return _serves(token) or _buries(token, after)
    if token.office and token.office.abroad or _parts(gap) and after.kind == "title":
        return True
    status = token.office is not None and token.office.category == "status"
    if token.plural and gap.strip() == "," and (status or after.kind == "title"):  # "Gặp hai Phó Chủ tịch, ông A nói"
        return True
    begin = max(0, token.start - 90)
    before, printed = layer.writing.lower[begin : token.start], layer.writing.text[begin : token.start]
    if gap.strip() == "," and _TAKES.search(before) and not _EARLIER.search(printed):
        return True
    acted_for = _ACTED_FOR.search(before) and not (token.office and _PARTY.match(token.office.role.lower()))
    return gap.strip() == "," and bool(acted_for or after.kind == "title" and _QUOTED.search(before))


def _parted(layer: Layer, office: _Token, name: _Token, gap: str) -> bool:
    """Whether what joins an office to what leads to a name parts two persons."""
    words = gap.strip()
    return words == "và" and _take_each(layer, office, name) or words == "," and _reports_on(layer, office, name)


def _take_each(layer: Layer, office: _Token, name: _Token) -> bool:
    """ "bầu ông A làm Thủ tướng và Bộ trưởng B làm Phó Thủ tướng": the first office is not B's."""
    lower = layer.writing.lower
    return bool(_TAKES.search(lower, max(0, office.start - 24), office.start) and _TAKES_TOO.match(lower, name.end))


def _reports_on(layer: Layer, office: _Token, name: _Token) -> bool:
    """ "Theo Chủ tịch Quốc hội, ông A đã ...": who says something and of whom; one person has a comma behind a name."""
    lower = layer.writing.lower
    return lower.endswith("theo ", 0, office.start) and not lower.startswith((",", " -", " –", " ("), name.end)


def _serves(token: _Token) -> bool:
    """Whether this office is held under a person: "Trợ lý Tổng Bí thư Tô Lâm" is not Tô Lâm."""
    return bool(
        token.office and not token.office.body and token.office.role.lower() in ("trợ lý", "thư ký", "phu nhân")
    )


def _buries(token: _Token, after: _Token) -> bool:
    """ "Trưởng ban Lễ tang nguyên Thủ tướng A": who heads the funeral of whom."""
    body = token.office.body if token.office else None
    return bool(body and "tang" in body.name.lower().split() and after.office and after.office.former)


_OF_MANY = re.compile(r"\s+(?:của\s+)?(?:các|nhiều|một số)\s+(?!khóa|nhiệm kỳ|kỳ|thời kỳ|lớp)")


def _is_of_many(layer: Layer, token: _Token) -> bool:
    """Whether this is an office in several bodies, which no one person holds: "Thứ trưởng của các bộ"."""
    bare = token.office is not None and token.office.body is None
    return bare and bool(_OF_MANY.match(layer.writing.lower, token.end))


def _parts(gap: str, behind: bool = False) -> bool:
    """Whether a title behind this gap belongs to the next person: "A, Giám đốc và đại tá B", and `behind` an office
    "A, Giám đốc (vợ ông B)"."""
    return not gap.strip() or gap.strip(" ,") == "và" or behind and gap.strip() == "("


_RANKS_OF_PARTY = ("Bộ Chính trị", "Ban Chấp hành Trung ương Đảng")


def _opens(chain: list[_Token]) -> bool:
    """Whether offices before a name start with the Party's highest, as the titles that lead to a name do: "chúc mừng
    ông A, Bí thư Trung ương Đảng, Chánh Văn phòng B"."""
    office = next((token.office for token in chain if token.office), None)
    several = sum(token.office is not None for token in chain) > 1
    return several and bool(office and office.body and office.body.head.name in _RANKS_OF_PARTY)


def _kept(layer: Layer, name: _Token, chain: list[_Token], following: list[_Token], person: Person) -> list[_Token]:
    """What of the offices between two names belongs to the first; the rest leads to the second. `following`: the second
    name, and what stands behind it."""
    gap = _gap(layer, chain[-1].end, following[0].start)
    if not _JOIN_NAME.fullmatch(gap) or gap.strip() not in ("", "-", ":") or _is_listed(layer, name, chain):
        return chain
    if _is_next(layer, chain, following):
        return chain
    return [] if person.offices or _opens(chain) else chain[: _last_office(chain)]


def _is_next(layer: Layer, chain: list[_Token], following: list[_Token]) -> bool:
    """Whether the second of two names has a title of its own before it and offices behind it, as the first has: "ông A,
    Phó Bí thư, Chủ tịch HĐND tỉnh, ông B, Phó Chủ tịch"."""
    if len(chain) < 2 or len(following) < 2 or chain[-1].kind != "title" or chain[-2].kind != "office":
        return False
    parted = _TERM.sub("", _gap(layer, chain[-2].end, chain[-1].start)).strip() in (",", ";")
    behind = _gap(layer, following[0].end, following[1].start).strip()
    return parted and following[1].kind == "office" and behind in (",", "-", "(")


def _is_listed(layer: Layer, name: _Token, chain: list[_Token]) -> bool:
    """Whether a name keeps the office behind its dash before the next name: "ông A - Phó Bí thư, ông B - Chủ tịch"."""
    first, last = chain[0], chain[-1]
    if first.kind != "office" or len(chain) != 2 or last.kind != "title":
        return False
    behind = _TERM.sub("", _gap(layer, first.end, last.start))
    return _gap(layer, name.end, first.start).strip() == "-" and behind.strip() == ","


def _last_office(chain: list[_Token]) -> int:
    """Where the titles and the one office that lead to the next name start in a chain."""
    i = len(chain)
    while i and chain[i - 1].kind == "title":
        i -= 1
    return max(0, i - 1) if i == len(chain) or (i and chain[i - 1].kind == "office") else i


def _share_offices(layer: Layer, tokens: list[_Token], found: list[tuple[Person, int, int]]) -> None:
    """ "các Phó Chủ tịch UBND tỉnh A, B và C": the plural office is that of each name in the list."""
    shared: list[Office] = []
    previous_end = -1
    for person, start, end in found:
        plural = [o for o in person.offices if o.plural and o.end <= person.start]
        if plural:
            shared = plural
        elif shared and not person.offices and _JOIN_SHARED.fullmatch(_gap(layer, previous_end, start)):
            person.offices = list(shared)
        else:
            shared = []
        previous_end = end
