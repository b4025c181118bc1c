"""Who holds which office, beside a name and in what sentences tell."""

from datetime import date

import pytest

from kg.article import Article
from kg.checking import line
from kg.extraction import extract


def _held(text: str, published: date | None = None) -> set[str]:
    return {line(fact) for fact in extract(Article("a", text, date=published)).facts if fact.term == "Membership"}


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        (
            "Ông Rah Lan Hùng, Ủy viên Bộ Chính trị, nguyên Bí thư Tỉnh ủy Gia Lai dự.",
            {"Rah Lan Hùng | Ủy viên | Bộ Chính trị", "Rah Lan Hùng | nguyên | Bí thư | Tỉnh ủy Gia Lai"},
        ),
        (
            "Phó Bí thư Tỉnh ủy Gia Lai và đại tá Lê Văn Bình, Giám đốc Công an tỉnh Gia Lai dự.",
            {"Lê Văn Bình | Giám đốc | Công an tỉnh Gia Lai"},
        ),
        (
            "Trợ lý Tổng Bí thư Lê Văn Bình có mặt.",
            {"Lê Văn Bình | Tổng Bí thư"},
        ),
        (
            "Thừa ủy quyền của Thủ tướng Chính phủ, Giám đốc Sở Nội vụ tỉnh Gia Lai Lê Văn Bình trao quyết định.",
            {"Lê Văn Bình | Giám đốc | Sở Nội vụ tỉnh Gia Lai"},
        ),
        (
            "Ông Lê Văn Bình được bổ nhiệm giữ chức vụ Phó Giám đốc Sở Nội vụ tỉnh Gia Lai.",
            {"Lê Văn Bình | Phó Giám đốc | Sở Nội vụ tỉnh Gia Lai"},
        ),
        (
            "Ông Lê Văn Bình quê ở Chư Sê. Ông từng là Bí thư Huyện ủy Chư Sê; Chủ tịch UBND huyện Đức Cơ.",
            {
                "Lê Văn Bình | nguyên | Bí thư | Huyện ủy Chư Sê",
                "Lê Văn Bình | nguyên | Chủ tịch | Ủy ban nhân dân huyện Đức Cơ",
            },
        ),
        (
            "Chủ tịch UBND tỉnh Gia Lai Lê Văn Bình dự. Chủ tịch Lê Văn Bình phát biểu.",
            {"Lê Văn Bình | Chủ tịch | Ủy ban nhân dân tỉnh Gia Lai"},
        ),
        (
            "Bà Lê Thị Mai trao quyết định giữ chức Bí thư Huyện ủy Chư Sê cho ông Lê Văn Bình.",
            set(),
        ),
        ("Ông Lê Văn Bình là người đứng đầu.", set()),
    ],
)
def test_offices(text, offices):
    assert _held(text) == offices


def test_a_life_told_by_periods():
    text = (
        "Tiểu sử đồng chí Lê Văn Bình\n- 8/1988 - 6/1995: Phó Giám đốc Sở Nội vụ tỉnh Gia Lai\n"
        "- 7/1995 - nay: Bí thư Tỉnh ủy Gia Lai\n"
    )
    assert _held(text) == {
        "Lê Văn Bình | nguyên | Phó Giám đốc | Sở Nội vụ tỉnh Gia Lai",
        "Lê Văn Bình | Bí thư | Tỉnh ủy Gia Lai",
    }


def test_an_office_of_years_ago_is_a_former_one():
    text = "Năm 2010, ông Lê Văn Bình giữ chức Bí thư Huyện ủy Chư Sê."
    assert _held(text, date(2022, 5, 1)) == {"Lê Văn Bình | nguyên | Bí thư | Huyện ủy Chư Sê"}
    assert _held(text, date(2010, 5, 1)) == {"Lê Văn Bình | Bí thư | Huyện ủy Chư Sê"}
