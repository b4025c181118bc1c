"""Real triplestores for tests: on loopback, on free ports, in folders of their own, stopped after."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

import httpx
import pytest

VIRTUOSO_INI = """\
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 4000
MaxDirtyBuffers = 2000
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 6
[SPARQL]
ResultSetMaxRows = 10000
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def program(name: str, package: str) -> str:
    """Where a program is. In CI its absence is a failure; elsewhere it skips the test."""
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.exists() else shutil.which(name)
    if found is None:
        missing(f"{name} is not installed ({package})")
    return found


def missing(reason: str) -> NoReturn:
    (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)


class Oxigraph:
    login = None

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.root = f"http://127.0.0.1:{self.port}"
        self.graphs, self.query = f"{self.root}/store", f"{self.root}/query"
        self.default = True  # it has a default graph of its own

    def start(self) -> None:
        self.process = subprocess.Popen(
            [program("oxigraph", "pip install oxigraph"), "serve", "-l", str(self.folder / "data"),
             "-b", f"127.0.0.1:{self.port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(self.root)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    stop = kill


class Virtuoso:
    login = ("dba", "dba")

    def __init__(self, folder: Path) -> None:
        self.folder, port, self.sql = folder, free_port(), free_port()
        self.root = f"http://127.0.0.1:{port}"
        self.graphs, self.query = f"{self.root}/sparql-graph-crud-auth", f"{self.root}/sparql"
        self.default = False
        (folder / "virtuoso.ini").write_text(VIRTUOSO_INI.format(sql=self.sql, http=port))

    def start(self) -> None:
        self.process = subprocess.Popen(
            [program("virtuoso-t", "apt-get install virtuoso-opensource-7-bin"), "+configfile", "virtuoso.ini", "+foreground"],
            cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(f"{self.root}/sparql?query=ASK%7B%7D")

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.kill()


def wait_for(url: str) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            httpx.get(url, timeout=5)
            return
        except httpx.TransportError:
            time.sleep(0.05)
    raise AssertionError(f"{url} does not answer")
