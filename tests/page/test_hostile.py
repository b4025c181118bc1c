"""Names that try to be something else are shown as they are written."""

import csv
import io
import xml.etree.ElementTree as ET

import pytest
import rdflib

from tests.view.hostile import NAMES

pytestmark = pytest.mark.browser


def test_names_are_text_in_all_views(reader, hostile):
    page = reader.open(hostile).page
    assert page.title() == "</title><script>alert(5)</script>"
    for name in NAMES:
        reader.page.fill("#search", name)
        reader.page.keyboard.press("Escape")
        page.press("#search", "Escape")
    page.click("#as-table")
    for name in NAMES:
        assert name.replace("\u2028", "") in page.text_content("#table")
    assert page.locator("#table img, #table script, #table svg[onload], #panel img, #panel b").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0


def test_each_can_be_chosen_and_its_article_read(reader, hostile):
    page = reader.open(hostile).page
    for index, name in enumerate(NAMES):
        reader.click_thing(f"/person/{index}")
        assert page.text_content("#panel h2") == name
    page.click("text=Đọc trong bài >> nth=0")
    assert NAMES[0] in page.text_content("#panel .text")
    marked = page.locator(".mention").all_text_contents()
    assert [name for name in NAMES if name not in marked] == [], "offsets hold beyond the basic plane"


def test_what_is_kept_is_safe_too(reader, hostile):
    reader.open(hostile)
    root = ET.fromstring(reader.saved("svg"))
    assert not root.findall(".//{http://www.w3.org/2000/svg}script")
    turtle = rdflib.Graph().parse(data=reader.saved("turtle"), format="turtle")
    assert {str(label) for label in turtle.objects(None, rdflib.RDFS.label)} >= set(NAMES)
    cells = [cell for row in csv.reader(io.StringIO(reader.saved("csv").decode("utf-8-sig"))) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))], "no cell is a formula"
