"""The numbers of documents in a plain text: "05-CT/TW", "28/2024/NĐ-CP"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognition.layer import Mention
from kg.recognition.territories import CAPITAL
from kg.vi.anchors import DIGITS, Anchored

_CODE = rf"[{CAPITAL}][{CAPITAL}a-z.]*(?:\d\d)?"
NUMBER = Anchored(
    rf"(?<![\w/])(?:NN|\d{{1,5}}[a-z]?)\s?[-/]\s?(?:(?:19|20)\d\d\s?/\s?)?(?:{_CODE})(?:\s?[-/&]\s?{_CODE})"
    rf"*(?:\s?-\s?\d{{1,2}}(?!\d))?(?![\w/])",
    (DIGITS, "nn"),
)
_SHAPE = re.compile(
    (
        r"(?:CT|NQ|QĐ|QD|KL|QC|QĐi|KH|CTr|CTR|ĐA|NĐ|TT|TTr|CV|TB|HD|BC|CĐ|PL|L|QH|TTLT|NQLT|CTPH|KHPH|SL|UBND|HĐND|"
        r"TU|TW|ĐU|HU|BTC|PA|GM)\b"
    ),
    re.IGNORECASE,
)


def numbers(text: str, lower: str) -> Iterator[Mention]:
    """The document numbers of a text: "05-CT/TW", "28/2024/NĐ-CP"."""
    for match in NUMBER.finditer(lower, text):
        number = match.group().rstrip(".")  # a full stop ends the sentence, not the number
        if _SHAPE.search(number) and ("/" in number or "-" in number):
            yield Mention("number", match.start(), match.start() + len(number), {"number": number}, "document.number")
