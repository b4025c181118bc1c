"""The working copy is settled; the article's own offsets come back exactly."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.vi.writing import fold, normalize, settle_tones

VIETNAMESE = st.text(
    alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằểễếịỏốờợủứựỳỵ AĐÔƯ.,-–“”\u0300\u0301\u0309\u0303\u0323\n", max_size=200
)


@pytest.mark.parametrize(("printed", "settled"), [
    ("uỷ ban", "ủy ban"), ("hoà bình", "hòa bình"), ("khoẻ", "khỏe"), ("quý", "quý"), ("toàn", "toàn"), ("UỶ", "ỦY"), ("thuỷ", "thủy"),
])  # fmt: skip
def test_tone_marks_move_to_one_place(printed, settled):
    assert settle_tones(printed) == settled


@pytest.mark.parametrize(("left", "right", "same"), [
    ("Uỷ ban nhân dân", "ủy ban nhân dân", True), ("Bác sỹ", "bác sĩ", True), ("Kỳ họp", "Kì họp", True),
    ("Hà Nam", "Hạ Nam", False), ("Hạnh", "Hanh", False), ("Bà Rịa – Vũng Tàu", "Bà Rịa-Vũng Tàu", True),
])  # fmt: skip
def test_names_compare_without_their_typography_and_with_their_marks(left, right, same):
    assert (fold(left) == fold(right)) is same


def test_cyrillic_letters_that_look_latin_become_latin():
    assert normalize("hạng Nhì, Ва, khóa Х").text == "hạng Nhì, Ba, khóa X"


@given(VIETNAMESE)
def test_every_stretch_of_the_copy_has_its_stretch_of_the_text(text):
    writing = normalize(text)
    for start in range(0, len(writing.text), 7):
        span = writing.span(start, len(writing.text))
        assert 0 <= span.start <= span.end <= len(text)
    assert len(writing.lower) == len(writing.text)


@given(VIETNAMESE)
def test_composed_and_decomposed_texts_have_one_copy(text):
    assert normalize(unicodedata.normalize("NFD", text)).text == normalize(unicodedata.normalize("NFC", text)).text


def test_offsets_of_decomposed_text_quote_whole_letters():
    text = unicodedata.normalize("NFD", "Tỉnh ủy Gia Lai họp")
    writing = normalize(text)
    start = writing.text.index("Gia")
    span = writing.span(start, start + len("Gia Lai"))
    assert unicodedata.normalize("NFC", text[span.start : span.end]) == "Gia Lai"
    assert writing.offset(span.start) == start
