"""`kg build`: articles in, RDF and a page out."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

if TYPE_CHECKING:
    from kg.batch import Recipe


class Format(StrEnum):
    """The formats of kg.graph.FORMATS."""

    TURTLE = "turtle"
    NT = "nt"
    NQUADS = "nquads"
    TRIG = "trig"
    JSONLD = "jsonld"
    XML = "xml"


class Evidence(StrEnum):
    """The levels of kg.graph.Evidence."""

    FULL = "full"
    PASSAGES = "passages"
    NONE = "none"


ENDINGS = {Format.TURTLE: ".ttl", Format.NT: ".nt", Format.NQUADS: ".nq", Format.TRIG: ".trig",
           Format.JSONLD: ".jsonld", Format.XML: ".rdf"}


def build(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help="Text, HTML or JSON Lines files (also .gz), folders of them, or - for standard input.", show_default=False)],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="The folder to write to.", show_default=False)],
    each: Annotated[bool, typer.Option("--each", help="One graph per article (STEM.ttl) instead of one for all (graph.ttl).")] = False,
    html: Annotated[bool, typer.Option(help="Also write the network page.")] = True,
    format: Annotated[Format, typer.Option(help="The RDF format.")] = Format.TURTLE,
    base: Annotated[str, typer.Option(metavar="IRI", help="Where the names of things begin.")] = "https://w3id.org/vnkg/id/",
    date: Annotated[Optional[datetime], typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="The publication date of articles that state none.", show_default=False)] = None,
    evidence: Annotated[Evidence, typer.Option(help="How much the graph says of where each fact comes from.")] = Evidence.FULL,
    keep_text: Annotated[bool, typer.Option(help="Keep the articles' texts beside the graph, so that offsets can be checked.")] = True,
    strict: Annotated[bool, typer.Option("--strict", help="Stop at the first article that cannot be built.")] = False,
    stamp: Annotated[bool, typer.Option("--stamp", help="Write the time of the build into the graph.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Read articles and write their knowledge graph: RDF for a triplestore and a network page to explore."""
    from kg.batch import Recipe, build_all
    from kg.cli.group import complain
    from kg.files import write
    from kg.graph import write as serialize
    from kg.reading import sources

    recipe = Recipe(base, evidence.value, date.date() if date else None, datetime.now(UTC) if stamp else None, format.value if each else None)
    rows = []
    code = 0
    for built in build_all(sources(inputs, complain), recipe):
        if built.error:
            complain(built.error)
            code = built.error.exit_code
        elif each:
            write(output / f"{built.stem}{ENDINGS[format]}", built.written)
        else:
            rows.extend(built.rows)
    if rows:
        write(output / f"graph{ENDINGS[format]}", serialize(rows, format.value, base))
    raise typer.Exit(code)
