"""Documents: their numbers, sessions and titles in the forms that are printed, their issuers, and who carries them out."""

from __future__ import annotations

import pytest

from kg.article import Article
from kg.extraction import extract

KINDS = ("Directive", "Resolution", "Decision", "Regulation", "Law", "Code", "Scheme", "Conclusion", "Plan", "Rules")


def named(text: str) -> list[str]:
    return [one.label for one in extract(Article("a", text)).entities if one.kind in KINDS]


def stated(text: str, term: str) -> list[tuple[str, str]]:
    facts = [fact.roles for fact in extract(Article("a", text)).facts if fact.term == term]
    return sorted((roles["subject"].label, roles["object"].label) for roles in facts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ["Huyện ủy Chư Sê học tập Chỉ thị số 05-CT/TW.", ["Chỉ thị 05-CT/TW"]],
        ["Quyết định số: 99/QĐ-UBND, 103/QĐ-UBND đã có hiệu lực.", ["Quyết định 99/QĐ-UBND", "Quyết định 103/QĐ-UBND"]],
        [
            "Các đơn vị học tập Nghị quyết Trung ương 4 (khóa XI, XII).",
            ["Nghị quyết Trung ương 4 khóa XI", "Nghị quyết Trung ương 4 khóa XII"],
        ],
        ["Cán bộ xử lý theo Bộ luật hình sự.", ["Bộ luật Hình sự"]],
        ["Ông Tám nhận kỷ luật khiển trách.", []],
    ],
)
def test_a_document_is_named_as_printed(text, expected):
    assert [name.casefold() for name in named(text)] == [name.casefold() for name in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ["Tỉnh học tập Chỉ thị số 05-CT/TW của Bộ Chính trị.", [("Chỉ thị 05-CT/TW", "Bộ Chính trị")]],
        ["Tỉnh thực hiện Nghị định 28/2024/NĐ-CP.", [("Nghị định 28/2024/NĐ-CP", "Chính phủ")]],
        ["Huyện ủy Chư Sê đã ban hành Kế hoạch số 25-KH/HU về cán bộ.", [("Kế hoạch 25-KH/HU", "Huyện ủy Chư Sê")]],
    ],
)
def test_the_issuer_comes_from_the_text_or_the_number(text, expected):
    assert stated(text, "issuedBy") == expected


def test_the_body_that_a_sentence_is_about_carries_a_document_out():
    text = "Huyện ủy Chư Sê tiếp tục quan tâm giáo dục đội ngũ cán bộ gắn với việc thực hiện Chỉ thị số 05-CT/TW."
    assert ("Huyện ủy Chư Sê", "Chỉ thị 05-CT/TW") in stated(text, "implements")
