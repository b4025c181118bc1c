"""`kg serve`: a store as a SPARQL endpoint and pages."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.query import STORE


def serve(
    store: Annotated[Path, typer.Option(metavar="DIR", help="The store's folder.")] = Path(STORE),
    host: Annotated[str, typer.Option(
        metavar="ADDRESS", help="The address to answer at; only this machine reaches the default.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 7878,
    limit: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="The longest that one query may take.")] = 30,
    base: Annotated[str, typer.Option(
        metavar="IRI", help="Where the names of things begin: each has a page at its path.")] = "https://w3id.org/vnkg/id/",
) -> None:
    """Serve a store: a page to ask at /, SPARQL at /query, the network at /network, and a page for each thing.

    It reads only, and sees what `kg load` puts into the folder meanwhile. Ctrl-C stops it.

    Example: kg serve --store kg-store
    """
    from kg.graph.iri import check_base
    from kg.store.embedded import reading
    from kg.store.endpoint import LOOPBACK, run, serving
    from kg.store.worker import Workers

    with reading(store):
        pass
    views = {name: f"kg.view.served:{name}" for name in ("network", "part", "found")}
    with Workers(store, limit, views) as workers, serving(workers, host, port, check_base(base)) as server:
        typer.echo(f"http://{host}:{server.server_port}/ (Ctrl-C stops)")
        if host not in LOOPBACK:
            typer.echo("kg: everyone who can reach this address can read the store", err=True)
        run(server)
