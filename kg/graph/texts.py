"""The articles' texts as they were read, kept beside a graph so that its offsets stay checkable."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

FOLDER = "texts"  # in the folder of the graph
_HASH = re.compile(r"[0-9a-f]{64}")


def text_path(graph_folder: Path, sha256: str) -> Path:
    """Where the text with this SHA-256 is kept: `texts/SHA256.txt` in the graph's folder, UTF-8, unchanged."""
    return graph_folder / FOLDER / f"{sha256}.txt"


class Texts:
    """The texts that are kept beside a graph, by their SHA-256."""

    def __init__(self, graph_folder: Path) -> None:
        self._folder = graph_folder
        self._read: dict[str, bytes | None] = {}

    def get(self, sha256: str) -> str | None:
        """The text with this SHA-256, or None where it is not kept or no longer the same."""
        content = self._content(sha256)
        return None if content is None or self.altered(sha256) else content.decode("utf-8", "surrogatepass")

    def altered(self, sha256: str) -> bool:
        """Whether a file is kept under this SHA-256 that holds something else."""
        content = self._content(sha256)
        return content is not None and hashlib.sha256(content).hexdigest() != sha256

    def _content(self, sha256: str) -> bytes | None:
        if sha256 not in self._read:
            self._read[sha256] = self._load(sha256)
        return self._read[sha256]

    def _load(self, sha256: str) -> bytes | None:
        if not _HASH.fullmatch(sha256):  # what a graph states names no file until it is known to be a hash
            return None
        try:
            return text_path(self._folder, sha256).read_bytes()
        except OSError:
            return None
