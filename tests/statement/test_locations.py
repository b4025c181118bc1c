"""Where meetings were held, in short articles."""

import pytest

from kg.article import Article
from kg.checking import line
from kg.extraction import extract


def _places(text: str) -> list[str]:
    facts = (fact for fact in extract(Article("a", text)).facts if fact.term == "location")
    return [line(fact).rpartition(" | ")[2] for fact in facts]


@pytest.mark.parametrize(("text", "places"), [
    ("Ngày 3/6/2022, tại thành phố Pleiku, Tỉnh ủy Gia Lai tổ chức Hội nghị tổng kết.", ["Thành phố Pleiku"]),
    ("Sáng 3/6/2022, tại Hội trường 2-9, TP. Pleiku, UBND tỉnh Gia Lai tổ chức Hội nghị về cà phê.", ["Thành phố Pleiku"]),
    ("Hội nghị về cà phê diễn ra sáng 3/6/2022 tại trụ sở UBND tỉnh Gia Lai.", ["Ủy ban nhân dân tỉnh Gia Lai"]),
    ("Chiều 3/6/2022, tại Tỉnh ủy Gia Lai đã diễn ra hội nghị công bố quyết định.", ["Tỉnh ủy Gia Lai"]),
    ("Lễ khởi công cầu Ia Ko tại xã Ia Ko do UBND huyện Chư Sê tổ chức.", ["Xã Ia Ko"]),
    ("Hội nghị về quản lý đất đai tại thành phố Pleiku do Tỉnh ủy Gia Lai tổ chức.", []),
    ("Huyện ủy Chư Sê tổ chức Hội nghị về cà phê. Tại thành phố Pleiku, giá cà phê tăng.", []),
    ("Ngày 3/6/2022, tại kỳ họp thứ 7, HĐND tỉnh Gia Lai đã thông qua 12 nghị quyết.", []),
    ("Nghị quyết của Đại hội tại Hà Nội đã đi vào cuộc sống.", []),
])
def test_places(text, places):
    assert _places(text) == places


def test_a_place_within_another_is_told_from_its_namesakes():
    text = "Ngày 3/6/2022, tại xã Ia Ko, huyện Chư Sê, Huyện ủy Chư Sê tổ chức Hội nghị về cà phê."
    place = next(fact.roles["object"] for fact in extract(Article("a", text)).facts if fact.term == "location")
    assert place.key == ("xã ia ko", "huyện chư sê")
