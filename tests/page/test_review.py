"""The page on which people judge: evidence side by side, and a file of judgements that the program reads."""

from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from kg.archive.candidates import candidates
from kg.archive.evidence import Evidence
from kg.archive.judgements import Judgement, Verdict, parse, read
from kg.archive.page import page
from kg.archive.state import State
from tests.archive.conftest import update
from tests.archive.news import row
from tests.archive.test_candidates import BASE, ROWS
from tests.view.hostile import NAMES

pytestmark = pytest.mark.browser
KNOWN = parse(f"# Báo Gia Lai\njudgement\tone\tother\tby\ton\twhy\n# hỏi chị Hoa\n"
              f"different\t{BASE}gia-lai\t{BASE}kon-tum\tLan\t2026-03-01\thai quê\n# hết\n", "f")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The pairs, and the page."""
    folder = tmp_path_factory.mktemp("archive") / "out"
    update(folder, [*ROWS, *(row(f"h{i}", f"{name}\nĐồng chí Nguyễn Văn Hùng, Chuyên viên Sở Y tế tỉnh Gia Lai nói {name} hôm qua.\n",
                                 date(2023, 1, 1 + i), name) for i, name in enumerate(NAMES))])
    with State.opened(folder) as state:
        found = candidates(state, KNOWN)
        return found, page(found, len(found) + 3, KNOWN, Evidence(state, folder), "Lan")


def saved(reader, folder):
    with reader.page.expect_download() as download:
        reader.page.click("#save")
    assert download.value.suggested_filename == "judgements.tsv"
    path = folder / "judgements.tsv"
    path.write_bytes(Path(download.value.path()).read_bytes())
    return path


def today(reader):
    return date.fromisoformat(reader.page.evaluate(
        "(now => `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, 0)}-${String(now.getDate()).padStart(2, 0)}`)(new Date())"))


def test_judging_gives_the_file_that_the_program_would_write(reader, made, tmp_path):
    found, html = made
    page = reader.open(html).page
    page.check("#pair-1 input[value=same]")
    page.fill("#pair-1 .why input", "  cùng một\ttiểu sử ")
    page.check("#pair-2 input[value=different]")
    page.check("#pair-3 input[value=unsure]")
    page.check("#pair-3 input[value='']")
    assert page.inner_text("#progress") == f"2/{len(found)} cặp đã nhận định · chưa tải về"
    path = saved(reader, tmp_path)
    expected = KNOWN.added(Judgement(verdict, pair.one.iri, pair.other.iri, "Lan", today(reader), why) for verdict, pair, why in (
        (Verdict.SAME, found[0], "cùng một tiểu sử"), (Verdict.DIFFERENT, found[1], "")))
    assert path.read_text(encoding="utf-8") == str(expected)
    assert read(path) == expected
    assert page.inner_text("#progress") == f"2/{len(found)} cặp đã nhận định"


def test_nothing_judged_gives_the_file_as_it_was(reader, made, tmp_path):
    reader.open(made[1])
    assert saved(reader, tmp_path).read_text(encoding="utf-8") == str(KNOWN)


def test_who_judges_must_be_said(reader, made):
    page = reader.open(made[1]).page
    page.fill("#by", "  ")
    page.click("#save")
    assert page.inner_text("#status") == "Hãy ghi tên người nhận định."
    assert page.evaluate("document.activeElement.id") == "by"


def test_evidence_stands_side_by_side_with_its_reasons(reader, made):
    found, html = made
    page = reader.open(html).page
    number = next(i for i, pair in enumerate(found, 1) if pair.other.iri == f"{BASE}gia-lai/a2")
    card = page.locator(f"#pair-{number}")
    assert "chức vụ ở cùng một tỉnh, thành phố: Gia Lai" in card.inner_text()
    left, right = (card.locator("section").nth(side).bounding_box() for side in (0, 1))
    assert left["y"] == right["y"] and left["x"] + left["width"] <= right["x"]
    assert card.locator("section").nth(1).locator("mark").inner_text() == "Nguyễn Văn Hùng, Chuyên viên Sở Y tế tỉnh Gia Lai"
    assert card.locator("section").nth(1).locator("time").inner_text() == "9/7/2022"


def test_in_english_and_back(reader, made):
    page = reader.open(made[1]).page
    before = page.inner_text("main")
    page.click("#language")
    assert page.title() == "Review: one person or two?"
    assert "offices in one province: Gia Lai" in page.inner_text("main")
    assert "9 July 2022" in page.inner_text("main")
    page.click("#language")
    assert page.inner_text("main") == before


def test_what_articles_say_is_text(reader, made):
    page = reader.open(made[1]).page
    told = page.text_content("main")
    for name in NAMES:
        if len(name) < 100 and "\u202e" not in name:
            assert name in told
    assert page.locator("main img, main svg, main script").count() == 0


def test_with_keys_alone(reader, made, tmp_path):
    page = reader.open(made[1]).page
    page.focus("#pair-1 input:checked")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Tab")
    page.keyboard.type("nghe chưa rõ")
    page.focus("#save")
    path = saved(reader, tmp_path)
    assert "unsure" in path.read_text(encoding="utf-8") and "nghe chưa rõ" in path.read_text(encoding="utf-8")


def test_on_a_phone_the_sides_stand_below_each_other(phone, made):
    page = phone.open(made[1]).page
    one, other = (page.locator("#pair-1 section").nth(side).bounding_box() for side in (0, 1))
    assert one["y"] + one["height"] <= other["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_it_is_accessible(browser, tmp_path, made):
    (tmp_path / "page.html").write_text(made[1], encoding="utf-8")
    context = browser.new_context(bypass_csp=True, locale="vi-VN")
    page = context.new_page()
    page.goto(f"file://{tmp_path / 'page.html'}")
    assert Axe().run(page).response["violations"] == []
    context.close()


def test_no_pair_is_left(reader):
    from kg.archive.judgements import Judgements

    page_ = reader.open(page([], 0, Judgements(), None)).page
    assert "Không còn cặp nào cần nhận định." in page_.inner_text("main")
