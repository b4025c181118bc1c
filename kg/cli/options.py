"""Arguments and options, with the words that explain them."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer


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


class Tabular(StrEnum):
    """How rows are written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class Language(StrEnum):
    """In which language roles, kinds and headings are named."""

    VI = "vi"
    EN = "en"


Inputs: TypeAlias = Annotated[list[str], typer.Argument(
    metavar="INPUT", show_default=False,
    help="Files of text (.txt), HTML (.html, .htm) or JSON Lines (.jsonl), each also as .gz; tables (.parquet); "
         "folders of these; or - for standard input.")]
SomeInputs: TypeAlias = Annotated[list[str] | None, typer.Argument(
    metavar="INPUT", show_default=False,
    help="Files of text (.txt), HTML (.html, .htm) or JSON Lines (.jsonl), each also as .gz; tables (.parquet); "
         "folders of these; or - for standard input. With --archive there may be none.")]
Folder: TypeAlias = Annotated[Path, typer.Option(
    "-o", "--output", metavar="DIR", show_default=False, help="The folder to write to; it is made if need be.")]
Each: TypeAlias = Annotated[bool, typer.Option(
    "--each", help="One graph for each article (STEM.ttl, STEM.html) instead of one for all (graph.ttl, graph.html).")]
Html: TypeAlias = Annotated[bool, typer.Option(
    "--html/--no-html", help="Write the network page too, or only the graph.")]
RdfFormat: TypeAlias = Annotated[Format, typer.Option(
    "--format", help="RDF format. trig, nquads and jsonld keep one named graph for each article.")]
Base: TypeAlias = Annotated[str, typer.Option("--base", metavar="IRI", help="What the IRIs of things begin with.")]
Date: TypeAlias = Annotated[datetime | None, typer.Option(
    "--date", metavar="YYYY-MM-DD", formats=["%Y-%m-%d"], show_default=False,
    help="The day of publication of articles that do not state one.")]
EvidenceLevel: TypeAlias = Annotated[Evidence, typer.Option(
    "--evidence", help="full: passages, rules, inferences and reified relations; passages: passages only; none.")]
KeepText: TypeAlias = Annotated[bool, typer.Option(
    "--keep-text/--no-keep-text", help="Keep each article's text in DIR/articles, so that offsets stay checkable.")]
Strict: TypeAlias = Annotated[bool, typer.Option(
    "--strict", help="Stop at the first article that cannot be built, instead of reporting and skipping it.")]
Stamp: TypeAlias = Annotated[bool, typer.Option(
    "--stamp", help="Write the time of the build into the graph, which then differs from run to run.")]
Archive: TypeAlias = Annotated[bool, typer.Option(
    "--archive", help="Keep an archive in DIR: add these articles to those that are there, or put them in the place of "
    "earlier versions; publish graph.nq, a named graph for each article and one for what is known across them.")]
Withdraw: TypeAlias = Annotated[list[str] | None, typer.Option(
    "--withdraw", metavar="ID", show_default=False, help="Take the article with this identifier out of the archive.")]
Judgements: TypeAlias = Annotated[Path | None, typer.Option(
    "--judgements", metavar="FILE", show_default=False,
    help="What people judged to be the same or not, for --archive; else DIR/judgements.tsv, if there.")]
Graph: TypeAlias = Annotated[str, typer.Option(
    "--in", metavar="WHERE",
    help="An RDF file, a folder that kg build wrote, a store's folder, or a SPARQL endpoint's http address.")]
Lang: TypeAlias = Annotated[Language, typer.Option(help="The language of roles, kinds and headings.")]
Rows: TypeAlias = Annotated[Tabular, typer.Option(
    "--format", "-f", help="How to write it: a table, CSV, or JSON Lines (an object a line).")]
Engine: TypeAlias = Annotated[str, typer.Option(
    "--engine", metavar="NAME", show_default=False,
    help="Build the --archive of these inputs on a cluster: dask. DIR/graph then holds graph.nq in parts.")]
Address: TypeAlias = Annotated[str, typer.Option(
    "--address", metavar="ADDRESS", show_default=False,
    help="The cluster's scheduler, like tcp://10.0.0.5:8786; without it, a cluster of this machine's cores.")]
AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
Quiet: TypeAlias = Annotated[bool, typer.Option("-q", "--quiet", help="Print nothing but errors.")]
