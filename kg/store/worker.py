"""Processes that answer questions over a store's folder, each within a time limit.

A query cannot be stopped from inside: the process that takes too long, or too much memory, is ended and another
one takes its place. The folder is opened for reading only and opened again whenever it has changed, so that
`kg load` may go on meanwhile.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from queue import Empty, Queue
from typing import TYPE_CHECKING

from kg.errors import KgError, QueryError, StoreError

if TYPE_CHECKING:
    from pyoxigraph import Store

MEMORY = 2 << 30  # bytes that one process may take
Job = tuple[str, str]  # a query, and the media type of the answer; or what a view is of, and the view's name
Views = Mapping[str, str]  # what else is made from a store: the name of a function ("module:function"), loaded at need


class Workers:
    """Some processes over one folder. Use in a `with` block.

    limit  seconds for one answer
    views  what `view` makes, by name
    """

    def __init__(self, folder: Path, limit: float, views: Views | None = None, number: int = 2) -> None:
        self._limit, self._new = limit, partial(_Worker, folder, views or {})
        self._free: Queue[_Worker] = Queue()
        for _ in range(number):
            self._free.put(self._new())

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        while not self._free.empty():
            self._free.get().end()

    def view(self, name: str, of: str) -> bytes:
        """What the view `name` makes of the store. Raises as `answer` does."""
        return self._done((of, name))

    def answer(self, sparql: str, media: str) -> bytes:
        """The answer in a media type. Raises QueryError, or StoreError where nobody is free or the store is gone."""
        return self._done((sparql, media))

    def _done(self, job: Job) -> bytes:
        try:
            worker = self._free.get(timeout=self._limit)
        except Empty:
            raise StoreError("the server", "is busy with other questions", "try again later") from None
        try:
            answer = worker.ask(job, self._limit)
        except KgError:
            worker.end()
            worker = self._new()
            raise
        finally:
            self._free.put(worker)
        if isinstance(answer, KgError):
            raise answer
        return answer


class _Worker:
    def __init__(self, folder: Path, views: Views) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, folder, views), daemon=True)
        self._process.start()
        theirs.close()

    def ask(self, job: Job, limit: float) -> bytes | KgError:
        try:
            self._pipe.send(job)
            if not self._pipe.poll(limit):
                raise QueryError("the query", f"takes longer than {limit:g} seconds", "narrow it, or add a LIMIT")
            received: bytes | KgError = self._pipe.recv()
        except (EOFError, OSError):
            raise QueryError("the query", "takes more memory than it may", "narrow it, or add a LIMIT") from None
        return received

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _work(pipe: Connection, folder: Path, views: Views) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends this process
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    answer = _answering(folder, views)
    while True:
        try:
            pipe.send(_outcome(answer, *pipe.recv()))
        except (EOFError, BrokenPipeError):
            return


def _outcome(answer: Callable[[str, str], bytes], sparql: str, media: str) -> bytes | KgError:
    try:
        return answer(sparql, media)
    except KgError as error:
        return error
    except (OSError, ValueError) as error:
        return StoreError("the store", f"cannot answer: {error}")


def _answering(folder: Path, views: Views) -> Callable[[str, str], bytes]:
    """What answers queries from the folder as it is at the time of each."""
    from kg.store.embedded import reading
    from kg.store.media import written
    from kg.store.source import evaluate

    opened: tuple[object, Store | None] = None, None

    def answer(sparql: str, media: str) -> bytes:
        nonlocal opened
        state = _state(folder)
        if opened[0] != state:
            with reading(folder) as store:
                opened = state, store
        assert opened[1]
        if media in views:
            module, _, function = views[media].partition(":")
            made: bytes = getattr(import_module(module), function)(opened[1], sparql)
            return made
        return written(evaluate(opened[1], sparql), media)

    return answer


def _state(folder: Path) -> object:
    """What changes whenever something was written."""
    try:
        with os.scandir(folder) as entries:
            return sorted((one.name, one.stat().st_size) for one in entries if not one.name.startswith(("LOG", "LOCK")))
    except OSError:
        return None
