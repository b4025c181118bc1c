"""The ontology's labels in both languages, for classes and properties that the explorer has no phrase for."""

from __future__ import annotations

import re

from kg.graph.index import local_name
from kg.graph.ontology import labels
from kg.view.picture import Words


def term_words(term: str) -> Words:
    """The label of a class or property; for one that the ontology does not know, its name split into words."""
    named = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", local_name(term)).lower()
    said = labels().get(term, {})
    return Words(said.get("vi") or said.get("en") or named, said.get("en") or said.get("vi") or named)
