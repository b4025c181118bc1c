"""Who holds which office, beside a name and in what sentences tell."""

from datetime import date

import pytest

from kg.article import Article
from kg.checking import line
from kg.extraction import extract


def _held(text: str, published: date | None = None) -> set[str]:
    return {line(fact) for fact in extract(Article("a", text, date=published)).facts if fact.term == "Membership"}


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        (
            "HĐND tỉnh miễn nhiệm Chủ tịch UBND tỉnh Gia Lai, khóa X, đối với ông Lê Văn Bình; miễn nhiệm chức danh "
            "Chủ tịch HĐND tỉnh đối với bà Ksor H'Lan.",
            {
                "Lê Văn Bình | nguyên | Chủ tịch | Ủy ban nhân dân tỉnh Gia Lai",
                "Ksor H'Lan | nguyên | Chủ tịch | Hội đồng nhân dân tỉnh Gia Lai",
            },
        ),
        (
            "Đoàn gồm ông Siu Hùng - Bí thư Tỉnh ủy Gia Lai, bà Ksor H'Lan - Chủ tịch UBND tỉnh Gia Lai.",
            {"Siu Hùng | Bí thư | Tỉnh ủy Gia Lai", "Ksor H'Lan | Chủ tịch | Ủy ban nhân dân tỉnh Gia Lai"},
        ),
        (
            "Bà Ksor H'Lan, con gái ông Siu Hùng, được bổ nhiệm làm Giám đốc Sở Nội vụ tỉnh Gia Lai.",
            {"Ksor H'Lan | Giám đốc | Sở Nội vụ tỉnh Gia Lai"},
        ),
        (
            "Bà Ksor H'Lan thôi giữ chức Bí thư Đảng đoàn, Chủ tịch Hội Nông dân Việt Nam. Bà từng là Phó Bí thư Tỉnh "
            "đoàn Gia Lai, rồi Bí thư Huyện ủy Chư Sê (Gia Lai), Phó Chủ tịch UBND tỉnh Gia Lai.",
            {
                "Ksor H'Lan | nguyên | Bí thư | Đảng đoàn Hội Nông dân Việt Nam",
                "Ksor H'Lan | nguyên | Chủ tịch | Hội Nông dân Việt Nam",
                "Ksor H'Lan | nguyên | Phó Bí thư | Tỉnh đoàn Gia Lai",
                "Ksor H'Lan | nguyên | Bí thư | Huyện ủy Chư Sê",
                "Ksor H'Lan | nguyên | Phó Chủ tịch | Ủy ban nhân dân tỉnh Gia Lai",
            },
        ),
        (
            "Ông Siu Hùng, Bí thư kiêm Chủ tịch UBND thị xã An Khê, dự. Sau khi bị cách chức Chủ tịch UBND xã Ia Dom, "
            "ông Rah Lan Nhâm xin nghỉ.",
            {
                "Siu Hùng | Bí thư | thị xã An Khê",
                "Siu Hùng | Chủ tịch | Ủy ban nhân dân thị xã An Khê",
                "Rah Lan Nhâm | nguyên | Chủ tịch | Ủy ban nhân dân xã Ia Dom",
            },
        ),
        ("Theo Chủ tịch HĐND tỉnh Gia Lai, ông Siu Hùng đã nhận kỷ luật.", set()),
        (
            "Theo Chủ tịch HĐND tỉnh Gia Lai, ông Siu Hùng, kỳ họp sẽ khai mạc sớm.",
            {"Siu Hùng | Chủ tịch | Hội đồng nhân dân tỉnh Gia Lai"},
        ),
        (
            'Bà Lê Thị Mai, Phó Bí thư Đảng ủy xã Ia Dom cho biết: "Đồng chí Đức là Bí thư Đoàn xã rất năng nổ".',
            {"Lê Thị Mai | Phó Bí thư | Đảng ủy xã Ia Dom"},
        ),
        ("Trường Đại học Ia Ly không thể bổ nhiệm ông Siu Hùng làm hiệu trưởng.", set()),
        (
            "Theo Quyết định số 15/QĐ-BYT ngày 2/6/2023 của Bộ trưởng Bộ Y tế, ông Siu Hùng - Giám đốc Bệnh viện "
            "Pleiku được khen thưởng.",
            {"Siu Hùng | Giám đốc | Bệnh viện Pleiku"},
        ),
        (
            "Cùng dự có bà Ksor H'Lan, Chủ tịch UBND tỉnh Gia Lai, Thứ trưởng của các bộ: Y tế, Tư pháp.",
            {"Ksor H'Lan | Chủ tịch | Ủy ban nhân dân tỉnh Gia Lai"},
        ),
        (
            "Phó Chủ tịch Thường trực HĐND tỉnh Gia Lai Rah Lan Hùng dự.",
            {"Rah Lan Hùng | Phó Chủ tịch Thường trực | Hội đồng nhân dân tỉnh Gia Lai"},
        ),
        (
            "Ông Rah Lan Hùng, Ủy viên Bộ Chính trị, nguyên Bí thư Tỉnh ủy Gia Lai dự.",
            {"Rah Lan Hùng | Ủy viên | Bộ Chính trị", "Rah Lan Hùng | nguyên | Bí thư | Tỉnh ủy Gia Lai"},
        ),
        (
            "Phó Bí thư Tỉnh ủy Gia Lai và đại tá Lê Văn Bình, Giám đốc Công an tỉnh Gia Lai dự.",
            {"Lê Văn Bình | Giám đốc | Công an tỉnh Gia Lai"},
        ),
        (
            "Trợ lý Tổng Bí thư Lê Văn Bình có mặt.",
            {"Lê Văn Bình | Tổng Bí thư"},
        ),
        (
            "Thừa ủy quyền của Thủ tướng Chính phủ, Giám đốc Sở Nội vụ tỉnh Gia Lai Lê Văn Bình trao quyết định.",
            {"Lê Văn Bình | Giám đốc | Sở Nội vụ tỉnh Gia Lai"},
        ),
        (
            "Ông Lê Văn Bình được bổ nhiệm giữ chức vụ Phó Giám đốc Sở Nội vụ tỉnh Gia Lai.",
            {"Lê Văn Bình | Phó Giám đốc | Sở Nội vụ tỉnh Gia Lai"},
        ),
        (
            "Ông Lê Văn Bình quê ở Chư Sê. Ông từng là Bí thư Huyện ủy Chư Sê; Chủ tịch UBND huyện Đức Cơ.",
            {
                "Lê Văn Bình | nguyên | Bí thư | Huyện ủy Chư Sê",
                "Lê Văn Bình | nguyên | Chủ tịch | Ủy ban nhân dân huyện Đức Cơ",
            },
        ),
        (
            "Chủ tịch UBND tỉnh Gia Lai Lê Văn Bình dự. Chủ tịch Lê Văn Bình phát biểu.",
            {"Lê Văn Bình | Chủ tịch | Ủy ban nhân dân tỉnh Gia Lai"},
        ),
        (
            "Bà Lê Thị Mai trao quyết định giữ chức Bí thư Huyện ủy Chư Sê cho ông Lê Văn Bình.",
            set(),
        ),
        ("Ông Lê Văn Bình là người đứng đầu.", set()),
        # Lists of persons with offices behind their names, and offices that others take up
        (
            "Dự lễ có ông Lê Văn Bình, Phó Bí thư Tỉnh ủy Gia Lai, Chủ tịch HĐND tỉnh Gia Lai, ông Siu Hùng, Bí thư Huyện "
            "ủy Chư Sê.",
            {
                "Lê Văn Bình | Phó Bí thư | Tỉnh ủy Gia Lai",
                "Lê Văn Bình | Chủ tịch | Hội đồng nhân dân tỉnh Gia Lai",
                "Siu Hùng | Bí thư | Huyện ủy Chư Sê",
            },
        ),
        (
            "Bà Ksor H'Lan được điều động làm Giám đốc Sở Y tế tỉnh Gia Lai, ông Lê Văn Bình ở lại.",
            {"Ksor H'Lan | Giám đốc | Sở Y tế tỉnh Gia Lai"},
        ),
        (
            "Sau 2 năm về làm Bí thư Huyện ủy Chư Sê, ông Lê Văn Bình nghỉ. Từng giữ chức Giám đốc Sở Y tế tỉnh Gia Lai, "
            "bà Ksor H'Lan hiểu ngành.",
            {
                "Lê Văn Bình | nguyên | Bí thư | Huyện ủy Chư Sê",
                "Ksor H'Lan | nguyên | Giám đốc | Sở Y tế tỉnh Gia Lai",
            },
        ),
        ("Ông Lê Văn Bình bị thu hồi quyết định bổ nhiệm làm Giám đốc Sở Y tế tỉnh Gia Lai.", set()),
        (
            "Ông Lê Văn Bình, nguyên Phó Chủ tịch UBND huyện Chư Sê, hiện là Bí thư Huyện ủy Chư Sê, dự.",
            {
                "Lê Văn Bình | nguyên | Phó Chủ tịch | Ủy ban nhân dân huyện Chư Sê",
                "Lê Văn Bình | Bí thư | Huyện ủy Chư Sê",
            },
        ),
        ("Nhắn nhủ với hai tân Phó Chủ tịch UBND tỉnh Gia Lai, ông Lê Văn Bình mong họ nỗ lực.", set()),
        (
            "Ông Lê Văn Bình (SN 1962) trước đây là Chỉ huy trưởng Ban Chỉ huy Quân sự huyện Chư Sê.",
            {"Lê Văn Bình | nguyên | Chỉ huy trưởng | Ban Chỉ huy Quân sự huyện Chư Sê"},
        ),
        # Removals that are only proposed; proposals that came about
        ("Huyện ủy đề nghị UBND tỉnh cách chức Chủ tịch UBND xã Ia Ly đối với ông Lê Văn Bình.", set()),
        (
            "Được giới thiệu và được bầu, ông Lê Văn Bình giữ chức Bí thư Huyện ủy Chư Sê.",
            {"Lê Văn Bình | Bí thư | Huyện ủy Chư Sê"},
        ),
        # A school without the word
        (
            "Bà Ksor H'Lan, Phó Hiệu trưởng THPT Lê Lợi, và ông Lê Văn Bình, Hiệu trưởng THCS xã Ia Ly, dự.",
            {"Ksor H'Lan | Phó Hiệu trưởng | Trường THPT Lê Lợi", "Lê Văn Bình | Hiệu trưởng | Trường THCS xã Ia Ly"},
        ),
        # Terms between offices, and what is told of an election
        (
            "Ông Lê Văn Bình, nguyên Bí thư Tỉnh ủy Gia Lai nhiệm kỳ 2010-2015, Chủ tịch HĐND tỉnh Gia Lai, có vi phạm.",
            {
                "Lê Văn Bình | nguyên | Bí thư | Tỉnh ủy Gia Lai",
                "Lê Văn Bình | nguyên | Chủ tịch | Hội đồng nhân dân tỉnh Gia Lai",
            },
        ),
        (
            "Khi là Bí thư Huyện ủy Chư Sê nhiệm kỳ 2004-2009, ông Lê Văn Bình có vi phạm.",
            {"Lê Văn Bình | nguyên | Bí thư | Huyện ủy Chư Sê"},
        ),
        ("Trong đợt bầu cử đại biểu HĐND tỉnh Gia Lai nhiệm kỳ 2016-2021, ông Lê Văn Bình thất cử.", set()),
        (
            "Ông Lê Văn Bình – Bí thư Huyện đoàn Chư Sê nhiệm kỳ 2017 – 2022, ông Siu Hùng – Bí thư Huyện ủy Chư Sê dự.",
            {"Lê Văn Bình | Bí thư | Huyện đoàn Chư Sê", "Siu Hùng | Bí thư | Huyện ủy Chư Sê"},
        ),
        # Lists of offices with counts of terms
        (
            "Ông Lê Văn Bình quê ở Chư Sê. Ông là Ủy viên Bộ Chính trị 3 khóa (X, XI, XII); tham gia Thường trực Bộ Chính "
            "trị khóa X; Chủ tịch Quốc hội 2 khóa.",
            {"Lê Văn Bình | Ủy viên | Bộ Chính trị", "Lê Văn Bình | Chủ tịch | Quốc hội"},
        ),
        # Who has another's word to carry out is somebody else; the Party's and the State's office are one person's
        (
            "Theo chỉ đạo của Phó Bí thư Tỉnh ủy Gia Lai, Chủ tịch UBND tỉnh Gia Lai Lê Văn Bình, tỉnh thu hồi đất.",
            {
                "Lê Văn Bình | Phó Bí thư | Tỉnh ủy Gia Lai",
                "Lê Văn Bình | Chủ tịch | Ủy ban nhân dân tỉnh Gia Lai",
            },
        ),
        # The committee of a place that heads an office, where the article names it, and only then
        (
            "UBND tỉnh Gia Lai họp sáng nay. Chủ tịch tỉnh Lê Văn Bình và Chủ tịch Gia Lai Ksor H'Lan dự. Bí thư Gia Lai "
            "Siu Hùng vắng mặt.",
            {
                "Lê Văn Bình | Chủ tịch | Ủy ban nhân dân tỉnh Gia Lai",
                "Ksor H'Lan | Chủ tịch | Ủy ban nhân dân tỉnh Gia Lai",
                "Siu Hùng | Bí thư | tỉnh Gia Lai",
            },
        ),
        (
            "Tỉnh ủy Gia Lai họp. Phó Bí thư, Chủ tịch UBND tỉnh Gia Lai Lê Văn Bình dự.",
            {"Lê Văn Bình | Phó Bí thư | Tỉnh ủy Gia Lai", "Lê Văn Bình | Chủ tịch | Ủy ban nhân dân tỉnh Gia Lai"},
        ),
        # Two titles in one body; whose offices are counted; a body that is none in particular keeps its words
        (
            "Ông Lê Văn Bình, Phó Chủ tịch, Tổng Thư ký Hội Luật gia Việt Nam, dự.",
            {"Lê Văn Bình | Phó Chủ tịch | Hội Luật gia Việt Nam", "Lê Văn Bình | Tổng Thư ký | Hội Luật gia Việt Nam"},
        ),
        (
            "Bộ Công an hiện có 2 Thứ trưởng gồm ông Lê Văn Bình và ông Siu Hùng.",
            {"Lê Văn Bình | Thứ trưởng | Bộ Công an", "Siu Hùng | Thứ trưởng | Bộ Công an"},
        ),
        ("Ông Lê Văn Bình, Bí thư Đảng ủy, dự.", {"Lê Văn Bình | Bí thư Đảng ủy"}),
        (
            "Trong thời gian giữ các cương vị Phó Chủ tịch UBND tỉnh Gia Lai, Bí thư Huyện ủy Chư Sê, bà Ksor H'Lan có "
            "vi phạm. Ông Lê Văn Bình, khi đó là Giám đốc Sở Nội vụ tỉnh Gia Lai, ký văn bản.",
            {
                "Ksor H'Lan | nguyên | Phó Chủ tịch | Ủy ban nhân dân tỉnh Gia Lai",
                "Ksor H'Lan | nguyên | Bí thư | Huyện ủy Chư Sê",
                "Lê Văn Bình | nguyên | Giám đốc | Sở Nội vụ tỉnh Gia Lai",
            },
        ),
        (
            "Ông Lê Văn Bình, Trợ lý Bộ trưởng Bộ Công an, dự.",
            {"Lê Văn Bình | Trợ lý Bộ trưởng | Bộ Công an"},
        ),
        (
            "Thứ trưởng Bộ Ngoại giao Việt Nam Lê Văn Bình tiếp Bộ trưởng Ngoại giao Trung Quốc Vương Nghị.",
            {"Lê Văn Bình | Thứ trưởng | Bộ Ngoại giao", "Vương Nghị | Bộ trưởng Ngoại giao | nước Trung Quốc"},
        ),
        (
            "Bí thư huyện Chư Sê Ksor H'Lan tiếp Phó Chủ tịch nước Lào Siu Hùng. Ông Lê Văn Bình, nguyên Phó Chủ tịch "
            "quận 1, dự.",
            {
                "Ksor H'Lan | Bí thư | huyện Chư Sê",
                "Siu Hùng | Phó Chủ tịch nước | nước Lào",
                "Lê Văn Bình | nguyên | Phó Chủ tịch | quận 1",
            },
        ),
        (
            "Ông Siu Hùng làm Phó Chủ tịch quận 1 từ năm 2021. Ông Siu Hùng, Phó Chủ tịch UBND quận 1, là kỹ sư.",
            {"Siu Hùng | Phó Chủ tịch | Ủy ban nhân dân quận 1"},
        ),
        (
            "Quan hệ ấy được Chủ tịch Hồ Chí Minh và Chủ tịch Cuba Fidel Castro vun đắp. Ông Siu Hùng, ĐBQH TP.HCM, dự.",
            {"Fidel Castro | Chủ tịch | nước Cuba", "Siu Hùng | Đại biểu | Quốc hội"},
        ),
        (
            "Chủ tịch UBND tỉnh Gia Lai Siu Hùng và hai Phó Chủ tịch là ông Lê Văn Bình, bà Ksor H'Lan cùng dự.",
            {f"{who} | Ủy ban nhân dân tỉnh Gia Lai" for who in (
                "Siu Hùng | Chủ tịch", "Lê Văn Bình | Phó Chủ tịch", "Ksor H'Lan | Phó Chủ tịch")},
        ),
        (
            "Đại tá Siu Hùng, Giám đốc và đại tá Lê Văn Bình, Phó Giám đốc Công an tỉnh Gia Lai, dự.",
            {"Siu Hùng | Giám đốc | Công an tỉnh Gia Lai", "Lê Văn Bình | Phó Giám đốc | Công an tỉnh Gia Lai"},
        ),
        (
            "Dự có ông Siu Hùng, Phó Chủ tịch Hội Nông dân tỉnh Gia Lai, ông Lê Văn Bình, Chủ tịch Mặt trận, và ông "
            "Rah Lan Nhâm, nguyên Phó Chủ tịch tỉnh.",
            {
                "Siu Hùng | Phó Chủ tịch | Hội Nông dân tỉnh Gia Lai",
                "Lê Văn Bình | Chủ tịch",
                "Rah Lan Nhâm | nguyên | Phó Chủ tịch | tỉnh Gia Lai",
            },
        ),
        (
            "Kỳ họp phê chuẩn kết quả miễn nhiệm đối với ông Siu Hùng, Chủ tịch UBND tỉnh Gia Lai. Sinh thời, Chủ tịch "
            "UBND xã Ia Dom Lê Văn Bình rất giản dị. Ông Rah Lan Nhâm (Bí thư Thành ủy Pleiku, Chủ tịch HĐND) dự.",
            {
                "Siu Hùng | nguyên | Chủ tịch | Ủy ban nhân dân tỉnh Gia Lai",
                "Lê Văn Bình | nguyên | Chủ tịch | Ủy ban nhân dân xã Ia Dom",
                "Rah Lan Nhâm | Bí thư | Thành ủy Pleiku",
                "Rah Lan Nhâm | Chủ tịch | Hội đồng nhân dân thành phố Pleiku",
            },
        ),
        (
            "HĐND tỉnh miễn nhiệm ông Siu Hùng, Giám đốc Sở Nội vụ tỉnh Gia Lai, khỏi chức danh Ủy viên UBND tỉnh.",
            {"Siu Hùng | Giám đốc | Sở Nội vụ tỉnh Gia Lai"},
        ),
        (
            "Về phía Tập đoàn Ia Ly có ông Siu Hùng - Tổng Giám đốc; ông Lê Văn Bình - Phó Tổng Giám đốc; bà Ksor "
            "H'Lan - Kế toán trưởng.",
            {
                "Siu Hùng | Tổng Giám đốc | Tập đoàn Ia Ly",
                "Lê Văn Bình | Phó Tổng Giám đốc | Tập đoàn Ia Ly",
                "Ksor H'Lan | Kế toán trưởng | Tập đoàn Ia Ly",
            },
        ),
        ("Quốc hội thảo luận. Đại biểu Siu Hùng (Gia Lai) đồng tình.", {"Siu Hùng | Đại biểu | Quốc hội"}),
        ("Đại biểu Siu Hùng trình bày tham luận tại đại hội.", set()),
        (
            "Bí thư Long Biên Siu Văn Hùng dự. Bí thư Hoàng Mai Lê Văn Bình cùng Bí thư Nguyễn Văn An nói.",
            {
                "Siu Văn Hùng | Bí thư | quận Long Biên",
                "Lê Văn Bình | Bí thư | quận Hoàng Mai",
                "Nguyễn Văn An | Bí thư",
            },
        ),
        (
            "Ông Siu Hùng tái đắc cử Bí thư Tỉnh ủy Gia Lai. Hai phó bí thư gồm ông Lê Văn Bình và bà Ksor H'Lan.",
            {
                "Siu Hùng | Bí thư | Tỉnh ủy Gia Lai",
                "Lê Văn Bình | Phó Bí thư | Tỉnh ủy Gia Lai",
                "Ksor H'Lan | Phó Bí thư | Tỉnh ủy Gia Lai",
            },
        ),
        (
            "Đại tá Siu Hùng, Phó Giám đốc, Thủ trưởng Cơ quan Cảnh sát điều tra Công an tỉnh Gia Lai, dự.",
            {
                "Siu Hùng | Phó Giám đốc | Công an tỉnh Gia Lai",
                "Siu Hùng | Thủ trưởng | Cơ quan Cảnh sát điều tra Công an tỉnh Gia Lai",
            },
        ),
        (
            "Ông Siu Hùng được bầu làm Phó Chủ tịch UBND tỉnh Gia Lai. Một năm sau, ông làm Phó Chủ tịch thường trực. "
            "HĐND tỉnh Gia Lai có Chủ tịch là bà Ksor H'Lan và Phó Chủ tịch là ông Lê Văn Bình.",
            {
                "Siu Hùng | Phó Chủ tịch | Ủy ban nhân dân tỉnh Gia Lai",
                "Siu Hùng | Phó Chủ tịch Thường trực | Ủy ban nhân dân tỉnh Gia Lai",
                "Ksor H'Lan | Chủ tịch | Hội đồng nhân dân tỉnh Gia Lai",
                "Lê Văn Bình | Phó Chủ tịch | Hội đồng nhân dân tỉnh Gia Lai",
            },
        ),
        (
            'Ông Siu Hùng: "Làm chủ tịch không dễ". Ông Lê Văn Bình nêu nguyện vọng làm Chánh Thanh tra huyện Chư Sê. '
            "Ông Rah Lan Nhâm, ủy viên ban cán sự đảng, Phó Chủ tịch UBND tỉnh Gia Lai, dự.",
            {
                "Rah Lan Nhâm | Ủy viên | Ban Cán sự đảng Ủy ban nhân dân tỉnh Gia Lai",
                "Rah Lan Nhâm | Phó Chủ tịch | Ủy ban nhân dân tỉnh Gia Lai",
            },
        ),
        (
            "Bí thư Tỉnh ủy Gia Lai Siu Hùng chủ trì. Phó Bí thư Lê Văn Bình phát biểu. Kỳ họp miễn nhiệm Phó Chủ tịch "
            "UBND tỉnh Gia Lai với ông Rah Lan Nhâm.",
            {
                "Siu Hùng | Bí thư | Tỉnh ủy Gia Lai",
                "Lê Văn Bình | Phó Bí thư | Tỉnh ủy Gia Lai",
                "Rah Lan Nhâm | nguyên | Phó Chủ tịch | Ủy ban nhân dân tỉnh Gia Lai",
            },
        ),
        (
            "Trước khi giữ chức Bí thư Tỉnh ủy Gia Lai, đồng chí Siu Hùng công tác ở Chư Sê. Ông Lê Văn Bình hứa làm "
            "cầu nếu trở thành đại biểu HĐND tỉnh Gia Lai. Bà Ksor H'Lan thời kỳ làm Giám đốc Sở Nội vụ tỉnh Gia Lai đã "
            "ký văn bản.",
            {
                "Siu Hùng | Bí thư | Tỉnh ủy Gia Lai",
                "Ksor H'Lan | nguyên | Giám đốc | Sở Nội vụ tỉnh Gia Lai",
            },
        ),
        (
            "Bộ trưởng Bộ Nội vụ Siu Hùng và Thứ trưởng Lê Văn Bình cùng dự.",
            {"Siu Hùng | Bộ trưởng | Bộ Nội vụ", "Lê Văn Bình | Thứ trưởng | Bộ Nội vụ"},
        ),
        (
            "Bổ nhiệm Đại tá Siu Hùng, Trợ lý Ủy viên Bộ Chính trị, Bộ trưởng Bộ Công an, giữ chức vụ Trợ lý Tổng Bí thư.",
            {"Siu Hùng | Trợ lý Ủy viên | Bộ Chính trị", "Siu Hùng | Trợ lý Tổng Bí thư"},
        ),
        (
            "Ông Siu Hùng, tỉnh ủy viên, bí thư đảng ủy, giám đốc trung tâm Phát triển quỹ đất tỉnh Gia Lai, dự.",
            {
                "Siu Hùng | Ủy viên | Tỉnh ủy Gia Lai",
                "Siu Hùng | Bí thư | Đảng ủy Trung tâm Phát triển quỹ đất tỉnh Gia Lai",
                "Siu Hùng | Giám đốc | Trung tâm Phát triển quỹ đất tỉnh Gia Lai",
            },
        ),
        (
            "Dự có Chủ tịch UBND huyện Chư Sê Lê Văn Bình, Phó Chủ tịch phụ trách văn hóa Siu Hùng.",
            {
                "Lê Văn Bình | Chủ tịch | Ủy ban nhân dân huyện Chư Sê",
                "Siu Hùng | Phó Chủ tịch | Ủy ban nhân dân huyện Chư Sê",
            },
        ),
        (
            "Ông Lê Văn Bình làm Phó chủ tịch phụ trách mảng đô thị của UBND huyện Chư Sê.",
            {"Lê Văn Bình | Phó Chủ tịch | Ủy ban nhân dân huyện Chư Sê"},
        ),
        (
            "Ông Lê Văn Bình (con trai ông Lê Văn Sơn) được bầu giữ chức Bí thư Huyện ủy Chư Sê.",
            {"Lê Văn Bình | Bí thư | Huyện ủy Chư Sê"},
        ),
        (
            "Bà Ksor H'Lan quê ở Chư Sê. Năm 2010, bà giữ chức Phó Giám đốc, Giám đốc Sở Nội vụ tỉnh Gia Lai.",
            {
                "Ksor H'Lan | Phó Giám đốc | Sở Nội vụ tỉnh Gia Lai",
                "Ksor H'Lan | Giám đốc | Sở Nội vụ tỉnh Gia Lai",
            },
        ),
        (
            "Trước khi được điều động về Gia Lai, ông Lê Văn Bình là Giám đốc Sở Nội vụ tỉnh Kon Tum.",
            {"Lê Văn Bình | nguyên | Giám đốc | Sở Nội vụ tỉnh Kon Tum"},
        ),
        (
            "Trước khi vào họp, ông Lê Văn Bình, Giám đốc Sở Nội vụ tỉnh Kon Tum, gặp báo chí.",
            {"Lê Văn Bình | Giám đốc | Sở Nội vụ tỉnh Kon Tum"},
        ),
        ("Đại biểu Quốc hội tỉnh Gia Lai Lê Văn Bình phát biểu.", {"Lê Văn Bình | Đại biểu | Quốc hội"}),
        ("Đại biểu Quốc hội đoàn Gia Lai Lê Văn Bình phát biểu.", {"Lê Văn Bình | Đại biểu | Quốc hội"}),
        (
            "Ông Lê Văn Bình, Phó Tổng giám đốc, Kế toán trưởng Công ty cổ phần Hoa Sơn, dự.",
            {
                "Lê Văn Bình | Phó Tổng Giám đốc | Công ty cổ phần Hoa Sơn",
                "Lê Văn Bình | Kế toán trưởng | Công ty cổ phần Hoa Sơn",
            },
        ),
        ("Ông Lê Văn Bình, Tổng giám đốc Hoasontravel, đề nghị.", {"Lê Văn Bình | Tổng Giám đốc | Hoasontravel"}),
        ("Tổng giám đốc HSC Lê Văn Bình nói.", {"Lê Văn Bình | Tổng Giám đốc | HSC"}),
        ("Tổng giám đốc Roberto Rossi nói.", {"Roberto Rossi | Tổng Giám đốc"}),
        ("Được giới thiệu ứng cử đại biểu Quốc hội, ông Lê Văn Bình hứa sẽ gần dân.", set()),
        (
            "Chủ tịch Ủy ban TƯ MTTQ VN Lê Văn Bình dự.",
            {"Lê Văn Bình | Chủ tịch | Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"},
        ),
    ],
)
def test_offices(text, offices):
    assert _held(text) == offices


def test_an_office_of_years_ago_is_a_former_one():
    text = "Năm 2010, ông Lê Văn Bình giữ chức Bí thư Huyện ủy Chư Sê."
    assert _held(text, date(2022, 5, 1)) == {"Lê Văn Bình | nguyên | Bí thư | Huyện ủy Chư Sê"}
    assert _held(text, date(2010, 5, 1)) == {"Lê Văn Bình | Bí thư | Huyện ủy Chư Sê"}
