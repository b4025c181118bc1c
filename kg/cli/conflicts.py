"""`kg conflicts`: what a graph says that cannot all be true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import typer

from kg.cli import options
from kg.cli.group import one_line
from kg.cli.query import STORE

if TYPE_CHECKING:
    from kg.history.contradiction import Contradiction, Side, Witness

_SHOWN = 3  # articles that a table shows for each side; the other forms have all


def conflicts(
    where: options.Graph = STORE,
    lang: options.Lang = options.Language.VI,
    output: options.Rows = options.Tabular.TABLE,
) -> None:
    """List what contradicts itself, the sides with their words beside each other: several holders of an office that
    one person holds at a time, on one day; one person in two offices that nobody holds at once; several dates of a
    document or a meeting; several issuers of a document.

    Of an office, only days that articles attest or state count. Who arrives or leaves that day, by a stated start or
    end, a decision or as predecessor, contradicts nobody. CSV has a line for each article, JSON one for each
    contradiction. The exit code is 1 if there is any.

    Example: kg conflicts --in out
    """
    from kg.cli.table import print_csv, print_json
    from kg.history.conflicts import conflicts as conflicts_of
    from kg.store.source import asking

    with asking(where) as ask:
        found = conflicts_of(ask)
    if output is options.Tabular.JSON:
        print_json(map(_plain, found))
    elif output is options.Tabular.CSV:
        print_csv(("number", "kind", "thing", "label", "value", "side", "day", "words", "article", "source", "start",
                   "end"), _lines(found))
    else:
        _print(found, lang.value)
        if not found:
            typer.echo(f"kg: no contradiction in {one_line(where)}", err=True)
    raise typer.Exit(1 if found else 0)


def _plain(one: Contradiction) -> dict[str, object]:
    from dataclasses import asdict

    return {**asdict(one), "why": dict(one.why or {})}


def _lines(found: list[Contradiction]) -> Iterator[Mapping[str, object]]:
    for number, one in enumerate(found, 1):
        for side in one.sides:
            for said in side.witnesses:
                yield {"number": number, "kind": one.kind.value, "thing": one.thing, "label": one.label,
                       "value": side.value, "side": side.label, "day": said.day, "words": said.words,
                       "article": said.article, "source": said.source, "start": said.start, "end": said.end}


def _print(found: list[Contradiction], lang: str) -> None:
    from kg.cli.table import BESIDE, print_rows
    from kg.history.contradiction import TITLES

    for number, one in enumerate(found, 1):
        why = f" ({one.why[lang]})" if one.why else ""
        typer.echo(one_line(f"{number}. {one.label}: {TITLES[one.kind][lang]}{why}"))
        if one.days:
            typer.echo(f"   {', '.join(one.days[:_SHOWN])}{' …' if len(one.days) > _SHOWN else ''}")
        cells = [list(_said(side, lang)) for side in one.sides]
        most = max(map(len, cells))
        print_rows([side.label for side in one.sides],
                   ([side[row] if row < len(side) else "" for side in cells] for row in range(most)), BESIDE)


def _said(side: Side, lang: str) -> Iterator[str]:
    for said in side.witnesses[:_SHOWN]:
        yield f"{_day(said, lang)}“{said.words}” – {said.article}"
    if len(side.witnesses) > _SHOWN:
        yield f"… +{len(side.witnesses) - _SHOWN}"


def _day(said: Witness, lang: str) -> str:
    note = {"vi": " (ngày bài được suy ra)", "en": " (the article's day is inferred)"}[lang] if said.inferred else ""
    return f"{said.day}{note}: " if said.day else ""
