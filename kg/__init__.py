"""kg: a knowledge graph of Vietnamese Party and State news, each triple with the words it comes from.

    article = kg.read("examples/gia-lai.txt")   # -> Article: text with offsets, paragraphs by role
    statements = kg.facts(article)              # -> Statements: entities, and facts with their passages
    graph = kg.build([statements])              # -> rdflib.Graph of any number of articles
    kg.serialize(graph)                         # -> bytes: the same triples, the same Turtle

What a name needs is loaded when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.extraction import extract as facts
    from kg.graph.rdf import graph as build
    from kg.graph.rdf import serialize
    from kg.reading import articles, read

__version__ = "0.1.0"
__all__ = ["articles", "build", "facts", "read", "serialize"]

_HOMES = {
    "articles": ("kg.reading", "articles"),
    "build": ("kg.graph.rdf", "graph"),
    "facts": ("kg.extraction", "extract"),
    "read": ("kg.reading", "read"),
    "serialize": ("kg.graph.rdf", "serialize"),
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)
