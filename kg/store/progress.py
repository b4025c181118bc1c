"""How far a load has come, and how it ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

Progress: TypeAlias = Callable[[int], None]
"""Called with the number of statements done since the call before."""


def silent(_: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a load ended.

    sent            statements of the file
    added, removed  by how many what the store holds grew and shrank
    altered         datatypes in the file whose values some stores do not give back as they were written
    """

    sent: int = 0
    added: int = 0
    removed: int = 0
    graphs: int = 0
    altered: tuple[str, ...] = ()
