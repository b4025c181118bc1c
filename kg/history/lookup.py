"""From a name that somebody types to the nodes of a store that it may mean, without reading the store whole."""

from __future__ import annotations

import unicodedata

from kg.explanation.naming import find
from kg.graph.index import TYPE, Index
from kg.graph.iri import is_iri
from kg.graph.names import unaccented
from kg.graph.terms import PREFIXES, iri
from kg.graph.triple import Triple, quoted, vietnamese
from kg.store.source import Ask, rows
from kg.vi.writing import fold

_PREFIXES = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("dcterms", "rdfs", "skos"))
_SAID = f"""{_PREFIXES}SELECT ?node ?kind ?name ?other ?now WHERE {{
  %s
  ?node a ?kind .
  OPTIONAL {{ ?node rdfs:label ?name }}
  OPTIONAL {{ ?node skos:altLabel ?other }}
  OPTIONAL {{ ?node dcterms:isReplacedBy ?now }}
}}"""


def look_up(name: str, ask: Ask) -> tuple[list[str], Index]:
    """The nodes that a name or an IRI means, as `kg explain` finds them, and what is said of their kinds and names.
    An IRI that was replaced stands for the one that replaced it.

    Raises QueryError where nothing matches.
    """
    node = unicodedata.normalize("NFC", name.strip("<>"))
    if is_iri(node):
        said, now = _said(f"VALUES ?node {{ <{node}> }}", ask)
        return look_up(now, ask) if now and now != node else (find(node, said), said)
    spelt = " ".join(dict.fromkeys(quoted(form) for form in (unaccented(name.strip()), unaccented(fold(name)))))
    said, _ = _said(f"VALUES ?hidden {{ {spelt} }} ?node skos:hiddenLabel ?hidden .", ask)
    if not said.triples:
        said = _near(name, ask)
    return find(name, said), said


def _said(of: str, ask: Ask) -> tuple[Index, str]:
    """The kinds and names of some nodes, and what one of them was replaced by."""
    triples: set[Triple] = set()
    now = ""
    for row in rows(ask(_SAID % of)):
        triples.add((row["node"], TYPE, row["kind"]))
        triples |= {(row["node"], iri(term), vietnamese(row[key]))
                    for term, key in (("rdfs:label", "name"), ("skos:altLabel", "other")) if row[key]}
        now = now or row["now"]
    return Index(triples), now


def _near(name: str, ask: Ask) -> Index:
    """Things with a name that begins as this one does: written otherwise ("05 - CT/TW"), or for a hint."""
    word = next(iter(unaccented(fold(name)).split()), "")
    return _said(f"?node skos:hiddenLabel ?hidden FILTER(STRSTARTS(STR(?hidden), {quoted(word)}))", ask)[0]
