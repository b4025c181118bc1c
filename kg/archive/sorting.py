"""More lines than fit into memory, sorted."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import IO

RUN = 4_000  # lines that are sorted in memory at a time
MOST = 200  # runs that are open at a time


def sorted_lines(lines: Iterable[str], folder: Path, run: int = RUN) -> Iterator[str]:
    """Lines, each with its line feed, in the order of their code points; what does not fit waits in `folder`.

    Raises OSError where the folder cannot be written.
    """
    waiting = iter(lines)
    with ExitStack() as files:
        runs: list[IO[str]] = []
        while batch := sorted(islice(waiting, run)):
            if len(batch) < run and not runs:
                yield from batch
                return
            runs.append(_written(batch, folder, files))
            if len(runs) == MOST:
                with files.pop_all():  # the merged run takes their place
                    runs = [_written(heapq.merge(*runs), folder, files)]
        yield from heapq.merge(*runs)


def _written(lines: Iterable[str], folder: Path, files: ExitStack) -> IO[str]:
    """A file of these lines, ready to be read, which `files` will close; it has no name that could stay behind."""
    file: IO[str] = tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n", dir=folder)  # noqa: SIM115
    files.enter_context(file)
    file.writelines(lines)
    file.seek(0)
    return file
