"""Persons of one name are one person across articles only where the place of an office agrees."""

import pytest

from kg.article import Article
from kg.extraction import extract


def _key(text: str, article: str) -> tuple[str, ...]:
    persons = [e for e in extract(Article(article, text)).entities if e.kind == "Person"]
    assert len(persons) == 1, persons
    return persons[0].key


SECRETARY = "Ông Rơ Châm Hải, Bí thư Tỉnh ủy Gia Lai, thăm hộ nghèo."
CHAIRMAN = "Chủ tịch UBND tỉnh Gia Lai Rơ Châm Hải kiểm tra công trình."
ELSEWHERE = "Ông Rơ Châm Hải, Giám đốc Sở Nội vụ tỉnh Phú Yên, thăm hộ nghèo."
NO_OFFICE = "Ông Rơ Châm Hải trồng cà phê."


@pytest.mark.parametrize(("left", "right", "same"), [
    (SECRETARY, CHAIRMAN, True),
    (SECRETARY, ELSEWHERE, False),
    (SECRETARY, NO_OFFICE, False),
    (NO_OFFICE, NO_OFFICE, False),
    ("Thủ tướng Lê Minh Tâm họp báo.", "Bộ trưởng Bộ Nội vụ Lê Minh Tâm họp báo.", True),
])  # fmt: skip
def test_namesakes(left, right, same):
    assert (_key(left, "a") == _key(right, "b")) is same


def test_the_key_does_not_depend_on_other_articles_or_runs():
    assert _key(SECRETARY, "a") == _key(SECRETARY, "a") == ("rơ châm hải", "gia lai")
