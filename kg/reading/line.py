"""Lines that are no prose, told by the patterns of `kg/vi/lines.toml`."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg import resources
from kg.article import Role

_CAPITAL = (
    "[A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ]"
)
_HONORIFIC = (  # "Anh Thảo" is a pen name, "Anh Lê Văn Nam" a man in a picture
    r"(?!(?:Ông|Bà|Đồng chí|Đ/c|Chị|Cô|Chú|Bác|Cụ|Em|NSƯT|NSND|HLV|GS|PGS|TS|ThS|BS|LS|Theo|Ảnh|ẢNH|Video|Clip|Nguồn)\b"
    r"|Anh \S+ \S)"
)
_NAME = rf"(?:{_CAPITAL}[\w.'’]*)(?:[ /]{_CAPITAL}[\w.'’]*){{0,4}}"
_DATE = r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})"
_TIME = r"\d{1,2}(?::|h|g|giờ )\d{2}(?::\d{2})?(?: ?(?:AM|PM|phút))?"
_WEEKDAY = r"(?i:thứ (?:[2-7]|hai|ba|tư|năm|sáu|bảy)|t[2-7]|chủ nhật|cn)"
_POSTED = r"(?i:cập nhật|ngày đăng|đăng|xuất bản|thời gian|ngày cập nhật|ngày xuất bản)"
_GAP = r"[\s,|•·:()\[\]-]*(?:(?:ngày|lúc|vào)\s+)*"
_PIECES = {
    "capital": _CAPITAL,
    "name": _HONORIFIC + _NAME,
    "names": rf"{_HONORIFIC}{_NAME}(?:\s*(?:-|,|/|&|và)\s*{_NAME})*",
    "agency": r"(?:P\.? ?V|CTV|BBT|Nhóm (?:PV|phóng viên|tác giả)|(?:Ban|Tòa|Toà) [Bb]iên tập)",
    "photo": r"(?:Ảnh|ẢNH)(?: (?:minh ho[ạa]|minh họa|tư liệu|chụp màn hình|lưu niệm))?",
    "stamp": rf"(?=(?:\D*\d){{6}})(?=.*(?:{_TIME}|{_WEEKDAY}|{_POSTED}))(?:{_POSTED}{_GAP})?"
    rf"(?:(?:{_WEEKDAY}|{_TIME}){_GAP})*(?:ngày )?{_DATE}{_GAP}(?:{_TIME}{_GAP})?(?:GMT ?\+?7?{_GAP})?",
}
_PIECE = re.compile(r"\{([a-z]+)\}")
_PLAIN = {**dict.fromkeys("–—‒‑−", "-"), **dict.fromkeys("\u00a0\t", " ")}


@dataclass(frozen=True, slots=True)
class LineRule:
    """One entry of lines.toml, compiled."""

    role: Role
    at: str
    longest: int
    patterns: tuple[re.Pattern[str], ...]
    heads_links: bool
    examples: tuple[str, ...]
    counter: tuple[str, ...]

    def match(self, line: str) -> re.Match[str] | None:
        """`line` with plain signs, composed."""
        if len(line) > self.longest:
            return None
        for pattern in self.patterns:
            if found := pattern.fullmatch(line):
                return found
        return None


def plain_signs(text: str) -> str:
    """A text with plain hyphens and spaces, character for character."""
    for sign, plain_sign in _PLAIN.items():
        text = text.replace(sign, plain_sign)
    return text


def composed(line: str) -> str:
    """A line composed (NFC), without blanks around it."""
    return unicodedata.normalize("NFC", line).strip()


@cache
def rules() -> tuple[LineRule, ...]:
    with (resources.knowledge() / "lines.toml").open("rb") as file:
        return tuple(_rule(entry) for entry in tomllib.load(file)["line"])


def _of_piece(piece: re.Match[str]) -> str:
    return _PIECES[piece[1]]


def _joined(patterns: list[str]) -> list[str]:
    """Patterns as one, which is tried sooner than all, unless they have groups that tell more of a line."""
    return patterns if any("(?P<" in pattern for pattern in patterns) else ["|".join(f"(?:{p})" for p in patterns)]


def _rule(entry: dict[str, Any]) -> LineRule:
    return LineRule(
        Role(entry["role"]),
        entry["at"],
        entry["longest"],
        tuple(map(re.compile, _joined([_PIECE.sub(_of_piece, pattern) for pattern in entry["patterns"]]))),
        entry.get("heads_links", False),
        tuple(entry["examples"]),
        tuple(entry["counter"]),
    )
