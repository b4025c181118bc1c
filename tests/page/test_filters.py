"""Filters: classes, relations, articles, outlets, places, time, support; path, neighbours, hide, pin, undo."""

import pytest

pytestmark = pytest.mark.browser


def drawn(reader, name):
    return any(iri.endswith(name) for iri in reader.places())


@pytest.mark.parametrize("control, gone, stays", [
    ("#filter-class-document", "/Chỉ-thị-05-CT-TW", "/Châu-Ngọc-Tuấn"),
    ("#filter-class-person", "/Châu-Ngọc-Tuấn", "/Bộ-Chính-trị"),
    ("#filter-relation-issues", "/Bộ-Chính-trị", "/Chỉ-thị-05-CT-TW"),
])
def test_a_class_or_relation_is_switched_off_and_on(reader, seed, control, gone, stays):
    reader.open(seed).page.uncheck(control)
    assert not drawn(reader, gone) and drawn(reader, stays)
    reader.page.check(control)
    assert drawn(reader, gone)


def test_quiet_relations_are_drawn_when_asked_for(reader, seed):
    assert not drawn(reader.open(seed), "/place/Gia-Lai")
    reader.page.check("#filter-relation-territory")
    assert drawn(reader, "/place/Gia-Lai")


def test_one_article_or_outlet(reader, pair):
    page = reader.open(pair).page
    page.click("#filters details[data-part=outlets] summary")
    page.uncheck("#filters details[data-part=outlets] input >> nth=1")
    assert drawn(reader, "/Hà-Minh-Thư") and not drawn(reader, "/Châu-Ngọc-Tuấn")
    page.click("#reset")
    page.click("#filters details[data-part=articles] summary")
    page.uncheck("#filters details[data-part=articles] input >> nth=1")
    assert not drawn(reader, "/Hà-Minh-Thư") and drawn(reader, "/Châu-Ngọc-Tuấn")


def test_time(reader, pair):
    page = reader.open(pair).page
    page.focus("#filter-from")
    page.keyboard.press("End")
    assert page.get_attribute("#filter-from", "aria-valuetext") == "12/1/2022"
    assert drawn(reader, "/Hà-Minh-Thư") and not drawn(reader, "/Châu-Ngọc-Tuấn")
    assert "from=2022-01-12" in reader.state()


def test_support(reader, seed):
    page = reader.open(seed).page
    page.focus("#filter-support")
    page.keyboard.press("End")
    assert {iri.rsplit("/", 1)[1] for iri in reader.places()} == {"Châu-Ngọc-Tuấn", "Tỉnh-ủy-Gia-Lai"}


def test_place(reader, seed):
    reader.open(seed).page.select_option("#filter-place", label="Gia Lai")
    assert drawn(reader, "/Tỉnh-ủy-Gia-Lai") and not drawn(reader, "/Bộ-Chính-trị")


def test_a_path_between_two_people(reader, pair):
    reader.open(pair).ask("châu ngọc tuấn").page.click("#panel button:text-is('Đường tới…')")
    reader.ask("hạ minh thư")
    steps = reader.page.locator(".path > li")
    assert steps.count() == 3
    assert "Hạ Minh Thư dự Hội nghị triển khai nhiệm vụ năm 2022" in steps.nth(2).inner_text()
    assert "path=" in reader.state()
    reader.page.click("#panel .close")
    assert "path=" not in reader.state()


def test_no_path_is_said(reader, pair):
    reader.open(pair).ask("châu ngọc tuấn").page.click("#panel button:text-is('Đường tới…')")
    reader.ask("phương duyên")
    assert "Không có đường nối nào" in reader.panel() or reader.page.locator(".path > li").count() > 0


def test_neighbours_one_and_two_steps_out(reader, seed):
    everything = len(reader.open(seed).ask("châu ngọc tuấn").places())
    reader.page.click("#panel button:text-is('1 bước')")
    one = set(reader.places())
    assert {iri.rsplit("/", 1)[1] for iri in one} == {"Châu-Ngọc-Tuấn", "Tỉnh-ủy-Gia-Lai", "Hội-nghị-Ban-Chấp-hành-lần-thứ-6-nhiệm-kỳ-2020-2025-"}
    reader.page.click("#panel button:text-is('2 bước')")
    assert len(one) < len(reader.places()) < everything
    reader.page.click("#panel button:text-is('2 bước')")
    assert len(reader.places()) == everything


def test_hide_pin_and_undo(reader, seed):
    page = reader.open(seed).ask("bộ chính trị").page
    page.click("#panel button:text-is('Ẩn')")
    assert not drawn(reader, "/Bộ-Chính-trị")
    page.click("#undo")
    reader.until("Object.keys(document.getElementById('picture').places()).some(iri => iri.endsWith('/Bộ-Chính-trị'))")
    x, y = next(at for iri, at in reader.places().items() if iri.endswith("/Bộ-Chính-trị"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y - 40, steps=5)
    page.mouse.up()
    reader.until("location.hash.includes('pins=')")
    moved = next(at for iri, at in reader.places().items() if iri.endswith("/Bộ-Chính-trị"))
    assert abs(moved[0] - (x - 60)) < 16 and abs(moved[1] - (y - 40)) < 16


def test_things_that_stand_alone_are_drawn_when_asked_for(reader, seed):
    assert not drawn(reader.open(seed), "/Bầu-cử-đại-biểu-Quốc-hội-khóa-XV")
    reader.page.check("#filter-alone")
    assert drawn(reader, "/Bầu-cử-đại-biểu-Quốc-hội-khóa-XV")
