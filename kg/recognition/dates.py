"""Dates as printed: "Sáng 9/7", "ngày 24 tháng 9 năm 1954", "16-18/10/2023", "tháng 8.2019", "năm 2021"; terms and sessions.

A date is read as far as it is printed; the year that it leaves out is resolved later, never here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.recognition.layer import Mention


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """What is printed of a date; `last_*` where a range or a list of days ends. None: not printed."""

    day: int | None
    month: int | None
    year: int | None
    last_day: int | None = None
    last_month: int | None = None


_D, _M, _Y = r"(\d{1,2})", r"(\d{1,2})", r"((?:19|20)\d\d)"
_LEAD = r"(?:(?:sáng|trưa|chiều|tối|đêm|khuya)(?:\s+(?:nay|qua|mai))?|hôm nay|hôm qua|ngày mai|nay|qua|cùng ngày)?[\s,]*\(?(?:(?:hai |ba |2 |3 )?(?:các )?ngày|mùng|mồng)?\s*"
_SEP = r"\s?[/.-]\s?"
_LONG = re.compile(rf"(?<!\d){_D}\s+tháng\s+{_M}(?:(?:\s*,)?\s+(?:năm\s+)?{_Y})?")
_RANGE = re.compile(rf"(?<![\d/.,-]){_D}(?:{_SEP}{_M})?\s*(?:-|và|đến|,)\s*(?:ngày\s+)?{_D}[/.-]{_M}(?:[/.-]{_Y})?(?![\d%])(?!\s*(?:tỷ|triệu|nghìn|đồng|kg|km|m\b|ha|điểm|năm\b))")
_SHORT = re.compile(rf"(?<![\d/.,-])(?<!\d -){_D}{_SEP}{_M}(?:{_SEP}{_Y})?(?![\d%/])(?!\s*(?:tỷ|tỉ|triệu|nghìn|đồng|kg|km|m\b|ha|điểm|năm\b|phiếu|đại biểu))")
_MONTH = re.compile(rf"tháng\s+{_M}(?:{_SEP}|\s+năm\s+){_Y}")
_YEAR = re.compile(rf"(?<![\d/.-])(?:năm\s+){_Y}(?![\d])(?!\s*-\s*\d)")
_CUE = re.compile(r"(?:ngày|sáng|trưa|chiều|tối|đêm|mùng|mồng|hôm nay|hôm qua|nay|qua|từ|đến|vào|\()\s*\(?$")
_NUMBER = re.compile(r"(?:số|khoảng|hơn|gần|trên|dưới|tỷ lệ|mục|điều|quý|kỳ)\s+$")


def dates(lower: str) -> Iterator[Mention]:
    """The dates of a text in lower case, from left to right; longer forms win."""
    taken: list[tuple[int, int]] = []
    for pattern, read in ((_RANGE, _range), (_LONG, _day), (_SHORT, _short), (_MONTH, _month), (_YEAR, _year)):
        for match in pattern.finditer(lower):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            printed = read(match, lower)
            if printed and _possible(printed):
                taken.append(match.span())
                yield Mention("date", match.start(), match.end(), {"date": printed}, "date")


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
    return (printed.day is None or 1 <= printed.day <= 31) and (printed.month is None or 1 <= printed.month <= 12) \
        and (printed.last_day is None or 1 <= printed.last_day <= 31) and (printed.last_month is None or 1 <= printed.last_month <= 12)


_TERM = re.compile(r"\(?\s*(?:nhiệm kỳ|nhiệm kì|giai đoạn|niên khóa)\s*\(?\s*((?:19|20)\d\d)\s*-\s*((?:19|20)?\d\d)(?:\s*\))?")
_SESSION = re.compile(r"\(?\s*khóa\s+(?:thứ\s+)?((?:\d{1,2}|[ivxl]+)(?:\s*(?:,|và)\s*(?:\d{1,2}|[ivxl]+)(?![^\W_]))*)(?![^\W_])(?:\s*\))?")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_WORDS = {"nhất": 1, "hai": 2, "nhì": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
          "mười một": 11, "mười hai": 12, "mười ba": 13, "mười bốn": 14, "mười lăm": 15, "mười sáu": 16, "mười bảy": 17, "mười tám": 18,
          "mười chín": 19, "hai mươi": 20, "hai mươi mốt": 21, "hai mươi hai": 22}


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
        yield Mention("term", match.start(1), match.end(2), {"start": first, "end": last if last > 99 else first // 100 * 100 + last}, "term")
    for match in _SESSION.finditer(lower):
        numbers = [n for n in map(ordinal, re.split(r"\s*(?:,|và)\s*", match[1])) if n]
        if numbers:
            yield Mention("session", match.start(), match.end(), {"numbers": numbers}, "session")
