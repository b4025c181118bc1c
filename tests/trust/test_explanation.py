"""What is known of a thing is told with its sentences, whatever way its name is typed."""

import json

import pytest
from typer.testing import CliRunner

from kg.article import Article, Span
from kg.cli import app
from kg.errors import QueryError
from kg.explanation import explain, find
from kg.fact import Entity, Statements
from kg.graph import triples, write
from kg.graph.index import Index
from kg.graph.quotation import quotations, sentence
from kg.graph.texts import Texts
from tests.graph.seed import STATEMENTS, TEXT

GRAPH = Index(triples(STATEMENTS))
PERSON = "https://w3id.org/vnkg/id/person/châu-ngọc-tuấn"


@pytest.fixture
def kept(tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "gia-lai.txt").write_bytes(TEXT.encode())
    (tmp_path / "graph.ttl").write_bytes(write(triples(STATEMENTS)))
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(app, ["explain", *map(str, arguments)])


@pytest.mark.parametrize("name", ["Châu Ngọc Tuấn", "châu ngọc tuấn", "Chau Ngoc Tuan", "chau ngoc tuan", PERSON, f"<{PERSON}>",
                                  "Cha\u0302u Ngo\u0323c Tua\u0302\u0301n"])
def test_a_thing_is_found_however_its_name_is_typed(name):
    assert find(name, GRAPH) == [PERSON]


def test_a_name_letter_by_letter_comes_before_one_without_accents():
    people = [Entity("Person", (name.lower(),), name, spans=(Span(0, 2),)) for name in ("Hạnh", "Hanh", "Hành")]
    index = Index(triples(Statements(Article("x", "Xin chào"), tuple(people), ())))
    assert [index.label(node) for node in find("Hạnh", index)] == ["Hạnh"]
    assert [index.label(node) for node in find("hanh", index)] == ["Hanh"]
    assert len(find("HÀNH", index)) == 1
    assert {index.label(node) for node in find("Hãnh", index)} == {"Hạnh", "Hanh", "Hành"}


def test_a_main_name_comes_before_another_name():
    assert [GRAPH.label(node) for node in find("Tỉnh ủy", GRAPH)] == ["Tỉnh ủy Gia Lai"]
    assert [GRAPH.label(node) for node in find("uỷ ban nhân dân tỉnh", GRAPH)] == ["Ủy ban nhân dân tỉnh Gia Lai"]


def test_an_unknown_name_is_answered_with_the_nearest():
    with pytest.raises(QueryError, match="did you mean .*Châu Ngọc Tuấn"):
        find("Châu Ngọc Toàn", GRAPH)


def test_everything_known_of_a_person_is_told_with_its_sentence_and_rule(kept):
    done = run(kept / "graph.ttl", "Chau Ngoc Tuan")
    assert done.exit_code == 0
    for words in ("Châu Ngọc Tuấn (person)", f"<{PERSON}>", "2 facts", "role: Phó Bí thư Thường trực", "attested on: 2021-07-09",
                  '"Đồng chí ⟦Châu Ngọc Tuấn-Phó Bí thư Thường trực Tỉnh ủy⟧ dự hội nghị."', "seed-gialai, line 1, column 272",
                  "rule: membership, version 1", "way of taking part: phát biểu"):
        assert words in done.output, words


def test_what_was_inferred_is_told_with_its_ground(kept):
    output = run(kept / "graph.ttl", "Hội nghị Ban Chấp hành lần thứ 6 (nhiệm kỳ 2020-2025)").output
    assert "inferred: year 2021 from 'năm 2021'" in output and "organizer" in output.lower() and "đơn vị tổ chức" in output


def test_a_relation_is_a_fact_of_both_its_ends(kept):
    for name in ("Bộ Chính trị", "Chỉ thị số 05-CT/TW"):
        assert "Chỉ thị số 05-CT/TW – cơ quan ban hành – Bộ Chính trị" in run(kept / "graph.ttl", name).output


def test_without_the_text_a_passage_stands_alone(kept):
    (kept / "articles" / "gia-lai.txt").unlink()
    output = run(kept / "graph.ttl", "Châu Ngọc Tuấn").output
    assert '"⟦Châu Ngọc Tuấn-Phó Bí thư Thường trực Tỉnh ủy⟧"' in output and "seed-gialai, characters 271-316" in output


def test_one_fact_can_be_asked_for(kept):
    fact = GRAPH.instances("org:Membership")[0]
    output = run(kept / "graph.ttl", "--fact", fact).output
    assert "member: Châu Ngọc Tuấn" in output and "Tỉnh ủy Gia Lai" in output
    told = json.loads(run(kept / "graph.ttl", "--fact", fact, "--json").output)
    assert told["node"] == fact and told["quotations"][0]["exact"] == "Châu Ngọc Tuấn-Phó Bí thư Thường trực Tỉnh ủy"


def test_programs_get_all_of_it(kept):
    told = json.loads(run(kept / "graph.ttl", PERSON, "--json").output)
    assert told["itself"]["label"] == "Châu Ngọc Tuấn" and len(told["facts"]) == 2


def test_an_ambiguous_name_is_answered_by_a_list(kept):
    people = [Entity("Person", ("nguyễn văn a", where), "Nguyễn Văn A", spans=(Span(0, 3),)) for where in ("x", "y")]
    (kept / "two.ttl").write_bytes(write(triples(Statements(Article("x", "Xin chào"), tuple(people), ()))))
    done = run(kept / "two.ttl", "nguyen van a")
    assert done.exit_code == 7 and "may be any of 2 things" in done.output and done.output.count("/person/nguyễn-văn-a/") == 2
    assert len(json.loads(run(kept / "two.ttl", "nguyen van a", "--json").output)["things"]) == 2


def test_no_question_is_no_answer(kept):
    done = run(kept / "graph.ttl")
    assert done.exit_code == 7 and "name a thing or use --fact IRI" in done.output


def test_a_graph_without_reified_relations_still_tells_them(kept):
    index = Index(triples(STATEMENTS, evidence="passages"))
    facts = explain(find("Bộ Chính trị", index)[0], index, Texts(kept)).facts
    assert [(fact.label, fact.parts) for fact in facts] == [
        ("Chỉ thị số 05-CT/TW", (("https://w3id.org/vnkg/ontology#issuedBy", "Bộ Chính trị"),))]


@pytest.mark.parametrize(("text", "words", "expected"), [
    ("Một câu. Ông A nói gì? Hết.", "nói", "Ông A nói gì?"),
    ("Tại TP. HCM, TS. Nguyễn Văn A phát biểu. Hết.", "Nguyễn", "Tại TP. HCM, TS. Nguyễn Văn A phát biểu."),
    ("Tiêu đề\nCâu đầu tiên\nCâu sau", "đầu", "Câu đầu tiên"),
    ("một", "một", "một"),
    ("Câu một. Câu hai.", "một. Câu", "Câu một. Câu hai."),
])
def test_a_sentence_is_the_one_around_the_words(text, words, expected):
    start = text.index(words)
    first, last = sentence(text, start, start + len(words))
    assert text[first:last] == expected


def test_quotations_come_in_reading_order(kept):
    found = quotations(GRAPH.instances("kg:Participation")[0], GRAPH, Texts(kept))
    assert [quotation.start for quotation in found] == sorted(quotation.start for quotation in found) and len(found) == 2
