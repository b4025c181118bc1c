"""A disk that takes no more, as a limit on the size of files makes one: one message, its code, and the old output whole."""

import subprocess
import sys
from pathlib import Path

SEED = Path(__file__).parents[2] / "examples" / "gia-lai.txt"


def test_what_was_written_before_stays_whole(tmp_path):
    (tmp_path / "graph.ttl").write_text("# the graph of yesterday\n")
    command = f"ulimit -f 8; {sys.executable} -m kg build {SEED} -o {tmp_path} --no-html --no-keep-text"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert done.returncode == 5
    assert done.stderr.startswith(f"kg: {tmp_path}/graph.ttl: ") and done.stderr.count("\n") == 1
    assert (tmp_path / "graph.ttl").read_text() == "# the graph of yesterday\n"
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]
