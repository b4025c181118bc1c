"""Figures: money, percentages and counts, with their bounds ("hơn", "gần", "trên", "khoảng")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from kg.recognition.layer import Layer, Mention

_BOUND = r"(?:(hơn|trên|gần|khoảng|ước|ước đạt|đạt|tối thiểu|tối đa|ít nhất|không quá|dưới|xấp xỉ)\s+)?"
_NUMBER = r"(?<!\d)(\d{1,3}(?:[.,]\d{3}){1,6}(?:,\d{1,6})?|\d{1,15}(?:[.,]\d{1,6})?)(?!\d)"
_SCALE = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9, "nghìn tỷ": 10**12, "ngàn tỷ": 10**12, "triệu tỷ": 10**15}
_CURRENCY = {"đồng": "VND", "vnd": "VND", "vnđ": "VND", "đ": "VND", "usd": "USD", "đô la mỹ": "USD", "euro": "EUR", "eur": "EUR", "yên": "JPY", "kíp": "LAK"}
_MONEY = re.compile(rf"{_BOUND}{_NUMBER}\s*(nghìn tỷ|ngàn tỷ|triệu|tỷ|tỉ|nghìn|ngàn)?\s*({'|'.join(_CURRENCY)})(?![^\W_])")
_PERCENT = re.compile(rf"{_BOUND}{_NUMBER}\s?%")
_UNITS = ("căn nhà|ngôi nhà|nhiệm vụ trọng tâm|nhiệm vụ|suất quà|phần quà|công trình|dự án|mô hình|ca mắc|ha|km|tấn|mét|tiêu chí|lượt người|lượt hộ|hộ nghèo|hộ cận nghèo|"
          "đảng viên mới|lớp|cuộc kiểm tra|cuộc thanh tra|cuộc|vụ|đơn thư|sáng kiến|đề tài|phiếu|ý kiến|kiến nghị|chỉ tiêu")
_COUNT = re.compile(rf"{_BOUND}(?<![\w/.,-]){_NUMBER}\s*(nghìn|ngàn|triệu|tỷ)?\s+({_UNITS})(?![^\W_])")
_LOWER, _UPPER = frozenset(("hơn", "trên", "tối thiểu", "ít nhất")), frozenset(("gần", "dưới", "tối đa", "không quá"))


def _decimal(text: str) -> Decimal:
    """A number as Vietnamese prints it: "1,85", "7.200", "1.234,5"."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:,\d{3}){2,}", text):
        return Decimal(text.replace(",", ""))
    return Decimal(text.replace(",", "."))


def figures(layer: Layer) -> Iterator[Mention]:
    """Money, percentages and counted things (parts: value, bound, unit, currency?)."""
    taken: set[int] = set()
    for pattern in (_MONEY, _PERCENT, _COUNT):
        for match in pattern.finditer(layer.lower):
            if match.start(2) in taken or layer.lower[match.start(2) - 1:match.start(2)] in tuple("/-.,"):
                continue
            taken.update(range(match.start(2), match.end()))
            yield _figure(layer, match, pattern)


def _figure(layer: Layer, match: re.Match[str], pattern: re.Pattern[str]) -> Mention:
    scale = match[3] if pattern is not _PERCENT else None
    value = _decimal(match[2]) * (_SCALE[scale] if scale else 1)
    said = {"value": value, "bound": match[1] or "", "unit": "%" if pattern is _PERCENT else match[4]}
    if pattern is _MONEY:
        said |= {"currency": _CURRENCY[match[4]], "unit": "đồng" if _CURRENCY[match[4]] == "VND" else match[4]}
    start = match.start(1) if match[1] in _LOWER | _UPPER | {"khoảng", "xấp xỉ"} else match.start(2)
    return Mention("figure", layer.offset(start), layer.offset(match.end() - 1) + 1, said, "figure")


def bounds(said: dict[str, Any]) -> dict[str, int | float]:
    """The values that a figure states: exactly, at least, or at most."""
    name = "minValue" if said["bound"] in _LOWER else "maxValue" if said["bound"] in _UPPER else "value"
    value = said["value"]
    return {name: int(value) if value == int(value) else float(value)}
