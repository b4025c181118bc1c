"""Which things of a graph are drawn: all of a small one, of a large one those in the middle of its communities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import networkx

from kg.view.errors import ViewError
from kg.view.picture import Edge, Fact, Part, Picture, Sentence

MANY = 1500  # things that one picture can show and a person still look at
SMALL = 400  # up to here a graph is drawn as one whole, with no communities


def lines(picture: Picture) -> networkx.Graph:
    """The picture's lines as an undirected graph of the things' indexes; quiet relations are left out."""
    graph = networkx.Graph()
    graph.add_nodes_from(range(len(picture.things)))
    graph.add_edges_from((edge.source, edge.target) for fact in picture.facts if not fact.relation.quiet
                         for edge in fact.edges)
    return graph


def around(picture: Picture, focus: str, depth: int) -> Picture:
    """The part of a picture that lies within `depth` lines of the thing named by the IRI `focus`.

    Raises ViewError if there is no such thing.
    """
    center = next((index for index, thing in enumerate(picture.things) if thing.iri == focus), None)
    if center is None:
        raise ViewError(focus, "is no thing of this graph", "give the IRI of a person, body, meeting ... in it")
    near = networkx.single_source_shortest_path_length(lines(picture), center, cutoff=depth)
    return _part(picture, sorted(near))


def opening(picture: Picture, most: int) -> tuple[list[int], list[int]]:
    """The things that are drawn at first, and each thing's community (0 is the largest); of a small graph nothing."""
    if len(picture.things) <= min(SMALL, most):
        return [], []
    graph = lines(picture)
    found = networkx.community.label_propagation_communities(graph)
    groups = sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))
    member = {node: index for index, group in enumerate(groups) for node in group}
    return _middle(graph, groups, most), [member[index] for index in range(len(picture.things))]


def _middle(graph: networkx.Graph, groups: Sequence[list[int]], most: int) -> list[int]:
    """The best-connected things, each community being given a share that is fair to its size."""
    share = min(1.0, most / max(1, graph.number_of_nodes()))
    chosen = [node for group in groups for node in
              sorted(group, key=lambda node: (-graph.degree[node], node))[:max(1, round(len(group) * share))]]
    return sorted(chosen[:most])


def _part(picture: Picture, kept: Sequence[int]) -> Picture:
    """A picture of some of the things, renumbered, and of the facts that tell of no other."""
    place = {old: new for new, old in enumerate(kept)}
    things = tuple(replace(picture.things[old], places=tuple(place[one] for one in picture.things[old].places
                                                             if one in place)) for old in kept)
    facts = tuple(_moved(fact, place) for fact in picture.facts if _things_of(fact) <= place.keys())
    return replace(picture, things=things, facts=facts)


def _things_of(fact: Fact) -> set[int]:
    return {part for part in fact.sentence.vi if isinstance(part, int)}


def _moved(fact: Fact, place: dict[int, int]) -> Fact:
    def parts(said: tuple[Part, ...]) -> tuple[Part, ...]:
        return tuple(place[part] if isinstance(part, int) else part for part in said)

    edges = tuple(Edge(place[edge.source], place[edge.target], edge.label) for edge in fact.edges
                  if edge.source in place and edge.target in place)
    return replace(fact, edges=edges, sentence=Sentence(parts(fact.sentence.vi), parts(fact.sentence.en)))
