"""What makes a person of one article the same as one of another: the name, and where the office is held.

Names alone do not make identity: two articles' Nguyễn Văn Hùng are one person only where the province of an office
agrees ("Bí thư Tỉnh ủy Gia Lai", "Chủ tịch UBND tỉnh Gia Lai": gia lai), or that it is one of the central Party and
State, or the body. A person without an office is the article's own. The key needs one article alone, so that the
same person gets the same IRI in any run, in any order, on any machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from kg.recognition.heads import Body
from kg.recognition.offices import Office
from kg.recognition.territories import Territory, province, territory
from kg.resolution.bodies import Bodies
from kg.resolution.fullnames import place_name
from kg.resolution.persons import Individual, Persons
from kg.resolution.territory import only_province
from kg.vi.writing import fold

CENTRAL = "trung ương"
_NATIONAL = ("PartyBody", "PartyCommittee", "StateBody", "MassOrganization")


def settle(persons: Persons, bodies: Bodies, article: str) -> None:
    """Give every person of an article the part of the key that tells namesakes apart."""
    for person in persons.all:
        person.anchor = _anchor(_offices(person), bodies) or fold(article) or article


def _offices(person: Individual) -> Iterator[Office]:
    for mention in sorted(person.mentions, key=lambda m: m.start):
        yield from mention.parts["person"].offices


def _anchor(offices: Iterable[Office], bodies: Bodies) -> str:
    """The first office's province, else the centre, else the first body's name."""
    first = ""
    for office in offices:
        where = _where(office, bodies)
        if where and where not in (CENTRAL,) and ":" not in where:
            return where
        first = first or where
    return first.removeprefix("body:")


def _where(office: Office, bodies: Bodies) -> str:
    if office.place and office.place.name:
        return _province(office.place)
    known = bodies.know(office.body) if office.body else None
    if known is None:
        return CENTRAL if office.category == "absolute" else ""
    root = _root(known.body)
    if root.territory and root.territory.name:
        return _province(root.territory)
    return CENTRAL if _is_central(known.body) else f"body:{known.key[0]}"


def _is_central(body: Body) -> bool:
    root = _root(body)
    central = body.central or root.central or root.head.frame == "closed" or root.head.name == "Bộ"
    return central and root.head.category in _NATIONAL


def addresses(persons: Persons) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """How each person of an article is addressed, as `kg.fact.Statements` has it."""
    found = (
        (persons.entity(one).key, {fold(m.parts["person"].honorific) for m in one.mentions} - {""})
        for one in persons.all
    )
    return {key: tuple(sorted(words)) for key, words in found if words}


# "đại biểu Quốc hội A (Hà Tĩnh)", "A (đoàn Hà Nội)", "A - đoàn TP.HCM", "A, đại biểu Quốc hội đoàn Hà Tĩnh".
_DELEGATION = re.compile(r"\s?(?:\((?:(?:đoàn|ĐBQH)\s)?|(?:[-–,]\s?)?đoàn\s)(?:ĐBQH\s|đại biểu Quốc hội\s)?", re.I)

_ELECTED = re.compile(r"(?:Quốc hội|ĐBQH)\s+(?:đoàn\s+)?(?=\w)", re.I)


def constituencies(persons: Persons, text: str) -> Mapping[tuple[str, ...], str]:
    """The province that elected each deputy, as `kg.fact.Statements` has it. `text` is what the mentions count."""
    found = ((one, {name for m in one.mentions for office in m.parts["person"].offices if _is_deputy(office)
                    for name in _delegation(text, office, m.end)}) for one in persons.all)
    return {persons.entity(one).key: names.pop() for one, names in found if len(names) == 1}


def _is_deputy(office: Office) -> bool:
    return office.role.lower().startswith("đại biểu")


def _delegation(text: str, office: Office, end: int) -> Iterator[str]:
    """The folded province of a delegation that is named in a deputy's office or right after the deputy."""
    match = _ELECTED.search(text, office.start, office.end) or _DELEGATION.match(text, end)
    where = territory(text, match.end(), chain=False) if match else None
    if where and where.level in ("tỉnh", "thành phố") and (name := province(where.name)):
        yield fold(name)


def seats(bodies: Bodies) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """The territory of each body of an article, as `kg.fact.Statements` has it."""
    found = ((key, _seat(known.body)) for key, known in bodies.known.items())
    return {key: seat for key, seat in found if seat}


def _seat(body: Body) -> tuple[str, ...]:
    territory = _root(body).territory
    if not (territory and territory.name):
        return (CENTRAL,) if _is_central(body) else ()
    if territory.level in ("", "tỉnh", "thành phố") and (name := province(territory.name)):
        return (fold(name),)
    only = only_province(territory)
    return (fold(place_name(territory)), *((fold(only),) if only else _above(territory)))


def _above(territory: Territory) -> tuple[str, ...]:
    """The units above: the folded names of those within the province, and the province's."""
    above = territory.within
    if above is None:
        return ()
    if above.level in ("", "tỉnh", "thành phố") and (name := province(above.name)):
        return (fold(name),)
    return (fold(place_name(above)), *_above(above))


def _root(body: Body) -> Body:
    while body.parent:
        body = body.parent
    return body


def _province(territory: Territory) -> str:
    """The province of a territory, else the territory itself."""
    top = territory
    while top.within:
        top = top.within
    return fold(province(top.name) or top.name)
