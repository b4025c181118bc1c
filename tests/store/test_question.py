"""Shipped questions, and how values get into them."""

import re

import pytest
from pyoxigraph import Store

from kg.errors import QueryError
from kg.graph.terms import CLASSES, NARY, OWN_PROPERTIES, PREFIXES, RELATIONS, VALUES
from kg.store.question import form, question, read, shipped

NAMES = list(shipped())


def test_there_are_enough_for_a_researcher():
    assert len(NAMES) >= 20


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_question_says_in_both_languages_what_it_asks_takes_and_gives(name):
    asked = shipped()[name]
    assert asked.titles["vi"] != name != asked.titles["en"] != asked.titles["vi"]
    if form(asked.sparql) == "SELECT":
        head = re.search(r"^SELECT (.*)$", asked.sparql, re.M)[1]
        assert list(asked.columns) == re.findall(r"\?(\w+)(?=\)| |$)", re.sub(r"\(IF\(.*?\) AS", "(", head))
    for parameter in asked.parameters:
        assert f"${parameter.name}" in "\n".join(line for line in asked.sparql.splitlines() if not line.startswith("#"))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_shipped_question_is_sparql_with_its_own_examples(name, lang):
    asked = shipped()[name]
    Store().query(asked.asked({one.name: one.example for one in asked.parameters}, lang))


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_question_uses_terms_of_the_vocabulary_only(name):
    body = "\n".join(line for line in shipped()[name].sparql.splitlines() if not line.startswith(("#", "PREFIX")))
    nary = [term for one in NARY.values() for term in (*one.roles.values(), *one.period.values())]
    known = {*CLASSES, *OWN_PROPERTIES, *(one.name for one in (*RELATIONS.values(), *VALUES.values(), *nary)),
             "org:memberOf"}  # built by the question "network"
    used = set(re.findall(rf"(?<![\w<:/#])(?:{'|'.join(PREFIXES)}):\w+", re.sub(r'"[^"]*"', "", body)))
    assert used <= known


EVIL = ['x"', '") } ; DROP ALL #', "\\", 'a\nb', '"""', "$person", "<x>", "\u0000", "’;--"]


@pytest.mark.parametrize("value", EVIL)
def test_a_value_stays_a_value(value):
    sparql = read("it", 'SELECT ?x WHERE { BIND($v AS ?x) }\n# $v text e.g. "a" | một | one').asked({"v": value})
    rows = list(Store().query(sparql))
    assert len(rows) == 1
    assert rows[0]["x"].value == " ".join(value.replace("’", "'").lower().split())


@pytest.mark.parametrize(("kind", "good", "token"), [
    ("text", "UỶ  BAN", '"ủy ban"'),
    ("date", "2021-07-09", '"2021-07-09"^^<http://www.w3.org/2001/XMLSchema#date>'),
    ("year", "2021", "2021"),
    ("integer", "7", "7"),
    ("iri", "https://example.org/châu", "<https://example.org/châu>"),
])
def test_kinds_of_values(kind, good, token):
    asked = read("it", f"ASK {{ FILTER($v = $v) }}\n# $v {kind} e.g. x | một | one")
    assert asked.asked({"v": good}).startswith(f"ASK {{ FILTER({token} = {token}) }}")


@pytest.mark.parametrize(("kind", "bad"), [
    ("date", "9-7-2021"), ("date", "2021-13-45"), ("year", "21"), ("year", "٢٠٢١"), ("integer", "1 . DROP"),
    ("iri", "https://x/> . DROP"), ("iri", "châu"),
])
def test_a_value_of_the_wrong_kind_is_refused_with_an_example(kind, bad):
    asked = read("it", f"ASK {{ FILTER($v = $v) }}\n# $v {kind} e.g. 2021 | một | one")
    with pytest.raises(QueryError, match="write it like 2021") as caught:
        asked.asked({"v": bad})
    assert caught.value.exit_code == 7


def test_values_go_nowhere_but_where_their_name_stands():
    text = 'ASK { FILTER("$v" != \'$v\' && $v != "x") } # $v\n# $v text e.g. x | một | one'
    assert read("it", text).asked({"v": "y"}).startswith('ASK { FILTER("$v" != \'$v\' && "y" != "x") } # $v')


@pytest.mark.parametrize(("values", "message"), [
    ({}, "career: needs the parameter 'person'; give --param with person=châu ngọc tuấn"),
    ({"persn": "x"}, "career: takes no parameter 'persn'; give --param with person=châu ngọc tuấn"),
])
def test_missing_and_unknown_values(values, message):
    with pytest.raises(QueryError) as caught:
        question("career").asked(values)
    assert str(caught.value) == message


@pytest.mark.parametrize(("text", "message"), [
    ("who-chaird", "who-chaird: is no shipped question, no .rq file and no SPARQL; did you mean who-chaired?"),
    ("zzz", "zzz: is no shipped question, no .rq file and no SPARQL; kg query --list shows them"),
    ("/nowhere/x.rq", "/nowhere/x.rq: cannot be read: No such file or directory"),
])
def test_what_is_no_question(text, message):
    with pytest.raises(QueryError) as caught:
        question(text)
    assert str(caught.value) == message


def test_a_header_that_is_not_understood_is_an_error():
    with pytest.raises(QueryError, match="a line of its header is not understood: # fr: Qui"):
        read("it", "# fr: Qui ?\nASK {}")


def test_a_file_of_ones_own_may_have_comments(tmp_path):
    path = tmp_path / "mine.rq"
    path.write_text("# my own\n# $v text e.g. x | một | one\nASK { FILTER($v = \"x\") }", "utf-8")
    assert bool(Store().query(question(str(path)).asked({"v": "X"})))


@pytest.mark.parametrize(("sparql", "found"), [
    ("PREFIX select: <http://x/ASK> # CONSTRUCT\nask { ?construct select:describe 'SELECT' }", "ASK"),
    ("describe <http://x>", "DESCRIBE"), ("INSERT DATA {}", ""),
])
def test_the_form_of_a_query(sparql, found):
    assert form(sparql) == found


def test_sparql_of_ones_own_needs_no_prefixes_of_the_vocabulary():
    asked = question("SELECT ?n WHERE { ?p a kg:Person ; rdfs:label ?n }").sparql
    assert "PREFIX kg: <https://w3id.org/vnkg/ontology#>" in asked and "PREFIX rdfs:" in asked
    own = "PREFIX kg: <https://example.org/> SELECT ?p WHERE { ?p a kg:Person }"
    assert question(own).sparql == own
