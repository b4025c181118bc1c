"""Work on many sources, in the order they come in, on one core or several."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import TypeVar

from kg.reading.source import Source

T = TypeVar("T")

_FEW = 16  # articles that one core does before others could have helped


def mapped(work: Callable[[Source], T], sources: Iterable[Source], cores: int | None = None) -> Iterator[T]:
    """What `work`, a function of a module, makes of each source, in order. Memory does not grow with their number.

    Raises KgError if a working process is ended from outside.
    """
    waiting = iter(sources)
    first = list(islice(waiting, _FEW))
    yield from map(work, first[:1])  # it loads the word lists and patterns, which forked processes then have
    rest, cores = chain(first[1:], waiting), cores or _cores()
    if len(first) == _FEW:
        gc.freeze()  # what was loaded stays, and need not be looked through for garbage again and again
        if cores > 1:
            from kg.pool import spread  # a few articles need none of what this loads

            yield from spread(work, rest, cores)
            return
    yield from map(work, rest)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
