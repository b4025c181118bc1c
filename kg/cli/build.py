"""`kg build`: articles in, RDF and a page out."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer

from kg.cli import options
from kg.cli.group import Problems, count
from kg.cli.options import Evidence, Format

if TYPE_CHECKING:
    from kg.outputs import Outputs

BASE = "https://w3id.org/vnkg/id/"  # kg.graph.BASE, said here so that --help need not load the graph's modules


def build(
    output: options.Folder,
    inputs: options.SomeInputs = None,
    each: options.Each = False,
    html: options.Html = True,
    format: options.RdfFormat = Format.TURTLE,
    base: options.Base = BASE,
    date: options.Date = None,
    evidence: options.EvidenceLevel = Evidence.FULL,
    keep_text: options.KeepText = True,
    strict: options.Strict = False,
    stamp: options.Stamp = False,
    archive: options.Archive = False,
    withdraw: options.Withdraw = None,
    judgements: options.Judgements = None,
    engine: options.Engine = "",
    address: options.Address = "",
    as_json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> None:
    """Read articles and write what they say: RDF for a triplestore, and a network page to explore.

    The same articles give the same bytes, on any day and machine, with no network.

    Example: kg build examples/gia-lai.txt -o out/

    Example: kg build news/ -o out/ --archive
    """
    given = inputs or []
    if not given and not archive:
        raise typer.BadParameter("Missing argument 'INPUT'.")
    if not archive and (withdraw or judgements):
        raise typer.BadParameter("--withdraw and --judgements are for --archive.")
    if archive and (each or stamp or format is not Format.TURTLE):
        raise typer.BadParameter("--archive publishes graph.nq: it takes no --each, --format or --stamp.")
    _check_engine(engine, address, archive, withdraw, given)
    from kg.batch import Recipe, build_all
    from kg.cli.progress import shown
    from kg.graph.iri import check_base
    from kg.outputs import Outputs, prepare
    from kg.reading import number, sources

    recipe = Recipe(check_base(base), evidence.value, date.date() if date else None,
                    datetime.now(UTC) if stamp else None, format.value, each, html)
    prepare(output)
    if engine:
        from kg.cli.cluster import spread

        raise typer.Exit(spread(given, output, recipe, judgements, engine, address, keep_text=keep_text,
                                strict=strict, as_json=as_json, quiet=quiet))
    if archive:
        from kg.cli.archive import keep

        raise typer.Exit(keep(given, output, recipe, withdraw or [], judgements, keep_text=keep_text,
                              strict=strict, as_json=as_json, quiet=quiet))
    outputs, problems = Outputs(output, recipe, keep_text), Problems(strict)
    for built in shown(build_all(sources(given, problems.report), recipe), hidden=quiet or as_json,
                       number=lambda: number(given)):
        with problems.reported():
            outputs.add(built)
        problems.note(built.where, built.article)
    outputs.finish()
    if as_json:
        _print_json(outputs, problems)
    elif not quiet:
        _print(outputs, problems)
    raise typer.Exit(problems.exit_code)


def _check_engine(engine: str, address: str, archive: bool, withdraw: list[str] | None, inputs: list[str]) -> None:
    if (engine and not archive) or (address and not engine):
        raise typer.BadParameter("--engine is for --archive, and --address for --engine.")
    if engine and (withdraw or "-" in inputs or not inputs):
        raise typer.BadParameter("With --engine the archive is made of the files and folders that are given: "
                                 "all that it is to hold, no standard input, and nothing to withdraw.")


def _print(outputs: Outputs, problems: Problems) -> None:
    """The summary for people."""
    from kg.summary import in_order

    if outputs.articles:
        found = in_order(outputs.counts)
        typer.echo(f"{count(outputs.articles, 'article')}: {', '.join(f'{name} {n:,}' for name, n in found.items())}")
    for path in outputs.files if len(outputs.files) <= 4 else ():
        typer.echo(f"  {path}")
    if len(outputs.files) > 4:
        typer.echo(f"  {len(outputs.files):,} files in {outputs.place}")
    problems.summarize()


def _print_json(outputs: Outputs, problems: Problems) -> None:
    """The summary for programs: one JSON object on one line."""
    import json

    from kg.summary import in_order

    files = [str(path) for path in outputs.files]
    typer.echo(json.dumps({"articles": outputs.articles, "found": in_order(outputs.counts), "files": files,
                           **problems.listed}, ensure_ascii=False))
