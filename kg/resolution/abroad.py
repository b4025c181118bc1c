"""Articles about another country, whose "Bộ Chính trị" or "Bộ Công an" are not those of Việt Nam."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache

from kg.recognition.heads import Body, Head
from kg.recognition.recognition import Recognition
from kg.recognition.territories import CAPITAL, province
from kg.resolution.fullnames import canonical, kind
from kg.vi.lexicon import alternation, words

_LEAD = 600  # characters of a title and the first paragraph
_OFTEN = 4  # how often the country is named at least, and how many times as often as any other one
_HOME = re.compile(r"Việt Nam|VN(?![^\W_])|Hà Nội|H(?:ồ Chí Minh|CM)(?![^\W_])")
_OF_STATES = frozenset(("StateBody", "PartyBody", "ArmedForce", "MassOrganization"))


# Before a given name that is a country's, too: "bà Nga".
_CALLED = "".join(rf"(?<!{word} )" for word in ("[Ôô]ng", "[Bb]à", "[Aa]nh", "[Cc]hị", "chí"))


@cache
def _countries() -> re.Pattern[str]:
    """Another country; one of one syllable only where it is no part of a name, as in "Vũ Đức Đam"."""
    names = [name for name in words("countries") if name not in ("Việt Nam", "Anh")]  # "anh" and a given name, too
    long, short = (alternation(n for n in names if (" " in n) is spaced) for spaced in (True, False))
    alone = rf"(?<=[^\W\d_A-Z{CAPITAL}] ){_CALLED}(?:{short})(?! [{CAPITAL}])"
    return re.compile(rf"(?<![^\W_])(?:{long}|{alone})(?![^\W_])")


def country_of(recognition: Recognition) -> str:
    """The country that an article is about where it is another one and Việt Nam is not told of, else ""."""
    text = recognition.writing.text
    if not _countries().search(text, 0, _LEAD) or _HOME.search(text):
        return ""
    if any(province(m.parts["territory"].name) for m in recognition.of("place")):
        return ""
    (first, most), *others = Counter(_countries().findall(text)).most_common(2)
    return first if most >= max(_OFTEN, 2 * sum(count for _, count in others)) else ""


def of_country(body: Body, country: str) -> Body:
    """A completed body as that of a country, if each state or its ruling party has such a one."""
    if body.parent:
        return replace(body, parent=of_country(body.parent, country))
    central = body.head.frame == "closed" or body.central or body.head.name == "Bộ"
    name = canonical(body).replace("Tòa án nhân dân", "Tòa án")
    if not central or kind(body) not in _OF_STATES or country in name:
        return body
    return Body(Head(f"{name} {country}", "closed", "ForeignBody"), body.start, body.end)
