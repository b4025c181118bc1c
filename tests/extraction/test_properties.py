"""What must hold for every article, whatever it says."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings

from kg.article import Article
from kg.extraction import extract
from kg.graph import triples, write
from kg.graph.labels import fact_label
from kg.rules import shipped
from tests.extraction.genre import NOISE, articles, holding, mutated, names, offices

slow = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def _said(text: str) -> set[str]:
    return {fact_label(fact) for fact in extract(Article("a", text)).facts}


@slow
@given(articles)
def test_every_article_becomes_a_graph_with_evidence(text):
    statements = extract(Article("a", text))
    assert all(fact.spans and fact.rule for fact in statements.facts)
    assert all(entity.spans for entity in statements.entities)
    assert write(triples(statements))


@slow
@given(mutated())
def test_a_damaged_article_becomes_a_graph_all_the_same(text):
    statements = extract(Article("a", text))
    assert all(fact.spans for fact in statements.facts)
    assert write(triples(statements))


@slow
@given(articles)
def test_the_same_article_gives_the_same_bytes(text):
    assert write(triples(extract(Article("a", text)))) == write(triples(extract(Article("a", text))))


@slow
@given(articles)
def test_composed_and_decomposed_marks_say_the_same(text):
    assert _said(unicodedata.normalize("NFD", text)) == _said(text)


@slow
@given(articles)
def test_an_unrelated_sentence_loses_no_fact(text):
    assert _said(text) <= _said(f"{text}\n{NOISE[0]}")


@slow
@given(holding, names, names, offices)
def test_another_name_in_the_same_place_says_the_same_of_it(lead, one, other, office):
    text = f"{lead} Đồng chí {{}}, {office} phát biểu tại hội nghị."
    assert {label.replace(one, other) for label in _said(text.format(one))} == _said(text.format(other))


UNITS = [",", "(", "1", " ", "\n", ".", "-", "A", '"a ', "e\u0301", "Đồng chí Nguyễn Văn An, Bí thư Tỉnh ủy Gia Lai; ", "Nguyễn Trần Lê Phạm ",
         "Ủy ban nhân dân tỉnh Gia Lai, Sở Nội vụ và ", "Nghị quyết số 12-NQ/TW, ", "tặng bằng khen cho 3 tập thể, ", "Hội nghị tổng kết công tác năm ",
         "ngày 9-7, ", "Phó Chủ tịch, ", "Công ty cổ phần ", "Công ty Hoa Sơn và Xây dựng ", "Huân chương Lao động hạng Nhất, Nhì, Ba, ", "12-NQ/TW-",
         "khóa XI, XII, ", "Ban Thường vụ ", "của ", "nguyên ", "hội nghị ", "về việc ", "Ban Chỉ đạo ", "TP. ", "1.000 ", "2020-"]  # fmt: skip


RULES = [rule for family in ("meetings", "careers", "directives") for rule in shipped(family)]


def _seconds(text: str) -> float:
    start = time.process_time()
    extract(Article("a", text))
    return time.process_time() - start


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_text_and_not_faster(unit):
    """Twice the text takes about twice the time; four times would be quadratic. Short times are noise."""
    short, long = (unit * (size // len(unit)) for size in (8_000, 32_000))
    _seconds(short)
    before, after = min(_seconds(short) for _ in range(2)), _seconds(long)
    assert after < 7 * before + 0.3, f"{before:.3f} s, four times the text: {after:.3f} s"


@pytest.mark.slow
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_time_grows_with_the_text_for_what_every_rule_reads(rule):
    """A rule's own example again and again, in one sentence that does not end."""
    test_time_grows_with_the_text_and_not_faster(rule.examples[0].text.replace(".", ",") + " ")
