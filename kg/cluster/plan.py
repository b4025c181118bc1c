"""What every task of a build knows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.archive.judging import Judging
from kg.archive.record import Key
from kg.batch import Recipe
from kg.cluster.lines import Range, put, ranges

GRAPH = "graph"  # the folder of the graph's parts, and of the articles' texts in `articles`
_SAMPLES = 16  # of what a task takes: the more, the more equal are the tasks
_MOST = 1000  # ranges, since each reads a slice of every file: tasks of more lines where there would be more of them


@dataclass(frozen=True, slots=True)
class Plan:
    """How a build goes, small enough to be sent with each task.

    place      the output folder as all machines see it, absolute
    method     what articles' fragments depend on beside the articles (kg.archive.method)
    keep_text  whether each article's text is kept in `place`/graph/articles
    judging    what judgements say of persons
    asked      keys of persons that judgements speak of, to be looked up
    share      bytes of input files that one task takes
    size       bytes of lines that a task of a later stage takes
    """

    place: Path
    recipe: Recipe
    method: str
    keep_text: bool = True
    judging: Judging = Judging((), (), {})
    asked: frozenset[Key] = frozenset()
    share: int = 8 << 20
    size: int = 16 << 20

    def folder(self, name: str) -> Path:
        """A folder for what tasks leave to others."""
        return self.place / "work" / name

    def files(self, name: str) -> list[Path]:
        """The files that all tasks of a kind left, in the order of their names; none that a lost worker left half."""
        return sorted(path for path in self.folder(name).iterdir() if not path.name.startswith("."))

    def put(self, name: str, file: str, lines: Iterable[bytes]) -> list[bytes]:
        """Leave lines in a folder for other tasks; keys that stand for equal amounts of them. Raises WritingError."""
        return put(self.folder(name) / file, lines, max(self.size // _SAMPLES, 1))

    def ranges(self, samples: Iterable[bytes]) -> list[Range]:
        """The ranges that tasks take of lines with these samples."""
        found = list(samples)
        return ranges(found, max(_SAMPLES, len(found) // _MOST))
