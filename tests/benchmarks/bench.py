"""How fast it is, against things that everybody can run: `make bench`. Ratios hold between machines, seconds do not.

    python tests/benchmarks/bench.py [underthesea=PYTHON ViNLP=PYTHON]

PYTHON is the interpreter of an environment in which that package is installed (`make peers` makes them).
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import corpus
import growth
import peers
import stages
from table import table

from kg.batch import Recipe, build_all
from kg.reading import sources

RUNS = 5
ARTICLES = 400  # of each corpus; the growth is from half as many to ten times that half
Row = tuple[str, Sequence[str]]


def seconds(*arguments: object) -> float:
    """The median time of a command from cold start to end."""
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run([sys.executable, *map(str, arguments)], check=True, capture_output=True)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def commands(place: Path) -> Iterator[Row]:
    unit = seconds("-c", "import rdflib")
    yield "python -c 'import rdflib'", (f"{unit:.2f}", "1.0")
    for name, *given in (("kg --help", "--help"), ("kg facts examples/gia-lai.txt", "facts", corpus.SEED),
                         ("kg build examples/gia-lai.txt --no-html", "build", corpus.SEED, "--no-html", "-o", place),
                         ("kg build examples/gia-lai.txt", "build", corpus.SEED, "-o", place)):
        taken = seconds("-m", "kg", *given)
        yield name, (f"{taken:.2f}", f"{taken / unit:.1f}")


def cores(name: str, path: Path, size: int) -> Iterator[Row]:
    """Articles a second by the clock, the best of some runs, with one process and with as many as there are cores."""
    counts = range(1, len(os.sched_getaffinity(0)) + 1)
    taken = {count: min(clocked(path, count) for _ in range(RUNS)) for count in counts}
    for count, (best, done) in taken.items():
        figures = f"{done / best:.0f}", f"{size / best / 1e6:.2f}", f"{taken[1][0] / best:.2f}"
        yield f"{name}: {done} articles, {count} process{'es' * (count > 1)}", figures


def clocked(path: Path, count: int) -> tuple[float, int]:
    """The seconds that a file's articles take in so many processes, and how many they are."""
    start = time.perf_counter()
    done = sum(bool(one.graph) for one in build_all(sources([path], print), Recipe(format="nquads", each=True), count))
    return time.perf_counter() - start, done


def main(place: Path, peer: Sequence[str]) -> None:
    table("command, from cold start", ("seconds", "x import rdflib"), commands(place))
    given = {name: corpus.articles(name, ARTICLES, place) for name in corpus.names()}
    table("text to N-Quads, CPU time of one core", stages.COLUMNS,
          (row for name, (path, size) in given.items() for row in stages.rows(name, path, size)))
    table("text to N-Quads, by the clock", ("articles/s", "MB/s", "x one"),
          (row for name, (path, size) in given.items() for row in cores(name, path, size)))
    if peer:
        peers.tables(peer, place)
    else:
        print("\nBeside the named entities of other packages alone: make peers, then make bench again")
    last = list(given)[-1]
    paths = [corpus.articles(last, count, place)[0] for count in (ARTICLES // 2, ARTICLES * 5)]
    table("ten times as many articles", growth.COLUMNS, growth.rows(last, paths))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        main(Path(name), sys.argv[1:])
