"""The README's commands work as printed, in both languages."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg.errors import KgError

ROOT = Path(__file__).parents[1]
READMES = ["README.md", "README.vi.md"]
COMMAND = re.compile(r"^\$ (.*)$", re.MULTILINE)


def blocks(readme, language):
    text = (ROOT / readme).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def steps(readme):
    """Each command of the consoles, with what is printed after it."""
    console = "".join(blocks(readme, "console"))
    return list(zip(COMMAND.findall(console), (part.lstrip("\n") for part in COMMAND.split(console)[2::2]), strict=True))


@pytest.fixture
def place(tmp_path):
    """A folder with the examples' articles, where `kg` is the program under test."""
    place = tmp_path
    (place / "examples").mkdir()
    shutil.copy(ROOT / "examples" / "gia-lai.txt", place / "examples")
    (place / "bin").mkdir()
    (place / "bin" / "kg").write_text(f"#!/bin/sh\nexec {shlex.quote(sys.executable)} -m kg \"$@\"\n")
    (place / "bin" / "kg").chmod(0o755)
    return place


@pytest.mark.parametrize("readme", READMES)
def test_every_command_prints_what_the_readme_says(readme, place):
    environment = {**os.environ, "PATH": f"{place / 'bin'}:{os.environ['PATH']}", "COLUMNS": "200"}
    for command, printed in steps(readme):
        done = subprocess.run(command, shell=True, cwd=place, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{command}\n{done.stderr}"
        expected = ".*".join(re.escape(part) for part in printed.split("…"))
        assert re.fullmatch(expected, done.stdout, re.DOTALL), f"{command}\n{done.stdout}"


def test_both_readmes_give_the_same_commands():
    english, vietnamese = ([command for command, _ in steps(readme)] for readme in READMES)
    assert len(english) > 6 and english == vietnamese
    assert blocks("README.md", "python") == blocks("README.vi.md", "python") or len(blocks("README.vi.md", "python")) == 1


@pytest.mark.parametrize("readme", READMES)
def test_the_turtle_is_in_the_graph(readme, place):
    graph = kg.serialize(kg.build([kg.facts(kg.read(ROOT / "examples" / "gia-lai.txt"))])).decode()
    (shown,) = blocks(readme, "turtle")
    assert all(f"\n{line}\n" in graph for line in shown.splitlines())


@pytest.mark.parametrize("readme", READMES)
def test_the_python_runs(readme, monkeypatch):
    monkeypatch.chdir(ROOT)
    names = {}
    exec("".join(blocks(readme, "python")), names)
    assert names["turtle"].startswith(b"@base") and len(names["graph"]) > 100


@pytest.mark.parametrize("readme", READMES)
def test_every_exit_code_is_explained(readme):
    import kg.graph.errors
    import kg.store  # noqa: F401  their errors belong to the family

    def family(error):
        return {error.exit_code}.union(*(family(child) for child in error.__subclasses__()))

    explained = {int(code) for code in re.findall(r"^\| (\d+) \|", (ROOT / readme).read_text(encoding="utf-8"), re.MULTILINE)}
    assert family(KgError) | {0, 2, 130} <= explained


@pytest.mark.parametrize("readme", READMES)
def test_every_command_is_mentioned(readme):
    from kg.cli import app

    text = (ROOT / readme).read_text(encoding="utf-8")
    assert not [command.name for command in app.registered_commands if f"kg {command.name}" not in text]


@pytest.mark.parametrize("readme", READMES)
def test_links_lead_somewhere(readme):
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", (ROOT / readme).read_text(encoding="utf-8"))
    assert links and not [link for link in links if not (ROOT / link).exists()]
