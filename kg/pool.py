"""Working processes, each given some sources at a time, and what they make of them in the order of the sources."""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from kg.errors import KgError
from kg.reading.source import Source

T = TypeVar("T")

_TOGETHER = 32_768  # bytes of articles that a process is given at a time: little to send for what there is to do
_AHEAD = 3  # such parcels in waiting for each process: bounds the memory, keeps all busy


def spread(work: Callable[[Source], T], sources: Iterable[Source], processes: int) -> Iterator[T]:
    """What `work`, a function of a module, makes of each source, in order. Memory does not grow with their number.

    Raises KgError if a working process is ended from outside.
    """
    with ProcessPoolExecutor(processes, multiprocessing.get_context(_start()), _begin) as pool:
        yield from _in_order(pool, partial(_each, work), _parcels(sources), processes * _AHEAD)


def _start() -> str:
    """How processes begin: by fork, which takes no time, where it is safe: on Linux, with no other thread beside."""
    threads = Path("/proc/self/task")
    return "fork" if threads.is_dir() and len(list(threads.iterdir())) == 1 else "spawn"


def _each(work: Callable[[Source], T], parcel: list[Source]) -> list[T]:
    return list(map(work, parcel))


def _parcels(sources: Iterable[Source]) -> Iterator[list[Source]]:
    """The sources in order, small ones together."""
    parcel, size = [], 0
    for source in sources:
        parcel.append(source)
        size += len(source.content)
        if size >= _TOGETHER:
            yield parcel
            parcel, size = [], 0
    if parcel:
        yield parcel


def _in_order(pool: ProcessPoolExecutor, work: Callable[[list[Source]], list[T]], parcels: Iterator[list[Source]],
              ahead: int) -> Iterator[T]:
    with _interrupts_later():
        begun: deque[Future[list[T]]] = deque(pool.submit(work, parcel) for parcel in islice(parcels, ahead))
    try:
        while begun:
            done = begun.popleft().result()
            with _interrupts_later():  # the pool begins a process whenever it has none to spare
                begun.extend(pool.submit(work, parcel) for parcel in islice(parcels, 1))
            yield from done
    except BrokenProcessPool:
        what = "a working process was ended from outside"
        raise KgError("kg build", what, "free some memory and run it again") from None
    finally:
        pool.shutdown(wait=not begun, cancel_futures=True)  # an end that is not awaited may meet the program's own


@contextmanager
def _interrupts_later() -> Iterator[None]:
    """Processes that begin inside the block begin with interrupts held back; here one comes after the block."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """An interrupt is for the main process, which then ends the others; if it is killed, they end too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        signal.raise_signal(signal.SIGTERM)
