"""Imports run one way, down the river, and a light start stays light."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "kg"

# Each part may import those before it.
RIVER = [
    {"errors", "article", "resources"}, {"files"}, {"vi"}, {"fact"}, {"reading"}, {"recognition"}, {"rules"}, {"resolution"},
    {"pool", "statement"}, {"parallel"}, {"extraction"}, {"graph"}, {"checking", "evaluation", "validation", "explanation"}, {"store"}, {"history"}, {"view"}, {"summary"},
    {"batch"}, {"outputs"}, {"archive"}, {"cluster"}, {"cli"}, {"__main__"},
]
RANK = {part: rank for rank, parts in enumerate(RIVER) for part in parts}
HEAVY = {"rdflib", "pyoxigraph", "pyvis", "networkx", "trafilatura", "lxml", "pyshacl", "httpx", "jinja2", "numpy", "distributed"}


def part_of(path):
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def modules():
    return [path for path in sorted(PACKAGE.rglob("*.py")) if path != PACKAGE / "__init__.py"]


def imported(path):
    """The names of the modules that a file imports; those for type checkers alone are left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    checked = {id(child) for node in ast.walk(tree) if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
               for child in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in checked:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if is_module(name) else node.module for name in inner)


def is_module(name):
    path = PACKAGE.parent.joinpath(*name.split("."))
    return path.with_suffix(".py").is_file() or path.is_dir()


def test_every_part_has_its_place():
    assert {part_of(path) for path in modules()} <= set(RANK)


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_run_one_way(path):
    parts = {name.split(".")[1] for name in imported(path) if name.startswith("kg.")} & set(RANK)
    own = part_of(path)
    assert not {part for part in parts if part != own and RANK[part] >= RANK[own]}


def test_no_module_imports_itself_in_a_circle():
    names = {".".join(("kg", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__"): path for path in modules()}
    graph = {name: {target for target in imported(path) if target in names and target != name} for name, path in names.items()}
    while leaves := [name for name, targets in graph.items() if not targets & set(graph)]:
        for name in leaves:
            del graph[name]
    assert not graph


@pytest.mark.parametrize("module", ["kg", "kg.cli", "kg.reading", "kg.graph"])
def test_a_light_start(module):
    code = f"import {module}, sys; print(*sorted(name for name in sys.modules if name in {HEAVY!r}))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split() == []


def test_only_the_command_line_prints_and_exits():
    for path in modules():
        if part_of(path) in ("cli", "__main__") or path.name == "compile_places.py":
            continue
        called = {ast.unparse(node.func) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)}
        assert not called & {"print", "exit", "sys.exit", "os._exit", "typer.echo"}, path
