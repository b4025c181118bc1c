"""Sentences, and the article as rules see it."""

import pytest

from kg.article import Article, Paragraph, Role, Span
from kg.recognition.recognition import recognize


def _sentences(text: str) -> list[str]:
    recognition = recognize(Article("a", text))
    spans = map(recognition.sentence_span, recognition.sentences)
    return [recognition.writing.text[start:end] for start, end in spans if end > start]


@pytest.mark.parametrize(("text", "count"), [
    ("Hội nghị bế mạc. Đại biểu ra về.", 2),
    ("Hội nghị bế mạc.Đại biểu ra về.", 2),
    ("TP. Pleiku trao 1.250 suất quà.", 1),
    ("GS.TS. Trần Thị Lan phát biểu.", 1),
    ("Ban Chấp hành T.Ư Đảng họp tại TP.HCM.", 1),
    ("Ông nói: “Phải làm ngay.” Mọi người đồng ý.", 2),
    ("Dòng một\nDòng hai", 2),
])  # fmt: skip
def test_where_sentences_end(text, count):
    assert len(_sentences(text)) == count, _sentences(text)


def test_standing_lines_state_nothing():
    text = "Bí thư Tỉnh ủy Gia Lai Lê Văn Tâm họp.\nXem thêm: Chủ tịch UBND tỉnh Phú Yên Trần Văn Bảo thăm chợ"
    silent = Paragraph(Span(text.index("\n") + 1, len(text)), Role.STANDING)
    found = recognize(Article("a", text, (Paragraph(Span(0, text.index("\n")), Role.BODY), silent)))
    assert [m.parts["person"].name for m in found.of("person")] == ["Lê Văn Tâm"]


def test_an_abbreviation_that_the_article_defines_names_its_body():
    text = "Tổng công ty cổ phần Cà phê Tây Sơn (TCTS) được khen. Năm qua, TCTS nộp ngân sách 5 tỷ đồng."
    found = recognize(Article("a", text))
    assert [text[m.start : m.end] for m in found.of("body") if "short" in m.parts] == ["TCTS", "TCTS"]


def test_mentions_of_a_kind_are_found_between_offsets():
    found = recognize(Article("a", "Ngày 3/4/2021, ngày 5/6/2021 và ngày 7/8/2021."))
    dates = found.of("date")
    assert len(dates) == 3
    assert list(found.within("date", dates[1].start, dates[2].start)) == [dates[1]]
