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
from collections.abc import Callable, Sequence
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from queue import Empty, Queue

from kg.errors import KgError, QueryError, StoreError
from kg.graph.triple import Triple

MEMORY = 2 << 30  # bytes that one process may take
Draw = Callable[[Sequence[Triple], str | None], str]
Job = tuple[str, str]  # a query, and the media type of the answer; or an IRI or nothing, and DRAWING
DRAWING = "a picture"


class Workers:
    """Some processes over one folder. Use in a `with` block.

    limit  seconds for one answer
    draw   makes a page of triples, around the thing that an IRI names if one is given: a function of a module
    """

    def __init__(self, folder: Path, limit: float, draw: Draw | None = None, number: int = 2) -> None:
        self._limit, self._new = limit, partial(_Worker, folder, draw)
        self._free: Queue[_Worker] = Queue()
        for _ in range(number):
            self._free.put(self._new())

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        while not self._free.empty():
            self._free.get().end()

    def picture(self, focus: str | None) -> bytes:
        """A page of what the store holds, or of what lies around a thing. Raises as `answer` does."""
        return self._done((focus or "", DRAWING))

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
    def __init__(self, folder: Path, draw: Draw | None) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, folder, draw), daemon=True)
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


def _work(pipe: Connection, folder: Path, draw: Draw | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends this process
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    answer = _answering(folder, draw)
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


def _answering(folder: Path, draw: Draw | None) -> Callable[[str, str], bytes]:
    """What answers queries from the folder as it is at the time of each."""
    from pyoxigraph import Store

    from kg.store.embedded import reading
    from kg.store.media import written
    from kg.store.source import evaluate, triples

    opened: tuple[object, Store | None] = None, None

    def answer(sparql: str, media: str) -> bytes:
        nonlocal opened
        state = _state(folder)
        if opened[0] != state:
            with reading(folder) as store:
                opened = state, store
        assert opened[1]
        if draw and media == DRAWING:
            return draw(triples(opened[1]), sparql or None).encode()
        return written(evaluate(opened[1], sparql), media)

    return answer


def _state(folder: Path) -> object:
    """What changes whenever something was written."""
    try:
        with os.scandir(folder) as entries:
            return sorted((one.name, one.stat().st_size) for one in entries if not one.name.startswith(("LOG", "LOCK")))
    except OSError:
        return None
