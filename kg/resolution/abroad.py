"""Bodies of other countries that are named like those of Việt Nam: "Bộ Chính trị", "Bộ Công an", "Tỉnh ủy".

They are told by the article, if it is about another country, and by the persons in whose offices they stand.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg.recognition.heads import Body, Head
from kg.recognition.layer import Mention
from kg.recognition.person import Person
from kg.recognition.recognition import Recognition
from kg.recognition.territories import CAPITAL, COUNTRY, is_syllable, province, surnames
from kg.resolution.fullnames import canonical, kind
from kg.vi.lexicon import alternation, table

_NEAR = 120  # characters from a country to who leads its delegation
_LEAD = 600  # characters of a title and the first paragraph
_OFTEN = 4  # how often the country is named at least; also twice as often as any other one
_HOME = re.compile(r"Việt Nam|VN(?![^\W_])|Hà Nội|H(?:ồ Chí Minh|CM)(?![^\W_])")
_OF_STATES = frozenset(("StateBody", "PartyBody", "ArmedForce", "MassOrganization"))


@cache
def _pattern() -> re.Pattern[str]:
    """Another country; one whose name is a word, too, only behind a common word: "nước Mỹ", not "Long Mỹ", "bà Mỹ"."""
    foreign = table("bodies")["foreign"]
    plain = alternation(set(foreign["countries"]).difference(foreign["words"], foreign["unsure"]))
    common = rf"(?!ông |bà |anh |chị |chí )(?![{CAPITAL}])[^\W\d_]+"
    word = rf"{common} ({alternation(foreign['words'])})(?! [{CAPITAL}])"
    return re.compile(rf"(?<![^\W_])(?:({plain})|{word})(?![^\W_])")


def _countries(text: str, start: int = 0, end: int = sys.maxsize) -> list[str]:
    """The other countries that a stretch of a text names, in order."""
    return [found[1] or found[2] for found in _pattern().finditer(text, start, end)]


def country_of(recognition: Recognition) -> str:
    """The country that an article is about where it is another one and Việt Nam is not told of, else ""."""
    text = recognition.writing.text
    if _HOME.search(text) or any(province(m.parts["territory"].name) for m in recognition.of("place")):
        return ""
    if not _countries(text, 0, _LEAD):
        return ""
    (first, most), *others = Counter(_countries(text)).most_common(2)
    return first if most >= max(_OFTEN, 2 * sum(count for _, count in others)) else ""


def of_foreigners(recognition: Recognition) -> dict[int, str]:
    """Where the bodies in the offices of foreigners start -> their country."""
    found: dict[int, str] = {}
    for mention in recognition.of("person"):
        person: Person = mention.parts["person"]
        bodies = [office.body for office in person.offices if office.body]
        if bodies and (country := _country(recognition, mention, person)):
            found |= {body.start: country for body in bodies}
    return found


def _country(recognition: Recognition, mention: Mention, person: Person) -> str:
    """The country of a person by another office, by the delegation that is led, or by a name that is none of Việt Nam
    and the country named last; "" where it is not another one."""
    if told := next(_of_offices(person), None):
        return told
    text = recognition.writing.text
    leads = text.endswith(" do ", 0, mention.start)
    if not leads and not _is_foreign(person.name):
        return ""
    named = _countries(text, max(0, mention.start - (_NEAR if leads else _LEAD)), mention.start)
    return named[-1] if named else ""


def _of_offices(person: Person) -> Iterator[str]:
    for office in person.offices:
        if office.place and office.place.level == COUNTRY:
            yield office.place.name
        elif office.body and (named := _countries(name := canonical(office.body))) and name.endswith(f" {named[-1]}"):
            yield named[-1]


def _is_foreign(name: str) -> bool:
    """Whether a name in Latin letters alone is no Vietnamese one: "Bounthong Chitmany"; not "Ksor Nin", "Thanh Lam"."""
    syllables = name.lower().split()
    known = not name.isascii() or syllables[0] in surnames() or " ".join(syllables[:2]) in surnames()
    return not known and len(syllables) > 1 and not all(map(is_syllable, syllables))


def of_country(body: Body, country: str) -> Body:
    """A completed body as that of a country, if each state or its ruling party has such a one."""
    if body.parent:
        return replace(body, parent=of_country(body.parent, country))
    central = body.head.frame == "closed" or body.central or body.head.name == "Bộ"
    name = canonical(body).replace("Tòa án nhân dân", "Tòa án")
    if not central or kind(body) not in _OF_STATES or country in name:
        return body
    return Body(Head(f"{name} {country}", "closed", "ForeignBody"), body.start, body.end)
