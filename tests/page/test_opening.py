"""The page opens from disk, at rest, with nothing asked of any network."""

import pytest

pytestmark = pytest.mark.browser


def test_the_story_can_be_read_at_once(reader, seed):
    reader.open(seed)
    assert "Đảng ủy Khối các Cơ quan" in reader.page.inner_text("h1")
    assert "Châu Ngọc Tuấn giữ chức Phó Bí thư Thường trực Tỉnh ủy Gia Lai" in reader.panel()
    assert "Ủy ban nhân dân tỉnh Gia Lai tặng Bằng khen cho 3 tập thể và 4 cá nhân" in reader.panel()
    before = reader.places()
    reader.page.wait_for_timeout(400)
    assert reader.places() == before, "the picture is at rest from the first moment"


def test_the_meeting_stands_in_the_middle_of_its_story(reader, seed):
    places = reader.open(seed).places()
    near = {"meeting": [], "others": []}
    left, top, right, bottom = [f(p[axis] for p in places.values()) for f in (min, max) for axis in (0, 1)]
    for iri, (x, y) in places.items():
        away = abs(x - (left + right) / 2) / (right - left) + abs(y - (top + bottom) / 2) / (bottom - top)
        near["meeting" if "/meeting/" in iri else "others"].append(away)
    assert near["meeting"][0] < sorted(near["others"])[len(near["others"]) // 2]


def test_no_caption_covers_another(reader, seed):
    boxes = reader.open(seed).page.evaluate("document.getElementById('picture').captions()")
    assert len(boxes) > 20
    for index, (name, left, top, right, bottom) in enumerate(boxes):
        for other, start, upper, end, lower in boxes[index + 1:]:
            apart = left >= end - 1 or start >= right - 1 or top >= lower - 1 or upper >= bottom - 1
            assert apart, f"{name} covers {other}"


def test_every_thing_drawn_has_its_caption(reader, seed):
    reader.open(seed)
    assert len(reader.page.evaluate("document.getElementById('picture').captions()")) == len(reader.places())


def test_the_same_page_is_drawn_the_same_again(reader, seed):
    first = reader.open(seed).places()
    assert reader.open(seed, name="again.html").places() == first


@pytest.mark.parametrize("language, words", [("vi", "Chú giải và lọc"), ("en", "Legend and filters")])
@pytest.mark.parametrize("theme, color", [("light", "rgb(251, 250, 247)"), ("dark", "rgb(20, 24, 31)")])
def test_languages_and_themes_have_addresses(reader, seed, language, words, theme, color):
    reader.open(seed, f"#lang={language}&theme={theme}")
    assert reader.page.inner_text("#filters h2") == words
    assert reader.page.get_attribute("html", "lang") == language
    assert reader.page.evaluate("getComputedStyle(document.body).backgroundColor") == color


def test_language_and_theme_can_be_switched(reader, seed):
    reader.open(seed).page.click("#language")
    assert "Châu Ngọc Tuấn holds the office of Standing Deputy Secretary" in reader.panel()
    reader.page.click("#theme")
    assert reader.page.get_attribute("html", "data-mode") == "dark"
    assert "lang=en" in reader.state() and "theme=dark" in reader.state()


def test_nothing_may_be_loaded_or_run_that_is_not_of_the_page(reader, seed):
    reader.open(seed)
    policy = reader.page.get_attribute("meta[http-equiv=Content-Security-Policy]", "content")
    assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy
    assert len(seed.encode()) < 1_000_000
    reader.page.evaluate("const s = document.createElement('script'); s.textContent = 'window.ran = true'; document.body.append(s)")
    assert reader.page.evaluate("window.ran") is None
    assert any("Content Security Policy" in trouble for trouble in reader.troubles)
    reader.troubles.clear()


def test_without_script_the_table_is_there(browser, seed, tmp_path):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    (tmp_path / "page.html").write_text(seed, encoding="utf-8")
    page.goto(f"file://{tmp_path}/page.html")
    assert page.locator("#table").is_visible()
    assert "Châu Ngọc Tuấn giữ chức" in page.inner_text("#table")
    context.close()
