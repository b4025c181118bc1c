"""A person as one place names it, and the words that the phrase is read from: titles, offices, names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from kg.recognition.layer import Layer
from kg.recognition.offices import Office
from kg.recognition.territories import CAPITAL
from kg.vi.lexicon import words


@dataclass(slots=True)
class Token:
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
def titles() -> dict[str, str]:
    """Ranks, degrees and honorifics in lower case -> "rank", "degree", or what honorifics.txt says of them."""
    found = {phrase.lower(): "rank" for phrase in words("ranks")}
    found |= {phrase.lower(): "degree" for phrase in words("degrees")}
    return found | {phrase.lower(): said for phrase, said in words("honorifics").items()}


# An age, a birth or a place in a picture.
ASIDE = re.compile(
    r"\((?:\d+ tuổi|sinh năm|sn|bên|thứ|giữa|ngoài|hàng|áo|người|ảnh|trái|phải|đứng|ngồi)[^()\n]{0,60}\)|\(\d{2,4}\)"
)
# An abbreviation of the body before: "Bộ trưởng Bộ Nông nghiệp (NN-PTNT) Lê Văn A".
_SHORT = re.compile(rf"\s*\([{CAPITAL}][{CAPITAL}&\s-]{{1,14}}\)")
# A term of office between two offices: "Bí thư Tỉnh ủy nhiệm kỳ 2010-2015, Chủ tịch HĐND tỉnh".
TERM = re.compile(r"\s+\(?(?:nhiệm kỳ\s+\(?\d{4}\s*-\s*\d{4}|khóa (?:[ivxl]+|\d+))\)?\)?(?=\s*[,;(-])")
# What may stand between a name and what leads to it.
JOIN_NAME = re.compile(r"\s*(?:|-|:|,)\s*")


def between(layer: Layer, left: int, right: int) -> str:
    """What stands between two offsets, without asides in brackets."""
    gap = layer.writing.lower[left:right]
    if "(" not in gap:
        return gap
    short = _SHORT.search(layer.writing.text, left, right)
    return ASIDE.sub("", gap[: short.start() - left] + gap[short.end() - left :] if short else gap)


def serves(token: Token) -> bool:
    """Whether this office is held under a person: "Trợ lý Tổng Bí thư Tô Lâm" is not Tô Lâm."""
    return bool(
        token.office and not token.office.body and token.office.role.lower() in ("trợ lý", "thư ký", "phu nhân")
    )
