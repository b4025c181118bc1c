"""Work on many sources, in the order they come in, on one core or several."""

from __future__ import annotations

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
    cores = cores or _cores()
    if len(first) < _FEW or cores < 2:
        yield from map(work, chain(first, waiting))
        return
    yield work(first[0])  # processes forked after this have all word lists and patterns from the start
    from kg.pool import spread  # a few articles need none of what this loads

    yield from spread(work, chain(first[1:], waiting), cores)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
