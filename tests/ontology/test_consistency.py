"""The ontology, with a graph, under an OWL 2 DL reasoner: consistent, and inconsistent where a graph contradicts it."""

import pytest
from pyhermit import Reasoner
from pyowl_core import load_snapshot

from kg.graph import triples
from kg.graph.file import read
from kg.graph.iri import entity_path
from kg.graph.terms import BASE, iri
from kg.graph.triple import DATE, MONTH, YEAR, Literal
from kg.resources import ontology
from kg.validation.shapes import ntriples
from tests.graph.seed import BLOC, MEETING, STATEMENTS, TUAN

ONTOLOGY = [row[:3] for row in read(ontology() / "kg.ttl")]
REIFICATION = {iri(f"rdf:{name}") for name in ("subject", "predicate", "object")}
# OWL 2 has neither these datatypes nor rdf:Statement in its own vocabulary.
OUTSIDE = {DATE, MONTH, YEAR, iri("rdf:langString")}
STATEMENT = iri("rdf:Statement")


def in_owl(rows):
    for subject, predicate, value in rows:
        if REIFICATION & {subject, predicate} or predicate == iri("rdfs:range") and value in OUTSIDE:
            continue
        if not (isinstance(value, Literal) and value.datatype in OUTSIDE - {iri("rdf:langString")}):
            yield renamed(subject), predicate, renamed(value)


def renamed(term):
    return "urn:statement" if term == STATEMENT else term


def consistent(*rows):
    view = load_snapshot(ntriples(in_owl((*ONTOLOGY, *rows))).encode())
    with Reasoner(view) as reasoner:
        return reasoner.is_consistent()


def node(entity):
    return BASE + entity_path(entity)


def test_the_ontology_is_consistent():
    assert consistent()


def test_the_example_graph_is_consistent_with_it():
    assert consistent(*triples(STATEMENTS))


@pytest.mark.parametrize("contradiction", [
    (node(TUAN), iri("rdf:type"), iri("kg:Place")),
    (node(BLOC), iri("kg:meeting"), node(MEETING)),  # only a participation is in a meeting
    (node(TUAN), iri("kg:territory"), node(MEETING)),
], ids=lambda row: row[1].rpartition("#")[2])
def test_a_graph_that_contradicts_the_ontology_is_found_inconsistent(contradiction):
    assert not consistent(*triples(STATEMENTS), contradiction)
