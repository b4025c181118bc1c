"""Answers as tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import typer

from kg.cli.group import one_line

if TYPE_CHECKING:
    from pyoxigraph import QuerySolutions

WIDE = 100_000  # characters: a table that is piped is not wrapped
BESIDE = 140  # but for sentences side by side


def print_table(answer: QuerySolutions, heads: Mapping[str, str]) -> int:
    """Print the rows under headings by variable, and return how many there are."""
    names = [variable.value for variable in answer.variables]
    return print_rows([heads.get(name, name) for name in names], cells(answer))


def print_rows(heads: Iterable[str], rows: Iterable[Iterable[str]], width: int = WIDE) -> int:
    """Print rows under headings, and return how many there are. Cells are text, never markup. `width`, in characters,
    is that of a table that is piped."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for head in heads:
        table.add_column(Text(head), overflow="fold")
    for row in rows:
        table.add_row(*(Text(one_line(cell)) for cell in row))
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = width
    if table.row_count:
        console.print(table)
    return table.row_count


def cells(answer: QuerySolutions) -> Iterable[list[str]]:
    """Each row as texts; "" where there is no value."""
    for row in answer:
        yield [term.value if (term := row[i]) is not None else "" for i in range(len(answer.variables))]


def print_csv(columns: Iterable[str], rows: Iterable[Mapping[str, object]]) -> None:
    """Rows as CSV with a line of headings, as RFC 4180 and SPARQL's results write it."""
    import csv
    import io

    written = io.StringIO()
    writer = csv.DictWriter(written, list(columns))
    writer.writeheader()
    writer.writerows(rows)
    typer.echo(written.getvalue(), nl=False)


def print_json(rows: Iterable[Mapping[str, object]]) -> None:
    """Rows as JSON Lines: an object a line."""
    import json

    for row in rows:
        typer.echo(json.dumps(row, ensure_ascii=False))
