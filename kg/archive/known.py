"""What is known of an archive's persons, wherever they are kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from kg.archive.record import Key, Record


class Known(Protocol):
    """An archive of one machine (kg.archive.state), or what a cluster left (kg.cluster.known)."""

    @property
    def base(self) -> str:
        """What all IRIs begin with."""

    def names(self) -> Iterator[str]:
        """The names that persons of more than one article bear, in order."""

    def persons(self, name: str) -> dict[Key, list[Record]]:
        """The persons of a name by their canonical keys, each with the records of its articles."""

    def canonical(self, key: Key) -> Key:
        """The canonical key of the earliest record that has this key, or of the record that alone has it; else ()."""

    def rows(self, article: str) -> str:
        """An article's triples as its fragment has them, "" where it is not in the archive."""
