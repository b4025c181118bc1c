"""Names of meetings: where they begin and end, what they say; what the reader is not to take for one."""

import pytest

from kg.article import Article
from kg.recognition.recognition import recognize


def _meetings(text: str) -> list[str]:
    return [m.parts["meeting"].label for m in recognize(Article("a", text)).of("meeting") if not m.parts["meeting"].bare]


@pytest.mark.parametrize(("text", "names"), [
    ("Đại hội thực hiện quy trình bầu cử.", []),
    ("Sáng nay có hội nghị giao ban của Tỉnh ủy Gia Lai, UBND tỉnh Gia Lai với lãnh đạo các huyện.",
     ["hội nghị giao ban của Tỉnh ủy Gia Lai, UBND tỉnh Gia Lai với lãnh đạo các huyện"]),
    ("Hội nghị Trung ương 8 xem xét nhiều việc.", ["Hội nghị Trung ương 8"]),
    ("Hội nghị Trung ương 10 khóa XII bàn nhiều việc.", ["Hội nghị Trung ương 10 khóa XII"]),
    ("Xã có cuộc gặp với 1,4 nghìn học sinh sáng nay.", ["cuộc gặp với 1,4 nghìn học sinh"]),
    ("Sở tổ chức Hội nghị công bố quyết định về việc luân chuyển, bố trí cán bộ.",
     ["Hội nghị công bố quyết định về việc luân chuyển, bố trí cán bộ"]),
    ("Sáng 3/6, Huyện ủy Chư Sê tổ chức Hội nghị sơ kết công tác quý II để đánh giá kết quả.", ["Hội nghị sơ kết công tác quý II"]),
    ("Kỳ họp thứ 22 (kỳ họp chuyên đề lần thứ 14) đã bế mạc.", ["Kỳ họp thứ 22 (kỳ họp chuyên đề lần thứ 14)"]),
    ("Hội nghị Ban Chấp hành lần thứ 6 (nhiệm kỳ 2020-2025) bàn về nông thôn.", ["Hội nghị Ban Chấp hành lần thứ 6 (nhiệm kỳ 2020-2025)"]),
    ("Đại hội đại biểu Đảng bộ huyện Chư Sê lần thứ XX được tổ chức sáng nay.", ["Đại hội đại biểu Đảng bộ huyện Chư Sê lần thứ XX"]),
    ('Ngày 3/8, xã tổ chức hội thảo "Giữ rừng, giữ nước" tại nhà rông.', ['hội thảo "Giữ rừng, giữ nước"']),
    ("Lễ kỷ niệm 30 năm ngày thành lập Hội Nông dân huyện Chư Sê diễn ra trang trọng.", ["Lễ kỷ niệm 30 năm ngày thành lập Hội Nông dân huyện Chư Sê"]),
    ("Ủy ban thông báo về kỳ họp thứ IV và thứ V của Huyện ủy Chư Sê.", ["kỳ họp thứ IV", "Kỳ họp thứ V của Huyện ủy Chư Sê"]),
    ("Ông Lê Nam đã làm việc với Huyện ủy Chư Sê.", ["Buổi làm việc với Huyện ủy Chư Sê"]),
    ("Ông Lê Nam đã làm việc với Huyện ủy Chư Sê và được dân tin.", ["Buổi làm việc với Huyện ủy Chư Sê"]),
    ("Năm 1989, ông Lê Nam làm việc tại Công ty Cà phê Chư Sê.", []),
    ("Năm 1989, ông Lê Nam về làm việc tại Huyện đoàn Chư Sê.", []),
    ("Sáng nay có Lễ công bố Quyết định về công tác cán bộ tại Công an huyện Chư Sê.", ["Lễ công bố Quyết định về công tác cán bộ tại Công an huyện Chư Sê"]),
    ("Đại hội Đảng lần thứ XII đề ra mục tiêu mới.", ["Đại hội Đảng lần thứ XII"]),
    ("Tại buổi tiếp xúc cử tri xã Ia Ko cuối tháng 6, bà Mai đã nghe dân.", ["buổi tiếp xúc cử tri xã Ia Ko"]),
    ("Phát biểu tại hội nghị, ông Lê Nam ghi nhận.", []),
    ("Đoàn đến Trung tâm Hội nghị tỉnh và nhà tang lễ bệnh viện.", []),
    ("Các hội nghị sơ kết đã xong; đại hội đảng bộ các cấp sắp tới.", []),
    ("Hai xã giao lưu với nhau hằng ngày.", []),
    ("Huyện ủy tổ chức Hội nghị tổng kết công tác kiểm tra, giám sát năm 2021 để rút kinh nghiệm.", ["Hội nghị tổng kết công tác kiểm tra, giám sát năm 2021"]),
    ("Huyện ủy tổ chức hội nghị về nông nghiệp, nông dân, nông thôn, với 200 đại biểu.", ["hội nghị về nông nghiệp, nông dân, nông thôn"]),
    ("Hội nghị đánh giá tình hình 6 tháng đầu năm, phương hướng 6 tháng cuối năm đã khai mạc.", ["Hội nghị đánh giá tình hình 6 tháng đầu năm, phương hướng 6 tháng cuối năm"]),
    ("Tiếp thu ý kiến tại Đại hội của đồng chí Trần Văn Nam, huyện sẽ sửa.", []),
    ("Ông Lê Nam phát biểu tại kỳ họp với tư cách khách mời.", []),
    ("Ủy ban Kiểm tra Tỉnh ủy đã họp kỳ 37 xem xét kỷ luật.", ["Kỳ họp 37"]),
    ("Tại kỳ họp thứ 9 HĐND huyện Chư Sê khóa IX, ông Nam phát biểu.", ["kỳ họp thứ 9 HĐND huyện Chư Sê khóa IX"]),
    ("Huyện tổ chức hội nghị triển khai kế hoạch và dự toán ngân sách năm 2021.", ["hội nghị triển khai kế hoạch và dự toán ngân sách năm 2021"]),
    ("Huyện tổ chức hội nghị tổng kết ngành tổ chức xây dựng Đảng sáng nay.", ["hội nghị tổng kết ngành tổ chức xây dựng Đảng"]),
    ("Huyện tổ chức hội nghị công bố kết quả bầu bổ sung để thi hành.", ["hội nghị công bố kết quả bầu bổ sung"]),
    ("Đại hội Đảng bộ xã Ia Ko nhiệm kỳ 2020-2025 công bố kết quả bầu cử.", ["Đại hội Đảng bộ xã Ia Ko nhiệm kỳ 2020-2025"]),
    ("Ông Nam nêu tại hội thảo khoa học 40 năm Cần Giờ sáng nay.", ["hội thảo khoa học 40 năm Cần Giờ"]),
    ("Xã sơ kết tại hội nghị học tập và làm theo gương Bác sáng nay.", ["hội nghị học tập và làm theo gương Bác"]),
    ("Công an mời ông Nam lên để làm việc với Huyện ủy Chư Sê.", []),
    ("UBND tỉnh Gia Lai họp báo về dự kiến thu chi.", ["Họp báo"]),
    ("Sáng nay, Huyện ủy Chư Sê họp bàn về đề xuất hủy bằng khen của ông Nam.", ["Cuộc họp bàn về đề xuất hủy bằng khen của ông Nam"]),
    ("Huyện tổ chức hội nghị chuyên đề kêu gọi đầu tư sáng nay.", ["hội nghị chuyên đề kêu gọi đầu tư"]),
    ("Ông Nam phát biểu tại buổi họp mặt Đoàn đại biểu Quốc hội tỉnh Gia Lai sáng nay.", ["buổi họp mặt Đoàn đại biểu Quốc hội tỉnh Gia Lai"]),
    ("Tại hội nghị sơ kết Chỉ thị của Huyện ủy Chư Sê về \"học tập Bác\" giai đoạn 2011-2015 ngày 10/5, ông Nam nói.", ['hội nghị sơ kết Chỉ thị của Huyện ủy Chư Sê về "học tập Bác" giai đoạn 2011-2015']),
    ("Huyện đã tổ chức 8 cuộc hội thảo với các xã.", []),
    ("Đoàn gặp Chủ tịch Hội nghị Nhân dân tối cao.", []),
    ("Đây là việc của kỳ họp Quốc hội và HĐND huyện Chư Sê.", []),
])
def test_names_of_meetings(text, names):
    assert _meetings(text) == names


@pytest.mark.parametrize(("text", "ordinal", "session"), [
    ("Kỳ họp thứ mười bốn đã bế mạc.", 14, None),
    ("Kỳ họp thứ mười một (kỳ họp bất thường) đã bế mạc.", 11, None),
    ("Kỳ họp thứ hai mươi mốt đã bế mạc.", 21, None),
    ("Kỳ họp thứ mười đã bế mạc.", 10, None),
    ("Đại hội XIV đã bế mạc.", 14, None),
    ("Hội nghị lần thứ 9 Ban Chấp hành Trung ương Đảng khóa XIII đã bế mạc.", 9, 13),
    ("Hội nghị Trung ương 9 khóa XIII đã bế mạc.", 9, 13),
    ("Cuộc họp về Văn kiện Đại hội lần thứ XIII của Hội Luật gia Việt Nam bắt đầu.", None, None),
    ("Kỳ họp bất thường (kỳ họp thứ 12) đã bế mạc.", 12, None),
    ("Phiên họp đầu tiên của Thường trực Huyện ủy Chư Sê đã bế mạc.", 1, None),
])
def test_ordinals_and_sessions(text, ordinal, session):
    meeting = next(iter(recognize(Article("a", text)).of("meeting"))).parts["meeting"]
    assert (meeting.ordinal, meeting.session) == (ordinal, session)


def test_a_plenum_of_half_a_name_is_the_central_committees():
    meeting = next(iter(recognize(Article("a", "Hội nghị Trung ương 9 đã bế mạc.")).of("meeting"))).parts["meeting"]
    assert meeting.body is not None and meeting.body.parts["body"].head.name == "Ban Chấp hành Trung ương Đảng"


@pytest.mark.parametrize(("text", "term"), [
    ("Đại hội Đảng bộ huyện Chư Sê nhiệm kỳ 2020-2025 đã bế mạc.", (2020, 2025)),
    ("Hội nghị lần thứ 4 Ban Chấp hành Đảng bộ huyện Chư Sê, nhiệm kỳ 2020-2025 đã bế mạc.", (2020, 2025)),
    ("Hội nghị tổng kết chương trình hợp tác giai đoạn 2009-2017 đã bế mạc.", None),
    ("Hội nghị về quy hoạch Bí thư Huyện ủy nhiệm kỳ 2020-2025 đã bế mạc.", None),
])
def test_the_term_is_that_of_the_meeting(text, term):
    assert next(iter(recognize(Article("a", text)).of("meeting"))).parts["meeting"].term == term
