"""Bodies beside each other: in a list, or in the offices of one person. One often says whose the other is."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Any

from kg.recognition.heads import Body
from kg.recognition.offices import Office
from kg.recognition.recognition import Recognition

_JOIN = re.compile(
    r"\s*(?:,|;|,?\s+và|,?\s+cùng|,?\s+rồi|-)\s*"
    r"(?:(?:các|nguyên|đồng thời|kiêm|là|tập thể|toàn thể|lãnh đạo|chỉ huy|thủ trưởng)\s+)?"
)

# Between what somebody joins and leaves: "Ban Chấp hành, Ban Thường vụ và giữ chức Bí thư Tỉnh ủy Gia Lai".
_TENURE = re.compile(
    r"\s*(?:,|,?\s+và)\s+(?:thôi\s+)?(?:(?:tham gia|giữ chức)(?:\s+vụ)?\s+)?"
    r"(?:(?:phó\s+)?bí thư\s+(?:thường trực\s+)?)?"
    r"|\s+(?:tại|trong)\s+(?:đại hội|hội nghị)\s+(?:đại biểu\s+)?"  # "Bí thư Tỉnh ủy tại Đại hội Đảng bộ tỉnh Gia Lai"
)

_CLOSE = 8  # characters from the end of an office to the next one: ", kiêm "

# The Party's committees and groups within or beside other bodies: "Bí thư Đảng đoàn, Chủ tịch Hội Nông dân Việt Nam".
_GROUPS = frozenset(
    "Đảng đoàn|Ban Cán sự đảng|Ban Cán sự|Đảng ủy|Chi bộ|Chi ủy|Quận ủy|Huyện ủy|Thành ủy|Thị ủy".split("|")
)


_SHARING = _GROUPS | frozenset(
    "Ban Thường vụ|Tỉnh ủy|Ban Kiểm soát|Hội đồng quản trị|Hội đồng thành viên|Hội đồng trường|Công đoàn".split("|")
)
_JOINED = ("Ban Chấp hành", "Ban Thường vụ")


def beside(recognition: Recognition) -> dict[int, Body]:
    """Where a body starts -> the body that follows it in a list or in the next office of one person."""
    found: dict[int, Body] = {}
    mentions = sorted(recognition.of("body"), key=lambda m: (m.start, -m.end))
    for left, right in zip(mentions, mentions[1:], strict=False):
        apart = left.parts["body"].head.name in _GROUPS and recognition.writing.lower[left.end] == ";"
        if not apart and _JOIN.fullmatch(recognition.writing.lower, left.end, right.start):
            found[left.start] = right.parts["body"]
    lone = recognition.of("office")
    for left, right in zip(lone, lone[1:], strict=False):
        one, following = left.parts["office"].body, right.parts["office"].body
        grouped = one and following and one.bare and one.head.name in _SHARING
        if grouped and _JOIN.fullmatch(recognition.writing.lower, left.end, right.start):
            found.setdefault(one.start, following)
    for mention in recognition.of("person"):
        pairs = list(_next_bodies(mention.parts["person"].offices))
        for one, following in pairs:
            found.setdefault(one.start, following)
        for before, one in pairs:
            if one.bare and one.head.frame == "government" and before.head.frame == "territory":
                found.setdefault(one.start, before)
    found = _tenures(recognition) | found
    return {start: _last(start, found) for start in found}


def _tenures(recognition: Recognition) -> dict[int, Body]:
    """Organs of a committee, or a committee, that the next body in a sentence on who joins or leaves them completes."""
    named = {b.start: b for mention in recognition.mentions for b in bodies_of(mention.parts)}
    bodies = [named[start] for start in sorted(named)]
    return {
        left.start: right
        for left, right in itertools.pairwise(bodies)
        if left.bare and (left.head.name in _JOINED or left.head.frame == "territory")
        and _TENURE.fullmatch(recognition.writing.lower, left.end, right.start)
    }


def _next_bodies(offices: list[Office]) -> Iterator[tuple[Body, Body]]:
    """The body of each of one person's offices with that of the next one that has a body, where they follow closely."""
    last: Office | None = None
    end = 0
    for office in offices:
        close = office.start - end < _CLOSE and office.start >= end
        last, end = last if close else None, office.end
        if last and last.body and office.body and last.body.start != office.body.start:
            yield last.body, office.body
        last = office if office.body else last


def _last(start: int, found: dict[int, Body]) -> Body:
    """The first body of a chain that says whose it is: "Đảng ủy, HĐND, UBND xã Liên Hòa"."""
    body = found[start]
    for _ in range(6):
        if not body.bare or body.start not in found:
            return body
        body = found[body.start]
    return body


def bodies_of(parts: dict[str, Any]) -> Iterator[Body]:
    if (body := parts.get("body")) and isinstance(body, Body):
        yield body
    for office in _offices(parts):
        if office.body:
            yield office.body


def _offices(parts: dict[str, Any]) -> Iterable[Office]:
    if person := parts.get("person"):
        return list(person.offices)
    return [parts["office"]] if "office" in parts else []
