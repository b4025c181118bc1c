"""The articles' texts as they were read, kept beside a graph so that its offsets stay checkable."""

from __future__ import annotations

import hashlib
from functools import cached_property
from pathlib import Path

FOLDER = "articles"  # in the folder of the graph; `kg build` keeps the texts there


class Texts:
    """The texts in `articles/*.txt` beside a graph. A file is the right one if its content says so, not its name."""

    def __init__(self, graph_folder: Path) -> None:
        self._folder = graph_folder / FOLDER

    def get(self, sha256: str) -> str | None:
        """The text with this SHA-256, or None where it is not kept or no longer the same."""
        path = self._paths.get(sha256)
        return path.read_bytes().decode("utf-8", "surrogatepass") if path else None

    def __bool__(self) -> bool:
        """Whether any text is kept."""
        return bool(self._paths)

    @cached_property
    def _paths(self) -> dict[str, Path]:
        found = {}
        for path in sorted(self._folder.glob("*.txt")):
            try:
                found[hashlib.sha256(path.read_bytes()).hexdigest()] = path
            except OSError:  # a folder of that name, or no permission: no text
                continue
        return found
