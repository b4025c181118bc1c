"""The province that elected a deputy, where the article names it right after the name."""

import pytest

from kg.article import Article
from kg.extraction import extract


@pytest.mark.parametrize(("text", "province"), [
    ("Đại biểu Quốc hội Trần Đình Gia (đoàn Hà Tĩnh) nêu ý kiến.", "hà tĩnh"),
    ("ĐBQH Trần Đình Gia (Hà Tĩnh) cũng nêu ý kiến.", "hà tĩnh"),
    ("Ông Trần Đình Gia, đại biểu Quốc hội đoàn Hà Tĩnh, nêu ý kiến.", "hà tĩnh"),
    ("Đại biểu Quốc hội tỉnh Hà Tĩnh Trần Đình Gia nêu ý kiến.", "hà tĩnh"),
    ("Đại biểu Quốc hội Trần Đình Gia - đoàn TP.HCM đề nghị làm rõ.", "hồ chí minh"),
    ("Đại biểu Quốc hội Trần Đình Gia (56 tuổi) đề nghị làm rõ.", ""),
    ("Đại biểu Quốc hội Trần Đình Gia đến Hà Tĩnh.", ""),
    ("Đại biểu Quốc hội Trần Đình Gia (Hà Tĩnh) hỏi. Đại biểu Quốc hội Trần Đình Gia (Hà Nội) đáp.", ""),  # which one?
    ("Bộ trưởng Bộ Y tế Trần Đình Gia (Hà Tĩnh) trả lời.", ""),
])
def test_a_deputys_province(text, province):
    found = extract(Article("a", text)).constituencies
    assert list(found.values()) == ([province] if province else [])
