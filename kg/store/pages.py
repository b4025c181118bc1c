"""The pages of `kg serve`. Whatever an article says is text in them: every value passes through autoescape."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from pyoxigraph import Literal, NamedNode, QueryBoolean, QueryResultsFormat, QuerySolutions, parse_query_results

from kg.graph.terms import PREFIXES
from kg.store.question import LANGUAGES, shipped

FOLDER = Path(__file__).parent / "page"
MANY = 500  # values of a thing that its page shows
_SAFE = "/:@!$&'()*+,;=~.-_#"


@dataclass(frozen=True, slots=True)
class Cell:
    """A value: its text, and where a click on it leads, if anywhere."""

    text: str
    link: str = ""


class Pages:
    """Pages in a language; things below `base` are linked to their own page."""

    def __init__(self, base: str, lang: str) -> None:
        self.base, self.lang = base, lang

    def home(self) -> bytes:
        return self._page("home.html", questions=shipped().values())

    def style(self) -> bytes:
        return (FOLDER / "style.css").read_bytes()

    def failure(self, reason: str) -> bytes:
        return self._page("failure.html", reason=reason)

    def answer(self, json: bytes, sparql: str, name: str, values: Mapping[str, str]) -> bytes:
        """The answer to a query as a table."""
        found = parse_query_results(json, format=QueryResultsFormat.JSON)
        asked = shipped().get(name)
        heads = {one: titles[self.lang] for one, titles in asked.columns.items()} if asked else {}
        columns, rows = ([], [[Cell("true" if found else "false")]]) if isinstance(found, QueryBoolean) else \
            self._table(found)
        return self._page("answer.html", asked=asked, values=values, sparql=sparql,
                          columns=[heads.get(one, one) for one in columns], rows=rows)

    def about(self, iri: str) -> str:
        """The question that a thing's page is made from."""
        label = f"OPTIONAL {{ ?o <{PREFIXES['rdfs']}label> ?name }}"
        return (f"SELECT ?side ?p ?o (MIN(STR(?name)) AS ?label) WHERE {{ {{ <{iri}> ?p ?o BIND(1 AS ?side) {label} }}"
                f" UNION {{ ?o ?p <{iri}> BIND(2 AS ?side) {label} }} }}"
                f" GROUP BY ?side ?p ?o ORDER BY ?side ?p ?label STR(?o) LIMIT {MANY}")

    def description(self, iri: str) -> str:
        """The question for what a thing says of itself and, for an article, of its passages."""
        passages = f"<{PREFIXES['kg']}inArticle>"
        return (f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {{ BIND(<{iri}> AS ?s) ?s ?p ?o }}"
                f" UNION {{ ?s {passages} <{iri}> ; ?p ?o }} }}")

    def resource(self, iri: str, json: bytes) -> bytes | None:
        """The page of a thing, or nothing where nothing is known of it."""
        found = parse_query_results(json, format=QueryResultsFormat.JSON)
        assert isinstance(found, QuerySolutions)
        sides: dict[str, list[tuple[Cell, Cell]]] = {"1": [], "2": []}
        for row in found:
            value = self._cell(row["o"])
            named = Cell(row["label"].value, value.link) if row["label"] else value
            sides[row["side"].value].append((self._cell(row["p"]), named))
        if not sides["1"] and not sides["2"]:
            return None
        title = next((value.text for predicate, value in sides["1"] if predicate.text == "rdfs:label"), iri)
        return self._page("resource.html", iri=iri, title=title, outward=sides["1"], inward=sides["2"])

    def _table(self, found: QuerySolutions) -> tuple[list[str], list[list[Cell]]]:
        names = [one.value for one in found.variables]
        return names, [[self._cell(row[i]) for i in range(len(names))] for row in found]

    def _cell(self, term: object) -> Cell:
        if isinstance(term, NamedNode):
            return Cell(_short(term.value), self._link(term.value))
        return Cell(term.value if isinstance(term, Literal) else "" if term is None else str(term))

    def _link(self, iri: str) -> str:
        if iri.startswith(self.base):
            return quote(urlsplit(self.base).path + iri.removeprefix(self.base), safe=_SAFE)
        return iri if re.match(r"https?://", iri) else ""

    def _page(self, name: str, **values: object) -> bytes:
        words = {"lang": self.lang, "languages": LANGUAGES, "vi": self.lang == "vi"}
        return _template(name).render(**words, **values).encode()


def _short(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


@cache
def _template(name: str) -> Template:
    loader = FileSystemLoader(FOLDER)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True,
                       lstrip_blocks=True).get_template(name)
