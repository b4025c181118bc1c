"""`kg view`: a graph as a page."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Theme(StrEnum):
    LIGHT = "light"
    DARK = "dark"
    AUTO = "auto"


def view(
    graph: Annotated[Path, typer.Argument(
        metavar="GRAPH", help="A graph as `kg build` writes it: .ttl, .nt, .trig, .nq, .rdf or .jsonld (also .gz).",
        show_default=False)],
    output: Annotated[Path, typer.Option(
        "-o", "--output", metavar="PAGE.html", help="The page to write.", show_default=False)],
    focus: Annotated[str | None, typer.Option(
        metavar="NAME|IRI", help="Show only what lies around this thing.", show_default=False)] = None,
    depth: Annotated[int, typer.Option(min=0, metavar="N", help="How far around it, in lines.")] = 2,
    max_nodes: Annotated[int, typer.Option(
        "--max-nodes", min=1, metavar="N",
        help="How many things are drawn at first; the page finds and draws the others when asked.")] = 1500,
    theme: Annotated[Theme, typer.Option(help="Light, dark, or as the reader's system is.")] = Theme.AUTO,
    title: Annotated[str | None, typer.Option(
        metavar="TEXT", help="What the page is called; else its article's headline.", show_default=False)] = None,
) -> None:
    """Show a graph as a page to explore: one HTML file that opens from disk, with no network at all.

    The articles' texts become part of the page where `kg build` kept them beside the graph.

    Example: kg view out/graph.ttl -o page.html --focus "châu ngọc tuấn"
    """
    from kg.files import write
    from kg.view import render
    from kg.view.files import texts, triples

    rows = triples(graph)
    page = render(rows, texts(graph.parent, rows), title=title, theme=theme.value,
                  focus=focus, depth=depth, max_nodes=max_nodes)
    write(output, page.encode("utf-8"))
