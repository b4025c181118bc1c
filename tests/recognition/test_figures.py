"""Money, percentages and counts, with their bounds."""

import pytest

from kg.article import Article
from kg.recognition.figures import bounds
from kg.recognition.recognition import recognize


def _figures(text: str) -> list[tuple[str, dict[str, float], str]]:
    found = recognize(Article("a", text)).of("figure")
    return [(text[m.start : m.end], bounds(m.parts), m.parts["unit"]) for m in found]


@pytest.mark.parametrize(("text", "printed", "values", "unit"), [
    ("ủng hộ hơn 2,35 tỷ đồng", "hơn 2,35 tỷ đồng", {"minValue": 2_350_000_000}, "đồng"),
    ("gần 900 triệu đồng", "gần 900 triệu đồng", {"maxValue": 900_000_000}, "đồng"),
    ("khoảng 1.250 USD", "khoảng 1.250 USD", {"value": 1250}, "USD"),
    ("mua điện với giá 2.114 đồng/kWh", "2.114 đồng/kWh", {"value": 2114}, "đồng/kWh"),
    ("thu nhập đạt 79 triệu đồng/ người/ năm", "79 triệu đồng/ người/ năm", {"value": 79_000_000}, "đồng/người/năm"),
    ("thu nhập đạt 79 triệu đồng/người/năm", "79 triệu đồng/người/năm", {"value": 79_000_000}, "đồng/người/năm"),
    ("căn cứ trên 2 tiêu chí", "2 tiêu chí", {"value": 2}, "tiêu chí"),
    ("thông qua 6 dự án luật", "6 dự án luật", {"value": 6}, "dự án luật"),
    ("đạt 97,5% kế hoạch", "97,5%", {"value": 97.5}, "%"),
    ("xây 12 căn nhà", "12 căn nhà", {"value": 12}, "căn nhà"),
    ("thu 3 nghìn tỷ đồng", "3 nghìn tỷ đồng", {"value": 3_000_000_000_000}, "đồng"),
    ("hỗ trợ từ 100 đến 200 triệu đồng", "từ 100 đến 200 triệu đồng",
     {"minValue": 100_000_000, "maxValue": 200_000_000}, "đồng"),
    ("tăng khoảng 6,6 - 6,8% so với năm 2016", "6,6 - 6,8%", {"minValue": 6.6, "maxValue": 6.8}, "%"),
    ("phát hiện 2 đến 3 vụ", "2 đến 3 vụ", {"minValue": 2, "maxValue": 3}, "vụ"),
    ("giai đoạn 2016-2020 đạt 5%", "5%", {"value": 5}, "%"),
    ("1.234.567 đồng", "1.234.567 đồng", {"value": 1_234_567}, "đồng"),
])  # fmt: skip
def test_what_a_figure_says(text, printed, values, unit):
    assert _figures(text) == [(printed, values, unit)]


@pytest.mark.parametrize("text", ["Nghị quyết số 18-NQ/TW", "ngày 12/3/2021", "quốc lộ 19 đồng bằng", "lần thứ 6", "có 19 đồng chí dự", "trong 2 cuộc kháng chiến"])
def test_what_is_no_figure(text):
    assert _figures(text) == []
