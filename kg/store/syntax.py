"""RDF files, read strictly: what any store would take, or an error that says where and why.

Blank nodes are refused because a graph that has them grows each time it is loaded; IRIs outside NFC because
their composed and decomposed spellings are different resources in every store, and look the same.
"""

from __future__ import annotations

import gzip
import unicodedata
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kg.errors import ReadingError

FORMATS = {
    ".ttl": RdfFormat.TURTLE, ".nt": RdfFormat.N_TRIPLES, ".trig": RdfFormat.TRIG, ".nq": RdfFormat.N_QUADS,
    ".rdf": RdfFormat.RDF_XML, ".xml": RdfFormat.RDF_XML, ".jsonld": RdfFormat.JSON_LD,
}

XSD = "http://www.w3.org/2001/XMLSchema#"
# Literals that every store tried gives back as they were sent; Oxigraph, for one, turns xsd:nonNegativeInteger
# into xsd:integer.
KEPT_AS_WRITTEN = frozenset(
    [XSD + name for name in ("string", "integer", "decimal", "boolean", "date", "gYear", "gYearMonth", "dateTime")]
    + ["http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"]
)


def syntax_of(path: Path) -> RdfFormat:
    """The RDF syntax that the file's name stands for (`.gz` aside). Raises ReadingError for any other name."""
    ending = next((suffix for suffix in reversed([one.lower() for one in path.suffixes]) if suffix != ".gz"), "")
    if ending not in FORMATS:
        raise ReadingError(path, "is no file of RDF by its name", f"name it {', '.join(FORMATS)}, or also .gz")
    return FORMATS[ending]


def statements(path: Path) -> Iterator[Quad]:
    """The file's statements in its order. Raises ReadingError, with the line, at the first that is not RDF 1.1."""
    syntax = syntax_of(path)
    try:
        with _opened(path) as stream:
            yield from parse(stream, syntax)
    except SyntaxError as error:
        raise ReadingError(f"{path}:{error.lineno or 1}", f"not valid RDF: {error.msg}", "nothing was loaded") from None
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise ReadingError(path, f"cannot be read: {getattr(error, 'strerror', None) or error}") from None


def _opened(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path)) if path.suffix.lower() == ".gz" else path.open("rb")


def quads(path: Path, graph: str | None = None, altered: set[str] | None = None) -> Iterator[Quad]:
    """The file's statements, all of them in `graph` where it is given.

    `altered` takes up the datatypes that some stores do not give back as written. Raises ReadingError at the
    first statement that is not strict RDF 1.1, has a blank node or an IRI outside NFC.
    """
    into = None if graph is None else NamedNode(graph)
    checked = Checks(path, set() if altered is None else altered)
    for quad in statements(path):
        checked(quad)
        yield Quad(quad.subject, quad.predicate, quad.object, into) if into else quad


class Checks:
    """What a quad must be, beyond its syntax. Called with each quad of one file in turn."""

    def __init__(self, path: Path, altered: set[str]) -> None:
        self.path, self.altered = path, altered
        self._seen: object = None

    def __call__(self, quad: Quad) -> None:
        if (quad.subject, quad.graph_name) != self._seen:
            self._seen = quad.subject, quad.graph_name
            self._node(quad.subject)
            self._node(quad.graph_name)
        if isinstance(quad.object, Literal):
            if quad.object.datatype.value not in KEPT_AS_WRITTEN:
                self.altered.add(quad.object.datatype.value)
        else:
            self._node(quad.object)

    def _node(self, node: object) -> None:
        if isinstance(node, NamedNode):
            if not (node.value.isascii() or unicodedata.is_normalized("NFC", node.value)):
                raise ReadingError(self.path, f"{node} is not in Unicode's form NFC", "write its letters composed")
        elif isinstance(node, BlankNode):
            raise ReadingError(self.path, f"has the blank node {node}",
                               "give it an IRI: with blank nodes a graph grows each time it is loaded")
        elif isinstance(node, Triple):
            raise ReadingError(self.path, "has a triple inside a triple (RDF 1.2)", "most stores take RDF 1.1 only")
