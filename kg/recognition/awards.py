"""Awards by type and grade (`kg/vi/awards.toml`), and the groups that receive them ("3 tập thể", "12 đảng viên")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.recognition.layer import MASK, Layer, Mention
from kg.vi.lexicon import alternation, table

_GRADES = {"1": "Nhất", "i": "Nhất", "2": "Nhì", "ii": "Nhì", "3": "Ba", "iii": "Ba", "nhất": "Nhất", "nhì": "Nhì", "hai": "Nhì", "ba": "Ba"}
_GRADE = r"(?:nhất|nhì|hai|ba|[123]|i{1,3})(?![\w])"
_GRADED = re.compile(rf"(?:,)?\s*(?:hạng|bậc)\s+({_GRADE}(?:\s*(?:,|và|;)\s*(?:hạng\s+)?{_GRADE})*)(?:,?\s+lần thứ (?:\w+))?")
_QUOTED = re.compile(r"\s*[\"'][^\"\n]{3,90}[\"']")
_COUNT = r"(?:0?\d{1,3}(?:\.\d{3})*|\d+|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nhiều|các|những|một số)"
_COUNTS = {word: i for i, word in enumerate("một hai ba bốn năm sáu bảy tám chín mười".split(), 1)}


@lru_cache(maxsize=1)
def _types() -> dict[str, str]:
    """Printed form in lower case -> name of the award."""
    found = {}
    for entry in table("awards")["award"]:
        for phrase in entry["phrases"]:
            short, _, full = phrase.partition(" = ")
            found[short.lower()] = full or short
    return found


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{alternation(_types())})(?![^\W_])")


@lru_cache(maxsize=1)
def _open() -> frozenset[str]:
    """Awards that may be followed by a name in quotes."""
    return frozenset(phrase.partition(" = ")[0].lower() for e in table("awards")["award"] if e.get("titled") for phrase in e["phrases"])


@lru_cache(maxsize=1)
def _group() -> re.Pattern[str]:
    kinds = alternation(table("awards")["recipients"]["kinds"])
    return re.compile(rf"(?<![^\W_/.,-])({_COUNT})\s+((?:{kinds})(?:\s*(?:,|và|-)\s*(?:{kinds}))*)(?![^\W_])")


_BADGE = re.compile(r"huy hiệu(?:\s+đảng)?\s+((?:(?:\d{2}|\d{2}\s+năm)(?:\s*,\s*|\s+và\s+)?)*\d{2})\s+năm(?:\s+(?:tuổi\s+đảng|tuổi đảng))?")
_OTHER = re.compile(r"(?:cúp|giải thưởng|danh hiệu)\s+[\"'][^\"\n]{3,80}[\"']")


def awards(layer: Layer) -> Iterator[Mention]:
    """Awards (parts: "types", a list of names) of a layer."""
    taken: list[tuple[int, int]] = []
    for match in _BADGE.finditer(layer.lower):
        taken.append(match.span())
        party = " tuổi Đảng" if "đảng" in match.group() else ""
        years = re.findall(r"\d{2}", match[1])
        name = f"Huy hiệu {', '.join(year + ' năm' for year in years)}{party}"
        yield _mention(layer, match.start(), match.end(), [name])
    for match in _pattern().finditer(layer.lower):
        if any(a < match.end() and match.start() < b for a, b in taken):
            continue
        yield _award(layer, match)


def _award(layer: Layer, match: re.Match[str]) -> Mention:
    phrase = " ".join(match.group().split())
    name, end = _types()[phrase], match.end()
    if phrase in _open() and (quoted := _QUOTED.match(layer.text, end)):
        name, end = f"{name} {quoted.group().strip()}", quoted.end()
    if graded := _GRADED.match(layer.lower, end):
        grades = [_GRADES[g] for g in re.findall(_GRADE, graded[1])]
        return _mention(layer, match.start(), graded.end(), [f"{name} hạng {grade}" for grade in grades])
    return _mention(layer, match.start(), end, [name])


def _mention(layer: Layer, start: int, end: int, types: list[str]) -> Mention:
    last = layer.at.get(end - 1)
    return Mention("award", layer.offset(start), last.end if last else layer.offset(end - 1) + 1, {"types": types}, "award.type")


def groups(layer: Layer) -> Iterator[Mention]:
    """Groups with their counts (parts: "count", None where only "các" or "nhiều" is printed, and "kind")."""
    for match in _group().finditer(layer.lower):
        count = match[1].replace(".", "")
        number = int(count) if count.isdigit() else _COUNTS.get(count)
        yield Mention("group", layer.offset(match.start()), layer.offset(match.end() - 1) + 1,
                      {"count": number, "kind": " ".join(match[2].split())}, "award.group")
