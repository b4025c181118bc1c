"""How fast it is, against things that everybody can run: `make bench`. Ratios hold between machines, seconds do not."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kg.batch import Recipe, build_all
from kg.reading import sources

ROOT = Path(__file__).parents[2]
SEED = ROOT / "examples" / "gia-lai.txt"
RUNS = 5
ARTICLES = 400


def seconds(*arguments: object) -> float:
    """The median time of a command from cold start to end."""
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run([sys.executable, *map(str, arguments)], check=True, capture_output=True)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def commands(place: Path) -> None:
    unit = seconds("-c", "import rdflib")
    print(f"{'command, from cold start':<52}{'seconds':>9}{'x import rdflib':>17}")
    rows = {
        "python -c 'import rdflib'": unit,
        "kg --help": seconds("-m", "kg", "--help"),
        "kg facts examples/gia-lai.txt": seconds("-m", "kg", "facts", SEED),
        "kg build examples/gia-lai.txt --no-html": seconds("-m", "kg", "build", SEED, "--no-html", "-o", place),
        "kg build examples/gia-lai.txt": seconds("-m", "kg", "build", SEED, "-o", place),
    }
    for name, taken in rows.items():
        print(f"{name:<52}{taken:>9.2f}{taken / unit:>17.1f}")


def articles(place: Path) -> None:
    path = place / "articles.jsonl"
    text = SEED.read_text(encoding="utf-8")
    path.write_text("\n".join(json.dumps({"id": str(n), "text": text}) for n in range(ARTICLES)), encoding="utf-8")
    megabytes = ARTICLES * len(text.encode()) / 1e6
    print(f"\n{'text to Turtle':<52}{'articles/s':>11}{'MB/s':>7}{'x one core':>11}")
    first = 0.0
    for cores in range(1, len(os.sched_getaffinity(0)) + 1):
        start = time.perf_counter()
        done = sum(bool(built.graph) for built in build_all(sources([path], print), Recipe(each=True), cores))
        taken = time.perf_counter() - start
        first = first or taken
        print(f"{f'{done} articles, {cores} core' + 's' * (cores > 1):<52}{done / taken:>11.0f}{megabytes / taken:>7.2f}"
              f"{first / taken:>11.2f}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        commands(Path(name))
        articles(Path(name))
