"""The archive, the example's graph, and real stores that hold neither yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.graph import quads, write
from tests.store.archive import archive
from tests.store.servers import Oxigraph, Virtuoso

KINDS = {"oxigraph": Oxigraph, "virtuoso": Virtuoso}


def rows(size: int):
    return [row for one in archive(size) for row in quads(one)]


def written(factory, size: int, syntax: str = "nquads") -> Path:
    """The archive's first articles in a file: a named graph each, or as Turtle in one graph."""
    path = factory.mktemp("archive") / f"archive.{'ttl' if syntax == 'turtle' else 'nq'}"
    path.write_bytes(write(rows(size) if syntax == "nquads" else [row[:3] for row in rows(size)], syntax))
    return path


@pytest.fixture(scope="session")
def archive_file(tmp_path_factory) -> Path:
    return written(tmp_path_factory, 200)


@pytest.fixture(scope="session")
def merged_file(tmp_path_factory) -> Path:
    return written(tmp_path_factory, 200, "turtle")


@pytest.fixture(scope="session")
def some_file(tmp_path_factory) -> Path:
    return written(tmp_path_factory, 50)


@pytest.fixture(scope="session")
def few_file(tmp_path_factory) -> Path:
    return written(tmp_path_factory, 12)


@pytest.fixture(scope="session", params=list(KINDS))
def server(request, tmp_path_factory):
    """A running server of each kind; tests take graphs of their own names."""
    running = KINDS[request.param](tmp_path_factory.mktemp(request.param))
    running.start()
    yield running
    running.stop()
