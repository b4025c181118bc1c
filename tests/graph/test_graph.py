"""Statements as RDF: every kind and term, evidence, the same bytes, nothing that a strict parser refuses."""

import random
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.article import Article, Span
from kg.fact import Entity, Fact, Statements
from kg.graph import FORMATS, quads, triples, write
from kg.graph.errors import EvidenceError, GraphError, TermError
from kg.graph.file import read
from kg.graph.index import Index
from kg.graph.iri import entity_path, segment
from kg.graph.names import sort_key, tidy, unaccented
from kg.graph.passages import check
from kg.graph.terms import FOLDERS, NARY, RELATIONS, VALUES, Form, iri, kinds
from kg.graph.triple import LANGUAGE_STRING, Literal
from tests.graph.seed import ARTICLE, MEETING, STATEMENTS, TUAN

BENCH = Path(__file__).parents[2] / ".." / "shared" / "bench"
TEXT = "Một bài báo rất ngắn để thử."
SHORT = Article("thử", TEXT)
SPAN = (Span(0, 3),)
HOSTILE = ["</script><script>alert(1)</script>", '"; DROP ALL; #', "} INSERT DATA { <a> <b> <c>", "../../etc/passwd", "a\u202eb\u2066c",
           "\x00\x07\x1b[31m", "<http://x>", "\\u0000", "'''", "%2e%2e/%00", "𝔘𝔫𝔦", "\ufeffx\u200b", "{{7*7}}", "~2f~", "a/b", "..", "."]


def entity(kind="Person", label="Nguyễn Văn A", **values):
    return Entity(kind, (label,), label, (), values, SPAN, "test@1")


def index(*items, article=SHORT, dated=None):
    entities = tuple(item for item in items if isinstance(item, Entity))
    facts = tuple(item for item in items if isinstance(item, Fact))
    return Index(triples(Statements(article, entities, facts, dated)))


EXAMPLES = {Form.TEXT: "chữ", Form.STRING: "05-CT/TW", Form.INTEGER: 6, Form.DECIMAL: 1.5, Form.DATE: date(2021, 7, 9), Form.YEAR: 2020,
            Form.TRUE: True, Form.CONCEPT: "Chủ tịch", Form.ADDRESS: "http://www.wikidata.org/entity/Q1"}
PERSON, BODY, EVENT, PAPER = entity(), entity("StateBody", "Sở A"), entity("Meeting", "Hội nghị A"), entity("Decision", "Quyết định A")
HELD = Fact("Membership", {"member": PERSON, "role": "Giám đốc", "organization": BODY}, SPAN, "test@1")
NODES = {"member": PERSON, "organization": BODY, "territory": entity("Place"), "decision": PAPER, "succeeds": entity(label="Trần B"), "meeting": EVENT, "participant": PERSON,
         "capacity": HELD, "awarders": (BODY, PERSON), "recipients": (BODY,), "presentedAt": EVENT, "presentedBy": PERSON,
         "underDecision": PAPER}


@pytest.mark.parametrize("kind", kinds())
def test_every_kind_of_entity_is_rendered_with_its_classes_names_and_evidence(kind):
    made = index(entity(kind, "Tên  gọi"))
    [node] = [n for n in made if iri("kg:sortKey") in made.said(n)]
    own = "org:Post" if kind == "Post" else f"kg:{kind}"
    assert iri(own) in made.classes(node) and made.classes(node) & set(map(iri, FOLDERS))
    assert made.texts(node, "rdfs:label") == ["Tên gọi"] and made.texts(node, "skos:hiddenLabel") == ["ten goi"]
    [passage] = made.nodes(node, "prov:wasDerivedFrom")
    assert made.text(passage, "oa:exact") == TEXT[0:3] and made.text(node, "kg:rule") == "test"


@pytest.mark.parametrize("name", VALUES)
def test_every_value_is_rendered_in_its_form(name):
    term = VALUES[name]
    made = index(entity("Person", "A", **{name: EXAMPLES[term.form]}))
    [value] = {v for n in made for v in made.values(n, term.name) if iri("kg:sortKey") in made.said(n)}
    if term.form is Form.CONCEPT:
        assert made.label(value) == "Chủ tịch"
    elif term.form is Form.ADDRESS:
        assert value == EXAMPLES[term.form]
    else:
        assert value.text == {Form.YEAR: "2020", Form.DATE: "2021-07-09"}.get(term.form, str(EXAMPLES[term.form]))


@pytest.mark.parametrize("term", RELATIONS)
def test_every_relation_is_a_triple_and_reified_with_evidence(term):
    made = index(Fact(term, {"subject": EVENT, "object": BODY}, SPAN, "r@2", ("vì thế",)), EVENT, BODY)
    [node] = made.instances("rdf:Statement")
    [predicate] = made.nodes(node, "rdf:predicate")
    assert predicate == iri(RELATIONS[term].name)
    assert (made.nodes(node, "rdf:subject")[0], predicate, made.nodes(node, "rdf:object")[0]) in made
    assert made.nodes(node, "prov:wasDerivedFrom") and made.text(node, "kg:ruleVersion") == "2"
    assert made.text(node, "kg:inference") == "vì thế"


@pytest.mark.parametrize(("term", "role"), [(term, role) for term, nary in NARY.items() for role in nary.roles])
def test_every_role_of_every_fact_is_rendered(term, role):
    nary = NARY[term]
    codes = {"Participation": "chair"}
    roles = {name: NODES.get(name) or codes.get(term) or EXAMPLES[nary.roles[name].form]
             for name in dict.fromkeys((*nary.required, role))}
    made = index(Fact(term, roles, SPAN, "r@1"))
    values = [value for node in made.instances(nary.name) for value in made.values(node, nary.roles[role].name)]
    assert len(values) >= (len(roles[role]) if isinstance(roles[role], tuple) else 1)


def test_a_membership_states_the_post_its_holder_the_day_and_the_period_that_is_given():
    made = index(replace(HELD, roles={**HELD.roles, "start": "2020-03", "end": 2021}), PERSON, BODY, dated=date(2021, 7, 9))
    [post], [held], [period] = (made.instances(name) for name in ("org:Post", "org:Membership", "kg:Period"))
    assert made.label(post) == "Giám đốc Sở A"
    assert (made.nodes(post, "org:heldBy"), made.texts(held, "kg:attestedOn")) == (made.nodes(held, "org:member"), ["2021-07-09"])
    assert (made.texts(period, "schema:startDate"), made.texts(period, "schema:endDate")) == (["2020-03"], ["2021"])
    former = index(replace(HELD, roles={**HELD.roles, "former": True}))
    assert not former.nodes(post, "org:heldBy") and former.instances("org:Membership") != made.instances("org:Membership")


def test_a_chair_attends_and_a_speaker_does_not_chair():
    made = index(*(Fact("Participation", {"meeting": EVENT, "participant": who, "role": role}, SPAN)
                   for who, role in ((PERSON, "chair"), (BODY, "speaker"))), PERSON, BODY, EVENT)
    [event] = made.instances("kg:Meeting")
    assert len(made.nodes(event, "kg:attendedBy")) == 2
    assert made.nodes(event, "kg:chairedBy") == made.instances("kg:Person")
    assert made.nodes(event, "kg:addressedBy") == made.instances("kg:Organization")


# -------- bytes

@pytest.mark.parametrize("format", FORMATS)
def test_any_order_gives_the_same_bytes_which_strict_parsers_read(format, tmp_path):
    rows = list(quads(STATEMENTS))
    first = write(rows, format)
    for seed in range(3):
        random.Random(seed).shuffle(rows)
        assert write(rows, format) == first
    ending = {"turtle": "ttl", "nt": "nt", "nquads": "nq", "trig": "trig", "jsonld": "jsonld", "xml": "rdf"}[format]
    (tmp_path / f"g.{ending}").write_bytes(first)
    assert {row[:3] for row in read(tmp_path / f"g.{ending}")} == {row[:3] for row in rows}


def test_order_of_statements_does_not_count():
    turned = replace(STATEMENTS, entities=STATEMENTS.entities[::-1], facts=STATEMENTS.facts[::-1])
    assert write(triples(turned)) == write(triples(STATEMENTS))


def test_hash_seeds_do_not_count():
    code = ("import hashlib; from kg.graph import triples, write; from tests.graph.seed import STATEMENTS; "
            "print(hashlib.sha256(write(triples(STATEMENTS))).hexdigest())")
    root = Path(__file__).parents[2]
    runs = {subprocess.run([sys.executable, "-c", code], cwd=root, env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
                           capture_output=True, check=True, text=True).stdout for seed in ("0", "1", "77")}
    assert len(runs) == 1


def test_rdflib_reads_as_many_triples_and_no_blank_node():
    written = write(triples(STATEMENTS))
    graph = rdflib.Graph().parse(data=written, format="turtle")
    assert len(graph) == len(list(triples(STATEMENTS)))
    assert not [node for node in graph.all_nodes() if isinstance(node, rdflib.BNode)]


def test_the_python_graph_serializes_to_the_same_bytes():
    from kg.graph.rdf import graph, serialize

    assert serialize(graph([STATEMENTS])) == write(triples(STATEMENTS))


def test_a_changed_sentence_changes_its_own_lines_alone():
    before = write(triples(STATEMENTS)).decode().splitlines()
    facts = tuple(fact for fact in STATEMENTS.facts if fact.term != "launchedBy")
    after = write(triples(replace(STATEMENTS, facts=facts))).decode().splitlines()
    assert set(after) < set(before)


def test_the_clock_is_asked_for():
    stamped = write(triples(STATEMENTS, stamp=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))).decode()
    assert '"2026-01-02T03:04:05+00:00"^^xsd:dateTime' in stamped and "generatedAtTime" not in write(triples(STATEMENTS)).decode()


def test_evidence_can_be_left_out():
    full, passages, none = ({row[1] for row in triples(STATEMENTS, evidence=level)} for level in ("full", "passages", "none"))
    assert iri("kg:rule") in full and iri("kg:rule") not in passages and iri("rdf:subject") not in passages
    assert iri("oa:exact") in passages and iri("oa:exact") not in none and iri("prov:wasDerivedFrom") not in none


@pytest.mark.skipif(not BENCH.is_dir(), reason="the benchmark is not beside this checkout")
def test_the_scorer_finds_all_of_the_example_right(tmp_path):
    (tmp_path / "seed-gialai.ttl").write_bytes(write(triples(STATEMENTS)))
    done = subprocess.run([sys.executable, BENCH / "score.py", BENCH / "dev", tmp_path, "--only", "seed-gialai"],
                          capture_output=True, text=True, check=True)
    assert done.stdout.count("1.000  1.000  1.000") == 11, done.stdout
    assert "canonical organization name: 8/8" in done.stdout


# -------- what is refused

@pytest.mark.parametrize(("item", "message"), [
    (entity("Persom"), 'unknown kind "Persom"; did you mean "Person"?'),
    (entity(agee=3), 'unknown value "agee"'),
    (entity(ordinal="six"), "ordinal 'six' is not a whole number; it is written as integer"),
    (entity(startDate="2021-13-45"), "startDate '2021-13-45' is not a date"),
    (entity(value=float("nan")), "value nan is not finite"),
    (entity(sameAs="no iri"), "sameAs 'no iri' is not an IRI"),
    (entity(label=" "), "has no label"),
    (Fact("Membershp", {}), 'unknown term "Membershp"; did you mean "Membership"?'),
    (Fact("Membership", {"member": PERSON}), "a Membership has no role"),
    (Fact("Membership", {"member": PERSON, "role": "X", "orgnization": BODY}),
     'unknown role of Membership "orgnization"; did you mean "organization"?'),
    (Fact("Participation", {"meeting": EVENT, "participant": PERSON, "role": "char"}), 'unknown role "char"; did you mean "chair"?'),
    (Fact("issuedBy", {"subject": PAPER, "object": "Sở A"}), "'Sở A' is not a node"),
])
def test_what_is_outside_the_vocabulary_is_refused_by_name(item, message):
    with pytest.raises(TermError) as error:
        index(item)
    assert message in str(error.value) and str(error.value).startswith("thử: ")


@pytest.mark.parametrize("span", [Span(3, 3), Span(-1, 2), Span(5, 2), Span(0, len(TEXT) + 1)])
def test_a_passage_outside_the_text_is_refused(span):
    with pytest.raises(EvidenceError, match="is not inside the text, which has 28 characters"):
        index(replace(PERSON, spans=(span,)))


@pytest.mark.parametrize(("name", "wrong"), [("oa:exact", Literal("khác")), ("oa:start", Literal("1")), ("oa:end", Literal("9"))])
def test_every_build_checks_what_each_passage_states(name, wrong):
    rows = [(s, p, wrong if p == iri(name) else o) for s, p, o in triples(Statements(SHORT, (PERSON,), ()))]
    with pytest.raises(EvidenceError, match="does not hold what it states"):
        check(rows, SHORT)


@pytest.mark.parametrize("base", ["", "x", "http://a", "http://a/#", "http://a b/", "http:///", 'http://a/"/', "file:x/"])
def test_a_base_that_is_none_is_refused(base):
    with pytest.raises(GraphError, match="cannot be the base of IRIs"):
        list(triples(STATEMENTS, base))


def test_another_base_moves_resources_only():
    rows = list(triples(STATEMENTS, "http://ví-dụ.vn/đồ-thị/"))
    assert not [row for row in rows if "w3id.org/vnkg/id" in str(row)]
    write(rows, base="http://ví-dụ.vn/đồ-thị/")


def test_half_a_character_is_refused_in_words():
    with pytest.raises(GraphError, match="the character 1 is half of a surrogate pair"):
        list(triples(Statements(Article("x", "a\ud800"), (), ())))


def test_unknown_formats_and_characters_that_xml_lacks_are_refused():
    with pytest.raises(GraphError, match="choose one of turtle, nt"):
        write([], "n4")
    rows = triples(Statements(Article("x", "a\x07b"), (Entity("Person", ("a",), "A", spans=(Span(0, 3),)),), ()))
    with pytest.raises(GraphError, match=r"U\+0007, which XML cannot"):
        write(rows, "xml")


# -------- hostile names

@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_stay_names(name, tmp_path):
    article = Article(name, f"{name} họp.", title=name, author=name, url=name, publisher=name)
    who = Entity("Person", (name,), f"x{name}", (name,), {"honorificPrefix": f"y{name}"}, (Span(0, len(name)),), name)
    facts = (Fact("Membership", {"member": who, "role": f"z{name}"}, (Span(0, len(name)),)),)
    rows = list(triples(Statements(article, (who,), facts)))
    for format, ending in (("turtle", "ttl"), ("nt", "nt"), ("nquads", "nq"), ("trig", "trig"), ("jsonld", "jsonld")):
        (tmp_path / f"g.{ending}").write_bytes(write(rows, format))
        assert {row[:3] for row in read(tmp_path / f"g.{ending}")} == set(rows)
    assert (made := Index(rows)).text(made.instances("kg:Passage")[0], "oa:exact") == name


@given(st.text(min_size=1).filter(tidy), st.text(min_size=1).filter(tidy))
def test_different_keys_are_different_iris_and_all_of_them_parse(one, other):
    first, second = (Entity("Person", (key,), "x") for key in (one, other))
    assert (entity_path(first) == entity_path(second)) == (segment(one) == segment(other))
    ox.NamedNode(f"http://x/{entity_path(first)}")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_survives_as_evidence(text):
    rows = list(triples(Statements(Article("x", text), (Entity("Person", ("a",), "A", spans=(Span(0, len(text)),)),), ())))
    assert Literal(text) in {o for _, p, o in rows if p == iri("oa:exact")}
    write(rows)
    lines = list(ox.parse(write(rows, "nquads"), format=ox.RdfFormat.N_QUADS))
    assert len(lines) == len(rows) and text in {line.object.value for line in lines}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", ["no scheme", "http://x/y> <http://x/z", "http://x/y z", "http://x/y\n", "http://x/%", "http://x/\ud800"])
def test_a_name_that_is_no_iri_and_no_language_is_refused_in_every_format(name, format):
    label, node = iri("rdfs:label"), "http://x/y"
    literals = Literal("x", name), Literal("x", LANGUAGE_STRING, name)
    for row in ((name, label, Literal("x")), *((node, label, value) for value in (name, *literals))):
        with pytest.raises(GraphError, match="a strict parser refuses what was written"):
            write([row], format)


@pytest.mark.parametrize("format", ["turtle", "nt", "nquads", "trig"])
def test_a_text_in_no_language_that_claims_one_is_refused(format):
    with pytest.raises(GraphError, match="a strict parser refuses what was written"):
        write([("http://x/y", iri("rdfs:label"), Literal("x", LANGUAGE_STRING))], format)


# -------- names

def test_names_sort_as_a_vietnamese_dictionary_does():
    names = ["An", "Ân", "Ba", "Bà", "Bả", "Bã", "Bá", "Bạ", "Dung", "Đan", "Kỳ họp 6", "Kỳ họp 10", "Oanh", "Ông", "Ơn"]
    assert sorted(random.Random(1).sample(names, len(names)), key=sort_key) == names
    assert sort_key("hoà") == sort_key("hòa") and unaccented("Đảng ủy Khối") == "dang uy khoi"


def test_diacritics_keep_people_apart():
    paths = {entity_path(Entity("Person", (name,), name)) for name in ("hạnh", "hanh", "hà nam", "hạ nam")}
    assert len(paths) == 4
    assert entity_path(Entity("Person", ("ha\u0323nh",), "x")) == entity_path(Entity("Person", ("hạnh",), "x"))


def test_a_thing_with_two_names_has_the_longer_as_its_label():
    made = Index(triples(Statements(SHORT, (entity("StateBody", "Sở A"), replace(entity("StateBody", "Sở A"), label="Sở A tỉnh B")), ())))
    [node] = made.instances("kg:Organization")
    assert made.texts(node, "rdfs:label") == ["Sở A tỉnh B"] and made.texts(node, "skos:altLabel") == ["Sở A"]
    assert made.texts(node, "kg:sortKey") == [sort_key("Sở A tỉnh B")]


def test_passages_are_named_by_their_characters():
    made = Index(triples(STATEMENTS))
    start = ARTICLE.text.index("Châu Ngọc Tuấn")
    assert made.text(f"https://w3id.org/vnkg/id/article/seed_gialai#char={start},{start + 14}", "oa:exact") == TUAN.label
    assert made.text(f"https://w3id.org/vnkg/id/{entity_path(MEETING)}", "kg:inference") == "year 2021 from 'năm 2021'"
