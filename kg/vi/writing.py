"""Vietnamese as it is printed, and as it is compared.

The article's text is never changed: `normalize` makes a working copy for matching, with a map back to the
offsets of the text as read.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from kg.article import Span

# Cyrillic and Greek letters that look like Latin ones, as scanned and pasted texts have them.
_LOOK_ALIKES = str.maketrans("АВЕКМНОРСТХУаеорсухіΑΒΕΗΙΚΜΝΟΡΤΧ", "ABEKMHOPCTXYaeopcyxiABEHIKMNOPTX")
# One form each for quotes, dashes and spaces: all one code point for one.
_TYPOGRAPHY = {
    **dict.fromkeys("–—‒‑−", "-"), **dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‘’‛`´", "'"),
    **dict.fromkeys("\u00a0\u2007\u202f\u2009\u2002\u2003\t", " "), **dict.fromkeys("\u200b\u200e\u200f\ufeff", " "),
    "\r": "\n", "\u2028": "\n", "\u2029": "\n", "đ": "đ", "ð": "đ", "Ð": "Đ",
}
_ODD_SIGN = re.compile(f"[{''.join(map(re.escape, _TYPOGRAPHY))}]")
# A letter with its combining marks, or a run of white space.
_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]+|\s{2,}")
_MARK = re.compile(r"[\u0300-\u036f]")
_GAP = re.compile(r"\s\s+")
# "hoà", "khoẻ", "uỷ": the tone mark moves to the first vowel of an open syllable ("hòa", "khỏe", "ủy").
_OA = re.compile(r"([oO])([àáảãạÀÁẢÃẠ])(?![^\W\d_])")
_OE = re.compile(r"([oO])([èéẻẽẹÈÉẺẼẸ])(?![^\W\d_])")
_UY = re.compile(r"([uU])(?<![qQ].)([ỳýỷỹỵỲÝỶỸỴ])(?![^\W\d_])")


def _compose(text: str) -> tuple[str, list[int] | None]:
    """Text in NFC with runs of white space as one space or line end, and the offset in `text` of each of its code
    points (None: unchanged). No pattern meets a long run, so none can stumble over it."""
    pieces: list[str] = []
    origin: list[int] = []
    at = 0
    for match in (_CLUSTER if _MARK.search(text) else _GAP).finditer(text):
        pieces.append(text[at : match.start()])
        origin.extend(range(at, match.start()))
        composed = _settled(match.group())
        pieces.append(composed)
        origin.extend(min(match.start() + i, match.end() - 1) for i in range(len(composed)))
        at = match.end()
    if not pieces:
        return text, None
    pieces.append(text[at:])
    origin.extend(range(at, len(text) + 1))
    return "".join(pieces), origin


def _settled(cluster: str) -> str:
    if cluster.isspace():
        return "\n" if "\n" in cluster else " "
    return unicodedata.normalize("NFC", cluster)


_TONED = {"a": "àáảãạ", "e": "èéẻẽẹ", "y": "ỳýỷỹỵ", "o": "òóỏõọ", "u": "ùúủũụ"}


def _moved(match: re.Match[str]) -> str:
    glide, vowel = match.groups()
    plain = unicodedata.normalize("NFD", vowel)[0]
    tone = _TONED[plain.lower()].index(vowel.lower())
    toned = _TONED[glide.lower()][tone]
    return (toned.upper() if glide.isupper() else toned) + plain


def settle_tones(text: str) -> str:
    """NFC text with every tone mark in the traditional place; the length stays the same."""
    for pattern in (_OA, _OE, _UY):
        text = pattern.sub(_moved, text)
    return text


_ODD_LETTER = re.compile(r"[\u0370-\u04ff]")


def _settle_letters(text: str) -> str:
    """Look-alike letters become Latin, except in words that are Greek or Cyrillic throughout."""
    if not _ODD_LETTER.search(text):
        return text
    return text.translate(_LOOK_ALIKES)


@dataclass(frozen=True, slots=True)
class Writing:
    """A working copy of a text. `span` takes offsets in the copy back to the text as read."""

    text: str
    lower: str
    origin: tuple[int, ...] | None

    def span(self, start: int, end: int) -> Span:
        if self.origin is None:
            return Span(start, end)
        return Span(self.origin[start], self.origin[end])

    def offset(self, position: int) -> int:
        """The offset in the copy of an offset in the text as read."""
        return position if self.origin is None else bisect_left(self.origin, position)


def _lower(text: str) -> str:
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _plain_signs(text: str) -> str:
    return _ODD_SIGN.sub(lambda sign: _TYPOGRAPHY[sign[0]], text)  # ten times as fast as str.translate


def normalize(text: str) -> Writing:
    """A working copy in NFC with tones, look-alike letters, dashes, quotes and spaces settled."""
    composed, origin = _compose(_plain_signs(text))
    settled = settle_tones(_settle_letters(composed))
    return Writing(settled, _lower(settled), tuple(origin) if origin is not None else None)


_Y = re.compile(r"\b([bcdđghklmnpqrstvx]+)(ỳ|ý|ỷ|ỹ|ỵ|y)\b")
_PLAIN_I = dict(zip("ỳýỷỹỵy", "ìíỉĩịi", strict=True))
_GAPS = re.compile(r"[^\w%/]+")


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """The form in which names compare: case, tone placement, i/y, quotes and dashes do not count; diacritics do."""
    text = settle_tones(_plain_signs(unicodedata.normalize("NFC", name))).lower()
    text = _Y.sub(lambda m: m[1] + _PLAIN_I[m[2]], text)
    return " ".join(_GAPS.sub(" ", text).split())
