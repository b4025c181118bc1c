"""Territories as the press names them: "tỉnh Gia Lai", "TP.HCM", "quận 5", "xã Liên Hòa, huyện Kỳ Sơn", "tỉnh"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.vi.anchors import Anchored
from kg.vi.lexicon import anchored, words
from kg.vi.places import find, provinces
from kg.vi.writing import fold

LEVELS = {
    "tỉnh": "tỉnh",
    "thành phố": "thành phố",
    "tp.": "thành phố",
    "tp": "thành phố",
    "t.p.": "thành phố",
    "huyện": "huyện",
    "huyện đảo": "huyện",
    "h.": "huyện",
    "quận": "quận",
    "q.": "quận",
    "thị xã": "thị xã",
    "tx.": "thị xã",
    "tx": "thị xã",
    "xã": "xã",
    "phường": "phường",
    "p.": "phường",
    "thị trấn": "thị trấn",
    "tt.": "thị trấn",
    "đặc khu": "đặc khu",
    "thủ đô": "thành phố",
}
RANK = {
    "tỉnh": 1,
    "thành phố": 1,
    "huyện": 2,
    "quận": 2,
    "thị xã": 2,
    "xã": 3,
    "phường": 3,
    "thị trấn": 3,
    "đặc khu": 3,
}

COUNTRY = "nước"  # the level of a country

_LEVEL = Anchored(
    r"(?<![^\W_])(t\.?p\.|tx\.|[qhp]\.(?=\s?\w)|(?:thành phố|thị xã|thị trấn"
    r"|đặc khu|thủ đô|tỉnh|huyện(?: đảo)?|quận|phường|xã|tp|tx)"
    r"(?![^\W\d_]))[^\S\n]*",
    ("t", "tx", "tp", "q", "h", "p", *RANK, "thủ đô"),
    re.IGNORECASE,
)
CAPITAL = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
SYLLABLE = rf"[{CAPITAL}][^\W\d_]*(?:['.][^\W\d_]+)?"
_RUN = re.compile(rf"Thừa thiên(?: - |-| )Huế|{SYLLABLE}(?:(?:\s?-\s?|[ ']){SYLLABLE}){{0,4}}|\d{{1,2}}(?!\d|[.,/-]\d)")
# The letters of a Vietnamese syllable without its marks, and those of a name abroad ("Boston", "Osaka").
_MARKS = re.compile("[\u0300-\u036f]")
_NUCLEUS = "a[iouy]?|e[ou]?|i[aeu]?|ieu?|o[aeio]?|oa[ioy]|oeo|u[aeiouy]?|uo[iu]|uay|uy[aeu]|y|yeu?"
_BARE_SYLLABLE = re.compile(
    rf"(?:ngh?|[ckpt]h|g[hi]|nh|qu|tr|[bcdđghklmnpqrstvx])?(?:{_NUCLEUS})(?:ch|ng?|nh|[cmpt])?"
)
_JOIN = re.compile(r"\s?-\s?|[ ']")
_BREAK = re.compile(r"\n\s?")
_ABROAD = re.compile(r"[A-Z][a-z]{4,}")
_NEXT = re.compile(rf"\s*[,(]\s*(?=(?:(?i:thành phố|thị xã|tỉnh|huyện|quận|t\.?p\.?)|[{CAPITAL}]))")


@dataclass(slots=True, unsafe_hash=True)  # not frozen, which would take eight times as long to make
class Territory:
    """A level and a name; "" where the text leaves one out ("tỉnh" alone, "Gia Lai" alone). `within`: the one above."""

    level: str
    name: str
    start: int
    end: int
    within: Territory | None = None


@lru_cache(maxsize=1)
def _provinces() -> dict[str, str]:
    return {fold(form): name for form, name in provinces().items()}


def province(name: str) -> str | None:
    """The province that a printed form names ("TP.HCM": "Hồ Chí Minh"), or None."""
    return _provinces().get(fold(name))


def level_of_province(name: str) -> str:
    return "thành phố" if name in ("Hà Nội", "Hồ Chí Minh", "Đà Nẵng", "Hải Phòng", "Cần Thơ", "Huế") else "tỉnh"


@lru_cache(maxsize=2048)
def _beginnings(run: str) -> tuple[str, ...]:
    """A run of capitalized words and its beginnings, longest first."""
    return (run, *(run[: join.start()] for join in reversed(list(_JOIN.finditer(run)))))


def _run_at(text: str, position: int) -> str:
    run = _RUN.match(text, position)
    return run.group() if run else ""


@lru_cache(maxsize=2048)
def _known(name: str, level: str) -> bool:
    if level in ("tỉnh", "thành phố") and province(name):
        return True
    return bool(find(name, level or None)) if level else False


@lru_cache(maxsize=2048)
def _named(run: str, level: str) -> str:
    """The name of the unit of a level that a run of capitalized words starts with, or ""."""
    if run.isdigit():
        return run if level in ("quận", "phường") else ""
    names = list(_beginnings(run))
    first = names[-1].lower()
    if len(names) > 1 and first in COMMON_SURNAMES:
        names.pop()  # "Công an xã | Hồ Xuân Tuấn", though there is a place "Hồ"
    if known := _longest_known(names, level):
        return known
    if first in surnames() and not _place_shaped(run, level):
        return ""
    return next(filter(_may_name, names), "")


def _longest_known(names: Iterable[str], level: str) -> str:
    exact = next((name for name in names if _known(name, level)), "")
    return exact or next((name for name in names if _of_rank(name, level)), "")


def is_syllable(word: str) -> bool:
    """Whether a word has the shape of one Vietnamese syllable: "Trong", "Ngoài", not "Boston"."""
    letters = _MARKS.sub("", unicodedata.normalize("NFD", word.lower()))
    return bool(_BARE_SYLLABLE.fullmatch(letters))


def _may_name(name: str) -> bool:
    """Whether a name that the gazetteer lacks may be a place's: not the word that starts the next sentence ("UBND TP.
    Ngoài ra"), no abbreviation ("TP Khóa IX")."""
    syllables = name.split()
    if len(syllables) == 1:
        return bool(_ABROAD.fullmatch(name)) and not is_syllable(name)
    return len(syllables) == 2 and not any(s.isupper() and len(s) > 1 for s in syllables)


def known_at(text: str, position: int, level: str) -> str | None:
    """The longest name of a unit of this level that starts at `position`, or None."""
    run = _run_at(text, position)
    return _longest_known(_beginnings(run), level) or None if run else None


def _of_rank(name: str, level: str) -> bool:
    """A unit of this name is as high as the level: a "quận" once was a "huyện", a city of a province a "thị xã"."""
    ranks = (RANK.get(level), 1 if RANK.get(level) == 2 else None)
    return bool(level) and any(u.kind != "tỉnh" and u.kind in RANK and RANK[u.kind] in ranks for u in find(name))


def _place_shaped(name: str, level: str) -> bool:
    """Whether two capitalized syllables behind "xã", "thôn" ... are a place: those that begin no common name."""
    syllables = name.split()
    return level in ("xã", "phường", "thị trấn") and len(syllables) == 2 and syllables[0].lower() not in COMMON_SURNAMES


COMMON_SURNAMES = frozenset(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh đào mai cao tạ".split()
)


@lru_cache(maxsize=1)
def surnames() -> dict[str, str]:
    """Surname in lower case -> "kinh" or "minority"."""
    return {name.lower(): kind for name, kind in words("surnames").items()}


def territory(text: str, position: int, *, bare: bool = True, chain: bool = True) -> Territory | None:
    """The territory that starts at `position`, or None.

    bare   a province's name alone counts ("Gia Lai")
    chain  the unit above is taken with it ("xã Liên Hòa, huyện Kỳ Sơn")
    """
    match = _LEVEL.pattern.match(text, position)
    if not match:
        return _province_at(text, position, chain=chain) if bare else None
    level, start = LEVELS[match.group(1).lower()], match.end()
    name = _named(_run_at(text, start), level)
    if not name and level == "thành phố":
        name, start = _on_next_line(text, match)
    if not name:
        return Territory(level, "", position, match.start() + len(match.group().rstrip()))
    found = Territory(level, name, position, start + len(name))
    return _with_upper(text, found) if chain else found


def _province_at(text: str, position: int, *, chain: bool) -> Territory | None:
    run = _run_at(text, position)
    name = _province_in(run) if run else ""
    if not name:
        return None
    found = Territory(level_of_province(province(name) or ""), name, position, position + len(name))
    return _with_upper(text, found) if chain else found


@lru_cache(maxsize=2048)
def _province_in(run: str) -> str:
    """The form of a province's name that a run of capitalized words starts with, or ""."""
    return next(filter(province, _beginnings(run)), "")


def _on_next_line(text: str, level: re.Match[str]) -> tuple[str, int]:
    """The city and its start where a line was broken behind the dot of "TP.", or "" and 0."""
    if not level.group().rstrip().endswith(".") or not (broken := _BREAK.match(text, level.end())):
        return "", 0
    return _province_in(_run_at(text, broken.end())), broken.end()


def _with_upper(text: str, lower: Territory) -> Territory:
    if not (gap := _NEXT.match(text, lower.end)):
        return lower
    upper = territory(text, gap.end())
    if upper and upper.name and _above(upper, lower):
        closing = upper.end + (text[gap.start() : gap.end()].strip() == "(" and text[upper.end : upper.end + 1] == ")")
        return Territory(lower.level, lower.name, lower.start, closing, upper)
    return lower


def _above(upper: Territory, lower: Territory) -> bool:
    return RANK.get(upper.level, 1) < RANK.get(lower.level, 3) or (lower.level == "thành phố" and upper.level == "tỉnh")


# A capitalized word before a name makes it another one ("Đinh Gia Lai"), unless it opens a sentence: "Tại Gia Lai".
_CAPITAL_BEFORE = re.compile(rf"(?<![^\W_])(?!(?:Tại|Ở|Còn|Riêng|Về|Từ) )[{CAPITAL}][^\W\d_]* $")


@lru_cache(maxsize=1)
def _province_pattern() -> Anchored:
    return anchored((name for name in provinces() if len(name) > 3), cased=True)


def places(text: str, lower: str) -> Iterator[Territory]:
    """The territories of a text from left to right: those with a level, and provinces by their names alone."""
    starts = {m.start() for m in _LEVEL.finditer(lower, text)} | {
        m.start()
        for m in _province_pattern().finditer(lower, text)
        if not _CAPITAL_BEFORE.search(text, max(0, m.start() - 12), m.start())
    }
    position = 0
    for start in sorted(starts):
        if start >= position and (found := territory(text, start, chain=False)) and found.name:
            yield found
            position = found.end
