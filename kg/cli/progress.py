"""A line that shows how far a long run has come."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TypeVar

T = TypeVar("T")
_MANY = 20  # articles from which on a run is worth a line


def shown(items: Iterable[T], hidden: bool = False, things: str = "articles") -> Iterator[T]:
    """The items; where there are many and standard error is a terminal, a line there counts them."""
    waiting = iter(items)
    if hidden or not sys.stderr.isatty():
        yield from waiting
        return
    first = list(islice(waiting, _MANY))
    yield from _counted(chain(first, waiting), things) if len(first) == _MANY else first


def _counted(items: Iterable[T], things: str) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn(f"{{task.completed:,}} {things}"), TextColumn("{task.speed:.3g} a second"),
               TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(items, total=None)
