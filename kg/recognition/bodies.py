"""Bodies: committees, offices of state, mass organizations, units, firms, schools.

A body's name is read from its head ("Ban Tuyên giáo") by the head's frame (`kg/vi/bodies.toml`): a field of work,
a name of its own, the body that it belongs to, a territory. What the text leaves out stays empty here and is
completed in resolution.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from kg.recognition.heads import (
    WORD,
    Body,
    abbreviated,
    compounds,
    country_pattern,
    head_pattern,
    heads,
    name_stop,
    not_after,
    not_before,
    people_may_name,
    sector_pattern,
    settled,
)
from kg.recognition.names import cut_before_person, is_country, surname
from kg.recognition.territories import (
    CAPITAL,
    COMMON_SURNAMES,
    Territory,
    is_syllable,
    known_at,
    level_of_province,
    territory,
)
from kg.vi.lexicon import words
from kg.vi.places import find

# What may join two parts of a name, and the words of lower case that never stand inside one.
_OF = re.compile(
    r"\s+(?:của|thuộc|trực thuộc)\s+"
    r"|\s*,\s+(?=Bộ |Tổng cục |Ban |Văn phòng (?:Chính phủ|Quốc hội|Trung ương|Chủ tịch)|Học viện |Trường |Báo )"
    r"|\s*,\s+(?=Sư đoàn |Quân chủng |Quân khu |Công an )"
    r"|\s+-\s+(?=[A-ZĐ])|\s+|\s*\(\s*(?=Bộ |Ban )"
)
# After a comma only a part of a larger body names the body that it belongs to: "Cục Tổ chức cán bộ, Bộ Công an".
_UNITS = (
    "Phòng",
    "Vụ",
    "Cục",
    "Tổng cục",
    "Khoa",
    "Viện",
    "Trung tâm",
    "Tiểu đoàn",
    "Trung đoàn",
    "Lữ đoàn",
    "Sư đoàn",
    "Vùng",
    "Đội",
)
_CAPITAL = re.compile(rf"[{CAPITAL}0-9]")
_CENTRAL = re.compile(
    r"\s+(?:ở\s+)?(?:(?i:trung ương)|TƯ|T\.Ư|T\.ư|T\.W|TW)(?:\s+(?i:đảng)(?!\s+(?i:bộ|ủy)))?(?![^\W_])"
)
_JOINS = re.compile(r"\s+(?:và|&)\s+|\s*[&-]\s*|\s+")
_SPACE = re.compile(r"\s+")
_CAPITALIZED = re.compile(rf"[{CAPITAL}][^\W\d_A-Z]*")
_RUN = re.compile(rf"(?: [{CAPITAL}][^\W\d_A-Z]*)+")
# A number that counts or measures what follows, or is far too long to be a body's: "Bệnh viện | 1.000 giường".
_QUANTITY = re.compile(
    r"\d+[.,]\d{3}|\d+(?:[.,]\d+)?(?:%|-\d| (?:triệu|tỷ|tỉ|nghìn|ngàn|ha|m2|km|giường|người|năm|tháng|ngày|sao|lần|"
    r"cán|căn|hộ|tấn|đồng|phường|xã|quận|huyện|tỉnh|nước)(?![^\W_]))|(?:19|20)\d\d(?!\d)"
)
_NUMBER = re.compile(r" (\d{1,2})(?![\w/.,%-])")
_FIELD = re.compile(
    r"\s+(quân sự|công an|bộ đội biên phòng|dân chính đảng|ngoài nước)"
    r"(?=\s+(?:tỉnh|thành phố|tp|huyện|quận|thị xã)(?![^\W_]))",
    re.IGNORECASE,
)
_KHOI = re.compile(
    r"\s+(khối\s+(?:các\s+)?(?:cơ quan|doanh nghiệp)"
    r"(?:,?\s+(?:và\s+)?(?:doanh nghiệp|dân chính đảng|dân - chính - đảng))?|khối)(?![^\W_])",
    re.IGNORECASE,
)


_KIND_OF_FIRM = re.compile(
    r"(?:cổ phần|tnhh|cp|tiểu học|mầm non|đại học|cao đẳng|hữu nghị|đa khoa|tmcp|chính trị|thpt|thcs)(?![^\W_])"
)
# "Phó Bí thư Thường trực": the words of a body that are part of an office's title.
_IN_ROLE = re.compile(
    r"(?:bí thư|chủ tịch|ủy viên|thành viên|cơ quan|thủ tướng|thư ký|trưởng ban|trưởng|tư lệnh|giám đốc|chủ nhiệm)"
    r"\s+(?:thường trực|thường vụ)$|phó\s+(?:trưởng\s+)?ban thường trực$|chánh văn phòng thường trực$"
)
_TITLE_END = re.compile(r"thường (?:trực|vụ)(?![^\W_])")
# The office "Thường trực Ban Bí thư" is held by one person.
_AN_OFFICE = re.compile(r"thường trực ban bí thư(?![^\W_])")
# "Bộ trưởng Công an" is of the Ministry.
_MINISTER = re.compile(r"(?:bộ|thứ) trưởng $")
# "HĐND các cấp", "Tỉnh ủy các tỉnh": none in particular.
_OF_ALL = re.compile(r"\s+(?:(?:ở\s+)?các\s+(?:cấp|địa phương)|(?:hai|ba|2|3) cấp)(?![^\W_])")
# "Phó Chánh Văn phòng Thường trực Văn phòng Trung ương Đảng": the first one is part of the office's title.
_STANDING_OFFICE = re.compile(r"văn phòng thường trực văn phòng")
_PLURAL = re.compile(r"(?<![^\W_])(?:các|những|một số|nhiều|mỗi|từng|mọi|nhà)\s+$")
_AFTER_CAPITAL = re.compile(rf"(?<![^\W_])(?!Trưởng|Phó|Chánh|Đồng|Bí|Tổng|Thứ)[{CAPITAL}][^\W\d_A-Z]+ $")
_BEFORE_PLACE = re.compile(
    r"\s+(?:các\s+|tại\s+(?=TP|Hà Nội|Đà Nẵng)|khóa\s+[IVXLC\d]+\s+(?:đơn vị\s+)?(?=tỉnh|thành phố|TP))?"
    r"|\s*,\s+(?=(?:tỉnh|thành phố|huyện|TP)\s)"
)
_WITHIN = re.compile(r"[^\W\d_,] $|, $")
_CHAIN = re.compile(r"\s*(?:,\s*(?:và\s+)?|;\s*|\s+và\s+|\s*:\s*|\s+)")


def _last_word(text: str, end: int) -> str:
    """The word that ends one space before an offset, or ""."""
    return text[max(0, end - 12) : end - 1].split(" ")[-1] if end and text[end - 1] == " " else ""


@lru_cache(maxsize=1)
def _ends() -> Mapping[str, str]:
    """The words of lower case at which a name has ended."""
    return words("name-ends")


# Bodies within bodies: "Chi bộ Phòng ... Sở ..."; longer chains are no names.
_DEEPEST = 8
# "UBND quận huyện", "UBND phường, xã": all the committees of these levels, none in particular.
_LEVEL = r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|cấp \w+)"
_ANY_OF = re.compile(
    rf"\s+{_LEVEL}(?:\s*[,/-]\s*|\s+){_LEVEL}(?:\s*,|\s*\.|\s*/|\s*-|\s+{_LEVEL}|\s*$|\s+(?:và|trực thuộc))"
)
_COMMUNES = ("xã", "phường", "thị trấn")


class Reader:
    """Reads bodies out of one working text."""

    def __init__(self, text: str, lower: str, places: Iterable[tuple[int, int]] = ()):
        self.text, self.lower = text, lower
        self._read: dict[int, Body | None] = {}
        self._depth = 0
        inside = {offset for start, end in places for offset in range(start + 1, end)}
        self._at = {
            start: end for start, end in self._phrases() if start not in inside and self._is_head(start, end)
        }

    def _phrases(self) -> Iterator[tuple[int, int]]:
        """Where head phrases stand; behind "Phó Chủ tịch Thường trực" the body starts with the next word."""
        position = 0
        while match := head_pattern().search(self.lower, position):
            title = _TITLE_END.match(self.lower, match.start())
            if title and _IN_ROLE.search(self.lower, max(0, match.start() - 20), title.end()):
                position = title.end()
                continue
            yield match.span()
            position = match.end()

    def _is_head(self, start: int, end: int) -> bool:
        """The words at hand start a name: they are no part of a title, of another word, of a capitalized name."""
        if _IN_ROLE.search(self.lower, max(0, start - 20), end) or _AN_OFFICE.match(self.lower, start):
            return False
        if self.lower[start:end] in abbreviated() and not self.text[start:end].isupper():
            return False
        if self.lower[start:end] == "công an" and _MINISTER.search(self.lower, max(0, start - 12), start):
            return False
        if _STANDING_OFFICE.match(self.lower, start) and _last_word(self.lower, start) == "chánh":
            return False
        if self._is_word_with_next(self.lower[start:end], end):
            return False
        first = self.lower[start:end].split(" ")[0]
        if self.text[start].islower() and _last_word(self.lower, start) in not_after().get(first, ()):
            return False
        return not (
            " " not in self.lower[start:end]
            and not self.text[start:end].isupper()
            and _AFTER_CAPITAL.search(self.text, max(0, start - 12), start)
        )

    def _is_word_with_next(self, head: str, end: int) -> bool:
        """Whether a head and the one or two words behind it are another word: "Hội nghị", "ban kiểm phiếu"."""
        others, following = not_before().get(head), WORD.match(self.lower, end + 1)
        if not others or not following:
            return False
        second = WORD.match(self.lower, following.end() + 1)
        both = self.lower[following.start() : second.end()] if second else ""
        return following.group() in others or both in others

    def bodies(self) -> Iterator[Body]:
        """The bodies of the text from left to right, each as long as it can be."""
        position = 0
        for start in sorted(self._at):
            if (
                start >= position
                and (body := self.body(start))
                and not (self._is_common(body) and _PLURAL.search(self.lower, max(0, start - 10), start))
            ):
                yield body
                position = body.end
                for another in self.series(body):
                    yield another
                    position = another.end

    def _is_common(self, body: Body) -> bool:
        """Whether a plural before a body makes it none in particular: "các cục nghiệp vụ Bộ Công an"."""
        written_small = self.text[body.start : body.start + len(body.head.name) + 1 + len(body.name)].islower()
        return body.bare or bool(body.name and body.parent and written_small)

    def series(self, first: Body) -> Iterator[Body]:
        """The further bodies of a plural: "các Tỉnh đoàn Đồng Nai, Nghệ An và Hưng Yên"."""
        plural = (
            _PLURAL.search(self.lower, max(0, first.start - 10), first.start)
            or " các " in self.lower[first.start : first.end]
        )
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
            return replace(found, level=level) if found.start + len(found.name) == found.end else found
        if known := known_at(self.text, position, level):
            return Territory(level, known, position, position + len(known))
        return None

    def body(self, start: int) -> Body | None:
        """The body whose name starts at `start`, or None."""
        if start not in self._read and start in self._at and self._depth < _DEEPEST:
            self._depth += 1
            self._read[start] = self._body(start, self._at[start])
            self._depth -= 1
        return self._read.get(start)

    def _body(self, start: int, end: int) -> Body | None:
        head = heads().get(settled(self.lower[start:end]))
        body = _FRAMES[head.frame](self, Body(head, start, end)) if head else None
        body = self._of_country(body) if body else None
        if not body or body.bare and _OF_ALL.match(self.lower, body.end):
            return None
        return body if self._cased(body) else None

    def _of_country(self, body: Body) -> Body:
        """ "Chính phủ Lào", "Bộ Ngoại giao Nhật Bản": a body of another state."""
        if body.head.category not in ("StateBody", "ForeignBody") or body.territory or body.parent:
            return body
        gap = re.compile(r" (?:nước |Vương quốc |Cộng hòa )?").match(self.text, body.end)
        country = country_pattern().match(self.text, gap.end()) if gap else None
        if not country or re.compile(rf" [{CAPITAL}]").match(self.text, country.end()):
            return body
        name = f"{body.name} {country.group()}".strip()
        return replace(
            body, head=replace(body.head, frame="closed", category="ForeignBody"), name=name, end=country.end()
        )

    def _cased(self, body: Body) -> bool:
        """Lower-case heads count only where the rest shows that a particular body is meant."""
        if body.head.name == "Cơ quan" and body.name.islower() and not (body.parent or body.territory or body.central):
            return False
        printed = self.text[body.start : body.start + len(body.head.name)]
        if self.text[body.start].isupper() or any(c.isupper() for c in printed):
            return True
        frame, name = body.head.frame, body.name
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

    # ------------------------------------------------------------ frames

    def closed(self, body: Body) -> Body:
        return body

    def government(self, body: Body) -> Body | None:
        if _ANY_OF.match(self.lower, body.end):
            return None
        return (
            self._in_territory(body)
            or self._central(body)
            or (self._of_force(body) if body.head.name.startswith(("Tòa án", "Viện kiểm sát")) else None)
            or body
        )

    def _of_force(self, body: Body) -> Body | None:
        found = self._of_body(body)
        return found if found and found.parent and found.parent.head.category == "ArmedForce" else None

    def committee(self, body: Body) -> Body:
        """ "Tỉnh ủy Gia Lai": a place, whose level the head gives."""
        gap = re.compile(r"\s+(?:tỉnh|thành phố|huyện|quận|thị xã)?\s*", re.IGNORECASE).match(self.text, body.end)
        found = territory(self.text, body.end + 1, chain=True) if self.text[body.end : body.end + 1] == " " else None
        if found and found.name:
            return replace(body, territory=replace(found, level=found.level or body.head.level), end=found.end)
        run = (
            re.compile(rf"[{CAPITAL}][^\W\d_]*(?: [{CAPITAL}][^\W\d_]*){{1,2}}").match(self.text, gap.end())
            if gap
            else None
        )
        if run and body.head.level not in ("tỉnh",) and (name := self._district(run.group())):
            return replace(
                body,
                territory=Territory(body.head.level, name, run.start(), run.start() + len(name)),
                end=run.start() + len(name),
            )
        return body

    def _district(self, run: str) -> str | None:
        syllables = run.split()
        names = [" ".join(syllables[:size]) for size in range(len(syllables), 0, -1)]
        return next((name for name in names if any(unit.kind not in _COMMUNES for unit in find(name))), None)

    def organ(self, body: Body) -> Body:
        if khoi := _KHOI.match(self.text, body.end):
            body = replace(body, name=khoi.group(1), end=khoi.end())
        elif field := self._field(body):
            body = field
        found = self._central(body) or self._of_body(body) or self._in_territory(body)
        if found or body.name:
            return found or body
        return self._acronym(body) or body

    def _field(self, body: Body) -> Body | None:
        """ "Đảng ủy Quân sự tỉnh": the committee's field, where no body is named that has it."""
        if body.head.name not in ("Đảng ủy", "Đảng bộ") or self._of_body(body):
            return None
        field = _FIELD.match(self.text, body.end)
        return replace(body, name=field.group(1), end=field.end()) if field else None

    def sector(self, body: Body) -> Body:
        if central := self._central(body):
            return central
        field = self._numbered(self._sector(body))
        if not field and body.head.name == "Sở":
            return body
        if body.head.name == "Viện" or not field and body.head.name != "Vụ":
            field = max(field, self._own_name(body, lower=False), key=lambda b: b.end if b else 0)
        body = field or body
        return self._central(body) or self._of_body(body) or self._in_territory(body) or body

    def _numbered(self, field: Body | None) -> Body | None:
        """ "Phòng Nghiệp vụ 3": a unit that shares its field with others."""
        number = _NUMBER.match(self.text, field.end) if field and field.head.name in _UNITS else None
        if not field or not number or _QUANTITY.match(self.text, number.start(1)):
            return field
        return replace(field, name=field.name + number.group(), end=number.end())

    def board(self, body: Body) -> Body:
        """ "Ban Quản lý Khu kinh tế mở Chu Lai": what it is to lead or to build."""
        if central := self._central(body):
            return central
        field = self._sector(body)
        start = field or body
        chained = field is not None or self.text[body.end + 1 : body.end + 2].isupper()
        if further := self._own_name(start, lower=True, chained=chained):
            body = replace(body, name=self.text[body.end : further.end].strip(), end=further.end)
        else:
            body = start
        return self._central(body) or self._of_body(body) or self._in_territory(body) or body

    def force(self, body: Body) -> Body | None:
        if _ANY_OF.match(self.lower, body.end):
            return None
        if number := re.compile(r"\s+(\d{1,4}|[IVX]{1,4}|Thủ đô)(?![^\W_])").match(self.text, body.end):
            body = replace(body, name=number.group(1), end=number.end())
            return self._of_body(body) or body
        if found := self._in_territory(body):
            return found
        if nested := self._of_body(body):
            return nested
        named = self._sector(body) or self._own_name(body, lower=False)
        return (self._of_body(named) or self._in_territory(named) or named) if named else body

    def named(self, body: Body) -> Body | None:
        typed = self._own_name(body, lower=True) or self._trade(body)
        body = typed or body
        found = self._in_territory(body) or (self._of_body(body) if typed else None) or self._central(body)
        if not (typed or found):
            return body if self._alone(body) else None
        return found or body

    def _trade(self, body: Body) -> Body | None:
        """ "Công ty du lịch Sài Gòn": a firm called after its trade and its place."""
        trade = self._sector(body) if body.head.category == "Enterprise" else None
        placed = self._in_territory(trade) if trade else None
        return trade if placed and placed.territory and placed.territory.name else None

    def _alone(self, body: Body) -> bool:
        """A short form of a body named before: "Chủ tịch Hội", "Tổng công ty này"."""
        if not (self.text[body.start].isupper() and _WITHIN.search(self.text, max(0, body.start - 2), body.start)):
            return False
        holder = _RUN.match(self.text, body.end)
        if holder and self._is_holder(body, holder.group().strip()):
            return True
        return not re.compile(rf" (?:[{CAPITAL}]|[^\W\d_]+ [{CAPITAL}])").match(self.text, body.end)

    # ------------------------------------------------------------ parts of a name

    def _sector(self, body: Body) -> Body | None:
        if self.text[body.end : body.end + 1] != " ":
            return None
        match = sector_pattern().match(self.lower, body.end + 1)
        if not match:
            return None
        return replace(body, name=self.text[match.start() : match.end()], end=match.end())

    def _own_name(self, body: Body, *, lower: bool, chained: bool = False) -> Body | None:
        """A run of capitalized words, joined by "và", "-", "&".

        lower    words of lower case inside it count too
        chained  ... and words of two syllables at its end: "Ban Quản lý Đường sắt | đô thị"
        """
        position, accepted, waiting, last = body.end, body.end, 0, ""
        while join := (_JOINS if body.name or position > body.end else _SPACE).match(self.text, position):
            word = WORD.match(self.text, join.end())
            if not word or "\n" in join.group() or name_stop().match(self.text, join.end()):
                break
            if self._starts_other(join.end(), body, accepted):
                named = accepted > body.end or chained
                accepted = position if waiting and named and not join.group().strip() else accepted
                break
            if _CAPITAL.match(word.group()):
                if join.group().strip() == "và" and self._names_another(body, word):
                    break
                if _QUANTITY.match(self.text, word.start()):
                    break
                accepted, waiting = word.end(), 0
            elif (accepted == position or chained) and (last.lower(), word.group()) in compounds():
                accepted, waiting = word.end(), 0
            elif accepted == position and self._half_word(body, last, accepted) and word.group() not in _ends():
                accepted = word.end()
            elif not lower or waiting >= 8 or self._ends_name(
                word, named=accepted > body.end, trade=body.head.category == "Enterprise" or chained
            ):
                break
            else:
                waiting += 1
            position, last = word.end(), word.group()
        accepted = cut_before_person(self.text, body.end, accepted)
        name = self.text[body.end : accepted].strip()
        if name.isdigit() and body.head.name == "Ban" or self._is_holder(body, name):
            return None
        return replace(body, name=name, end=accepted) if name else None

    def _names_another(self, body: Body, word: re.Match[str]) -> bool:
        """Whether what "và" joins to a name is no trade but the next one: "Công ty Hoa Sơn và | Ia Ly"."""
        following = WORD.match(self.text, word.end() + 1)
        pair = (word.group().lower(), following.group().lower() if following else "")
        return body.head.category in ("Enterprise", "School") and not word.group().isupper() and pair not in compounds()

    def _half_word(self, body: Body, last: str, accepted: int) -> bool:
        """Whether a name so far is one Vietnamese syllable: the next one completes the word ("Bệnh viện Ung bướu")."""
        alone = self.text[body.end : accepted].strip() == last
        return alone and not last.isupper() and not last[:1].isdigit() and is_syllable(last) and not is_country(last)

    def _ends_name(self, word: re.Match[str], *, named: bool, trade: bool) -> bool:
        """Whether a word of lower case never stands inside a name, unless a firm's trade starts with it: "xử lý"."""
        following = WORD.match(self.text, word.end() + 1)
        pair = f"{word.group()} {following.group()}" if following else ""
        return pair in _ends() or word.group() in _ends() and (named or not trade or pair not in words("name-words"))

    def _is_holder(self, body: Body, name: str) -> bool:
        """Whether what stands behind a head is the name of who holds its office: "Giám đốc Sở Trần Văn An"."""
        syllables = name.split()
        if body.head.category == "School" or body.head.name in people_may_name():
            return False
        if not all(_CAPITALIZED.fullmatch(s) for s in syllables) or not 2 <= len(syllables) <= 4:
            return False
        if body.head.frame in ("force", "sector"):
            return surname(syllables) is not None and not find(name)
        return len(syllables) > 2 and syllables[0].lower() in COMMON_SURNAMES and not find(name)

    def _starts_other(self, position: int, body: Body, accepted: int) -> bool:
        """A territory or another body starts here, so the name has ended."""
        if (
            (end := self._at.get(position))
            and (end - position > 4 or accepted == body.end)
            and (body.head.frame != "named" or accepted > body.end and self.text[position].isupper())
        ):
            return True
        found = territory(self.text, position, chain=False)
        return bool(
            found
            and (found.name or self.text.startswith("TP", position))
            and (accepted > body.end or found.level != level_of_province(found.name) or found.start + 8 < found.end)
            and self._place_ends(found)
        )

    def _place_ends(self, found: Territory) -> bool:
        """A place ends the name, unless more of the name follows it ("Sài Gòn Giải Phóng")."""
        return not re.compile(rf" [{CAPITAL}]").match(self.text, found.end)

    def _central(self, body: Body) -> Body | None:
        match = _CENTRAL.match(self.text, body.end)
        if not match or self._at.get(body.end + 1, 0) > match.end():  # "Ban Thường vụ Trung ương Hội Nông dân"
            return None
        return replace(body, central=True, end=match.end())

    def _of_body(self, body: Body) -> Body | None:
        gap = _OF.match(self.text, body.end)
        if not gap or "\n" in gap.group():
            return None
        mark = gap.group().strip()
        plain = not mark
        if mark == "," and body.head.name not in _UNITS or not plain and body.bare and body.head.fielded:
            return None
        parent = self.body(gap.end())
        if not parent or plain and parent.head.frame == "named" and not parent.name:
            return None
        if parent.bare and mark in (",", "-", "("):
            return None
        end = parent.end + (mark == "(" and self.text[parent.end : parent.end + 1] == ")")
        return replace(body, parent=parent, end=end)

    def _in_territory(self, body: Body) -> Body | None:
        gap = _BEFORE_PLACE.match(self.text, body.end)
        if not gap or "\n" in gap.group():
            return None
        found = territory(self.text, gap.end())
        if not found or (gap.group().strip() in (",", "các") and not found.name):
            return None
        return replace(body, territory=found, end=found.end)

    def _acronym(self, body: Body) -> Body | None:
        match = re.compile(rf"\s+([{CAPITAL}]{{2,}}\d*)(?![^\W_])").match(self.text, body.end)
        return replace(body, name=match.group(1), end=match.end()) if match else None


_FRAMES = {
    "closed": Reader.closed,
    "government": Reader.government,
    "territory": Reader.committee,
    "organ": Reader.organ,
    "sector": Reader.sector,
    "board": Reader.board,
    "force": Reader.force,
    "named": Reader.named,
}
