"""Articles in the genre, written by a small grammar: for properties that must hold whatever an article says."""

from __future__ import annotations

from hypothesis import strategies as st

SURNAMES = ["Nguyễn", "Trần", "Lê", "Phạm", "Siu", "Rơ Châm", "Ksor", "Hoàng", "Đinh"]
MIDDLE = ["Văn", "Thị", "Minh", "Quốc", "Thanh"]
GIVEN = ["Tâm", "Hùng", "Lan", "Bảo", "Thủy", "Khoa", "Hương"]
PROVINCES = ["Gia Lai", "Phú Yên", "Bắc Giang", "Cà Mau"]
ROLES = [
    "Bí thư Tỉnh ủy",
    "Chủ tịch UBND tỉnh",
    "Phó Chủ tịch HĐND tỉnh",
    "Giám đốc Sở Nội vụ tỉnh",
    "Trưởng Ban Tuyên giáo Tỉnh ủy",
]
MEETINGS = [
    "Hội nghị tổng kết công tác dân vận",
    "Lễ kỷ niệm 40 năm Ngày thành lập tỉnh",
    "Kỳ họp thứ 7",
    "Hội thảo khoa học về cồng chiêng",
]
AWARDS = ["bằng khen", "giấy khen", "Huân chương Lao động hạng Ba", "Cờ thi đua"]
NOISE = [
    "Thời tiết nắng đẹp.",
    "Chợ phiên đông người mua bán.",
    "Giá cà phê tăng nhẹ.",
    "(",
    "…",
    "“",
    ");",
    "  ",
    "\n\n",
    "Covid-19",
    "12.345",
    "A.B.C",
]

names = st.builds(" ".join, st.tuples(st.sampled_from(SURNAMES), st.sampled_from(MIDDLE), st.sampled_from(GIVEN)))
offices = st.builds(" ".join, st.tuples(st.sampled_from(ROLES), st.sampled_from(PROVINCES)))
days = st.builds("{}-{}".format, st.integers(1, 28), st.integers(1, 12))

attending = st.builds("Dự hội nghị có đồng chí {}, {}.".format, names, offices)
speaking = st.builds("Phát biểu tại hội nghị, {} {} nhấn mạnh kết quả.".format, offices, names)
holding = st.builds(
    "Ngày {}-2021, Tỉnh ủy {} tổ chức {}.".format, days, st.sampled_from(PROVINCES), st.sampled_from(MEETINGS)
)
awarding = st.builds(
    "UBND tỉnh {} tặng {} cho {} tập thể, {} cá nhân.".format,
    st.sampled_from(PROVINCES),
    st.sampled_from(AWARDS),
    st.integers(1, 30),
    st.integers(1, 30),
)
carrying = st.builds(
    "Huyện ủy Chư Sê triển khai thực hiện Chỉ thị số {}-CT/TW của Bộ Chính trị.".format, st.integers(1, 60)
)
appointing = st.builds("Ông {} được bầu giữ chức {}.".format, names, offices)
sentences = st.one_of(attending, speaking, holding, awarding, carrying, appointing, st.sampled_from(NOISE))
articles = st.lists(sentences, min_size=1, max_size=8).map(" ".join)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """An article with letters lost, doubled, or put in from anywhere in Unicode, as bad copies have them."""
    text = draw(articles)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(text)))
        stranger = draw(
            st.sampled_from(
                ["", text[at : at + 9] * 2, "\u202e", "\u0301", "\x00", "<b>", "((", "”", "\r\n", "Ж", "👍"]
            )
        )
        text = text[:at] + stranger + text[at + draw(st.integers(0, 3)) :]
    return text
