"""What helps to find and order Vietnamese names in a store that knows only code points."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from kg.graph.terms import iri
from kg.graph.triple import Literal, Triple, vietnamese
from kg.vi.writing import settle_tones

LABEL, ALTERNATIVE, HIDDEN, SORT = (iri(name) for name in
                                    ("rdfs:label", "skos:altLabel", "skos:hiddenLabel", "kg:sortKey"))
# The order of tones in Vietnamese dictionaries: ngang, huyền, hỏi, ngã, sắc, nặng.
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
# A letter with a hook, breve or circumflex follows all words in its plain letter: "~" sorts after "z".
_SHAPES = {"\u0306": "~", "\u0302": "~~", "\u031b": "~~~", "đ": "d~"}
_WORD = re.compile(r"\d+|[^\W\d_]+")
_BREAKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")


@lru_cache(maxsize=4096)
def tidy(name: str) -> str:
    """A name as a label: NFC, no control characters, single spaces."""
    text = unicodedata.normalize("NFC", name)
    if text.isprintable() and "  " not in text:  # as nearly all are, and a look costs less than a substitution
        return text.strip()
    return _BREAKS.sub(" ", text).strip()


@lru_cache(maxsize=4096)
def unaccented(name: str) -> str:
    """A name in lower case without accents ("Đảng ủy" -> "dang uy"), as people type when they search."""
    return " ".join(map(_bare, name.lower().split(" ")))


@lru_cache(maxsize=16384)  # names are many, their syllables few
def _bare(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(char for char in letters if not unicodedata.combining(char))


@lru_cache(maxsize=16384)
def _word_key(word: str) -> str:
    if word.isdecimal():
        digits = word.lstrip("0") or "0"
        return f"{len(digits):03d}{digits}"  # 6 before 10
    tone, letters = "0", []
    for char in unicodedata.normalize("NFD", word):
        tone = _TONES.get(char, tone)
        if char not in _TONES:
            letters.append(_SHAPES.get(char, char))
    return "".join(letters) + tone


@lru_cache(maxsize=4096)
def sort_key(name: str) -> str:
    """A key whose code-point order is the Vietnamese dictionary order of names: syllable by syllable, letters first
    (a ă â b c d đ e ê ... o ô ơ ... u ư), then tones; numbers by their value."""
    return " ".join(map(_word_key, _WORD.findall(settle_tones(tidy(name)).lower())))


def named(node: str, label: str, others: tuple[str, ...] = ()) -> list[Triple]:
    """A label, other names, names without accents, and a sort key."""
    return [(node, predicate, value) for predicate, value in _named(label, others)]


@lru_cache(maxsize=4096)
def _named(label: str, others: tuple[str, ...]) -> list[tuple[str, Literal]]:
    main = tidy(label)
    names = dict.fromkeys([main, *map(tidy, others)])
    return [
        (LABEL, vietnamese(main)),
        (SORT, Literal(sort_key(main))),
        *[(ALTERNATIVE, vietnamese(name)) for name in names if name != main],
        *[(HIDDEN, Literal(name)) for name in dict.fromkeys(map(unaccented, names))],
    ]
