"""Triples as plain tuples: IRIs are strings, literals are `Literal`. No RDF library is needed to make them."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple, TypeAlias

from kg.graph.terms import iri

STRING, INTEGER, DECIMAL, BOOLEAN = iri("xsd:string"), iri("xsd:integer"), iri("xsd:decimal"), iri("xsd:boolean")
DATE, MONTH, YEAR, DATE_TIME = iri("xsd:date"), iri("xsd:gYearMonth"), iri("xsd:gYear"), iri("xsd:dateTime")
LANGUAGE_STRING = iri("rdf:langString")


class Literal(NamedTuple):
    """An RDF literal: its lexical form, its datatype, and its language where the datatype is rdf:langString."""

    text: str
    datatype: str = STRING
    language: str = ""


Node: TypeAlias = "str | Literal"
Triple: TypeAlias = "tuple[str, str, Node]"
Quad: TypeAlias = "tuple[str, str, Node, str]"  # the last one names the graph; "" is the default graph

TRUE = Literal("true", BOOLEAN)


def vietnamese(text: str) -> Literal:
    return Literal(text, LANGUAGE_STRING, "vi")


def integer(number: int) -> Literal:
    return Literal(str(number), INTEGER)


def day(value: date) -> Literal:
    return Literal(value.isoformat(), DATE)


_SPECIAL = re.compile(r'["\\\x00-\x1f\x7f]')
_NAMED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}


def _escape(match: re.Match[str]) -> str:
    return _NAMED.get(match[0]) or f"\\u{ord(match[0]):04X}"


def quoted(text: str) -> str:
    """A string between quotes, escaped as canonical N-Triples asks (also right in Turtle and TriG)."""
    if text.isprintable() and '"' not in text and "\\" not in text:  # nothing to escape, as in most texts
        return f'"{text}"'
    return f'"{_SPECIAL.sub(_escape, text)}"'


def token(node: Node) -> str:
    """A node in N-Triples."""
    if isinstance(node, str):
        return f"<{node}>"
    if node.language:
        return f"{quoted(node.text)}@{node.language}"
    return quoted(node.text) if node.datatype == STRING else f"{quoted(node.text)}^^<{node.datatype}>"
