"""The driver of a build: it tells tasks which files to read, and holds nothing of the articles itself."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from fcntl import LOCK_EX, LOCK_NB, flock
from itertools import chain
from pathlib import Path

from kg.archive.judgements import Judgement
from kg.archive.judging import Judging, undisputed
from kg.archive.publication import judged_links
from kg.archive.record import Key, key_of
from kg.archive.state import NAME as ARCHIVE
from kg.cluster import stages
from kg.cluster.engine import Engine
from kg.cluster.errors import ClusterError
from kg.cluster.extraction import KINDS, Extracted, extract
from kg.cluster.known import NAME, note
from kg.cluster.lines import Range
from kg.cluster.plan import GRAPH, Plan
from kg.cluster.shares import shares
from kg.errors import WritingError
from kg.files import folder, remove, write
from kg.outputs import taken
from kg.reading.source import File, Report

_WORK = ("canonical", "links", "support", GRAPH)


@dataclass(slots=True)
class Build:
    """One build on a cluster.

    articles, persons  how many there are in the graph
    unchanged          how many articles an earlier run had read
    """

    engine: Engine
    plan: Plan
    articles: int = 0
    persons: int = 0
    unchanged: int = 0
    _groups: dict[str, int] = field(default_factory=dict)  # digest of a share -> its group
    _samples: dict[str, list[bytes]] = field(default_factory=dict)

    def extract(self, files: Iterable[File]) -> Iterator[Extracted]:
        """Have all articles read and understood; each share as it is done, in any order."""
        for name in _WORK:
            shutil.rmtree(self.plan.folder(name), ignore_errors=True)
        remove(self.plan.folder(NAME))  # what is there now is of no whole build
        for name in (*KINDS, "done", *_WORK):
            folder(self.plan.folder(name))
        self._samples = {name: [] for name in KINDS}
        here = (file._replace(path=file.path.absolute()) for file in files)
        for done in self.engine.run(extract, ((self.plan, share) for share in shares(here, self.plan.share))):
            self._groups[done.digest] = done.group
            self.articles += done.articles
            self.unchanged += done.articles if done.known else 0
            for name, samples in zip(KINDS, done.samples, strict=True):
                self._samples[name] += samples
            yield done

    def publish(self, judgements: Iterable[Judgement], report: Report) -> Path:
        """Have persons identified across articles and the graph written; the folder of its parts.

        Articles whose identifier another one had first go to `report`. Raises ClusterError, WritingError.
        """
        judged = undisputed(judgements)
        self.plan = _judging(self.plan, judged)
        self._clear()
        left_out = self._repeated(report)
        links = self._identify(judged, left_out)
        number, support = self._publish(left_out)
        self._count(number, links + support)
        return self._finish(left_out)

    def _clear(self) -> None:
        """Take away what earlier runs left for articles that are given no more."""
        for name in (*KINDS, "done"):
            for path in self.plan.folder(name).iterdir():
                if path.name not in self._groups:
                    remove(path)

    def _ranges(self, kind: str) -> list[Range]:
        return self.plan.ranges(self._samples[kind])

    def _repeated(self, report: Report) -> frozenset[str]:
        calls = ((self.plan, part, self._groups) for part in self._ranges("ids"))
        found = sorted(chain.from_iterable(self.engine.run(stages.repeat, calls)), key=lambda one: (one.id, one.where))
        for one in found:
            report(taken(one.where, one.id, one.first))
        self.articles -= len(found)
        return frozenset(one.where for one in found)

    def _identify(self, judged: Sequence[Judgement], left_out: frozenset[str]) -> list[bytes]:
        """Keys that stand for equal amounts of links."""
        samples: list[bytes] = []
        asked: dict[Key, Key] = {}
        calls = ((self.plan, number, part, left_out) for number, part in enumerate(self._ranges("records")))
        for done in self.engine.run(stages.identify, calls):
            self.persons += done.persons
            asked.update(done.asked)
            samples += done.samples
        rows = judged_links(judged, lambda key: asked.get(key, ()), self.plan.recipe.base)
        return samples + stages.put_links(self.plan, len(self._ranges("records")), rows)

    def _publish(self, left_out: frozenset[str]) -> tuple[int, list[bytes]]:
        """How many parts there are, and keys that stand for equal amounts of support."""
        parts = self._ranges("fragments")
        calls = ((self.plan, number, part, left_out) for number, part in enumerate(parts))
        return len(parts), list(chain.from_iterable(self.engine.run(stages.publish, calls)))

    def _count(self, first: int, samples: Iterable[bytes]) -> None:
        parts = self.plan.ranges(samples)
        for _ in self.engine.run(stages.count, ((self.plan, number, part) for number, part in enumerate(parts, first))):
            pass

    def _finish(self, left_out: frozenset[str]) -> Path:
        """Put what is new in the place of what is old, whole, and take away what tasks exchanged."""
        try:
            for half in self.plan.folder(GRAPH).rglob(".*"):  # by a worker that was lost
                half.unlink()
            _replace(self.plan.place / GRAPH, self.plan.folder(GRAPH), self.plan.folder("old"))
            for name in _WORK:
                shutil.rmtree(self.plan.folder(name), ignore_errors=True)
            write(self.plan.folder(NAME), note(self.plan, left_out))
        except OSError as error:
            what = f"cannot be written ({error.strerror or error})"
            raise WritingError(self.plan.place, what, "check the folder") from None
        return self.plan.place / GRAPH


@contextmanager
def kept(place: Path) -> Iterator[None]:
    """The output folder, kept from other builds on this machine. Raises ClusterError, WritingError."""
    if (place / ARCHIVE).exists():
        raise ClusterError(place, "holds an archive of one machine", "choose another folder")
    folder(place / "work")
    with (place / "work" / "lock").open("w") as lock:
        try:
            flock(lock, LOCK_EX | LOCK_NB)
        except OSError:
            raise ClusterError(place, "is in use", "wait until the other build has ended") from None
        yield


def _replace(place: Path, new: Path, aside: Path) -> None:
    """Put a folder in the place of another one."""
    shutil.rmtree(aside, ignore_errors=True)
    if place.exists():
        place.replace(aside)
    new.replace(place)
    shutil.rmtree(aside, ignore_errors=True)


def _judging(plan: Plan, judged: Sequence[Judgement]) -> Plan:
    base = plan.recipe.base
    keys = (key_of(name, base) for one in judged for name in (one.one, one.other))
    return replace(plan, judging=Judging.of(judged, base), asked=frozenset(filter(None, keys)))
