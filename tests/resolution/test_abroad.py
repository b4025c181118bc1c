"""Bodies of other states in articles about these."""

import pytest

from kg.article import Article
from kg.extraction import extract

_FAR = "Quốc hội Trung Quốc họp. Theo báo chí Trung Quốc, Bộ Công an và Bộ Chính trị Trung Quốc ủng hộ. "
_FAR += "Tại Trung Quốc, ông Vương Kỳ là Thứ trưởng Bộ Công an. "


def _bodies(text: str) -> set[str]:
    return {entity.label for entity in extract(Article("x", text)).entities if "Bộ Công an" in entity.label}


@pytest.mark.parametrize("more", ["", "Ông Mỹ và bà Nga cùng dự. "])
def test_a_body_of_the_country_that_an_article_is_about(more: str) -> None:
    assert _bodies(_FAR + more) == {"Bộ Công an Trung Quốc"}


@pytest.mark.parametrize(
    "text",
    [
        _FAR + "Việt Nam cũng đưa tin.",
        _FAR + "Đoàn đã thăm tỉnh Gia Lai.",
        "Ông Vũ Đức Anh và ông Đức họp tại Bộ Công an. " * 5,
        "Bà Mỹ cùng Bộ Công an đến nhà chị Mỹ. " * 5,
    ],
)
def test_what_is_of_viet_nam_stays_so(text: str) -> None:
    assert "Bộ Công an" in _bodies(text)
