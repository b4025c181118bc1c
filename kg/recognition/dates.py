"""Dates as printed ("Sáng 9/7", "ngày 24 tháng 9 năm 1954", "16-18/10/2023", "tháng 8.2019"), terms and sessions.

A date is read as far as it is printed; the year that it leaves out is resolved later, never here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.recognition.layer import Mention
from kg.vi.anchors import DIGITS, Anchored


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """What is printed of a date; `last_*` where a range or a list of days ends. None: not printed."""

    day: int | None
    month: int | None
    year: int | None
    last_day: int | None = None
    last_month: int | None = None


_D, _M, _Y = r"(\d{1,2})", r"(\d{1,2})", r"((?:19|20)\d\d)"
_SEP = r"\s?[/.-]\s?"
_UNITS = r"(?!\s*(?:tỷ|tỉ|triệu|nghìn|đồng|kg|km|m\b|ha|điểm|năm\b|phiếu|đại biểu))"  # a count or a range, no date
_RANGE = Anchored(
    rf"(?<![\d/.,-]){_D}(?:{_SEP}{_M})?\s*(?:-|và|đến|,)\s*(?:ngày\s+)?{_D}[/.-]{_M}(?:[/.-]{_Y})?(?![\d%]){_UNITS}",
    [DIGITS])
_LONG = Anchored(rf"(?<!\d){_D}\s+tháng\s+{_M}(?:(?:\s*,)?\s+(?:năm\s+)?{_Y})?", [DIGITS])
_SHORT = Anchored(rf"(?<![\d/.,-])(?<!\d -){_D}{_SEP}{_M}(?:{_SEP}{_Y})?(?![\d%/]){_UNITS}", [DIGITS])
_MONTH = re.compile(rf"tháng\s+{_M}(?:{_SEP}|\s+năm\s+){_Y}")
_YEAR = re.compile(rf"năm(?<![\d/.-]năm)\s+{_Y}(?![\d])(?!\s*-\s*\d)")
_CUE = re.compile(r"(?:ngày|sáng|trưa|chiều|tối|đêm|mùng|mồng|hôm nay|hôm qua|nay|qua|từ|đến|vào|\()\s*\(?$")
_NUMBER = re.compile(r"(?:số|khoảng|hơn|gần|trên|dưới|tỷ lệ|mục|điều|quý|kỳ)\s+$")


def dates(lower: str) -> Iterator[Mention]:
    """The dates of a text in lower case, form by form; longer forms win."""
    taken = bytearray(len(lower))
    for pattern, read in ((_RANGE, _range), (_LONG, _day), (_SHORT, _short), (_MONTH, _month), (_YEAR, _year)):
        for match in pattern.finditer(lower):
            start, end = match.span()
            printed = None if any(taken[start:end]) else read(match, lower)
            if printed and _possible(printed):
                taken[start:end] = b"\1" * (end - start)
                yield Mention("date", start, end, {"date": printed}, "date")


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _day(match: re.Match[str], lower: str) -> PrintedDate:
    return PrintedDate(*map(_number, match.groups()))


def _short(match: re.Match[str], lower: str) -> PrintedDate | None:
    printed = PrintedDate(*map(_number, match.groups()))
    cue = _CUE.search(lower, max(0, match.start() - 14), match.start())
    if _NUMBER.search(lower, max(0, match.start() - 10), match.start()):
        return None
    return printed if cue or printed.year or "/" in match.group() else None


def _range(match: re.Match[str], lower: str) -> PrintedDate | None:
    first, month, last, last_month, year = map(_number, match.groups())
    if not month and not (_CUE.search(lower, max(0, match.start() - 14), match.start()) or year):
        return None
    return PrintedDate(first, month or last_month, year, last, last_month)


def _month(match: re.Match[str], lower: str) -> PrintedDate:
    return PrintedDate(None, int(match[1]), int(match[2]))


def _year(match: re.Match[str], lower: str) -> PrintedDate:
    return PrintedDate(None, None, int(match[1]))


def _possible(printed: PrintedDate) -> bool:
    days, months = (printed.day, printed.last_day), (printed.month, printed.last_month)
    return all(day is None or 1 <= day <= 31 for day in days) and all(m is None or 1 <= m <= 12 for m in months)


_NUMERAL = r"(?:\d{1,2}|[ivxl]+)"
_TERM = Anchored(
    r"(?:nhiệm kỳ|nhiệm kì|giai đoạn|niên khóa)\s*\(?\s*((?:19|20)\d\d)\s*-\s*((?:19|20)?\d\d)",
    ("nhiệm kỳ", "nhiệm kì", "giai đoạn", "niên khóa"))
_SESSION = re.compile(
    rf"khóa\s+(?:thứ\s+)?({_NUMERAL}(?:\s*(?:,|và)\s*{_NUMERAL}(?![^\W_]|\s+phạm))*)(?![^\W_])(?:\s*\))?")
_OPENED = re.compile(r"\(?\s*$")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_DIGITS = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_ALSO = {"nhất": 1, "nhì": 2, "tư": 4}
_AFTER_TEN = {**{word: n for n, word in enumerate(_DIGITS) if word}, "mốt": 1, "tư": 4, "lăm": 5, "": 0}


def _number_words() -> Iterator[tuple[str, int]]:
    """Numbers below one hundred in words: "mười bốn", "hai mươi mốt"."""
    yield from ((word, n) for n, word in enumerate(_DIGITS) if word)
    yield from _ALSO.items()
    for tens, lead in ((10, "mười"), *((10 * n, f"{_DIGITS[n]} mươi") for n in range(2, 10))):
        yield from ((f"{lead} {word}".strip(), tens + n) for word, n in _AFTER_TEN.items())


_WORDS = dict(_number_words())


def ordinal(text: str) -> int | None:
    """The number that digits, a Roman numeral or number words print ("6", "IV", "mười bốn"), or None."""
    text = " ".join(text.lower().split())
    if text.isdigit():
        return int(text)
    if text in _WORDS:
        return _WORDS[text]
    if not text or set(text) - set(_ROMAN):
        return None
    values = [_ROMAN[char] for char in text]
    return sum(-v if i + 1 < len(values) and v < values[i + 1] else v for i, v in enumerate(values))


def terms(lower: str) -> Iterator[Mention]:
    """Terms of office ("nhiệm kỳ 2020-2025") and sessions ("khóa XI, XII")."""
    for match in _TERM.finditer(lower):
        first, last = int(match[1]), int(match[2])
        last += first // 100 * 100 if last < 100 else 0
        if first <= last:  # "nhiệm kỳ 2020-2015" is a misprint, and which year is wrong cannot be known
            yield Mention("term", match.start(1), match.end(2), {"start": first, "end": last}, "term")
    for match in _SESSION.finditer(lower):
        start = _OPENED.search(lower, max(0, match.start() - 2), match.start()).start()  # type: ignore[union-attr]
        numbers = [n for n in map(ordinal, re.split(r"\s*(?:,|và)\s*", match[1])) if n]
        if numbers:
            yield Mention("session", start, match.end(), {"numbers": numbers}, "session")
