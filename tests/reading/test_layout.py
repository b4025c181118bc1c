"""Paragraphs by what they are; their spans give back the text as read."""

import time
import unicodedata

import pytest

from kg.article import Role
from kg.reading.imprint import author_of, date_of, outlet_in, settled
from kg.reading.layout import layout

STORY = "Ngày 9-7, Huyện ủy Chư Prông tổ chức hội nghị sơ kết công tác 6 tháng đầu năm 2021 tại hội trường Huyện ủy."


def roles(text, title=None):
    return [(str(line.role), text[line.span.start:line.span.end]) for line in layout(text, title)]


@pytest.mark.parametrize(("first", "role"), [
    ("Huyện ủy Chư Prông sơ kết công tác 6 tháng đầu năm", "headline"),
    ("Ông Siu Loan bị cách chức Chủ tịch UBND xã", "headline"),
    ("Vì sao xã Ia Lâu chưa về đích nông thôn mới?", "body"),  # a question may be the story's first sentence
    ("Sáng 8-7, tại xã Ia Lâu diễn ra hội nghị", "body"),
    ("(GLO)- Hội nghị được tổ chức trực tuyến", "body"),
    ("VOV.VN - Hội nghị được tổ chức trực tuyến", "body"),
    ("Đồng chí Siu Loan, Bí thư Huyện ủy phát biểu tại hội nghị", "body"),
    ("Hội nghị đã thông qua nghị quyết về kinh tế.", "body"),
    ("Quang cảnh hội nghị. Ảnh: K'Lan", "caption"),
    ("Thứ Sáu, 09/07/2021 | 15:45", "standing"),
])
def test_the_first_line(first, role):
    assert roles(f"{first}\n{STORY}")[0] == (role, first)


def test_a_known_title_is_the_headline_however_it_is_written():
    title = "Huyện uỷ Chư Prông “sơ kết” công tác."
    text = f"Huyện ủy Chư Prông \"sơ kết\" công tác.\n{STORY}"
    assert roles(text, title)[0][0] == "headline"
    assert [role for role, _ in roles(text, "Một tên khác hẳn")] == ["body", "body"]


def test_a_story_with_no_headline_starts_with_its_lead():
    assert roles(STORY) == [("body", STORY)]


def test_the_parts_around_a_story():
    text = "\n\n".join([
        "Huyện ủy Chư Prông sơ kết công tác 6 tháng đầu năm", "Cập nhật lúc 15h45 ngày 9/7/2021", STORY,
        "Quang cảnh hội nghị. Ảnh: Ksor Bình", f"{STORY} Đồng chí Siu Loan dự.", ">> Đọc thêm: Giá cà phê tăng",
        f"{STORY} Hội nghị kết thúc.", "KSOR BÌNH - RAH LAN", "Tin liên quan", "Chư Prông trồng rừng", "Giá tiêu hôm nay",
        "#chuprong #gialai"])
    assert [role for role, _ in roles(text)] == [
        "headline", "standing", "body", "caption", "body", "standing", "body", "byline",
        "standing", "standing", "standing", "standing"]


def test_pictures_after_the_byline_are_captions():
    text = "\n".join([STORY] * 5 + ["Ksor Bình", "Đồng chí Siu Loan trao giấy khen cho các tập thể."])
    assert [role for role, _ in roles(text)][-2:] == ["byline", "caption"]


def test_a_list_of_names_is_no_byline():
    text = "\n".join([STORY, "Danh sách trúng cử gồm các ông, bà:", "Siu Loan", "Ksor Bình", "Rah Lan Hà"])
    assert [role for role, _ in roles(text)][2:] == ["body"] * 3


def test_a_place_is_no_author():
    assert roles(f"{STORY}\n{STORY}\nGia Lai")[-1] == ("body", "Gia Lai")


@pytest.mark.parametrize("text", [
    f"  {STORY}  \r\n\r\n\t{STORY}\u00a0\r\n", f"\ufeff{STORY}\u2028{STORY}", unicodedata.normalize("NFD", f"{STORY}\n{STORY}")])
def test_spans_hold_the_lines_without_the_blanks_around_them(text):
    lines = [text[line.span.start:line.span.end] for line in layout(text)]
    assert len(lines) == 2
    assert all(unicodedata.normalize("NFC", line) == STORY for line in lines)


@pytest.mark.parametrize("text", ["", " \n\t\u00a0\r\n", "\u200b\ufeff"])
def test_a_text_of_blanks_has_no_lines(text):
    assert layout(text) == ()


@pytest.mark.parametrize(("byline", "author"), [
    ("KSOR BÌNH", "Ksor Bình"), ("Tin, ảnh: KSOR BÌNH - LÊ ANH", "Ksor Bình - Lê Anh"), ("Ksor Bình.", "Ksor Bình"),
    ("P.V", None), ("H.Y (tổng hợp)", "H.Y"), ("H'YIM KĐOH", "H'Yim Kđoh"), ("Theo TTXVN", None), ("Nhóm phóng viên", None),
    ("Ksor Bình (theo TTXVN)", "Ksor Bình"),
])
def test_the_author(byline, author):
    lines = layout("\n".join([STORY] * 3 + [byline]))
    assert lines[-1].role is Role.BYLINE
    assert author_of(lines) == author


@pytest.mark.parametrize(("printed", "name"), [("LÊ VĂN A.", "Lê Văn A."), ("lê nam", "lê nam"), ("VGP", "Vgp"), ("Mỹ  Hà,", "Mỹ Hà")])
def test_capitals_are_settled_only_where_all_are(printed, name):
    assert settled(printed) == name


@pytest.mark.parametrize(("stamp", "day"), [
    ("Thứ Sáu, 09/07/2021 | 15:45", "2021-07-09"), ("Ngày đăng: 9-7-2021", "2021-07-09"),
    ("Ksor Bình - Thứ sáu, 09/07/2021 07:15 (GMT+7)", "2021-07-09"), ("Thứ Sáu, 39/07/2021 | 15:45", None),
    ("Ngày 9-7-2021", None),
])
def test_the_date_is_only_that_of_a_time_stamp(stamp, day):
    found = date_of(layout(f"{stamp}\n{STORY}"))
    assert (found and found.isoformat()) == day


@pytest.mark.parametrize(("start", "outlet"), [
    ("(GLO)- Ngày 9-7", "Báo Gia Lai"), ("(TTXVN) - Sáng 9/7", "Thông tấn xã Việt Nam"), ("VOV.VN - Sáng 9/7", "Đài Tiếng nói Việt Nam"),
    ("(Thanhuytphcm.vn) - Sáng 9/7", "Trang tin điện tử Đảng bộ Thành phố Hồ Chí Minh"), ("QĐND Online – Sáng 9/7", "Báo Quân đội nhân dân"),
    ("(LĐ online) - Sáng 9/7", "Báo Lâm Đồng"), ("(Dân trí) - Sáng 9/7", "Báo Dân trí"),
    ("(ABC) - Sáng 9/7", None), ("Ông Nam - Bí thư Huyện ủy", None), ("Gia Lai - Sáng 9/7", None),
])
def test_the_outlet_of_a_dateline(start, outlet):
    found = outlet_in(layout(f"{start}, {STORY}"))
    assert (found and found.name) == outlet


def test_a_long_line_takes_no_time():
    assert len(layout("a, " * 1_000_000)) == 1


@pytest.mark.parametrize("line", ["Tác giả: Lê Anh", "Ảnh: A", "Lê Anh", "Tin liên quan", "15:45 9/7/2021", "a"])
def test_many_lines_take_time_in_proportion(line):
    start = time.process_time()
    assert len(layout(f"{line}\n" * 20_000)) == 20_000
    assert time.process_time() - start < 2
