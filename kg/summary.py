"""What a graph holds, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
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


def found(rows: Collection[Sequence[Any]]) -> Counter[str]:
    """How many things of each family the triples speak of, and how many triples there are: each once, or one graph's
    quads."""
    types = [row[2] for row in rows if row[1] == _TYPE]
    counts = Counter([_NAMES[value] for value in types if value in _NAMES])
    counts["triples"] = len(rows)
    return counts


def in_order(counts: Mapping[str, int]) -> dict[str, int]:
    """Counts in the order in which people read them."""
    return {name: counts[name] for name in (*FAMILIES, "triples") if counts.get(name)}
