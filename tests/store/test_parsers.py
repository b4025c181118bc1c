"""Other parsers read as many statements as were written."""

import re
import subprocess

import pytest

from tests.store.servers import missing, program


@pytest.mark.parametrize("syntax", ["turtle", "ntriples"])
def test_rapper(merged_file, tmp_path, syntax):
    path = merged_file if syntax == "turtle" else ntriples(merged_file, tmp_path)
    done = subprocess.run([program("rapper", "apt-get install raptor2-utils"), "-c", "-i", syntax, str(path)],
                          capture_output=True, text=True, check=False)
    assert int(re.search(r"returned (\d+) triples", done.stderr)[1]) == expected(merged_file)
    assert done.returncode == 0


def test_serdi(merged_file):
    done = subprocess.run([program("serdi", "apt-get install serdi"), "-i", "turtle", "-o", "ntriples", str(merged_file)],
                          capture_output=True, text=True, check=True)
    assert len(set(done.stdout.splitlines())) == expected(merged_file)
    assert done.stderr == ""


COUNT = """
const {Parser} = require('n3'), text = require('fs').readFileSync(process.argv[1], 'utf8');
console.log(new Set(new Parser({format: 'text/turtle'}).parse(text).map(quad => JSON.stringify(quad))).size);
"""


def test_n3_of_javascript(merged_file):
    node = program("node", "apt-get install nodejs node-n3")
    done = subprocess.run([node, "-e", COUNT, str(merged_file)], capture_output=True, text=True, check=False,
                          env={"NODE_PATH": "/usr/share/nodejs"})
    if "Cannot find module" in done.stderr:
        missing("N3.js is not installed (apt-get install node-n3)")
    assert (done.stderr, done.stdout) == ("", f"{expected(merged_file)}\n")


def ntriples(path, folder):
    from pyoxigraph import parse

    there = folder / "archive.nt"
    there.write_text("".join(f"{quad.triple} .\n" for quad in parse(path=str(path))), "utf-8")
    return there


def expected(path):
    from pyoxigraph import parse

    return sum(1 for _ in parse(path=str(path)))
