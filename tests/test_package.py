"""The wheel works elsewhere: the ontology and the knowledge of Vietnamese are in it, and so they are in a checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from kg import resources

ROOT = Path(__file__).parents[1]
SEED = ROOT / "examples" / "gia-lai.txt"


def run(*command, **options):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=120, check=False, **options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    place = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", place, ROOT)
    return next(place.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The wheel in a folder of its own, and the environment in which Python finds it there and not in the checkout."""
    place = tmp_path_factory.mktemp("installed")
    run(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", place, wheel)
    return place, {**os.environ, "PYTHONPATH": str(place)}


def test_the_wheel_holds_what_the_program_reads(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    ours = [path.relative_to(ROOT).as_posix() for folder in ("kg/vi", "kg/view") for path in (ROOT / folder).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts]
    assert not set(ours) - names
    assert {f"kg/ontology/{path.name}" for path in (ROOT / "ontology").glob("*.ttl")} <= names
    assert not [name for name in names if name.startswith(("tests/", "examples/", "ontology/"))]


def test_the_wheel_builds_the_same_graph_from_another_folder(installed, tmp_path):
    place, environment = installed
    home = run(sys.executable, "-c", "import kg; print(kg.__file__)", cwd=tmp_path, env=environment)
    assert home.startswith(str(place))
    for folder, env in (("there", environment), ("here", {**os.environ, "PYTHONPATH": str(ROOT)})):
        run(sys.executable, "-m", "kg", "build", SEED, "--no-html", "-o", tmp_path / folder, cwd=tmp_path, env=env)
    there, here = ((tmp_path / folder / "graph.ttl").read_bytes() for folder in ("there", "here"))
    assert there == here and len(there) > 10_000


def test_the_wheel_finds_its_ontology(installed, tmp_path):
    place, environment = installed
    found = run(sys.executable, "-c", "from kg import resources as r; print(r.ontology(), r.knowledge())", cwd=tmp_path,
                env=environment)
    assert found.split() == [f"{place}/kg/ontology", f"{place}/kg/vi"]
    assert (place / "kg" / "ontology" / "kg.ttl").read_bytes() == (ROOT / "ontology" / "kg.ttl").read_bytes()


def test_a_checkout_finds_its_ontology():
    assert resources.ontology() == ROOT / "ontology"
    assert (resources.ontology() / "kg.ttl").is_file() and (resources.knowledge() / "lines.toml").is_file()


def test_the_program_says_its_version():
    import kg

    assert run(sys.executable, "-m", "kg", "--version") == f"kg {kg.__version__}\n"
