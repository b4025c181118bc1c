"""When documents of two articles are one document."""

import pytest

from kg.article import Article
from kg.extraction import extract
from kg.graph.terms import class_of, lineage


def _key(text: str, article: str) -> tuple[str, ...]:
    found = [e for e in extract(Article(article, text)).entities if "kg:Document" in lineage(class_of(e.kind))]
    assert len(found) == 1, found
    return found[0].key


@pytest.mark.parametrize(("left", "right", "same"), [
    ("Chỉ thị số 05-CT/TW của Bộ Chính trị", "thực hiện Chỉ thị 05-CT/TW", True),
    ("Chỉ thị số 05-CT/TW", "Chỉ thị số 06-CT/TW", False),
    ("Quyết định 99/QĐ-UBND của UBND tỉnh Gia Lai", "Quyết định 99/QĐ-UBND của UBND tỉnh Phú Yên", False),
    ("Chỉ thị 04/CT-TTg ngày 3/2/2019", "Chỉ thị 04/CT-TTg ngày 7/5/2021", False),
    ("Nghị định 28/2024/NĐ-CP của Chính phủ", "theo Nghị định 28/2024/NĐ-CP", True),
    ("Luật Đất đai", "Luật đất đai", True),
    ("Nghị định số 108 của Chính phủ", "TP Hà Nội theo Nghị định 108", True),
    ("Chỉ thị số 04 của Thủ tướng", "Chỉ thị 04 của Thủ tướng Chính phủ", True),
    ("Quy chế làm việc của Tỉnh ủy Gia Lai", "Quy chế làm việc của Tỉnh ủy Phú Yên", False),
    ("Quyết định của Bộ Chính trị về công tác cán bộ", "Quyết định của Bộ Chính trị về công tác cán bộ", False),
])  # fmt: skip
def test_identity(left, right, same):
    assert (_key(left, "a") == _key(right, "b")) is same


@pytest.mark.parametrize(("text", "issued"), [
    ("Căn cứ Chỉ thị số 05 và Quy định số 08 của Bộ Chính trị, chi bộ họp.", 2),
    ("Văn phòng Tỉnh ủy Gia Lai có Công văn số 15-CV/VPTU gửi các địa phương.", 1),
    ("Huyện ủy Chư Prông họp bàn. Công văn số 15-CV/VPTU đã đến nơi.", 0),
])  # fmt: skip
def test_issuers_that_are_shared_or_act(text, issued):
    assert sum(fact.term == "issuedBy" for fact in extract(Article("a", text)).facts) == issued
