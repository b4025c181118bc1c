"""Figures: money, percentages and counts, with their bounds ("hơn", "gần", "trên", "khoảng")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from kg.recognition.layer import Layer, Mention
from kg.vi.anchors import DIGITS, Anchored
from kg.vi.lexicon import alternation, table

_RANGE = 30  # characters before a figure in which its lower bound is looked for
_NUMBER = r"(?<!\d)(\d{1,3}(?:[.,]\d{3}){1,6}(?:,\d{1,6})?|\d{1,15}(?:[.,]\d{1,6})?)(?!\d)"

_PER = re.compile(r"(?:\s?/\s?[^\W\d_]+[23²³]?(?!\d)){1,2}")  # "đồng/kWh", "triệu đồng/người/năm"


@dataclass(frozen=True, slots=True)
class _Words:
    """What figures.toml lists, and the patterns made of it."""

    least: frozenset[str]
    most: frozenset[str]
    scales: Mapping[str, int]
    currencies: Mapping[str, str]
    money: Anchored
    percent: Anchored
    count: Anchored
    lower: re.Pattern[str]
    no_bound: re.Pattern[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    listed = table("figures")
    bounds, scales, currencies = listed["bounds"], listed["scales"], listed["currencies"]
    bound = rf"(?:({alternation([*bounds['least'], *bounds['most'], *bounds['about']])})\s+)?"
    scale = rf"(?:({alternation(scales)}))?"
    words = [DIGITS, *bounds["least"], *bounds["most"], *bounds["about"]]
    other = rf"(?!\s+(?:{alternation(listed['not_money']['after'])})(?![^\W_]))"
    return _Words(
        frozenset(bounds["least"]), frozenset(bounds["most"]), scales, currencies,
        Anchored(rf"{bound}{_NUMBER}\s*{scale}\s*({alternation(currencies)})(?![^\W_]){other}", words),
        Anchored(rf"{bound}{_NUMBER}\s?%", words),
        Anchored(rf"{bound}(?<![\w/.,-]){_NUMBER}\s*{scale}\s+({alternation(listed['things']['counted'])})(?![^\W_])"
                 rf"(?!\s+(?:{alternation(listed['things']['not_before'])})(?![^\W_]))", words),
        re.compile(rf"(?:từ\s+)?(?<![\w/.,-]){_NUMBER}\s*{scale}\s*(?:đến|tới|-)\s*$"),
        re.compile(rf"(?<![^\W_])(?:{alternation(bounds['none_after'])})\s+$"),
    )  # fmt: skip


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
    listed = _words()
    places = layer.places(listed.money)  # where the others may start, too
    for pattern in (listed.money, listed.percent, listed.count) if places else ():
        for match in pattern.at(layer.lower, places):
            glued = layer.lower[match.start(2) - 1 : match.start(2)]
            if match.start(2) in taken or glued in tuple("/.,") or glued == "-" and not _lower(layer, match, listed):
                continue
            taken.update(range(match.start(2), match.end()))
            yield _figure(layer, match, listed)


def _figure(layer: Layer, match: re.Match[str], listed: _Words) -> Mention:
    percent = match.re is listed.percent.pattern
    scale = None if percent else match[3]
    bound, per = _bound(layer, match, listed), _PER.match(layer.lower, match.end())
    said: dict[str, Any] = {"value": _scaled(match[2], scale, listed), "bound": bound}
    said["unit"] = "%" if percent else match[4]
    if match.re is listed.money.pattern:
        currency = listed.currencies[" ".join(match[4].split())]
        said |= {"currency": currency, "unit": _unit(currency, match[4])}
    if per:
        said["unit"] += "".join(layer.text[per.start() : per.end()].split())
    start = match.start(2) if bound in ("", "đạt", "ước", "ước đạt") else match.start(1)
    if (lower := _lower(layer, match, listed)) and not bound:
        said["from"], start = lower[0], lower[1]
    return Mention("figure", layer.offset(start), layer.offset((per or match).end() - 1) + 1, said, "figure")


def _bound(layer: Layer, match: re.Match[str], listed: _Words) -> str:
    """The word of a figure that bounds it ("hơn"), if it is one here: not in "căn cứ trên 2 tiêu chí"."""
    if not match[1] or listed.no_bound.search(layer.lower, max(0, match.start() - 12), match.start(1)):
        return ""
    return match[1]


def _unit(currency: str, printed: str) -> str:
    """What money is counted in: "đồng" however it is printed, a code in capitals, else as printed ("euro")."""
    return "đồng" if currency == "VND" else currency if printed.upper() == currency else printed


def _lower(layer: Layer, match: re.Match[str], listed: _Words) -> tuple[Decimal, int] | None:
    """The number from which a figure goes up ("từ 100 đến 200 triệu đồng"), and where it starts in the layer."""
    place = max(0, match.start(2) - _RANGE)
    found = listed.lower.search(layer.lower[place : match.start(2)])
    if not found:
        return None
    scale = None if match.re is listed.percent.pattern else match[3]
    value = _scaled(found[1], found[2] or scale, listed)
    return (value, place + found.start()) if value < _scaled(match[2], scale, listed) else None


def _scaled(number: str, scale: str | None, listed: _Words) -> Decimal:
    return _decimal(number) * (listed.scales[" ".join(scale.split())] if scale else 1)


def bounds(said: Mapping[str, Any]) -> dict[str, int | float]:
    """The values that a figure states: exactly, at least, at most, or from one to another."""
    if "from" in said:
        return {"minValue": _plain(said["from"]), "maxValue": _plain(said["value"])}
    name = "minValue" if said["bound"] in _words().least else "maxValue" if said["bound"] in _words().most else "value"
    return {name: _plain(said["value"])}


def _plain(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)
