"""Memory and time over N articles and over ten times as many, each in a process of its own."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

COLUMNS = ("seconds", "x before", "peak MB", "x before")


def _run(path: Path) -> None:
    """Build every article of a file, keeping none, and print the seconds and the peak of memory in MB."""
    from kg.batch import Recipe, build, build_all
    from kg.reading import sources

    recipe = Recipe(format="nquads", each=True)
    build(next(iter(sources([path], print))), recipe)  # loads the word lists
    start = time.process_time()
    done = sum(bool(built.graph) for built in build_all(sources([path], print), recipe, 1))
    print(done, time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def rows(name: str, paths: Sequence[Path]) -> Iterator[tuple[str, Sequence[str]]]:
    """A row a file: the time and the peak, and each as a multiple of the file before."""
    before: tuple[float, float] | None = None
    for path in paths:
        ran = subprocess.run([sys.executable, __file__, path], check=True, capture_output=True, text=True)
        done, seconds, peak = map(float, ran.stdout.split())
        ratios = (f"{seconds / before[0]:.2f}", f"{peak / before[1]:.2f}") if before else ("", "")
        yield f"{name}: {done:.0f} articles, one core", (f"{seconds:.1f}", ratios[0], f"{peak:.0f}", ratios[1])
        before = seconds, peak


if __name__ == "__main__":
    _run(Path(sys.argv[1]))
