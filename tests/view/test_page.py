"""The page's file: the same bytes, one piece, nothing that a name could break out of."""

import json
import re

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.graph.rdf import _node
from kg.graph.terms import iri
from kg.graph.triple import Literal
from kg.view import render
from kg.view.errors import ViewError
from kg.view.island import statements
from tests.view.hostile import NAMES, hostile_graph
from tests.view.large import large_graph
from tests.view.seed import seed_graph


def rows(made):
    return [(str(s), str(p), _node(o)) for s, p, o in made[0]]


def islands(html):
    return [json.loads(text) for text in re.findall(r'<script type="application/json" id="\w+">(.*?)</script>', html)]


def test_same_graph_same_bytes():
    made = seed_graph()
    assert render(rows(made), made[1]) == render(rows(made)[::-1], made[1])


def test_no_name_ends_a_script_or_opens_an_element():
    made = hostile_graph()
    html = render(rows(made), made[1])
    shown, said = islands(html)
    assert {thing["label"] for thing in shown["things"]} >= set(NAMES) - {NAMES[5]}
    assert html.count("</script>") == 4 and "<!--" not in html
    assert "<img" not in html and "<svg onload" not in html and "javascript:alert" not in json.dumps(shown)
    assert len(said["rows"]) == 3 * len(set(rows(made)))


def test_statements_are_the_graph():
    triples = set(rows(seed_graph()))
    made = statements(triples)
    names, literals = made["names"], made["literals"]
    kinds = {tuple(pair) for pair in literals}
    back = {(names[s], names[p], tuple(literals[-1 - o]) if o < 0 else names[o]) for s, p, o in zip(*[iter(made["rows"])] * 3, strict=True)}
    assert back == {(s, p, (o.text, f"@{o.language}" if o.language else o.datatype) if isinstance(o, Literal) else o) for s, p, o in triples}
    assert len(kinds) == len(literals)


def test_vis_serves_small_graphs_and_a_canvas_large_ones():
    assert "vis-network" in render(rows(seed_graph()), {})
    assert "@version 9.1.2" not in render(large_graph(1000), {})


def test_nothing_to_show_is_said():
    with pytest.raises(ViewError, match="holds no person"):
        render([("x:a", "x:b", "x:c")], {})


@pytest.mark.parametrize("options, words", [
    (["--title", "<b>Một trang</b>"], "<title>&lt;b&gt;Một trang&lt;/b&gt;</title>"),
    (["--theme", "dark"], 'data-theme="dark"'),
    (["--focus", "https://w3id.org/vnkg/id/person/Châu-Ngọc-Tuấn", "--depth", "1"], "Châu Ngọc Tuấn"),
    (["--focus", "chau ngoc tuan", "--depth", "1"], "Châu Ngọc Tuấn"),
])
def test_kg_view(tmp_path, options, words):
    graph, texts = seed_graph()
    (tmp_path / "graph.ttl").write_bytes(graph.serialize(format="turtle").encode())
    ran = CliRunner().invoke(app, ["view", str(tmp_path / "graph.ttl"), "-o", str(tmp_path / "page.html"), *options])
    assert ran.exit_code == 0, ran.output
    html = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert words in html and ("Bộ Chính trị" in str(islands(html)[0]["things"])) == ("--focus" not in options)


def test_a_name_of_several_things_is_asked_back():
    rows = [row for one in ("x:a", "x:b") for row in (
        (one, iri("rdf:type"), iri("kg:Person")), (one, iri("rdfs:label"), Literal("Lê Văn Tâm")))]
    with pytest.raises(ViewError, match="name of 2 things; give the IRI of one: x:a x:b"):
        render(rows, {}, focus="Lê Văn Tâm")


def test_kg_view_takes_the_texts_beside_the_graph(tmp_path):
    graph, texts = seed_graph()
    text, = texts.values()
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "gia-lai.txt").write_bytes(text.encode())
    (tmp_path / "graph.nt").write_bytes(graph.serialize(format="nt").encode())
    ran = CliRunner().invoke(app, ["view", str(tmp_path / "graph.nt"), "-o", str(tmp_path / "page.html")])
    assert ran.exit_code == 0, ran.output
    assert islands((tmp_path / "page.html").read_text(encoding="utf-8"))[0]["sources"][0]["text"] == text


@pytest.mark.parametrize("name, content, message", [
    ("absent.ttl", None, "No such file"),
    ("bad.ttl", "<a> <b>", "not valid RDF"),
    ("page.html", "<html>", "file of RDF by its name"),
    ("empty.ttl", "", "holds no person"),
])
def test_kg_view_says_what_is_wrong(tmp_path, name, content, message):
    if content is not None:
        (tmp_path / name).write_text(content)
    ran = CliRunner().invoke(app, ["view", str(tmp_path / name), "-o", str(tmp_path / "out.html")])
    assert ran.exit_code > 0 and message in ran.output and "Traceback" not in ran.output
    assert not (tmp_path / "out.html").exists()
