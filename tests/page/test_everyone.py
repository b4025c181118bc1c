"""For everyone: by keyboard, by screen reader, on a phone, without motion."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "resultTypes": ["violations"]}


def violations(page):
    found = Axe().run(page, options=RULES).response["violations"]
    return [(one["id"], [node["html"][:150] for node in one["nodes"]][:3]) for one in found]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(reader, pair, language, theme):
    page = reader.open(pair, f"#lang={language}&theme={theme}").page
    assert violations(page) == []
    reader.ask("châu ngọc tuấn")
    assert violations(page) == []
    page.click(".proof figcaption a >> nth=0")
    assert violations(page) == []
    page.click("#as-table")
    assert violations(page) == []


def test_axe_does_look(reader, seed):
    page = reader.open(seed).page
    page.evaluate("document.body.append(document.createElement('button'))")
    assert [name for name, _ in violations(page)] == ["button-name"]


def test_axe_finds_nothing_in_search_menu_help_and_phone(reader, phone, pair):
    page = reader.open(pair).page
    page.fill("#search", "minh")
    assert violations(page) == []
    page.press("#search", "Escape")
    page.click("#keep")
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.click("#help")
    assert violations(page) == []
    phone.open(pair)
    assert violations(phone.page) == []
    phone.page.click("#open-filters")
    assert violations(phone.page) == []


def test_the_picture_by_keyboard(reader, seed):
    page = reader.open(seed).page
    page.focus("#picture")
    page.keyboard.press("ArrowRight")
    assert "Hội nghị Ban Chấp hành" in page.inner_text("#panel h2"), "one begins in the middle"
    assert "Hội nghị Ban Chấp hành" in page.inner_text("#status")
    seen = set()
    for key in ["ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"] * 2:
        page.keyboard.press(key)
        seen.add(page.inner_text("#panel h2"))
    assert len(seen) > 2
    page.keyboard.press("p")
    assert "pins=" in reader.state()
    page.keyboard.press("h")
    assert "hidden=" in reader.state()
    page.keyboard.press("Control+z")
    reader.until("!location.hash.includes('hidden=')")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "H2"
    page.keyboard.press("Escape")
    assert "chosen" not in reader.state()


def test_reading_on_by_keyboard_keeps_the_place(reader, seed):
    page = reader.open(seed).ask("châu ngọc tuấn").page
    page.locator(".said a >> text=Tỉnh ủy Gia Lai").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Tỉnh ủy Gia Lai"


def test_every_control_is_reached_by_tab_and_shows_the_focus(reader, seed):
    page = reader.open(seed).page
    names = []
    for _ in range(45):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim().slice(0, 30)"))
    for wanted in ("search", "as-table", "keep", "language", "theme", "reset", "filter-class-person", "picture", "zoom-in"):
        assert wanted in names
    page.focus("#keep")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_the_table_says_the_same_as_the_picture(reader, seed):
    page = reader.open(seed, "#view=table").page
    rows = page.locator("#table tbody tr")
    summary = page.inner_text("#summary")
    assert f"{rows.count()} điều được nói" in summary
    assert "Ban Tuyên giáo Tỉnh ủy Gia Lai tặng Giấy khen cho 1 cá nhân" in page.inner_text("#table")
    page.uncheck("#filter-class-award")
    assert "Giấy khen" not in page.inner_text("#table")


def test_a_phone(phone, pair):
    page = phone.open(pair).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    x, y = next(at for iri, at in phone.places().items() if "/meeting/" in iri and 0 < at[0] < 390 and 150 < at[1] < 500)
    page.touchscreen.tap(x, y)
    phone.until("location.hash.includes('chosen=t')")
    assert "Hội nghị" in page.inner_text("#panel h2")
    page.tap("#open-filters")
    assert page.locator("#filters").is_visible()
    page.tap("#filter-class-award")
    page.tap("#filters .close")
    assert not page.locator("#filters").is_visible() and "off=award" in phone.state()
    small = page.evaluate("[...document.querySelectorAll('button, input, select')].filter(one => one.offsetParent && one.getBoundingClientRect().height < 24 && one.type !== 'checkbox').map(one => one.outerHTML.slice(0, 90))")
    assert not small, "targets are large enough to touch"


def test_nothing_moves_for_those_who_ask_for_calm(phone, seed):
    page = phone.open(seed).page
    page.click("#fit")
    first = phone.places()
    page.wait_for_timeout(200)
    assert phone.places() == first
