"""Timelines and contradictions are the same from a server as from a file."""

from datetime import date
from pathlib import Path

import pytest

from kg.history.conflicts import conflicts
from kg.history.lookup import look_up
from kg.history.timeline import timeline
from kg.store.load import Way, to_server
from kg.store.server import Server
from kg.store.source import asking
from tests.history.news import NIEN, PARTY, graph, office, person
from tests.history.test_conflicts import SEATS, secretary
from tests.history.test_conflicts import paper as decree
from tests.history.test_timeline import STORIES

GRAPH = "https://example.org/history"
NEWS = [*STORIES, *SEATS, secretary("x1", date(2020, 1, 6), person("Rơ Chăm H'Hồng", "gia lai")), decree("x2", "2020", PARTY),
        decree("x3", date(2020, 11, 1), person("Bộ Chính trị")), office("x4", date(2020, 1, 7), NIEN, "Chủ tịch", None, "Chủ tịch")]


@pytest.fixture(scope="module")
def nq(tmp_path_factory):
    return graph(tmp_path_factory.mktemp("history") / "graph.nq", NEWS)


@pytest.fixture(scope="module")
def loaded(server, nq):
    with Server(server.graphs, server.login) as client:
        to_server(client, Path(nq), Way.REPLACE, GRAPH)
    return server


def test_contradictions(loaded, nq):
    with asking(loaded.query, [GRAPH]) as theirs, asking(nq) as ours:
        found, expected = conflicts(theirs), conflicts(ours)
    assert [(one.kind, one.thing, one.days, [side.value for side in one.sides]) for one in found] == [
        (one.kind, one.thing, one.days, [side.value for side in one.sides]) for one in expected]
    assert len(found) == 2


@pytest.mark.parametrize("name", ["châu ngọc tuấn", "bi thu tinh uy gia lai", "Tỉnh uỷ Gia Lai", "Chỉ thị 05 - CT/TW"])
def test_timelines(loaded, nq, name):
    with asking(loaded.query, [GRAPH]) as theirs, asking(nq) as ours:
        (nodes, index), (same, other) = look_up(name, theirs), look_up(name, ours)
        assert nodes == same
        assert timeline(nodes[0], index, theirs) == timeline(same[0], other, ours)
