"""What the bodies of an article stand for: full names, short forms, one entity for one body."""

import pytest

from kg.article import Article
from kg.extraction import extract
from kg.fact import Entity


def _bodies(text: str) -> list[Entity]:
    classes = ("Party", "State", "Mass", "Armed", "Enter", "School", "Health", "Press", "Foreign", "Organ")
    return [e for e in extract(Article("a", text)).entities if e.kind.startswith(classes)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Đảng ủy, HĐND, UBND xã Ia Pếch họp bàn.",
            {"Đảng ủy xã Ia Pếch", "Hội đồng nhân dân xã Ia Pếch", "Ủy ban nhân dân xã Ia Pếch"},
        ),
        (
            "UBND tỉnh Gia Lai giao Sở Y tế lo thuốc. Tỉnh ủy đồng ý.",
            {"Ủy ban nhân dân tỉnh Gia Lai", "Sở Y tế tỉnh Gia Lai", "Tỉnh ủy Gia Lai"},
        ),
        (
            "Thành ủy TP.HCM họp. UBND TP báo cáo.",
            {"Thành ủy Thành phố Hồ Chí Minh", "Ủy ban nhân dân thành phố Hồ Chí Minh"},
        ),
        (
            "Ông Siu Hùng, Bí thư Đảng ủy, Giám đốc Sở Tư pháp tỉnh Gia Lai, dự.",
            {"Đảng ủy Sở Tư pháp tỉnh Gia Lai", "Sở Tư pháp tỉnh Gia Lai"},
        ),
        (
            "Bí thư Tỉnh ủy Kon Tum dự. Ông Siu Hùng tham gia Ban Chấp hành, Ban Thường vụ và giữ chức Bí thư Huyện ủy "
            "Chư Sê.",
            {"Tỉnh ủy Kon Tum", "Ban Chấp hành Đảng bộ huyện Chư Sê", "Ban Thường vụ Huyện ủy Chư Sê", "Huyện ủy Chư Sê"},
        ),
        (
            "Tỉnh ủy Kon Tum họp. Bà Rơ Mah Thủy thôi giữ chức Bí thư Tỉnh ủy, thôi tham gia Ban Thường vụ Tỉnh ủy Gia "
            "Lai.",
            {"Tỉnh ủy Kon Tum", "Tỉnh ủy Gia Lai", "Ban Thường vụ Tỉnh ủy Gia Lai"},
        ),
        (
            "Tỉnh ủy Kon Tum họp. Đoàn làm việc với Ban Thường vụ Tỉnh ủy và UBKT Tỉnh ủy Gia Lai.",
            {"Tỉnh ủy Kon Tum", "Ban Thường vụ Tỉnh ủy Gia Lai", "Ủy ban Kiểm tra Tỉnh ủy Gia Lai"},
        ),
        (
            "Ông Siu Hùng, Bí thư Thành ủy Pleiku; Ủy viên Ban Thường vụ, Phó Chủ tịch HĐND tỉnh Gia Lai, dự.",
            {"Thành ủy Pleiku", "Ban Thường vụ Tỉnh ủy Gia Lai", "Hội đồng nhân dân tỉnh Gia Lai"},
        ),
        (
            "Sở Y tế tỉnh Kon Tum gửi thuốc. Bà Rơ Mah Thủy về Tỉnh ủy Gia Lai. Trước đó bà là Giám đốc Sở Y tế.",
            {"Sở Y tế tỉnh Kon Tum", "Tỉnh ủy Gia Lai", "Sở Y tế tỉnh Gia Lai"},
        ),
        (
            "Ban Thường vụ Đảng ủy, Bộ Tư lệnh Quân khu 5 biểu dương.",
            {"Ban Thường vụ Đảng ủy Quân khu 5", "Bộ Tư lệnh Quân khu 5"},
        ),
        (
            "Ban Thường vụ Tỉnh ủy Gia Lai nhắc Ban Thường vụ Đảng ủy và lãnh đạo Công ty Măng Lành.",
            {"Ban Thường vụ Tỉnh ủy Gia Lai", "Ban Thường vụ Đảng ủy Công ty Măng Lành", "Công ty Măng Lành"},
        ),
        (
            "Tỉnh ủy Kon Tum chúc mừng. Bà Rơ Mah Thủy được bầu làm Bí thư Tỉnh ủy tại Đại hội Đảng bộ tỉnh Gia Lai.",
            {"Tỉnh ủy Kon Tum", "Tỉnh ủy Gia Lai", "Đảng bộ tỉnh Gia Lai"},
        ),
        ("Huyện ủy Chư Sê họp. Bí thư Tỉnh ủy dự.", {"Huyện ủy Chư Sê", "Tỉnh ủy Gia Lai"}),
        ("UBND tỉnh Gia Lai họp. Giám sát của Mặt trận Tổ quốc rất cần.", {"Ủy ban nhân dân tỉnh Gia Lai"}),
        ("Đảng ủy, chỉ huy Sư đoàn 320 động viên.", {"Đảng ủy Sư đoàn 320", "Sư đoàn 320"}),
        (
            "Hội Luật gia Việt Nam ra mắt. Ban Thường vụ Trung ương Hội cảm ơn.",
            {"Hội Luật gia Việt Nam", "Ban Thường vụ Trung ương Hội Luật gia Việt Nam"},
        ),
        (
            "Ủy ban Kiểm tra Thành ủy, Thành ủy Pleiku kết luận.",
            {"Ủy ban Kiểm tra Thành ủy Pleiku", "Thành ủy Pleiku"},
        ),
        (
            "Ông Siu Hùng, Bí thư Chi bộ, Chánh Văn phòng Sở Y tế tỉnh Gia Lai, dự.",
            {"Chi bộ Văn phòng Sở Y tế tỉnh Gia Lai", "Văn phòng Sở Y tế tỉnh Gia Lai"},
        ),
        (
            "Đảng bộ xã Ia Ly đại hội. Bí thư Đảng ủy trình bày. Ban Thường vụ Đảng ủy ra mắt.",
            {"Đảng bộ xã Ia Ly", "Đảng ủy xã Ia Ly", "Ban Thường vụ Đảng ủy xã Ia Ly"},
        ),
        (
            "Sư đoàn 320 cùng Trung đoàn 48, Trung đoàn 52 diễn tập. Đảng ủy Sư đoàn khen.",
            {"Sư đoàn 320", "Trung đoàn 48", "Trung đoàn 52", "Đảng ủy Sư đoàn 320"},
        ),
        (
            "Công an tỉnh Gia Lai khen Phòng Cảnh sát hình sự.",
            {"Công an tỉnh Gia Lai", "Phòng Cảnh sát hình sự Công an tỉnh Gia Lai"},
        ),
        (
            "Công ty Măng Lành họp. Chủ tịch Công đoàn Công ty cảm ơn. Đảng ủy Công ty khen.",
            {"Công ty Măng Lành", "Công đoàn Công ty Măng Lành", "Đảng ủy Công ty Măng Lành"},
        ),
        (
            "UBND tỉnh Kon Tum mời Bộ Chỉ huy Quân sự, Sở Ngoại vụ dự.",
            {"Ủy ban nhân dân tỉnh Kon Tum", "Bộ Chỉ huy Quân sự tỉnh Kon Tum", "Sở Ngoại vụ tỉnh Kon Tum"},
        ),
        (
            "Hội Phụ nữ Bộ CHQS tỉnh Kon Tum thi nấu ăn.",
            {"Hội Phụ nữ Bộ Chỉ huy Quân sự tỉnh Kon Tum"},
        ),
        (
            "Đảng ủy Sở Y tế tỉnh Gia Lai họp. Giám đốc Sở phát biểu.",
            {"Đảng ủy Sở Y tế tỉnh Gia Lai", "Sở Y tế tỉnh Gia Lai"},
        ),
        (
            "Công an các tỉnh Gia Lai, Đà Nẵng phối hợp.",
            {"Công an tỉnh Gia Lai", "Công an thành phố Đà Nẵng"},
        ),
        ("Tòa án nhân dân cấp cao tại Đà Nẵng xét xử.", {"Tòa án nhân dân cấp cao tại Đà Nẵng"}),
        ("Hội Luật gia tỉnh Gia Lai ra mắt. Chủ tịch Hội cảm ơn.", {"Hội Luật gia tỉnh Gia Lai"}),
        ("Quân khu 5 diễn tập. Tư lệnh Quân khu biểu dương.", {"Quân khu 5"}),
        ("Báo Gia Lai và Trường Cao đẳng Gia Lai ký kết.", {"Báo Gia Lai", "Trường Cao đẳng Gia Lai"}),
        (
            "Vụ Tuyên truyền, Ban Tuyên giáo Trung ương nêu. Vụ Tuyên truyền nhắc lại.",
            {"Vụ Tuyên truyền Ban Tuyên giáo Trung ương"},
        ),
        ("Một số quân khu, quân đoàn tham gia.", set()),
        ("Công ty TNHH Hoa Rừng góp vốn. Công ty Hoa Rừng xin thêm đất.", {"Công ty TNHH Hoa Rừng"}),
        (
            "Đảng ủy Khối các cơ quan tỉnh Gia Lai họp. Đảng bộ Khối có 40 chi bộ.",
            {"Đảng ủy Khối các cơ quan tỉnh Gia Lai", "Đảng bộ Khối các cơ quan tỉnh Gia Lai"},
        ),
        (
            "Bí thư Thành ủy, Chủ tịch HĐND TP. Vinh phát biểu. UBND thành phố tiếp thu.",
            {"Thành ủy Vinh", "Hội đồng nhân dân thành phố Vinh", "Ủy ban nhân dân thành phố Vinh"},
        ),
        ("Ông từng làm việc ở UBND xã nhiều năm.", set()),
        (
            "Ông Siu Hùng làm Phó Chủ tịch UBND. HĐND tỉnh Gia Lai họp. Nhân sự UBND tỉnh đủ.",
            {"Ủy ban nhân dân tỉnh Gia Lai", "Hội đồng nhân dân tỉnh Gia Lai"},
        ),
        (
            "Ông Siu Hùng, Đảng ủy viên, Bí thư Chi bộ, Vụ trưởng Vụ Pháp chế, Bộ Nội vụ.",
            {"Đảng ủy Bộ Nội vụ", "Chi bộ Vụ Pháp chế Bộ Nội vụ", "Vụ Pháp chế Bộ Nội vụ"},
        ),
        (
            "Ban Thường vụ Tỉnh ủy Gia Lai họp. Ban Thường vụ Đảng bộ tỉnh Gia Lai bàn.",
            {"Ban Thường vụ Tỉnh ủy Gia Lai"},
        ),
        ("Thường vụ huyện Chư Sê kiểm điểm.", {"Ban Thường vụ Huyện ủy Chư Sê"}),
        ("Tập đoàn PVN lãi lớn. PVN nộp thuế.", {"Tập đoàn Dầu khí Quốc gia Việt Nam"}),
        ("Đại sứ quán Việt Nam tại Cuba tổ chức gặp mặt.", {"Đại sứ quán Việt Nam tại Cuba"}),
        (
            "Bí thư Đảng ủy, Phó Chủ tịch kiêm Tổng Thư ký Hội Nông dân Việt Nam Siu Hùng dự.",
            {"Đảng ủy Hội Nông dân Việt Nam", "Hội Nông dân Việt Nam"},
        ),
        (
            "Ông Siu Hùng được bầu làm Chủ tịch HĐND. " + "Dân mừng. " * 50 + "HĐND tỉnh Gia Lai họp.",
            {"Hội đồng nhân dân tỉnh Gia Lai"},
        ),
        (
            "Các Sở: Nội vụ, Tài chính, Kế hoạch và Đầu tư tỉnh Gia Lai góp ý.",
            {"Sở Nội vụ tỉnh Gia Lai", "Sở Tài chính tỉnh Gia Lai", "Sở Kế hoạch và Đầu tư tỉnh Gia Lai"},
        ),
        (
            "Lãnh đạo các ban Tổ chức, Tuyên giáo, Dân vận Tỉnh ủy Gia Lai dự.",
            {f"Ban {field} Tỉnh ủy Gia Lai" for field in ("Tổ chức", "Tuyên giáo", "Dân vận")},
        ),
        (
            "Thủ tướng giao các Bộ: Công an, Nội vụ, Thanh tra Chính phủ rà soát.",
            {"Bộ Công an", "Bộ Nội vụ", "Thanh tra Chính phủ"},
        ),
        (
            "UBND các huyện: Chư Sê, Chư Pưh báo cáo UBND tỉnh Gia Lai.",
            {f"Ủy ban nhân dân {place}" for place in ("huyện Chư Sê", "huyện Chư Pưh", "tỉnh Gia Lai")},
        ),
        (
            "Phòng Y tế, Phòng Nội vụ huyện Chư Sê; Ban Chỉ huy Quân sự, Công an huyện Chư Sê.",
            {f"{body} huyện Chư Sê" for body in ("Phòng Y tế", "Phòng Nội vụ", "Ban Chỉ huy Quân sự", "Công an")},
        ),
        (
            "Trao đổi với Tuổi Trẻ, ông Siu Hùng nói về tuổi trẻ. Báo Gia Lai cũng đưa tin.",
            {"Báo Tuổi Trẻ", "Báo Gia Lai"},
        ),
        (
            "Ông Siu Hùng từng giữ chức Bí thư Đảng ủy, Chủ tịch UBND xã Ia Pếch.",
            {"Đảng ủy xã Ia Pếch", "Ủy ban nhân dân xã Ia Pếch"},
        ),
        (
            "Tổng cục Chính trị họp. Tổng cục Chính trị Công an nhân dân trả lời sau.",
            {"Tổng cục Chính trị Công an nhân dân"},
        ),
        (
            "Ông Siu Hùng, Trưởng phòng Cảnh sát giao thông Công an tỉnh Gia Lai, trả lời.",
            {"Phòng Cảnh sát giao thông Công an tỉnh Gia Lai", "Công an tỉnh Gia Lai"},
        ),
        (
            "UBND tỉnh Gia Lai và TP. Cần Thơ ký kết. Ông Siu Hùng, Bí thư Thành ủy, đón đoàn ở TP. Pleiku.",
            {"Ủy ban nhân dân tỉnh Gia Lai", "Thành ủy Pleiku"},
        ),
        (
            "Ông Siu Hùng, Trưởng phòng Tham mưu, Công an tỉnh Gia Lai, trả lời.",
            {"Phòng Tham mưu Công an tỉnh Gia Lai", "Công an tỉnh Gia Lai"},
        ),
        ("Trưởng công an xã Hồ Văn Tuấn khai nhận.", set()),
        ("Chị Siu Lan, Bí thư Đoàn xã Ia Pếch, vận động.", {"Đoàn xã Ia Pếch"}),
        ("Trưởng ban kiểm phiếu Siu Hùng đọc kết quả.", {"Ban Kiểm phiếu"}),
        ("Bộ trưởng Công an Rơ Mah Thủy trả lời.", {"Bộ Công an"}),
        (
            "Ông Siu Hùng được chỉ định tham gia Ban Chấp hành Đảng bộ, Ban Thường vụ Thành ủy TP.HCM.",
            {"Ban Chấp hành Đảng bộ thành phố Hồ Chí Minh", "Ban Thường vụ Thành ủy Thành phố Hồ Chí Minh"},
        ),
        (
            "Huyện ủy Chư Sê họp. Ông Siu Hùng, Bí thư Chi bộ, Trưởng thôn Tao Kó, nêu ý kiến.",
            {"Huyện ủy Chư Sê"},
        ),
        (
            "Ông Nam chúc mừng Đảng bộ, chính quyền và nhân dân các dân tộc huyện Chư Sê.",
            {"Đảng bộ huyện Chư Sê"},
        ),
        ("Ông Nam chúc mừng Đảng bộ, chính quyền và nhân dân nơi đây.", set()),
        (
            "Đảng đoàn, Ban Thường vụ Trung ương Hội Nông dân Việt Nam họp.",
            {"Đảng đoàn Trung ương Hội Nông dân Việt Nam", "Ban Thường vụ Trung ương Hội Nông dân Việt Nam"},
        ),
    ],
)
def test_full_names(text: str, names: set[str]) -> None:
    assert {e.label for e in _bodies(text)} == names


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tỉnh ủy Gia Lai họp.", "PartyCommittee"),
        ("Ban Dân vận Tỉnh ủy Gia Lai họp.", "PartyBody"),
        ("Sở Nội vụ tỉnh Gia Lai họp.", "StateBody"),
        ("Hội Nông dân huyện Chư Sê họp.", "MassOrganization"),
        ("Công an tỉnh Gia Lai họp.", "ArmedForce"),
        ("Công ty TNHH Măng Lành họp.", "Enterprise"),
        ("Trường THPT Đinh Núp họp.", "School"),
        ("Bệnh viện Y Ngông họp.", "HealthFacility"),
        ("Báo Nhân Dân họp.", "Press"),
        ("Chính phủ Lào họp.", "ForeignBody"),
        ("Văn phòng Tỉnh ủy Gia Lai họp.", "PartyBody"),
        ("Hội đồng quản trị Công ty cổ phần Cao su Măng Lành họp.", "Enterprise"),
        ("Phó Thủ tướng Thường trực Chính phủ đến thăm.", "StateBody"),
        ("Ban Chấp hành Đảng bộ Sở Tư pháp tỉnh Gia Lai họp.", "PartyCommittee"),
        ("Ban Pháp chế HĐND tỉnh Gia Lai họp.", "StateBody"),
        ("Ban Tổ chức Công đoàn ngành Giáo dục tỉnh Gia Lai họp.", "MassOrganization"),
        ("Phòng Cảnh sát cơ động Công an tỉnh Gia Lai diễn tập.", "ArmedForce"),
    ],
)
def test_class(text: str, kind: str) -> None:
    assert [e.kind for e in _bodies(text)] == [kind]


def test_place_in_brackets_gives_no_home() -> None:
    text = "Công an tỉnh Gia Lai bắt hai người (quê Tiền Giang). Công an tỉnh khen dân làng."
    assert [e.label for e in _bodies(text)] == ["Công an tỉnh Gia Lai"]


def test_parent_is_stated_where_the_article_names_it() -> None:
    facts = extract(Article("a", "Tỉnh ủy Gia Lai giao Ban Dân vận Tỉnh ủy Gia Lai.")).facts
    above = [f for f in facts if f.term == "subOrganizationOf"]
    assert [(f.roles["subject"].label, f.roles["object"].label) for f in above] == [  # type: ignore[union-attr]
        ("Ban Dân vận Tỉnh ủy Gia Lai", "Tỉnh ủy Gia Lai")
    ]


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("UBND tỉnh Gia Lai họp. Bí thư Huyện ủy Chư Sê dự.", "tỉnh gia lai"),
        ("UBND tỉnh Gia Lai họp. Bí thư Huyện ủy Đắk Hà dự.", "tỉnh kon tum"),
        ("UBND tỉnh Gia Lai gửi UBND tỉnh Kon Tum. UBND tỉnh Gia Lai họp. Đảng ủy xã Đắk Mar dự.", "tỉnh kon tum"),
    ],
)
def test_smaller_territory_is_in_the_province_that_has_it(text: str, province: str) -> None:
    facts = [f for f in extract(Article("a", text)).facts if f.term == "territory"]
    assert facts[-1].roles["object"].key[-1] == province  # type: ignore[union-attr]
