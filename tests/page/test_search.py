"""The search box finds what people type."""

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("typed, name", [
    ("chau ngoc tuan", "Châu Ngọc Tuấn"),
    ("Châu Ngọc Tuấn", "Châu Ngọc Tuấn"),
    ("tuan chau", "Châu Ngọc Tuấn"),
    ("ubnd tinh", "Ủy ban nhân dân tỉnh Gia Lai"),
    ("UBND", "Ủy ban nhân dân tỉnh Gia Lai"),
    ("uỷ ban", "Ủy ban nhân dân tỉnh Gia Lai"),
    ("ban tuyen giao", "Ban Tuyên giáo Tỉnh ủy Gia Lai"),
    ("05-ct/tw", "Chỉ thị 05-CT/TW"),
    ("hà minh", "Hà Minh Thư"),
    ("hạ minh", "Hạ Minh Thư"),
])
def test_the_first_suggestion(reader, pair, typed, name):
    assert reader.open(pair).suggestions(typed)[0] == name


def test_nothing_found_is_said(reader, seed):
    reader.open(seed).page.fill("#search", "xyzxyz")
    assert reader.page.inner_text("#suggestions") == "Không tìm thấy"


def test_by_keyboard_alone(reader, pair):
    page = reader.open(pair).page
    page.keyboard.press("Control+k")
    page.keyboard.type("minh thu")
    assert page.get_attribute("#search", "aria-expanded") == "true"
    assert page.get_attribute("#search", "aria-activedescendant") == "suggestion-0"
    page.keyboard.press("ArrowDown")
    second = page.inner_text("#suggestion-1 span")
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == second
    page.keyboard.press("Escape")
    assert "chosen" not in reader.state()


def test_a_thing_that_is_not_drawn_is_found_and_then_drawn(reader, seed):
    reader.open(seed)
    assert not any(iri.endswith("/Phương-Duyên") for iri in reader.places())
    reader.ask("phuong duyen")
    assert any(iri.endswith("/Phương-Duyên") for iri in reader.places())
    assert "Phương Duyên viết bài" in reader.panel()
