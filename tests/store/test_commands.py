"""`kg load` and `kg query` as they are typed."""

from __future__ import annotations

import json

import pytest
from pyoxigraph import parse
from typer.testing import CliRunner

from kg.cli import app

HOLDERS = ["query", "office-holders", "-p", "person=niên", "-p", "body=gia lai"]


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def run(*arguments, code=0, **options):
        result = CliRunner().invoke(app, list(arguments), **options)
        assert result.exit_code == code, result.output
        assert "Traceback" not in result.output
        return result.output

    return run


@pytest.fixture
def loaded(run, few_file):
    run("load", str(few_file))
    return run


def test_load_says_what_it_did(run, few_file):
    size = len(few_file.read_bytes().splitlines())
    assert run("load", str(few_file)) == f"{few_file}: {size} added of {size} statements in kg-store\n"
    assert run("load", str(few_file)) == f"{few_file}: nothing to change of {size} statements in kg-store\n"
    assert run("load", str(few_file), "--delete") == f"{few_file}: {size} removed statements in kg-store\n"
    assert run("load", str(few_file), "--quiet") == ""


@pytest.mark.parametrize(("arguments", "code", "message"), [
    (["load", "nowhere.ttl"], 3, "kg: nowhere.ttl: cannot be read: No such file or directory\n"),
    (["load", "x.txt"], 3, "kg: x.txt: is no file of RDF by its name; name it .ttl, .nt, .trig, .nq, .rdf, .xml, .jsonld, "
                           "or also .gz\n"),
    (["load", "x.ttl", "--replace", "--delete"], 6, "kg: --replace, --delete: exclude each other; give one of them\n"),
    (["load", "x.ttl", "--graph", "a b"], 6, "kg: --graph a b: is no IRI; write it like https://example.org/archive\n"),
    (["load", "x.ttl", "--to", "http://127.0.0.1:1/store", "--user", "me"], 6,
     "kg: --user, --password-env: go together; give both\n"),
    (["load", "x.ttl", "--to", "http://127.0.0.1:1/store", "--user", "me", "--password-env", "KG_NONE"], 6,
     "kg: --password-env KG_NONE: no such variable is set; set it: export KG_NONE=…\n"),
    (["query", "overview"], 6, "kg: kg-store: no such file or store; load one with: kg load GRAPH, or name a file with --in\n"),
    (["query", "overviw"], 7, "kg: overviw: is no shipped question, no .rq file and no SPARQL; did you mean overview?\n"),
    (["query", "career", "-p", "person"], 7, "kg: --param person: has no value; write it NAME=VALUE\n"),
    (["query", "career"], 7, "kg: career: needs the parameter 'person'; give --param with person=châu ngọc tuấn\n"),
])
def test_failures_are_one_line_with_a_remedy(run, arguments, code, message):
    assert run(*arguments, code=code) == message


def test_a_table_with_headings_in_both_languages(loaded):
    assert "Chức danh" in loaded(*HOLDERS)
    assert "Bí thư" in loaded(*HOLDERS)
    assert "Role" in loaded(*HOLDERS, "--lang", "en")
    assert "Secretary" in loaded(*HOLDERS, "--lang", "en")


def test_csv_and_json(loaded):
    lines = loaded(*HOLDERS, "-f", "csv").splitlines()
    assert lines == [
        "person,role,body,start,end,first,last,former",
        "Hồ Văn Niên,Bí thư,Tỉnh ủy Gia Lai,,,2020-01-06,2020-01-06,",
    ]
    rows = json.loads(loaded(*HOLDERS, "-f", "json"))["results"]["bindings"]
    assert rows[0]["person"]["value"] == "Hồ Văn Niên"


def test_a_graph_is_turtle(loaded):
    assert len(list(parse(loaded("query", "network").encode(), format=_turtle()))) > 10
    assert loaded("query", "network", "-f", "csv", code=7) == "kg: --format csv: cannot hold a graph; leave it out, or use turtle\n"
    assert loaded("query", "ASK {}", "-f", "turtle", code=7) == (
        "kg: --format turtle: is for what CONSTRUCT and DESCRIBE give; use table, csv or json\n")


def _turtle():
    from pyoxigraph import RdfFormat

    return RdfFormat.TURTLE


def test_sparql_a_file_of_ones_own_and_a_graph(loaded, tmp_path):
    sparql = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
    (tmp_path / "mine.rq").write_text(sparql)
    whole = int(loaded("query", "mine.rq", "-f", "csv").splitlines()[1])
    one = int(loaded("query", sparql, "-f", "csv", "--graph", "https://w3id.org/vnkg/id/article/bao_0001").splitlines()[1])
    assert 50 < one < whole
    assert loaded("query", "ASK {}") == "true\n"


def test_a_file_without_a_store(run, few_file):
    assert "Hồ Văn Niên" in run(*HOLDERS, "--in", str(few_file))


def test_no_rows_are_told_from_a_failure(loaded):
    assert loaded("query", "career", "-p", "person=nobody") == "kg: no answer in kg-store\n"


def test_what_articles_say_moves_no_cursor(run, tmp_path):
    (tmp_path / "a.nt").write_text('<http://x/s> <http://x/p> "\\u001B[31m[bold]x" .\n')
    output = run("query", "SELECT ?o WHERE { ?s ?p ?o }", "--in", "a.nt")
    assert "\x1b" not in output
    assert "[bold]x" in output


def test_the_list_and_the_text_of_a_question(run):
    assert "who-chaired  Ai đã chủ trì hội nghị nào?" in run("query")
    assert "who-chaired  Who chaired which meetings?" in run("query", "--list", "--lang", "en")
    assert run("query", "who-chaired", "--list").startswith("# vi: Ai đã chủ trì hội nghị nào?\n")


def test_to_a_server_and_back(run, server, few_file, monkeypatch):
    monkeypatch.setenv("KG_PASSWORD", "dba")
    user = ["--user", "dba", "--password-env", "KG_PASSWORD"] if server.login else []
    graph = f"{server.root}/commands"
    assert " added of " in run("load", str(few_file), "--to", server.graphs, "--graph", graph, *user)
    assert "Hồ Văn Niên" in run(*HOLDERS, "--in", server.query, "--graph", graph)
    hint = run("query", "career", "-p", "person=nobody", "--in", server.query)
    assert hint.endswith("; where its statements are in named graphs, name one with --graph\n")
    assert " removed " in run("load", str(few_file), "--to", server.graphs, "--graph", graph, "--delete", *user)


def test_datatypes_that_some_stores_change_are_told(run, tmp_path):
    (tmp_path / "a.nt").write_text('<http://x/s> <http://x/p> "P1D"^^<http://www.w3.org/2001/XMLSchema#duration> .\n')
    assert run("load", "a.nt").startswith(
        "kg: a.nt: some stores change values of http://www.w3.org/2001/XMLSchema#duration\n")
