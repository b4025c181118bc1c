"""A real cluster on this machine: a scheduler and workers, and what happens when one of them is lost."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress

import pytest

from kg.cluster.engine import reached
from kg.cluster.errors import ClusterError
from tests.archive.conftest import update
from tests.archive.news import many, written
from tests.cluster.test_build import build

pytest.importorskip("distributed", reason="the extra vnkg[cluster] is not installed")
KG = [sys.executable, "-m", "kg"]


def started(*arguments):
    """A process of Dask in a session of its own, so that it ends with all that it began."""
    return subprocess.Popen([sys.executable, "-m", "dask", *arguments], start_new_session=True,
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def ended(process):
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """The address of a scheduler on this machine, and its two workers, which nothing starts again."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    processes = [started("scheduler", "--host", address, "--dashboard-address", "127.0.0.1:0")]
    processes += [started("worker", address, "--nthreads", "1", "--dashboard-address", "127.0.0.1:0", "--no-nanny", "--host", "127.0.0.1",
                          "--local-directory", str(tmp_path_factory.mktemp("scratch"))) for _ in range(2)]
    yield address, processes[1:]
    for process in processes:
        ended(process)


class Killing:
    """An engine that ends a worker once a task of a stage is done and others are on their way."""

    def __init__(self, engine, stage, worker):
        self._engine, self._stage, self._worker = engine, stage, worker

    def run(self, task, calls):
        for done in self._engine.run(task, calls):
            if task.__name__ == self._stage and self._worker.poll() is None:
                self._worker.send_signal(signal.SIGKILL)
                self._worker.wait()
            yield done


@pytest.mark.slow
def test_a_worker_that_is_killed_costs_time_alone(cluster, tmp_path):
    address, (worker, _) = cluster
    rows = many(200, 8)
    inputs = [written(tmp_path / f"{i:03d}.jsonl", rows[i:i + 10]) for i in range(0, len(rows), 10)]
    with reached("dask", address) as engine:
        graph, run = build(tmp_path / "out", inputs, engine=Killing(engine, "extract", worker), share=4_000, size=50_000)
    assert worker.returncode == -signal.SIGKILL
    assert run.articles == len(rows)
    assert graph == update(tmp_path / "one", rows)


@pytest.mark.slow
def test_the_command_on_the_cores_of_this_machine(tmp_path):
    rows = many(30, 9)
    written(tmp_path / "news.jsonl", rows)
    command = [*KG, "build", "news.jsonl", "--archive", "--engine", "dask", "-o", "out"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert done.stdout.startswith("archive: articles 30, persons ")
    assert done.stdout.endswith(" (30 added)\n  out/graph\n")
    assert b"".join(path.read_bytes() for path in sorted((tmp_path / "out" / "graph").glob("part-*.nq"))) == update(tmp_path / "one", rows)


def test_an_address_where_nobody_answers(monkeypatch):
    monkeypatch.setattr("kg.cluster.dask._PATIENCE", 4)
    with pytest.raises(ClusterError) as raised, reached("dask", "tcp://127.0.0.1:9"):
        pass
    assert str(raised.value) == ("tcp://127.0.0.1:9: is no address of a Dask scheduler that can be reached; "
                                 "check it: it is like tcp://10.0.0.5:8786")


def test_words_for_an_address():
    with pytest.raises(ClusterError, match="is no address"), reached("dask", "nowhere at all"):
        pass
