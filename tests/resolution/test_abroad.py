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


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Đoàn đại biểu Đảng Nhân dân Cách mạng Lào do đồng chí Khampan Vilay, Ủy viên Bộ Chính trị, dẫn đầu.", "Lào"),
        ("Tiếp ông Vương Hải, Ủy viên Bộ Chính trị, Bộ trưởng Bộ Ngoại giao Trung Quốc, tại Hà Nội.", "Trung Quốc"),
        ("Tại Cuba, ông Jorge Valdes, Ủy viên Bộ Chính trị, đón đoàn Việt Nam.", "Cuba"),
        ("Tại Cuba, ông Ksor Nin, Ủy viên Bộ Chính trị, thăm Đại sứ quán Việt Nam.", ""),
        ("Ông Lê Thanh, Vụ trưởng Vụ Pháp luật, thăm ông Lê Nam, Ủy viên Bộ Chính trị.", ""),
    ],
)
def test_a_body_in_an_office_of_a_foreigner(text: str, body: str) -> None:
    labels = {entity.label for entity in extract(Article("x", text)).entities}
    assert f"Bộ Chính trị {body}".strip() in labels
    assert not body or "Bộ Chính trị" not in labels


def test_no_committee_of_this_province_for_a_foreigner() -> None:
    text = "Bí thư Tỉnh ủy Gia Lai Siu Hùng tiếp ông Khampan Vilay, Bí thư Tỉnh ủy, Tỉnh trưởng tỉnh Attapeu, nước Lào."
    facts = [fact for fact in extract(Article("x", f"Đoàn của Lào đã đến. {text}")).facts if fact.term == "Membership"]
    bodies = {fact.roles["member"].label: fact.roles.get("organization") for fact in facts}
    assert bodies["Siu Hùng"] and not bodies["Khampan Vilay"]
