"""Documents: their numbers, sessions and titles in the forms that are printed, their issuers, and who carries them out."""

from __future__ import annotations

import pytest

from kg.article import Article
from kg.extraction import extract

KINDS = ("Directive", "Resolution", "Decision", "Regulation", "Law", "Code", "Scheme", "Conclusion", "Plan", "Rules")


def named(text: str) -> list[str]:
    return [one.label for one in extract(Article("a", text)).entities if one.kind in KINDS]


def stated(text: str, term: str) -> list[tuple[str, str]]:
    facts = [fact.roles for fact in extract(Article("a", text)).facts if fact.term == term]
    return sorted((roles["subject"].label, roles["object"].label) for roles in facts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ["Huyện ủy Chư Sê học tập Chỉ thị số 05-CT/TW.", ["Chỉ thị 05-CT/TW"]],
        ["Quyết định số: 99/QĐ-UBND, 103/QĐ-UBND đã có hiệu lực.", ["Quyết định 99/QĐ-UBND", "Quyết định 103/QĐ-UBND"]],
        [
            "Các đơn vị học tập Nghị quyết Trung ương 4 (khóa XI, XII).",
            ["Nghị quyết Trung ương 4 khóa XI", "Nghị quyết Trung ương 4 khóa XII"],
        ],
        ["Cán bộ xử lý theo Bộ luật hình sự.", ["Bộ luật Hình sự"]],
        ["Ông Tám nhận kỷ luật khiển trách.", []],
        ["Phát biểu kết luận hội nghị, Bí thư Huyện ủy Chư Sê biểu dương các xã.", []],
        ["Cán bộ học tập Luật Tổ chức Chính phủ.", ["Luật Tổ chức Chính phủ"]],
        ["Các xã đóng góp vào Đề án. Đề án hướng tới mục tiêu phát triển du lịch cộng đồng.", []],
        [
            "Chi bộ thảo luận Đề án Xã hội hóa công tác phổ biến, giáo dục pháp luật và trợ giúp pháp lý.",
            ["Đề án Xã hội hóa công tác phổ biến, giáo dục pháp luật và trợ giúp pháp lý"],
        ],
        [
            "Ông Tám vi phạm quy định của Huyện ủy Chư Sê về quản lý, sử dụng tài sản, gây bức xúc.",
            ["Quy định của Huyện ủy Chư Sê về quản lý, sử dụng tài sản"],
        ],
        [
            "Buổi lễ công bố Quyết định của Thủ tướng Chính phủ về việc công nhận hai xã an toàn khu (huyện Chư Sê).",
            ["Quyết định của Thủ tướng Chính phủ về việc công nhận hai xã an toàn khu (huyện Chư Sê)"],
        ],
        [
            "Ông Tám vi phạm Quy định của Huyện ủy Chư Sê về những điều đảng viên không được làm.",
            ["Quy định của Huyện ủy Chư Sê về những điều đảng viên không được làm"],
        ],
        [
            '"Cần làm theo Nghị quyết của Quốc hội về cơ chế đặc thù cho thành phố ", ông Nam nhấn mạnh.',
            ["Nghị quyết của Quốc hội về cơ chế đặc thù cho thành phố"],
        ],
        [
            "Hội nghị nghe Kết luận của Thanh tra Chính phủ về khu vực 4,3 ha đất công.",
            ["Kết luận của Thanh tra Chính phủ về khu vực 4,3 ha đất công"],
        ],
        ["Ông Tám vi phạm quy chế làm việc, thiếu trách nhiệm.", []],
    ],
)
def test_a_document_is_named_as_printed(text, expected):
    assert [name.casefold() for name in named(text)] == [name.casefold() for name in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ["Tỉnh học tập Chỉ thị số 05-CT/TW của Bộ Chính trị.", [("Chỉ thị 05-CT/TW", "Bộ Chính trị")]],
        ["Tỉnh thực hiện Nghị định 28/2024/NĐ-CP.", [("Nghị định 28/2024/NĐ-CP", "Chính phủ")]],
        ["Huyện ủy Chư Sê đã ban hành Kế hoạch số 25-KH/HU về cán bộ.", [("Kế hoạch 25-KH/HU", "Huyện ủy Chư Sê")]],
        ["Thủ tướng Chính phủ vừa ban hành Chỉ thị số 10.", [("Chỉ thị số 10", "Thủ tướng Chính phủ")]],
        ["100% đại biểu đã thông qua Nghị quyết số 7.", []],
        ["Ông Nam kiến nghị Chính phủ sớm ban hành Nghị quyết số 7.", []],
        [
            "Theo Quyết định số 18/QĐ-BGTVT của Bộ trưởng Bộ Y tế, ông Lê Văn Nam giữ chức Vụ trưởng.",
            [("Quyết định 18/QĐ-BGTVT", "Bộ trưởng Bộ Y tế")],
        ],
        [
            "Hội nghị công bố Quyết định của Bộ Chính trị, Ban Bí thư về công tác cán bộ.",
            [
                ("Quyết định của Bộ Chính trị, Ban Bí thư về công tác cán bộ", "Ban Bí thư"),
                ("Quyết định của Bộ Chính trị, Ban Bí thư về công tác cán bộ", "Bộ Chính trị"),
            ],
        ],
        [
            "Chi bộ học tập Nghị quyết số 12-NQ/TW của Hội nghị Trung ương 5 khóa XII về doanh nghiệp.",
            [("Nghị quyết 12-NQ/TW", "Ban Chấp hành Trung ương Đảng")],
        ],
        ["Chi bộ học tập Nghị quyết số 18 của Trung ương.", [("Nghị quyết số 18", "Ban Chấp hành Trung ương Đảng")]],
        ["Việc này theo Quyết định 388/QĐ - TTg.", [("Quyết định 388/QĐ - TTg", "Thủ tướng Chính phủ")]],
        ["UBND tỉnh Gia Lai họp. Quyết định 12/QĐ - UBND có hiệu lực.",
         [("Quyết định 12/QĐ - UBND", "Ủy ban nhân dân tỉnh Gia Lai")]],
        ["UBND tỉnh Gia Lai và UBND huyện Chư Sê họp. Quyết định 12/QĐ-UBND có hiệu lực.", []],
        [
            "Thực hiện Kế hoạch số 25-KH/HU của Huyện ủy Chư Sê, Đảng ủy xã Ia Blang đã triển khai các phần việc.",
            [("Kế hoạch 25-KH/HU", "Huyện ủy Chư Sê")],
        ],
        [
            "Ông Tám vi phạm quy chế làm việc của Huyện ủy Chư Sê.",
            [("Quy chế làm việc của Huyện ủy Chư Sê", "Huyện ủy Chư Sê")],
        ],
        ["Ông Tám vi phạm quy chế làm việc của Huyện ủy Chư Sê, Ban Thường vụ Huyện ủy Chư Sê.", []],
        [
            "Chủ tịch UBND tỉnh Gia Lai Lê Văn Nam vừa ký công văn đề nghị các sở rà soát hộ nghèo.",
            [("Công văn đề nghị các sở rà soát hộ nghèo", "Ủy ban nhân dân tỉnh Gia Lai")],
        ],
        ["Bộ Tài chính đã soạn thảo Tờ trình Chính phủ về xử lý nợ thuế cho các tỉnh.", []],
        [
            "Thủ tướng Lê Văn Nam đến dự. Việc này theo Quyết định số 12 của Thủ tướng.",
            [("Quyết định số 12", "Thủ tướng")],
        ],
        ["Việc này theo Nghị định số 91.", [("Nghị định số 91", "Chính phủ")]],
        [
            "Huyện ủy Chư Sê ra quyết định thi hành kỷ luật cảnh cáo đối với ông Nam.",
            [("Quyết định thi hành kỷ luật cảnh cáo đối với ông Nam", "Huyện ủy Chư Sê")],
        ],
        ["Huyện ủy Chư Sê đã ban hành các quy định về phòng chống tham nhũng.", []],
        ["Bộ Tài chính góp ý, Chính phủ đã ban hành Nghị định số 15.", [("Nghị định số 15", "Chính phủ")]],
        [
            "Chi bộ học tập Nghị quyết Đại hội đại biểu toàn quốc Hội Luật gia Việt Nam lần thứ 12.",
            [("Nghị quyết Đại hội đại biểu toàn quốc Hội Luật gia Việt Nam lần thứ 12", "Hội Luật gia Việt Nam")],
        ],
    ],
)
def test_the_issuer_comes_from_the_text_or_the_number(text, expected):
    assert stated(text, "issuedBy") == expected


def test_the_body_that_a_sentence_is_about_carries_a_document_out():
    text = "Huyện ủy Chư Sê tiếp tục quan tâm giáo dục đội ngũ cán bộ gắn với việc thực hiện Chỉ thị số 05-CT/TW."
    assert ("Huyện ủy Chư Sê", "Chỉ thị 05-CT/TW") in stated(text, "implements")


@pytest.mark.parametrize(
    ("text", "term", "expected"),
    [
        [
            "Sáng 5/7, Huyện ủy Chư Sê tổ chức hội nghị. Tại hội nghị, ông Nam công bố Quyết định số 12-QĐ/TU.",
            "announces",
            [("Hội nghị", "Quyết định 12-QĐ/TU")],
        ],
        [
            "Ban Tổ chức Tỉnh ủy Gia Lai đã trao Quyết định số 12-QĐ/TU.",
            "announces",
            [("Ban Tổ chức Tỉnh ủy Gia Lai", "Quyết định 12-QĐ/TU")],
        ],
        [
            "Sáng 5/7, Huyện ủy Chư Sê tổ chức hội nghị. Trước đó, Ban Tổ chức Tỉnh ủy Gia Lai đã trao Quyết định "
            "số 12-QĐ/TU.",
            "announces",
            [("Ban Tổ chức Tỉnh ủy Gia Lai", "Quyết định 12-QĐ/TU")],
        ],
        ["Ban Tổ chức Tỉnh ủy Gia Lai sẽ sớm công bố Quyết định số 12-QĐ/TU.", "announces", []],
        [
            "Sáng 5/7, Huyện ủy Chư Sê tổ chức hội nghị. Hội nghị đã thảo luận dự thảo Nghị quyết số 12-NQ/HU.",
            "discusses",
            [("Hội nghị", "Nghị quyết 12-NQ/HU")],
        ],
        ["Tháng tới, hội nghị sẽ nghe và thảo luận Nghị quyết số 12-NQ/HU.", "discusses", []],
    ],
)
def test_what_is_announced_and_what_is_discussed(text, term, expected):
    assert stated(text, term) == expected


def test_a_decision_on_one_person_is_one_however_he_is_introduced():
    text = (
        "Ban Tổ chức Trung ương công bố Quyết định của Bộ Chính trị phân công bà Lê Thị Mây, Ủy viên Ban Thường vụ, giữ "
        "chức Bí thư. Sau đó ông Nam trao Quyết định của Bộ Chính trị phân công bà Lê Thị Mây giữ chức Bí thư cho bà Mây."
    )
    assert len([one for one in extract(Article("a", text)).entities if one.kind == "Decision"]) == 1


def test_two_documents_of_one_number_and_two_years_are_two():
    text = "Chỉ thị số 35-CT/TW ngày 14/6/2024 của Bộ Chính trị thay thế Chỉ thị số 35-CT/TW ngày 30/5/2019."
    found = [one for one in extract(Article("a", text)).entities if one.kind == "Directive"]
    assert [one.values["issued"].year for one in found] == [2024, 2019]
    assert len({one.key for one in found}) == 2


def test_decisions_on_two_persons_are_two():
    text = (
        "Ban Tổ chức Tỉnh ủy công bố Quyết định của Tỉnh ủy Gia Lai điều động ông Lê Văn Nam, sau đó công bố "
        "Quyết định của Tỉnh ủy Gia Lai điều động ông Trần Văn Hòa."
    )
    assert len([one for one in extract(Article("a", text)).entities if one.kind == "Decision"]) == 2
