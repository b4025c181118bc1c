"""The press: outlets.tsv, loaded on first use. Whose paper it is says which province "tỉnh" means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from urllib.parse import urlsplit

from kg.vi.places import provinces
from kg.vi.writing import fold

_PORTALS = ("", "bao", "tinhuy", "thanhuy", "dangbo", "congan", "hdnd", "dbnd", "mattran")  # tinhuyquangtri.vn
_ONLINE = re.compile(r"(?<=^báo) điện tử|(?<=\w) (?:điện tử|online)$")
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE)
_LETTERS = str.maketrans(dict(zip("áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ",
                                  "aaaaaaaaaaaaaaaaadeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyy", strict=True)))


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper, agency or portal. `province` is None where it writes for the whole country."""

    name: str
    hosts: tuple[str, ...]
    aliases: tuple[str, ...]
    province: str | None


def outlet_of(text: str) -> Outlet | None:
    """The outlet that `text` names: an address, a host, a name ("Báo Gia Lai") or a dateline ("GLO")."""
    host = _host(text)
    if host:
        return next((found for name in _parents(host) if (found := _by_host().get(name))), None)
    return _by_name().get(_key(text))


def province_of(text: str) -> str | None:
    """The province, by its name in places.tsv, of an outlet or an address; None where it has none or is unknown."""
    outlet, host = outlet_of(text), _host(text)
    if outlet or not host:
        return outlet.province if outlet else None
    return next((province for label in host.split(".") if (province := _portals().get(label))), None)


def _host(text: str) -> str:
    """The host of an address or of a bare host name, without "www."; "" for anything else."""
    text = text.strip().lower()
    if "//" in text:
        try:
            text = urlsplit(text).hostname or ""
        except ValueError:
            return ""
    return text.removeprefix("www.") if _HOST.fullmatch(text) else ""


def _parents(host: str) -> Iterator[str]:
    while "." in host:
        yield host
        host = host.partition(".")[2]


def _key(name: str) -> str:
    """ "Báo điện tử Gia Lai" and "Báo Gia Lai điện tử" are Báo Gia Lai; "Gia Lai" is a place."""
    return _ONLINE.sub("", fold(name))


@lru_cache(maxsize=1)
def outlets() -> tuple[Outlet, ...]:
    """All outlets, in the order of the file."""
    lines = (files("kg.vi") / "outlets.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple(Outlet(name, tuple(hosts.split()), tuple(filter(None, aliases.split(";"))), province or None)
                 for name, hosts, aliases, province in rows)


@lru_cache(maxsize=1)
def _by_host() -> Mapping[str, Outlet]:
    return {host: outlet for outlet in outlets() for host in outlet.hosts}


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, Outlet]:
    return {_key(name): outlet for outlet in outlets() for name in (*outlet.aliases, outlet.name)}


@lru_cache(maxsize=1)
def _portals() -> Mapping[str, str]:
    """Labels of hosts that name a province: "gialai" of gialai.gov.vn, "tinhuygialai" of tinhuygialai.vn."""
    names = {name: re.sub(r"[\W_]", "", name.lower().translate(_LETTERS)) for name in set(provinces().values())}
    found = {prefix + plain: name for name, plain in names.items() for prefix in _PORTALS}
    return {**found, "hochiminhcity": "Hồ Chí Minh"}
