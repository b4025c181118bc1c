"""From a graph to its picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.graph.index import Index
from kg.graph.triple import Triple
from kg.view.evidence import Evidence
from kg.view.facts import facts
from kg.view.picture import Picture
from kg.view.scene import Scene
from kg.view.things import Things


def picture(triples: Iterable[Triple], texts: Mapping[str, str]) -> Picture:
    """The picture of a graph and of its articles' texts, given by the article's IRI or by the text's SHA-256."""
    graph = Index(triples)
    evidence = Evidence(graph, texts)
    things = Things(graph, evidence)
    scene = Scene(graph, things, evidence)
    return Picture(things.all, facts(scene), tuple(evidence.passages), evidence.sources)
