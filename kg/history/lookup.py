"""From a name that somebody types to the nodes of a store that it may mean, without reading the store whole."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from kg.explanation.naming import find
from kg.graph.index import TYPE, Index
from kg.graph.iri import is_iri
from kg.graph.names import unaccented
from kg.graph.terms import PREFIXES, iri
from kg.graph.triple import Triple, quoted, vietnamese
from kg.store.source import Ask, rows
from kg.vi.writing import fold

_PREFIXES = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("dcterms", "org", "rdfs", "skos"))
_SAID = f"""{_PREFIXES}SELECT ?node ?kind ?name ?other WHERE {{
  %s
  ?node a ?kind .
  OPTIONAL {{ ?node rdfs:label ?name }}
  OPTIONAL {{ ?node skos:altLabel ?other }}
}}"""
_OFFICES = f"""{_PREFIXES}SELECT ?node ?label WHERE {{
  VALUES ?node {{ %s }} ?fact org:member ?node ; a org:Membership ; rdfs:label ?label
}}"""
_NOW = f"{_PREFIXES}SELECT DISTINCT ?now WHERE {{ <%s> dcterms:isReplacedBy ?now }}"


def look_up(name: str, ask: Ask) -> tuple[list[str], Index]:
    """The nodes that a name or an IRI means, as `kg explain` finds them, and what is said of their kinds and names.
    An IRI that gave way to others stands for them.

    Raises QueryError where nothing matches.
    """
    node = unicodedata.normalize("NFC", name.strip("<>"))
    if is_iri(node):
        nodes = sorted(row["now"] for row in rows(ask(_NOW % node))) or [node]
        said = _said(f"VALUES ?node {{ {' '.join(f'<{one}>' for one in nodes)} }}", ask)
        return (nodes, said) if nodes != [node] else (find(node, said), said)
    spelt = " ".join(dict.fromkeys(quoted(form) for form in (unaccented(name.strip()), unaccented(fold(name)))))
    said = _said(f"VALUES ?hidden {{ {spelt} }} ?node skos:hiddenLabel ?hidden .", ask)
    if not said.triples:
        said = _near(name, ask)
    return find(name, said), said


def offices(nodes: Iterable[str], ask: Ask) -> dict[str, list[str]]:
    """What tells namesakes apart: the labels of the memberships of each person among the nodes, sorted."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows(ask(_OFFICES % " ".join(f"<{node}>" for node in nodes))):
        found[row["node"]].add(row["label"])
    return {node: sorted(labels) for node, labels in found.items()}


def _said(of: str, ask: Ask) -> Index:
    """The kinds and names of some nodes."""
    triples: set[Triple] = set()
    for row in rows(ask(_SAID % of)):
        triples.add((row["node"], TYPE, row["kind"]))
        triples |= {(row["node"], iri(term), vietnamese(row[key]))
                    for term, key in (("rdfs:label", "name"), ("skos:altLabel", "other")) if row[key]}
    return Index(triples)


def _near(name: str, ask: Ask) -> Index:
    """Things with a name that begins as this one does: written otherwise ("05 - CT/TW"), or for a hint."""
    word = next(iter(unaccented(fold(name)).split()), "")
    return _said(f"?node skos:hiddenLabel ?hidden FILTER(STRSTARTS(STR(?hidden), {quoted(word)}))", ask)
