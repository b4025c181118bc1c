"""From a file to its article."""

import json
import time
from datetime import date
from pathlib import Path

import pytest

import kg
from kg.article import Role
from kg.errors import ReadingError
from kg.reading import articles

SEED = Path(__file__).parents[2] / "examples" / "gia-lai.txt"
PAGES = Path(__file__).parent / "pages"
EXPECTED = json.loads((PAGES / "expected.json").read_text())
STORY = "Ngày 9-7, Huyện ủy Chư Prông tổ chức hội nghị sơ kết công tác 6 tháng đầu năm 2021 tại hội trường Huyện ủy."


def collected(*inputs):
    problems = []
    return list(articles(inputs, lambda error: problems.append(str(error)))), problems


def test_the_seed_article():
    article = kg.read(SEED)
    assert article.text == SEED.read_bytes().decode()
    assert (article.id, article.author, article.publisher, article.title) == ("gia-lai", "Phương Duyên", "Báo Gia Lai", None)
    assert article.date is None and article.notes == ()
    assert [str(paragraph.role) for paragraph in article.paragraphs] == [
        "body", "caption", "body", "body", "body", "body", "caption", "body", "body", "byline"]
    assert article.quote(article.paragraphs[1].span) == "Quang cảnh hội nghị. Ảnh: Phương Duyên"


def test_a_given_date_counts_only_where_none_is_printed(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(STORY)
    assert kg.read(path, date=date(2021, 7, 10)).date == date(2021, 7, 10)
    path.write_text(f"Thứ Sáu, 09/07/2021 15:45\n{STORY}")
    assert kg.read(path, date=date(2021, 7, 10)).date == date(2021, 7, 9)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_page_gives_its_story_and_what_it_says_of_itself(name):
    article, expected = kg.read(PAGES / f"{name}.html"), EXPECTED[name]
    printed = [(str(p.role), article.quote(p.span)) for p in article.paragraphs]
    story = [tuple(paragraph) for paragraph in expected["story"]]
    assert [paragraph for paragraph in printed if paragraph in story] == story
    about = {"title": article.title, "date": article.date and article.date.isoformat(), "author": article.author,
             "publisher": article.publisher, "url": article.url}
    assert about == {key: expected[key] for key in about}
    assert len([p for p in printed if p not in story and p[0] not in ("headline", "standing")]) <= 1


def test_most_pages_print_nothing_that_is_not_of_the_story():
    outside = ["Trang chủ", "Bình luận", "Giấy phép", "Giá cà phê", "Facebook", "Tin mới nhất", "Liên kết", "Bạn đọc gửi", "alert"]
    for name in EXPECTED:
        text = kg.read(PAGES / f"{name}.html").text
        assert not [words for words in outside if words in text], name


def test_records_carry_what_is_known(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join([
        json.dumps({"id": 7, "title": "Tin huyện", "text": f"Tin huyện\n{STORY}", "date": "2021-07-09T10:00:00+07:00",
                    "url": "https://baogialai.com.vn/x", "other": [1]}), "", json.dumps({"text": STORY})]))
    (first, second), problems = collected(path)
    assert (first.id, first.title, first.date, first.publisher) == ("7", "Tin huyện", date(2021, 7, 9), "Báo Gia Lai")
    assert first.paragraphs[0].role is Role.HEADLINE
    assert (second.id, problems) == ("a.3", [])


@pytest.mark.parametrize(("line", "message"), [
    ("{", "a.jsonl:1: is not JSON (Expecting property name enclosed in double quotes); give one object a line"),
    ("[1]", "is no JSON object"), ("{}", 'has no "text"'), ('{"text": 5}', 'has no "text"'), ('{"text": " "}', "is empty"),
    ('{"text": "Tin", "date": "9/7/2021"}', 'has the date "9/7/2021"; write dates as YYYY-MM-DD'),
    ("[" * 100_000, "is not JSON (nested too deeply)"),
])
def test_a_bad_record_is_reported_by_line_and_the_next_is_read(tmp_path, line, message):
    path = tmp_path / "a.jsonl"
    path.write_text(line + "\n" + json.dumps({"text": STORY}))
    found, problems = collected(path)
    assert [article.id for article in found] == ["a.2"]
    assert len(problems) == 1 and message in problems[0]


@pytest.mark.parametrize(("name", "content", "message"), [
    ("a.txt", "", "is empty; give an article's text"), ("a.txt", " \n\u00a0\n", "is empty"),
    ("a.html", "<html></html>", "holds no story that could be found; save the article's text as a .txt file"),
    ("a.html", "<html><body><script>x()</script></body></html>", "holds no story"), ("a.html", "   ", "holds no story"),
])
def test_an_input_without_an_article_is_refused(tmp_path, name, content, message):
    path = tmp_path / name
    path.write_text(content)
    with pytest.raises(ReadingError) as caught:
        kg.read(path)
    assert message in str(caught.value)


def test_a_file_of_several_articles_is_not_one(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text((json.dumps({"text": STORY}) + "\n") * 2)
    with pytest.raises(ReadingError, match=r"holds 2 articles; iterate over kg.articles"):
        kg.read(path)


@pytest.mark.parametrize("text", [
    "The provincial committee held its sixth conference on Friday to review the work of the first half of the year, "
    "and the deputy secretary attended and spoke to the delegates about the plan.",
    "Le comité provincial a tenu vendredi sa sixième conférence afin d'examiner le travail du premier semestre, "
    "et le secrétaire adjoint y a pris la parole devant les délégués réunis.",
])
def test_another_language_is_noted(tmp_path, text):
    path = tmp_path / "a.txt"
    path.write_text(text)
    assert kg.read(path).notes == ("may not be Vietnamese: little will be found in it",)


@pytest.mark.parametrize("page", [
    "<div>" * 20_000 + f"<p>{STORY}</p>" * 3, "<p>" + f"{STORY} " * 3 + "</p>" + "<b>" * 5_000, "<table>" * 3_000 + STORY,
    f"<html><frameset><frame src=x></frameset><p>{STORY}</p><p>{STORY}</p>", "<![CDATA[" + STORY, "&#x110000;" + f"<p>{STORY}</p>" * 3,
    "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + f">{STORY}</p>" + f"<p>{STORY}</p>" * 3,
    "<figure><figcaption>" * 5_000 + STORY, f"<h1>{STORY}</h1>" * 5_000, "<script>" * 50_000, "<a>" * 50_000 + STORY,
    f"<?xml version='1.0' encoding='utf-16'?><html><p>{STORY}</p><p>{STORY}</p></html>",
])
def test_broken_pages_end_in_an_article_or_a_message(tmp_path, page):
    path = tmp_path / "a.html"
    path.write_text(page)
    start = time.process_time()
    found, problems = collected(path)
    assert time.process_time() - start < 5
    assert len(found) + len(problems) == 1
    assert all("Huyện ủy Chư Prông" in article.text for article in found)
