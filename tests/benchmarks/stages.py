"""Where the time goes from one article's bytes to its N-Quads, on one core, without a page."""

from __future__ import annotations

import gc
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

from kg import extraction
from kg.graph import quads, write
from kg.reading import article, sources
from kg.statement import scene

COLUMNS = ("ms", "share", "articles/s", "MB/s")


class Clock:
    """The CPU seconds of each stage; a stage that runs inside another one stops the other one's clock."""

    def __init__(self) -> None:
        self.taken: Counter[str] = Counter()

    def timed(self, stage: str, work: Callable[..., Any], within: str = "") -> Callable[..., Any]:
        def run(*given: Any) -> Any:
            start = time.process_time()
            done = work(*given)
            taken = time.process_time() - start
            self.taken[stage] += taken
            if within:
                self.taken[within] -= taken
            return done
        return run


def stages(path: Path) -> tuple[int, dict[str, float]]:
    """How many articles a file holds, and the CPU seconds of each stage over all of them."""
    clock, given = Clock(), list(sources([path], print))
    for source in given[:len(given) // 4]:  # loads the word lists and compiles what most articles need
        extraction.extract(article(source))
    gc.freeze()  # as kg.parallel does
    with (patch.object(scene, "recognize", clock.timed("recognize", scene.recognize, "resolve")),
          patch.object(extraction, "Scene", clock.timed("resolve", scene.Scene, "state"))):
        for source in given:
            read = clock.timed("read", article)(source)
            statements = clock.timed("state", extraction.extract)(read)
            rows = clock.timed("graph", lambda said: list(quads(said)))(statements)
            clock.timed("write", write)(rows, "nquads")
    return len(given), {name: clock.taken[name] for name in ("read", "recognize", "resolve", "state", "graph", "write")}


def rows(name: str, path: Path, size: int) -> Iterator[tuple[str, Sequence[str]]]:
    """Milliseconds an article and the share of the whole, by stage; then the rate of all of them together."""
    count, taken = stages(path)
    whole = sum(taken.values())
    for stage, seconds in taken.items():
        yield f"{name}: {stage}", (f"{seconds / count * 1e3:.2f}", f"{seconds / whole:.0%}")
    yield f"{name}: all", (f"{whole / count * 1e3:.2f}", "100%", f"{count / whole:.0f}", f"{size / whole / 1e6:.2f}")
