"""A store's folder as a SPARQL 1.1 endpoint, with a page for each thing in it.

Served by Python's own http.server: it is for one person's machine or a small team's, binds to loopback, needs no
further package, and its work is waiting for the processes that answer queries. The server never writes: `kg load`
into the same folder does, at any time, and the next answer knows it. A store that many people write to over a
network is a server's work (Oxigraph, Virtuoso), which `kg load --to` and `kg query --in` speak with.
"""

from __future__ import annotations

import re
import signal
import threading
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import parse_qs, unquote, urlsplit

from kg.errors import KgError, QueryError, StoreError
from kg.graph.iri import is_iri
from kg.store import media
from kg.store.pages import Pages
from kg.store.question import LANGUAGES, form, shipped, words
from kg.store.worker import Workers

LONGEST = 1 << 20  # bytes of a request's body
LOOPBACK = ("127.0.0.1", "localhost", "::1")
_POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
    "Vary": "Accept",
}


@dataclass(frozen=True, slots=True)
class Response:
    """`guarded`: with a policy that lets no script run; the network's page has one of its own."""

    body: bytes
    media: str = media.HTML
    status: int = HTTPStatus.OK
    guarded: bool = True


@dataclass(frozen=True, slots=True)
class Site:
    """What is served: the answers of `workers`, and a page for each IRI below `base`, at the path of that IRI."""

    workers: Workers
    base: str
    hosts: tuple[str, ...]

    def pages(self, lang: str) -> Pages:
        return Pages(self.base, lang)


class _Handler(BaseHTTPRequestHandler):
    """One request."""

    server_version, sys_version = "kg", ""
    protocol_version = "HTTP/1.1"
    timeout = 30
    site: ClassVar[Site]

    def do_GET(self) -> None:
        self._respond("")

    def do_HEAD(self) -> None:
        self._respond("")

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > LONGEST:
            self.close_connection = True
            self._send(_plain(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"a request has a length, of up to {LONGEST} bytes"))
            return
        self._respond(self.rfile.read(int(length)).decode("utf-8", "replace"))

    def _respond(self, body: str) -> None:
        host = urlsplit(f"//{self.headers.get('Host', '')}").hostname or ""
        if host not in self.site.hosts:  # a page elsewhere may have made its own name point to this machine
            self._send(_plain(HTTPStatus.MISDIRECTED_REQUEST, "this server does not answer to that name"))
            return
        try:
            self._send(self._answer(body))
        except QueryError as error:
            self._send(self._failed(HTTPStatus.BAD_REQUEST, error))
        except KgError as error:
            self._send(self._failed(HTTPStatus.SERVICE_UNAVAILABLE, error))

    def _answer(self, body: str) -> Response:
        path = unicodedata.normalize("NFC", unquote(urlsplit(self.path).path))
        if path in _ROUTES:
            return _ROUTES[path](self, body)
        root = urlsplit(self.site.base).path
        if self.command != "POST" and path.startswith(root) and is_iri(iri := self.site.base + path.removeprefix(root)):
            return self._resource(iri)
        return _plain(HTTPStatus.NOT_FOUND, "there is nothing at this address")

    def _values(self) -> dict[str, str]:
        return {name: found[-1] for name, found in parse_qs(urlsplit(self.path).query, keep_blank_values=True).items()}

    @property
    def _lang(self) -> str:
        lang = self._values().get("lang", LANGUAGES[0])
        return lang if lang in LANGUAGES else LANGUAGES[0]

    def _wanted(self, offered: list[str]) -> str | None:
        return media.preferred(self.headers.get("Accept", ""), offered)

    def _home(self, _: str) -> Response:
        return Response(self.site.pages(self._lang).home())

    def _style(self, _: str) -> Response:
        return Response(self.site.pages(self._lang).style(), "text/css")

    def _network(self, _: str) -> Response:
        return Response(self.site.workers.view("network", self._iri("focus") if self._values().get("focus") else ""),
                        guarded=False)

    def _part(self, _: str) -> Response:
        return Response(self.site.workers.view("part", self._iri("around")), "application/json")

    def _found(self, _: str) -> Response:
        return Response(self.site.workers.view("found", self._values().get("name", "")), "application/json")

    def _iri(self, name: str) -> str:
        value = self._values().get(name, "")
        if not is_iri(value):
            raise QueryError(value or "the request", "is no IRI", f"say which thing: {name}=IRI")
        return value

    def _ask(self, _: str) -> Response:
        """A shipped question, by name."""
        values = self._values()
        name, lang = values.pop("question", ""), values.pop("lang", LANGUAGES[0])
        if name not in shipped():
            return _plain(HTTPStatus.NOT_FOUND, "no such question")
        asked = shipped()[name]
        given = {one: value for one, value in values.items() if value != ""}
        return self._answered(asked.asked(given, lang if lang in LANGUAGES else LANGUAGES[0]), name, values)

    def _query(self, body: str) -> Response:
        """https://www.w3.org/TR/sparql11-protocol/#query-operation"""
        kind = self.headers.get("Content-Type", "").partition(";")[0]
        sent = parse_qs(body).get("query", [""])[-1] if kind == "application/x-www-form-urlencoded" else ""
        sparql = body if kind == "application/sparql-query" else sent or self._values().get("query", "")
        if not sparql:
            raise QueryError("the request", "holds no query", "send it as the parameter query")
        return self._answered(sparql, "", {})

    def _answered(self, sparql: str, name: str, values: Mapping[str, str]) -> Response:
        if "SERVICE" in re.findall(r"(?<![:?$\w])\w+(?!:)", words(sparql)):
            raise QueryError("the query", "asks another server, which this one does not do", "leave SERVICE out")
        kinds = media.GRAPHS if form(sparql) in ("CONSTRUCT", "DESCRIBE") else media.ROWS
        wanted = self._wanted([*kinds, media.HTML])
        if wanted is None:
            return _plain(HTTPStatus.NOT_ACCEPTABLE, f"answers are given as {', '.join(kinds)}")
        if wanted != media.HTML:
            return Response(self.site.workers.answer(sparql, wanted), wanted)
        first = next(iter(kinds))
        answer = self.site.workers.answer(sparql, first)
        if kinds is media.GRAPHS:
            return Response(answer, "text/plain")
        return Response(self.site.pages(self._lang).answer(answer, sparql, name, values))

    def _resource(self, iri: str) -> Response:
        """What the store says of a thing, for a reader or a program."""
        wanted = self._wanted([media.TURTLE, *media.GRAPHS, media.HTML])
        if wanted is None:
            kinds = ", ".join([media.HTML, *media.GRAPHS])
            return _plain(HTTPStatus.NOT_ACCEPTABLE, f"things are described as {kinds}")
        pages = self.site.pages(self._lang)
        page = pages.resource(iri, self.site.workers.answer(pages.about(iri), media.JSON))
        if page is None:
            return _plain(HTTPStatus.NOT_FOUND, "nothing is known of it")
        if wanted == media.HTML:
            return Response(page)
        return Response(self.site.workers.answer(pages.description(iri), wanted), wanted)

    def _failed(self, status: HTTPStatus, error: KgError) -> Response:
        if self._wanted(["text/plain", media.HTML]) == media.HTML:
            return Response(self.site.pages(self._lang).failure(str(error)), media.HTML, status)
        return _plain(status, str(error))

    def _send(self, response: Response) -> None:
        self.send_response(response.status)
        charset = "; charset=utf-8" if response.media.startswith("text/") else ""
        self.send_header("Content-Type", response.media + charset)
        self.send_header("Content-Length", str(len(response.body)))
        for name, value in {**_HEADERS, **({"Content-Security-Policy": _POLICY} if response.guarded else {})}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: addresses hold what people ask."""


_ROUTES: Mapping[str, Callable[[_Handler, str], Response]] = {
    "/": _Handler._home, "/style.css": _Handler._style, "/ask": _Handler._ask, "/query": _Handler._query,
    "/network": _Handler._network, "/network/part": _Handler._part, "/network/found": _Handler._found,
}


def _plain(status: HTTPStatus, text: str) -> Response:
    return Response(f"{text}\n".encode(), "text/plain", status)


@contextmanager
def serving(workers: Workers, host: str, port: int, base: str) -> Iterator[ThreadingHTTPServer]:
    """A server that is bound to its address, not yet running. Raises StoreError where the address is not free."""
    hosts = (host, *LOOPBACK, urlsplit(base).hostname or "")
    handler = type("Handler", (_Handler,), {"site": Site(workers, base, hosts)})
    try:
        server = ThreadingHTTPServer((host, port), handler)
    except (OSError, OverflowError) as error:
        raise StoreError(f"{host}:{port}", f"cannot be served at: {getattr(error, 'strerror', None) or error}",
                         "name another --port or --host") from None
    server.daemon_threads = True
    with server:
        yield server


def run(server: ThreadingHTTPServer) -> None:
    """Serve until the process is told to end, by Ctrl-C or by SIGTERM."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: threading.Thread(target=server.shutdown).start())
    server.serve_forever(poll_interval=0.1)
