"""`kg check`: whether rules do what their examples say."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.group import one_line


def check(
    rules_dir: Annotated[Path | None, typer.Argument(
        metavar="[RULES_DIR]", exists=True, file_okay=False,
        help="A folder of rule files to check instead of the shipped rules.")] = None,
) -> None:
    """Run the examples and counter-examples of all shipped rules, or of the rule files in a folder.

    A file of a folder is named after its family (meetings.toml, careers.toml, directives.toml) and written in the
    form of the shipped ones (kg/vi). Prints each example that fails, with what it should say and what it says.

    Example: kg check
    """
    from kg.checking import check as failures
    from kg.rules import all_shipped, from_folder

    rules = from_folder(rules_dir) if rules_dir else all_shipped()
    failed = list(failures(rules))
    for one in failed:
        typer.echo(f"{one_line(one.rule)}: {one_line(one.text)}")
        typer.echo(f"  expected: {one_line('; '.join(one.expected) or 'nothing')}")
        typer.echo(f"  got:      {one_line('; '.join(one.got) or 'nothing')}")
    examples = sum(len(rule.examples) + len(rule.counter) for rule in rules)
    typer.echo(f"{len(rules)} rules, {examples} examples, {len(failed)} failed")
    if failed:
        raise typer.Exit(1)
