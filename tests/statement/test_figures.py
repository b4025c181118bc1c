"""Who achieved a figure: the subject of the verb whose object it is, or the host whose report goes on."""

import pytest

from kg.article import Article
from kg.extraction import extract

HOST = "Sáng 5/7, Huyện ủy Chư Sê tổ chức hội nghị sơ kết công tác 6 tháng đầu năm 2021."


def _achieved(text: str) -> set[tuple[str, str]]:
    facts = [fact.roles for fact in extract(Article("a", text)).facts if fact.term == "achievedBy"]
    return {(roles["subject"].label, roles["object"].label) for roles in facts}


@pytest.mark.parametrize(("text", "expected"), [
    ("Huyện ủy Chư Sê đã trao 120 triệu đồng cho học sinh nghèo.", {("120 triệu đồng", "Huyện ủy Chư Sê")}),
    ("Năm qua, Huyện ủy Chư Sê vận động ủng hộ hơn 2 tỷ đồng.", {("hơn 2 tỷ đồng", "Huyện ủy Chư Sê")}),
    (f"{HOST} Theo đó, Huyện ủy Chư Sê đã triển khai nhiều giải pháp. Công tác phát triển đảng viên mới đạt 40% chỉ tiêu.",
     {("40%", "Huyện ủy Chư Sê")}),
    ("Ông Nam là cán bộ UBND huyện Chư Sê, có diện tích đất 12 ha.", set()),
    ("Ông Nam trúng cử đại biểu HĐND huyện Chư Sê với 82% số phiếu.", set()),
    ("Hội nghị bầu ông Nam làm Bí thư Huyện ủy Chư Sê, đạt 100%.", set()),
    ("Kẻ gian vào trụ sở UBND xã Ia Pal, lấy trộm tài sản trị giá 100 triệu đồng.", set()),
    ("Huyện ủy Chư Sê sẽ trao 120 triệu đồng cho học sinh nghèo.", set()),
    ("Huyện ủy Chư Sê được hỗ trợ 120 triệu đồng.", set()),
])
def test_who_achieved_a_figure(text, expected):
    assert _achieved(text) == expected


@pytest.mark.parametrize(("text", "described"), [
    ("Xã Ia Pal phấn khởi, vốn thực hiện đạt 9 tỷ đồng, tăng 8,1%.", "vốn thực hiện đạt 9 tỷ đồng, tăng 8,1%"),
    ("Xã Ia Pal phấn khởi, chi bộ kết nạp được 40% chỉ tiêu.", "chi bộ kết nạp được 40% chỉ tiêu"),
])
def test_a_figure_is_described_by_its_clause_and_what_it_goes_on_about(text, described):
    entities = extract(Article("a", text)).entities
    assert [e.values["description"] for e in entities if e.kind == "Indicator"][-1] == described
