"""What real stores do that nobody expects, and why graphs and questions are written as they are.

A test here fails when a newer store no longer does so: then what was written around it can go.
"""

from __future__ import annotations

import unicodedata

import httpx
import pytest

from kg.errors import StoreError
from kg.store.source import ask

TURTLE = {"Content-Type": "text/turtle; charset=utf-8"}


@pytest.fixture
def graph(server, request):
    """The name of a graph that no other test uses, and what puts Turtle there."""
    name = f"{server.root}/trap/{abs(hash(request.node.nodeid))}"
    auth = httpx.DigestAuth(*server.login) if server.login else None

    def post(text, method="POST"):
        return httpx.request(method, server.graphs, params={"graph": name}, content=text.encode(), headers=TURTLE, auth=auth,
                             timeout=60)

    return name, post


def values(server, sparql):
    with ask(server.query, sparql) as answer:
        return [row[0].value if row[0] is not None else None for row in answer]


def objects(server, name):
    return values(server, f"SELECT ?o WHERE {{ GRAPH <{name}> {{ ?s ?p ?o }} }} ORDER BY STR(?o)")


def virtuoso(server):
    return not server.default


def test_an_escape_in_a_prefixed_name_is_kept_by_virtuoso(server, graph):
    """So names are written in full between angle brackets."""
    name, post = graph
    post("@prefix a: <http://x/> . <http://x/s> <http://x/p> a:a\\#char\\=1 , <http://x/a#char=2> .")
    if virtuoso(server):
        with pytest.raises(StoreError, match="gives an answer that cannot be read: .*Invalid IRI"):
            objects(server, name)
    else:
        assert objects(server, name) == ["http://x/a#char=1", "http://x/a#char=2"]


def test_some_integers_become_others(server, graph):
    """So counts and offsets are xsd:integer."""
    name, post = graph
    post('<http://x/s> <http://x/p> "7"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger> .')
    with ask(server.query, f"SELECT ?o WHERE {{ GRAPH <{name}> {{ ?s ?p ?o }} }}") as answer:
        kept = next(answer)[0].datatype.value.endswith("#nonNegativeInteger")
    assert kept is virtuoso(server)


def test_a_put_that_fails_leaves_half_in_virtuoso(server, graph):
    """So a graph is replaced from a temporary one."""
    name, post = graph
    post("<http://x/s> <http://x/p> <http://x/old> .")
    bad = "".join(f"<http://x/s> <http://x/p> <http://x/new{i}> .\n" for i in range(10)) + "nonsense here\n"
    assert post(bad, "PUT").status_code >= 400
    assert (objects(server, name) == ["http://x/old"]) is not virtuoso(server)


def test_composed_and_decomposed_letters_are_different_names(server, graph):
    """So every name is in NFC, and a file with another is refused."""
    name, post = graph
    post("".join(f"<http://x/{unicodedata.normalize(form, 'tỉnh')}> <http://x/p> 1 .\n" for form in ("NFC", "NFD")))
    assert len(values(server, f"SELECT ?s WHERE {{ GRAPH <{name}> {{ ?s ?p ?o }} }}")) == 2


def test_capital_letters_with_accents(server, graph):
    """REGEX "i" is deaf to them in Virtuoso; LCASE, which the questions use, is not."""
    name, post = graph
    post('<http://x/s> <http://x/p> "ĐẢNG ỦY"@vi .')
    inner = f"GRAPH <{name}> {{ ?s ?p ?o }}"
    assert values(server, f"SELECT (LCASE(STR(?o)) AS ?l) WHERE {{ {inner} }}") == ["đảng ủy"]
    found = values(server, f'SELECT ?o WHERE {{ {inner} FILTER(REGEX(STR(?o), "đảng", "i")) }}')
    assert found == ([] if virtuoso(server) else ["ĐẢNG ỦY"])


def test_nothing_is_not_in_everything_for_virtuoso(server, graph):
    """So the questions ask for an empty parameter beforehand."""
    name, post = graph
    post('<http://x/s> <http://x/p> "a" .')
    found = values(server, f'SELECT ?o WHERE {{ GRAPH <{name}> {{ ?s ?p ?o }} FILTER(CONTAINS(STR(?o), "")) }}')
    assert found == ([] if virtuoso(server) else ["a"])


def test_an_aggregate_to_sort_by_is_no_sparql_for_virtuoso(server):
    """So the questions sort outside of what they group."""
    query = "SELECT ?s WHERE { ?s <http://x/none> ?k } GROUP BY ?s ORDER BY MIN(?k)"
    status = httpx.post(server.query, data={"query": query}, headers={"Accept": "application/sparql-results+xml"}).status_code
    assert (status == 400) is virtuoso(server)


def test_many_statements_in_one_update_are_too_many_for_virtuoso(server, graph):
    """So statements go by the Graph Store Protocol, not by INSERT DATA."""
    name, _ = graph
    rows = " ".join(f"<http://x/s{i}> <http://x/p> <http://x/o{i}> ." for i in range(12_000))
    auth = httpx.DigestAuth(*server.login) if server.login else None
    url = f"{server.root}/{'sparql-auth' if virtuoso(server) else 'update'}"
    if auth:
        httpx.get(url, auth=auth)
    response = httpx.post(url, content=f"INSERT DATA {{ GRAPH <{name}> {{ {rows} }} }}".encode(), auth=auth, timeout=60,
                          headers={"Content-Type": "application/sparql-update"})
    assert response.is_success is not virtuoso(server)
