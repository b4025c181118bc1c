"""Tables of figures for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

WIDTH = 52


def table(title: str, columns: Sequence[str], rows: Iterable[tuple[str, Sequence[str]]]) -> None:
    """Print each row as it comes: a name, and a figure under each column."""
    widths = [max(9, len(column) + 2) for column in columns]
    print(f"\n{title:<{WIDTH}}{''.join(map(str.rjust, columns, widths))}")
    for name, figures in rows:
        print(f"{name:<{WIDTH}}{''.join(map(str.rjust, figures, widths))}", flush=True)
