"""`kg validate`: whether a graph is what it should be, and where it is not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options
from kg.cli.group import one_line

if TYPE_CHECKING:
    from kg.graph.quotation import Quotation
    from kg.validation import Located, Report


def validate(
    graph: Annotated[Path, typer.Argument(
        metavar="GRAPH", show_default=False, help="An RDF file: .ttl, .nt, .trig, .nq, .jsonld or .rdf (also .gz).")],
    shapes: Annotated[Path | None, typer.Option(
        "--shapes", metavar="FILE", show_default=False, help="SHACL shapes to use instead of those shipped.")] = None,
    vietnamese: Annotated[bool, typer.Option("--vi", help="Say what is wrong in Vietnamese.")] = False,
    most: Annotated[int, typer.Option(
        "--most", min=1, metavar="N", help="How many faults to print; all are counted.")] = 50,
    as_json: options.AsJson = False,
) -> None:
    """Check a graph: SHACL shapes, IRIs, values, dates, and each passage against the text that was kept beside it.

    Each fault is told in plain words, with its article and sentence. The exit code is 0 if nothing is wrong, 1 if
    something is, 2 if the file is no readable graph.

    Example: kg validate out/graph.ttl
    """
    from kg.graph.file import read
    from kg.graph.texts import Texts
    from kg.validation import validate as check

    report = check(read(graph), Texts(graph.parent), shapes)
    if as_json:
        _print_json(report)
    else:
        _print(str(graph), report, "vi" if vietnamese else "en", most)
    raise typer.Exit(0 if report.conforms else 1)


def _print(name: str, report: Report, language: str, most: int) -> None:
    if report.conforms:
        typer.echo(one_line(f"{name}: conforms. {_extent(report)}"))
        return
    typer.echo(one_line(f"{name}: {_things(len(report.faults))} wrong. {_extent(report)}"))
    for number, located in enumerate(report.faults[:most], 1):
        typer.echo("\n".join(["", *_lines(number, located, language)]))
    if len(report.faults) > most:
        typer.echo(f"\n... and {len(report.faults) - most:,} more; --most shows more of them.")


def _things(number: int) -> str:
    return "1 thing is" if number == 1 else f"{number:,} things are"


def _extent(report: Report) -> str:
    checked = f"{report.statements:,} statements checked"
    if not report.evident:
        return f"{checked}; the graph holds no passages, so nothing in it can be checked against a text."
    return f"{checked}, {report.passages:,} passages, texts kept of {report.against:,} articles."


def _lines(number: int, located: Located, language: str) -> list[str]:
    fault = located.fault
    said = [f"{number}. {fault.vi if language == 'vi' else fault.en}", f"   {located.label}  <{fault.node}>"]
    if fault.path or fault.value:
        said.append(f"   {_property(fault.path, language)} {_short(fault.value) or '(none)'}".rstrip())
    if located.quotation:
        said += quoted(located.quotation)
    elif located.article:
        said.append(f"   in: {located.article}")
    return [said[0], *(f"   {one_line(line)}" for line in said[1:])]


def _property(path: str, language: str) -> str:
    from kg.graph.ontology import term_label

    return f"{term_label(path, language)}:" if path else "value:"


def _short(text: str) -> str:
    return text if len(text) <= 200 else f"{text[:199]}…"


def quoted(words: Quotation) -> list[str]:
    """A passage in its sentence, marked, and where it is."""
    place = f"line {words.line}, column {words.column}" if words.line else f"characters {words.start}-{words.end}"
    return [f'"{words.before}⟦{words.exact}⟧{words.after}"', f"{words.title}, {place}"]


def _print_json(report: Report) -> None:
    import json
    from dataclasses import asdict

    faults = [{**asdict(one.fault), "label": one.label, "article": one.article,
               "quotation": asdict(one.quotation) if one.quotation else None} for one in report.faults]
    typer.echo(json.dumps({"conforms": report.conforms, "statements": report.statements, "passages": report.passages,
                           "texts": report.against, "faults": faults}, ensure_ascii=False))
