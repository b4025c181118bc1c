"""`kg load`: graphs into a store."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.query import STORE

if TYPE_CHECKING:
    from kg.store.load import Way
    from kg.store.progress import Outcome, Progress


def load(
    graphs: Annotated[list[Path], typer.Argument(
        metavar="GRAPH...", help="RDF files: .ttl .nt .trig .nq .rdf .jsonld, also .gz.", show_default=False)],
    store: Annotated[Path, typer.Option(
        metavar="DIR", help="The store's folder; made where it is absent.")] = Path(STORE),
    to: Annotated[str | None, typer.Option(
        metavar="URL", help="Load to a server instead: its address for the SPARQL 1.1 Graph Store Protocol "
        "(Oxigraph: http://HOST:7878/store, Virtuoso: http://HOST:8890/sparql-graph-crud-auth).",
        show_default=False)] = None,
    graph: Annotated[str | None, typer.Option(
        metavar="IRI", help="Put everything into this named graph, whatever graphs the files name.",
        show_default=False)] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Make each graph of the files what it is there.")] = False,
    delete: Annotated[bool, typer.Option("--delete", help="Take the graphs of the files out of the store.")] = False,
    user: Annotated[str | None, typer.Option(metavar="NAME", help="Who loads.", show_default=False)] = None,
    password_env: Annotated[str | None, typer.Option(
        metavar="VARIABLE", help="The environment variable that holds the user's password.",
        show_default=False)] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Load graphs into a store on disk, or on a server. Loading the same again changes nothing.

    The files are read strictly and whole before anything is sent. Each article of an archive has a graph of its own,
    which --replace and --delete act on. On a server, questions across articles want one graph: --graph IRI makes it.

    Example: kg load out/graph.ttl
    """
    from kg.cli.login import login
    from kg.errors import StoreError
    from kg.graph.iri import is_iri
    from kg.store.load import into_folder, to_server
    from kg.store.server import Server

    if graph is not None and not is_iri(graph):
        raise StoreError(f"--graph {graph}", "is no IRI", "write it like https://example.org/archive")
    way, say = _way(replace, delete), _silent if quiet else _say
    if to is None:
        for path in graphs:
            say(path, into_folder(store, path, way, graph, _meter(path, quiet)), str(store))
        return
    with Server(to, login(user, password_env)) as server:
        for path in graphs:
            say(path, to_server(server, path, way, graph, _meter(path, quiet)), to)


def _way(replace: bool, delete: bool) -> Way:
    from kg.errors import StoreError
    from kg.store.load import Way

    if replace and delete:
        raise StoreError("--replace, --delete", "exclude each other", "give one of them")
    return Way.REPLACE if replace else Way.DELETE if delete else Way.MERGE


def _say(path: Path, outcome: Outcome, where: str) -> None:
    if outcome.altered:
        typer.echo(f"kg: {path}: some stores change values of {', '.join(outcome.altered)}", err=True)
    parts = [f"{outcome.added} added"] if outcome.added else []
    parts += [f"{outcome.removed} removed"] if outcome.removed else []
    _clear()
    of = f" of {outcome.sent}" if outcome.sent else ""
    typer.echo(f"{path}: {', '.join(parts) or 'nothing to change'}{of} statements in {where}")


def _clear() -> None:
    """Take the line of the meter away."""
    if sys.stderr.isatty():
        typer.echo("\r\x1b[K", nl=False, err=True)


def _silent(*_: object) -> None:
    return


def _meter(path: Path, quiet: bool) -> Progress:
    """Counts on one line of a terminal; says nothing elsewhere."""
    from kg.store.progress import silent

    if quiet or not sys.stderr.isatty():
        return silent
    done = 0

    def count(number: int) -> None:
        nonlocal done
        done += number
        typer.echo(f"\r{path}: {done} statements", nl=False, err=True)

    return count
