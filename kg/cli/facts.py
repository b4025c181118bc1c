"""`kg facts`: what articles say, a fact a line, with the words it comes from."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import typer

from kg.cli import options
from kg.cli.group import Problems, one_line

if TYPE_CHECKING:
    from kg.article import Article
    from kg.fact import Fact, Statements

_ELLIPSIS = " […] "  # between the passages of one fact


def facts(
    inputs: options.Inputs,
    date: options.Date = None,
    as_json: options.AsJson = False,
    strict: options.Strict = False,
) -> None:
    """Print what articles say, a fact a line, each with the words that it comes from.

    A terminal gets a table, anything else three columns with tabs between them: article, fact, words.
    With --json each line is an object that also names the rule, the offsets and what was inferred.

    Example: kg facts examples/gia-lai.txt
    """
    from kg.extraction import extract
    from kg.reading import articles

    problems = Problems(strict)
    for article in articles(inputs, problems.report, date.date() if date else None):
        problems.note(article.id, article)
        found = extract(article)
        if as_json:
            _print_json(found)
        elif sys.stdout.isatty():
            _print_table(found)
        else:
            typer.echo("".join(f"{one_line(article.id)}\t{fact}\t{words}\n" for fact, words in _rows(found)), nl=False)
    raise typer.Exit(problems.exit_code)


def _ordered(found: Statements) -> list[Fact]:
    """The facts in reading order."""
    return sorted(found.facts, key=lambda fact: min(((span.start, span.end) for span in fact.spans), default=(0, 0)))


def _rows(found: Statements) -> Iterator[tuple[str, str]]:
    from kg.graph.labels import fact_label

    for fact in _ordered(found):
        yield one_line(fact_label(fact)), _words(fact, found.article)


def _words(fact: Fact, article: Article) -> str:
    return _ELLIPSIS.join(" ".join(one_line(article.quote(span)).split()) for span in sorted(set(fact.spans)))


def _print_table(found: Statements) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(one_line(found.article.title or found.article.id)), title_justify="left", show_lines=True)
    table.add_column("Fact", ratio=2)
    table.add_column("Words", ratio=3, style="dim")
    for fact, words in _rows(found):
        table.add_row(Text(fact), Text(words))
    Console().print(table)


def _print_json(found: Statements) -> None:
    import json

    from kg.graph.labels import fact_label

    for fact in _ordered(found):
        words = [{"start": span.start, "end": span.end, "exact": found.article.quote(span)} for span in fact.spans]
        typer.echo(json.dumps({
            "article": found.article.id, "term": fact.term, "label": fact_label(fact), "roles": _roles(fact),
            "words": words, "rule": fact.rule, "inferred": list(fact.notes)}, ensure_ascii=False))


def _roles(fact: Fact) -> dict[str, Any]:
    from kg.graph.labels import label_of

    def plain(value: Any) -> Any:
        if isinstance(value, tuple):
            return [plain(one) for one in value]
        return value if isinstance(value, (bool, int, float)) else label_of(value)

    return {role: plain(value) for role, value in fact.roles.items() if value is not None}
