"""What a server says no with, and what its user is told. The server here is one that says what it is bidden."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from pyoxigraph import NamedNode

from kg.errors import StoreError
from kg.store.server import PATIENCE, Server, addresses
from tests.store.servers import free_port

GRAPH = NamedNode("http://x/g")
KNOWN = "(Oxigraph: http://HOST:7878/store; Virtuoso: http://HOST:8890/sparql-graph-crud-auth)"


@pytest.fixture
def bidden():
    """A server and its list of answers to come: (status, headers, body). The last one is given again."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            server.seen.append((self.command, self.path, self.headers.get("Authorization"), body))
            status, headers, text = server.answers.pop(0) if len(server.answers) > 1 else server.answers[0]
            self.send_response(status)
            for name, value in {"Content-Length": str(len(text.encode())), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(text.encode())

        def do_GET(self):
            self.do_POST()

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.seen, server.answers = [], []
    server.url = f"http://127.0.0.1:{server.server_port}/store"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(("status", "headers", "body", "message"), [
    (400, {}, "line 7: bad", "does not take the statements (HTTP 400: line 7: bad); check the file with kg load --store, "
                             "which reads it strictly"),
    (401, {}, "", "asks who is there; give --user NAME and --password-env VARIABLE"),
    (403, {}, "no", "does not let this user write (HTTP 403: no); give the user the right to (Virtuoso: grant SPARQL_UPDATE)"),
    (404, {}, "", f"has nothing at this address (HTTP 404); use the address of its Graph Store Protocol {KNOWN}"),
    (405, {}, "", f"takes no graphs at this address (HTTP 405); use the address of its Graph Store Protocol {KNOWN}"),
    (413, {}, "", "finds a portion too large (HTTP 413); raise the server's limit for a request's size"),
    (301, {"Location": "https://y/"}, "", "has moved to https://y/; use that address"),
    (500, {"Content-Type": "text/html"}, "<html><title>t</title><h1>Oops</h1><p>disk &amp; memory</p>",
     "fails (HTTP 500: disk & memory); look into the server's log"),
    (507, {}, "", "has no space left (HTTP 507); make room on the server's disk"),
    (418, {}, "", "refuses (HTTP 418); look into the server's log"),
])
def test_each_refusal_has_its_message(bidden, status, headers, body, message):
    bidden.answers = [(status, headers, body)]
    with Server(bidden.url) as client, pytest.raises(StoreError) as caught:
        client.add(GRAPH, b"")
    assert str(caught.value) == f"{bidden.url}: {message}"
    assert caught.value.exit_code == 6
    assert len(bidden.seen) == 1


@pytest.mark.parametrize("status", [408, 429, 502, 503, 504])
def test_a_failure_that_can_pass_is_tried_again(bidden, status):
    bidden.answers = [(status, {}, ""), (status, {}, ""), (204, {}, "")]
    pauses = []
    with Server(bidden.url, wait=pauses.append) as client:
        client.add(GRAPH, b"<http://x/s> <http://x/p> <http://x/o> .\n")
    assert pauses == list(PATIENCE[:2])
    assert len({body for *_, body in bidden.seen}) == 1


def test_patience_ends(bidden):
    bidden.answers = [(503, {}, "busy")]
    pauses = []
    with Server(bidden.url, wait=pauses.append) as client, pytest.raises(StoreError, match="fails .HTTP 503: busy"):
        client.add(GRAPH, b"")
    assert pauses == list(PATIENCE)


def test_nobody_there():
    url = f"http://127.0.0.1:{free_port()}/store"
    with Server(url, wait=lambda _: None) as client, pytest.raises(StoreError) as caught:
        client.add(GRAPH, b"")
    assert str(caught.value) == f"{url}: cannot be reached; is the server running, and is the address right?"


def test_a_password_goes_out_only_when_it_is_asked_for(bidden):
    bidden.answers = [(401, {"WWW-Authenticate": "Basic realm=x"}, ""), (204, {}, "")]
    with Server(bidden.url, ("me", "secret")) as client:
        client.add(GRAPH, b"")
    assert [authorization for _, _, authorization, _ in bidden.seen] == [None, "Basic bWU6c2VjcmV0"]


def test_a_password_is_not_sent_readable_to_another_machine(monkeypatch):
    client = Server("http://store.example/store", ("me", "secret"))
    answer = type("Answer", (), {"headers": {"WWW-Authenticate": "Basic realm=x"}})
    monkeypatch.setattr(client, "_request", lambda *_: answer)
    with pytest.raises(StoreError, match="would be sent the password readable by everyone on the way; use its https"), client:
        pass


def test_a_count_that_is_short_is_told(bidden, few_file):
    from kg.store.load import to_server

    bidden.url = bidden.url.replace("/store", "/graphs")  # no known address for queries: counted by reading back
    bidden.answers = [(200, {"Content-Type": "application/n-triples"}, "<http://x/s> <http://x/p> <http://x/o> .\n")]
    with Server(bidden.url) as client, pytest.raises(StoreError, match="holds 1 statements in .*, not the .* that were sent"):
        to_server(client, few_file)


@pytest.mark.parametrize(("url", "query", "update"), [
    ("http://h:7878/store", "http://h:7878/query", "http://h:7878/update"),
    ("http://h/sparql-graph-crud-auth", "http://h/sparql-auth", "http://h/sparql-auth"),
    ("https://h/ds/data/", "https://h/ds/query", "https://h/ds/update"),
    ("http://h/repositories/r/rdf-graphs/service", "http://h/repositories/r", "http://h/repositories/r/statements"),
    ("http://h/anything", None, None),
])
def test_addresses_follow_from_the_one_that_is_given(url, query, update):
    assert (addresses(url).query, addresses(url).update) == (query, update)


@pytest.mark.parametrize(("url", "message"), [
    ("localhost:7878", "localhost:7878: is no address of a server; write it like http://127.0.0.1:7878/store"),
    ("ftp://h/store", "ftp://h/store: is no address of a server; write it like http://127.0.0.1:7878/store"),
    ("http://me:secret@h/store", "h: no user or password belongs into an address; use --user and --password-env"),
])
def test_what_is_no_address(url, message):
    with pytest.raises(StoreError) as caught:
        addresses(url)
    assert str(caught.value) == message
