"""Whether what a graph says agrees with itself: time runs forward, short facts match long ones."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from kg.graph.index import Index
from kg.graph.terms import PARTICIPATION, SHORTCUTS, iri
from kg.validation.fault import Fault

_SPANS = (("schema:startDate", "schema:endDate"), ("kg:termStart", "kg:termEnd"), ("kg:periodStart", "kg:periodEnd"))
_WHOLES = ("org:subOrganizationOf", "kg:partOf", "skos:broader", "schema:subEvent")
_CODES = {words: code for code, words in PARTICIPATION.items()}  # the concepts' names -> the vocabulary's codes


def agreement_faults(index: Index) -> Iterator[Fault]:
    """Ends before starts, things that are parts of themselves, participations that no meeting states in short."""
    for node in index:
        for first, last in _SPANS:
            yield from _order(node, first, last, index)
        for whole in _WHOLES:
            if node in _above(node, whole, index):
                yield Fault(node, "Nothing is part of itself, not by way of others either.",
                            "Không gì là bộ phận của chính nó, kể cả qua cấp trung gian.", iri(whole), node, "cycle")
    for node in index.instances("kg:Participation"):
        yield from _participation(node, index)


def _order(node: str, first: str, last: str, index: Index) -> Iterator[Fault]:
    start, end = index.text(node, first), index.text(node, last)
    shared = min(len(start), len(end))  # a year and a day compare by their years
    if shared and start[:shared] > end[:shared]:
        yield Fault(node, f"What has a start ends no earlier (it starts {start}).",
                    f"Ngày, năm cuối không đứng trước ngày, năm đầu (đầu là {start}).", iri(last), end, "order of time")


def _above(node: str, whole: str, index: Index) -> set[str]:
    found: set[str] = set()
    waiting = index.nodes(node, whole)
    while waiting:
        above = waiting.pop()
        if above not in found:
            found.add(above)
            waiting += index.nodes(above, whole)
    return found


def _participation(node: str, index: Index) -> Iterator[Fault]:
    roles, meetings, participants = (index.nodes(node, name) for name in (
        "kg:participationRole", "kg:meeting", "kg:participant"))
    for role, meeting, who in product(roles, meetings, participants):
        for short in map(iri, SHORTCUTS.get(_CODES.get(index.label(role), ""), ())):
            if (meeting, short, who) not in index:
                yield Fault(node, "A meeting states in short who took part in it, as its participations do.",
                            "Hội nghị nêu gọn người tham dự đúng như các việc tham dự của nó.", short, who, "shortcut")
