"""Bodies: committees, offices of state, mass organizations, units, firms, schools.

A body's name is read from its head ("Ban Tuyên giáo") by the head's frame (`kg/vi/bodies.toml`): a field of work,
a name of its own, the body that it belongs to, a territory. What the text leaves out stays empty here and is
completed in resolution.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.recognition.body_parts import Parts
from kg.recognition.frames import FRAMES
from kg.recognition.head_places import head_places
from kg.recognition.heads import Body, Head, heads, sector_pattern, settled
from kg.recognition.names import is_country
from kg.recognition.territories import Territory, known_at, level_of_province, territory

# Bodies within bodies: "Chi bộ Phòng ... Sở ..."; longer chains are no names.
_DEEPEST = 8
_KIND_OF_FIRM = re.compile(
    r"(?:cổ phần|tnhh|cp|tiểu học|mầm non|đại học|cao đẳng|hữu nghị|đa khoa|tmcp|chính trị|thpt|thcs)(?![^\W_])"
)
# "HĐND các cấp", "Công an các huyện", "UBND 10 phường", "HĐND cấp xã", "Ban Thường vụ nhiều nơi": none in particular.
_OF_ALL = re.compile(
    r"\s+(?:(?:ở\s+|của\s+)?(?:các|một số|nhiều|mỗi|từng|những|\d{1,2}|hai|ba|bốn|năm)\s+"
    r"(?:cấp|địa phương|nơi|tỉnh|huyện|quận|xã|phường|thị xã|thành phố|thị trấn|đơn vị|đảng bộ|đảng ủy|cấp ủy)"
    r"|cấp (?:tỉnh|thành phố|huyện|quận|xã|phường|cơ sở|trên|dưới|ủy)|cùng cấp|địa phương)(?![^\W_])"
)
_PLURAL = re.compile(r"(?<![^\W_])(?:các|(?<!thứ )(?<!lần )(?:hai|ba|bốn)|những|một số|nhiều|mỗi|từng|mọi|nhà)\s+$")
# A person's given name and no body's head: "ông Khoa", "bà Hội".
_CALLED = re.compile(r"(?<![^\W_])(?:ông|bà|anh|chị|cô|đồng chí)\s+$")
_OPENS = re.compile(r"\s*:?[^\S\n]+")
_COORDINATES = re.compile(r"\s*,[^\S\n]*(?:và\s+)?|\s+và\s+")
_CHAIN = re.compile(r"\s*(?:,\s*(?:và\s+)?|;\s*|\s+và\s+|\s*:\s*|\s+)")
# Titles of those who lead bodies, which may be written small behind them.
_TITLES = (
    "bí thư ", "ủy viên ", "giám đốc ", "viện trưởng ", "hiệu trưởng ", "chủ nhiệm ", "chủ tịch ", "tổng biên tập ",
)


class Reader:
    """Reads bodies out of one working text."""

    def __init__(self, text: str, lower: str, places: Iterable[tuple[int, int]] = ()):
        self.text, self.lower = text, lower
        self._read: dict[int, Body | None] = {}
        self._depth = 0
        self._at = head_places(text, lower, {offset for start, end in places for offset in range(start + 1, end)})
        self._parts = Parts(text, lower, self._at, self.body)

    def bodies(self) -> Iterator[Body]:
        """The bodies of the text from left to right, each as long as it can be."""
        position = 0
        for start in sorted(self._at):
            if start >= position and self._is_plural(start) and (listed := self._listed(start)):
                yield from listed
                position = listed[-1].end
            body = self.body(start) if start >= position else None
            if body and not (self._is_common(body) and self._is_plural(start)):
                yield body
                position = body.end
                for another in self._series(body):
                    yield another
                    position = another.end

    def body(self, start: int) -> Body | None:
        """The body whose name starts at `start`, or None."""
        if start not in self._read and start in self._at and self._depth < _DEEPEST:
            self._depth += 1
            self._read[start] = self._body(start, self._at[start])
            self._depth -= 1
        return self._read.get(start)

    def _body(self, start: int, end: int) -> Body | None:
        head = heads().get(settled(self.lower[start:end]))
        body = FRAMES[head.frame](self._parts, Body(head, start, end)) if head else None
        body = self._parts.of_country(body) if body else None
        if not body or body.bare and _OF_ALL.match(self.lower, body.end):
            return None
        return body if self._cased(body) else None

    def _cased(self, body: Body) -> bool:
        """Lower-case heads count only where the rest shows that a particular body is meant."""
        if body.head.name == "Cơ quan" and body.name.islower() and not (body.parent or body.territory or body.central):
            return False
        printed = self.text[body.start : body.start + len(body.head.name)]
        if body.bare and " " not in printed and self._is_part(body):
            return False
        if self.text[body.start].isupper() or any(c.isupper() for c in printed):
            return True
        frame, name = body.head.frame, body.name
        if self._is_led(body) and (body.head.category.startswith("Party") or name[:1].isupper()):
            return True
        if body.head.category == "Press" and body.territory and body.territory.name:
            beside = body.territory.start == body.start + len(body.head.name) + 1
            return beside or name[:1].isupper()  # "báo Gia Lai", not "báo tại Hà Nội"
        if frame == "closed":
            return len(body.head.name.split()) > 2
        if frame == "territory":
            return True
        if frame in ("government", "force"):
            return bool(body.territory)
        if frame == "named":
            return body.head.free and (name[:1].isupper() or _KIND_OF_FIRM.match(name.lower()) is not None)
        known = bool(sector_pattern().fullmatch(name.lower()))
        placed = bool(body.parent or body.central or body.territory and body.territory.name)
        return known and (name[:1].isupper() or placed) or bool(frame == "organ" and (body.parent or name and placed))

    def _is_part(self, body: Body) -> bool:
        """Whether a head alone is a person's given name or half a title: "ông Khoa", "Phó Hội trưởng"."""
        called = _CALLED.search(self.lower, max(0, body.start - 9), body.start)
        return bool(called) or self.lower.startswith(" trưởng", body.end)

    def _is_led(self, body: Body) -> bool:
        """Whether the title of its head stands right before a body: "bí thư đảng ủy", "giám đốc trung tâm"."""
        named = body.bare and self.text[body.end + 1 : body.end + 2].isupper()  # "bí thư chi bộ Bản Huồi"
        return not named and self.lower.endswith(_TITLES, max(0, body.start - 20), body.start)

    # ------------------------------------------------------------ plurals

    def _is_plural(self, start: int) -> bool:
        """Whether a plural stands before an offset: "các", "một số"."""
        return bool(_PLURAL.search(self.lower, max(0, start - 10), start))

    def _is_common(self, body: Body) -> bool:
        """Whether a plural before a body makes it none in particular: "các cục nghiệp vụ Bộ Công an"."""
        written_small = self.text[body.start : body.start + len(body.head.name) + 1 + len(body.name)].islower()
        abroad = body.head.frame == "named" and is_country(body.name)  # "nhiều công ty Nhật Bản"
        return body.bare or abroad or bool(body.name and body.parent and written_small)

    def _listed(self, start: int) -> list[Body]:
        """ "các Sở: Nội vụ, Tài chính và Y tế tỉnh Gia Lai": one for each field behind a plural, if there are two."""
        first = self.lower[start : start + 4].partition(" ")[0]
        end = start + len(first) if first in ("bộ", "ban") else self._at[start]  # "các bộ | Công an, Quốc phòng"
        head = heads().get(settled(self.lower[start:end]))
        if not head or not head.fielded:
            return []
        fields: list[Body] = []
        join = _OPENS.match(self.text, end)
        while join and (found := self._listed_field(head, join.end())):
            fields.append(found)
            join = _COORDINATES.match(self.text, found.end)
        if len(fields) < 2:
            return []
        last = self._parts.rest(fields[-1])
        bodies = [replace(f, parent=last.parent, territory=last.territory, central=last.central) for f in fields[:-1]]
        return [replace(bodies[0], start=start, shared=False), *bodies[1:], last]

    def _listed_field(self, head: Head, start: int) -> Body | None:
        """The field that starts at an offset of a list, without another one that a comma may join to it elsewhere."""
        if not self.text[start : start + 1].isupper() or not (found := self._parts.field(Body(head, start, start - 1))):
            return None
        if self._at.get(start, 0) > found.end:  # "các Bộ: Tài chính, | Thanh tra Chính phủ"
            return None
        comma = found.name.find(", ")
        following = self._parts.field(Body(head, start, start + comma + 1)) if comma > 0 else None
        first = found.name[:comma]
        if following and sector_pattern().fullmatch(first.lower()) and (
            following.end > found.end or head.name == "Ban" and following.end == found.end
        ):
            return replace(found, name=first, end=start + comma, shared=True)
        return replace(found, shared=True)

    def _series(self, first: Body) -> Iterator[Body]:
        """The further bodies of a plural: "các Tỉnh đoàn Đồng Nai, Nghệ An và Hưng Yên"."""
        plural = self._is_plural(first.start) or " các " in self.lower[first.start : first.end]
        if not (plural and first.territory and first.territory.name):
            return
        position = first.end
        while join := _CHAIN.match(self.text, position):
            found = self._next_place(join.end(), first.territory.level) if join.group().strip() else None
            if not found or not found.name or self.text[found.end : found.end + 1] == "-":
                return
            yield replace(first, start=found.start, end=found.end, territory=found, shared=True)
            position = found.end

    def _next_place(self, position: int, level: str) -> Territory | None:
        """The next place of a series, with the level of the first where it has none of its own."""
        found = territory(self.text, position, chain=False)
        if found and found.name:
            own = level_of_province(found.name) if level == "tỉnh" else level  # "các tỉnh Gia Lai, Đà Nẵng"
            return replace(found, level=own) if found.start + len(found.name) == found.end else found
        if known := known_at(self.text, position, level):
            return Territory(level, known, position, position + len(known))
        return None
