"""`kg facts`: a fact a line, with the words it comes from."""

import contextlib
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from kg.cli import app

SEED = Path(__file__).parents[2] / "examples" / "gia-lai.txt"


def kg(*arguments):
    return CliRunner().invoke(app, list(map(str, arguments)))


def test_each_fact_is_a_line_of_three_columns():
    done = kg("facts", SEED)
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert done.exit_code == 0 and {len(row) for row in rows} == {3}
    assert ["gia-lai", "Ủy ban nhân dân tỉnh Gia Lai tặng Bằng khen cho 3 tập thể, 4 cá nhân"] in [row[:2] for row in rows]
    text = " ".join(SEED.read_text().split())
    assert all(words in text for row in rows for words in row[2].split(" […] "))


def test_json_gives_offsets_into_the_text_as_read():
    text = SEED.read_bytes().decode()
    rows = [json.loads(line) for line in kg("facts", SEED, "--json").stdout.splitlines()]
    assert all(text[word["start"]:word["end"]] == word["exact"] for row in rows for word in row["words"])
    assert all(row["article"] == "gia-lai" and row["rule"] and row["label"] for row in rows)
    award = next(row for row in rows if row["term"] == "Award" and "Giấy khen" in row["label"])
    assert award["roles"]["awarders"] == ["Ban Tuyên giáo Tỉnh ủy Gia Lai"]


def read_terminal(terminal):
    """What a program writes to a terminal, while it writes: a terminal holds little, and then the writer waits."""
    with contextlib.suppress(OSError):  # how a terminal says that the other side has closed it
        while part := os.read(terminal, 1 << 16):
            yield part


def test_a_terminal_gets_a_table():
    leader, follower = pty.openpty()
    environment = {**os.environ, "COLUMNS": "120", "TERM": "dumb"}
    process = subprocess.Popen([sys.executable, "-m", "kg", "facts", SEED], stdout=follower, env=environment)
    os.close(follower)
    shown = b"".join(read_terminal(leader)).decode("utf-8", "ignore")
    assert process.wait() == 0
    assert "Fact" in shown and "Words" in shown and "┃" in shown


def test_a_closed_pipe_is_no_failure():
    command = f"{sys.executable} -m kg facts {SEED} | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
    assert done.stdout.count("\n") == 1 and "Traceback" not in done.stderr


def test_problems_are_said_and_the_code_tells_their_kind(tmp_path):
    (tmp_path / "a.txt").write_text("The conference of the provincial committee was held on Friday morning in the capital "
                                    "and many delegates attended it with great interest.")
    done = kg("facts", tmp_path, tmp_path / "no.txt")
    assert done.exit_code == 3
    assert done.stderr.splitlines() == ["kg: a: may not be Vietnamese: little will be found in it",
                                        f"kg: {tmp_path}/no.txt: does not exist; check the path"]
