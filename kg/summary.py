"""What a graph holds, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.graph.terms import iri

FAMILIES: Mapping[str, str] = {
    "persons": "kg:Person",
    "organizations": "kg:Organization",
    "offices held": "org:Membership",
    "meetings": "kg:Meeting",
    "participations": "kg:Participation",
    "documents": "kg:Document",
    "awards": "kg:Award",
    "figures": "kg:Indicator",
    "movements": "kg:Movement",
    "elections": "kg:Election",
    "passages": "kg:Passage",
}
_NAMES = {iri(term): name for name, term in FAMILIES.items()}
_TYPE = iri("rdf:type")


def found(rows: Iterable[Sequence[Any]]) -> Counter[str]:
    """How many things of each family the triples or quads speak of, and how many triples there are."""
    distinct = {row[:3] for row in rows}
    counts = Counter([_NAMES[value] for _, predicate, value in distinct if predicate == _TYPE and value in _NAMES])
    counts["triples"] = len(distinct)
    return counts


def in_order(counts: Mapping[str, int]) -> dict[str, int]:
    """Counts in the order in which people read them."""
    return {name: counts[name] for name in (*FAMILIES, "triples") if counts.get(name)}
