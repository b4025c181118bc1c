"""Turtle and TriG, one triple a line, so that a changed fact changes only its own lines.

Resources below the base are written relative to it (`<person/châu-ngọc-tuấn>`), vocabulary terms as prefixed
names, everything else as a full IRI: no prefixed name ever needs an escape, which some stores misread.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from kg.graph.terms import PREFIXES, iri
from kg.graph.triple import BOOLEAN, INTEGER, Literal, Node, Quad, Triple, quoted, token

_LOCAL = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_RELATIVE = re.compile(r"[a-z][a-z-]*/(?!.*(//|/\.))[^:]*")
_FIRST = {iri("rdf:type"): "0", iri("rdfs:label"): "1"}  # what a reader looks for first


def _prefixed(name: str) -> str | None:
    for prefix, namespace in PREFIXES.items():
        if name.startswith(namespace) and _LOCAL.fullmatch(name, len(namespace)):
            return f"{prefix}:{name[len(namespace):]}"
    return None


def _namer(base: str) -> Callable[[str], str]:
    @lru_cache(maxsize=65536)
    def short(name: str) -> str:
        if name.startswith(base) and _RELATIVE.fullmatch(name, len(base)):
            return f"<{name[len(base):]}>"
        return _prefixed(name) or f"<{name}>"
    return short


def _write(node: Node, short: Callable[[str], str]) -> str:
    if isinstance(node, str):
        return short(node)
    if node.datatype in (INTEGER, BOOLEAN):
        return node.text
    if node.language:
        return token(node)
    return _typed(node, short)


def _typed(literal: Literal, short: Callable[[str], str]) -> str:
    kind = short(literal.datatype)
    return quoted(literal.text) if kind == "xsd:string" else f"{quoted(literal.text)}^^{kind}"


def _blocks(triples: Iterable[Triple], short: Callable[[str], str]) -> Iterator[str]:
    """A block of lines for each subject, in the order of IRIs; in it the class, the label, then the rest."""
    rows = [(s, _FIRST.get(p, p), "a" if p == iri("rdf:type") else short(p), _write(o, short)) for s, p, o in triples]
    rows.sort()
    for subject, group in groupby(rows, key=lambda row: row[0]):
        yield "\n".join([short(subject), *(f"    {predicate} {value} ;" for _, _, predicate, value in group), ".\n"])


def _header(base: str) -> str:
    return "\n".join([f"@base <{base}> .", *(f"@prefix {name}: <{space}> ." for name, space in PREFIXES.items()), "\n"])


def turtle(triples: Iterable[Triple], base: str) -> str:
    """Triples, each once, as Turtle."""
    return _header(base) + "\n".join(_blocks(triples, _namer(base)))


def trig(quads: Iterable[Quad], base: str) -> str:
    """Quads, each once, as TriG: the named graphs in the order of their IRIs, the default graph first."""
    short, pieces = _namer(base), [_header(base)]
    for name, group in groupby(sorted(quads, key=lambda quad: quad[3]), key=lambda quad: quad[3]):
        blocks = "\n".join(_blocks((quad[:3] for quad in group), short))
        pieces.append(f"{short(name)} {{\n{blocks}}}\n\n" if name else blocks)
    return "".join(pieces)
