"""How many articles and outlets state a fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from kg.archive.fragment import Support
from kg.graph.terms import iri
from kg.graph.triple import integer, token

ARTICLES, OUTLETS = (token(iri(name)) for name in ("kg:supportCount", "kg:outletCount"))


def line(support: Support) -> str:
    """One article's word for a fact as a line; the lines of one fact stand together once they are sorted."""
    return "\t".join((support.fact, support.wording, " ".join(support.outlet.split()))) + "\n"


def counted(lines: Iterable[str], graph: str) -> Iterator[str]:
    """From sorted lines the counts of each fact as sorted N-Quads in the named graph `graph`."""
    rows = (line.rstrip("\n").split("\t") for line in lines)
    for fact, found in groupby(rows, key=lambda row: row[0]):
        yield from counts(fact, ((wording, outlet) for _, wording, outlet in found), graph)


def counts(fact: str, words: Iterable[tuple[str, str]], graph: str) -> Iterator[str]:
    """The counts of one fact, given as "<IRI>", from the (wording, outlet) of the articles that state it.

    Copies of one text are one article, of the first outlet that printed it by its name.
    """
    outlets: dict[str, str] = {}
    for wording, outlet in words:
        outlets[wording] = min(filter(None, (outlet, outlets.get(wording))), default="")
    known = {outlet for outlet in outlets.values() if outlet}
    if known:
        yield f"{fact} {OUTLETS} {token(integer(len(known)))} {token(graph)} .\n"
    yield f"{fact} {ARTICLES} {token(integer(len(outlets)))} {token(graph)} .\n"
