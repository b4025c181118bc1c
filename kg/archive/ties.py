"""What joins two records of one name, and what forbids it, office by office. No score: a tie is there or it is not.

A tie is something that two offices share and that two people of one name hardly share by chance: the post itself, a
body that both lead, a small territory, a province that both lead, the highest offices of the country. A hint is
something that they share more easily: a province in which both hold office, the centre, a body's name without its
place. Hints join records only where the name is of one place (kg.archive.identity). Which titles and bodies are which
stands in kg/vi/identity.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TypeAlias

from kg.archive.record import Held, Key, Record
from kg.recognition.territories import COUNTRY, province
from kg.vi.lexicon import table
from kg.vi.places import find
from kg.vi.places import provinces as known_provinces
from kg.vi.writing import fold

CENTRAL = "trung ương"
MERGED = "2025"  # in the key of a body of a province that was made in July 2025
TIES = ("post", "body", "area", "nation")  # from the strongest to the weakest
HINTS = {"name": 2, "part": 2, "title": 2, "deputy": 2, "centre": 2, "police": 2, "province": 2, "rise": 1}
# ... likewise, each with the provinces that a name may be of for the hint to tell
_PUBLIC = ("StateBody", "PartyCommittee", "PartyBody", "ArmedForce", "MassOrganization", "Committee")
_LOCAL = (*_PUBLIC, "Organization", "Enterprise")  # of a province, where they bear its name
_LEAST = 2  # words of a body's name of which a longer one can be the full form
_ALIKE = 4  # words with which the names of two public bodies begin, if they can be one

Tie: TypeAlias = "tuple[str, Key]"  # one of TIES or HINTS, and what is shared


@cache
def _list(name: str) -> tuple[str, ...]:
    """A list of kg/vi/identity.toml, folded; a space at the end of a phrase keeps its place."""
    return tuple(fold(phrase) + " " * phrase.endswith(" ") for phrase in table("identity")[name])


@cache
def _spellings() -> tuple[re.Pattern[str], dict[str, str]]:
    known = {fold(one): fold(other) for one, other in table("identity")["spellings"].items()}
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(known, key=len, reverse=True)))})(?!\w)"), known


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """A folded title or name with one spelling for words that have several."""
    pattern, known = _spellings()
    return pattern.sub(lambda match: known[match[0]], text)


@lru_cache(maxsize=8192)
def _is(text: str, name: str) -> bool:
    return text.startswith(_list(name))


def _body(held: Held) -> str:
    return _plain(held.body[0]) if held.body else ""


def _core(body: str) -> str:
    """The body whose organ this is: "ngân hàng đông á" of its "hội đồng quản trị"; else the body itself."""
    organ = next((organ for organ in _list("organs") if body.startswith(f"{organ} ")), "")
    rest = body.removeprefix(organ).strip()
    return rest if organ and rest and not rest.startswith("khối ") and " " in rest else body


@lru_cache(maxsize=8192)
def _own(body: str) -> str:
    """An enterprise's name without its legal form: "xây lắp dầu khí việt nam" of "tổng công ti cổ phần ..."."""
    rest = core = _core(body)
    while form := next((form for form in _list("forms") if rest.startswith(form)), ""):
        rest = rest.removeprefix(form)
    return rest if rest and not province(rest) else core


def _is_abroad(held: Held) -> bool:
    return bool(held.seat) and held.seat[-1].startswith(f"{COUNTRY} ")


def _leads_place(held: Held) -> bool:
    """Whether the office is one of those that lead a territory: of a body that does, or of the place itself."""
    return bool(held.seat) and (_is(_body(held), "governing") if held.body else not _is_abroad(held))


def _is_deputy(held: Held) -> bool:
    return held.role.startswith("đại biểu")


def _is_one_body(held: Held) -> bool:
    """Whether the body's name tells which body it is."""
    return bool(held.body) and (bool(held.seat) or not _is(_core(_body(held)), "everywhere"))


@lru_cache(maxsize=256)
def ties(held: Held) -> tuple[Tie, ...]:
    """What an office shares with other offices of its holder, and with few of others."""
    if _is_deputy(held) and held.seat and held.seat != (CENTRAL,):
        return (_post(held),)
    return () if _is(held.role, "shared") else tuple(_ties(held))


def _ties(held: Held) -> Iterator[Tie]:
    if _is(held.role, "national") or held.body and held.body[0] in _list("national_bodies"):
        yield "nation", ()
    if held.body and not _is_one_body(held):
        return
    if held.body:
        yield _post(held)
        yield "body", (_own(_body(held)), *_ends(held.seat))
    for area in _areas(held):
        yield "area", area


def _post(held: Held) -> Tie:
    return "post", (_plain(held.role), _body(held), *_ends(held.seat))


def _ends(seat: Key) -> Key:
    """The smallest unit and the province: what lies between is often left out; a number alone tells nothing."""
    return seat if len(seat) < 3 or seat[0].split()[-1].isdigit() else (seat[0], seat[-1])


def _areas(held: Held) -> Iterator[Key]:
    """A commune or a district with its province; a province where the office is one that leads it; a country."""
    if _is_abroad(held):
        yield (_plain(held.seat[-1]),)
    elif not held.seat or not province(held.seat[-1]):
        return
    elif len(held.seat) > 1:
        yield _ends(held.seat)
    elif _leads_place(held):
        yield from ((name,) for name in sorted(provinces(held)))


@lru_cache(maxsize=256)
def hints(held: Held) -> tuple[Tie, ...]:
    """What an office shares with others of its holder, and with some of other people of that name."""
    return (*_names(held), *_rank(held))


def _rank(held: Held) -> Iterator[Tie]:
    """That one is a deputy, a leader at the centre, in a province, or of its police."""
    body, seats = _body(held), sorted(provinces(held))
    if _is_deputy(held) and body in ("", "quốc hội") or _is(body, "deputies") and not _is_deputy(held):
        yield "deputy", ()
    if _is_deputy(held) and len(held.seat) == 1:
        yield from (("province", (name,)) for name in seats)
    if _is_deputy(held) or _is(held.role, "shared"):
        return
    if _is(held.role, "telling") or _is(held.role, "national"):
        yield "title", (_plain(held.role),)
    yield from _at_the_centre(held)
    if seats and "công an" in body and _is(held.role, "officers"):
        yield from (("police", (name,)) for name in seats)
    if body == "bộ công an" or body.startswith("công an") and len(held.seat) == 1 and _is(held.role, "directors"):
        yield "police", ()
    if seats and _is(held.role, "high") and (held.kind in _LOCAL or not held.body) and not _is(held.seat[0], "small"):
        yield from (("province", (name,)) for name in seats)


def _at_the_centre(held: Held) -> Iterator[Tie]:
    """That one leads at the centre, or from where leaders go there and come."""
    central = _leads_at_the_centre(held) or any(kind == "nation" for kind, _ in _ties(held))
    if central:
        yield "centre", ()
    if provinces(held) and len(held.seat) == 1:
        rises = _leads_place(held) and _is(held.role, "leaders")
    else:
        rises = central and not _is(_body(held), "bureaus")
    if rises:
        yield "rise", ()


def _leads_at_the_centre(held: Held) -> bool:
    """Leaders of central bodies, and the secretaries of provinces, who are members of the Central Committee."""
    body = _body(held)
    if held.role == "bí thư" and len(held.seat) == 1 and body.startswith(("tỉnh ủy", "thành ủy")):
        return True
    of_centre = held.seat in ((), (CENTRAL,)) and (_is(body, "central") or _is(body, "deputies"))
    return of_centre and held.kind in _PUBLIC and _is(held.role, "high")


def _names(held: Held) -> Iterator[Tie]:
    """The body's name, whatever its place, and what it begins with."""
    if held.body and not _is(held.role, "shared"):
        body = _core(_body(held))
        yield "name", (_unlevelled(body),)
        yield "name", (_plain(held.role), *_frame(_unlevelled(body)))
        yield from (("part", (_plain(held.role), part)) for part in _beginnings(body))
        if not _is(body, "governing"):
            yield from (("part", ("", part)) for part in _beginnings(body) if len(part.split()) > _LEAST)


def _frame(body: str) -> Key:
    """The first word and the name at the end, however what is between is written: "trường ... thanh sơn"; two first
    words where it is a province's name, which tells less."""
    words = body.split()
    own = " ".join(words[-2:])
    return (" ".join(words[: 2 if province(own) else 1]), own)


@lru_cache(maxsize=8192)
def _unlevelled(body: str) -> str:
    """Without "tỉnh" and "thành phố": "công ti khai thác đất đà nẵng"."""
    return " ".join(word for word in re.split(rf"\b(?:{'|'.join(_list('levels'))})\b|\s", body) if word)


def is_whole(held: Held, tie: Tie) -> bool:
    """Whether an office says no more of its body than the hint "part" does, or begins alike, and names no place."""
    if tie[0] == "title":
        return not (held.body or held.seat) and (_plain(held.role),) == tie[1]
    if provinces(held) or tie[0] != "part" or tie[1][0] not in ("", _plain(held.role)):
        return False
    body = _core(_body(held))
    alike = held.kind in _PUBLIC and tie[1][0] and len(tie[1][1].split()) >= _ALIKE and body.startswith(f"{tie[1][1]} ")
    return bool(alike) or body == tie[1][1]


def _beginnings(body: str) -> Iterator[str]:
    """The name and what it begins with, down to two words: "cục hàng không" of "cục hàng không việt nam"."""
    words = body.split()
    return (" ".join(words[:end]) for end in range(len(words), _LEAST - 1, -1))


def provinces(held: Held) -> frozenset[str]:
    """The province of an office, by the folded name that it had before July 2025: several where they were joined."""
    name = held.seat[-1] if held.seat else ""
    if not province(name):
        return frozenset()
    return joined(name) if MERGED in held.body else frozenset((name,))


@cache
def joined(name: str) -> frozenset[str]:
    """The folded names of the provinces that were joined in July 2025 under this name, and the name itself."""
    new = {one.id for one in find(name) if one.since and not one.parent}
    old = (one for form in sorted(set(known_provinces().values())) for one in find(form) if not one.parent)
    return frozenset((name, *(fold(one.name) for one in old if new & set(one.successors))))


def opposed(one: Held, other: Held) -> bool:
    """Whether nobody holds both on one day: in two provinces, or the same single title in two districts or communes."""
    if one.former or other.former or _is(one.role, "shared") or _is(other.role, "shared"):
        return False
    here, there = provinces(one), provinces(other)
    if not here or not there:
        return False
    if not here & there:
        return True
    both_single = _is(one.role, "single") and _is(other.role, "single")
    return both_single and len(one.seat) == len(other.seat) > 1 and one.seat != other.seat


SEXES = ("bà", "ông")  # other words of address, "anh" and "chị", stand too often beside another's name


def sexes(record: Record) -> frozenset[str]:
    """What the words before a name say: {"bà"}, {"ông"}, nothing, or both where an article says both."""
    return frozenset(record.address).intersection(SEXES)
