"""Turtle and TriG, one triple a line, so that a changed fact changes only its own lines.

Resources below the base are written relative to it (`<person/châu-ngọc-tuấn>`), vocabulary terms as prefixed
names, everything else as a full IRI: no prefixed name ever needs an escape, which some stores misread.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from kg.graph.terms import PREFIXES, iri
from kg.graph.triple import BOOLEAN, INTEGER, STRING, Literal, Node, Quad, Triple, quoted, token

_LOCAL = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_RELATIVE = re.compile(r"[a-z][a-z-]*/(?!.*(//|/\.))[^:]*")
TYPE = iri("rdf:type")
_FIRST = {TYPE: "0", iri("rdfs:label"): "1"}  # what a reader looks for first


@lru_cache(maxsize=1024)  # the terms of the vocabulary, which all graphs share
def _prefixed(name: str) -> str | None:
    for prefix, namespace in PREFIXES.items():
        if name.startswith(namespace) and _LOCAL.fullmatch(name, len(namespace)):
            return f"{prefix}:{name[len(namespace):]}"
    return None


class _Names(dict[Node, str]):
    """Nodes in Turtle, each written once: most nodes of a graph stand in several of its statements."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self.base = base

    def __missing__(self, node: Node) -> str:
        self[node] = self._short(node) if isinstance(node, str) else self._quoted(node)
        return self[node]

    def _short(self, name: str) -> str:
        if name.startswith(self.base) and _RELATIVE.fullmatch(name, len(self.base)):
            return f"<{name[len(self.base):]}>"
        return _prefixed(name) or f"<{name}>"

    def _quoted(self, literal: Literal) -> str:
        if literal.datatype in (INTEGER, BOOLEAN):
            return literal.text
        if literal.language or literal.datatype == STRING:
            return token(literal)
        return f"{quoted(literal.text)}^^{self[literal.datatype]}"


def _blocks(triples: Iterable[Triple], names: _Names) -> Iterator[str]:
    """A block of lines for each subject, in the order of IRIs; in it the class, the label, then the rest."""
    rows = [(s, _FIRST.get(p, p), "a" if p == TYPE else names[p], names[o]) for s, p, o in triples]
    rows.sort()
    for subject, group in groupby(rows, key=itemgetter(0)):
        yield "\n".join([names[subject], *[f"    {predicate} {value} ;" for _, _, predicate, value in group], ".\n"])


def _header(base: str) -> str:
    return "\n".join([f"@base <{base}> .", *(f"@prefix {name}: <{space}> ." for name, space in PREFIXES.items()), "\n"])


def turtle(triples: Iterable[Triple], base: str) -> str:
    """Triples, each once, as Turtle."""
    return _header(base) + "\n".join(_blocks(triples, _Names(base)))


def trig(quads: Iterable[Quad], base: str) -> str:
    """Quads, each once, as TriG: the named graphs in the order of their IRIs, the default graph first."""
    names, pieces = _Names(base), [_header(base)]
    for name, group in groupby(sorted(quads, key=lambda quad: quad[3]), key=lambda quad: quad[3]):
        blocks = "\n".join(_blocks((quad[:3] for quad in group), names))
        pieces.append(f"{names[name]} {{\n{blocks}}}\n\n" if name else blocks)
    return "".join(pieces)
