"""Vietnam's administrative units before and after July 2025: places.tsv, loaded on first use.

A name means what it meant on a date: `find("Gia Lai", on=date(2021, 7, 9))` is not the unit of the same name that
was joined with Bình Định in July 2025. Names compare as `fold` says, so diacritics count: Hà Nam is not Hạ Nam.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from kg.vi.writing import fold

_HERE = files("kg.vi")


@dataclass(frozen=True, slots=True)
class Unit:
    """An administrative unit.

    id          the statistics office's code ("64" province, "622" district, "23560" commune; a "b" marks a code's
                later holder), "34/" and the code for a unit made in 2025, "former/..." for one that ended before 2021
    name, kind  "Pleiku", "thành phố"
    parent      id of the unit above, None for a province
    since       first and last day, None where open or not known
    until
    successors  ids of the units that its territory went into, as far as known
    """

    id: str
    name: str
    kind: str
    parent: str | None = None
    since: date | None = None
    until: date | None = None
    successors: tuple[str, ...] = ()

    def existed(self, on: date) -> bool:
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@lru_cache(maxsize=2048)
def unit(id: str) -> Unit:
    """The unit with this id. Raises KeyError where there is none."""
    return _unit(_rows()[id])


def find(name: str, kind: str | None = None, within: str | None = None, on: date | None = None) -> list[Unit]:
    """The units called `name`, by id; only those of `kind`, under the unit with the id `within`, existing `on`."""
    return [unit for unit in _called(fold(name)) if (kind is None or unit.kind == kind)
            and (within is None or within in _above(unit)) and (on is None or unit.existed(on))]


@lru_cache(maxsize=2048)
def _called(name: str) -> tuple[Unit, ...]:
    """The units of a folded name."""
    return tuple(_unit(row) for row in _index().get(name, ()))


@lru_cache(maxsize=1)
def provinces() -> Mapping[str, str]:
    """Every form in which the press prints a province's name -> its name in places.tsv ("TP.HCM": "Hồ Chí Minh")."""
    names = {row[2]: row[2] for row in _rows().values() if not row[4]}
    lines = (_HERE / "lists" / "province-names.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.partition(" = ") for line in lines if line and not line.startswith("#"))
    return MappingProxyType({**names, **{form: name for form, _, name in pairs}})


@lru_cache(maxsize=1)
def _rows() -> dict[str, list[str]]:
    lines = (_HERE / "places.tsv").read_text(encoding="utf-8").splitlines()
    return {row[0]: row for row in (line.split("\t") for line in lines[1:])}


@lru_cache(maxsize=1)
def _index() -> dict[str, list[list[str]]]:
    index: dict[str, list[list[str]]] = {}
    for row in _rows().values():
        index.setdefault(row[3] or row[2].lower(), []).append(row)
    return index


def _unit(row: list[str]) -> Unit:
    id, kind, name, _, parent, since, until, heirs = row
    return Unit(id, name, kind, parent or None, _date(since), _date(until), tuple(heirs.split()))


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _above(unit: Unit) -> list[str]:
    rows, chain, parent = _rows(), [], unit.parent
    while parent:
        chain.append(parent)
        parent = rows[parent][4]
    return chain
