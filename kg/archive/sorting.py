"""More lines than fit into memory, sorted."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import chain, islice
from pathlib import Path

RUN = 100_000  # lines that are sorted in memory at a time


def sorted_lines(lines: Iterable[str], folder: Path, run: int = RUN) -> Iterator[str]:
    """Lines, each with its line feed, in the order of their code points; what does not fit waits in `folder`.

    Raises OSError where the folder cannot be written.
    """
    waiting = iter(lines)
    with ExitStack() as files:
        runs: list[Iterable[str]] = []
        while batch := sorted(islice(waiting, run)):
            if len(batch) < run:
                runs.append(batch)
                break
            file = files.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n", dir=folder))
            file.writelines(batch)
            file.seek(0)
            runs.append(file)
        yield from heapq.merge(*runs) if len(runs) > 1 else chain(*runs)
