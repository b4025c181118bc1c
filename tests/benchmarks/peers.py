"""The whole way from text to N-Quads beside the peers' named entities alone, on the same articles, by CPU time.

    python tests/benchmarks/peers.py underthesea=PYTHON ViNLP=PYTHON

PYTHON is the interpreter of an environment in which that package is installed; they are no dependencies.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import corpus
from table import table

ARTICLES = 200
PACKAGES = ("underthesea", "ViNLP")
PEER = """
import json, sys, time
from {package} import ner
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
ner(texts[0])
start = time.process_time()
for text in texts:
    for line in text.splitlines():
        if line.strip():
            ner(line)
print(time.process_time() - start)
"""
OURS = """
import pathlib, sys, time
from kg.batch import Recipe, build
from kg.reading import sources
given, recipe = list(sources([pathlib.Path(sys.argv[1])], print)), Recipe(format="nquads", each=True)
build(given[0], recipe)
start = time.process_time()
for source in given:
    assert build(source, recipe).graph
print(time.process_time() - start)
"""


def seconds(python: str, program: str, path: Path) -> float:
    """The CPU seconds that a program prints last, after the first article has loaded what it needs."""
    ran = subprocess.run([python, "-c", program, str(path)], check=True, capture_output=True, text=True, cwd=corpus.ROOT)
    return float(ran.stdout.split()[-1])


def rows(peers: Sequence[tuple[str, str]], path: Path, size: int) -> Iterator[tuple[str, Sequence[str]]]:
    ours = seconds(sys.executable, OURS, path)
    yield "kg: text to N-Quads", (f"{ARTICLES / ours:.1f}", f"{size / ours / 1e3:.0f}", "1")
    for package, python in peers:
        taken = seconds(python, PEER.format(package=package), path)
        yield f"{package}: named entities", (f"{ARTICLES / taken:.1f}", f"{size / taken / 1e3:.0f}", f"{taken / ours:.0f}")


def tables(arguments: Sequence[str], place: Path) -> None:
    """A table for each corpus. `arguments` are PACKAGE=PYTHON."""
    peers = [(package, python) for package, _, python in (one.partition("=") for one in arguments)]
    if not peers or any(package not in PACKAGES for package, _ in peers):
        sys.exit(__doc__)
    for name in corpus.names():
        table(f"{name}: {ARTICLES} articles, CPU time", ("articles/s", "KB/s", "kg is x"),
              rows(peers, *corpus.articles(name, ARTICLES, place)))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        tables(sys.argv[1:], Path(folder))
