"""The command line: the one part of the program that prints and exits.

Each command is a function in a module of its own, whose heavy imports stand inside it: `kg --help` stays quick.
"""

from __future__ import annotations

from typing import Annotated

import typer

from kg import __version__
from kg.cli import build, check, conflicts, eval, explain, facts, load, query, review, serve, timeline, validate, view
from kg.cli.group import Commands


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kg {__version__}")
        raise typer.Exit


app = typer.Typer(
    cls=Commands,
    name="kg",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("build")(build.build)
app.command("facts")(facts.facts)
app.command("eval")(eval.evaluate)
app.command("check")(check.check)
app.command("view")(view.view)
app.command("validate")(validate.validate)
app.command("explain")(explain.explain)
app.command("timeline")(timeline.timeline)
app.command("conflicts")(conflicts.conflicts)
app.command("review")(review.review)
app.command("load")(load.load)
app.command("query")(query.query)
app.command("serve")(serve.serve)


@app.callback()
def options(
    version: Annotated[bool, typer.Option(
        "--version", help="Show the version and exit.", callback=_version, is_eager=True)] = False,
) -> None:
    """A knowledge graph of Vietnamese Party and State news, each fact with the words it comes from."""


def main() -> None:
    """Run the command that the arguments name, and exit with its code."""
    app(prog_name="kg")
