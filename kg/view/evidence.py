"""The passages that facts come from, and the articles that hold them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from textwrap import shorten

from kg.graph.index import Index
from kg.view.picture import Passage, Source

SAFE_LINK = re.compile(r"https?://", re.IGNORECASE)
DATELINE = re.compile(r"\s*\([^()\n]{2,40}\)\s*[-–—]?\s*")
LONGEST = 110  # code points of words that stand for a headline
POSITION = re.compile(r"[0-9]{1,12}$")


class Evidence:
    """Sources and passages of a graph, and their indexes.

    `texts` gives the full text of articles by IRI or by the SHA-256 that the graph states; where it holds none,
    or another text than the passage's, the passage stands alone.
    """

    def __init__(self, graph: Index, texts: Mapping[str, str]) -> None:
        self._graph = graph
        articles = graph.instances("kg:Article")
        self.sources = tuple(self._source(article, texts) for article in articles)
        self._sources = {article: index for index, article in enumerate(articles)}
        self.passages: list[Passage] = []
        self._passages: dict[str, int] = {}
        for node in graph.instances("kg:Passage"):
            self._add(node)

    def of(self, resource: str) -> tuple[int, ...]:
        """Indexes of the passages that a resource was derived from, in reading order."""
        nodes = self._graph.nodes(resource, "prov:wasDerivedFrom")
        found = {self._passages[node] for node in nodes if node in self._passages}
        return tuple(sorted(found, key=lambda index: self.passages[index]))

    def first(self, resource: str) -> tuple[int, int]:
        """Where a resource is first named: its source and its start there; one that is not comes last."""
        found = self.of(resource)
        return self.passages[found[0]][:2] if found else (len(self.sources), 0)

    def date(self, passages: tuple[int, ...]) -> str:
        """The earliest date of the passages' articles, as ISO text, or nothing."""
        return min((self.sources[self.passages[index].source].date for index in passages), default="")

    def _add(self, node: str) -> None:
        read = self._graph
        source = next((self._sources[one] for one in read.nodes(node, "kg:inArticle") if one in self._sources), None)
        start, end = read.text(node, "oa:start"), read.text(node, "oa:end")
        if source is not None and POSITION.match(start) and POSITION.match(end):
            self._passages[node] = len(self.passages)
            self.passages.append(Passage(source, int(start), int(end), read.text(node, "oa:exact")))

    def _source(self, article: str, texts: Mapping[str, str]) -> Source:
        read = self._graph
        url = next(iter((*read.texts(article, "schema:url"), *read.nodes(article, "schema:url"))), "")
        text = texts.get(article) or texts.get(read.text(article, "kg:sha256"), "")
        return Source(
            iri=article,
            headline=read.text(article, "schema:headline") or _opening(text) or read.label(article),
            date=read.text(article, "schema:datePublished", "kg:datedOn")[:10],
            outlet=self._names(article, "kg:publishedBy", "schema:publisher"),
            author=self._names(article, "kg:writtenBy", "schema:author"),
            url=url if SAFE_LINK.match(url) else "",
            text=text,
        )

    def _names(self, article: str, *names: str) -> str:
        """The values of the first property that has any, by name."""
        found = ([self._graph.label(value) for value in self._graph.values(article, name)] for name in names)
        return ", ".join(next(filter(None, found), []))


def _opening(text: str) -> str:
    """The first words of an article that has no headline, without its dateline ("(GLO)-")."""
    dateline = DATELINE.match(text)
    start = dateline.end() if dateline else 0
    return shorten(text[start:start + 10 * LONGEST], LONGEST, placeholder=" …")
