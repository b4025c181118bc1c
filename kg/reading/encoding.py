"""Bytes to text: byte order marks, UTF-8, UTF-16 without a mark, Windows-1258, TCVN3 and VNI.

UTF-8 is taken at its word. Anything else must yield Vietnamese to be believed: the decoding with the most common
Vietnamese words wins, and where none has enough of them the input is refused rather than garbled.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import TypeAlias

from kg.errors import ReadingError
from kg.reading import legacy
from kg.reading.language import likeness, reaches

_MARKS = (  # UTF-32's mark starts with UTF-16's: it is looked for first
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
)
_PUNCTUATION = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}
_LEGACY: tuple[Callable[[str], str], ...] = (legacy.tcvn3, legacy.vni)
_ENOUGH = 0.06  # share of common words: news has 0.10 and more, wrong decodings less than 0.02
_GARBLED = re.compile("[\u00a1-\u00ff]")  # what TCVN3 and VNI letters look like when taken for Latin-1
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


Visible: TypeAlias = Callable[[str], str]


def decode(content: bytes, where: str, visible: Visible = str) -> str:
    """The text of `content`, without its byte order mark and otherwise unchanged.

    `visible` gives the part of a decoded text by which its language is judged. Raises ReadingError.
    """
    for magic, name in _FORMATS:
        if content.startswith(magic):
            raise ReadingError(where, f"is {name}, not text", "save its text as a .txt or .html file in UTF-8")
    text = _decode_marked(content, where)
    if text is None:
        text = _decode_unmarked(content, where, visible)
    if "\0" in text or len(_CONTROLS.findall(text)) > len(text) // 100:
        raise _binary(where)
    return text


def _binary(where: str) -> ReadingError:
    return ReadingError(where, "is binary, not text", "give a text, HTML or JSON Lines file")


def _decode_marked(content: bytes, where: str) -> str | None:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _decode_strictly(content[len(mark) :], name, where)
    return None


def _decode_unmarked(content: bytes, where: str, visible: Visible) -> str:
    wide = _wide(content)
    if wide:
        return _decode_strictly(content, wide, where)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_legacy(content, where, visible, error)
    return repair(text, visible)


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: spaces and plain letters put a zero in every other byte, always on the same side."""
    sample = content[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 8 < len(sample) or min(even, odd) * 8 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _decode_strictly(content: bytes, name: str, where: str) -> str:
    try:
        return content.decode(name)
    except UnicodeDecodeError as error:
        raise _damaged(content, f"is not valid {name.upper()}", where, error) from None


def _decode_legacy(content: bytes, where: str, visible: Visible, error: UnicodeDecodeError) -> str:
    best = _most_vietnamese(_readings(content), visible)
    if best is None and b"\0" in content:
        raise _binary(where)
    if best is None:
        raise _damaged(content, "is in neither UTF-8 nor a Vietnamese encoding", where, error)
    return best


def _readings(content: bytes) -> Iterator[str]:
    """Each one-byte encoding's reading; bytes that it leaves open stand for themselves."""
    with suppress(UnicodeDecodeError):
        yield content.decode("cp1258")
    latin = content.decode("latin-1").translate(_PUNCTUATION)
    yield from (unravel(latin) for unravel in _LEGACY)


def repair(text: str, visible: Visible = str) -> str:
    """Text that was saved as UTF-8 while it still was TCVN3 or VNI inside; any other text as it is."""
    if not _GARBLED.search(text) or reaches(visible(text), _ENOUGH / 2):
        return text
    return _most_vietnamese((unravel(text) for unravel in _LEGACY), visible) or text


def _most_vietnamese(readings: Iterable[str], visible: Visible) -> str | None:
    likelihood, best = max((likeness(visible(text)), text) for text in readings)
    return best if likelihood >= _ENOUGH else None


def _damaged(content: bytes, what: str, where: str, error: UnicodeDecodeError) -> ReadingError:
    line = content.count(b"\n", 0, error.start) + 1
    remedy = "save it again as UTF-8, whole: it may have been cut off"
    return ReadingError(where, f"{what} (byte {error.start}, line {line})", remedy)
