"""What can be wrong with a graph: what it is asked to say, its evidence, or a file that should hold one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from kg.errors import KgError


class GraphError(KgError):
    """A graph cannot be built from these statements, or written in this format."""

    exit_code = 4


class TermError(GraphError):
    """A kind, value, role or relation that the vocabulary does not know, or that it knows otherwise."""


class EvidenceError(GraphError):
    """A passage does not hold the words that it is said to hold."""


class UnreadableGraphError(KgError):
    """A file that should hold a graph is absent, unreadable or not RDF."""

    exit_code = 2


def unknown(where: str, what: str, name: str, known: Iterable[str]) -> TermError:
    """The error for a name that is not in a closed vocabulary, with the nearest one that is."""
    near = get_close_matches(name, list(known), n=1)
    remedy = f'did you mean "{near[0]}"?' if near else "see kg/graph/terms.py for those that are known"
    return TermError(where, f'unknown {what} "{name}"', remedy)
