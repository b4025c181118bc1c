"""Triples as bytes in the formats that stores read: the same triples, the same bytes, strictly checked."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from kg.graph.errors import GraphError
from kg.graph.terms import BASE, PREFIXES
from kg.graph.triple import LANGUAGE_STRING, Node, Quad, Triple, token
from kg.graph.turtle import trig, turtle

if TYPE_CHECKING:
    import pyoxigraph as ox

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML 1.0, production 2


def _node(node: Node) -> ox.NamedNode | ox.Literal:
    import pyoxigraph as ox

    if isinstance(node, str):
        return ox.NamedNode(node)
    if node.datatype == LANGUAGE_STRING:
        return ox.Literal(node.text, language=node.language)
    return ox.Literal(node.text, datatype=ox.NamedNode(node.datatype))


def _native(quads: Iterable[Quad], format: str) -> bytes:
    import pyoxigraph as ox

    rows = [ox.Quad(ox.NamedNode(s), ox.NamedNode(p), _node(o), ox.NamedNode(g) if g else ox.DefaultGraph())
            for s, p, o, g in sorted(quads, key=lambda quad: (quad[3], quad[0], quad[1], token(quad[2])))]
    return ox.serialize(rows, format=_FORMATS[format](ox), prefixes=dict(PREFIXES)) or b""


def _jsonld(quads: Iterable[Quad], base: str) -> bytes:
    return (json.dumps(json.loads(_native(quads, "jsonld")), ensure_ascii=False, indent=1) + "\n").encode()


def _xml(quads: Iterable[Quad], base: str) -> bytes:
    rows = list(quads)
    for subject, _, value, _ in rows:
        bad = None if isinstance(value, str) else _UNWRITABLE.search(value.text)
        if bad:
            raise GraphError(subject, f"holds U+{ord(bad[0]):04X}, which XML cannot", "choose another format")
    return _native(rows, "xml")


_WRITERS: Mapping[str, Callable[[Iterable[Quad], str], bytes]] = {
    "turtle": lambda quads, base: turtle((quad[:3] for quad in quads), base).encode(),
    "trig": lambda quads, base: trig(quads, base).encode(),
    "jsonld": _jsonld,
    "xml": _xml,
}
_FORMATS: Mapping[str, Callable[..., ox.RdfFormat]] = {
    "turtle": lambda ox: ox.RdfFormat.TURTLE,
    "nt": lambda ox: ox.RdfFormat.N_TRIPLES,
    "nquads": lambda ox: ox.RdfFormat.N_QUADS,
    "trig": lambda ox: ox.RdfFormat.TRIG,
    "jsonld": lambda ox: ox.RdfFormat.JSON_LD,
    "xml": lambda ox: ox.RdfFormat.RDF_XML,
}
FORMATS = tuple(_FORMATS)
_LINES = ("nt", "nquads")  # formats in which each node is checked by itself
NAMING = ("nquads", "trig", "jsonld")  # formats that keep the names of graphs


def write(rows: Iterable[Triple | Quad], format: str = "turtle", base: str = BASE) -> bytes:
    """Triples or quads in one of FORMATS: sorted, each once, UTF-8.

    Raises GraphError if the format is unknown, cannot hold the text, or if a strict parser refuses what is written:
    it reads back as many statements as were written, or in N-Triples and N-Quads its library takes each node.
    """
    if format not in FORMATS:
        raise GraphError(format, "is no format that is known here", f"choose one of {', '.join(FORMATS)}")
    named = format in NAMING
    quads = [row if named and len(row) == 4 else (*row[:3], "") for row in rows]
    try:
        return _lines(quads) if format in _LINES else _read_back(dict.fromkeys(quads), format, base)
    except (SyntaxError, ValueError) as error:
        raise GraphError(format, f"a strict parser refuses what was written: {error}",
                         "this is a defect: please report it with the article") from error


def _lines(quads: Iterable[Quad]) -> bytes:
    from kg.graph.lines import nquads

    return nquads(quads)


def _read_back(quads: Collection[Quad], format: str, base: str) -> bytes:
    written = _WRITERS[format](quads, base)
    read = _count(written, format)
    if read != len(quads):
        raise GraphError(format, f"{len(quads)} statements were written and {read} are read back",
                         "this is a defect: please report it with the article")
    return written


def _count(written: bytes, format: str) -> int:
    import pyoxigraph as ox

    return sum(1 for _ in ox.parse(written, format=_FORMATS[format](ox)))
