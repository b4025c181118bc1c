"""Documents by number, session, issuer or title; and the words that are no document."""

import pytest

from kg.article import Article
from kg.recognition.recognition import recognize


def _labels(text: str) -> list[str]:
    found = recognize(Article("a", text)).of("document")
    return [document.label for mention in found for document in mention.parts["documents"]]


@pytest.mark.parametrize(("text", "labels"), [
    ("thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị", ["Chỉ thị 05-CT/TW"]),
    ("Nghị quyết số 18-NQ/TW. Hội nghị", ["Nghị quyết 18-NQ/TW"]),
    ("Quyết định số: 99/QĐ-UBND, 103/QĐ-UBND", ["Quyết định 99/QĐ-UBND", "Quyết định 103/QĐ-UBND"]),
    ("Nghị định 28/2024/NĐ-CP ngày 6/3/2024 của Chính phủ", ["Nghị định 28/2024/NĐ-CP"]),
    ("theo Nghị quyết Trung ương 7 (khóa XI, XII)", ["Nghị quyết Trung ương 7 khóa XI", "Nghị quyết Trung ương 7 khóa XII"]),
    ("theo Nghị quyết hội nghị lần thứ năm, Ban Chấp hành Trung ương khóa X", ["Nghị quyết Trung ương 5 khóa X"]),
    ("ban hành Nghị quyết chuyên đề về phát triển du lịch", ["Nghị quyết về phát triển du lịch"]),
    ("thực hiện Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVI ngày 18/2", ["Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVI"]),
    ("ký Chương trình số 04/CTPH-HLG-STP", ["Chương trình 04/CTPH-HLG-STP"]),
    ("Tờ trình về việc bổ nhiệm cán bộ và sau đó thảo luận ở tổ", ["Tờ trình về việc bổ nhiệm cán bộ"]),
    ("Theo quyết định số 1621, Bộ Chính trị họp", ["Quyết định số 1621"]),
    ("theo Nghị quyết số 88 ngày 28/11/2014 của Quốc hội", ["Nghị quyết số 88"]),
    ("thảo luận Luật sửa đổi, bổ sung một số điều của Luật Nhà ở sáng nay",
     ["Luật sửa đổi, bổ sung một số điều của Luật Nhà ở"]),
    ("ông Nam trao Quyết định của Bộ Chính trị chuẩn y chức danh mới",
     ["Quyết định của Bộ Chính trị chuẩn y chức danh mới"]),
    ("công bố Quyết định thành lập Đảng bộ xã Ia Pal", ["Quyết định thành lập Đảng bộ xã Ia Pal"]),
    ("về Quy định trách nhiệm nêu gương của cán bộ, đảng viên, trước hết là người đứng đầu",
     ["Quy định trách nhiệm nêu gương của cán bộ, đảng viên"]),
    ("trao quyết định của Bộ Chính trị về việc điều động, chỉ định bà Lê Thị Mây giữ chức Bí thư - Ảnh: NAM",
     ["Quyết định của Bộ Chính trị về việc điều động, chỉ định bà Lê Thị Mây giữ chức Bí thư"]),
    ("thảo luận Đề án cải cách chính sách tiền lương đối với giáo viên",
     ["Đề án cải cách chính sách tiền lương đối với giáo viên"]),
    ("vi phạm quy định của Huyện ủy Chư Sê về quản lý tài sản gây thiệt hại lớn",
     ["Quy định của Huyện ủy Chư Sê về quản lý tài sản"]),
    ('"Họ vi phạm Nghị quyết Hội đồng Bảo an", ông Nam nói. "Chúng tôi phản đối"', ["Nghị quyết của Hội đồng Bảo an"]),
    ("quán triệt Quyết định của Chủ tịch UBND tỉnh Gia Lai về đất đai, hướng dẫn của Sở Y tế",
     ["Quyết định của Chủ tịch UBND tỉnh Gia Lai về đất đai"]),
    ("học tập Nghị quyết số 16 về phương hướng, nhiệm vụ phát triển đô thị đến năm 2030 đã diễn ra sáng nay",
     ["Nghị quyết số 16"]),
    ("Nghị quyết về phát triển kinh tế biển đến năm 2030, tầm nhìn đến năm 2045 đã diễn ra",
     ["Nghị quyết về phát triển kinh tế biển đến năm 2030, tầm nhìn đến năm 2045"]),
    ("Tờ trình về phương án phát hành trái phiếu, cũng trong phiên họp này đại biểu thảo luận",
     ["Tờ trình về phương án phát hành trái phiếu"]),
    ("Quy định số 144 về chuẩn mực đạo đức", ["Quy định số 144"]),
    ("các Nghị quyết 57, 68 của Bộ Chính trị", ["Nghị quyết số 57", "Nghị quyết số 68"]),
    ("sửa đổi Luật Đất đai và Bộ luật Hình sự", ["Luật Đất đai", "Bộ luật Hình sự"]),
    ("thực hiện đề án Xây dựng nông thôn mới vùng biên giới", ["Đề án Xây dựng nông thôn mới vùng biên giới"]),
    ("theo chiến lược phát triển du lịch xanh đến năm 2035", ["Chiến lược phát triển du lịch xanh đến năm 2035"]),
    ("vi phạm quy chế làm việc của Huyện ủy Chư Prông", ["Quy chế làm việc của Huyện ủy Chư Prông"]),
])  # fmt: skip
def test_documents(text, labels):
    assert _labels(text) == labels


@pytest.mark.parametrize("text", [
    "Hội nghị quyết định tăng vốn cho xã", "Ông Rơ Châm Hải kết luận hội nghị", "Ban Tổ chức thông báo giờ mở cửa",
    "Kết luận hội nghị hiệp thương, ông Nam biểu dương", "điều ước và luật Quốc tế vẫn cho phép",
    "đưa các Nghị quyết của HĐND tỉnh vào cuộc sống", "có quy chế phối hợp chặt chẽ với nhau",
    "sẽ thông qua Nghị quyết về việc miễn nhiệm này trước", "tổ chức chương trình Dạ hội chào xuân và tuyên dương",
    "Thông báo kết luận 4 cán bộ xã dùng bằng giả", "Quyết định ấy được hoan nghênh", "theo đúng quy định", "kế hoạch sản xuất vụ mùa",
])  # fmt: skip
def test_acts_and_common_words_are_no_documents(text):
    assert _labels(text) == []


def test_who_signs_is_not_who_issues():
    text = "Chủ tịch UBND tỉnh Gia Lai Lê Văn Tâm đã ký Quyết định số 12/QĐ-UBND của UBND tỉnh Gia Lai."
    (mention,) = recognize(Article("a", text)).of("document")
    (document,) = mention.parts["documents"]
    assert [text[m.start : m.end] for m in document.issuers] == ["UBND tỉnh Gia Lai"]
