"""Dask as an engine: a scheduler that workers on any machine connect to.

Tasks whose worker is lost are given to another one by the scheduler, four times by its default
(`distributed.scheduler.allowed-failures`).
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

import dask
from distributed import Client, LocalCluster, as_completed
from distributed.scheduler import KilledWorker

from kg.cluster.errors import ClusterError

_PATIENCE = 60  # seconds until the first worker must have come
_AHEAD = 2  # calls in waiting for each thread of a worker


@contextmanager
def cluster(address: str = "") -> Iterator[Dask]:
    """The cluster whose scheduler has the address, as "tcp://10.0.0.5:8786"; without one, a worker for each core here.

    Raises ClusterError.
    """
    with _quiet(), _client(address) as client:
        try:
            client.wait_for_workers(1, _PATIENCE)
        except TimeoutError:
            remedy = f"start one: dask worker {address} --nworkers auto --nthreads 1"
            raise ClusterError(address, "has no worker", remedy) from None
        yield Dask(client, address or "the local cluster")


@contextmanager
def _client(address: str) -> Iterator[Client]:
    if address:
        try:
            client = Client(address, timeout=_PATIENCE / 4, set_as_default=False)
        except (OSError, ValueError, TypeError) as error:
            what = "is no address of a Dask scheduler that can be reached"
            raise ClusterError(address, what, "check it: it is like tcp://10.0.0.5:8786") from error
        with client:
            yield client
        return
    local = LocalCluster(n_workers=dask.system.CPU_COUNT, threads_per_worker=1, memory_limit=0, host="127.0.0.1",
                         dashboard_address="127.0.0.1:0", silence_logs=logging.CRITICAL)
    with local, Client(local, set_as_default=False) as client:
        yield client


@contextmanager
def _quiet() -> Iterator[None]:
    """The engine's own notices are for its operators: a lost worker, say, costs time alone."""
    logger = logging.getLogger("distributed")
    before = logger.level
    with dask.config.set({"logging.distributed": "error"}):
        logger.setLevel(logging.CRITICAL)
        try:
            yield
        finally:
            logger.setLevel(before)


class Dask:
    """An engine (kg.cluster.engine.Engine)."""

    def __init__(self, client: Client, address: str) -> None:
        self._client = client
        self._address = address

    def run(self, task: Callable[..., Any], calls: Iterable[tuple[Any, ...]]) -> Iterator[Any]:
        waiting = iter(calls)
        running = as_completed(self._begun(task, islice(waiting, self._room)), loop=self._client.loop)
        try:
            for future in running:
                yield future.result()
                running.update(self._begun(task, islice(waiting, max(self._room - running.count(), 0))))
        except KilledWorker as error:
            what = f"a task of {task.__name__} ended {error.allowed_failures + 1} workers"
            raise ClusterError(self._address, what, "give the workers more memory, or split large inputs") from None
        except (asyncio.CancelledError, OSError) as error:
            what = f"a task of {task.__name__} failed ({error})"
            raise ClusterError(self._address, what, "check its scheduler, the shared folder and its space") from None

    @property
    def _room(self) -> int:
        threads: dict[str, int] = self._client.nthreads()
        return max(sum(threads.values()), 1) * _AHEAD

    def _begun(self, task: Callable[..., Any], calls: Iterable[tuple[Any, ...]]) -> list[Any]:
        return [self._client.submit(task, *call, pure=False) for call in calls]
