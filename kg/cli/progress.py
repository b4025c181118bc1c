"""A line that shows how far a long run has come."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import TypeVar

T = TypeVar("T")
_MANY = 20  # articles from which on a run is worth a line


def shown(items: Iterable[T], hidden: bool = False, things: str = "articles",
          number: Callable[[], int | None] = lambda: None) -> Iterator[T]:
    """The items; where there are many and standard error is a terminal, a line there counts them.

    `number` tells how many there are to come, for the time that remains; it is asked only where the line is shown.
    """
    waiting = iter(items)
    if hidden or not sys.stderr.isatty():
        yield from waiting
        return
    first = list(islice(waiting, _MANY))
    yield from _counted(chain(first, waiting), things, number()) if len(first) == _MANY else first


def _counted(items: Iterable[T], things: str, number: int | None) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        ProgressColumn,
        SpinnerColumn,
        Task,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.3g} a second" if task.speed else "")  # unknown at first

    of = f" of {number:,}" if number else ""
    left = (BarColumn(20), TimeRemainingColumn(), TextColumn("left")) if number else ()
    columns = (SpinnerColumn(), TextColumn(f"{{task.completed:,}}{of} {things}"), Rate(), TimeElapsedColumn(), *left)
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(items, total=number)
