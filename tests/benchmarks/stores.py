"""How fast `kg load` is, against each store's own bulk loader: `python -m tests.benchmarks.stores [ARTICLES]`.

The bulk loaders neither check as strictly nor can be broken off and run again, and those of the servers want the file
on the server's own disk. Ratios of one run hold between machines, seconds do not.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import httpx

from kg.graph import quads, write
from tests.store.archive import archive
from tests.store.servers import Oxigraph, Virtuoso, program

ARTICLES = 2500  # about a million statements


def seconds(*command: object, **options: object) -> float:
    start = time.perf_counter()
    subprocess.run(list(map(str, command)), check=True, stdout=subprocess.DEVNULL, **options)  # type: ignore[call-overload]
    return time.perf_counter() - start


def kg(*arguments: object) -> float:
    return seconds(sys.executable, "-m", "kg", *arguments, "-q", env={**os.environ, "KG_PASSWORD": "dba"})


def bulk_oxigraph(path: Path, place: Path) -> float:
    return seconds(program("oxigraph", "pip install oxigraph"), "load", "-l", place, "-f", path, stderr=subprocess.DEVNULL)


def bulk_virtuoso(path: Path, server: Virtuoso) -> float:
    shown = server.folder / path.name
    shown.symlink_to(path)
    words = f"ld_dir('.', '{path.name}', 'urn:x-bulk'); rdf_loader_run(); checkpoint;"
    return seconds(program("isql-vt", "apt-get install virtuoso-opensource-7-bin"), f"127.0.0.1:{server.sql}", "dba", "dba",
                   f"exec={words}")


def on_server(server: Oxigraph | Virtuoso, path: Path) -> float:
    server.start()
    try:
        login = ("--user", "dba", "--password-env", "KG_PASSWORD") if server.login else ()
        return kg("load", path, "--to", server.graphs, *login)
    finally:
        server.stop()


def virtuoso_alone(path: Path, folder: Path) -> float:
    server = Virtuoso(folder)
    server.start()
    try:
        taken = bulk_virtuoso(path, server)
        asked = httpx.get(server.query, params={"query": "ASK { GRAPH ?g { ?s <https://w3id.org/vnkg/ontology#sha256> ?o } }"})
        assert "true" in asked.text.lower(), "the bulk loader loaded nothing"
        return taken
    finally:
        server.stop()


def made(place: Path, name: str) -> Path:
    folder = place / name
    folder.mkdir()
    return folder


def main(articles: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        place, path = Path(name), Path(name) / "archive.nq"
        with path.open("wb") as file:
            for item in archive(articles):
                file.write(write(quads(item), "nquads"))
        with path.open("rb") as file:
            statements = sum(1 for _ in file)
        rows: list[tuple[str, Callable[[], float], Callable[[], float]]] = [
            ("embedded store (oxigraph load)", lambda: kg("load", path, "--store", place / "store"),
             lambda: bulk_oxigraph(path, place / "bulk")),
            ("Oxigraph server (oxigraph load)", lambda: on_server(Oxigraph(made(place, "oxigraph")), path),
             lambda: bulk_oxigraph(path, place / "bulk2")),
            ("Virtuoso (ld_dir, rdf_loader_run)", lambda: on_server(Virtuoso(made(place, "virtuoso")), path),
             lambda: virtuoso_alone(path, made(place, "alone"))),
        ]
        print(f"{f'kg load of {statements:,} statements into':<44}{'statements/s':>14}{'bulk loader':>14}{'ratio':>8}")
        for what, ours, theirs in rows:
            own, bulk = ours(), theirs()
            print(f"{what:<44}{statements / own:>14,.0f}{statements / bulk:>14,.0f}{own / bulk:>8.1f}", flush=True)
        print(f"most memory of a process: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES)
