"""A graph against SHACL shapes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ReadingError
from kg.graph.file import read
from kg.graph.index import Index
from kg.graph.terms import iri
from kg.graph.triple import Literal, Node, Triple, token
from kg.resources import ontology
from kg.validation.fault import Fault

if TYPE_CHECKING:
    import shacl

SHAPES = "https://w3id.org/vnkg/shapes#"
_MESSAGE = "http://www.w3.org/ns/shacl#message"


def shipped() -> Path:
    """The shapes that come with the program."""
    return ontology() / "shapes.ttl"


def shape_faults(index: Index, shapes: Path) -> Iterator[Fault]:
    """What the shapes in a file say is wrong. Raises UnreadableGraphError or ReadingError if it holds no shapes."""
    import shacl

    rows = list(read(shapes))
    vietnamese = {value.text for _, term, value, _ in rows
                  if term == _MESSAGE and isinstance(value, Literal) and value.language == "vi"}
    try:
        compiled = shacl.Shapes.from_text(ntriples(row[:3] for row in rows), "ntriples")
        report = compiled.validate_text(ntriples(index.triples), "ntriples")
    except ValueError as error:
        raise ReadingError(shapes, f"its shapes cannot be used: {error}") from None
    if not len(compiled):
        raise ReadingError(shapes, "has no SHACL shapes", "name a file of shapes")
    for result in report.results:
        yield _fault(result, vietnamese)


def ntriples(triples: Iterable[Triple]) -> str:
    """N-Triples for the engine, blank nodes and all."""
    return "".join(f"{_token(s)} {_token(p)} {_token(o)} .\n" for s, p, o in triples)


def _token(node: Node) -> str:
    return node if isinstance(node, str) and node.startswith("_:") else token(node)


def _fault(result: shacl.Result, vietnamese: set[str]) -> Fault:
    said = result.messages or [f"{result.component} does not hold."]
    vi = [message for message in said if message in vietnamese]
    en = [message for message in said if message not in vietnamese]
    return Fault(_plain(result.focus_node), (en or said)[0], (vi or said)[0], _plain(result.path or ""),
                 result.value_plain or "", _plain(result.root_shape or result.component))


def _plain(term: str) -> str:
    """A simple path or a node without its angle brackets."""
    return term[1:-1] if term.startswith("<") and term.endswith(">") else term


def is_evidence(fault: Fault) -> bool:
    """Whether a fault is that something has no evidence at all."""
    return fault.check == f"{SHAPES}Evidenced" and fault.path == iri("prov:wasDerivedFrom")
