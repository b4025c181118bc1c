"""From a name that somebody types to the nodes that it may mean."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from difflib import get_close_matches

from kg.errors import QueryError
from kg.graph.index import Index
from kg.graph.names import unaccented
from kg.graph.terms import CONCEPTS, FOLDERS
from kg.vi.writing import fold

# From the strictest way of comparing names to the most forgiving.
_WAYS: tuple[Callable[[str], str], ...] = (
    lambda name: unicodedata.normalize("NFC", name).strip(), fold, lambda name: unaccented(fold(name)))
_NAMED = ("rdfs:label", "skos:altLabel")


def find(name: str, index: Index) -> list[str]:
    """The nodes that a name or an IRI means, the best kind of match only: letter by letter, else whatever its case
    and tone marks' places, else without accents; main names before other names.

    Raises QueryError where nothing matches.
    """
    node = unicodedata.normalize("NFC", name.strip("<>"))
    if index.said(node):
        return [node]
    named = list(_named(index))
    for way in _WAYS:
        for kind in _NAMED:
            found = {node for node, term, text in named if term == kind and way(text) == way(name)}
            if found and way(name):
                return sorted(found)
    near = get_close_matches(name, sorted({text for _, _, text in named}), n=3)
    raise QueryError(name, "nothing in this graph has that name",
                     f"did you mean {' or '.join(near)}?" if near else "give another form of it, or an IRI")


def _named(index: Index) -> Iterator[tuple[str, str, str]]:
    for kind in (*FOLDERS, *CONCEPTS, "kg:Article"):
        for node in index.instances(kind):
            for term in _NAMED:
                for text in index.texts(node, term):
                    yield node, term, text
