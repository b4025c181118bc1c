"""Answers as tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from kg.cli.group import one_line

if TYPE_CHECKING:
    from pyoxigraph import QuerySolutions

WIDE = 100_000  # characters: a table that is piped is not wrapped


def print_table(answer: QuerySolutions, heads: Mapping[str, str]) -> int:
    """Print the rows under headings by variable, and return how many there are. Cells are text, never markup."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    names = [variable.value for variable in answer.variables]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in names:
        table.add_column(Text(heads.get(name, name)), overflow="fold")
    for row in cells(answer):
        table.add_row(*map(Text, row))
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = WIDE
    if table.row_count:
        console.print(table)
    return table.row_count


def cells(answer: QuerySolutions) -> Iterable[list[str]]:
    """Each row as texts; "" where there is no value."""
    for row in answer:
        yield [one_line(term.value) if (term := row[i]) is not None else "" for i in range(len(answer.variables))]
