"""Who held, chaired, addressed and attended which meeting, in short articles."""

from datetime import date

import pytest

from kg.article import Article
from kg.checking import line
from kg.extraction import extract

LEAD = "Sáng 3/6/2022, Huyện ủy Chư Sê tổ chức Hội nghị sơ kết công tác quý II. "
MEETING = "Hội nghị sơ kết công tác quý II"


def _taking_part(text: str) -> set[str]:
    return {line(fact) for fact in extract(Article("a", text)).facts if fact.term == "Participation"}


@pytest.mark.parametrize(("sentence", "parts"), [
    ("Đồng chí Rah Lan Hùng, Bí thư Huyện ủy chủ trì hội nghị.", ["Rah Lan Hùng | chủ trì"]),
    ("Dự hội nghị có các đồng chí: Hầu A Lềnh, Phó Bí thư Huyện ủy; Ksor Phước, Chủ tịch UBND huyện.", ["Hầu A Lềnh | tham dự", "Ksor Phước | tham dự"]),
    ("Phát biểu tại hội nghị, bà Lê Thị Mai nhấn mạnh ba việc.", ["Lê Thị Mai | phát biểu"]),
    ("Bà Lê Thị Mai dự và phát biểu tại hội nghị.", ["Lê Thị Mai | phát biểu"]),
    ("Tại hội nghị, ông Hồ Văn Nam đã trao bằng khen cho 3 tập thể.", ["Hồ Văn Nam | trao tặng"]),
    ("Hội nghị diễn ra dưới sự chủ trì của bà Lê Thị Mai.", ["Lê Thị Mai | chủ trì"]),
    ("Trao đổi với phóng viên, bà Lê Thị Mai cho biết giá cà phê tăng.", []),
    ("Bà Lê Thị Mai bị kỷ luật.", []),
    ("Trao đổi với VOV sáng nay, ông Hồ Văn Nam cho biết chưa có báo cáo.", []),
    ("Ông Hồ Văn Nam cho biết huyện thu đủ thuế.", ["Hồ Văn Nam | phát biểu"]),
    ("Chủ tịch UBND tỉnh cho biết huyện thu đủ thuế.", []),
    ("Ông Hồ Văn Nam, trong thời gian giữ chức Chủ tịch UBND huyện, đã giao đất trái phép.", []),
    ("Theo kết luận của Ủy ban Kiểm tra Huyện ủy, ông Hồ Văn Nam đã có khuyết điểm.", []),
    ("Kết luận nêu rõ, ông Ksor Phước thiếu kiểm tra.", []),
    ("Kết luận hội nghị, ông Ksor Phước biểu dương các xã.", ["Ksor Phước | phát biểu"]),
    ("Báo cáo nhận định, ông Ksor Phước phải chịu trách nhiệm.", []),
    ("Dự án này do ông Hồ Văn Nam làm chủ đầu tư.", []),
    ("Ông Hầu A Lềnh sinh năm 1979, trình độ cử nhân luật.", []),
    ("Bà Lê Thị Mai có văn bản đề nghị dừng dự án.", []),
    ('"Chúng tôi đã mời nhưng ông Hồ Văn Nam nói bận việc nhà", một cán bộ kể.', []),
    ("Nghị quyết Đại hội XX đã đi vào cuộc sống.", []),
])
def test_one_meeting(sentence, parts):
    assert _taking_part(LEAD + sentence) == {f"{part} | {MEETING}" for part in parts}


@pytest.mark.parametrize(("sentence", "parts"), [
    ("Bên hành lang hội nghị, bà Lê Thị Mai cho biết giá cà phê tăng.", []),
    ("Nói với phóng viên, bà Lê Thị Mai cho biết giá cà phê tăng. Ông Ksor Phước đề nghị dân yên tâm.", []),
    ("Ngày 5/7, ông Ksor Phước đã yêu cầu dừng dự án.", []),
    ("Kết luận nêu rõ, ông Ksor Phước chỉ đạo lúng túng.", []),
    ("Ông Ksor Phước đã thiếu chỉ đạo sát sao.", []),
    ("Tháng 3/2014, huyện trao quyết định cho ông Ksor Phước.", []),
    ("Về việc mà ông Ksor Phước đứng ra tố cáo, kết luận cho hay là không đúng.", []),
    ("Trong đơn, ông Ksor Phước vẫn đề nghị được xét lại.", []),
    ("Trao đổi với phóng viên, ông Ksor Phước cho biết ông đã dự hội nghị.", ["Ksor Phước | tham dự"]),
    ("Bí thư Huyện ủy Rah Lan Hùng cho biết đang chờ kết luận thanh tra.", ["Rah Lan Hùng | phát biểu"]),
    ("Ông Ksor Phước muốn ban điều hành đề án làm việc tốt hơn.", []),
    ("Ban Thường vụ Huyện ủy giao ông Ksor Phước chỉ đạo việc này.", []),
    ("Bà Lê Thị Mai yêu cầu ông Ksor Phước báo cáo trước ngày 10/6.", ["Lê Thị Mai | phát biểu"]),
    ("Ngoài Ksor Phước, cơ quan công an xác định có ba người khác.", []),
    ("Phát biểu tại buổi nhận chức năm ngoái, ông Ksor Phước cảm ơn mọi người.", []),
    ("Phát biểu tại buổi nhận chức năm ngoái, bà Lê Thị Mai cảm ơn mọi người. Ông Ksor Phước phát biểu đáp từ.", []),
    ("Theo kế hoạch, ông Ksor Phước phát biểu khai mạc đại hội.", []),
    ("Ông Ksor Phước nhận hoa chúc mừng từ huyện.", []),
    ('\n"Ông Ksor Phước nói bận việc nhà", một cán bộ kể.', []),
    ("Huyện ủy quyết định cảnh cáo ông Ksor Phước; yêu cầu kiểm điểm.", []),
    ("Đó là vinh dự của huyện và ông Ksor Phước nói riêng.", []),
    ("Mới đây, ông Ksor Phước cho biết dân được mùa.", []),
    ("Thay mặt Ban Thường vụ Huyện ủy, ông Ksor Phước dâng hoa.", []),
    ("Thay mặt Ban Thường vụ Huyện ủy, ông Ksor Phước cảm ơn bà con.", ["Ksor Phước | phát biểu"]),
    ("Ban Chấp hành sẽ báo cáo kết quả bầu cử, Bí thư Huyện ủy Ksor Phước chuẩn bị.", []),
    ("Ông Ksor Phước, Giám đốc Ban Quản lý các công trình giao thông huyện.", []),
    ("Tham gia cách mạng từ sớm, ông Ksor Phước là người giản dị.", []),
    ("Bà Lê Thị Mai chúc mừng ông Ksor Phước, đồng thời cho rằng ông sẽ làm tốt.", ["Lê Thị Mai | phát biểu"]),
    ("Huyện để ông Ksor Phước đề nghị dừng dự án.", []),
    ("Trước ngày khai mạc Đại hội Đảng bộ huyện Chư Sê, ông Ksor Phước báo cáo tại hội nghị.", ["Ksor Phước | phát biểu"]),
    ("Năm ngoái, ông Ksor Phước trao quà cho các hộ nghèo.", []),
    ("Ông Ksor Phước trong một lần tặng quà dân làng.", []),
    ("Theo Ủy ban Kiểm tra Huyện ủy, ông Ksor Phước đã báo cáo không trung thực.", []),
    ("Huyện truy tặng Huân chương Độc lập cho đồng chí Ksor Phước.", []),
    ("Lãnh đạo huyện trao bằng khen cho các nông dân. Ảnh: KSOR PHƯỚC.", []),
    ("Ngày 1/6/2022, huyện đã lập đoàn kiểm tra. Ông Ksor Phước cho biết đoàn có năm người.", []),
])
def test_what_is_said_elsewhere_or_of_someone(sentence, parts):
    assert _taking_part(LEAD + sentence) == {f"{part} | {MEETING}" for part in parts}


def test_a_speech_to_come_is_of_no_meeting_yet():
    assert not _taking_part("Dự kiến ngày 3/6/2022, UBND huyện Chư Sê sẽ tổ chức họp báo, do ông Hồ Văn Nam chủ trì.")


def test_a_body_that_convenes_a_meeting_means_no_session_told_before():
    text = "Ngày 3/6/2022, tại kỳ họp thứ 6, HĐND tỉnh Gia Lai đã thông qua 3 nghị quyết. Sau đó, UBND tỉnh Gia Lai tổ chức cuộc họp để bàn việc này."
    held = {line(fact) for fact in extract(Article("a", text)).facts if fact.term == "organizer"}
    assert held == {"Kỳ họp thứ 6 | đơn vị tổ chức | Hội đồng nhân dân tỉnh Gia Lai", "Cuộc họp | đơn vị tổ chức | Ủy ban nhân dân tỉnh Gia Lai"}


@pytest.mark.parametrize(("sentence", "parts"), [
    ("Bà Lê Thị Mai phát biểu tại hội nghị.", ["Lê Thị Mai | phát biểu"]),
    ("Đó là yêu cầu của bà Lê Thị Mai tại hội nghị.", ["Lê Thị Mai | phát biểu"]),
    ("Thông tin được bà Lê Thị Mai đưa ra tại hội nghị.", ["Lê Thị Mai | phát biểu"]),
])
def test_words_told_in_the_lead(sentence, parts):
    assert _taking_part(LEAD + sentence) == {f"{part} | {MEETING}" for part in parts}


@pytest.mark.parametrize("text", [
    # An expert's opinion on a session of which the article says neither when it was nor what was done there
    "Hội nghị Trung ương 7 khóa XII đang bàn về cán bộ. Ông Hồ Văn Nam, nguyên Phó Bí thư Tỉnh ủy Gia Lai cho rằng nên làm sớm.",
    # The text has gone on to another day
    "Đại hội đại biểu Đảng bộ huyện Chư Sê khai mạc ngày 14/10/2022. Ngày 9/10/2022, huyện đã họp báo chí. Bà Lê Thị Mai cho biết dân góp ý nhiều.",
    # The session is of before
    "Tại kỳ họp thứ 6 HĐND huyện Chư Sê vừa qua, ông Hồ Văn Nam được bầu làm Chủ tịch UBND huyện. Bà Lê Thị Mai cho biết dân rất mừng.",
    # The article tells of another session only late
    "Ông Hồ Văn Nam bày tỏ tiếc nuối sau phiên họp. " + "Cà phê được mùa, giá cao, dân rất vui. " * 40 + "Ông không tái cử tại Đại hội Đảng bộ huyện Chư Sê. Ông Hồ Văn Nam nói sẽ về quê.",
    # The session is still to come
    "Việc này sẽ được thực hiện tại kỳ họp HĐND huyện Chư Sê. Bà Lê Thị Mai nói dân đồng tình.",
    # It was told of by its month, long before the gift
    "Tháng 1/2016, tại Đại hội đại biểu Đảng bộ huyện Chư Sê, ông Hồ Văn Nam trúng cử. Bà Lê Thị Mai trao quyết định cho ông Hồ Văn Nam.",
    "Trong đơn, ông Hồ Văn Nam nhắc các lần làm việc với Huyện ủy Chư Sê.",
    # Who is looked into does not speak
    "Tại Kỳ họp thứ 7 của Ủy ban Kiểm tra Huyện ủy Chư Sê, nhiều việc được xem xét. Ông Hồ Văn Nam còn chỉ đạo giao đất.",
    # They did not attend
    "Họ đã rút khỏi danh sách và không tham dự Đại hội Đảng bộ xã Ia Ko nhiệm kỳ 2015-2020. Bà Lê Thị Mai nói huyện sẽ xử lý.",
    # Who tells the press of a ceremony need not have been there
    "Chiều 3/6/2022, ông Hồ Văn Nam, Chủ tịch UBND xã Ia Ko cho biết huyện đã tổ chức lễ tuyên dương các học sinh giỏi. Ông Hồ Văn Nam nói dân rất vui.",
])
def test_who_speaks_of_a_meeting_need_not_speak_at_it(text):
    assert not _taking_part(text)


def test_nobody_has_spoken_at_a_meeting_to_come():
    text = "Hội nghị tổng kết công tác năm 2022 của Huyện ủy Chư Sê khai mạc ngày 14/10/2022. Bà Lê Thị Mai cho biết dân góp ý nhiều."
    assert _taking_part(text)
    assert not {fact for fact in extract(Article("a", text, date=date(2022, 10, 9))).facts if fact.term == "Participation"}


def test_the_reported_meeting_is_the_first_told_of():
    text = ("Sau Đại hội đại biểu toàn quốc lần thứ XII của Đảng sẽ có Bí thư mới. Sáng 17/10/2015, Đại hội đại biểu Đảng bộ tỉnh Gia Lai khai mạc. "
            "Thay mặt cấp ủy, ông Hồ Văn Nam bày tỏ quyết tâm. Đại hội đã bầu đoàn dự Đại hội đại biểu toàn quốc lần thứ XII của Đảng.")
    assert {part.rpartition(" | ")[2] for part in _taking_part(text)} == {"Đại hội đại biểu Đảng bộ tỉnh Gia Lai"}


def test_a_meeting_only_mentioned_has_no_participants_of_another():
    text = LEAD + "Bà Lê Thị Mai cho biết, huyện đang chuẩn bị Đại hội đại biểu Đảng bộ huyện Chư Sê lần thứ XX. Ông Hồ Văn Nam phát biểu."
    assert f"Hồ Văn Nam | phát biểu | {MEETING}" in _taking_part(text)
    assert not any("Đại hội" in part for part in _taking_part(text))


def test_a_bare_word_means_the_meeting_of_its_kind():
    text = (LEAD + "Chiều cùng ngày, UBND huyện Chư Sê tổ chức Lễ trao Huy hiệu 30 năm tuổi Đảng. Phát biểu tại buổi lễ, ông Hồ Văn Nam chúc mừng. "
            "Tại hội nghị, bà Lê Thị Mai nhấn mạnh ba việc.")
    assert _taking_part(text) == {"Hồ Văn Nam | phát biểu | Lễ trao Huy hiệu 30 năm tuổi Đảng", f"Lê Thị Mai | phát biểu | {MEETING}"}


def test_a_bare_word_means_no_meeting_of_another_kind_that_is_named_far_behind():
    text = ("Sáng 3/6/2022, phát biểu tại buổi lễ, ông Hồ Văn Nam cảm ơn huyện. " + "Cà phê được mùa, giá cao, dân rất vui. " * 6
            + "Huyện ủy Chư Sê đã tổ chức Hội nghị sơ kết công tác quý II.")
    assert _taking_part(text) == {"Hồ Văn Nam | phát biểu | Buổi lễ"}


def test_a_participant_comes_in_the_office_beside_the_name():
    facts = extract(Article("a", LEAD + "Đồng chí Rah Lan Hùng, Bí thư Huyện ủy phát biểu tại hội nghị.")).facts
    part = next(fact for fact in facts if fact.term == "Participation")
    assert [line(one) for one in part.roles["capacity"]] == ["Rah Lan Hùng | Bí thư | Huyện ủy Chư Sê"]


@pytest.mark.parametrize(("text", "bodies"), [
    (LEAD, {"Huyện ủy Chư Sê"}),
    ("Sở Y tế tỉnh Gia Lai phối hợp với Công an tỉnh Gia Lai tổ chức Hội thảo về an toàn thực phẩm.", {"Sở Y tế tỉnh Gia Lai", "Công an tỉnh Gia Lai"}),
    ("Hội nghị Trung ương 9 khóa XIII đã khai mạc.", {"Ban Chấp hành Trung ương Đảng"}),
    ("Hội nghị công bố Quyết định của Bộ Chính trị về công tác cán bộ đã khai mạc.", set()),
    ("Sở Y tế tỉnh Gia Lai phối hợp với các sở, ngành liên quan tổ chức Hội thảo về an toàn thực phẩm.", {"Sở Y tế tỉnh Gia Lai"}),
    ("Hội thảo về an toàn thực phẩm do Sở Y tế tỉnh Gia Lai phối hợp với Công an tỉnh Gia Lai tổ chức đã khai mạc.", {"Sở Y tế tỉnh Gia Lai", "Công an tỉnh Gia Lai"}),
    ("Sáng 3/6/2022, Đoàn đại biểu Quốc hội tỉnh Gia Lai có buổi tiếp xúc cử tri huyện Chư Sê.", {"Đoàn đại biểu Quốc hội tỉnh Gia Lai"}),
    ("Tại hội nghị tổng kết công tác năm 2021 của Huyện ủy Chư Sê, bà Lê Thị Mai phát biểu.", {"Huyện ủy Chư Sê"}),
    ("Được sự đồng ý của Tỉnh ủy Gia Lai và UBND tỉnh Gia Lai, Sở Y tế tỉnh Gia Lai tổ chức Hội nghị về cà phê.", {"Sở Y tế tỉnh Gia Lai"}),
    ("Tại hội nghị quán triệt nghị quyết của Tỉnh ủy Gia Lai, bà Lê Thị Mai phát biểu.", set()),
    ("Ngày 3/6/2022, Ban Thường vụ Huyện ủy Chư Sê họp, xem xét một số việc.", {"Ban Thường vụ Huyện ủy Chư Sê"}),
    ("Tổng Bí thư chủ trì họp Bộ Chính trị sáng nay.", {"Bộ Chính trị"}),
    ("Sáng nay, ông Nam và Đoàn đại biểu Quốc hội tỉnh Gia Lai tiếp xúc cử tri tại xã Ia Ko.", {"Đoàn đại biểu Quốc hội tỉnh Gia Lai"}),
    ("Tại kỳ họp thứ 34, Ủy ban Kiểm tra Tỉnh ủy Gia Lai kết luận ông Nam vi phạm.", {"Ủy ban Kiểm tra Tỉnh ủy Gia Lai"}),
    ("Tại kỳ họp thứ 6 HĐND tỉnh Gia Lai, UBND tỉnh Gia Lai đã đề xuất thu phí.", {"Hội đồng nhân dân tỉnh Gia Lai"}),
])
def test_organizers(text, bodies):
    assert {fact.roles["object"].label for fact in extract(Article("a", text)).facts if fact.term == "organizer"} == bodies


def test_every_passage_of_a_participation_is_printed_where_it_says():
    article = Article("a", LEAD + "Bà Lê Thị Mai dự và phát biểu tại hội nghị.")
    part = next(fact for fact in extract(article).facts if fact.term == "Participation")
    assert all("Lê Thị Mai" in article.quote(span) for span in part.spans)


def test_those_for_whom_a_ceremony_is_held_are_there():
    text = "Ngày 3/6/2022, UBND huyện Chư Sê tổ chức lễ tặng giấy khen cho em Trần Văn Nam."
    assert {part.rpartition(" | ")[0] for part in _taking_part(text)} == {"Trần Văn Nam | tham dự"}


@pytest.mark.parametrize(("text", "who"), [
    ("Chiều 3/6/2022, đồng chí Hồ Văn Nam, Bí thư Huyện ủy Chư Sê làm việc với Ban Thường vụ Huyện ủy Chư Pưh.", {"Hồ Văn Nam", "Ban Thường vụ Huyện ủy Chư Pưh"}),
    ("Chiều 3/6/2022, Sở Y tế tỉnh Gia Lai đã có buổi làm việc với UBND huyện Chư Sê.", {"Sở Y tế tỉnh Gia Lai", "Ủy ban nhân dân huyện Chư Sê"}),
    ("Chiều 3/6/2022, đoàn công tác do ông Hồ Văn Nam làm trưởng đoàn đã có buổi làm việc với Huyện ủy Chư Sê.", {"Hồ Văn Nam", "Huyện ủy Chư Sê"}),
    ("Sáng 3/6/2022, bà Lê Thị Mai, đại biểu Quốc hội tiếp xúc cử tri xã Ia Ko.", {"Lê Thị Mai"}),
    ("Chiều 3/6/2022, đồng chí Hồ Văn Nam đã gặp mặt, khen thưởng Huyện đoàn Chư Sê.", {"Hồ Văn Nam", "Huyện đoàn Chư Sê"}),
    ("Cử tri nói: Đề nghị Sở Y tế tỉnh Gia Lai làm việc với Huyện ủy Chư Pưh để giải quyết.", set()),
    ("Sáng 3/6/2022, UBND huyện Chư Sê sẽ làm việc với Huyện ủy Chư Pưh.", set()),
    ("Bà Lê Thị Mai yêu cầu các xã làm việc với các hộ dân.", set()),
])
def test_who_meets_whom(text, who):
    facts = (fact for fact in extract(Article("a", text)).facts if fact.term == "Participation")
    assert {fact.roles["participant"].label for fact in facts} == who
