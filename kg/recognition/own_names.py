"""Names of their own that bodies have: "Hoa Sơn" behind "Công ty", "Ung bướu" behind "Bệnh viện".

A name is a run of capitalized words. Where its words of lower case end it and where they belong to it is in the lists
`kg/vi/lists/name-words.txt`, `name-ends.txt` and in `kg/vi/bodies.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.recognition.heads import WORD, Body, compounds, heads, name_stop, people_may_name
from kg.recognition.names import cut_before_person, is_country, surname
from kg.recognition.territories import (
    CAPITAL,
    COMMON_SURNAMES,
    is_syllable,
    level_of_province,
    territory,
)
from kg.vi.lexicon import Phrases, alternation, table, words
from kg.vi.places import find

_LONGEST = 8  # words of lower case between two capitalized ones of a name
_CAPITAL = re.compile(rf"[{CAPITAL}0-9]")
_CAPITALIZED = re.compile(rf"[{CAPITAL}][^\W\d_A-Z]*")
_JOINS = re.compile(r"\s+(?:và|&)\s+|\s*[&-]\s*|\s+")
_SPACE = re.compile(r"\s+")
_MORE = re.compile(rf" (?:[{CAPITAL}]|[1-9](?=[.,;:)\n ]))")
_PLACE = re.compile(rf" - ([{CAPITAL}][^\W\d_]+(?: [{CAPITAL}][^\W\d_]+)?)(?![^\W_])")
_COINED = re.compile(rf"\s\([{CAPITAL}]{{2,}}[^()\s]*\)")  # "Tổng công ty xây lắp dầu khí (PVC)"
# A number that counts or measures what follows, or is a year: "Bệnh viện | 1.000 giường".
QUANTITY = re.compile(
    r"\d+[.,]\d{3}|\d+(?:[.,]\d+)?(?:%|-\d| (?:triệu|tỷ|tỉ|nghìn|ngàn|ha|m2|km|giường|người|năm|tháng|ngày|sao|lần|"
    r"cán|căn|hộ|tấn|đồng|phường|xã|quận|huyện|tỉnh|nước)(?![^\W_]))|(?:19|20)\d\d(?!\d)"
)


@lru_cache(maxsize=1)
def _ends() -> Mapping[str, str]:
    """The words of lower case at which a name has ended."""
    return words("name-ends")


@lru_cache(maxsize=1)
def _tails() -> Phrases:
    """The phrases of lower case that end names."""
    return Phrases(table("bodies")["short"]["tails"], cased=True)


@lru_cache(maxsize=1)
def _trades() -> re.Pattern[str]:
    """A run of words of trades in lower case, joined by commas and "và"."""
    trade = rf"(?<![^\W_])(?:{alternation(word.lower() for word in words('name-words'))})(?![^\W_])"
    return re.compile(rf"{trade}(?:(?:,| và)? {trade})*")


def is_holder(body: Body, name: str) -> bool:
    """Whether what stands behind a head is the name of who holds its office: "Giám đốc Sở Trần Văn An"."""
    syllables = name.split()
    if body.head.category == "School" or body.head.name in people_may_name():
        return False
    if not all(map(_CAPITALIZED.fullmatch, syllables)) or not 2 <= len(syllables) <= 4:
        return False
    if body.head.frame in ("force", "sector"):
        return surname(syllables) is not None and not find(name)
    return len(syllables) > 2 and syllables[0].lower() in COMMON_SURNAMES and not find(name)


@dataclass(slots=True)
class _Run:
    """A name as far as it is read: `accepted` is where it surely ends, `waiting` counts the words since then."""

    body: Body
    lower: bool
    chained: bool
    position: int
    accepted: int
    waiting: int = 0
    last: str = ""

    @property
    def named(self) -> bool:
        return self.accepted > self.body.end

    def take(self, word: re.Match[str], *, sure: bool) -> None:
        """Go on behind a word, which belongs to the name for sure or only if more of the name follows."""
        self.position, self.last = word.end(), word.group()
        self.accepted, self.waiting = (word.end(), 0) if sure else (self.accepted, self.waiting + 1)


class OwnNames:
    """Reads bodies' own names out of a text; `at`: where heads start -> where they end."""

    def __init__(self, text: str, at: Mapping[int, int]):
        self.text, self.at = text, at

    def read(self, body: Body, *, lower: bool, chained: bool = False) -> Body | None:
        """A body with the run of capitalized words behind it, joined by "và", "-", "&"; None where there is none.

        lower    words of lower case inside it count too
        chained  ... and words of two syllables at its end: "Ban Quản lý Đường sắt | đô thị"
        """
        run = _Run(body, lower, chained, body.end, body.end)
        while self._goes_on(run):
            pass
        trade = body.head.category == "Enterprise" and run.waiting and not run.named
        accepted = run.position if trade and _COINED.match(self.text, run.position) else run.accepted
        accepted = cut_before_person(self.text, body.end, accepted)
        name = self.text[body.end : accepted].strip()
        if not name or name.isdigit() and body.head.name == "Ban" or is_holder(body, name):
            return None
        return replace(body, name=name, end=accepted)

    def _goes_on(self, run: _Run) -> bool:
        """Takes the next word of a name, if there is one."""
        first = not run.body.name and run.position == run.body.end
        join = (_SPACE if first else _JOINS).match(self.text, run.position)
        word = WORD.match(self.text, join.end()) if join else None
        if not join or not word or "\n" in join.group():
            return False
        mark = join.group().strip()
        if self._starts_other(join.end(), run) and not (mark == "-" and self._ends_in_place(run)):
            if run.waiting and not mark and (run.named or run.chained or self._is_trade(run)):
                run.accepted = run.position
            return False
        if _CAPITAL.match(word.group()):
            if self._is_outside(run.body, mark, word):
                return False
            run.take(word, sure=True)
            return True
        tail = word if self._belongs(run, word) else self._tail(run, word)
        if tail:
            run.take(tail, sure=True)
            return True
        if not run.lower or run.waiting >= _LONGEST or self._ends_name(run, word):
            return False
        run.take(word, sure=False)
        return True

    def _is_trade(self, run: _Run) -> bool:
        """Whether all that is read are words of a trade: "Nhà máy | nhiệt điện", "Trung tâm | bồi dưỡng chính trị"."""
        return bool(_trades().fullmatch(self.text, run.body.end + 1, run.position))

    def _is_outside(self, body: Body, mark: str, word: re.Match[str]) -> bool:
        """Whether a capitalized word or a number is no part of a name: "Công ty Trung Nam - | Ảnh"."""
        if name_stop().match(self.text, word.start()) or mark == "và" and self._names_another(body, word):
            return True
        return bool(QUANTITY.match(self.text, word.start()))

    def _belongs(self, run: _Run, word: re.Match[str]) -> bool:
        """Whether a word of lower case belongs to what stands before it: "Bệnh viện Đa khoa", "Bệnh viện Ung bướu"."""
        adjacent = run.accepted == run.position
        if (adjacent or run.chained) and (run.last.lower(), word.group()) in compounds():
            return True
        alone = self.text[run.body.end : run.accepted].strip() == run.last
        return adjacent and alone and _is_half(run.last) and word.group() not in _ends()

    def _tail(self, run: _Run, word: re.Match[str]) -> re.Match[str] | None:
        """What a name may end with in lower case: "Trung tâm Hội nghị | quốc gia", "Công ty Cung ứng | vật tư"."""
        if not run.named or run.accepted != run.position:
            return None
        tail = _tails().match(self.text, word.start())
        name = self.text[run.body.end + 1 : run.position].lower()
        trade = not tail and run.body.head.frame == "named" and _trades().fullmatch(name)
        return _trades().match(self.text, word.start()) if trade else tail

    def _names_another(self, body: Body, word: re.Match[str]) -> bool:
        """Whether what "và" joins to a name is no trade but the next one: "Công ty Hoa Sơn và | Ia Ly"."""
        following = WORD.match(self.text, word.end() + 1)
        pair = (word.group().lower(), following.group().lower() if following else "")
        alone = body.head.category in ("Enterprise", "School", "Organization")
        return alone and not word.group().isupper() and pair not in compounds()

    def _ends_name(self, run: _Run, word: re.Match[str]) -> bool:
        """Whether a word of lower case never stands inside a name, unless a firm's trade starts with it: "xử lý"."""
        following = WORD.match(self.text, word.end() + 1)
        pair = f"{word.group()} {following.group()}" if following else ""
        may_trade = not run.named and (run.chained or run.body.head.category in ("Enterprise", "HealthFacility"))
        return pair in _ends() or word.group() in _ends() and not (may_trade and pair in words("name-words"))

    def _starts_other(self, position: int, run: _Run) -> bool:
        """A territory or another body starts here, so the name has ended."""
        end = self.at.get(position)
        if end and self._is_brand(run.body, position, end):
            return False
        named = run.body.head.frame == "named"
        if (
            end
            and (end - position > 4 or not run.named)
            and (not named or run.named and self.text[position].isupper())
        ):
            return True
        found = territory(self.text, position, chain=False)
        if not found or not (found.name or self.text.startswith("TP", position)):
            return False
        if run.body.head.category == "Enterprise" and self._is_first_of_two(found.end):
            return False
        marked = found.level != level_of_province(found.name) or found.start + 8 < found.end
        return (run.named or marked) and not _MORE.match(self.text, found.end)  # "Sài Gòn Giải Phóng"

    def _is_first_of_two(self, end: int) -> bool:
        """Whether a place that ends here is the first of two that a firm's name joins: "Sài Gòn | - Quy Nhơn"."""
        second = _PLACE.match(self.text, end)
        return second is not None and bool(find(second[1]))

    def _ends_in_place(self, run: _Run) -> bool:
        """Whether the name of a firm ends in a city's, which another's may follow: "Bia Sài Gòn | - Quy Nhơn"."""
        syllables = self.text[run.body.end + 1 : run.accepted].split(" ")
        last = " ".join(syllables[-2:])
        return run.body.head.category == "Enterprise" and len(syllables) > 2 and (last == "Sài Gòn" or bool(find(last)))

    def _is_brand(self, body: Body, position: int, end: int) -> bool:
        """Whether a firm's short name stands in the name of another firm: "Công ty Đầu tư Sabeco Pearl"."""
        phrase = self.text[position:end].lower()
        return body.head.category == "Enterprise" and " " not in phrase and heads()[phrase].frame == "closed"


def _is_half(syllable: str) -> bool:
    """Whether a word of a name is half of one: a Vietnamese syllable, and no country."""
    return not syllable.isupper() and not syllable[:1].isdigit() and is_syllable(syllable) and not is_country(syllable)
