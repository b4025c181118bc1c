"""Bytes to text: what is certain is decoded, what is likely is decoded if it reads as Vietnamese, the rest is refused."""

import unicodedata

import pytest

from kg.errors import ReadingError
from kg.reading.encoding import decode

TEXT = ("Ngày 9-7, Đảng ủy Khối tổ chức hội nghị để đánh giá công tác lãnh đạo, chỉ đạo thực hiện nhiệm vụ của các tổ chức "
        "đảng và đề ra phương hướng hoạt động những tháng cuối năm. Các đại biểu đã được nghe báo cáo về công tác này.\n")
TCVN3 = "Ngµy 9-7, §¶ng ñy Khèi tæ chøc héi nghÞ ®Ó ®¸nh gi¸ c«ng t¸c l·nh ®¹o, chØ ®¹o thùc hiÖn nhiÖm vô cña c¸c tæ chøc ®¶ng."
VNI = "Ngaøy 9-7, Ñaûng uûy Khoái toå chöùc hoäi nghò ñeå ñaùnh giaù coâng taùc laõnh ñaïo, chæ ñaïo thöïc hieän nhieäm vuï cuûa caùc toå chöùc ñaûng."
FIRST = "Ngày 9-7, Đảng ủy Khối tổ chức hội nghị để đánh giá công tác lãnh đạo, chỉ đạo thực hiện nhiệm vụ của các tổ chức đảng."


def windows_1258(text):
    """Letters composed but for their tones, as Windows writes Vietnamese."""
    pieces = []
    for char in text:
        marks = unicodedata.normalize("NFD", char)
        tone = next((mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"), "")
        pieces.append(unicodedata.normalize("NFC", marks.replace(tone, "") if tone else marks) + tone)
    return "".join(pieces).encode("cp1258")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_decoded_with_and_without_its_mark(encoding):
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


def test_windows_1258_is_recognized():
    assert unicodedata.normalize("NFC", decode(windows_1258(TEXT), "a.txt")) == TEXT


@pytest.mark.parametrize("old", [TCVN3, VNI])
def test_text_from_before_unicode_is_converted(old):
    assert decode(old.encode("cp1252"), "a.txt") == FIRST
    assert decode(old.encode("utf-8"), "a.txt") == FIRST  # saved as UTF-8 since, still garbled inside


def test_decomposed_marks_stay_as_they_are():
    text = unicodedata.normalize("NFD", TEXT)
    assert decode(text.encode(), "a.txt") == text


def test_line_ends_and_odd_characters_stay_as_they_are():
    text = "Một\r\nhai\rba\u2028bốn\u200b\u00a0năm\t\ufeff"
    assert decode(text.encode(), "a.txt") == text


@pytest.mark.parametrize(("content", "message"), [
    (b"%PDF-1.4 ...", "a.txt: is a PDF document, not text; save its text as a .txt or .html file in UTF-8"),
    (b"PK\x03\x04....", "is a zip archive or an Office document, not text"),
    (b"\x89PNG\r\n", "is an image, not text"),
    (bytes(range(256)) * 40, "is binary, not text"),
    (b"\x00" * 100, "is binary, not text"),
    (b"abc\x00def" * 30, "is binary, not text; give a text, HTML or JSON Lines file"),
    ("Đảng ủy ".encode()[:-2] + b"\xe1\xbb", "is in neither UTF-8 nor a Vietnamese encoding (byte"),
    (b"\xff\xfea", "is not valid UTF-16-LE"),
    ("Les députés ont adopté la résolution à l'unanimité.".encode("latin-1"), "is in neither UTF-8 nor"),
])
def test_what_is_no_text_is_refused_with_a_remedy(content, message):
    with pytest.raises(ReadingError) as caught:
        decode(content, "a.txt")
    assert message in str(caught.value)
    assert caught.value.exit_code == 3
    assert caught.value.remedy


def test_a_cut_character_is_pointed_to():
    content = ("Dòng một\n" * 3).encode() + "Đảng ủ".encode()[:-1]
    with pytest.raises(ReadingError, match=r"byte \d+, line 4"):
        decode(content, "a.txt")
