"""Awards by type and grade (`kg/vi/awards.toml`), and the groups that receive them ("3 tập thể", "12 đảng viên")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.recognition.layer import MASK, MASKED, STOP, Layer, Mention
from kg.recognition.territories import CAPITAL
from kg.vi.anchors import DIGITS, Anchored
from kg.vi.lexicon import alternation, anchored, spelt_out, table

_GRADES = {
    "1": "Nhất",
    "i": "Nhất",
    "nhất": "Nhất",
    "2": "Nhì",
    "ii": "Nhì",
    "nhì": "Nhì",
    "hai": "Nhì",
    "3": "Ba",
    "iii": "Ba",
    "ba": "Ba",
}
_GRADE = r"(?:nhất|nhì|hai|ba|iii|ii|i|[123])(?![\w])"
# "hạng Nhì, Ba" goes on; "hạng Nhất, ba cá nhân" does not.
_NEXT = (
    rf"(?:\s*(?:,|và|;)\s*(?:(?:hạng|bậc)\s+{_GRADE}|(?:nhất|nhì|ba)(?=\s*(?:[,.;:()\n{STOP}]|$)"
    rf"|\s+(?:cho|của|tặng|và|do|lần|trao)\s)))"
)
_GRADED = re.compile(rf"\s*,?\s*\(?(?:hạng|bậc)\s+({_GRADE}{_NEXT}*)\)?(?:,?\s+lần\s+thứ\s+(?:[^\W_]+))?")
_EACH = re.compile(_GRADE)
_QUOTED = re.compile(r"\s*([\"'][^\"'\n]{3,90}[\"'])")
_FOR_THE_CAUSE = re.compile(
    rf"\s+(vì\s+[^\W\d_]+(?:\s+[^\W\d_]+){{0,7}}?(?:\s+của\s+{MASK['body']}(?=\s+(?:cho|tặng)\s)"
    rf")?)(?=\s+(?:cho|của|tặng|đến|do|và|năm)\s|\s*[,.;:()\n{STOP}{MASK['body']}]|$)"
)
_ORDER = re.compile(rf"\s+(?!Hạng|Bậc)[{CAPITAL}][\w.']*(?:\s+(?!Hạng|Bậc)[{CAPITAL}][\w.']*){{0,4}}")
# "Huân chương Bắc đẩu Bội tinh", "Huân chương Sao bạc": a name of which only the first syllable has a capital.
_IN_ORDER = (
    r"(?!cho|của|hạng|bậc|vì|do|và|năm|tặng|đến|lần|từ|trong|là|được|trao|này|cùng)[^\W\d_]+"
)
_ORDER_GOES_ON = re.compile(rf"\s+{_IN_ORDER}(?:\s+{_IN_ORDER}){{0,2}}")
_BADGE = re.compile(
    r"huy hiệu(?:\s+đảng)?(?:\s+loại)?\s+((?:\d{2}(?:\s+năm)?(?:\s*,\s*|\s+và\s+)){0,12}\d{2})"
    r"\s+(?:năm(?:\s+tuổi\s+đảng)?|tuổi\s+đảng)"
)
_HONOURED = re.compile(r'danh hiệu\s+["\']\s*([^"\'\n]{3,80}?)\s*["\']')
# What a title of honour, or a mere "cờ", follows where it is conferred.
_GIVEN = re.compile(
    r"(?:danh hiệu|phong tặng|truy tặng|tặng|trao|tặng thưởng|đạt|nhận|công nhận|suy tôn|phong|"
    r"truy phong|các danh hiệu|là)(?:\s+(?:các|thưởng|lá|bức|\d+))?\s+[\"']?$"
)
_LINK = re.compile(rf"\s*(?:,|;|và|cùng|-|\([^()\n]{{0,24}}\)|năm|danh hiệu|\d+|[\"']|{MASK['date']}|\s)*")
# "trao cờ và hoa cho các đội": a keepsake of a match.
_KEEPSAKE = re.compile(r"\s*(?:lưu niệm|tổ quốc|đảng|đỏ|,?\s*(?:và\s+)?(?:hoa|cúp|huy chương|quà))(?![^\W_])")
_BEFORE_CERTIFICATE = re.compile(r"\s*(?:,|và)\s*(?:bằng khen|giấy khen)")

_COUNTS = {word: i for i, word in enumerate("một hai ba bốn năm sáu bảy tám chín mười".split(), 1)}
_SOME = ("nhiều", "các", "những", "một số", "hàng trăm", "hàng nghìn", "toàn thể")
_COUNT = rf"\d{{1,3}}(?:\.\d{{3}})+|\d{{1,5}}|{'|'.join((*_COUNTS, *_SOME))}"


@lru_cache(maxsize=1)
def _types() -> dict[str, tuple[str, dict[str, bool]]]:
    """Printed form in lower case -> name of the award, and what the list says of it."""
    entries = table("awards")["award"]
    return {short.lower(): (full, entry) for entry in entries for short, full in spelt_out(entry["phrases"])}


@lru_cache(maxsize=1)
def _pattern() -> Anchored:
    return anchored(_types())


@lru_cache(maxsize=1)
def _group() -> Anchored:
    listed = table("awards")["recipients"]
    kinds, bare = alternation(listed["kinds"]), alternation(listed["bare"])
    several = rf"(?:\s*(?:,|và|-|/)\s*(?:các\s+)?(?:{kinds}))*"
    return Anchored(
        rf"(?<![^\W_])(?<![\d/.,-])(?:({_COUNT})\s+(?:{kinds}){several}|(?:(?<=cho )(?<!dành cho )|(?<=tặng )|(?<=đến "
        rf"))(?:{bare}){several})(?![^\W_])",
        [DIGITS, *_COUNTS, *_SOME, *listed["bare"]],
    )


@lru_cache(maxsize=1)
def _counted() -> frozenset[str]:
    return frozenset(table("awards")["recipients"]["counted"])


def awards(layer: Layer) -> Iterator[Mention]:
    """Awards (parts: "types", a list of names, and "generic" where they say no more than "huân chương") of a layer."""
    found = [_badge(layer, match) for match in _BADGE.finditer(layer.lower)]
    found += [
        _mention(layer, *match.span(), [layer.text[match.start(1) : match.end(1)]])
        for match in _HONOURED.finditer(layer.lower)
        if not _types_in(match[1])
    ]
    taken = [(layer.place(m.start), layer.place(m.end - 1)) for m in found]
    last = -1
    for match in layer.find(_pattern()):
        if match.start() <= last or any(a <= match.start() <= b for a, b in taken):
            continue
        if mention := _award(layer, match, last):
            last = layer.place(mention.end - 1)
            found.append(mention)
    yield from sorted(found, key=lambda m: m.start)


def _types_in(text: str) -> bool:
    return bool(_pattern().pattern.fullmatch(text.lower().strip()))


def _badge(layer: Layer, match: re.Match[str]) -> Mention:
    party = " tuổi Đảng" if "đảng" in match.group() else ""
    years = re.findall(r"\d{2}", match[1])
    return _mention(
        layer, match.start(), match.end(), [f"Huy hiệu {', '.join(year + ' năm' for year in years)}{party}"]
    )


def _award(layer: Layer, match: re.Match[str], last: int) -> Mention | None:
    name, said = _types()[re.sub(r"\s+", " ", match.group())]
    if (said.get("honour") or said.get("guarded")) and not _is_given(layer, match, last, bool(said.get("guarded"))):
        return None
    end = match.end()
    if said.get("titled"):
        name, end = _titled(layer, name, end)
    generic = bool(said.get("generic"))
    if name == "Huân chương" and (own := _ORDER.match(layer.text, end)):
        more = _ORDER_GOES_ON.match(layer.text, own.end()) if " " not in own.group().strip() else None
        end, generic = (more or own).end(), False
        name += layer.text[own.start() : end]
    if graded := _GRADED.match(layer.lower, end):
        grades = [_GRADES[grade] for grade in _EACH.findall(re.sub(r"hạng|bậc", " ", graded[1]))]
        return _mention(layer, match.start(), graded.end(), [f"{name} hạng {grade}" for grade in grades])
    return _mention(layer, match.start(), end, [name], generic)


def _is_given(layer: Layer, match: re.Match[str], last: int, guarded: bool) -> bool:
    """Whether a title or a flag is conferred here: after a word of giving, or beside another award."""
    if guarded and _KEEPSAKE.match(layer.lower, match.end()):
        return False
    if _GIVEN.search(layer.lower, max(0, match.start() - 24), match.start()):
        return True
    if last >= 0 and _LINK.fullmatch(layer.lower, last + 1, match.start()):
        return True
    return guarded and bool(_BEFORE_CERTIFICATE.match(layer.lower, match.end()))


def _titled(layer: Layer, name: str, end: int) -> tuple[str, int]:
    """With a name of its own: "Kỷ niệm chương "Vì sự nghiệp văn hóa"", in quotes or not."""
    if quoted := _QUOTED.match(layer.text, end):
        return f"{name} {quoted[1]}", quoted.end()
    if cause := _FOR_THE_CAUSE.match(layer.lower, end):
        words = layer.text[cause.start(1) : cause.end(1)]
        words = MASKED.sub("Đảng", words)
        return f'{name} "{words[:1].upper()}{words[1:]}"', cause.end()
    return name, end


def _mention(layer: Layer, start: int, end: int, types: list[str], generic: bool = False) -> Mention:
    last = layer.at.get(end - 1)
    return Mention(
        "award",
        layer.offset(start),
        last.end if last else layer.offset(end - 1) + 1,
        {"types": types, "generic": generic},
        "award.type",
    )


def is_calling(mention: Mention) -> bool:
    """Whether an office is only what its holders are, so that a number makes a group: "12 đảng viên"."""
    return mention.kind == "office" and (
        mention.parts["office"].category == "status" or mention.parts["office"].role.lower() in _kinds()
    )


@lru_cache(maxsize=1)
def _kinds() -> frozenset[str]:
    return frozenset(table("awards")["recipients"]["kinds"])


def groups(layer: Layer) -> Iterator[Mention]:
    """Groups with their counts (parts: "count", None where only "các" or "nhiều" is printed, and "kind")."""
    for match in layer.find(_group()):
        printed = (match[1] or "").replace(".", "")
        number = int(printed) if printed.isdigit() else _COUNTS.get(printed)
        kind = " ".join(match.group()[len(match[1] or "") :].split())
        if number is None and kind in _counted():
            continue
        yield Mention(
            "group",
            layer.offset(match.start()),
            layer.offset(match.end() - 1) + 1,
            {"count": number, "kind": kind},
            "award.group",
        )
