"""Names of bodies: where they begin and end, and which words are none."""

import time

import pytest

from kg.article import Article
from kg.recognition.recognition import recognize


def _printed(text: str) -> list[str]:
    return [text[m.start : m.end] for m in recognize(Article("a", text)).of("body")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Đảng ủy, HĐND, UBND xã Ia Pếch họp bàn.", ["Đảng ủy", "HĐND", "UBND xã Ia Pếch"]),
        ("Phó Trưởng ban Thường trực Ban Tuyên giáo Tỉnh ủy Gia Lai.", ["Ban Tuyên giáo Tỉnh ủy Gia Lai"]),
        ("Bộ Lao động-Thương binh và Xã hội đề nghị.", ["Bộ Lao động-Thương binh và Xã hội"]),
        ("Ban Thi đua - Khen thưởng Trung ương thẩm định.", ["Ban Thi đua - Khen thưởng Trung ương"]),
        ("Sở Tư pháp tỉnh Kon Tum trả lời.", ["Sở Tư pháp tỉnh Kon Tum"]),
        ("Chủ tịch UBND TP. HCM Y Thắm Niê phát biểu.", ["UBND TP. HCM"]),
        ("Cục Tổ chức cán bộ, Bộ Công an công bố.", ["Cục Tổ chức cán bộ, Bộ Công an"]),
        ("Ban Chấp hành Đảng bộ tỉnh, Ban Thường vụ Tỉnh ủy.", ["Ban Chấp hành Đảng bộ tỉnh", "Ban Thường vụ Tỉnh ủy"]),
        ("Ban Cán sự Đảng UBND tỉnh Phú Yên nhận lỗi.", ["Ban Cán sự Đảng UBND tỉnh Phú Yên"]),
        ("Công an các huyện Chư Sê, Chư Păh giúp dân.", ["Công an các huyện Chư Sê", "Chư Păh"]),
        ("các Tỉnh đoàn Gia Lai, Kon Tum và Đắk Lắk.", ["Tỉnh đoàn Gia Lai", "Kon Tum", "Đắk Lắk"]),
        ("Thủ tướng Chính phủ Lào thăm Gia Lai.", ["Chính phủ Lào"]),
        ("Bộ Ngoại giao Nhật Bản cho biết.", ["Bộ Ngoại giao Nhật Bản"]),
        ("Bộ Tư pháp Cộng hòa dân chủ nhân dân Lào trả lời.", ["Bộ Tư pháp Cộng hòa dân chủ nhân dân Lào"]),
        ("Ông được Đảng, Nhà nước tặng Huân chương Độc lập.", ["Đảng", "Nhà nước"]),
        (
            "Trưởng đoàn đại biểu Quốc hội khóa XV đơn vị tỉnh Gia Lai.",
            ["đoàn đại biểu Quốc hội khóa XV đơn vị tỉnh Gia Lai"],
        ),
        ("Tòa án quân sự Quân khu 5 xét xử.", ["Tòa án quân sự Quân khu 5"]),
        ("Ban Quản lý Khu kinh tế mở Ia Grai họp.", ["Ban Quản lý Khu kinh tế mở Ia Grai"]),
        ("Ban Quản lý đường sắt đô thị TP kiến nghị.", ["Ban Quản lý đường sắt đô thị TP"]),
        ("Ban Chỉ đạo xây dựng Đề án họp phiên đầu.", ["Ban Chỉ đạo xây dựng Đề án"]),
        ("Ban Chỉ đạo và Tổ giúp việc thống nhất.", ["Ban Chỉ đạo"]),
        ("Bệnh viện Ung bướu tiếp nhận bệnh nhân.", ["Bệnh viện Ung bướu"]),
        ("Công ty Địa ốc Măng Đen bán đất nền.", ["Công ty Địa ốc Măng Đen"]),
        ("Nhà máy xử lý rác Ia Sao hoạt động.", ["Nhà máy xử lý rác Ia Sao"]),
        ("Tập đoàn Ia Ly long trọng tổ chức Lễ kỷ niệm.", ["Tập đoàn Ia Ly"]),
        ("Khách sạn Biển Hồ đạt tiêu chuẩn 5 sao.", ["Khách sạn Biển Hồ"]),
        ("Công ty Hoa Rừng thuê đất 50 năm.", ["Công ty Hoa Rừng"]),
        ("Cán bộ Công ty Hoa Rừng - Ảnh: SIU HÙNG.", ["Công ty Hoa Rừng"]),
        ("Ông gửi đơn lên UBND TP. Ngoài ra, ông còn kiện.", ["UBND TP."]),
        ("Kỳ họp thứ 5 HĐND TP Khóa IX khai mạc.", ["HĐND TP"]),
        ("Giám đốc Công an Rơ Mah Thủy trả lời.", ["Công an"]),
        ("Ban Thường vụ Trung ương Hội Nông dân Việt Nam họp.", ["Ban Thường vụ Trung ương Hội Nông dân Việt Nam"]),
        ("Phó Chánh Văn phòng Thường trực Văn phòng Trung ương Đảng.", ["Văn phòng Trung ương Đảng"]),
        ("Giám đốc Sở Trần Văn An cho biết.", ["Sở"]),
        ("Chủ tịch Hội Lê Văn Bình phát biểu.", ["Hội"]),
        ("Đoàn kiểm tra số 12 của Ban Bí thư làm việc.", ["Đoàn kiểm tra số 12 của Ban Bí thư"]),
        ("Phòng Nghiệp vụ 3 Thanh tra tỉnh Kon Tum.", ["Phòng Nghiệp vụ 3 Thanh tra tỉnh Kon Tum"]),
        ("Giải do Công đoàn PV Power trao.", ["Công đoàn PV Power"]),
        ("Công ty Đầu tư Sabeco Ngọc xin thuê đất.", ["Công ty Đầu tư Sabeco Ngọc"]),
        ("Tổng công ty xây lắp rừng xanh (TRX) thua lỗ.", ["Tổng công ty xây lắp rừng xanh", "TRX"]),
        ("Công ty Hoa Rừng và Ia Ly cùng góp vốn.", ["Công ty Hoa Rừng"]),
        ("Bảo tàng Tây Nguyên mở cửa.", ["Bảo tàng Tây Nguyên"]),
        ("Vườn Quốc gia Kon Ka Kinh và Lâm phần Ia Sao.", ["Vườn Quốc gia Kon Ka Kinh"]),
        ("Bí thư Thành ủy Vinh phát biểu.", ["Thành ủy Vinh"]),
        ("Chủ tịch UBND huyện đảo Lý Sơn trả lời.", ["UBND huyện đảo Lý Sơn"]),
        ("Ủy ban bầu cử đại biểu Quốc hội và đại biểu HĐND huyện Chư Sê họp.",
         ["Ủy ban bầu cử đại biểu Quốc hội và đại biểu HĐND huyện Chư Sê"]),
        ("Nhà máy nhiệt điện Ia Ly 2 phát điện.", ["Nhà máy nhiệt điện Ia Ly 2"]),
        ("Bệnh viện đa khoa tỉnh Kon Tum khám bệnh.", ["Bệnh viện đa khoa tỉnh Kon Tum"]),
        ("Trung tâm bồi dưỡng chính trị huyện Chư Sê mở lớp.", ["Trung tâm bồi dưỡng chính trị huyện Chư Sê"]),
        ("Khách dự tiệc ở Trung tâm Hội nghị quốc gia tối nay.", ["Trung tâm Hội nghị quốc gia"]),
        ("Phòng Cảnh sát hình sự Công an tỉnh Gia Lai bắt nghi can.", ["Phòng Cảnh sát hình sự Công an tỉnh Gia Lai"]),
        ("Ban Chỉ đạo Trung ương về cải cách tiền lương, bảo hiểm xã hội và ưu đãi người có công họp.",
         ["Ban Chỉ đạo Trung ương về cải cách tiền lương, bảo hiểm xã hội và ưu đãi người có công"]),
        ("Ban Chỉ đạo phòng, chống tham nhũng, lãng phí, tiêu cực tỉnh Gia Lai họp.",
         ["Ban Chỉ đạo phòng, chống tham nhũng, lãng phí, tiêu cực tỉnh Gia Lai"]),
        ("Ban Quản lý rừng phòng hộ Ia Grai tổ chức hội nghị.", ["Ban Quản lý rừng phòng hộ Ia Grai"]),
        ("Đảng ủy các cơ quan Đảng tỉnh Gia Lai họp.", ["Đảng ủy các cơ quan Đảng tỉnh Gia Lai"]),
        ("Tòa án nhân dân khu vực 3 - Gia Lai xét xử.", ["Tòa án nhân dân khu vực 3 - Gia Lai"]),
        ("Lữ đoàn 273, Quân đoàn 3 huấn luyện.", ["Lữ đoàn 273, Quân đoàn 3"]),
        ("Đoàn kiểm tra 1920 của Bộ Chính trị làm việc.", ["Đoàn kiểm tra 1920 của Bộ Chính trị"]),
        ("Bí thư Tỉnh ủy Attapeu sang thăm.", ["Tỉnh ủy Attapeu"]),
        ("Bí thư Tỉnh ủy Rah Lan Hùng đi thăm.", ["Tỉnh ủy"]),
        ("Thuế tỉnh Gia Lai đối thoại.", ["Thuế tỉnh Gia Lai"]),
        ("Thanh tra Sở Xây dựng tỉnh Gia Lai lập biên bản.", ["Thanh tra Sở Xây dựng tỉnh Gia Lai"]),
        ("Trung tâm Văn hóa, Thông tin và Thể thao huyện Chư Sê tuyên truyền.",
         ["Trung tâm Văn hóa, Thông tin và Thể thao huyện Chư Sê"]),
        ("Đội Cảnh sát giao thông Công an huyện Chư Sê tuần tra.", ["Đội Cảnh sát giao thông Công an huyện Chư Sê"]),
        ("Bộ Chính trị Đảng Nhân dân Cách mạng Lào chúc mừng.", ["Bộ Chính trị Đảng Nhân dân Cách mạng Lào"]),
        ("Công ty Cung ứng vật tư Măng Lành giải thể.", ["Công ty Cung ứng vật tư Măng Lành"]),
        ("Khách đến Trung tâm Hội nghị quốc tế số 11 đường Lê Lợi.", ["Trung tâm Hội nghị quốc tế"]),
        ("Kỳ họp thứ hai HĐND tỉnh Gia Lai bế mạc.", ["HĐND tỉnh Gia Lai"]),
        ("Tỉnh ủy, Thành ủy Pleiku cùng dự.", ["Tỉnh ủy", "Thành ủy Pleiku"]),
        ("Theo Cục Cảnh sát giao thông, Công an tỉnh Gia Lai đã tuần tra.", ["Cục Cảnh sát giao thông", "Công an tỉnh Gia Lai"]),
        ("Trung tâm Y tế dự phòng tỉnh Gia Lai phun thuốc.", ["Trung tâm Y tế dự phòng tỉnh Gia Lai"]),
        ("Công ty cổ phần Cấp nước Sài Gòn - Pleiku góp quỹ.", ["Công ty cổ phần Cấp nước Sài Gòn - Pleiku"]),
        ("Chánh Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh Gia Lai dự.",
         ["Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh Gia Lai"]),
        ("Giám đốc VNPT Gia Lai ký kết.", ["VNPT Gia Lai"]),
        ("Bí thư Đảng ủy khối dân chính đảng trả lời.", ["Đảng ủy khối dân chính đảng"]),
        ("Không khí nghị trường Quốc hội nóng lên.", ["Quốc hội"]),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert _printed(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Các cán bộ Công an cơ sở giúp dân gặt lúa.",
        "Chính quyền các cấp, các sở, ngành cùng vào cuộc.",
        "Nhà nước và nhân dân cùng làm đường.",
        "Hội nghị bàn về môi trường và thị trường.",
        "Tỉnh ủy viên Rơ Mah Thủy đến thăm.",
        "Trụ sở PCCC được xây mới.",
        "công an các tỉnh phối hợp truy bắt.",
        "Du khách đến phố cổ Hội An rất đông.",
        "Bộ Chỉ tiêu mới được công bố.",
        "Bộ trưởng Công an Rơ Mah Thủy trả lời.",
        "Cơ quan thanh tra nêu rõ vi phạm.",
        "Chủ tịch UBND quận, huyện chịu trách nhiệm.",
        "Chủ tịch UBND tỉnh, thành được mời dự.",
        "Cử tri cả nước bầu HĐND các cấp.",
        "Sau giờ nghỉ, ban kiểm phiếu làm việc.",
        "Danh ca Hồng Nhung biểu diễn.",
        "Họ là những Bí thư Tỉnh ủy trẻ nhất.",
        "Người dân thôn Khoa Trường và làng Hội Phú dự.",
        "Tỉnh mời các công ty Hàn Quốc đến khảo sát.",
        "Ban Thường vụ Tỉnh ủy, Thành ủy phải nêu gương.",
        "Các tỉnh, thành ủy báo cáo trước tháng mười.",
        "Ông cùng hai Thường trực ký tên.",
        "Công an các huyện, thị xã cùng tuần tra.",
        "Chủ tịch UBND cấp xã ký đơn.",
        "Chủ tịch UBND 10 phường cam kết.",
        "Hồ sơ đã chuyển sang Viện kiểm sát nhân dân cùng cấp.",
        "Vụ va chạm làm ùn tắc quốc lộ 14.",
    ],
)
def test_no_names(text: str) -> None:
    assert _printed(text) == []


def test_article_coins_an_abbreviation() -> None:
    text = "Công ty cổ phần Cao su Ia Ly (CIL) trồng rừng. Năm ngoái, CIL trả thêm lương."
    assert _printed(text) == ["Công ty cổ phần Cao su Ia Ly", "CIL", "CIL"]


def test_chained_heads_are_read_in_linear_time() -> None:
    start = time.process_time()
    _printed("Đảng ủy Ban Thường vụ " * 2000)
    assert time.process_time() - start < 5
