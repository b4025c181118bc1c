"""What is wrong with a graph is found, told in plain words, and placed in its sentence."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.graph import quads, triples, write
from kg.graph.file import read
from kg.graph.index import Index
from kg.graph.iri import entity_path
from kg.graph.terms import BASE, iri
from kg.graph.texts import Texts
from kg.graph.triple import Literal
from kg.validation import validate
from kg.validation.shapes import ntriples, shape_faults, shipped
from tests.graph.seed import BLOC, MEETING, MONEY, STATEMENTS, TEXT, TUAN

ROWS = list(triples(STATEMENTS))
GRAPH = Index(ROWS)
PERSON, BODY, EVENT, SUM = (BASE + entity_path(entity) for entity in (TUAN, BLOC, MEETING, MONEY))
ARTICLE = GRAPH.instances("kg:Article")[0]
PASSAGE = f"{ARTICLE}#char={TEXT.index(TUAN.label)},{TEXT.index(TUAN.label) + len(TUAN.label)}"
HELD, PART, AWARD = (GRAPH.instances(name)[0] for name in ("org:Membership", "kg:Participation", "kg:Award"))
GROUP = next(node for node in GRAPH.instances("kg:RecipientGroup"))
BENCH = Path(__file__).parents[2] / ".." / "shared" / "bench" / "dev"


@pytest.fixture
def kept(tmp_path):
    """A folder with the graph and its text."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "gia-lai.txt").write_bytes(TEXT.encode())
    (tmp_path / "graph.ttl").write_bytes(write(ROWS))
    return tmp_path


def without(node, name, value=None):
    return [row for row in ROWS if not (row[0] == node and row[1] == iri(name) and value in (None, row[2]))]


def changed(node, name, value):
    return [*without(node, name), (node, iri(name), value)]


def added(node, name, value):
    return [*ROWS, (node, iri(name), value)]


def run(*arguments):
    return CliRunner().invoke(app, list(map(str, arguments)))


def test_a_good_graph_conforms_with_and_without_its_text(kept):
    for folder in (kept, kept / "elsewhere"):
        report = validate(ROWS, Texts(folder))
        assert report.conforms and report.statements == len(ROWS) and report.passages > 20
    assert validate(ROWS, Texts(kept)).against == 1 and validate(ROWS, Texts(kept / "elsewhere")).against == 0


# Each breaks one thing by hand: (what, the graph, words of the message).
BROKEN = {
    "an article without a hash": (without(ARTICLE, "kg:sha256"), "exactly one SHA-256"),
    "a hash that is none": (changed(ARTICLE, "kg:sha256", Literal("abc")), "64 hexadecimal digits"),
    "a date as text": (changed(ARTICLE, "schema:datePublished", Literal("2021-07-09")), "at most one date of publication"),
    "an impossible date": (changed(ARTICLE, "schema:datePublished", Literal("2021-13-45", iri("xsd:date"))), "type date is written as one"),
    "a year of two digits": (changed(EVENT, "kg:termStart", Literal("20", iri("xsd:gYear"))), "type gYear is written as one"),
    "a passage moved by one": (changed(PASSAGE, "oa:start", Literal("272", iri("xsd:integer"))), "named by its article and its offsets"),
    "other words in a passage": (changed(PASSAGE, "oa:exact", Literal("Châu Ngọc Tuân")), "words are those of the text"),
    "a passage of no article": (without(PASSAGE, "kg:inArticle"), "in exactly one article"),
    "a passage that ends before it starts": (changed(PASSAGE, "oa:end", Literal("2", iri("xsd:integer"))), "starts before it ends"),
    "a passage that nobody describes": ([row for row in ROWS if row[0] != PASSAGE], "a passage that the graph describes"),
    "a person without evidence": (without(PERSON, "prov:wasDerivedFrom"), "at least one passage as evidence"),
    "a fact without evidence": (without(HELD, "prov:wasDerivedFrom"), "at least one passage as evidence"),
    "a person without a name": (without(PERSON, "rdfs:label"), "readable name"),
    "a person who cannot be searched": (without(PERSON, "skos:hiddenLabel"), "without accents"),
    "a membership of two": (added(HELD, "org:member", BODY), "of exactly one person"),
    "a membership of a body": (changed(HELD, "org:member", BODY), "of exactly one person"),
    "a membership without a role": (without(HELD, "org:role"), "exactly one role"),
    "former that is false": (added(HELD, "kg:former", Literal("false", iri("xsd:boolean"))), "Former is true"),
    "a meeting held by a person": (added(EVENT, "schema:organizer", PERSON), "organizer of a meeting is a body"),
    "a meeting that ends before it starts": (added(EVENT, "schema:endDate", Literal("2021-07-08", iri("xsd:date"))), "ends no earlier"),
    "a term that runs backwards": (changed(EVENT, "kg:termEnd", Literal("2019", iri("xsd:gYear"))), "ends no earlier"),
    "a conference number nought": (changed(EVENT, "kg:ordinal", Literal("0", iri("xsd:integer"))), "one ordinal, from 1"),
    "a speaker who did not attend": (without(EVENT, "kg:attendedBy"), "states in short who took part"),
    "a participation in no meeting": (without(PART, "kg:meeting"), "exactly one meeting"),
    "an award for nobody": (without(AWARD, "kg:recipient"), "has a recipient"),
    "an award of no type": (without(AWARD, "kg:awardType"), "has its type"),
    "a group of nothing": ([row for row in ROWS if not (row[0] == GROUP and row[1] in (iri("kg:memberCount"), iri("kg:memberKind")))],
                           "has its number or its kind"),
    "a figure without a number": (without(SUM, "schema:minValue"), "has a value, a lower or an upper bound"),
    "a currency by name": (changed(SUM, "schema:currency", Literal("đồng")), "code of three letters"),
    "a body below itself": (added(BODY, "org:subOrganizationOf", BODY), "Nothing is part of itself"),
    "a class without the standard one": (without(PERSON, "rdf:type", iri("foaf:Person")), "foaf:Person as well"),
    "a statement that nobody states": ([row for row in ROWS if row[1] != iri("schema:organizer")], "is stated in the graph"),
    "an unknown property": (added(EVENT, "kg:chairdBy", PERSON), "one that the ontology defines"),
    "an unknown class": (added(EVENT, "rdf:type", iri("kg:Meetin")), "one that the ontology defines"),
    "a blank node": (added(EVENT, "schema:location", "_:b0"), "No node is blank"),
    "a decomposed IRI": (added(PERSON, "owl:sameAs", "http://a/ha\u0323nh"), "form NFC"),
    "a name in another language": (added(PERSON, "rdfs:label", Literal("Chau", iri("rdf:langString"), "fr")), "readable name"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_broken_is_found_and_said(what, kept):
    rows, words = BROKEN[what]
    report = validate(rows, Texts(kept))
    assert [located for located in report.faults if words in located.fault.en], [one.fault for one in report.faults]
    assert all(located.fault.vi and located.fault.vi != located.fault.en for located in report.faults)


@pytest.mark.parametrize("what", BROKEN)
def test_the_fast_engine_finds_what_the_reference_finds(what):
    from pyshacl import validate as reference
    from rdflib import SH, Graph

    rows = BROKEN[what][0]
    shapes = Graph().parse(shipped())
    _, report, _ = reference(Graph().parse(data=ntriples(rows), format="nt"), shacl_graph=shapes)
    expected = {(str(report.value(r, SH.focusNode)), str(report.value(r, SH.resultPath) or "")) for r in report.subjects(SH.resultPath)} | {
        (str(report.value(r, SH.focusNode)), "") for r in report.objects(None, SH.result) if report.value(r, SH.resultPath) is None}
    found = {(fault.node, fault.path) for fault in shape_faults(Index(rows), shipped())}
    blank = {pair for pair in expected | found if not pair[0].startswith("http")}
    assert found - blank == expected - blank


def test_each_fault_tells_its_article_and_its_sentence(kept):
    (kept / "graph.ttl").write_bytes(write(without(HELD, "org:role")))
    done = run("validate", kept / "graph.ttl")
    assert done.exit_code == 1
    assert "A membership has exactly one role." in done.output
    assert 'Đồng chí ⟦Châu Ngọc Tuấn-Phó Bí thư Thường trực Tỉnh ủy⟧ dự hội nghị.' in done.output
    assert "seed-gialai, line 1, column 272" in done.output
    assert "đúng một chức danh" in run("validate", kept / "graph.ttl", "--vi").output
    report = json.loads(run("validate", kept / "graph.ttl", "--json").output)
    assert not report["conforms"] and report["faults"][0]["quotation"]["line"] == 1


def test_a_wrong_number_of_values_shows_them(kept):
    (kept / "graph.ttl").write_bytes(write(added(EVENT, "schema:startDate", Literal("2021-07-10", iri("xsd:date")))))
    assert "start date: 2021-07-09; 2021-07-10" in run("validate", kept / "graph.ttl").output
    (kept / "graph.ttl").write_bytes(write(without(AWARD, "kg:recipient")))
    assert "recipient: (none)" in run("validate", kept / "graph.ttl").output


def test_an_altered_text_is_noticed(kept):
    (kept / "articles" / "gia-lai.txt").write_bytes(TEXT.replace("dự hội nghị", "bỏ hội nghị").encode())
    (kept / "articles" / "other.txt").write_text("khác")
    done = run("validate", kept / "graph.ttl")
    assert done.exit_code == 1 and "kept for an article is the one that was read" in done.output


def test_a_graph_built_without_evidence_conforms_and_says_so(kept):
    (kept / "none.nt").write_bytes(write(triples(STATEMENTS, evidence="none"), "nt"))
    done = run("validate", kept / "none.nt")
    assert done.exit_code == 0 and "holds no passages, so nothing in it can be checked against a text" in done.output


def test_named_graphs_and_packed_files_are_read(kept):
    (kept / "g.nq.gz").write_bytes(gzip.compress(write(quads(STATEMENTS), "nquads")))
    assert run("validate", kept / "g.nq.gz").exit_code == 0


def test_many_faults_are_counted_and_cut(kept):
    (kept / "bad.ttl").write_bytes(write([row for row in ROWS if row[1] != iri("kg:sortKey")]))
    output = run("validate", kept / "bad.ttl", "--most", "2").output
    assert "\n2. " in output and "\n3. " not in output and "more; --most shows more of them" in output


def test_other_shapes_can_be_used(kept):
    shapes = kept / "shapes.ttl"
    shapes.write_text('@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix kg: <https://w3id.org/vnkg/ontology#> .\n'
                      '[] a sh:NodeShape ; sh:targetClass kg:Person ; sh:property [ sh:path kg:number ; sh:minCount 1 ] .')
    done = run("validate", kept / "graph.ttl", "--shapes", shapes)
    assert done.exit_code == 1 and "MinCountConstraintComponent" in done.output
    shapes.write_text("<http://a/b> <http://a/c> 1 .")
    refused = run("validate", kept / "graph.ttl", "--shapes", shapes)
    assert refused.exit_code == 3 and "has no SHACL shapes" in refused.output


@pytest.mark.parametrize(("name", "content", "words"), [
    ("absent.ttl", None, "cannot be read (No such file or directory)"),
    ("bad.ttl", b"<a> <b", "is not valid RDF"),
    ("bad.ttl.gz", b"no gzip", "cannot be read"),
    ("latin.ttl", b'<http://a/a> <http://a/b> "\xff" .', "is not valid RDF"),
    ("graph.txt", b"", "is no RDF file by its name; name it .ttl"),
    ("star.nt", b'<http://a/a> <http://a/b> <<( <http://a/a> <http://a/b> <http://a/c> )>> .', "triple inside a triple (RDF 1.2)"),
])
def test_an_unreadable_graph_is_one_line_and_exit_code_two(name, content, words, tmp_path):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    for command in (["validate", tmp_path / name], ["explain", tmp_path / name, "x"]):
        done = run(*command)
        assert done.exit_code == 2 and words in done.output and done.output.count("\n") == 1 and "Traceback" not in done.output


def test_hostile_words_are_printed_on_one_line(kept):
    rows = [*ROWS, (PERSON, iri("kg:x"), Literal("a\x1b[31m\u202eb\nc"))]
    (kept / "bad.ttl").write_bytes(write(rows))
    output = run("validate", kept / "bad.ttl").output
    assert "\x1b" not in output and "\u202e" not in output


def test_the_program_builds_what_it_validates(tmp_path):
    example = Path(__file__).parents[2] / "examples" / "gia-lai.txt"
    done = subprocess.run([sys.executable, "-m", "kg", "build", example, "-o", tmp_path, "--no-html", "-q"], check=False)
    assert done.returncode == 0
    report = validate(read(tmp_path / "graph.ttl"), Texts(tmp_path))
    assert report.conforms and report.against == 1


@pytest.mark.skipif(not BENCH.is_dir(), reason="the benchmark is not beside this checkout")
def test_every_article_of_the_benchmark_builds_a_graph_that_conforms(tmp_path):
    from kg.extraction import extract
    from kg.reading import read as read_article

    for path in sorted(BENCH.glob("*.txt")):
        made = list(triples(extract(read_article(path))))
        report = validate(made, Texts(tmp_path))
        assert report.conforms and report.evident, (path.stem, report.faults[:3])
