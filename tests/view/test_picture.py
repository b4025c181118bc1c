"""A graph's picture: things, facts in both languages, passages, sources."""

import pytest

from kg.graph.index import Index
from kg.graph.rdf import _node
from kg.graph.terms import iri
from kg.graph.triple import DATE, DECIMAL, INTEGER, Literal, vietnamese
from kg.view.build import picture
from kg.view.choice import around, lines, opening
from kg.view.errors import ViewError
from kg.view.phrases import fill
from kg.view.picture import Words
from kg.view.values import value_words
from tests.view.large import large_graph
from tests.view.pair import pair_graph
from tests.view.seed import TEXT, seed_graph


def seen(made):
    graph, texts = made
    return picture([(str(s), str(p), _node(o)) for s, p, o in graph], texts)


@pytest.fixture(scope="module")
def seed():
    return seen(seed_graph())


def sentences(shown, language):
    return ["".join(shown.things[part].caption if isinstance(part, int) else part for part in fact.sentence[language]) for fact in shown.facts]


@pytest.mark.parametrize("vi, en", [
    ("Châu Ngọc Tuấn giữ chức Phó Bí thư Thường trực Tỉnh ủy Gia Lai",
     "Châu Ngọc Tuấn holds the office of Standing Deputy Secretary, Tỉnh ủy Gia Lai"),
    ("Châu Ngọc Tuấn phát biểu tại Hội nghị Ban Chấp hành lần thứ 6 (nhiệm kỳ 2020-2025), với cương vị Phó Bí thư Thường trực Tỉnh ủy Gia Lai",
     "Châu Ngọc Tuấn speaks at Hội nghị Ban Chấp hành lần thứ 6 (nhiệm kỳ 2020-2025), as Standing Deputy Secretary, Tỉnh ủy Gia Lai"),
    ("Bộ Chính trị ban hành Chỉ thị 05-CT/TW", "Bộ Chính trị issues Chỉ thị 05-CT/TW"),
    ("Đảng ủy Khối các Cơ quan và Doanh nghiệp tỉnh Gia Lai thực hiện Chỉ thị 05-CT/TW",
     "Đảng ủy Khối các Cơ quan và Doanh nghiệp tỉnh Gia Lai carries out Chỉ thị 05-CT/TW"),
    ("Ban Tuyên giáo Tỉnh ủy Gia Lai tặng Giấy khen cho 1 cá nhân, vì có thành tích xuất sắc trong học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh (2016-2020), công bố tại Hội nghị Ban Chấp hành lần thứ 6 (nhiệm kỳ 2020-2025)",
     "Ban Tuyên giáo Tỉnh ủy Gia Lai confers Giấy khen on 1 cá nhân, for “có thành tích xuất sắc trong học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh” (2016-2020), announced at Hội nghị Ban Chấp hành lần thứ 6 (nhiệm kỳ 2020-2025)"),
])
def test_facts_are_said_in_both_languages(seed, vi, en):
    found = sentences(seed, 0)
    assert vi in found
    assert sentences(seed, 1)[found.index(vi)] == en


def test_every_fact_is_said_once(seed):
    assert len(set(sentences(seed, 0))) == len(seed.facts)


def test_passages_hold_the_words_of_the_text(seed):
    assert seed.passages and seed.sources[0].text == TEXT
    for passage in seed.passages:
        assert TEXT[passage.start:passage.end] == passage.exact


def test_an_office_is_the_line_between_its_holder_and_its_body(seed):
    office = next(fact for fact in seed.facts if fact.relation.key == "office")
    line, = office.edges
    assert (seed.things[line.source].label, seed.things[line.target].label) == ("Châu Ngọc Tuấn", "Tỉnh ủy Gia Lai")
    assert line.label == Words("Phó Bí thư Thường trực", "Standing Deputy Secretary")
    assert len(office.passages) == 2 and office.date == "2021-07-09"


def test_what_only_serves_others_is_no_thing(seed):
    kinds = {thing.group for thing in seed.things}
    assert kinds == {"person", "party", "state", "body", "meeting", "document", "award", "recipients", "movement", "figure", "place", "article"}
    assert not [thing for thing in seed.things if "/role/" in thing.iri or "#char=" in thing.iri]


def test_the_same_graph_gives_the_same_picture_in_any_order():
    graph, texts = pair_graph()
    rows = [(str(s), str(p), _node(o)) for s, p, o in graph]
    assert picture(rows, texts) == picture(sorted(rows, key=str, reverse=True), texts)


def test_a_property_without_a_phrase_is_named_in_words():
    thing = "https://example.org/a", "https://example.org/b"
    rows = [(one, iri("rdf:type"), iri("kg:Person")) for one in thing] + [(one, iri("rdfs:label"), vietnamese(one[-1])) for one in thing]
    shown = picture([*rows, (thing[0], "https://example.org/isFriendOf", thing[1])], {})
    assert sentences(shown, 1) == ["a — is friend of: b"]


def test_an_unknown_role_of_taking_part_names_itself():
    rows = [("x:m", iri("rdf:type"), iri("kg:Meeting")), ("x:p", iri("rdf:type"), iri("kg:Person")),
            ("x:r", iri("skos:prefLabel"), vietnamese("thư ký")), ("x:t", iri("rdf:type"), iri("kg:Participation")),
            ("x:t", iri("kg:meeting"), "x:m"), ("x:t", iri("kg:participant"), "x:p"), ("x:t", iri("kg:participationRole"), "x:r")]
    fact, = picture(rows, {}).facts
    assert fact.edges[0].label.vi == "thư ký" and "(thư ký)" in "".join(map(str, fact.sentence.vi))


@pytest.mark.parametrize("value, vi, en", [
    (Literal("2021-07-09", DATE), "9/7/2021", "9 July 2021"),
    (Literal("7200000000", DECIMAL), "7.200.000.000", "7,200,000,000"),
    (Literal("42.50", DECIMAL), "42,5", "42.5"),
    (Literal("-3", INTEGER), "-3", "-3"),
    (Literal("2021-13-09", DATE), "2021-13-09", "2021-13-09"),
])
def test_values_are_written_as_each_language_does(value, vi, en):
    assert value_words(Index([]), value) == (vi, en)


def test_a_part_in_brackets_needs_all_its_names():
    said = Words("{a} họp[ tại {b}][, từ {c}]", "{a} meets[ at {b}]")
    assert fill(said, {"a": [0], "b": [1, 2, 3]}).vi == (0, " họp tại ", 1, ", ", 2, " và ", 3)
    assert fill(said, {"a": [0], "b": []}).en == (0, " meets")


def test_around_a_thing_lies_what_its_lines_reach(seed):
    person = next(thing.iri for thing in seed.things if thing.label == "Châu Ngọc Tuấn")
    near = around(seed, person, 1)
    assert {thing.label for thing in near.things} == {"Châu Ngọc Tuấn", "Tỉnh ủy Gia Lai", "Hội nghị Ban Chấp hành lần thứ 6 (nhiệm kỳ 2020-2025)"}
    assert set(sentences(near, 0)) < set(sentences(seed, 0)) and len(near.facts) == 2
    with pytest.raises(ViewError, match="no thing of this graph"):
        around(seed, "https://example.org/none", 1)


def test_a_small_graph_is_drawn_whole_and_of_a_large_one_its_middle(seed):
    assert opening(seed, 1500) == ([], [])
    shown = picture(large_graph(2000), {})
    start, communities = opening(shown, 300)
    degree = lines(shown).degree
    assert 200 < len(start) <= 300 and len(communities) == len(shown.things)
    assert sum(degree[one] for one in start) / len(start) > 1.5 * sum(degree[one] for one in range(len(shown.things))) / len(shown.things)
    assert communities.count(0) == max(map(communities.count, set(communities)))
