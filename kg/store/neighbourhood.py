"""Parts of a store that are small enough to be looked at: what is said of one thing, and the store's middle.

A picture of a hundred thousand articles is drawn from such parts, one at a time, as a reader asks for them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from kg.graph.names import unaccented
from kg.graph.native import triple
from kg.graph.terms import PREFIXES, iri
from kg.graph.triple import Triple, quoted
from kg.store.source import evaluate, rows

NEAR = 400  # facts of one thing, and passages that name it, that a part holds; of more facts, the latest
MIDDLE = 200  # things in the middle of a store
JOINING = 800  # facts that join those; of more, the latest
PROOFS = 20  # passages of one fact that a part holds; the fact's own page has all
_SCANNED = 4_000  # facts of one thing that are looked through for those that join it to others
_PLAIN = DefaultGraph()
_NAMED = NamedNode(iri("kg:sortKey"))  # what persons, bodies, documents ... have, and facts and passages do not
_DERIVED = NamedNode(iri("prov:wasDerivedFrom"))
_WHEN = (NamedNode(iri("kg:attestedOn")), NamedNode(iri("schema:startDate")))
_ENDS = ("org:member", "org:organization", "kg:participant", "kg:meeting", "kg:awardedBy", "kg:recipient",
         "rdf:subject", "rdf:object")  # from a fact to the things that it joins
_STATED = tuple(map(iri, ("rdf:subject", "rdf:predicate", "rdf:object")))


class Found(NamedTuple):
    """A thing by one of its names."""

    iri: str
    label: str


def around(store: Store, name: str) -> list[Triple]:
    """What a store says of the thing with the IRI `name`: its facts, their evidence, the things they lead to."""
    center = NamedNode(name)
    return [*_own(store, center), *_described(store, _latest(store, set(_facts(store, center)), NEAR), {center})]


def middle(store: Store) -> list[Triple]:
    """The things that most facts tell of, and the facts that join them to each other."""
    chosen = {NamedNode(name) for name in _best_known(store)}
    joined: Counter[NamedNode] = Counter()
    for thing in chosen:
        joined.update(set(_facts(store, thing, _SCANNED)))
    facts = {node for node, ends in joined.items() if ends > 1} - chosen
    return _described(store, [*chosen, *_latest(store, facts, JOINING)], chosen)


def find(store: Store, text: str, most: int = 12) -> list[Found]:
    """Things with a name that holds `text`, with or without accents; the shortest names first."""
    asked = " ".join(unaccented(text).split())
    if not asked:
        return []
    prefixes = "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in ("kg", "org", "rdfs", "skos"))
    found = evaluate(store, f"""{prefixes} SELECT DISTINCT ?thing ?label WHERE {{
        ?thing skos:hiddenLabel ?name ; kg:sortKey ?key ; rdfs:label ?label FILTER(CONTAINS(?name, {quoted(asked)}))
        FILTER NOT EXISTS {{ ?thing a org:Post }} }}
        ORDER BY STRLEN(STR(?label)) ?key ?thing LIMIT {int(most)}""")
    return [Found(row["thing"], row["label"]) for row in rows(found)]


def _best_known(store: Store) -> list[str]:
    ends = " ".join(f"<{iri(name)}>" for name in _ENDS)
    found = evaluate(store, f"""SELECT ?thing (COUNT(*) AS ?facts) WHERE {{ VALUES ?end {{ {ends} }} ?fact ?end ?thing .
        ?thing <{_NAMED.value}> ?key }} GROUP BY ?thing ORDER BY DESC(?facts) ?thing LIMIT {MIDDLE}""")
    return [row["thing"] for row in rows(found)]


def _facts(store: Store, thing: NamedNode, most: int | None = None) -> Iterator[NamedNode]:
    """The nodes that say something of a thing."""
    for number, quad in enumerate(store.quads_for_pattern(None, None, thing, _PLAIN)):
        if number == most:
            return
        if isinstance(quad.subject, NamedNode):
            yield quad.subject


def _latest(store: Store, facts: Iterable[NamedNode], most: int) -> list[NamedNode]:
    return sorted(facts, key=lambda node: (_when(store, node), node.value), reverse=True)[:most]


def _when(store: Store, node: NamedNode) -> str:
    said = (quad.object for day in _WHEN for quad in store.quads_for_pattern(node, day, None, _PLAIN))
    return max((value.value for value in said if isinstance(value, Literal)), default="")


def _own(store: Store, center: NamedNode) -> list[Triple]:
    """What a thing says itself, and what all that it names says."""
    said = _said(store, center, NEAR)
    named = {quad.object for quad in said if isinstance(quad.object, NamedNode)}
    return [*map(triple, said), *_described(store, named - {center}, {center})]


def _described(store: Store, nodes: Iterable[NamedNode], centers: Collection[NamedNode]) -> list[Triple]:
    """What the nodes say and all that they lead to. Facts and passages lead on; things do so to the centers only."""
    told: list[Triple] = []
    waiting = list(nodes)
    seen = {*waiting, *centers}
    while waiting:
        node = waiting.pop()
        thing = _is_thing(store, node)
        said = _said(store, node, 0 if thing else PROOFS)
        if thing:
            said = [quad for quad in said if quad.object in centers or not _is_thing(store, quad.object)]
        told.extend(map(triple, said))
        told.extend(_stated(said))
        fresh = {quad.object for quad in said if isinstance(quad.object, NamedNode)} - seen
        seen |= fresh
        waiting.extend(fresh)
    return told


def _said(store: Store, node: NamedNode, passages: int) -> list[Quad]:
    """What a node says, with so many of the passages that it is derived from."""
    rest = (quad for quad in store.quads_for_pattern(node, None, None, _PLAIN) if quad.predicate != _DERIVED)
    return [*rest, *islice(store.quads_for_pattern(node, _DERIVED, None, _PLAIN), passages)]


def _is_thing(store: Store, node: object) -> bool:
    return isinstance(node, NamedNode) and any(store.quads_for_pattern(node, _NAMED, None, _PLAIN))


def _stated(said: Iterable[Quad]) -> Iterator[Triple]:
    """The triple that an `rdf:Statement` is about."""
    parts = {quad.predicate.value: quad.object for quad in said}
    subject, predicate, value = (parts.get(name) for name in _STATED)
    if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode) and value is not None:
        yield triple(Quad(subject, predicate, value))
