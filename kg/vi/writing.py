"""Vietnamese as it is printed, and as it is compared.

The article's text is never changed: `normalize` makes a working copy for matching, with a map back to the
offsets of the text as read.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
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


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a copy of a text comes from, by stretches that differ in length at their ends alone: the offset in the copy
    at which each starts, and the one in the text as read."""

    copied: list[int]
    read: list[int]

    def read_at(self, position: int) -> int:
        """The offset in the text as read of one in the copy."""
        i = bisect_right(self.copied, position) - 1
        return self.read[i] + position - self.copied[i]

    def copied_at(self, position: int) -> int:
        """The offset in the copy of one in the text as read; what was left out stands where the next stretch starts."""
        i = bisect_right(self.read, position) - 1
        found = self.copied[i] + position - self.read[i]
        return min(found, self.copied[i + 1]) if i + 1 < len(self.copied) else found


# "hoà", "khoẻ", "uỷ": the tone mark moves to the first vowel of an open syllable ("hòa", "khỏe", "ủy").
_TONED = {"a": "àáảãạ", "e": "èéẻẽẹ", "y": "ỳýỷỹỵ", "o": "òóỏõọ", "u": "ùúủũụ"}
_MOVED = {
    glide_case(glide) + vowel_case(late): glide_case(early) + vowel_case(vowel)
    for glide, vowel in ("oa", "oe", "uy")
    for early, late in zip(_TONED[glide], _TONED[vowel], strict=True)
    for glide_case in (str.lower, str.upper)
    for vowel_case in (str.lower, str.upper)
}
# It starts with the second vowel, and looks back behind it: so `re` runs to the next toned one at once.
_AE, _UY = ("".join(sorted({pair[1] for pair in _MOVED if pair[0] in glide})) for glide in ("oO", "uU"))
_LATE_TONE = re.compile(rf"[{_AE}{_UY}](?![^\W\d_])(?:(?<=[oO][{_AE}])|(?<=[uU][{_UY}])(?<![qQ]..))")


def _compose(text: str) -> tuple[str, Origin | None]:
    """Text in NFC with runs of white space as one space or line end, and where each stretch of it comes from (None:
    unchanged). No pattern meets a long run, so none can stumble over it."""
    pieces: list[str] = []
    copied: list[int] = [0]
    read: list[int] = [0]
    size = at = 0
    for match in (_CLUSTER if _MARK.search(text) else _GAP).finditer(text):
        start, end = match.span()
        composed = _settled(match.group())
        pieces += text[at:start], composed
        size += start - at
        copied += size, size + len(composed)
        read += start, end
        size, at = size + len(composed), end
    if not pieces:
        return text, None
    pieces.append(text[at:])
    return "".join(pieces), Origin(copied, read)


def _settled(cluster: str) -> str:
    if cluster.isspace():
        return "\n" if "\n" in cluster else " "
    return unicodedata.normalize("NFC", cluster)


def settle_tones(text: str) -> str:
    """NFC text with every tone mark in the traditional place; the length stays the same."""
    pieces: list[str] = []
    last = 0
    for match in _LATE_TONE.finditer(text):
        glide, end = match.start() - 1, match.end()
        pieces += text[last:glide], _MOVED[text[glide:end]]
        last = end
    return "".join((*pieces, text[last:])) if pieces else text


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
    origin: Origin | None

    def span(self, start: int, end: int) -> Span:
        if self.origin is None:
            return Span(start, end)
        return Span(self.origin.read_at(start), self.origin.read_at(end))

    def offset(self, position: int) -> int:
        """The offset in the copy of an offset in the text as read."""
        return position if self.origin is None else self.origin.copied_at(position)


def _lower(text: str) -> str:
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _plain_signs(text: str) -> str:
    for sign, plain in _TYPOGRAPHY.items():  # seven times as fast as one pattern, which is ten as fast as str.translate
        text = text.replace(sign, plain)
    return text


def normalize(text: str) -> Writing:
    """A working copy in NFC with tones, look-alike letters, dashes, quotes and spaces settled."""
    composed, origin = _compose(_plain_signs(text))
    settled = settle_tones(_settle_letters(composed))
    return Writing(settled, _lower(settled), origin)


_Y = re.compile(r"\b([bcdđghklmnpqrstvx]+)(ỳ|ý|ỷ|ỹ|ỵ|y)\b")
_PLAIN_I = dict(zip("ỳýỷỹỵy", "ìíỉĩịi", strict=True))
_GAPS = re.compile(r"[^\w%/]+")


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """The form in which names compare: case, tone placement, i/y, quotes and dashes do not count; diacritics do."""
    text = unicodedata.normalize("NFC", name)
    text = settle_tones(_plain_signs(text) if _ODD_SIGN.search(text) else text).lower()
    text = _Y.sub(lambda m: m[1] + _PLAIN_I[m[2]], text)
    return " ".join(_GAPS.sub(" ", text).split())
