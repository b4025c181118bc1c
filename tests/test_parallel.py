"""Many articles on several cores."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from kg import pool
from kg.parallel import mapped
from kg.reading.source import Source


def source(number, size=10):
    return Source(f"a.jsonl:{number}", "a", ".jsonl", b"x" * size)


def where(one):
    """Of each source, where it is, and the process that looked."""
    return one.where, os.getpid()


def test_small_sources_are_sent_together_and_large_ones_alone():
    sizes = [10_000] * 8 + [10_000_000] * 2 + [1] * 3
    parcels = list(pool._parcels(source(number, size) for number, size in enumerate(sizes)))
    assert [[len(one.content) for one in parcel] for parcel in parcels] == [
        [10_000] * 4, [10_000] * 4, [10_000_000], [10_000_000], [1] * 3]


def test_results_come_in_order_from_other_processes():
    found = list(mapped(where, map(source, range(5_000)), 2))
    assert [name for name, _ in found] == [f"a.jsonl:{number}" for number in range(5_000)]
    assert len({process for _, process in found} - {os.getpid()}) == 2
    assert {process for _, process in mapped(where, map(source, range(9)), 2)} == {os.getpid()}


def test_sources_are_taken_only_as_they_are_needed():
    taken = []
    results = mapped(where, (taken.append(number) or source(number, 40_000) for number in range(10_000)), 2)
    next(results), next(results)
    results.close()
    assert len(taken) < 40


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
def test_processes_are_forked_only_where_no_other_thread_runs():
    ended = threading.Event()
    code = "from kg import pool; print(pool._start())"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "fork\n"
    other = threading.Thread(target=ended.wait)
    other.start()
    try:
        assert pool._start() == "spawn"
        assert [name for name, _ in mapped(where, map(source, range(40)), 2)] == [f"a.jsonl:{n}" for n in range(40)]
    finally:
        ended.set()
        other.join()


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="looks for processes as Linux lists them")
def test_working_processes_end_with_a_main_process_that_is_killed(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps({"text": f"Hội nghị lần thứ {n}. " * 200}) for n in range(3_000)))
    command = [sys.executable, "-m", "kg", "build", path, "-o", tmp_path, "--each", "--no-html", "-q"]
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    workers = waited(lambda: children(running.pid) if len(children(running.pid)) >= 2 else [])
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    assert workers and waited(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers))


def children(process):
    return Path(f"/proc/{process}/task/{process}/children").read_text().split()


def waited(condition):
    """What `condition` gives, as soon as it gives anything, within 20 seconds."""
    end = time.time() + 20
    while not (given := condition()) and time.time() < end:
        time.sleep(.05)
    return given
