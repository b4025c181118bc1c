"""Which meeting a date belongs to."""

import pytest

from kg.article import Article
from kg.statement.scene import Scene


def _days(text: str) -> list[str]:
    return [str(event.start.day) if event.start else "?" for event in Scene(Article("a", text)).meetings.all]


@pytest.mark.parametrize(("text", "days"), [
    ("Ngày 9/7/2014, huyện họp.", []),
    ("Ngày 9/7/2014, Huyện ủy Chư Sê tổ chức Hội nghị về cà phê.", ["2014-07-09"]),
    ("Bà nói việc này tại phiên họp HĐND huyện ngày 7/12/2012; việc kia tại phiên họp HĐND huyện ngày 9/7/2014.", ["2012-12-07", "2014-07-09"]),
    ("Lễ kỷ niệm 30 năm ngày thành lập Hội Luật gia tỉnh Hải Dương (11/5/1989 - 11/5/2019) diễn ra sáng 11/5.", ["2019-05-11"]),
    ("Dự kiến ngày 3/6/2022, UBND huyện Chư Sê sẽ tổ chức họp báo về cà phê.", ["2022-06-03"]),
    ("Huyện chuẩn bị Đại hội Đảng bộ huyện Chư Sê sau ngày 3/6/2022.", ["?"]),
])
def test_days(text, days):
    assert _days(text) == days
