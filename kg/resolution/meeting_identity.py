"""Whether two names are names of one meeting."""

from __future__ import annotations

import re
from typing import Protocol

from kg.vi.writing import fold

_SAME = 0.6  # share of words that two names of one meeting have in common ...
_SURE = 0.8  # ... where only one of them is numbered, or one has few words
_NUMBERED = 0.5  # ... where both bear the same number
_FEW = 4  # words
_TELLING = 2  # words that a numbered name has beside its number, if an unnumbered one can be told to be the same
_COUNTED = re.compile(r"\d+|[ivxl]+|mười|nhất|hai|ba|tư|bốn|năm|lăm|sáu|bảy|tám|chín|mốt")
_FAMILY = {"Lễ": "Lễ", "Họp": "Cuộc họp", "Phiên": "Kỳ họp", "Buổi": "Buổi làm việc", "Cuộc": "Cuộc họp"}


class Named(Protocol):
    """What names of meetings say: a mention's or a whole article's."""

    @property
    def kind(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def ordinal(self) -> int | None: ...
    @property
    def session(self) -> int | None: ...


def family(kind: str) -> str:
    """The kind that stands for a group of kinds: "Lễ" for "Lễ trao"."""
    return _FAMILY.get(kind.split()[0], kind)


def alike(one: Named, other: Named) -> bool:
    """Whether two names are of one kind, with no other ordinal or session, and most words the same."""
    if one.kind != other.kind and family(one.kind) != family(other.kind) or _differ(one, other):
        return False
    left, right = _content(one.label, one.kind), _content(other.label, other.kind)
    smaller = min(len(left), len(right))
    same_number = one.ordinal is not None and one.ordinal == other.ordinal
    if not smaller or same_number and one.session and one.session == other.session:
        return same_number
    if (one.ordinal is None) != (other.ordinal is None) and len(left if one.ordinal else right) < _TELLING:
        return False
    common = len(left & right) / smaller
    if same_number and one.kind == other.kind:
        return common >= _NUMBERED
    return common >= (_SURE if one.ordinal != other.ordinal or smaller < _FEW else _SAME)


def _differ(one: Named, other: Named) -> bool:
    """Whether both print an ordinal or a session, and not the same; extraordinary sessions have their own numbers."""
    if one.ordinal and other.ordinal and (one.ordinal != other.ordinal or special(one) != special(other)):
        return True
    return bool(one.session and other.session and one.session != other.session)


def special(name: Named) -> bool:
    """Whether a name is that of an extraordinary session."""
    return "bất thường" in name.label.lower().partition("(")[0]


def _content(label: str, kind: str) -> set[str]:
    """The words of a name that tell the meeting from others of its kind, without numbers."""
    general = set(f"{kind.lower()} lễ buổi cuộc hội nghị của về và lần thứ".split())
    words = (word for word in label.lower().split() if word not in general)
    return {fold(word) for word in words if not _COUNTED.fullmatch(word.strip(",()"))}
