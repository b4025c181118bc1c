"""Media types: which of them a client takes, and answers written in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat

HTML = "text/html"
TURTLE = "text/turtle"
JSON = "application/sparql-results+json"
ROWS: Mapping[str, QueryResultsFormat] = {
    JSON: QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
GRAPHS: Mapping[str, RdfFormat] = {
    TURTLE: RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
}
ALSO = {
    "application/json": JSON,
    "application/xml": "application/sparql-results+xml",
    "text/plain": "application/n-triples",
}


def preferred(accept: str, offered: Sequence[str]) -> str | None:
    """The offered type that an Accept header likes best, the first of equals; None where it takes none of them.

    RFC 9110, section 12.5.1; a type without a header is as good as any.
    """
    liked = [(quality, -offered.index(one), one) for one in offered if (quality := _quality(accept, one))]
    return max(liked)[2] if liked else None


def _quality(accept: str, media: str) -> float:
    """How much a media type is liked: by the range that names it most closely."""
    best: tuple[int, float] = (-1, 0.0)
    for part in (accept or "*/*").split(","):
        name, _, parameters = part.partition(";")
        name = ALSO.get(name.strip().lower(), name.strip().lower())
        closeness = _ranges(media).index(name) + 1 if name in _ranges(media) else 0
        if closeness > best[0] and closeness:
            best = closeness, _weight(parameters)
    return best[1]


def _ranges(media: str) -> tuple[str, str, str]:
    return "*/*", f"{media.partition('/')[0]}/*", media


def _weight(parameters: str) -> float:
    for one in parameters.split(";"):
        name, _, value = one.strip().partition("=")
        if name == "q":
            try:
                return float(value)
            except ValueError:
                return 0.0
    return 1.0


def written(answer: QuerySolutions | QueryBoolean | QueryTriples, media: str) -> bytes:
    """An answer in a media type of its kind; rows in JSON and graphs in Turtle where the type is of the other kind."""
    if isinstance(answer, QueryTriples):
        return answer.serialize(format=GRAPHS.get(media, RdfFormat.TURTLE)) or b""
    return answer.serialize(format=ROWS.get(media, QueryResultsFormat.JSON)) or b""
