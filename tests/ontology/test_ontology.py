"""The terms in code, ontology and shapes are one vocabulary, labelled in both languages and consistent."""

import re

import pyoxigraph as ox
import pytest

from kg.graph.concepts import concept, schemes
from kg.graph.file import read
from kg.graph.index import Index
from kg.graph.iri import segment
from kg.graph.terms import (
    BASE,
    CLASSES,
    CONCEPTS,
    NARY,
    OWN_PROPERTIES,
    PARTICIPATION,
    PREFIXES,
    RELATIONS,
    SCHEMES,
    SHORTCUTS,
    VALUES,
    iri,
)
from kg.resources import ontology

KG = PREFIXES["kg"]
SH = "http://www.w3.org/ns/shacl#"
KINDS = ("owl:Class", "owl:ObjectProperty", "owl:DatatypeProperty", "owl:AnnotationProperty")
# Properties that no shape constrains, and why they need none.
FREE = {"rdfs:label": "languages only", "rdf:type": "classes are what shapes are for"}


def rows(name):
    return list(read(ontology() / name))


@pytest.fixture(scope="module")
def defined():
    return Index(rows("kg.ttl"))


@pytest.fixture(scope="module")
def shapes():
    return rows("shapes.ttl")


@pytest.fixture(scope="module")
def concepts():
    return Index(rows("schemes.ttl"))


def properties():
    named = {*OWN_PROPERTIES, *(term.name for term in VALUES.values()), *(relation.name for relation in RELATIONS.values()),
             *(name for names in SHORTCUTS.values() for name in names)}
    for nary in NARY.values():
        named |= {term.name for term in (*nary.roles.values(), *nary.period.values())}
    return named


def test_every_term_of_the_code_is_defined(defined):
    known = {node for kind in KINDS for node in defined.instances(kind)}
    built_in = {"rdf:type", "rdfs:label", "owl:sameAs", "owl:differentFrom"}  # OWL's own
    assert not {name for name in properties() - built_in if iri(name) not in known}
    assert not {name for name in CLASSES if iri(name) not in known}


def test_every_own_term_of_the_ontology_is_in_the_code(defined):
    own = {node for kind in KINDS for node in defined.instances(kind) if node.startswith(KG)}
    assert own == {iri(name) for name in properties() | CLASSES.keys() if name.startswith("kg:")}


def test_classes_specialize_in_the_ontology_what_they_do_in_the_code(defined):
    for name, above in CLASSES.items():
        assert set(defined.nodes(iri(name), "rdfs:subClassOf")) == set(map(iri, above)), name


def test_relations_are_called_alike_in_code_and_ontology(defined):
    assert not {relation.name: defined.label(iri(relation.name)) for relation in RELATIONS.values()
                if defined.label(iri(relation.name)) != relation.label}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_own_term_has_a_label_and_a_definition(defined, language):
    own = {node for kind in KINDS for node in defined.instances(kind) if node.startswith(KG)} | {iri("org:Post"), iri("org:Membership")}
    for node in own:
        for name in ("rdfs:label", "skos:definition"):
            said = [value.text for value in defined.values(node, name) if value.language == language]
            assert len(said) == 1 and said[0].strip(), (node, name, language)


def test_properties_of_other_vocabularies_have_labels_in_both_languages(defined):
    used = [iri(name) for name in properties() if not name.startswith(("kg:", "rdf:type", "rdfs:", "owl:", "skos:"))]
    assert not [node for node in used if {v.language for v in defined.values(node, "rdfs:label")} != {"vi", "en"}]


def test_it_aligns_with_the_standard_vocabularies(defined):
    above = {value for node in defined for name in ("rdfs:subClassOf", "rdfs:subPropertyOf") for value in defined.nodes(node, name)}
    assert all(any(value.startswith(PREFIXES[prefix]) for value in above)
               for prefix in ("org", "foaf", "schema", "prov", "eli", "skos", "oa"))


def test_every_class_and_property_is_held_by_a_shape(shapes):
    objects = {(p, o) for _, p, o, _ in shapes}
    targets = {o for p, o in objects if p == f"{SH}targetClass"}
    # sh:hasValue names the standard class that goes with a target
    assert not {name for name in CLASSES if iri(name) not in targets and not name.startswith("schema:")}
    paths = {o for p, o in objects if p == f"{SH}path"}
    reached = {o for p, o in objects if p in (f"{SH}targetSubjectsOf", f"{SH}targetObjectsOf")}
    assert not {name for name in properties() - FREE.keys() if iri(name) not in paths | reached}


def test_shapes_speak_only_of_terms_that_exist(shapes, defined):
    named = {part for row in shapes for part in row[:3] if isinstance(part, str) and part.startswith(KG)}
    assert not named - set(defined)
    paths = {o for _, p, o, _ in shapes if p == f"{SH}path"}
    assert not paths - {iri(name) for name in properties()}


def test_every_shape_that_says_something_says_it_in_both_languages(shapes):
    said = Index(shapes)
    messages = {node: {v.language for v in values} for node in said
                if (values := said.said(node).get(f"{SH}message"))}
    assert len(messages) > 80 and set(map(frozenset, messages.values())) == {frozenset({"vi", "en"})}
    constrained = {node for node in said if f"{SH}path" in said.said(node)}
    nested = {node for node in constrained if any(p == f"{SH}property" and not subject.startswith("https") and subject not in messages
                                                 for subject, p in said.pointing(node))}
    assert constrained - nested <= messages.keys()


def test_the_shapes_are_well_formed_shacl():
    from pyshacl import validate
    from rdflib import Graph

    conforms, _, text = validate(Graph(), shacl_graph=Graph().parse(ontology() / "shapes.ttl"), meta_shacl=True)
    assert conforms, text


# -------- schemes

def test_concepts_are_named_in_both_languages_by_the_iri_that_their_name_makes(concepts):
    shipped = [node for name in CONCEPTS for node in concepts.instances(name)]
    assert len(shipped) > 250
    for node in shipped:
        preferred = {value.language: value.text for value in concepts.values(node, "skos:prefLabel")}
        assert preferred.keys() == {"vi", "en"}, node
        of = next(name for name in CONCEPTS if iri(name) in concepts.classes(node))
        assert concept(preferred["vi"], of, BASE)[0] == node
        if of != "kg:ParticipationRole":
            folder = f"{SCHEMES}{CONCEPTS[of]}/"
            assert node.startswith(folder) and "~" not in node[len(folder):].replace("~2c~", "").replace("~25~", "")


def test_every_concept_hangs_below_its_scheme(concepts):
    for name, folder in CONCEPTS.items():
        for node in concepts.instances(name):
            assert concepts.nodes(node, "skos:inScheme") == [SCHEMES + folder]
            above, seen = [node], set()
            while above:
                at = above.pop()
                assert at not in seen, f"{node} is above itself"
                seen.add(at)
                above += concepts.nodes(at, "skos:broader")
            assert any(concepts.nodes(at, "skos:topConceptOf") == [SCHEMES + folder] for at in seen), node


def test_every_way_of_taking_part_is_a_concept(concepts):
    assert {concepts.label(node) for node in concepts.instances("kg:ParticipationRole")} == set(PARTICIPATION.values())


def test_grades_of_awards_stay_apart_and_other_forms_are_linked():
    second, third, digit = (concept(f"Huân chương Lao động hạng {grade}", "kg:AwardType", BASE) for grade in ("Nhì", "Ba", "3"))
    assert len({second[0], third[0], digit[0]}) == 3
    assert (digit[0], iri("skos:exactMatch"), third[0]) in digit[1]
    unknown, said = concept("Bằng khen toàn quốc về lúa", "kg:AwardType", BASE)
    assert unknown.startswith(BASE) and (unknown, iri("skos:broader"), concept("Bằng khen", "kg:AwardType", BASE)[0]) in said


def test_tone_places_and_case_do_not_make_another_concept():
    assert concept("UỶ VIÊN", "kg:Role", BASE) == concept("Ủy viên", "kg:Role", BASE)


def test_the_schemes_are_small_enough_to_load_at_every_start():
    assert set(schemes()) == set(CONCEPTS)
    assert (ontology() / "schemes.ttl").stat().st_size < 200_000


@pytest.mark.parametrize("name", ["kg.ttl", "schemes.ttl", "shapes.ttl"])
def test_files_are_strict_turtle_in_nfc(name):
    import unicodedata

    text = (ontology() / name).read_text(encoding="utf-8")
    assert list(ox.parse(text.encode(), format=ox.RdfFormat.TURTLE)) and unicodedata.is_normalized("NFC", text)
    assert not re.search(r"\s$", text.rstrip("\n"))


# -------- the README

README = (ontology() / "README.md").read_text(encoding="utf-8")


def test_the_readmes_table_of_standard_classes_is_the_vocabulary():
    names = {name for row in README.splitlines() if row.startswith("| `kg:") for name in re.findall(r"`(kg:\w+)`", row)}
    for row in (row for row in README.splitlines() if row.startswith("| `kg:")):
        cells = [re.findall(r"`([\w:]+)`", cell) for cell in row.strip("|").split("|")]
        for owns, standards in (cells[:2], cells[2:]):
            assert all(set(CLASSES[own]) == set(standards) for own in owns), row
    assert len(names) > 12


def test_the_readmes_concept_can_be_added_as_it_is(tmp_path):
    entry = re.search(r"```turtle\n(.*?)```", README, re.DOTALL)[1]
    whole = tmp_path / "schemes.ttl"
    whole.write_text(f"{(ontology() / 'schemes.ttl').read_text(encoding='utf-8')}\n{entry}", encoding="utf-8")
    made = Index(read(whole))
    [node] = [node for node in made.instances("kg:AwardType") if "lưu-trữ" in node]
    assert [made.label(above) for above in made.nodes(node, "skos:broader")] == ["Kỷ niệm chương"]
    assert node == f"{SCHEMES}award-type/{segment(made.label(node).lower())}"
