"""Engines: what spreads tasks over the machines of a cluster, and does those again whose machine is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Any, Protocol

from kg.cluster.errors import ClusterError

NAMES = ("dask",)


class Engine(Protocol):
    """A cluster that has been reached."""

    def run(self, task: Callable[..., Any], calls: Iterable[tuple[Any, ...]]) -> Iterator[Any]:
        """What `task`, a function of a module, returns for the arguments of each call, as the calls end.

        Calls are taken as workers come free, so that their number costs no memory. A call may be made more than once.
        Raises ClusterError, and what the task raises.
        """
        ...


def reached(name: str, address: str = "") -> AbstractContextManager[Engine]:
    """The cluster at an address, or one of this machine's cores. Raises ClusterError."""
    if name not in NAMES:
        raise ClusterError(name, "is not an engine", f"take one of: {', '.join(NAMES)}")
    try:
        import distributed  # noqa: F401
    except ImportError:
        raise ClusterError(name, "is not installed", "pip install 'vnkg[cluster]'") from None
    from kg.cluster.dask import cluster

    return cluster(address)
