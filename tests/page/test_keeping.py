"""What can be kept: the address, pictures, the visible part as RDF and CSV, a query, a print."""

import csv
import io
import xml.etree.ElementTree as ET

import pytest
import rdflib

pytestmark = pytest.mark.browser


def test_the_address_holds_what_is_seen(reader, pair):
    page = reader.open(pair).ask("tỉnh ủy gia lai").page
    page.uncheck("#filter-class-award")
    page.click("#panel button:text-is('1 bước')")
    page.click("#language")
    state, places = reader.state(), set(reader.places())
    reader.open(pair, state, name="again.html")
    assert set(reader.places()) == places
    assert page.inner_text("#panel h2") == "Tỉnh ủy Gia Lai"
    assert page.inner_text("#filters h2") == "Legend and filters"
    assert not page.is_checked("#filter-class-award")


def test_the_camera_is_part_of_the_address(reader, seed):
    page = reader.open(seed).page
    page.click("#zoom-in")
    reader.until("location.hash.includes('camera=')")
    places = reader.places()
    reader.open(seed, reader.state(), name="again.html")
    for iri, (x, y) in reader.places().items():
        assert abs(x - places[iri][0]) < 3 and abs(y - places[iri][1]) < 3


@pytest.mark.parametrize("state", ["#chosen=tnone&path=x.y&around=z.9", "#camera=NaN_1_1&pins=a_b_c&support=-4", "#%%%", "#lang=xx&view=__proto__"])
def test_a_wrong_address_does_no_harm(reader, seed, state):
    assert len(reader.open(seed, state).places()) > 20


def test_the_back_button_undoes(reader, seed):
    page = reader.open(seed).ask("châu ngọc tuấn").page
    page.go_back()
    reader.until("!location.hash.includes('chosen')")
    assert "Bài báo nói gì" in reader.panel()


def test_png(reader, seed):
    content = reader.open(seed).saved("png")
    assert content.startswith(b"\x89PNG")
    assert int.from_bytes(content[16:20]) > 2400, "good enough to print"


def test_svg_is_xml_that_says_the_same(reader, seed):
    root = ET.fromstring(reader.open(seed).saved("svg"))
    words = " ".join(element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}text"))
    for name in ("Châu Ngọc Tuấn", "Bộ Chính trị", "Phó Bí thư Thường trực", "Báo Gia Lai"):
        assert name in words


def test_turtle_of_the_visible_part_is_part_of_the_graph(reader, seed):
    from tests.view.seed import seed_graph
    whole, _ = seed_graph()
    everything = rdflib.Graph().parse(data=reader.open(seed).saved("turtle"), format="turtle")
    assert set(everything) <= set(whole) and len(everything) > 200
    reader.ask("châu ngọc tuấn").page.click("#panel button:text-is('1 bước')")
    part = rdflib.Graph().parse(data=reader.saved("turtle"), format="turtle")
    assert set(part) < set(everything)
    person = rdflib.URIRef("https://w3id.org/vnkg/id/person/Châu-Ngọc-Tuấn")
    assert list(part.subjects(rdflib.ORG.member, person)) and not list(part.subjects(rdflib.RDF.type, rdflib.URIRef("https://w3id.org/vnkg/ontology#Award")))


def test_turtle_leaves_out_relations_that_are_switched_off(reader, seed):
    page = reader.open(seed).page
    page.uncheck("#filter-relation-part")
    part = rdflib.Graph().parse(data=reader.saved("turtle"), format="turtle")
    assert not list(part.subject_objects(rdflib.ORG.subOrganizationOf)) and len(part) > 200


def test_csv_has_a_row_for_each_sentence(reader, seed):
    rows = list(csv.DictReader(io.StringIO(reader.open(seed).saved("csv").decode("utf-8-sig"))))
    office = [row for row in rows if row["fact"].startswith("Châu Ngọc Tuấn giữ chức")]
    assert [row["words"] for row in office] == ["Châu Ngọc Tuấn-Phó Bí thư Thường trực Tỉnh ủy", "Phó Bí thư Thường trực Tỉnh ủy Châu Ngọc Tuấn"]
    assert office[0]["outlet"] == "Báo Gia Lai" and office[0]["published"] == "2021-07-09"


def test_sparql_gives_what_is_seen(reader, seed):
    from tests.view.seed import seed_graph
    page = reader.open(seed).page
    page.evaluate("document.addEventListener('copy', () => { window.copied = String(document.activeElement.value || getSelection()); })")
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.click("#keep")
    page.click("[data-keep=sparql]")
    page.wait_for_selector("#notice:visible")
    query = page.evaluate("window.copied || navigator.clipboard.readText()")
    found = seed_graph()[0].query(query)
    subjects = {str(s) for s, _, _ in found}
    assert "https://w3id.org/vnkg/id/person/Châu-Ngọc-Tuấn" in subjects and len(subjects) > 25


def test_print(reader, seed):
    page = reader.open(seed).page
    page.emulate_media(media="print")
    assert not page.locator("#filters").is_visible() and not page.locator("#search").is_visible()
    assert page.locator("#panel").is_visible() and page.locator("#picture").is_visible()
