"""What a server answers, read to its end and checked."""

from __future__ import annotations

import re
from collections import deque

import httpx
from pyoxigraph import (
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
)

from kg.errors import StoreError

# One format a request: Virtuoso refuses a list whose first choice does not fit the form of the query.
ROWS, TRIPLES = "application/sparql-results+xml", "application/n-triples"
_VIRTUOSO_ASK = "__ASK_RETVAL"


def read(url: str, response: httpx.Response) -> QuerySolutions | QueryBoolean | QueryTriples:
    """The answer to a query. Raises StoreError where it is not of SPARQL 1.1."""
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip()
    if kind != ROWS:
        store = Store()
        store.extend(Quad(one.subject, one.predicate, one.object) for one in triples(url, response))
        return store.query("CONSTRUCT WHERE { ?s ?p ?o }")
    try:
        answer = parse_query_results(response.content, format=QueryResultsFormat.XML)
        if isinstance(answer, QuerySolutions):
            deque(answer, 0)  # reads to the end, so that what is wrong in the middle is found here
            answer = parse_query_results(response.content, format=QueryResultsFormat.XML)
        return _yes_or_no(answer)
    except (SyntaxError, ValueError) as error:
        raise StoreError(url, f"gives an answer that cannot be read: {error}") from None


def _yes_or_no(answer: QuerySolutions | QueryBoolean) -> QuerySolutions | QueryBoolean:
    """Virtuoso answers ASK with a table: one row for yes, none or a zero for no."""
    if isinstance(answer, QueryBoolean) or [one.value for one in answer.variables] != [_VIRTUOSO_ASK]:
        return answer
    truth = "ASK { }" if any(row[0].value in ("1", "true") for row in answer) else "ASK { FILTER(false) }"
    return Store().query(truth)  # type: ignore[return-value]


def triples(url: str, response: httpx.Response) -> list[Triple]:
    """The statements of an answer in N-Triples or Turtle. Raises StoreError where it is neither."""
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip()
    if not re.fullmatch(r"application/n-triples|text/plain|text/turtle", kind):
        raise StoreError(url, f"answers with {kind or 'something'}, which is no RDF",
                         "is it the address of a SPARQL endpoint?")
    try:
        return [quad.triple for quad in parse(response.content, RdfFormat.TURTLE)]
    except (SyntaxError, ValueError) as error:
        raise StoreError(url, f"gives an answer that cannot be read: {error}") from None
