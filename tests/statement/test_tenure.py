"""When offices were taken up and left, by which decision, and what gives no time."""

from datetime import date

import pytest

from kg.article import Article
from kg.checking import line
from kg.extraction import extract
from kg.fact import Entity

PUBLISHED = date(2021, 4, 6)


def _terms(text: str, published: date | None = PUBLISHED) -> dict[str, tuple[str, str]]:
    """Office -> its start and end as text, "" where none is told."""
    facts = [fact for fact in extract(Article("a", text, date=published)).facts if fact.term == "Membership"]
    return {
        " ".join((*(("nguyên",) if fact.roles["former"] else ()), str(fact.roles["role"]))): (
            str(fact.roles.get("start", "")),
            str(fact.roles.get("end", "")),
        )
        for fact in facts
    }


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        # Periods before and behind offices
        (
            "Ông Lê Văn Bình quê ở Chư Sê. Từ tháng 2/2014 đến tháng 10/2015, ông làm Giám đốc Sở Nội vụ tỉnh Gia Lai.",
            {"nguyên Giám đốc": ("2014-02", "2015-10")},
        ),
        (
            "Năm 1967 đến năm 1974, ông Lê Văn Bình được phân công làm Bí thư Huyện ủy Chư Sê.",
            {"nguyên Bí thư": ("1967", "1974")},
        ),
        (
            "Từ tháng 7-2015 đến nay, ông Lê Văn Bình là Bí thư Huyện ủy Chư Sê.",
            {"Bí thư": ("2015-07", "")},
        ),
        (
            "Ông Lê Văn Bình, nguyên Bí thư Huyện ủy Chư Sê (từ 9/2014 đến 2/2016), dự.",
            {"nguyên Bí thư": ("2014-09", "2016-02")},
        ),
        (
            "Ông Lê Văn Bình giữ chức Giám đốc Sở Nội vụ tỉnh Gia Lai trong thời hạn 5 năm, kể từ ngày 1/3/2021.",
            {"Giám đốc": ("2021-03-01", "")},
        ),
        (
            "Ông Lê Văn Bình được bổ nhiệm giữ chức Giám đốc Sở Nội vụ tỉnh Gia Lai; thời hạn bổ nhiệm 5 năm, kể từ ngày "
            "16.2.2021.",
            {"Giám đốc": ("2021-02-16", "")},
        ),
        ("Ông Lê Văn Bình là Giám đốc Sở Nội vụ tỉnh Gia Lai từ 12-8-2014.", {"Giám đốc": ("2014-08-12", "")}),
        # Days on which offices were taken up or left
        ("Chiều 5/4, Quốc hội bầu ông Lê Văn Bình làm Chủ tịch nước.", {"Chủ tịch nước": ("2021-04-05", "")}),
        (
            "Ngày 5/4, HĐND tỉnh miễn nhiệm chức danh Chủ tịch UBND tỉnh Gia Lai đối với ông Lê Văn Bình.",
            {"nguyên Chủ tịch": ("", "2021-04-05")},
        ),
        (
            "Ông Lê Văn Bình thôi giữ chức Bí thư Huyện ủy Chư Sê từ ngày 1/4, giữ chức Giám đốc Sở Nội vụ tỉnh Gia "
            "Lai kể từ ngày 2/4/2021.",
            {"nguyên Bí thư": ("", "2021-04-01"), "Giám đốc": ("2021-04-02", "")},
        ),
        # Times of something else
        (
            "Chiều 5/4, Tỉnh ủy Gia Lai công bố quyết định điều động ông Lê Văn Bình giữ chức Bí thư Huyện ủy Chư Sê.",
            {"Bí thư": ("", "")},
        ),
        (
            "Ông Lê Văn Bình (sinh năm 1971) được điều động giữ chức Bí thư Huyện ủy Chư Sê.",
            {"Bí thư": ("", "")},
        ),
        (
            "Ông Lê Văn Bình được bầu làm Bí thư Huyện ủy Chư Sê nhiệm kỳ 2020-2025.",
            {"Bí thư": ("", "")},
        ),
        (
            "Tháng 2/2021, ông Lê Văn Bình nghỉ hưu và hai năm sau được bầu làm Chủ tịch Hội Nông dân Việt Nam.",
            {"Chủ tịch": ("", "")},
        ),
        # Offices held one after the other
        (
            "Từ năm 2001 đến năm 2005, ông Lê Văn Bình giữ chức Phó Bí thư Huyện ủy Chư Sê, rồi Bí thư Huyện ủy Chư Sê.",
            {"nguyên Phó Bí thư": ("", ""), "nguyên Bí thư": ("", "")},
        ),
        # An office told twice, once with its time; one of years ago that is still held
        (
            "Ông Lê Văn Bình, Bí thư Huyện ủy Chư Sê, dự. Năm 2016, ông được bầu giữ chức Bí thư Huyện ủy Chư Sê.",
            {"Bí thư": ("2016", "")},
        ),
        # Proposed, not held
        ("Ông Lê Văn Bình được giới thiệu để HĐND tỉnh bầu giữ chức Chủ tịch UBND tỉnh Gia Lai.", {}),
    ],
)
def test_terms(text, terms):
    assert _terms(text) == terms


def test_a_life_told_by_periods():
    text = (
        "TÓM TẮT TIỂU SỬ ĐỒNG CHÍ LÊ VĂN BÌNH\n"
        "- 8/1988 - 6/1995: Phó Giám đốc Sở Nội vụ tỉnh Gia Lai\n"
        "- 7/1995 - 5/2004: Bí thư Huyện ủy Chư Sê (từ 3/1998: Chủ tịch UBND huyện Chư Sê)\n"
        "- 5/2004 - nay: Ủy viên Ban Thường vụ Tỉnh ủy Gia Lai\n"
    )
    assert _terms(text, None) == {
        "nguyên Phó Giám đốc": ("1988-08", "1995-06"),
        "nguyên Bí thư": ("1995-07", "2004-05"),
        "nguyên Chủ tịch": ("", ""),
        "Ủy viên": ("2004-05", ""),
    }


def test_lives_of_two_persons():
    text = (
        "Ông Lê Văn Bình và bà Ksor H'Lan nhận nhiệm vụ.\n"
        "Trước tháng 6-2016, ông Lê Văn Bình là Bí thư Huyện ủy Chư Sê; từ tháng 6-2016 đến 6-2018: Phó Giám đốc Sở Nội "
        "vụ tỉnh Gia Lai; từ tháng 7-2018: Giám đốc Sở Nội vụ tỉnh Gia Lai. Ông thích đọc sách.\n"
        "Bà Ksor H'Lan học ở Pleiku; từ tháng 12-2016: Phó Giám đốc Sở Y tế tỉnh Gia Lai; từ tháng 4-2019: Giám đốc Sở Y tế "
        "tỉnh Gia Lai.\n"
    )
    facts = [fact for fact in extract(Article("a", text)).facts if fact.term == "Membership"]
    assert {(line(fact), fact.roles.get("start"), fact.roles.get("end")) for fact in facts} == {
        ("Lê Văn Bình | nguyên | Bí thư | Huyện ủy Chư Sê", None, None),
        ("Lê Văn Bình | nguyên | Phó Giám đốc | Sở Nội vụ tỉnh Gia Lai", "2016-06", "2018-06"),
        ("Lê Văn Bình | Giám đốc | Sở Nội vụ tỉnh Gia Lai", "2018-07", None),
        ("Ksor H'Lan | nguyên | Phó Giám đốc | Sở Y tế tỉnh Gia Lai", "2016-12", None),
        ("Ksor H'Lan | Giám đốc | Sở Y tế tỉnh Gia Lai", "2019-04", None),
    }


def test_a_life_told_in_clauses():
    text = (
        "Đồng chí Lê Văn Bình sinh năm 1960. Từ tháng 6-2016 đến 6-2018: Phó Tư lệnh Quân khu 5; từ tháng 6-2018 đến "
        "11-2018: Tham mưu trưởng Quân khu 5."
    )
    assert _terms(text) == {
        "nguyên Phó Tư lệnh": ("2016-06", "2018-06"),
        "nguyên Tham mưu trưởng": ("2018-06", "2018-11"),
    }


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (
            "Quyết định số 99-QĐ/TW ngày 3/2/2021 của Bộ Chính trị về việc điều động ông Lê Văn Bình giữ chức Bí thư "
            "Tỉnh ủy Gia Lai.",
            date(2021, 2, 3),
        ),
        (
            "Tại Quyết định số 39/QĐ-TTg ngày 6-1-2021, Thủ tướng Chính phủ bổ nhiệm ông Lê Văn Bình giữ chức Phó Chủ "
            "nhiệm Văn phòng Chính phủ kể từ ngày 10/1/2021.",
            date(2021, 1, 10),
        ),
        (
            "Ông Lê Văn Bình được bổ nhiệm giữ chức Giám đốc Sở Nội vụ tỉnh Gia Lai theo Quyết định số 15/QĐ-UBND ngày "
            "1/3/2021 của Chủ tịch UBND tỉnh Gia Lai.",
            date(2021, 3, 1),
        ),
    ],
)
def test_the_decision_of_a_change(text, start):
    (held,) = [fact for fact in extract(Article("a", text)).facts if fact.term == "Membership"]
    decision = held.roles["decision"]
    assert isinstance(decision, Entity) and decision.kind == "Decision"
    assert held.roles["start"] == start


def test_a_decision_that_is_withdrawn_makes_no_change():
    text = "UBND tỉnh thu hồi Quyết định số 15/QĐ-UBND về việc bổ nhiệm ông Lê Văn Bình giữ chức Giám đốc Sở Nội vụ."
    assert all("decision" not in fact.roles for fact in extract(Article("a", text)).facts)
