"""`kg query`: a question in, its answer out."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options

if TYPE_CHECKING:
    from kg.store.question import Question
    from kg.store.source import Answer

STORE = "kg-store"


class Output(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    TURTLE = "turtle"


def query(
    question: Annotated[str | None, typer.Argument(
        metavar="[QUESTION]", help="The name of a shipped question, a .rq file, or SPARQL.",
        show_default=False)] = None,
    where: options.Graph = STORE,
    param: Annotated[list[str] | None, typer.Option(
        "--param", "-p", metavar="NAME=VALUE", help="A value for the question; may be given again.",
        show_default=False)] = None,
    output: Annotated[Output | None, typer.Option(
        "--format", "-f", help="How to write the answer; a table, or Turtle for a graph, unless given.",
        show_default=False)] = None,
    lang: options.Lang = options.Language.VI,
    graph: Annotated[list[str] | None, typer.Option(
        metavar="IRI", help="Ask this named graph only; may be given again.", show_default=False)] = None,
    user: Annotated[str | None, typer.Option(
        metavar="NAME", help="Who asks, where the endpoint wants to know.", show_default=False)] = None,
    password_env: Annotated[str | None, typer.Option(
        metavar="VARIABLE", help="The environment variable that holds the user's password.",
        show_default=False)] = None,
    listing: Annotated[bool, typer.Option(
        "--list", help="List the shipped questions and what they take; with a QUESTION, print it.")] = False,
) -> None:
    """Ask a graph: one of the shipped questions, or any SPARQL query. Without a question, list the shipped ones.

    Example: kg query office-holders -p body="tỉnh ủy gia lai" --in out/graph.ttl
    """
    from kg.cli.login import login
    from kg.store.question import question as named
    from kg.store.source import ask

    if listing or question is None:
        typer.echo(named(question).sparql if question else catalogue(lang.value), nl=question is None)
        return
    asked = named(question)
    sparql = asked.asked(values(param or []), lang.value)
    with ask(where, sparql, graph or [], login(user, password_env)) as answer:
        write(answer, asked, output, lang.value, where)


def values(given: list[str]) -> dict[str, str]:
    """ "name=value" texts as a mapping. Raises QueryError for one without "="."""
    from kg.errors import QueryError

    for one in given:
        if "=" not in one:
            raise QueryError(f"--param {one}", "has no value", "write it NAME=VALUE")
    return dict(one.split("=", 1) for one in given)


def catalogue(lang: str) -> str:
    """The shipped questions, each with what it asks and what it takes."""
    from kg.store.question import shipped

    lines = []
    for one in shipped().values():
        lines += [f"{one.name}  {one.titles[lang]}"]
        lines += [f"    -p {p.name}={p.example!r}  {p.titles[lang]}{'' if p.default is None else ' (may be left out)'}"
                  for p in one.parameters]
    return "\n".join(lines)


def write(answer: Answer, asked: Question, output: Output | None, lang: str, where: str) -> None:
    """Print an answer. Raises QueryError where it cannot be written so."""
    from pyoxigraph import QueryBoolean, QueryResultsFormat, QueryTriples, RdfFormat

    from kg.errors import QueryError

    if isinstance(answer, QueryTriples):
        if output not in (None, Output.TURTLE):
            raise QueryError(f"--format {output}", "cannot hold a graph", "leave it out, or use turtle")
        _print(answer.serialize(format=RdfFormat.TURTLE))
    elif output is Output.TURTLE:
        raise QueryError("--format turtle", "is for what CONSTRUCT and DESCRIBE give", "use table, csv or json")
    elif output in (Output.CSV, Output.JSON):
        _print(answer.serialize(format=QueryResultsFormat.CSV if output is Output.CSV else QueryResultsFormat.JSON))
    elif isinstance(answer, QueryBoolean):
        typer.echo("true" if answer else "false")
    else:
        from kg.cli.table import print_table

        heads = {name: titles[lang] for name, titles in asked.columns.items()}
        if not print_table(answer, heads):
            typer.echo(_nothing(where), err=True)


def _print(written: bytes | None) -> None:
    text = (written or b"").decode()
    typer.echo(text, nl=not text.endswith("\n"))


def _nothing(where: str) -> str:
    from kg.store.source import is_address

    hint = "; where its statements are in named graphs, name one with --graph" if is_address(where) else ""
    return f"kg: no answer in {where}{hint}"
