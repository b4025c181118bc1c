"""Who is a person in a sentence, and what is only written with capitals."""

from time import perf_counter

import pytest

from kg.article import Article
from kg.extraction import extract
from kg.recognition.recognition import recognize


def _persons(text: str) -> set[str]:
    return {entity.label for entity in extract(Article("a", text)).entities if entity.kind == "Person"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ông Hoàng Văn Thái và bà Hoàng Thị Mai dự.", {"Hoàng Văn Thái", "Hoàng Thị Mai"}),
        ("Đồng chí Rah Lan Hùng chủ trì. Ông Hùng phát biểu.", {"Rah Lan Hùng"}),
        ("Bà H'Yim Kđoh, ông Ksor Phước và ông Hầu A Lềnh dự họp.", {"H'Yim Kđoh", "Ksor Phước", "Hầu A Lềnh"}),
        ("Chủ tịch Trung Quốc Tập Cận Bình đến thăm. Ông Tập phát biểu.", {"Tập Cận Bình"}),
        ("Ngoại trưởng Nhật Bản Kono phát biểu.", {"Kono"}),
        ("Ngoại trưởng Nhật Bản đến thăm Hà Nội.", set()),
        ("Thay mặt lãnh đạo Đảng, Nhà nước, ông Lê Văn Bình chúc mừng.", {"Lê Văn Bình"}),
        ("Mỗi chiến sĩ bảo vệ Tổ quốc đều được khen.", set()),
        ("Lễ hội ở thôn Cù Lạc và đường Nguyễn Huệ thu hút du khách Hàn Quốc.", set()),
        ("Tượng đài Trần Hưng Đạo trên phố Lý Thường Kiệt đã cũ.", set()),
        ("Thiếu nhi nhớ ơn Bác Hồ.", set()),
        ("Đại tá NGUYỄN THÀNH LONG nói về công việc.", {"Nguyễn Thành Long"}),
        ("Tân Tổng thanh tra Chính phủ đến thăm Gia Lai.", set()),
        ("Lễ tang ở nhà tang lễ (25 Lê Quý Đôn, quận 3), rồi ở số 5 Trần Thánh Tông, Hà Nội.", set()),
        ("Xe dừng ở ngã ba Lê Lợi - Trần Hưng Đạo, trên các tuyến đường Đào Tấn, Bùi Thị Xuân và Lý Tự Trọng.", set()),
        ("Nhân dịp Tết Nguyên đán Mậu Tuất, máy bay hạ cánh ở sân bay Tân Sơn Nhất.", set()),
        ("Quá Trình Công Tác của cán bộ", set()),
        ("Ảnh: TỰ TRUNG Ông Lê Văn Bình nhận hoa.", {"Lê Văn Bình"}),
        ("Nhà máy ở khu kinh tế Chu Lai ngừng chạy.", set()),
        ("Các phường Ngũ Hành Sơn, Tân Thới Hiệp thiếu nước.", set()),
        ("Ông Kim Jong-un gặp Ngoại trưởng Ri Yong - ho và bà Lê Thị Mai - nha sĩ.",
         {"Kim Jong-un", "Ri Yong - ho", "Lê Thị Mai"}),
        ("Phó Bí thư Thành ủy TP Võ Thị Lan gặp nguyên Chủ tịch tỉnh Phạm Văn Bê.", {"Võ Thị Lan", "Phạm Văn Bê"}),
        ("Thứ trưởng Bộ Ngoại giao Việt Nam Lê Văn Bình tiếp Bộ trưởng Ngoại giao Trung Quốc Vương Nghị.",
         {"Lê Văn Bình", "Vương Nghị"}),
    ],
)
def test_persons(text, names):
    assert _persons(text) == names


def test_a_later_short_name_is_another_form_of_the_same_person():
    text = "Ông Giàng A Páo dự. Sau đó, ông Páo phát biểu."
    person = next(entity for entity in extract(Article("a", text)).entities if entity.kind == "Person")
    assert person.label == "Giàng A Páo"
    assert set(person.names) == {"Páo", "ông Páo"}


def test_many_capitals_take_time_that_grows_with_them():
    short, long = (_seconds("Nguyễn Lê Trần, " * times) for times in (500, 4_000))
    assert long < 8 * 4 * short + 1


def _seconds(text: str) -> float:
    start = perf_counter()
    extract(Article("a", text))
    return perf_counter() - start


def test_what_an_office_says_after_a_colon_is_no_name():
    found = recognize(Article("a", "Thủ tướng: Siết chặt quản lý đất đai")).of("person")
    assert list(found) == []
