"""How much a text looks like Vietnamese: tells encodings apart, and other languages from it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

SAMPLE = 4_000  # code points looked at: enough for a verdict, and no more work for a long text
ENOUGH_WORDS = 20  # for a verdict that a text is not Vietnamese
FEW = 0.03  # share of common words: news has 0.10 and more, other languages next to none

# The commonest words of news prose that carry a mark: no other language or wrong decoding yields them.
_FREQUENT = frozenset(
    "của và các đã được với là không có những một người tại này để từ đến về ở công đồng tỉnh hội định tổ chức việc làm"
    " nhân ủy uỷ đảng bộ thứ số quốc năm ngày trưởng".split()
)
_WORD = re.compile(r"[^\W\d_]+")


def words(text: str) -> list[str]:
    """The words at the start of a text, composed (NFC) and in lower case."""
    return _WORD.findall(unicodedata.normalize("NFC", text[:SAMPLE]).lower())


def likeness(text: str) -> float:
    """The share of the first words that are common Vietnamese ones: above 0.1 for news, 0 for anything else."""
    return _likeness(words(text))


def _likeness(found: Sequence[str]) -> float:
    return len([word for word in found if word in _FREQUENT]) / len(found) if found else 0.0


def foreign(text: str) -> bool:
    """Whether a text of some length looks like no Vietnamese prose."""
    found = words(text)
    return len(found) >= ENOUGH_WORDS and _likeness(found) < FEW
