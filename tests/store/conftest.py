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


@pytest.fixture(scope="session")
def archive_file(tmp_path_factory) -> Path:
    """Two hundred articles, a named graph each."""
    path = tmp_path_factory.mktemp("archive") / "archive.nq"
    path.write_bytes(write(rows(200), "nquads"))
    return path


@pytest.fixture(scope="session")
def merged_file(tmp_path_factory) -> Path:
    """The same articles in one graph."""
    path = tmp_path_factory.mktemp("merged") / "archive.ttl"
    path.write_bytes(write([row[:3] for row in rows(200)], "turtle"))
    return path


@pytest.fixture(scope="session")
def few_file(tmp_path_factory) -> Path:
    """Twelve articles, a named graph each."""
    path = tmp_path_factory.mktemp("few") / "few.nq"
    path.write_bytes(write(rows(12), "nquads"))
    return path


@pytest.fixture(scope="session")
def some_file(tmp_path_factory) -> Path:
    """Fifty articles, a named graph each."""
    path = tmp_path_factory.mktemp("some") / "some.nq"
    path.write_bytes(write(rows(50), "nquads"))
    return path


@pytest.fixture(scope="session", params=list(KINDS))
def server(request, tmp_path_factory):
    """A running server of each kind; tests take graphs of their own names."""
    running = KINDS[request.param](tmp_path_factory.mktemp(request.param))
    running.start()
    yield running
    running.stop()
