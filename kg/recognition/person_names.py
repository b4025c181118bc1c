"""Which capitalized words are personal names: by a surname, or by a title or an office that leads to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.recognition.layer import MASK, Layer
from kg.recognition.names import first_words, is_country, is_name, is_place, may_start, name_at, starts_word
from kg.recognition.person import Token, titles
from kg.recognition.territories import CAPITAL, COMMON_SURNAMES
from kg.vi.lexicon import alternation, words


@lru_cache(maxsize=1)
def no_person_after() -> re.Pattern[str]:
    """What stands right before a capital run that names no person: a street, a prize, a ship."""
    phrases = alternation(phrase.lower() for phrase in words("no-person-after"))
    return re.compile(rf"(?<![^\W_])(?:{phrases})(?:\s+\"?)?$")


@lru_cache(maxsize=1)
def _streets() -> re.Pattern[str]:
    """What stands before a street of a list that is not its first: "các tuyến đường Lê Lợi, Đào Tấn và ..."."""
    street = alternation(phrase for phrase, said in words("no-person-after").items() if said == "street")
    return re.compile(rf"(?<![^\W_])(?<!thành )(?i:{street})\s+(?:{_STREET}\s*(?:,|-|và)\s*){{1,6}}$")


@lru_cache(maxsize=1)
def _country() -> re.Pattern[str]:
    """A country right before a name: "Đại sứ Hàn Quốc Kim Lan"."""
    return re.compile(rf"(?<![^\W_])(?:{alternation(words('countries'))}) $")


_IN_STREET = re.compile(rf"[Đđ](?<![^\W_].)ường (?:[{CAPITAL}][^\W\d_]* ){{1,2}}$")
_STREET = rf"[{CAPITAL}][^\W\d_]*(?: [{CAPITAL}][^\W\d_]*){{0,4}}"
# House numbers: "(25 Lê Lợi, quận 3)", "số 5/2A Lê Lợi".
_NUMBERED = re.compile(r"(?<![\w./-])\d{1,4}[A-Z]?(?:/\d{1,4}[A-Z]?){0,3} $")
_HOUSE = re.compile(r"(?i:số|nhà|lô) \d{1,4}[A-Z]?(?:/\d{1,4}[A-Z]?){0,3} $")
_IN_DISTRICT = re.compile(
    rf"\s*(?:,|-|\()?\s*(?:(?:quận|phường|xã|tp|thành phố|huyện|thị xã|[pq]\.)(?![^\W_])|{MASK['place']})"
)


_IN_NAME = re.compile(rf"(?<![^\W_])[{CAPITAL}][^\W\d_]* $")


_LEADS = 4  # positions from the end of what leads to a name at which that may start: "ông A", "Chủ tịch: A"


def names_among(layer: Layer, tokens: list[Token]) -> Iterator[Token]:
    """Capitalized words that are personal names, around those of titles and offices."""
    taken = {position for t in tokens for position in range(layer.place(t.start), layer.place(t.end - 1) + 1)}
    before = {layer.place(t.end - 1) + 1: t for t in tokens}
    read = 0  # up to there
    for position in _starts(layer, before):
        if position < read or not _may_start(layer, position, taken, before):
            continue
        if end := _name(layer, position, taken, before):
            yield Token("name", layer.offset(position), layer.offset(end - 1) + 1, text=layer.text[position:end])
            read = end


def _starts(layer: Layer, before: Iterable[int]) -> list[int]:
    """The masked positions, in order, of the capitalized words that a surname starts with, or that a title or an office
    may lead to, which ends at one of the positions `before`."""
    led = (end + gap for end in before for gap in range(_LEADS))
    likely = sorted({*layer.capitalized(first_words()), *led})
    return [position for position in likely if starts_word(layer.text, position)]


def _may_start(layer: Layer, position: int, taken: set[int], before: dict[int, Token]) -> bool:
    """Whether a name may start here, at a glance: behind a title or an office, or with a surname's first syllable."""
    if position in taken:
        return False
    return may_start(layer.text, position) or _lead(layer, position, before) is not None


def _name(layer: Layer, position: int, taken: set[int], before: dict[int, Token]) -> int | None:
    """The end of the name that starts at a masked position; what leads to it says how freely to read."""
    lead = _lead(layer, position, before)
    quoted = layer.text[position - 2 : position] == ": "  # "Thủ tướng: Ngăn chặn ...": what follows is said, no name
    end = name_at(layer.text, position, titled=lead is not None, alone=not quoted and _stands_alone(lead))
    if end is None or any(p in taken for p in range(position, end)):
        return None
    name = layer.text[position:end]
    named = lead is not None and lead.kind == "title"
    if is_country(name) or not named and (is_place(name) or not is_name(name)):
        return None
    if lead and _is_whole(lead.text, name):
        return None
    if lead is None and (_is_cut(layer, position) or _is_of_street(layer, position, end)):
        return None
    if (at := _leads_from(layer, position, lead)) and no_person_after().search(layer.lower, max(0, at - 30), at):
        return None
    return end


def _is_cut(layer: Layer, position: int) -> bool:
    """Whether a name without a title starts inside a capital run, as rare surnames do in other names: "sân bay Tân Sơn
    Nhất", "Quá Trình Công Tác"."""
    before = _IN_NAME.search(layer.text, max(0, position - 12), position)
    acronym = before and before.group().isupper() and not layer.text[position : position + 2].isupper()
    if not before or acronym or _country().search(layer.text, max(0, position - 20), position):
        return False
    surname = layer.text[position : position + 12].split(" ")[0]
    return surname.lower() not in COMMON_SURNAMES


def _is_of_street(layer: Layer, position: int, end: int) -> bool:
    """Whether a name without a title is that of a street: in an address, or in a list of streets."""
    before = layer.text[max(0, position - 100) : position]
    if not before.endswith(" "):
        return False
    if _IN_STREET.search(before) or _NUMBERED.search(before[-32:]) and _IN_DISTRICT.match(layer.lower, end):
        return True
    return bool(_HOUSE.search(before[-32:]) or before.endswith((", ", "- ", " và ")) and _streets().search(before))


def _leads_from(layer: Layer, position: int, lead: Token | None) -> int:
    """Where a name's phrase starts, if what stands before may show it to be none: "sông Ba Rài"; else 0."""
    if lead is None:
        return position
    address = lead.kind == "title" and titles().get(lead.text.lower()) == "singular"
    return layer.place(lead.start) if address and lead.text[0].isupper() else 0


def _is_whole(title: str, name: str) -> bool:
    """Whether a title and what follows are one name of something else: "Bác Hồ", "ông Táo", the town "Ba Chúc"."""
    phrase = f"{title} {name}"
    return phrase in words("not-names") or title[:1].isupper() and is_place(phrase)


def _lead(layer: Layer, position: int, before: dict[int, Token]) -> Token | None:
    """The title or the office that leads to what starts at a masked position, if one does."""
    lead = before.get(position - 1) if layer.text[position - 1 : position] in (" ", ".") else before.get(position)
    if lead is None and layer.text[position - 2 : position] in (": ", "- "):
        lead = before.get(position - 2) or before.get(position - 3)
        return lead if lead and (lead.kind == "office" or lead.plural) else None
    return lead


def _stands_alone(lead: Token | None) -> bool:
    """Whether one syllable is a name behind this title or office: "ông Lềnh", "Ngoại trưởng Kono", not "bảo vệ Tổ"."""
    if lead is None:
        return False
    if lead.office:
        return lead.office.category == "absolute" or lead.office.abroad
    return titles().get(lead.text.lower()) in ("singular", "plural", "rank")
