"""A graph's file -> its statements, as they are written: nothing is mended and nothing normalized."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kg.graph.errors import UnreadableGraphError
from kg.graph.triple import Node, Quad

if TYPE_CHECKING:
    import pyoxigraph as ox

ENDINGS: Mapping[str, str] = {
    ".ttl": "TURTLE", ".nt": "N_TRIPLES", ".nq": "N_QUADS", ".trig": "TRIG", ".jsonld": "JSON_LD", ".rdf": "RDF_XML",
    ".xml": "RDF_XML",
}


def read(path: Path) -> Iterator[Quad]:
    """The statements of an RDF file (`.gz` too), in its order; blank nodes are named `_:NAME`.

    Raises UnreadableGraphError if the file is absent, has another ending, or is not RDF 1.1 in its format.
    """
    import pyoxigraph as ox

    format = getattr(ox.RdfFormat, _format(path))
    try:
        with _opened(path) as stream:
            for quad in ox.parse(stream, format=format):
                yield _term(quad.subject, path), _term(quad.predicate, path), _node(quad.object, path), _graph(quad)
    except SyntaxError as error:
        raise UnreadableGraphError(f"{path}:{error.lineno or 1}", f"is not valid RDF: {error.msg}") from None
    except (OSError, EOFError, zlib.error, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableGraphError(path, f"cannot be read ({reason})", "check the path and the file") from None


def _format(path: Path) -> str:
    suffixes = [suffix.lower() for suffix in path.suffixes if suffix.lower() != ".gz"]
    found = ENDINGS.get(suffixes[-1] if suffixes else "")
    if not found:
        raise UnreadableGraphError(path, "is no RDF file by its name", f"name it {', '.join(ENDINGS)}")
    return found


def _opened(path: Path) -> IO[bytes]:
    return gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb")  # type: ignore[return-value]


def _term(node: object, path: Path) -> str:
    import pyoxigraph as ox

    if isinstance(node, ox.NamedNode):
        return node.value
    if isinstance(node, ox.BlankNode):
        return f"_:{node.value}"
    raise UnreadableGraphError(path, "has a triple inside a triple (RDF 1.2)", "write it in RDF 1.1")


def _node(node: object, path: Path) -> Node:
    import pyoxigraph as ox

    from kg.graph.native import node as own

    return own(node) if isinstance(node, ox.Literal) else _term(node, path)


def _graph(quad: ox.Quad) -> str:
    name = getattr(quad, "graph_name", None)
    return getattr(name, "value", "") if name is not None else ""
