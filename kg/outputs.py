"""What a build leaves in its folder: graphs, pages, and the texts that they were made from.

    graph.ttl, graph.html   one graph of all articles and its page
    STEM.ttl, STEM.html     instead, with one graph for each article
    articles/STEM.txt       each article's text as read, which the offsets in the graphs count
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from kg.article import Article
from kg.batch import Built, Recipe, page_of
from kg.errors import ReadingError
from kg.files import folder, write
from kg.graph import write as serialize
from kg.graph.serialization import NAMING
from kg.graph.texts import FOLDER
from kg.graph.triple import Quad
from kg.summary import found

ENDINGS = {"turtle": ".ttl", "nt": ".nt", "nquads": ".nq", "trig": ".trig", "jsonld": ".jsonld", "xml": ".rdf"}
_UNSAFE = re.compile(r"[^\w.-]|^[.-]")
_LONGEST = 100  # code points of a file's name: a Vietnamese letter takes up to three of the 255 bytes


def file_stem(id: str) -> str:
    """A safe file name for an article, whatever its identifier holds. Different identifiers, different names."""
    name = _UNSAFE.sub(lambda sign: f"~{ord(sign[0]):x}~", unicodedata.normalize("NFC", id))
    if len(name) <= _LONGEST:
        return name
    return f"{name[:_LONGEST - 30]}~~{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}"


def taken(where: str, id: str, first: str) -> ReadingError:
    """What is wrong with an article whose identifier another one had first."""
    return ReadingError(where, f'is called "{id}", as {first} is', "rename one of them")


@dataclass(slots=True)
class Outputs:
    """The files of one build, written as the articles come (`recipe.each`) or at the end."""

    place: Path
    recipe: Recipe
    keep_text: bool = True
    files: list[Path] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    _rows: list[Quad] = field(default_factory=list)
    _read: list[Article] = field(default_factory=list)
    _ids: dict[str, str] = field(default_factory=dict)

    def add(self, built: Built) -> None:
        """Take one article. Raises its error, ReadingError where another article has its id, or WritingError."""
        if built.error or not built.article:
            raise built.error or ReadingError(built.where, "holds no article")
        first = self._ids.get(built.article.id)
        if first == built.where:  # given twice
            return
        if first:
            raise taken(built.where, built.article.id, first)
        self._ids[built.article.id] = built.where
        self._keep(built, built.article)

    @property
    def articles(self) -> int:
        return len(self._ids)

    def _keep(self, built: Built, article: Article) -> None:
        stem = file_stem(article.id)
        if self.recipe.each:
            self._put(stem, built.graph, built.page)
            self.counts.update(built.found)
        else:
            self._rows.extend(built.rows)
            self._read.append(article)
        if self.keep_text:
            write(self.place / FOLDER / f"{stem}.txt", article.text.encode("utf-8", "surrogatepass"))

    def finish(self) -> None:
        """Write the one graph of all articles, if that is what is wanted. Raises GraphError or WritingError."""
        if self.recipe.each or not self.articles:
            return
        rows = self._rows if self.recipe.format in NAMING else _merged(self._rows, self.articles)
        self.counts = found({row[:3] for row in rows})  # several articles may state one triple
        graph = serialize(rows, self.recipe.format, self.recipe.base)
        self._put("graph", graph, page_of(_merged(rows, self.articles), self._read) if self.recipe.page else b"")

    def _put(self, stem: str, graph: bytes, page: bytes) -> None:
        for ending, content in ((ENDINGS[self.recipe.format], graph), (".html", page)):
            if content:
                write(self.place / f"{stem}{ending}", content)
                self.files.append(self.place / f"{stem}{ending}")


def prepare(place: Path) -> None:
    """Make the folder before any work is done for it. Raises WritingError."""
    folder(place)


def _merged(rows: list[Quad], articles: int) -> list[Quad]:
    """Triples of several articles with one label a thing."""
    if articles < 2:
        return rows
    from kg.graph.merging import merged

    return [(*row, "") for row in merged(row[:3] for row in rows)]
