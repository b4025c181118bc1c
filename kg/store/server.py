"""A triplestore on a server, spoken to by the SPARQL 1.1 protocols with httpx.

https://www.w3.org/TR/sparql11-http-rdf-update/ (graphs) and https://www.w3.org/TR/sparql11-protocol/ (queries,
updates). Whatever a request does may be done twice, so that one whose answer was lost is simply sent again.
"""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from urllib.parse import urlsplit, urlunsplit

import httpx
from pyoxigraph import DefaultGraph, NamedNode, QueryBoolean, QuerySolution, QuerySolutions, QueryTriples

from kg.errors import QueryError, StoreError
from kg.store import refusals, reply
from kg.store.question import form
from kg.store.staging import GraphName

# What ends a store's address for graphs, and where its queries and updates then go. Oxigraph and Virtuoso are
# tested; the others are as their manuals say, and were not tried.
ADDRESSES: Mapping[str, tuple[str, str]] = {
    "/store": ("/query", "/update"),  # Oxigraph
    "/sparql-graph-crud-auth": ("/sparql-auth", "/sparql-auth"),  # Virtuoso
    "/data": ("/query", "/update"),  # Jena Fuseki
    "/rdf-graphs/service": ("", "/statements"),  # RDF4J, GraphDB
}
PASSING = frozenset((408, 425, 429, 502, 503, 504))
MUCH = 1 << 20  # bytes
PATIENCE = (0.5, 1.0, 2.0, 4.0)  # seconds before each further try


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a server takes graphs, queries and updates; None where it is not known."""

    graphs: str
    query: str | None
    update: str | None


def addresses(url: str) -> Addresses:
    """From the address for graphs to the others. Raises StoreError for what is no address."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise StoreError(url, "is no address of a server", "write it like http://127.0.0.1:7878/store")
    if parts.username or parts.password:
        raise StoreError(parts.hostname, "no user or password belongs into an address", "use --user and --password-env")
    path = parts.path.rstrip("/")
    for ending, (query, update) in ADDRESSES.items():
        if path.endswith(ending):
            root = urlunsplit((parts.scheme, parts.netloc, path.removesuffix(ending), "", ""))
            return Addresses(url, root + query, root + update)
    return Addresses(url, None, None)


class Server:
    """A server, used in a `with` block. `login` is a user and a password. Every method raises StoreError."""

    def __init__(self, url: str, login: tuple[str, str] | None = None, timeout: float = 600,
                 wait: Callable[[float], None] = time.sleep) -> None:
        self.at, self._software = addresses(url), ""
        self._is_oxigraphs = self.at.graphs.rstrip("/").endswith("/store")
        self._login, self._wait = login, wait
        self._client = httpx.Client(timeout=httpx.Timeout(timeout, connect=10), headers={"User-Agent": "kg"})

    def __enter__(self) -> Server:
        if self._login:
            self._client.auth = self._authentication(*self._login)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self._client.close()

    @property
    def takes_quads(self) -> bool:
        """Whether statements of many graphs can be added at once, which no protocol says: if the server that answered
        last is Oxigraph."""
        return self._software.startswith("Oxigraph/") and self._is_oxigraphs

    def add(self, graph: GraphName, n_triples: bytes) -> None:
        """Add statements to a graph. As Turtle, which N-Triples are, because every store takes that."""
        self._send("POST", self.at.graphs, params=_named(graph) | self._quick(n_triples), content=n_triples,
                   headers={"Content-Type": "text/turtle; charset=utf-8"})

    def add_quads(self, n_quads: bytes) -> None:
        """Add statements to the graphs that they name, where the server `takes_quads`."""
        self._send("POST", self.at.graphs, params=self._quick(n_quads), content=n_quads,
                   headers={"Content-Type": "application/n-quads"})

    def _quick(self, content: bytes) -> dict[str, str]:
        """Oxigraph is told to take much at once without a transaction, which is several times as fast: a portion that
        is broken off is sent again."""
        return {"no_transaction": ""} if self._is_oxigraphs and len(content) > MUCH else {}

    def put(self, graph: GraphName, n_triples: bytes) -> None:
        """Make a graph what is sent."""
        self._send("PUT", self.at.graphs, params=_named(graph), content=n_triples,
                   headers={"Content-Type": "text/turtle; charset=utf-8"})

    def drop(self, graph: GraphName) -> None:
        """Take a graph out, if it is there."""
        self._send("DELETE", self.at.graphs, params=_named(graph), absent=True)

    def copy(self, source: GraphName, target: GraphName) -> None:
        """Make a graph what another one is, in one step."""
        name = "DEFAULT" if isinstance(target, DefaultGraph) else f"{target}"
        self._send("POST", self.at.update or "", content=f"COPY {source} TO {name}".encode(),
                   headers={"Content-Type": "application/sparql-update"})

    def count(self, graph: GraphName) -> int:
        """How many statements a graph has."""
        return self.counts([graph])[graph]

    def counts(self, graphs: Sequence[GraphName]) -> dict[GraphName, int]:
        """How many statements each of some graphs has; asked, or counted where no address for queries is known."""
        if self.at.query is None:
            return {graph: self._counted(graph) for graph in graphs}
        named = [graph for graph in graphs if isinstance(graph, NamedNode)]
        found: dict[GraphName, int] = dict.fromkeys(graphs, 0)
        if named:
            names = ", ".join(map(str, named))
            found |= {row["g"]: int(row["n"].value) for row in self._rows(
                f"SELECT ?g (COUNT(*) AS ?n) WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(?g IN ({names})) }} GROUP BY ?g")}
        if len(named) < len(graphs):
            found |= {DefaultGraph(): int(row["n"].value) for row in self._rows(
                "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")}
        return found

    def _rows(self, sparql: str) -> list[QuerySolution]:
        answer = self._query(self.at.query or "", sparql, ())
        if not isinstance(answer, QuerySolutions):
            raise StoreError(self.at.query or "", "does not say how many statements there are")
        return list(answer)

    def ask(self, sparql: str, graphs: Sequence[str] = ()) -> QuerySolutions | QueryBoolean | QueryTriples:
        """The answer to a query, put to the address that this server was given. Raises QueryError if it is refused."""
        return self._query(self.at.graphs, sparql, graphs)

    def _query(self, url: str, sparql: str, graphs: Sequence[str]) -> QuerySolutions | QueryBoolean | QueryTriples:
        wanted = reply.ROWS if form(sparql) in ("SELECT", "ASK") else reply.TRIPLES
        response = self._send("POST", url, data={"query": sparql, "default-graph-uri": list(graphs)},
                              headers={"Accept": wanted}, query=True)
        if rows := response.headers.get("X-SPARQL-MaxRows"):
            raise QueryError(url, f"the server cuts every answer after {rows} rows, and cut this one",
                             "ask with LIMIT and OFFSET, or raise the server's limit (Virtuoso: ResultSetMaxRows)")
        return reply.read(url, response)

    def _counted(self, graph: GraphName) -> int:
        response = self._send("GET", self.at.graphs, params=_named(graph), absent=True,
                              headers={"Accept": reply.TRIPLES})
        return 0 if response.status_code == 404 else sum(1 for _ in reply.triples(self.at.graphs, response))

    def _authentication(self, user: str, password: str) -> httpx.Auth:
        """By what the server asks for: the request that finds out is small, and gives digest its first nonce."""
        response = self._request("GET", self.at.update or self.at.graphs)
        asked = response.headers.get("WWW-Authenticate", "")
        if "digest" in asked.lower():
            return httpx.DigestAuth(user, password)
        if not _is_private(self.at.graphs):
            raise StoreError(self.at.graphs, "would be sent the password readable by everyone on the way",
                             "use its https address")
        return httpx.BasicAuth(user, password)

    def _send(self, method: str, url: str, *, absent: bool = False, query: bool = False,
              **request: object) -> httpx.Response:
        """A request, again after failures that can pass. `absent`: a graph that is not there is no failure."""
        response = self._request(method, url, **request)
        if response.is_success or (absent and response.status_code == 404):
            return response
        raise refusals.refused(url, response, self._login, query)

    def _request(self, method: str, url: str, **request: object) -> httpx.Response:
        for pause in (*PATIENCE, None):
            try:
                response = self._client.request(method, url, **request)  # type: ignore[arg-type]
                self._software = response.headers.get("Server", "")
                if response.status_code not in PASSING or pause is None:
                    return response
            except httpx.TransportError as error:
                if pause is None or isinstance(error, httpx.UnsupportedProtocol):
                    raise refusals.unreachable(url, error) from None
            except httpx.InvalidURL as error:
                raise StoreError(url, f"is no address of a server: {error}") from None
            self._wait(pause)
        raise AssertionError


def _named(graph: GraphName) -> dict[str, str]:
    return {"default": ""} if isinstance(graph, DefaultGraph) else {"graph": graph.value}


def _is_private(url: str) -> bool:
    """Whether nobody else can read what is sent to an address."""
    parts = urlsplit(url)
    try:
        return parts.scheme == "https" or ipaddress.ip_address(parts.hostname or "").is_loopback
    except ValueError:
        return parts.hostname == "localhost"
