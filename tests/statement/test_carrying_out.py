"""Which body carries out which document, and which only speaks of it."""

import pytest

from kg.article import Article
from kg.checking import line
from kg.extraction import extract

ORDER = "Chỉ thị số 05-CT/TW"


def _carried_out(text: str) -> set[str]:
    return {line(fact) for fact in extract(Article("a", text)).facts if fact.term == "implements"}


@pytest.mark.parametrize(("text", "bodies"), [
    (f"Huyện ủy Chư Sê đã triển khai thực hiện {ORDER} của Bộ Chính trị.", ["Huyện ủy Chư Sê"]),
    (f"Huyện ủy Chư Sê chỉ đạo UBND huyện Chư Sê thực hiện {ORDER} của Bộ Chính trị.",
     ["Huyện ủy Chư Sê", "Ủy ban nhân dân huyện Chư Sê"]),
    (f"Huyện ủy Chư Sê báo cáo Tỉnh ủy Gia Lai kết quả thực hiện {ORDER} của Bộ Chính trị.", ["Huyện ủy Chư Sê"]),
    (f"Huyện ủy Chư Sê thảo luận kết quả thực hiện {ORDER} của Bộ Chính trị.", []),
    (f"Huyện ủy Chư Sê tặng bằng khen cho 5 tập thể có thành tích trong thực hiện {ORDER}.", []),
    (f"Bộ Chính trị tổng kết 5 năm thực hiện {ORDER} của Bộ Chính trị.", []),
    (f"Ông Nam đề nghị Huyện ủy Chư Sê thực hiện {ORDER}.", []),
    (f"Với sự quan tâm của Tỉnh ủy Gia Lai, Huyện ủy Chư Sê đã quán triệt {ORDER}.", ["Huyện ủy Chư Sê"]),
    (f"Ông Nam nhấn mạnh, Huyện ủy Chư Sê đã thực hiện tốt {ORDER}.", ["Huyện ủy Chư Sê"]),
    (f"Ông Nam yêu cầu, Huyện ủy Chư Sê thực hiện tốt {ORDER}.", []),
    (f"Đoàn công tác đến thăm Huyện ủy Chư Sê; triển khai thực hiện {ORDER}.", []),
    (f"Huyện ủy Chư Sê ban hành Kết luận số 12-KL/HU về tiếp tục thực hiện {ORDER}.", []),
    (f"Huyện ủy Chư Sê đã ổn định tổ chức, nhân dân huyện thực hiện {ORDER}.", []),
    (f"Huyện ủy Chư Sê sẽ thực hiện {ORDER}.", []),
    (f"Huyện ủy Chư Sê kỷ luật ông Nam theo {ORDER}.", []),
])
def test_who_carries_out(text, bodies):
    assert {said.split(" | ")[0] for said in _carried_out(text)} == set(bodies)
