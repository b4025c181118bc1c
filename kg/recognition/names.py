"""Names of persons: Vietnamese names by surname and capitals, others where a title or an office stands before them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.recognition.territories import CAPITAL, COMMON_SURNAMES, province, surnames
from kg.vi import anchors
from kg.vi.lexicon import words
from kg.vi.places import find

_AFTER_CAPITAL = r"[^\W\d_]*(?:['.][^\W\d_]+|')*"
_SYLLABLE = rf"[{CAPITAL}]{_AFTER_CAPITAL}"
# "Y Dược Công nghệ cao": the last syllable of a run is half a word.
_CRAFT = re.compile(r"(?<=Công) (?:nghệ|nghiệp)(?![^\W_])")
_RUN = re.compile(rf"{_SYLLABLE}(?: {_SYLLABLE}){{0,5}}")
_CAPITALIZED = re.compile(rf"[{CAPITAL}]")
_COMPOUND = re.compile(r" (?:học|thuật|bản|doanh|nghiệp|ương|quân|tế|sự|tâm|gia|dân)(?![^\W_])")
_WORD_START = re.compile(rf"(?<![^\W_])[{CAPITAL}]")
_WITHIN = re.compile(rf"(?<![^\W_])[{CAPITAL}]{_AFTER_CAPITAL}['.]$")  # "TP.|Hồ Chí Minh", "O'|Brien"
_FIRST = re.compile(_SYLLABLE)
# "Nguyễn Chí DũngTheo": a full stop and a space were lost.
_GLUED = re.compile(rf"(?<=[^\W\d_A-Z{CAPITAL}])(?=[{CAPITAL}])")
_NEXT_WORD = re.compile(r" [^\W\d_]+")
# The second half of a Korean given name: "Kim Jong-un".
_HYPHENATED = re.compile(r" ?- ?[a-z]{2,5}(?![^\W_])", re.ASCII)


@cache
def _first_syllables() -> frozenset[str]:
    return frozenset(name.split(" ")[0] for name in surnames())


@cache
def first_words() -> frozenset[str]:
    """The words in lower case, without their signs, that surnames start with."""
    return anchors.first_words(surnames())


def starts_word(text: str, position: int) -> bool:
    """Whether a capitalized word starts here, and not within one by its apostrophe or full stop."""
    if not text[position : position + 1].isupper() or not _WORD_START.match(text, position):
        return False
    return text[position - 1 : position] not in ("'", ".") or not _WITHIN.search(text, max(0, position - 30), position)


def may_start(text: str, position: int) -> bool:
    """Whether a name that nothing leads to may start here, at a glance: with the first syllable of a surname."""
    first = _FIRST.match(text, position)
    return first is not None and first.group().lower() in _first_syllables()


def surname(syllables: list[str]) -> str | None:
    """The kind of surname that the syllables start with: two-syllable ones ("Rah Lan", "Tôn Nữ") first."""
    lowered = [s.lower() for s in syllables[:2]]
    return surnames().get(" ".join(lowered)) or surnames().get(lowered[0])


def cut_before_person(text: str, start: int, end: int) -> int:
    """Where a body's name ends that a person's name follows without a mark: "Công ty Hoa Sơn Nguyễn Văn Trung"."""
    syllables = list(re.finditer(r"[^\W_]+", text[start:end]))
    for i, syllable in enumerate(syllables):
        if syllable.group().lower() not in COMMON_SURNAMES:
            continue
        rest = [s.group() for s in syllables[i:]]
        before = [s.group() for s in syllables[:i]]
        joined = all(map(_CAPITALIZED.match, text[start + syllable.start() : end].split(" ")))
        if joined and 3 <= len(rest) <= 4 and any(not word.isupper() for word in before):
            return start + (syllables[i - 1].end() if i else 0)
    return end


def is_country(name: str) -> bool:
    """Whether a capital run is a country or a continent."""
    return name in words("countries") or name.capitalize() in words("countries")


@lru_cache(maxsize=2048)
def is_place(name: str) -> bool:
    """Whether a run is a place of the gazetteer; with a title before it "Hoàng Mai" is a person, and without one
    "Nguyễn Văn Linh" is."""
    syllables = name.split()
    return (len(syllables) == 2 or syllables[0].lower() not in COMMON_SURNAMES) and bool(find(name))


@lru_cache(maxsize=2048)
def is_name(name: str) -> bool:
    """Whether a run may begin a name: "Đảng", "Tổ (quốc)", "Đoàn Việt Nam", "Tân Tổng (thanh tra)", the street "Đường
    Võ Văn Kiệt" do not."""
    first, _, rest = name.partition(" ")
    if is_country(rest) or name in words("not-names") or rest in ("Tổng", "Phó"):
        return False
    if first == "Đường" and rest.split(" ")[0].lower() in COMMON_SURNAMES and " " in rest:
        return False
    return first not in words("not-names") or bool(rest) and first.lower() in surnames()


def name_at(text: str, position: int, *, titled: bool, alone: bool = False) -> int | None:
    """The end of the personal name that starts at `position`, or None.

    titled   a title or an office stands before it: then foreign names count too
    alone    ... and so does a given name alone ("ông Lềnh")
    """
    run = _RUN.match(text, position)
    name = _name_in(run.group(), titled=titled, alone=alone) if run else ""
    name = _without_opening(name, text, position + len(name))
    end = position + len(name)
    if not name or _CRAFT.match(text, end) or " " not in name and _COMPOUND.match(text, end):
        return None
    hyphenated = _HYPHENATED.match(text, end) if name.lower().startswith(_KOREAN) else None
    return hyphenated.end() if hyphenated else end


def _without_opening(name: str, text: str, end: int) -> str:
    """A name without the word that opens a sentence behind it: "Nguyễn Văn Quyền Báo | cáo", "Đinh Văn Thắng Ngay"."""
    rest, _, last = name.rpartition(" ")
    following = _NEXT_WORD.match(text, end) if " " in rest else None
    opens = following and words("not-in-names").get(last + following.group(), words("not-in-names").get(last))
    return rest if opens else name


@lru_cache(maxsize=2048)
def _name_in(run: str, *, titled: bool, alone: bool) -> str:
    """The personal name that a run of capitalized words starts with, or ""; `titled`, `alone`: see `name_at`."""
    syllables = run.split(" ")
    if _is_acronym(syllables[0], run) or is_country(" ".join(syllables[:2])):
        return ""
    if len(syllables) > 2 and _is_acronym(syllables[-1], run):
        syllables.pop()  # "ông Đỗ Mười TTO": the paper's mark that ends a caption
    if any(words("not-in-names").get(syllable) == "" for syllable in syllables[1:]):
        return ""
    for i, glued in ((i, _GLUED.search(s)) for i, s in enumerate(syllables[1:], 1)):
        if glued and i > 1 or glued and surname(syllables):
            syllables = [*syllables[:i], syllables[i][: glued.start()]]
            break
    kind = surname(syllables)
    another = len(syllables) > 4 or syllables[0].isupper()  # "Bí thư Huyện ủy Tĩnh Gia Trương Bá Phúc"
    if kind is None and (not titled or another and any(s.lower() in COMMON_SURNAMES for s in syllables[1:-2])):
        return ""
    syllables = syllables[:5] if kind == "kinh" and _all_names(syllables[:5]) else syllables[:4]
    name = " ".join(syllables).rstrip(".")
    if not titled:
        return "" if len(syllables) < 2 or province(name) or _acronyms(syllables) else name
    return name if len(syllables) > 1 or alone and (len(name) > 1 and not name.isupper()) else ""


# Surnames of Koreans as they are printed in Latin letters.
_KOREAN = (
    "ban ", "cho ", "choe ", "choi ", "chong ", "chung ", "han ", "hwang ", "jang ", "jo ", "jong ", "kang ", "kim ",
    "lee ", "moon ", "no ", "park ", "ri ", "seo ", "shin ", "yoon ",
)  # fmt: skip


def _is_acronym(syllable: str, text: str) -> bool:
    """Whether a syllable of a name in mixed letters is an abbreviation: "Tư lệnh CSCĐ Nguyễn Ngọc Vân"."""
    return len(syllable) > 2 and syllable.isupper() and not text.isupper()


def _all_names(syllables: list[str]) -> bool:
    """Five syllables that are one name: double surnames and double given names ("Nguyễn Thị Minh Nguyệt Hằng")."""
    return len(syllables) == 5 and syllables[1].lower() in (
        "thị",
        "văn",
        "phan",
        "trần",
        "lê",
        "nguyễn",
        "phạm",
        "hoàng",
        "vũ",
        "võ",
    )


def _acronyms(syllables: list[str]) -> bool:
    return any(s.isupper() and len(s) > 1 for s in syllables) and not all(s.isupper() for s in syllables)
