"""Offices told of another time, of who held them before, and of provinces that the text leaves out."""

import pytest

from kg.article import Article
from kg.checking import line
from kg.extraction import extract


def _held(text: str) -> set[str]:
    return {line(fact) for fact in extract(Article("a", text)).facts if fact.term == "Membership"}


PAST = {"Lê Văn Bình | nguyên | Giám đốc | Sở Y tế tỉnh Gia Lai"}
NOW = {"Lê Văn Bình | Giám đốc | Sở Y tế tỉnh Gia Lai"}


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Ông Lê Văn Bình, thời điểm đó là Giám đốc Sở Y tế tỉnh Gia Lai, đã ký giấy.", PAST),
        ("Ông Lê Văn Bình, lúc bấy giờ là Giám đốc Sở Y tế tỉnh Gia Lai, đã ký giấy.", PAST),
        ("Giám đốc Sở Y tế tỉnh Gia Lai lúc bấy giờ là ông Lê Văn Bình.", PAST),
        ("Thời điểm năm 2011, ông Lê Văn Bình là Giám đốc Sở Y tế tỉnh Gia Lai.", PAST),
        ("Ông Lê Văn Bình sai phạm khi còn làm Giám đốc Sở Y tế tỉnh Gia Lai.", PAST),
        ("Trong quá trình làm Giám đốc Sở Y tế tỉnh Gia Lai, ông Lê Văn Bình sai phạm.", PAST),
        ("Năm 2019, ông Lê Văn Bình (Giám đốc Sở Y tế tỉnh Gia Lai giai đoạn 2005-2010) bị kỷ luật.", PAST),
        ("Theo ông Lê Văn Bình - Giám đốc Sở Y tế tỉnh Gia Lai, giai đoạn 2005-2010, dịch đã giảm.", NOW),
        ("Trước khi khai mạc hội nghị, Tỉnh ủy phân công ông Lê Văn Bình làm Giám đốc Sở Y tế tỉnh Gia Lai.", NOW),
        ("Ông Lê Văn Bình nói khi ấy ông chưa làm Giám đốc Sở Y tế tỉnh Gia Lai.", set()),
        ("Hội nghị thấy ông Lê Văn Bình được trình giữ chức Giám đốc Sở Y tế tỉnh Gia Lai.", set()),
        ("Bà Ksor H'Lan kể, khi còn làm Giám đốc Sở Y tế tỉnh Gia Lai, ông Lê Văn Bình rất giản dị.", PAST),
        ("Hội nghị lấy ý kiến cho chức danh Giám đốc Sở Y tế tỉnh Gia Lai, ông Lê Văn Bình được giới thiệu.", set()),
        ("Ông Lê Văn Bình được bầu làm Giám đốc Sở Y tế tỉnh Gia Lai và thôi chức vụ này từ tháng 4/2016.", PAST),
        ("Phê chuẩn miễn nhiệm với ông Lê Văn Bình, Giám đốc Sở Y tế tỉnh Gia Lai, để nhận nhiệm vụ mới.", PAST),
        ("Hợp tác Việt Nam - Trung Quốc Vương Nghị nêu, Giám đốc Sở Y tế tỉnh Gia Lai Lê Văn Bình nghe.", NOW),
        ("Đề xuất ông Lê Văn Bình giữ chức Giám đốc Sở Y tế tỉnh Gia Lai.", set()),
        ("Ông Lê Văn Bình khi giữ chức Giám đốc Sở Y tế tỉnh Gia Lai đã sai phạm.", PAST),
        ("Sau khi không còn làm Giám đốc Sở Y tế tỉnh Gia Lai, ông Lê Văn Bình nghỉ phép.", PAST),
        ("Ông Lê Văn Bình học ở Huế trước khi làm Giám đốc Sở Y tế tỉnh Gia Lai.", NOW),
        ("Ông Lê Văn Bình chia sẻ sau một năm giữ cương vị Giám đốc Sở Y tế tỉnh Gia Lai.", NOW),
        ("Giám đốc Sở Y tế tỉnh Gia Lai Lê Văn Bình Báo cáo kết quả.", NOW),
        ("Giám đốc Sở Y tế tỉnh Gia Lai Lê Văn BìnhTheo kế hoạch, dịch sẽ hết.", NOW),
        ("Theo ông Lê Văn Bình, Giám đốc Sở Y tế tỉnh Gia Lai, dịch đã giảm.", NOW),
        ("Theo đại biểu Lê Văn Bình, Thủ tướng được cử tri tin tưởng.", set()),
        ("Ông Lê Văn Bình phát biểu. Cùng dự có các đồng chí là Giám đốc Sở Y tế tỉnh Gia Lai.", set()),
    ],
)
def test_the_time_of_an_office(text, offices):
    assert _held(text) == offices


@pytest.mark.parametrize(
    "text",
    [
        "Bà Ksor H'Lan được bầu làm Chủ tịch UBND huyện Chư Sê, thay ông Lê Văn Bình nghỉ hưu.",
        "Bà Ksor H'Lan được bầu làm Chủ tịch UBND huyện Chư Sê (thay ông Lê Văn Bình).",
        "Bà Ksor H'Lan thay ông Lê Văn Bình giữ chức Chủ tịch UBND huyện Chư Sê.",
        "Bà Ksor H'Lan trở thành người kế nhiệm ông Lê Văn Bình làm Chủ tịch UBND huyện Chư Sê.",
    ],
)
def test_who_held_an_office_before(text):
    facts = [fact for fact in extract(Article("a", text)).facts if fact.term == "Membership"]
    office = "Chủ tịch | Ủy ban nhân dân huyện Chư Sê"
    assert {line(fact) for fact in facts} == {f"Ksor H'Lan | {office}", f"Lê Văn Bình | nguyên | {office}"}
    before = {fact.roles["member"].label: fact.roles.get("succeeds") for fact in facts}
    assert before["Lê Văn Bình"] is None and before["Ksor H'Lan"].label == "Lê Văn Bình"


def test_who_makes_room_for_another_office():
    text = "Bà Ksor H'Lan được bầu làm Chủ tịch UBND huyện Chư Sê thay ông Lê Văn Bình được bầu làm Bí thư Huyện ủy Chư Sê."
    assert "Lê Văn Bình | Bí thư | Huyện ủy Chư Sê" in _held(text)


def test_each_of_two_takes_one_office():
    assert _held("Ông Lê Văn Bình làm Chủ tịch nước, Phó Thủ tướng Rah Lan Hùng làm Thủ tướng.") == {
        "Lê Văn Bình | Chủ tịch nước",
        "Rah Lan Hùng | Phó Thủ tướng",
        "Rah Lan Hùng | Thủ tướng",
    }
    assert _held("Bầu ông Lê Văn Bình làm Thủ tướng và Phó Thủ tướng Rah Lan Hùng làm Chủ tịch nước.") == {
        "Lê Văn Bình | Thủ tướng",
        "Rah Lan Hùng | Phó Thủ tướng",
        "Rah Lan Hùng | Chủ tịch nước",
    }


def test_who_heads_a_funeral():
    assert _held("Quốc tang có Trưởng ban Lễ tang nguyên Thủ tướng Lê Văn Bình.") == {"Lê Văn Bình | nguyên | Thủ tướng"}


def test_two_take_two_offices():
    text = "Ông Lê Văn Bình và bà Ksor H'Lan được bầu giữ chức Bí thư Huyện ủy Chư Sê và Chủ tịch UBND huyện Chư Sê."
    assert _held(text) == {
        "Lê Văn Bình | Bí thư | Huyện ủy Chư Sê",
        "Ksor H'Lan | Chủ tịch | Ủy ban nhân dân huyện Chư Sê",
    }


def test_the_head_of_the_state_in_an_old_life():
    text = "Tổng Bí thư Lê Văn Bình dự. Năm 2011, ông được bầu làm Tổng Bí thư Ban Chấp hành Trung ương Đảng. Tháng 9/2018, ông dự họp."
    assert "Lê Văn Bình | Tổng Bí thư | Ban Chấp hành Trung ương Đảng" in _held(text)


def test_firms_are_no_persons():
    text = "Tổng Giám đốc Tân Á Đại Thành dự. Phó Tổng Giám đốc Măng Lành Plaza dự. Ông Lê Văn Bình dự."
    assert [e.label for e in extract(Article("a", text)).entities if e.kind == "Person"] == ["Lê Văn Bình"]


def test_a_given_name_is_no_faculty():
    text = "Ông Lê Văn Khoa nghỉ hưu. Ông Khoa từng là Giám đốc Sở Y tế tỉnh Gia Lai."
    assert _held(text) == {"Lê Văn Khoa | nguyên | Giám đốc | Sở Y tế tỉnh Gia Lai"}


MANY = (
    "Đại hội Đảng bộ tỉnh Gia Lai bầu ông Lê Văn Bình làm Bí thư Tỉnh ủy. Tại Ninh Thuận, ông Rah Lan Hùng tái đắc cử "
    "Bí thư Tỉnh ủy. Ông Trần Văn Nam, Phó Bí thư Tỉnh ủy, được bầu làm Bí thư Tỉnh ủy Cà Mau. "
    "Đại hội Đảng bộ tỉnh Sơn La bầu bà Ksor H'Lan làm Bí thư Tỉnh ủy. UBND tỉnh Lào Cai chúc mừng."
)


def test_the_province_of_each_sentence():
    assert _held(MANY) == {
        "Lê Văn Bình | Bí thư | Tỉnh ủy Gia Lai",
        "Rah Lan Hùng | Bí thư | Tỉnh ủy Ninh Thuận",
        "Trần Văn Nam | Phó Bí thư | Tỉnh ủy Cà Mau",
        "Trần Văn Nam | Bí thư | Tỉnh ủy Cà Mau",
        "Ksor H'Lan | Bí thư | Tỉnh ủy Sơn La",
    }


def test_a_committee_is_that_of_the_next_office():
    text = (
        "Thành ủy Hà Nội họp. Thành ủy Hà Nội đề nghị kỷ luật ông Lê Văn Bình, Thành ủy viên, Phó Trưởng Ban Dân vận "
        "Thành ủy Đà Nẵng."
    )
    assert "Lê Văn Bình | Ủy viên | Thành ủy Đà Nẵng" in _held(text)


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Ông Lê Văn Bình, 35 tuổi, Giám đốc Sở Y tế tỉnh Gia Lai, dự.", NOW),
        ("Lê Văn Bình (SN 1965, quê Chư Sê, nguyên Giám đốc Sở Y tế tỉnh Gia Lai) dự.", PAST),
        ("Giám đốc Sở Y tế tỉnh Gia Lai đương nhiệm, ông Lê Văn Bình, dự.", NOW),
        ("Ông Lê Văn Bình tái cử chức Giám đốc Sở Y tế tỉnh Gia Lai.", NOW),
        ("Miễn nhiệm chức Giám đốc Sở Y tế tỉnh Gia Lai đối với ông Lê Văn Bình.", PAST),
        ("Tỉnh ủy chọn một người cho chức danh Giám đốc Sở Y tế tỉnh Gia Lai gồm ông Lê Văn Bình.", set()),
        ("Sở Nội vụ tỉnh Gia Lai họp với Phó Giám đốc. Sở Y tế tỉnh Gia Lai có 1 Giám đốc là: ông Lê Văn Bình.", NOW),
        ("Theo ông Lê Văn Bình, việc điều Phó Giám đốc làm Giám đốc Sở Y tế tỉnh Gia Lai là đúng.", set()),
        ("Theo ông Bình Minh - Giám đốc Sở Y tế tỉnh Gia Lai, dịch đã giảm.", {"Bình Minh | Giám đốc | Sở Y tế tỉnh Gia Lai"}),
        (
            "Phó Thủ tướng Rah Lan Hùng, Giám đốc Sở Y tế tỉnh Gia Lai (SYT) Lê Văn Bình dự.",
            {*NOW, "Rah Lan Hùng | Phó Thủ tướng"},
        ),
        ("Mục sư Lê Văn Bình, Phó Hội trưởng thứ nhất, dự.", {"Lê Văn Bình | Phó Hội trưởng"}),
        ("Đại sứ Việt Nam tại Trung Quốc Lê Văn Bình dự.", {"Lê Văn Bình | Đại sứ"}),
        ("Ông Lê Văn Bình, Giám đốc Sở Y tế tỉnh Gia Lai (chồng bà Ksor H'Lan) dự.", NOW),
        ("Theo ông Lê Văn Bình, Giám đốc Sở Y tế tỉnh Gia Lai, ông Rah Lan Hùng đã khỏi bệnh.", NOW),
        ("Hai Giám đốc Sở Y tế tỉnh Gia Lai còn lại gồm ông Lê Văn Bình.", NOW),
        ("Giám đốc Sở Y tế tỉnh Gia Lai nhiệm kỳ 2020-2035 Lê Văn Bình dự.", NOW),
        ("Đại biểu Quốc hội khóa XV Lê Văn Bình dự.", {"Lê Văn Bình | Đại biểu | Quốc hội"}),
    ],
)
def test_what_stands_between_a_name_and_an_office(text, offices):
    assert _held(text) == offices


def test_an_office_called_a_former_one_is_not_held_elsewhere_in_the_text():
    text = (
        "Nguyên Giám đốc Sở Y tế tỉnh Gia Lai Lê Văn Bình bị cảnh cáo. Giấy phép do Giám đốc Sở Y tế tỉnh Gia Lai "
        "Lê Văn Bình ký."
    )
    assert _held(text) == PAST


def test_who_is_dead_holds_no_office():
    text = (
        "Nguyên Giám đốc Sở Y tế tỉnh Gia Lai Lê Văn Bình đã từ trần. Ông là Bí thư Huyện ủy Chư Sê trong kháng chiến."
    )
    assert _held(text) == {*PAST, "Lê Văn Bình | nguyên | Bí thư | Huyện ủy Chư Sê"}


def test_who_is_proposed_behind_an_office():
    assert _held("Hội nghị giới thiệu Chủ tịch nước là ông Lê Văn Bình.") == set()


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("Tháng 6/2021, ông được bổ nhiệm làm Thứ trưởng Bộ Y tế. Tháng 5/2023, ông được bổ nhiệm làm Bí thư Tỉnh ủy Gia Lai.", True),
        (
            "Tháng 6/2021, ông được bổ nhiệm làm Thứ trưởng Bộ Y tế. Tháng 5/2023, ông được bầu làm Ủy viên Ban Thường "
            "vụ Tỉnh ủy Gia Lai.",
            False,
        ),
        ("Thứ trưởng Bộ Y tế Lê Văn Bình dự. Tháng 6/2021, ông được bổ nhiệm làm Thứ trưởng Bộ Y tế.", False),
    ],
)
def test_an_office_that_a_later_one_elsewhere_ended(text, former):
    held = _held(f"Ông Lê Văn Bình quê ở Chư Sê. {text}")
    assert f"Lê Văn Bình | {'nguyên | ' if former else ''}Thứ trưởng | Bộ Y tế" in held


def test_an_office_of_others_and_of_a_son():
    text = "Chịu trách nhiệm là ông Lê Văn Bình và các đồng chí là Phó Giám đốc Sở Y tế tỉnh Gia Lai."
    assert _held(text) == set()
    text = "Ông Rah Lan Hùng họp. Con trai duy nhất của ông Lê Văn Bình còn là Giám đốc Sở Y tế tỉnh Gia Lai."
    assert not any(line.startswith("Lê Văn Bình") for line in _held(text))
