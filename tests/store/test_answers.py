"""The shipped questions: the same rows in the same order from four engines, and the right ones."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
import rdflib

from kg.extraction import extract
from kg.graph import quads, write
from kg.reading import article, sources
from kg.resources import queries
from kg.store.load import Way, into_folder, to_server
from kg.store.question import shipped
from kg.store.server import Server
from kg.store.source import ask
from tests.store.conftest import rows

GRAPH = "https://example.org/archive"
VALUES = {
    "articles-about": {"name": "bộ chính trị"}, "career": {"person": "hồ văn niên"}, "met-together": {"person": "hanh"},
    "person-evidence": {"person": "hạnh"}, "office-on-date": {"body": "tỉnh ủy gia lai", "date": "2020-06-10"},
    "timeline-person": {"person": "https://w3id.org/vnkg/id/person/hồ-văn-niên"},
    "timeline-office": {"office": "https://w3id.org/vnkg/id/post/bí-thư/tỉnh-ủy-gia-lai"},
    "timeline-body": {"body": "https://w3id.org/vnkg/id/organization/tỉnh-ủy-gia-lai"},
    "timeline-document": {"document": "https://w3id.org/vnkg/id/document/chỉ-thị-05_ct.tw"},
    "evidence": {"thing": "https://w3id.org/vnkg/id/organization/tỉnh-ủy-gia-lai"},
}


@pytest.fixture(scope="module")
def all_file(tmp_path_factory):
    """The archive and the example article."""
    example = queries().parents[0] / "gia-lai.txt"
    seed = [row for source in sources([str(example)], print) for row in quads(extract(article(source, None)))]
    path = tmp_path_factory.mktemp("all") / "all.nq"
    path.write_bytes(write([*rows(200), *seed], "nquads"))
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory, all_file):
    folder = tmp_path_factory.mktemp("embedded") / "store"
    into_folder(folder, all_file)
    return str(folder)


@pytest.fixture(scope="module")
def graph(all_file):
    before, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False
    graph = rdflib.Graph()
    graph.parse(data="".join(f"{quad.triple} .\n" for quad in ox.parse(path=str(all_file))), format="nt")
    yield graph
    rdflib.NORMALIZE_LITERALS = before


@pytest.fixture(scope="module")
def loaded(server, all_file):
    with Server(server.graphs, server.login) as client:
        to_server(client, all_file, Way.REPLACE, GRAPH)
    return server


def asked(name, **values):
    return shipped()[name].asked(values or VALUES.get(name, {}))


def plain(term):
    """A term's text and type; rows hold no other."""
    if term is None:
        return None
    if isinstance(term, rdflib.Literal | rdflib.URIRef):
        return str(term), str(getattr(term, "datatype", "") or "")
    return term.value, term.datatype.value.replace("http://www.w3.org/2001/XMLSchema#string", "") if isinstance(
        term, ox.Literal) else ""


def table(answer):
    if isinstance(answer, ox.QueryTriples):
        return sorted(map(str, answer))
    return [tuple(map(plain, row)) for row in answer]


def texts(where, name, **values):
    with ask(where, asked(name, **values)) as answer:
        return [tuple(cell and cell[0] for cell in row) for row in table(answer)]


@pytest.mark.parametrize("name", list(shipped()))
def test_rdflib_and_pyoxigraph_give_the_same_rows(folder, graph, name):
    found = graph.query(asked(name))
    rows = [tuple(map(plain, row)) for row in found] if found.type == "SELECT" else sorted(
        f"{s.n3()} {p.n3()} {o.n3()}" for s, p, o in found)
    with ask(folder, asked(name)) as answer:
        assert rows == table(answer)
    assert rows or name in ("successive-holders",)


@pytest.mark.parametrize("name", list(shipped()))
def test_a_server_gives_the_same_rows(folder, loaded, name):
    with ask(loaded.query, asked(name), [GRAPH]) as theirs, ask(folder, asked(name)) as ours:
        assert table(theirs) == table(ours)


@pytest.mark.parametrize("name", ["overview", "office-holders"])
def test_a_file_gives_the_same_rows_as_the_store_that_it_was_loaded_into(folder, all_file, name):
    with ask(str(all_file), asked(name)) as theirs, ask(folder, asked(name)) as ours:
        assert table(theirs) == table(ours)


def test_who_held_an_office_on_a_day(folder):
    """It passed from Hồ Văn Niên, last named on 25 May, to Đỗ Tiến Đông, first named on 29 June."""
    held = texts(folder, "office-on-date", body="tỉnh ủy gia lai", date="2020-05-01")
    assert ("Tỉnh ủy Gia Lai", "Bí thư", "Hồ Văn Niên", "2020-04-20", "2020-05-25") in held
    later = texts(folder, "office-on-date", body="TỈNH UỶ GIA LAI", date="2020-07-01")
    assert ("Tỉnh ủy Gia Lai", "Bí thư", "Đỗ Tiến Đông", "2020-06-29", "2020-08-03") in later
    assert ("Tỉnh ủy Gia Lai", "Bí thư", "Hồ Văn Niên", "2020-05-25", "") in later


def test_successive_holders(folder):
    found = texts(folder, "successive-holders", office="bí thư tỉnh ủy gia lai")
    assert [row for row in found if row[0] == "Bí thư Tỉnh ủy Gia Lai"] == [
        ("Bí thư Tỉnh ủy Gia Lai", "Hồ Văn Niên", "2020-01-06", "2020-05-25", None),
        ("Bí thư Tỉnh ủy Gia Lai", "Đỗ Tiến Đông", "2020-06-29", "2020-11-16", None)]


def test_who_chaired(folder):
    found = texts(folder, "who-chaired", person="nien", **{"from": "2020-01-01", "to": "2020-02-01"})
    assert found[0] == ("Hồ Văn Niên", "2020-01-15", "Hội nghị Ban Chấp hành Đảng bộ tỉnh Gia Lai lần thứ 1",
                        "Hồ Văn Niên, Bí thư Tỉnh ủy Gia Lai")


def test_accents_distinguish_names_where_they_are_typed(folder):
    assert {row[0] for row in texts(folder, "person-evidence", person="hạnh")} == {"Nguyễn Thị Hạnh"}
    assert {row[0] for row in texts(folder, "person-evidence", person="hanh")} == {"Nguyễn Thị Hạnh", "Nguyễn Thị Hanh"}


def test_names_are_in_vietnamese_order(folder):
    people = list(dict.fromkeys(row[0] for row in texts(folder, "office-holders", role="bí thư", body="tỉnh ủy")))
    a, d, h, n = (next(i for i, one in enumerate(people) if one.startswith(name)) for name in ("Ấu", "Đỗ", "Hồ", "Nguyễn"))
    assert a < d < h < n


def test_awards_of_a_year(folder):
    assert len(texts(folder, "awards-given", body="tỉnh ủy kon tum", year="2020")) == 20
    assert texts(folder, "awards-given", body="tỉnh ủy kon tum", year="2019") == []


def test_a_body_and_a_document(folder):
    found = texts(folder, "directives-carried-out", body="hà nam", document="05-CT/TW")
    assert found == [("Tỉnh ủy Hà Nam", "Chỉ thị 05-CT/TW", "Bộ Chính trị")]


def test_evidence_quotes_the_article(folder):
    rows = texts(folder, "person-evidence", person="nguyễn thị hanh")
    assert rows
    assert all("Nguyễn Thị Hanh" in row[2] or row[2] == "chủ trì" for row in rows)


def test_questions_about_kinds_answer_in_english_too(folder):
    with ask(folder, shipped()["office-holders"].asked({"role": "bí thư"}, "en")) as answer:
        assert {"Secretary", "Deputy Secretary"} <= {row["role"].value for row in answer}
