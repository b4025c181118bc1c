"""Real servers: what is sent is there, once, whatever happens in between."""

from __future__ import annotations

import httpx
import pytest
from pyoxigraph import DefaultGraph, NamedNode

from kg.errors import QueryError, StoreError
from kg.store import upload
from kg.store.load import Way, to_server
from kg.store.server import Server
from kg.store.source import ask
from tests.store.conftest import KINDS
from tests.store.servers import Oxigraph

ARTICLES = 12


@pytest.fixture
def client(server):
    with Server(server.graphs, server.login, wait=lambda _: None) as client:
        yield client


def write(path, *rows):
    path.write_text("".join(f"<http://x/{s}> <http://x/p> <http://x/{o}> <{g}> .\n" for s, o, g in rows))
    return path


def held(server, graph):
    sparql = f"SELECT ?s ?o WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }} ORDER BY ?s ?o"
    with ask(server.query, sparql) as answer:
        return {(row["s"].value[9:], row["o"].value[9:]) for row in answer}


def test_each_article_has_its_graph_and_loading_twice_changes_nothing(client, few_file):
    first = to_server(client, few_file)
    again = to_server(client, few_file)
    assert (first.added, first.graphs) == (first.sent, ARTICLES)
    assert (again.added, again.removed) == (0, 0)
    assert to_server(client, few_file, Way.DELETE).removed == first.sent
    assert to_server(client, few_file, Way.DELETE).removed == 0


def test_replace(server, client, tmp_path):
    graph, other = f"{server.root}/replaced", f"{server.root}/other"
    to_server(client, write(tmp_path / "a.nq", ("a", "b", graph), ("a", "c", graph), ("a", "b", other)))
    outcome = to_server(client, write(tmp_path / "b.nq", ("a", "d", graph)), Way.REPLACE)
    assert (outcome.added, outcome.removed) == (0, 1)
    assert (held(server, graph), held(server, other)) == ({("a", "d")}, {("a", "b")})


def test_replace_by_put_where_no_address_for_updates_is_known(server, client, tmp_path):
    graph = f"{server.root}/put"
    client.at = type(client.at)(client.at.graphs, None, None)
    to_server(client, write(tmp_path / "a.nq", ("a", "b", graph), ("a", "c", graph)))
    to_server(client, write(tmp_path / "b.nq", ("a", "d", graph)), Way.REPLACE)
    assert held(server, graph) == {("a", "d")}


def test_a_load_in_portions(server, client, some_file, monkeypatch):
    monkeypatch.setattr(upload, "PORTION", 2_000)
    graph, told = f"{server.root}/portions", []
    outcome = to_server(client, some_file, Way.REPLACE, graph, told.append)
    assert sum(told) == outcome.sent == outcome.added == client.count(NamedNode(graph))
    assert len(told) > 5
    client.drop(NamedNode(graph))


def test_oxigraph_is_sent_many_small_graphs_at_once_and_a_large_one_in_portions(server, client, tmp_path, monkeypatch):
    monkeypatch.setattr(upload, "PORTION", 50)
    posted, request = [], client._request
    monkeypatch.setattr(client, "_request", lambda *given, **more: posted.append(more) or request(*given, **more))
    small = [(f"s{n}", f"o{n}", f"{server.root}/small{n % 10}") for n in range(30)]
    large = [("s", f"o{n}", f"{server.root}/large") for n in range(120)]
    outcome = to_server(client, write(tmp_path / "a.nq", *small, *large))
    assert (outcome.added, outcome.graphs) == (150, 11)
    assert held(server, f"{server.root}/small3") == {("s3", "o3"), ("s13", "o13"), ("s23", "o23")}
    assert len(held(server, f"{server.root}/large")) == 120
    assert client.takes_quads == isinstance(server, Oxigraph)
    assert sum("content" in one for one in posted) == (4 if client.takes_quads else 13)
    assert to_server(client, tmp_path / "a.nq").added == 0


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_server_killed_in_the_middle_loses_nothing_and_the_next_load_completes(kind, few_file, tmp_path, monkeypatch):
    monkeypatch.setattr(upload, "PORTION", 300)
    running = KINDS[kind](tmp_path)
    running.start()
    try:
        before = write(tmp_path / "before.nq", ("a", "b", "http://x/before"))
        load(running, before)
        for way, after in ((Way.MERGE, 3), (Way.REPLACE, 9), (Way.REPLACE, 14)):
            with pytest.raises(StoreError, match=r"cannot be reached|broke off the connection"):
                load(running, few_file, way, killing(running, after))
            running.start()
            assert held(running, "http://x/before") == {("a", "b")}
            outcome = load(running, few_file, way)
            assert outcome.sent == sum(count(running, few_file).values())
    finally:
        running.stop()


def load(running, path, way=Way.MERGE, progress=lambda _: None):
    with Server(running.graphs, running.login, wait=lambda _: None) as client:
        return to_server(client, path, way, None, progress)


def killing(running, after):
    """Ends the server after some portions."""
    left = iter(range(after))

    def progress(_):
        if next(left, None) is None:
            running.kill()

    return progress


def count(running, path):
    names = {line.rsplit("<", 1)[1].partition(">")[0] for line in path.read_text("utf-8").splitlines()}
    with Server(running.graphs, running.login) as client:
        return {name: client.count(NamedNode(name)) for name in names}


def test_literals_and_names_come_back_as_they_were_sent(server, client, tmp_path):
    """What stores are known to alter is avoided; this is what is left, and it must stay as it is."""
    graph = f"{server.root}/literals"
    values = ['"chữ"', '"Tỉnh ủy"@vi', '"office"@en', '"\\"\\\\\\n\\t"', '"5"^^<xsd:integer>', '"42.5"^^<xsd:decimal>',
              '"2021-07-09"^^<xsd:date>', '"2021"^^<xsd:gYear>', '"2021-07"^^<xsd:gYearMonth>',
              '"2021-07-09T08:00:00+07:00"^^<xsd:dateTime>', "<http://x/article/a#char=1,2>", "<http://x/tỉnh-ủy,05_ct.tw>"]
    values = [value.replace("<xsd:", "<http://www.w3.org/2001/XMLSchema#") for value in values]
    path = tmp_path / "a.nt"
    path.write_text("".join(f"<http://x/{i}> <http://x/p> {value} .\n" for i, value in enumerate(values)), "utf-8")
    to_server(client, path, graph=graph)
    with ask(server.query, f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}") as answer:
        assert {str(triple.object) for triple in answer} == set(values)


def test_a_statement_in_many_graphs_is_many_rows_in_a_union_of_graphs(server, client, tmp_path):
    """Why questions count and list what is distinct, and the embedded store keeps each statement once."""
    graphs = [f"{server.root}/union/{i}" for i in range(3)]
    to_server(client, write(tmp_path / "a.nq", *(("same", "same", graph) for graph in graphs)))
    sparql = "SELECT ?o WHERE { <http://x/same> ?p ?o }"
    with ask(server.query, sparql, graphs) as answer:
        many = len(list(answer))
    with ask(server.query, sparql.replace("SELECT", "SELECT DISTINCT"), graphs) as answer:
        assert len(list(answer)) == 1
    assert many in (1, 3)


def test_an_answer_that_the_server_cuts_is_refused(server, client, some_file):
    graph = f"{server.root}/cut"
    to_server(client, some_file, Way.MERGE, graph)
    sparql = f"SELECT ?s WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
    if server.default:  # Oxigraph cuts nothing
        with ask(server.query, sparql) as answer:
            assert len(list(answer)) > 10_000
    else:
        message = "the server cuts every answer after 10000 rows, and cut this one; ask with LIMIT"
        with pytest.raises(QueryError, match=message), ask(server.query, sparql):
            pass
    client.drop(NamedNode(graph))


def test_the_default_graph(server, client, tmp_path):
    path = tmp_path / "a.nt"
    path.write_text("<http://x/a> <http://x/p> <http://x/default> .\n")
    if server.default:
        to_server(client, path)
        assert client.count(DefaultGraph()) == 1
        client.drop(DefaultGraph())
    else:
        with pytest.raises(StoreError, match="has no default graph; name a graph with --graph IRI"):
            to_server(client, path)


def test_true_and_false(server):
    for sparql, truth in (("ASK { }", True), ("ASK { <http://x/no> ?p ?o }", False)):
        with ask(server.query, sparql) as answer:
            assert bool(answer) is truth


def test_a_query_that_is_none(server):
    with pytest.raises(QueryError, match="the query is not taken"), ask(server.query, "SELECT * WHERE { ?s ?p"):
        pass


@pytest.fixture
def virtuoso(server):
    if server.login is None:
        pytest.skip("Oxigraph knows no users")
    return server


@pytest.mark.parametrize(("login", "message"), [
    (("dba", "wrong"), "does not accept the user 'dba' with this password; check --user and --password-env"),
    (None, "asks who is there; give --user NAME and --password-env VARIABLE"),
])
def test_who_may_not_write(virtuoso, few_file, login, message):
    with Server(virtuoso.graphs, login) as client, pytest.raises(StoreError) as caught:
        client.add(NamedNode("http://x/g"), b"<http://x/a> <http://x/b> <http://x/c> .\n")
    assert str(caught.value) == f"{virtuoso.graphs}: {message}"


def test_the_default_graph_is_refused_by_virtuoso_itself(virtuoso):
    """The reason for the message above: if a newer Virtuoso has a default graph, this says so."""
    response = httpx.post(f"{virtuoso.graphs}?default", content=b"", auth=httpx.DigestAuth(*virtuoso.login))
    assert response.status_code >= 400
