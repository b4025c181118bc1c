"""The articles that the benchmarks read, in JSON Lines: a corpus beside the project where there is one, else the seed."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEED = ROOT / "examples" / "gia-lai.txt"
CORPORA = {"official": "official-1k.jsonl.gz", "news": "news-20k.jsonl.gz"}  # of the genre; of all that papers print


def names() -> list[str]:
    """The corpora at hand."""
    return [name for name in CORPORA if _file(name).is_file()] or ["seed"]


def _file(name: str) -> Path:
    return ROOT.parent / "shared" / "corpus" / CORPORA[name]


def _lines(name: str) -> Iterator[str]:
    if name in CORPORA:
        with gzip.open(_file(name), "rt", encoding="utf-8") as file:
            yield from file
    else:
        text, number = SEED.read_text(encoding="utf-8"), 0
        while True:
            yield json.dumps({"id": str(number), "text": text}) + "\n"
            number += 1


def articles(name: str, count: int, place: Path) -> tuple[Path, int]:
    """A file in `place` with up to `count` articles of a corpus; and the bytes of their texts in UTF-8."""
    path = place / f"{name}-{count}.jsonl"
    lines = list(islice(_lines(name), count))
    path.write_text("".join(lines), encoding="utf-8")
    return path, sum(len(json.loads(line)["text"].encode()) for line in lines)
