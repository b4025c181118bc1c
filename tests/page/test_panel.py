"""The panel: facts in words, each with the sentence that says so, and the way to the article and back."""

import pytest

pytestmark = pytest.mark.browser


def test_choosing_a_thing_shows_what_is_known_and_why(reader, seed):
    page = reader.open(seed).click_thing("/Châu-Ngọc-Tuấn").page
    assert page.inner_text("#panel h2") == "Châu Ngọc Tuấn"
    fact = page.locator(".fact").first
    assert fact.locator(".said").inner_text() == "Châu Ngọc Tuấn giữ chức Phó Bí thư Thường trực Tỉnh ủy Gia Lai"
    assert fact.locator("mark").first.inner_text() == "Châu Ngọc Tuấn-Phó Bí thư Thường trực Tỉnh ủy"
    assert fact.locator("blockquote").first.inner_text() == "Đồng chí Châu Ngọc Tuấn-Phó Bí thư Thường trực Tỉnh ủy dự hội nghị."
    assert "Báo Gia Lai · 9/7/2021" in fact.locator("figcaption").first.inner_text()
    assert fact.locator("a[target=_blank]").first.get_attribute("href") == "https://baogialai.com.vn/"
    assert fact.locator("a[target=_blank]").first.get_attribute("rel") == "noopener noreferrer"


def test_choosing_a_line_shows_what_connects_its_ends(reader, seed):
    places = reader.open(seed).places()
    (x1, y1), (x2, y2) = (next(at for iri, at in places.items() if iri.endswith(end)) for end in ("/Châu-Ngọc-Tuấn", "/Tỉnh-ủy-Gia-Lai"))
    reader.page.mouse.click(x1 + (x2 - x1) * 0.3, y1 + (y2 - y1) * 0.3)
    reader.page.wait_for_selector("#panel .kind >> text=Liên hệ")
    assert "giữ chức Phó Bí thư Thường trực" in reader.panel()


def test_the_article_is_read_whole_and_a_mention_leads_back(reader, seed):
    page = reader.open(seed).click_thing("/Châu-Ngọc-Tuấn").page
    page.click("text=Đọc trong bài >> nth=1")
    text = page.inner_text("#panel .text")
    assert text.startswith("(GLO)- Ngày 9-7, Đảng ủy Khối") and text.endswith("PHƯƠNG DUYÊN")
    here = "".join(page.locator(".here").all_inner_texts())
    assert here == "Phó Bí thư Thường trực Tỉnh ủy Châu Ngọc Tuấn"
    assert page.locator(".here").first.is_visible()
    page.click(".mention >> text=Ban Tuyên giáo Tỉnh ủy")
    assert page.inner_text("#panel h2") == "Ban Tuyên giáo Tỉnh ủy Gia Lai"


def test_names_in_sentences_lead_on(reader, seed):
    page = reader.open(seed).click_thing("/Châu-Ngọc-Tuấn").page
    page.click(".said a >> text=Tỉnh ủy Gia Lai")
    assert page.inner_text("#panel h2") == "Tỉnh ủy Gia Lai"
    assert "Ban Tuyên giáo Tỉnh ủy Gia Lai trực thuộc Tỉnh ủy Gia Lai" in reader.panel()


def test_details_are_in_the_reader_s_language(reader, seed):
    reader.open(seed, "#lang=en").ask("hoi nghi ban chap hanh")
    assert "9 July 2021" in reader.page.inner_text("#panel dl")
    reader.page.click("#language")
    assert "9/7/2021" in reader.page.inner_text("#panel dl")


def test_an_article_whose_text_is_not_kept_still_shows_its_passages(reader, pair):
    from kg.view import render
    from tests.page.conftest import rows
    from tests.view.seed import seed_graph
    page = reader.open(render(rows(seed_graph()[0]), {})).click_thing("/Châu-Ngọc-Tuấn").page
    assert page.locator("mark").first.inner_text() == "Châu Ngọc Tuấn-Phó Bí thư Thường trực Tỉnh ủy"
    page.click("text=Đọc trong bài >> nth=0")
    assert "… Châu Ngọc Tuấn-Phó Bí thư Thường trực Tỉnh ủy …" in reader.panel()
