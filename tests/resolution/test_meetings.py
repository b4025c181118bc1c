"""Which meeting a date belongs to."""

import pytest

from kg.article import Article
from kg.statement.scene import Scene


def _days(text: str) -> list[str]:
    return [str(event.start.day) if event.start else "?" for event in Scene(Article("a", text)).meetings.all]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Sáng 10/7, HĐND xã khai mạc kỳ họp. Đợt lũ tháng 8/2018 gây thiệt hại lớn.", ["?"]),
        ("Sáng 10/7, HĐND xã khai mạc kỳ họp. Việc này phải xong trong tháng 8/2018.", ["2018-07-10"]),
        ("Sáng 3/5, xã tổ chức hội nghị. Trong năm 2016, xã thu 2 tỷ đồng.", ["?"]),
        ("Sáng 3/5, xã tổ chức Đại hội nhiệm kỳ 2015-2020. Ông Nam nhận việc ngày 20/4/2014.", ["?"]),
        ("Sáng 3/7, xã sơ kết tại hội nghị 6 tháng đầu năm 2019. Có Thông báo số 5 ngày 17/6/2018.", ["2019-07-03"]),
        ("Sáng 3/5, xã tổ chức hội nghị. Báo cáo 10 năm thực hiện Cương lĩnh (năm 2011) đang được viết.", ["?"]),
        ("Ngày 9/7/2014, huyện họp.", []),
        ("Sáng 8/12, xã tổ chức hội nghị. Sang năm 2018, xã làm đường.", ["?"]),
        ("Sáng 19/1, xã tổ chức hội nghị. Đó là chiến lược 10 năm, kế hoạch 5 năm, trình vào tháng 10/2019.", ["?"]),
        ("Sáng 20/11, xã tổ chức lễ kỷ niệm. Xã tổng kết thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017.", ["?"]),
        ("Sáng 12/5, xã tổ chức hội nghị kiểm điểm công tác năm 2017.", ["2018-05-12"]),
        ("Ngày 9/7/2014, Huyện ủy Chư Sê tổ chức Hội nghị về cà phê.", ["2014-07-09"]),
        (
            "Bà nói việc này tại phiên họp HĐND huyện ngày 7/12/2012; việc kia tại phiên họp HĐND huyện ngày 9/7/2014.",
            ["2012-12-07", "2014-07-09"],
        ),
        (
            "Lễ kỷ niệm 30 năm ngày thành lập Hội Luật gia tỉnh Hải Dương (11/5/1989 - 11/5/2019) diễn ra sáng 11/5.",
            ["2019-05-11"],
        ),
        ("Dự kiến ngày 3/6/2022, UBND huyện Chư Sê sẽ tổ chức họp báo về cà phê.", ["2022-06-03"]),
        (
            "Ngày 3/6/2022, Huyện ủy Chư Sê họp bàn việc chuẩn bị cho Hội nghị về cà phê, Hội nghị về hồ tiêu.",
            ["2022-06-03", "?", "?"],
        ),
        ("Tại Lễ kỷ niệm Quốc khánh, ông Nam nêu rõ, ngày 2/9/1945 là ngày trọng đại.", ["?"]),
        ("Huyện chuẩn bị Đại hội Đảng bộ huyện Chư Sê sau ngày 3/6/2022.", ["?"]),
    ],
)
def test_days(text, days):
    assert _days(text) == days


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Tại kỳ họp thứ tư, HĐND tỉnh Gia Lai bàn việc này. Ngày 9/6/2014, HĐND huyện Chư Sê tổ chức kỳ họp bất thường.",
            ["Kỳ họp thứ tư", "Kỳ họp bất thường"],
        ),
        ("Tại kỳ họp thứ tư, HĐND tỉnh Gia Lai bàn việc này. Tại kỳ họp, đại biểu chất vấn.", ["Kỳ họp thứ tư"]),
        # A session that is announced, and the word for it, though an earlier one follows
        (
            "Ủy ban thông báo kết quả kỳ họp thứ 27. Tại kỳ họp, nhiều người bị kỷ luật. Vi phạm đã được kết luận tại kỳ họp thứ 26.",
            ["Kỳ họp thứ 27", "Kỳ họp thứ 26"],
        ),
        (
            "Huyện ủy Chư Sê tổ chức Hội nghị về cà phê. Ông Lê Nam nhắc lại kết quả Hội nghị về hồ tiêu. Tại hội nghị, bà Mai phát biểu.",
            ["Hội nghị về cà phê", "Hội nghị về hồ tiêu"],
        ),
    ],
)
def test_what_a_word_refers_to(text, names):
    assert [event.label for event in Scene(Article("a", text)).meetings.all] == names
