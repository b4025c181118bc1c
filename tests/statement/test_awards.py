"""Awards: who gives what to whom, in every order of the clause; what is only proposed, planned or revoked is none."""

from __future__ import annotations

import pytest

from kg.article import Article
from kg.extraction import extract


def told(text: str) -> list[tuple[str, str, str]]:
    """(givers, award, receivers) of each conferral of a text, sorted."""
    awards = [fact.roles for fact in extract(Article("a", text)).facts if fact.term == "Award"]
    return sorted(
        (
            ", ".join(sorted(one.label for one in roles.get("awarders", ()))),
            roles["type"],
            ", ".join(sorted(one.label for one in roles["recipients"])),
        )
        for roles in awards
    )


TOLD = [
    ["Bộ Y tế họp. Tại đây, một số bộ, ngành, cơ quan, địa phương đã nhận thư khen của Thủ tướng.", []],
    [
        "Phát biểu sau khi trao Bằng khen cho Công an tỉnh Gia Lai, Thứ trưởng Lê Văn Nam đề nghị giữ vững truyền thống.",
        [("", "Bằng khen", "Công an tỉnh Gia Lai")],
    ],
    ["Ông Lê Văn Nam chúc mừng các em đã nhận Bằng khen của Bộ Y tế.", []],
    [
        "Năm qua, Sở Y tế tỉnh Gia Lai được phong tặng danh hiệu Anh hùng Lao động năm 2011. Hồ sơ đề nghị tặng Anh hùng "
        "Lao động cho đơn vị khác còn chờ.",
        [("", "Anh hùng Lao động", "Sở Y tế tỉnh Gia Lai")],
    ],
    [
        "Thủ tướng sẽ tiếp đội tuyển quốc gia và trao Bằng khen cho 6 cầu thủ. 6 cầu thủ được trao Bằng khen gồm: "
        "Nguyễn Văn Toàn, Lê Văn Nam.",
        [],
    ],
    ["Các đại biểu trao cờ và hoa cho các đơn vị dự giải.", []],
    [
        "Bộ Quốc phòng tặng Bằng khen cho 4 tập thể, 05 cá nhân.",
        [("Bộ Quốc phòng", "Bằng khen", "4 tập thể, 5 cá nhân")],
    ],
    [
        "Dịp này, hai tập thể và năm cá nhân được Bộ Quốc phòng tặng Bằng khen.",
        [("Bộ Quốc phòng", "Bằng khen", "2 tập thể, 5 cá nhân")],
    ],
    ["Có 8 tập thể và 1 cá nhân được Bộ Y tế tặng Bằng khen.", [("Bộ Y tế", "Bằng khen", "1 cá nhân, 8 tập thể")]],
    [
        "Bộ Công an vinh dự đón nhận Huân chương Độc lập hạng Nhất do Chủ tịch nước trao tặng.",
        [("Chủ tịch nước", "Huân chương Độc lập hạng Nhất", "Bộ Công an")],
    ],
    [
        "Ông Rah Lan Tâm trao bằng khen của Thủ tướng Chính phủ cho bà H'Yim Kđoh.",
        [("Thủ tướng Chính phủ", "Bằng khen", "H'Yim Kđoh")],
    ],
    [
        "Ông Lê Văn Tám, thừa ủy quyền của Chủ tịch nước, trao Huân chương Lao động hạng Ba cho bà Trần Thị Mận.",
        [("Chủ tịch nước", "Huân chương Lao động hạng Ba", "Trần Thị Mận")],
    ],
    [
        "Bộ Y tế tặng Bằng khen cho 2 tập thể; Bộ Công an tặng Giấy khen cho 3 cá nhân.",
        [("Bộ Công an", "Giấy khen", "3 cá nhân"), ("Bộ Y tế", "Bằng khen", "2 tập thể")],
    ],
    [
        "Bộ Y tế tặng Kỷ niệm chương cho 2 cá nhân; trao Bằng khen cho 5 tập thể.",
        [("Bộ Y tế", "Bằng khen", "5 tập thể"), ("Bộ Y tế", "Kỷ niệm chương", "2 cá nhân")],
    ],
    [
        "Đợt này có 319 đảng viên nhận Huy hiệu 60 năm tuổi Đảng; 136 đảng viên Huy hiệu 50 năm tuổi Đảng.",
        [("", "Huy hiệu 50 năm tuổi Đảng", "136 đảng viên"), ("", "Huy hiệu 60 năm tuổi Đảng", "319 đảng viên")],
    ],
    [
        "Ông Phan Văn Lúa được tặng Huân chương Chiến công hạng Nhất, Nhì.",
        [
            ("", "Huân chương Chiến công hạng Nhì", "Phan Văn Lúa"),
            ("", "Huân chương Chiến công hạng Nhất", "Phan Văn Lúa"),
        ],
    ],
    [
        "Bà Ksor Hương là bác sĩ. Bà được phong tặng danh hiệu Anh hùng Lao động, Thầy thuốc Nhân dân.",
        [("", "Anh hùng Lao động", "Ksor Hương"), ("", "Thầy thuốc Nhân dân", "Ksor Hương")],
    ],
    [
        "Đồng chí Đại tá LÊ VĂN BỀN\nHuân chương Quân công hạng Ba; Huy hiệu 60 năm tuổi Đảng.",
        [("", "Huy hiệu 60 năm tuổi Đảng", "Lê Văn Bền"), ("", "Huân chương Quân công hạng Ba", "Lê Văn Bền")],
    ],
    [
        "Bộ Y tế công bố quyết định của Bộ Quốc phòng về tặng cờ, bằng khen cho 2 tập thể.",
        [("Bộ Quốc phòng", "Cờ, Bằng khen", "2 tập thể")],
    ],
    [
        "Bộ Y tế tặng bằng khen cho các cá nhân. Bộ Y tế tặng bằng khen cho 3 cá nhân.",
        [("Bộ Y tế", "Bằng khen", "3 cá nhân")],
    ],
    [
        "Bộ Y tế tặng Bằng khen cho 26 đồng chí lãnh đạo Sở Y tế tỉnh Gia Lai.",
        [("Bộ Y tế", "Bằng khen", "26 đồng chí")],
    ],
    [
        "Chủ tịch Quốc hội Lê Văn Nam trao Huy hiệu 65 năm, 60 năm tuổi Đảng tặng 15 đồng chí.",
        [("", "Huy hiệu 65 năm, 60 năm tuổi Đảng", "15 đồng chí")],
    ],
    [
        "Ban Thường vụ Tỉnh ủy tặng Bằng khen cho 5 chi bộ; Bộ Y tế tặng Bằng khen cho 3 cá nhân.",
        [("", "Bằng khen", "5 chi bộ"), ("Bộ Y tế", "Bằng khen", "3 cá nhân")],
    ],
    [
        "Nguyên Phó Chủ tịch nước Lê Thị Mây trao Huân chương Hữu nghị cho ông Trần Văn Hòa.",
        [("", "Huân chương Hữu nghị", "Trần Văn Hòa")],
    ],
    [
        "Bộ Y tế tặng Bằng khen cho em Lê Văn Nam, học sinh lớp 9A, Trường THCS Nguyễn Huệ.",
        [("Bộ Y tế", "Bằng khen", "Lê Văn Nam")],
    ],
    [
        "Bà Ksor Hương được khen thưởng: Huân chương Sao vàng, Huân chương Hồ Chí Minh.",
        [("", "Huân chương Hồ Chí Minh", "Ksor Hương"), ("", "Huân chương Sao vàng", "Ksor Hương")],
    ],
    [
        "Sở Y tế tỉnh Gia Lai nhận bằng khen của Bộ Y tế dành cho đơn vị xuất sắc.",
        [("Bộ Y tế", "Bằng khen", "Sở Y tế tỉnh Gia Lai")],
    ],
    [
        "UBND tỉnh Gia Lai quyết định tặng Bằng khen của Chủ tịch tỉnh cho 4 cá nhân.",
        [("Ủy ban nhân dân tỉnh Gia Lai", "Bằng khen", "4 cá nhân")],
    ],
    [
        "Ông Lê Văn Nam được trao Huân chương Bắc đẩu Bội tinh vì tình hữu nghị.",
        [("", "Huân chương Bắc đẩu Bội tinh", "Lê Văn Nam")],
    ],
    [
        "Chủ tịch UBND tỉnh Gia Lai này vừa có quyết định tặng bằng khen cho ông Lê Văn Nam.",
        [("Chủ tịch Ủy ban nhân dân tỉnh Gia Lai", "Bằng khen", "Lê Văn Nam")],
    ],
]

NONE = [
    "Nhóm thợ lặn cứu 4 em học sinh nhận bằng khen của Bộ Y tế.",
    "Bà Ksor Hương dự họp. Nhiều bộ, ngành, địa phương đã nhận thư khen của Bộ Y tế.",
    "Bà Ksor Hương dự họp. Có trường hợp được công nhận chiến sĩ thi đua nhiều năm.",
    "Bà Ksor Hương đến dự. Chiều 1/7 diễn ra lễ kỷ niệm 30 năm và đón nhận Huân chương Độc lập hạng Ba.",
    "Được Bộ Y tế tặng danh hiệu Chiến sĩ thi đua cơ sở.",
    "Bà Ksor Hương đến dự. Nhiều đồng chí đã được thưởng Huân chương Chiến công.",
    "Sinh viên Trường Đại học Tây Nguyên được tặng bằng khen.",
    "Bộ Y tế trao 22 Kỷ niệm chương cho các đồng chí nguyên là nhân viên Sở Y tế tỉnh Gia Lai.",
    "Bà Ksor Hương đến dự. Mỗi nữ sinh đạt phần thưởng được tặng Bằng khen.",
    "Dù chỉ là tấm bằng khen nhưng cũng là sự động viên lớn với sự hy sinh của họ cho dòng họ, ông Lê Văn Nam nói.",
    "Trong thư khen gửi đến các lực lượng cứu hộ, ông Lê Văn Nam ghi nhận nỗ lực của mọi người.",
    "Hai cựu sinh viên của Trường Đại học Tây Nguyên đã được trao Huân chương Lao động hạng Ba.",
    "Bộ Y tế đề nghị Thủ tướng Chính phủ tặng Bằng khen cho 3 tập thể.",
    "Bộ Y tế sẽ tặng Bằng khen cho 3 tập thể.",
    "Bộ Y tế thu hồi Bằng khen đã tặng cho ông Lê Văn Tám.",
    "Bộ Y tế chưa tặng Bằng khen cho 3 tập thể.",
    "Bộ Y tế tặng 35 suất quà cho 35 hộ gia đình.",
    "Anh hùng Lao động Lê Văn Tám dự hội nghị.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_each_order_of_a_conferral_is_read(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_what_was_not_conferred_is_no_award(text):
    assert told(text) == []


def test_reason_and_period_stand_with_the_award():
    text = "Bộ Y tế tặng Bằng khen cho 3 cá nhân có thành tích xuất sắc trong phòng dịch (giai đoạn 2016-2020)."
    (award,) = [fact for fact in extract(Article("a", text)).facts if fact.term == "Award"]
    assert award.roles["reason"].startswith("có thành tích xuất sắc trong phòng dịch")
    assert (award.roles["periodStart"], award.roles["periodEnd"]) == (2016, 2020)


def test_passages_hold_the_award_and_its_receivers():
    text = "Sáng nay, Bộ Y tế tặng Bằng khen cho 3 cá nhân."
    (award,) = [fact for fact in extract(Article("a", text)).facts if fact.term == "Award"]
    assert [text[span.start : span.end] for span in award.spans] == ["Bộ Y tế tặng Bằng khen cho 3 cá nhân"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ["Bộ Y tế tặng Bằng khen cho 4 tập thể có thành tích chống dịch - Ảnh: LÊ NAM", "có thành tích chống dịch"],
        ["Bộ Y tế tặng Bằng khen cho ông Nam vì có hành động cứu 3 em học sinh.", "có hành động cứu 3 em học sinh"],
        [
            "Bộ Y tế tặng Bằng khen cho 4 tập thể có thành tích chống dịch theo Quyết định số 12.",
            "có thành tích chống dịch",
        ],
    ],
)
def test_a_reason_holds_no_credit_and_no_decision(text, reason):
    facts = [fact for fact in extract(Article("a", text)).facts if fact.term == "Award"]
    assert [fact.roles["reason"] for fact in facts] == [reason]
