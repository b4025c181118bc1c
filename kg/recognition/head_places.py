"""Where the heads of bodies' names stand: not inside an office's title, another word or a capitalized name."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from kg.recognition.heads import WORD, abbreviated, head_pattern, not_after, not_before, papers
from kg.recognition.territories import CAPITAL

# "Phó Bí thư Thường trực": the words of a body that are part of an office's title.
_IN_ROLE = re.compile(
    r"(?:bí thư|chủ tịch|ủy viên|thành viên|cơ quan|thủ tướng|thư ký|trưởng ban|trưởng|tư lệnh|giám đốc|chủ nhiệm)"
    r"\s+(?:thường trực|thường vụ)$|phó\s+(?:trưởng\s+)?ban thường trực$|chánh văn phòng thường trực$"
)
_ROLE_ENDS = ("thường trực", "thường vụ")
_TITLE_END = re.compile(r"thường (?:trực|vụ)(?![^\W_])")
# The office "Thường trực Ban Bí thư" is held by one person.
_AN_OFFICE = re.compile(r"thường trực ban bí thư(?![^\W_])")
# "Phó Chánh Văn phòng Thường trực Văn phòng Trung ương Đảng": the first one is part of the office's title.
_STANDING_OFFICE = re.compile(r"văn phòng thường trực văn phòng")
# "Bộ trưởng Công an" is of the Ministry, "trưởng phòng Cảnh sát giao thông" of the Phòng.
_OF_TITLE = (
    ("công an", re.compile(r"(?:bộ|thứ) trưởng $")),
    ("cảnh sát", re.compile(r"(?:trưởng|phó) phòng $")),
)
_AFTER_CAPITAL = re.compile(
    r"(?<![^\W_])(?!(?:Trưởng|Phó|Chánh|Đồng|Bí|Tổng|Thứ|Các|Những|Theo|Như|Trên|Tại|Với|Do|Từ|Còn|Nhưng|Hiện|Nguyên"
    r"|Tân|Cựu) )"
    rf"[{CAPITAL}][^\W\d_A-Z]+ $"
)
# A settlement's name: "thôn Khoa Trường".
_IN_SETTLEMENT = re.compile(r"(?<![^\W_])(?:thôn|làng|bản|ấp|buôn|xóm|khu phố|tổ dân phố|đường|phố) $")
# Before a newspaper's name without its "Báo": "theo Tuổi Trẻ".
_BEFORE_PAPER = re.compile(r"(?<![^\W_])(?:theo|tờ|với|trên|pv|phóng viên|của|như|nguồn:?) $")


def head_places(text: str, lower: str, inside: Container[int]) -> dict[int, int]:
    """The offsets at which heads start -> where they end; none starts at an offset of `inside`, within a place."""
    return {
        start: end
        for start, end in _phrases(text, lower)
        if start not in inside and not _in_title(lower, start, end) and not _in_word(text, lower, start, end)
    }


def _phrases(text: str, lower: str) -> Iterator[tuple[int, int]]:
    """Where head phrases stand; behind "Phó Chủ tịch Thường trực" the body starts with the next word, and in "toàn quốc
    Hội Luật gia" with the second."""
    position, match_at = 0, head_pattern().pattern.match
    for start in head_pattern().starts(lower):
        match = match_at(lower, start) if start >= position else None
        if not match:
            continue
        title = _TITLE_END.match(lower, match.start())
        if title and _ends_role(lower, match.start(), title.end()):
            position = title.end()
            continue
        first, _, rest = match.group().partition(" ")
        if rest and _ends_word(text, lower, match.start(), first):
            position = match.start() + len(first)
            continue
        yield match.span()
        position = match.end()


def _in_title(lower: str, start: int, end: int) -> bool:
    """Whether a head is part of an office's title."""
    if _ends_role(lower, start, end) or _AN_OFFICE.match(lower, start):
        return True
    if any(lower.startswith(head, start) and before.search(lower, max(0, start - 14), start)
           for head, before in _OF_TITLE):
        return True
    return bool(_STANDING_OFFICE.match(lower, start)) and _word_before(lower, start) == "chánh"


def _ends_role(lower: str, start: int, end: int) -> bool:
    before = max(0, start - 20)
    return lower.endswith(_ROLE_ENDS, before, end) and bool(_IN_ROLE.search(lower, before, end))


def _in_word(text: str, lower: str, start: int, end: int) -> bool:
    """Whether a head is part of another word or of a capitalized name."""
    head, printed = lower[start:end], text[start:end]
    paper = papers().get(" ".join(head.split()) if "\n" in head else head)
    if paper and (printed != paper or not _BEFORE_PAPER.search(lower, max(0, start - 12), start)):
        return True
    if head in abbreviated() and not printed.isupper() or _with_next(lower, head, end):
        return True
    if _ends_word(text, lower, start, head.split(" ")[0]):
        return True
    alone = " " not in head and not printed.isupper()
    if alone and printed[:1].isupper() and _IN_SETTLEMENT.search(lower, max(0, start - 14), start):
        return True
    return alone and bool(_AFTER_CAPITAL.search(text, max(0, start - 12), start))


def _ends_word(text: str, lower: str, start: int, first: str) -> bool:
    """Whether the first word of a head in lower case is the end of another word: "trụ sở", "toàn quốc"."""
    return text[start].islower() and _word_before(lower, start) in not_after().get(first, ())


def _with_next(lower: str, head: str, end: int) -> bool:
    """Whether a head and the one or two words behind it are another word: "Hội nghị", "ban kiểm phiếu"."""
    others, following = not_before().get(head), WORD.match(lower, end + 1)
    if not others or not following:
        return False
    second = WORD.match(lower, following.end() + 1)
    both = lower[following.start() : second.end()] if second else ""
    return following.group() in others or both in others


def _word_before(text: str, end: int) -> str:
    """The word that ends one space before an offset, or ""."""
    return text[max(0, end - 12) : end - 1].split(" ")[-1] if end and text[end - 1] == " " else ""
