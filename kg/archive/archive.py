"""An archive: articles added, replaced and withdrawn in the state, then who is who, then the published graph."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path

from kg import files
from kg.archive.errors import ArchiveError
from kg.archive.fragment import fragment_of
from kg.archive.identity import identify
from kg.archive.judgements import Judgement
from kg.archive.judging import Judging, undisputed
from kg.archive.method import method, source_digest
from kg.archive.packing import Packed, pack
from kg.archive.publication import GRAPH, publish
from kg.archive.state import State
from kg.article import Article
from kg.batch import Recipe, defect
from kg.errors import KgError
from kg.graph.texts import FOLDER
from kg.outputs import file_stem, taken
from kg.parallel import mapped
from kg.reading import article as read
from kg.reading.source import Source

TOGETHER = 50  # articles a transaction: what a killed run may lose
_NAMES = 500  # names a transaction


@dataclass(frozen=True, slots=True)
class Made:
    """One source's article, without its paragraphs, and its fragment; or what went wrong with it."""

    where: str
    source: bytes
    article: Article | None = None
    packed: Packed | None = None
    error: KgError | None = None


def make(source: Source, recipe: Recipe) -> Made:
    """What goes wrong is an outcome, not an exception."""
    digest = source_digest(source)
    try:
        one = read(source, recipe.dated)
        return Made(source.where, digest, replace(one, paragraphs=()), pack(fragment_of(one, recipe)))
    except KgError as error:
        return Made(source.where, digest, error=error)
    except Exception as error:  # a defect that one article brings to light must not cost the others
        return Made(source.where, digest, error=defect(source.where, error))


@dataclass(slots=True)
class Archive:
    """The archive in a folder, open for change.

    added, unchanged  how many articles this run built, and found built before
    """

    state: State
    place: Path
    recipe: Recipe
    keep_text: bool = True
    added: int = 0
    unchanged: int = 0
    withdrawn: int = 0

    def __post_init__(self) -> None:
        base = self.state.setting("base")
        if base and base != self.recipe.base:
            raise ArchiveError(self.place, f"was made with --base {base}", "use that, or another folder")
        with self.state.transaction():
            self.state.set("base", self.recipe.base)

    @property
    def method(self) -> str:
        return method(self.recipe)

    # ------------------------------------------------------------ articles

    def add(self, sources: Iterable[Source], cores: int | None = None) -> Iterator[Made]:
        """Add or replace the articles of all sources that are not in the archive as they are; each as it is done.

        A transaction holds a few dozen. An outcome with an error is not added; neither is an article with the
        identifier of another one of this run.
        """
        made = mapped(partial(make, recipe=self.recipe), self._changed(sources), cores)
        while several := list(islice(made, TOGETHER)):
            with self.state.transaction():
                done = [self._put(one) for one in several]
            yield from done

    def _changed(self, sources: Iterable[Source]) -> Iterator[Source]:
        for source in sources:
            known = self.state.current(source_digest(source), self.method)
            if known is None:
                yield source
            elif self.state.given(known, source.where) == source.where:
                self.unchanged += 1

    def _put(self, made: Made) -> Made:
        if made.article is None or made.packed is None:
            return made
        id = made.article.id
        first = self.state.given(id, made.where)
        if first != made.where:
            return Made(made.where, made.source, error=taken(made.where, id, first))
        if self.keep_text:
            files.write(self._text(id), made.article.text.encode("utf-8", "surrogatepass"))
        self.state.put(made.packed, made.source, self.method)
        self.added += 1
        return made

    def _text(self, id: str) -> Path:
        return self.place / FOLDER / f"{file_stem(id)}.txt"

    def withdraw(self, ids: Iterable[str]) -> None:
        """Take articles out, and their texts. Raises ArchiveError for one that is not there; then none is taken out."""
        with self.state.transaction():
            for id in ids:
                if not self.state.remove(id):
                    raise ArchiveError(id, "is not in the archive", "check the article's identifier")
                files.remove(self._text(id))
                self.withdrawn += 1

    # ------------------------------------------------------------ persons

    def publish(self, judgements: Iterable[Judgement] = ()) -> Path:
        """Identify persons anew where records or judgements have changed, and write the graph if it would be another.

        Raises WritingError; then the graph is as it was.
        """
        judged = undisputed(judgements)
        self.settle(Judging.of(judged, self.recipe.base))
        what = hashlib.sha256("\n".join(map(repr, judged)).encode()).hexdigest()
        graph = self.place / GRAPH
        if self.state.setting("published") != what or not graph.is_file():
            publish(self.state, self.place, judged)
            with self.state.transaction():
                self.state.set("published", what)
        return graph

    def settle(self, judging: Judging) -> None:
        """Identify the persons of all names whose records or judgements have changed."""
        self._note(judging)
        while names := self.state.changed(_NAMES):
            with self.state.transaction():
                for name in names:
                    self._identify(judging.names_with(name), judging)

    def _note(self, judging: Judging) -> None:
        """Have the names identified again whose judgements are not those that were applied last."""
        before = Judging.parsed(self.state.setting("judgements"))
        if before != judging:
            with self.state.transaction():
                self.state.change(sorted(judging.changed_from(before)))
                self.state.set("judgements", str(judging))

    def _identify(self, names: Iterable[str], judging: Judging) -> None:
        records = [record for name in sorted(names) for record in self.state.records(name)]
        self.state.settled(names, identify(records, judging.about(names)))
