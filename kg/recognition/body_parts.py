"""The parts that bodies' names have behind their heads: a field, a larger body, a territory, an abbreviation."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from kg.recognition.heads import Body, country_pattern, sector_pattern
from kg.recognition.own_names import QUANTITY, OwnNames
from kg.recognition.territories import CAPITAL, Territory, is_syllable, known_at, territory

# What may join a body to the one that it belongs to.
_OF = re.compile(
    r"\s+(?:của|thuộc|trực thuộc)\s+"
    r"|\s*,\s+(?=Bộ (?!Tham mưu|Chỉ huy|đội)|Tổng cục |Ban |Văn phòng (?:Chính phủ|Quốc hội|Trung ương|Chủ tịch))"
    r"|\s*,\s+(?=Học viện |Trường |Báo )"
    r"|\s*,\s+(?=(?:Sư đoàn|Trung đoàn|Lữ đoàn|Quân đoàn|Binh đoàn|Binh chủng|Quân chủng|Quân khu|Bộ Tư lệnh|Công an) )"
    r"|\s+-\s+(?=[A-ZĐ])|\s+|\s*\(\s*(?=Bộ |Ban )"
)
# After a comma only a part of a larger body names the body that it belongs to: "Cục Tổ chức cán bộ, Bộ Công an".
_UNITS = frozenset(
    "Phòng|Vụ|Cục|Tổng cục|Khoa|Viện|Trung tâm|Tiểu đoàn|Trung đoàn|Lữ đoàn|Sư đoàn|Vùng|Đội".split("|")
)
# What a board is for, to the end of the phrase: "về cải cách tiền lương, bảo hiểm xã hội và ưu đãi người có công".
_ABOUT = re.compile(
    r" về [^\W\d_]+(?:(?:,(?=[^,.;:()\n]{1,60} và ))? "
    r"(?!(?:đã|cũng|sẽ|có(?! công)|vừa|đang|để|yêu|quyết|trong|với|được|tiếp|là|tại|không|cần|phối|cho|do|ở|sau|từ|khi"
    r"|theo|gồm"
    r"|bị|gửi|thì|của|nhiệm|họp|tổ|chủ trì|ông|bà|tỉnh|thành phố|huyện|tp|giai|khóa|năm|ban|trình|chỉ)(?![^\W_]))"
    r"[^\W\d_]+){1,16}"
)
_CENTRAL_UNITS = ("Cục", "Vụ", "Tổng cục")
_CENTRAL = re.compile(
    r"\s+(?:ở\s+)?(?:(?i:trung ương)|TƯ|T\.Ư|T\.ư|T\.W|TW)(?:\s+(?i:đảng)(?!\s+(?i:bộ|ủy)))?(?![^\W_])"
)
_BEFORE_PLACE = re.compile(
    # "Ủy ban bầu cử đại biểu Quốc hội và đại biểu HĐND | huyện Chư Sê"
    r"\s+đại biểu\s+(?:Quốc hội|HĐND)[^.;\n]{0,40}?\s(?=(?:tỉnh|thành phố|huyện|quận|xã|phường|TP)\s)"
    r"|\s+(?:các\s+|tại\s+(?=TP|Hà Nội|Đà Nẵng)|khóa\s+[IVXLC\d]+\s+(?:đơn vị\s+)?(?=tỉnh|thành phố|TP))?"
    r"|\s*,\s+(?=(?:tỉnh|thành phố|huyện|TP)\s)"
)
_PEOPLE = re.compile(
    r",\s+chính quyền(?:,\s+(?:quân đội|mặt trận|các đoàn thể|lực lượng vũ trang|quân))?(?:,\s+|\s+và\s+)(?:quân và )?"
    r"(?:nhân\s+)?dân(?:\s+các\s+dân\s+tộc)?\s+"
)
_STATE = (
    r"(?:(?:nước|Vương quốc|Cộng hòa|[Dd]ân chủ|[Nn]hân dân|xã hội chủ nghĩa|Xã hội chủ nghĩa|Liên bang|Hồi giáo) )*"
)
_SEAT = re.compile(rf" (?:tại|ở) {_STATE}")
_BEFORE_COUNTRY = re.compile(rf" {_STATE}")
_MORE = re.compile(rf" [{CAPITAL}]")
_SERIAL = re.compile(r" số \d{1,5}(?![\w/.-])")
_SERIAL_ALONE = re.compile(
    r" \d{2,5}(?! (?:người|đồng chí|thành viên|cán bộ|đại biểu|đơn vị|tổ chức|ngày|tháng)(?![^\W_]))(?![\w/.-])"
)
_NUMBER = re.compile(r" (\d{1,2})(?![\w/.,%-])")
_ACRONYM = re.compile(rf"\s+([{CAPITAL}]{{2,}}\d*)(?![^\W_])")
_FOREIGN = re.compile(r" [A-Z][A-Za-z]+(?![^\W_])")


# Units of the army from the smaller to the larger: only a larger one names the one that a smaller is part of.
_RANKS = {
    "Tiểu đoàn": 1, "Trung đoàn": 2, "Lữ đoàn": 3, "Sư đoàn": 3, "Binh đoàn": 4, "Quân đoàn": 4, "Binh chủng": 4,
    "Quân chủng": 4, "Quân khu": 4,
}  # fmt: skip


def _ranks_with(body: Body, parent: Body) -> bool:
    """Whether two units are of one size, or the second is smaller."""
    own, above = _RANKS.get(body.head.name), _RANKS.get(parent.head.name)
    return own is not None and above is not None and above <= own


class Parts:
    """Reads the parts of bodies' names out of one text; each gives the body with the part, or None.

    at      where heads start -> where they end
    nested  the body whose name starts at an offset, or None
    """

    def __init__(self, text: str, lower: str, at: Mapping[int, int], nested: Callable[[int], Body | None]):
        self.text, self.lower, self.at, self.nested = text, lower, at, nested
        self.own_name = OwnNames(text, at).read

    def field(self, body: Body) -> Body | None:
        """ "Sở | Nội vụ": a field of work of the list."""
        if self.text[body.end : body.end + 1] != " ":
            return None
        match = sector_pattern().match(self.lower, body.end + 1)
        return replace(body, name=self.text[match.start() : match.end()], end=match.end()) if match else None

    def numbered(self, field: Body | None) -> Body | None:
        """ "Phòng Nghiệp vụ | 3": a unit that shares its field with others."""
        number = _NUMBER.match(self.text, field.end) if field and field.head.name in _UNITS else None
        if not field or not number or QUANTITY.match(self.text, number.start(1)):
            return field
        return replace(field, name=field.name + number.group(), end=number.end())

    def serial(self, body: Body) -> Body | None:
        """ "Đoàn kiểm tra | số 1349"."""
        number = _SERIAL.match(self.text, body.end)
        if not number and body.head.name.startswith(("Đoàn ", "Tổ ")):  # "Đoàn kiểm tra | 1920 của Bộ Chính trị"
            number = _SERIAL_ALONE.match(self.text, body.end)
        return replace(body, name=number.group().strip(), end=number.end()) if number else None

    def central(self, body: Body) -> Body | None:
        """ "Ban Tổ chức | Trung ương"."""
        match = _CENTRAL.match(self.text, body.end)
        if not match or self.at.get(body.end + 1, 0) > match.end():  # "Ban Thường vụ Trung ương Hội Nông dân"
            return None
        return replace(body, central=True, end=match.end())

    def about(self, body: Body) -> Body:
        """ "Ban Chỉ đạo Trung ương | về cải cách hành chính": with what it is for, if that follows."""
        match = _ABOUT.match(self.lower, body.end)
        if not match:
            return body
        start = body.start + len(body.head.name) + 1 if body.central else body.end - len(body.name)
        return replace(body, name=self.text[start : match.end()], central=False, end=match.end())

    def of_body(self, body: Body) -> Body | None:
        """ "Ban Thường vụ | Tỉnh ủy", "Cục Tổ chức cán bộ | , Bộ Công an"."""
        gap = _OF.match(self.text, body.end)
        if not gap or "\n" in gap.group():
            return None
        mark = gap.group().strip()
        plain = not mark
        if mark == "," and body.head.name not in _UNITS or not plain and body.bare and body.head.fielded:
            return None
        parent = self.nested(gap.end())
        nameless = parent and parent.head.frame == "named" and not parent.name and not self._may_have(body, parent)
        if not parent or plain and nameless:
            return None
        if parent.bare and mark in (",", "-", "("):
            return None
        if mark == "," and _ranks_with(body, parent):  # "Trung đoàn 48, | Trung đoàn 52"
            return None
        if mark == "," and body.head.name in _CENTRAL_UNITS and parent.territory and parent.territory.name:
            return None  # "chỉ đạo của Cục Cảnh sát giao thông, | Công an tỉnh Gia Lai tuần tra"
        end = parent.end + (mark == "(" and self.text[parent.end : parent.end + 1] == ")")
        return replace(body, parent=parent, end=end)

    def _may_have(self, body: Body, above: Body) -> bool:
        """Whether a body named by its head alone may have this organ: "Công đoàn | Công ty"."""
        organ = body.head.frame == "organ" and self.text[above.start].isupper()
        return above.head.name == "Trung ương Hội" or organ and above.head.category in ("Enterprise", "School")

    def in_territory(self, body: Body) -> Body | None:
        """ "UBND | tỉnh Gia Lai"."""
        gap = _BEFORE_PLACE.match(self.text, body.end)
        if not gap or "\n" in gap.group():
            return None
        found = territory(self.text, gap.end())
        if found and not found.name and gap.group().strip() == "các":
            found = self._first_of(found)
        if not found or (gap.group().strip() in (",", "các") and not found.name):
            return None
        return replace(body, territory=found, end=found.end)

    def _first_of(self, level: Territory) -> Territory | None:
        """ "các huyện: | Chư Sê, Chư Pưh": the first place of a list."""
        at = level.end + 2
        name = known_at(self.text, at, level.level) if self.text[level.end : at] == ": " else None
        return replace(level, name=name, end=at + len(name)) if name else None

    def rest(self, body: Body) -> Body:
        """A body with whichever of these follows: the centre, a larger body, a territory; else as it is."""
        return self.central(body) or self.of_body(body) or self.in_territory(body) or self.of_people(body) or body

    def of_people(self, body: Body) -> Body | None:
        """ "Đảng bộ|, chính quyền và nhân dân huyện Chư Sê": the territory behind those whom it is named with."""
        people = _PEOPLE.match(self.lower, body.end) if body.bare and body.head.name == "Đảng bộ" else None
        found = territory(self.text, people.end()) if people else None
        return replace(body, territory=found) if found and found.name else None

    def acronym(self, body: Body) -> Body | None:
        """ "Công đoàn | PV Power": an abbreviation, and the foreign words that follow it."""
        match = _ACRONYM.match(self.text, body.end)
        if not match:
            return None
        end = match.end()
        while (word := _FOREIGN.match(self.text, end)) and not is_syllable(word.group().strip()):
            end = word.end()
        return replace(body, name=self.text[match.start(1) : end], end=end)

    def seated(self, body: Body) -> Body:
        """ "Đại sứ quán Việt Nam | tại Cuba": a mission with the country in which it is."""
        gap = _SEAT.match(self.text, body.end)
        country = country_pattern().match(self.text, gap.end()) if gap else None
        if not gap or not country:
            return body
        return replace(body, name=f"{body.name} tại {country.group()}".strip(), end=country.end())

    def of_country(self, body: Body) -> Body:
        """ "Chính phủ | Lào", "Bộ Ngoại giao | Nhật Bản": a body of another state."""
        if body.head.category not in ("StateBody", "ForeignBody") or body.territory or body.parent:
            return body
        gap = _BEFORE_COUNTRY.match(self.text, body.end)
        country = country_pattern().match(self.text, gap.end()) if gap else None
        if not country or _MORE.match(self.text, country.end()):
            return body
        head = replace(body.head, frame="closed", category="ForeignBody")
        return replace(body, head=head, name=f"{body.name} {country.group()}".strip(), end=country.end())
