"""Awards with their grades, and the groups that receive them."""

import pytest

from kg.article import Article
from kg.recognition.recognition import recognize


def _types(text: str) -> list[list[str]]:
    return [mention.parts["types"] for mention in recognize(Article("a", text)).of("award")]


def _groups(text: str) -> list[tuple[int | None, str]]:
    return [(m.parts["count"], m.parts["kind"]) for m in recognize(Article("a", text)).of("group")]


@pytest.mark.parametrize(("text", "types"), [
    ("tặng Huân chương Lao động hạng Nhì", [["Huân chương Lao động hạng Nhì"]]),
    ("tặng Huân chương Chiến công hạng Nhất, Nhì, Ba",
     [["Huân chương Chiến công hạng Nhất", "Huân chương Chiến công hạng Nhì", "Huân chương Chiến công hạng Ba"]]),
    ("tặng Huân chương Lao động hạng 3", [["Huân chương Lao động hạng Ba"]]),
    ("trao Huy hiệu 40 năm tuổi Đảng", [["Huy hiệu 40 năm tuổi Đảng"]]),
    ("danh hiệu Anh hùng Lao động", [["Anh hùng Lao động"]]),
])  # fmt: skip
def test_awards(text, types):
    assert _types(text) == types


@pytest.mark.parametrize(("text", "groups"), [
    ("tặng bằng khen cho 04 tập thể và năm cá nhân", [(4, "tập thể"), (5, "cá nhân")]),
    ("tặng giấy khen cho 1.295 hội viên", [(1295, "hội viên")]),
    ("tặng giấy khen cho các tập thể", [(None, "tập thể")]),
])  # fmt: skip
def test_groups(text, groups):
    assert _groups(text) == groups


@pytest.mark.parametrize("text", ["trao quà cho hộ nghèo", "khen ngợi nỗ lực của bà con", "trao nhà tình nghĩa"])
def test_gifts_and_praise_are_no_awards(text):
    assert _types(text) == []
