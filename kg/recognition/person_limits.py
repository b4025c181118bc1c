"""Where one person's offices end and another's begin, by what stands between and around them."""

from __future__ import annotations

import re

from kg.recognition.layer import Layer
from kg.recognition.person import JOIN_NAME, TERM, Person, Token, between, serves
from kg.recognition.territories import CAPITAL

_GOES_ON = re.compile(r"[^\S\n]+(?!(?:cho|thì|nói|chia sẻ|thông tin|trả lời|và|kiêm|khóa|nhiệm kỳ)(?![^\W_]))[^\W\d_]")


def is_told_of(layer: Layer, name: Token, office: Token) -> bool:
    """ "Theo đại biểu A, Thủ tướng được cử tri tin": no comma closes what stands behind the name."""
    apart = between(layer, name.end, office.start).strip() == ","
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


def is_of_another(layer: Layer, token: Token, after: Token, gap: str) -> bool:
    """Whether an office that a gap parts from what leads to a name is not that person's."""
    if not gap.strip():
        return serves(token) or _buries(token, after)
    if token.office and token.office.abroad or parts(gap) and after.kind == "title":
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


def parted(layer: Layer, office: Token, name: Token, gap: str) -> bool:
    """Whether what joins an office to what leads to a name parts two persons."""
    words = gap.strip()
    return words == "và" and _take_each(layer, office, name) or words == "," and _reports_on(layer, office, name)


def _take_each(layer: Layer, office: Token, name: Token) -> bool:
    """ "bầu ông A làm Thủ tướng và Bộ trưởng B làm Phó Thủ tướng": the first office is not B's."""
    lower = layer.writing.lower
    return bool(_TAKES.search(lower, max(0, office.start - 24), office.start) and _TAKES_TOO.match(lower, name.end))


def _reports_on(layer: Layer, office: Token, name: Token) -> bool:
    """ "Theo Chủ tịch Quốc hội, ông A đã ...": who says something and of whom; one person has a comma behind a name."""
    lower = layer.writing.lower
    return lower.endswith("theo ", 0, office.start) and not lower.startswith((",", " -", " –", " ("), name.end)


def _buries(token: Token, after: Token) -> bool:
    """ "Trưởng ban Lễ tang nguyên Thủ tướng A": who heads the funeral of whom."""
    body = token.office.body if token.office else None
    return bool(body and "tang" in body.name.lower().split() and after.office and after.office.former)


_OF_MANY = re.compile(r"\s+(?:của\s+)?(?:các|nhiều|một số)\s+(?!khóa|nhiệm kỳ|kỳ|thời kỳ|lớp)")


def is_of_many(layer: Layer, token: Token) -> bool:
    """Whether this is an office in several bodies, which no one person holds: "Thứ trưởng của các bộ"."""
    bare = token.office is not None and token.office.body is None
    return bare and bool(_OF_MANY.match(layer.writing.lower, token.end))


def parts(gap: str, behind: bool = False) -> bool:
    """Whether a title behind this gap belongs to the next person: "A, Giám đốc và đại tá B", and `behind` an office
    "A, Giám đốc (vợ ông B)"."""
    return not gap.strip() or gap.strip(" ,") == "và" or behind and gap.strip() == "("


_RANKS_OF_PARTY = ("Bộ Chính trị", "Ban Chấp hành Trung ương Đảng")


def _opens(chain: list[Token]) -> bool:
    """Whether offices before a name start with the Party's highest, as the titles that lead to a name do: "chúc mừng
    ông A, Bí thư Trung ương Đảng, Chánh Văn phòng B"."""
    office = next((token.office for token in chain if token.office), None)
    several = sum(token.office is not None for token in chain) > 1
    return several and bool(office and office.body and office.body.head.name in _RANKS_OF_PARTY)


def kept_of(layer: Layer, name: Token, chain: list[Token], following: list[Token], person: Person) -> list[Token]:
    """What of the offices between two names belongs to the first; the rest leads to the second. `following`: the second
    name, and what stands behind it."""
    gap = between(layer, chain[-1].end, following[0].start)
    if not JOIN_NAME.fullmatch(gap) or gap.strip() not in ("", "-", ":") or _is_listed(layer, name, chain):
        return chain
    if _is_next(layer, chain, following):
        return chain
    return [] if person.offices or _opens(chain) else chain[: _last_office(chain)]


def _is_next(layer: Layer, chain: list[Token], following: list[Token]) -> bool:
    """Whether the second of two names has a title of its own before it and offices behind it, as the first has: "ông A,
    Phó Bí thư, Chủ tịch HĐND tỉnh, ông B, Phó Chủ tịch"."""
    if len(chain) < 2 or len(following) < 2 or chain[-1].kind != "title" or chain[-2].kind != "office":
        return False
    parted = TERM.sub("", between(layer, chain[-2].end, chain[-1].start)).strip() in (",", ";")
    behind = between(layer, following[0].end, following[1].start).strip()
    return parted and following[1].kind == "office" and behind in (",", "-", "(")


def _is_listed(layer: Layer, name: Token, chain: list[Token]) -> bool:
    """Whether a name keeps the office behind its dash before the next name: "ông A - Phó Bí thư, ông B - Chủ tịch"."""
    first, last = chain[0], chain[-1]
    if first.kind != "office" or len(chain) != 2 or last.kind != "title":
        return False
    behind = TERM.sub("", between(layer, first.end, last.start))
    return between(layer, name.end, first.start).strip() == "-" and behind.strip() == ","


def _last_office(chain: list[Token]) -> int:
    """Where the titles and the one office that lead to the next name start in a chain."""
    i = len(chain)
    while i and chain[i - 1].kind == "title":
        i -= 1
    return max(0, i - 1) if i == len(chain) or (i and chain[i - 1].kind == "office") else i
