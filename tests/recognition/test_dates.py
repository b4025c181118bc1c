"""Dates as printed, and the year that the text makes clear."""

from datetime import date

import pytest

from kg.article import Article
from kg.recognition.dates import ordinal
from kg.recognition.recognition import recognize
from kg.resolution.calendar import Calendar


def _resolved(text: str, published: date | None = None) -> list[str]:
    recognition = recognize(Article("a", text, date=published))
    calendar = Calendar(recognition)
    days = [(calendar.resolve(m.parts["date"]), calendar.resolve(m.parts["date"], last=True)) for m in recognition.of("date")]
    return [str(first.day) if first and last and first.day == last.day else f"{first.day}/{last.day}" if first and last else "?" for first, last in days]


@pytest.mark.parametrize(("text", "days"), [
    ("Sáng 9/7/2021, huyện họp.", ["2021-07-09"]),
    ("Chiều 9-7-2021, huyện họp.", ["2021-07-09"]),
    ("Tối 9.7.2021, huyện họp.", ["2021-07-09"]),
    ("Ngày 24 tháng 9 năm 2020, huyện họp.", ["2020-09-24"]),
    ("Trong hai ngày 21 và 22/6/2018, huyện họp.", ["2018-06-21/2018-06-22"]),
    ("Từ ngày 30/9-2/10/2023, huyện họp.", ["2023-09-30/2023-10-02"]),
    ("Sáng 9/7, huyện họp.", ["?"]),
    ("Ngày 31/2/2021, huyện họp.", ["?"]),
])
def test_a_date_is_read_in_every_printed_form(text, days):
    assert _resolved(text) == days


@pytest.mark.parametrize(("text", "day"), [
    ("Sáng 20/1, xã họp. Bài học của năm 2024 và nhiệm vụ năm 2025.", "2025-01-20"),
    ("Ngày 25-12, xã họp tổng kết công tác năm 2018, triển khai nhiệm vụ năm 2019.", "2018-12-25"),
    ("Ngày 9-7, xã họp bàn nhiệm vụ 6 tháng cuối năm 2021.", "2021-07-09"),
    ("Ngày 22/10, xã họp; việc này xong vào quý I năm 2014.", "2013-10-22"),
    ("Ngày 14/12, xã họp bàn giải pháp triển khai nhiệm vụ và dự toán ngân sách năm 2018.", "2017-12-14"),
    ("Ngày 8/12, xã họp đánh giá việc thực hiện dự toán ngân sách năm 2015.", "2015-12-08"),
    ("Ngày 15/1, xã họp tổng kết công tác phòng chống tham nhũng năm 2015.", "2016-01-15"),
    ("Ngày 15/1, xã họp tổng kết công tác năm 2018 và triển khai công tác năm 2019.", "2019-01-15"),
    ("Ngày 4/7, xã họp; thu hút vốn tăng so với cùng kỳ năm 2018.", "?"),
    ("Ngày 27/12, xã họp; cầu dự kiến hoàn thành năm 2020.", "?"),
    ("Ngày 24/7, xã họp; tội này có trong Bộ luật Hình sự năm 1999.", "?"),
    ("Ngày 27/6, xã họp; Nghị quyết 16 năm 2012 là cơ sở.", "?"),
    ("Ngày 9/7, xã họp; tháng 3/2016, Quốc hội khóa 14 (2016-2021) được bầu. Tháng 6/2016, cầu xong.", "2016-07-09"),
    ("Sáng 15/3, xã kỷ niệm 30 năm ngày thành lập (15/3/1989).", "2019-03-15"),
    ("Sáng 19/11, trường kỷ niệm 60 năm thành lập (1959-2019).", "2019-11-19"),
    ("Sáng 6/9, xã công bố Quyết định số 15/QĐ-UBND ngày 27/8/2024 của UBND tỉnh.", "2024-09-06"),
    ("Sáng 5/9, xã họp. Ông Lê Nam sinh năm 1971, được bầu vào tháng 10/2020.", "?"),
    ("Sáng 5/9, xã họp bàn kế hoạch đến năm 2030, tầm nhìn 2045.", "?"),
    ("Sáng 5/9, xã họp. Đề án của nhiệm kỳ 2020-2025 đã xong.", "?"),
])
def test_a_year_is_taken_from_clear_words_only(text, day):
    assert _resolved(text)[0] == day


def test_the_publication_date_gives_the_year():
    assert _resolved("Ngày 28/12, xã họp.", date(2024, 1, 3)) == ["2023-12-28"]
    assert _resolved("Ngày 28/12, xã họp.", date(2024, 12, 29)) == ["2024-12-28"]


@pytest.mark.parametrize(("printed", "number"), [
    ("6", 6), ("IV", 4), ("XIV", 14), ("nhất", 1), ("mười bốn", 14), ("hai mươi", 20), ("tới", None),
])
def test_ordinals_in_digits_roman_numerals_and_words(printed, number):
    assert ordinal(printed) == number
