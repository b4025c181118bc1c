"""`kg serve`: a SPARQL endpoint and pages over a store's folder, which it only reads."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from html.parser import HTMLParser

import httpx
import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.store import media
from kg.store.embedded import merge, writing
from kg.store.load import into_folder
from kg.store.question import shipped
from tests.store.servers import free_port

RUN = "import sys; from kg.cli import main; sys.argv = ['kg', *sys.argv[1:]]; main()"
BODY = "/vnkg/id/organization/tỉnh-ủy-gia-lai"
HEAVY = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


@contextmanager
def served(folder, *options):
    port = free_port()
    process = subprocess.Popen([sys.executable, "-c", RUN, "serve", "--store", str(folder), "--port", str(port), *options],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout.readline() == f"http://127.0.0.1:{port}/ (Ctrl-C stops)\n"
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
            yield client, process
    finally:
        process.kill()
        process.communicate()


@pytest.fixture(scope="module")
def folder(tmp_path_factory, few_file):
    folder = tmp_path_factory.mktemp("served") / "store"
    into_folder(folder, few_file)
    label = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    with writing(folder) as store:
        merge(store, [Quad(NamedNode("https://w3id.org/vnkg/id/person/evil"), label, Literal(EVIL, language="vi"),
                           NamedNode("https://w3id.org/vnkg/id/article/evil"))])
    return folder


@pytest.fixture(scope="module")
def client(folder):
    with served(folder, "--limit", "1") as (client, _):
        yield client


def count(client):
    response = client.post("/query", data={"query": "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"})
    return int(response.json()["results"]["bindings"][0]["n"]["value"])


@pytest.mark.parametrize(("accept", "given"), [
    ("application/sparql-results+json", "application/sparql-results+json"), ("*/*", "application/sparql-results+json"),
    ("application/sparql-results+xml", "application/sparql-results+xml"), ("text/csv", "text/csv; charset=utf-8"),
    ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8"),
])
def test_rows_in_the_format_that_is_wanted(client, accept, given):
    response = client.get("/query", params={"query": "SELECT ?s WHERE { ?s ?p ?o } LIMIT 3"}, headers={"Accept": accept})
    assert (response.status_code, response.headers["Content-Type"]) == (200, given)


def test_the_three_ways_to_send_a_query(client):
    ask = "ASK { ?s ?p ?o }"
    sent = [client.get("/query", params={"query": ask}), client.post("/query", data={"query": ask}),
            client.post("/query", content=ask, headers={"Content-Type": "application/sparql-query"})]
    assert [response.json()["boolean"] for response in sent] == [True] * 3


@pytest.mark.parametrize(("query", "message"), [
    ("SELECT * WHERE { ?s ?p", "the query: is not SPARQL at line 1, column 23\n"),
    ("DROP ALL", "the query: is not SPARQL at line 1, column 9; only questions are asked here (SELECT, ASK, CONSTRUCT, "
                 "DESCRIBE); kg load changes a store\n"),
    ("SELECT * WHERE { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
     "the query: asks another server, which this one does not do; leave SERVICE out\n"),
    ("", "the request: holds no query; send it as the parameter query\n"),
    (HEAVY, "the query: takes longer than 1 seconds; narrow it, or add a LIMIT\n"),
])
def test_what_is_not_answered(client, query, message):
    response = client.post("/query", data={"query": query}, headers={"Accept": "application/sparql-results+json"})
    assert (response.status_code, response.text) == (400, message)


def test_a_query_that_takes_too_long_holds_up_nobody(client):
    with pytest.raises(httpx.ReadTimeout):
        client.post("/query", data={"query": HEAVY}, timeout=0.2)
    started = time.monotonic()
    assert count(client) > 1000
    assert time.monotonic() - started < 0.9


@pytest.mark.parametrize("accept", ["text/turtle", "application/n-triples", "application/ld+json"])
def test_a_thing_answers_a_program_with_rdf(client, accept):
    response = client.get(BODY, headers={"Accept": accept})
    syntax = {"text/turtle": RdfFormat.TURTLE, "application/n-triples": RdfFormat.N_TRIPLES}.get(accept, RdfFormat.JSON_LD)
    assert response.headers["Content-Type"].startswith(accept)
    assert response.headers["Vary"] == "Accept"
    assert "Tỉnh ủy Gia Lai" in {quad.object.value for quad in parse(response.content, syntax)}


def test_a_thing_answers_a_reader_with_a_page(client):
    page = client.get(BODY, headers={"Accept": "text/html"}).text
    assert "<h1>Tỉnh ủy Gia Lai</h1>" in page
    assert 'href="/vnkg/id/' in page
    assert client.get(f"{BODY}-nope").status_code == 404


def test_an_article_brings_its_passages(client):
    response = client.get("/vnkg/id/article/bao_0000", headers={"Accept": "text/turtle"})
    assert "Đồng chí" not in response.text
    assert "http://www.w3.org/ns/oa#exact" in response.text


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append(tag)
        assert not any(name.startswith("on") for name, _ in attrs)


@pytest.mark.parametrize("path", ["/", "/?lang=en", "/vnkg/id/person/evil", f"/ask?question=career&person={EVIL}",
                                  "/query?query=SELECT ?o WHERE { <https://w3id.org/vnkg/id/person/evil> ?p ?o }",
                                  f"/query?query={EVIL}", "/ask?question=overview&lang=\"><script>"])
def test_what_an_article_or_an_asker_says_is_text(client, path):
    response = client.get(path, headers={"Accept": "text/html"})
    assert response.headers["Content-Type"].startswith("text/html")
    assert response.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert not {"script", "img"} & set(Tags(response.text).found)


@pytest.mark.parametrize("name", list(shipped()))
def test_each_shipped_question_is_on_the_page_and_answers(client, name):
    asked = shipped()[name]
    assert f'value="{name}"' in client.get("/").text
    values = {one.name: one.example for one in asked.parameters}
    response = client.get("/ask", params={"question": name, **values}, headers={"Accept": "text/html"})
    assert response.status_code == 200


def test_the_network_around_a_thing(client):
    page = client.get("/network", params={"focus": "https://w3id.org/vnkg/id/organization/tỉnh-ủy-gia-lai"})
    assert page.status_code == 200
    assert "Content-Security-Policy" in page.text
    assert client.get("/network", params={"focus": "nonsense"}).status_code == 400


def test_another_name_for_this_machine_is_not_answered(client):
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 421


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_nothing_is_written(client, method):
    assert client.request(method, "/query").status_code == 501


def test_a_request_that_is_too_long(client):
    assert client.post("/query", content=b"x" * (1 << 21)).status_code == 413


def test_what_is_loaded_meanwhile_is_seen(folder, client, tmp_path):
    before = count(client)
    path = tmp_path / "more.nt"
    path.write_text("<http://x/new> <http://x/p> <http://x/o> .\n")
    into_folder(folder, path)
    assert count(client) == before + 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_cleanly(folder, number):
    with served(folder) as (client, process):
        assert count(client) > 0
        process.send_signal(number)
        assert process.wait(5) == 0
        assert process.stderr.read() == ""


def test_a_port_that_is_taken_and_a_store_that_is_none(folder, client, tmp_path):
    def run(*options):
        done = subprocess.run([sys.executable, "-c", RUN, "serve", *options], capture_output=True, text=True, check=False)
        return done.returncode, done.stderr

    port = str(client.base_url.port)
    assert run("--store", str(folder), "--port", port) == (
        6, f"kg: 127.0.0.1:{port}: cannot be served at: Address already in use; name another --port or --host\n")
    assert run("--store", str(tmp_path)) == (
        6, f"kg: {tmp_path}: there is no store here; load one with: kg load GRAPH --store DIR\n")


@pytest.mark.parametrize(("accept", "best"), [
    ("", "text/turtle"), ("text/html", "text/html"), ("text/turtle;q=0.4, text/html;q=0.6", "text/html"),
    ("text/*;q=0.5, text/turtle;q=0", "text/html"), ("application/json", None), ("*/*, text/html;q=0.1", "text/turtle"),
    ("text/html;q=x", None),
])
def test_the_best_of_what_is_offered(accept, best):
    assert media.preferred(accept, ["text/turtle", "text/html"]) == best
