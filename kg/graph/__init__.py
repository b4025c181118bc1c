"""Statements -> RDF. `triples` and `write` need no RDF library for Python; `kg.graph.rdf` speaks rdflib."""

from kg.graph.scope import Evidence
from kg.graph.serialization import FORMATS, write
from kg.graph.stream import quads, triples
from kg.graph.terms import BASE

__all__ = ["BASE", "FORMATS", "Evidence", "quads", "triples", "write"]
