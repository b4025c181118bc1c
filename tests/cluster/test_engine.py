"""Engines by name: what is wrong is told with what to do about it."""

import subprocess
import sys

import pytest

from kg.cluster.engine import reached
from kg.cluster.errors import ClusterError

KG = [sys.executable, "-m", "kg"]


def test_an_unknown_engine():
    with pytest.raises(ClusterError) as raised:
        reached("sparc")
    assert str(raised.value) == "sparc: is not an engine; take one of: dask"


def test_an_engine_that_is_not_installed(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError) as raised:
        reached("dask")
    assert str(raised.value) == "dask: is not installed; pip install 'vnkg[cluster]'"


@pytest.mark.parametrize("options", [
    ["news", "--engine", "dask"], ["news", "--archive", "--address", "tcp://10.0.0.5:8786"], ["--archive", "--engine", "dask"],
    ["-", "--archive", "--engine", "dask"], ["news", "--archive", "--engine", "dask", "--withdraw", "một"],
])
def test_options_that_do_not_go_together(options, tmp_path):
    done = subprocess.run([*KG, "build", *options, "-o", "out"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 2
    assert "--engine" in done.stderr
    assert not (tmp_path / "out").exists()
