"""Persons of one name who stayed apart are offered with reasons, unless somebody has judged them."""

from datetime import date

import pytest

from kg.archive.candidates import Reason, candidates
from kg.archive.evidence import Evidence
from kg.archive.judgements import Judgement, Verdict
from kg.archive.state import State
from tests.archive.news import row

BASE = "https://w3id.org/vnkg/id/person/nguyễn-văn-hùng/"
DAY = date(2021, 7, 9)
ROWS = [
    row("a1", "Tin tỉnh Gia Lai\nĐồng chí Nguyễn Văn Hùng, Phó Chánh Văn phòng Tỉnh ủy Gia Lai dự hội nghị.\n", DAY, "Báo Gia Lai"),
    row("a2", "Tin hai\nÔng Nguyễn Văn Hùng, Chuyên viên Sở Y tế tỉnh Gia Lai phát biểu. Hội nghị bế mạc.\n", date(2022, 7, 9)),
    row("a3", "Tin ba\nĐồng chí Nguyễn Văn Hùng, Bí thư Tỉnh ủy Kon Tum chủ trì hội nghị.\n", DAY),
    row("a4", "Tin bốn\nĐồng chí Nguyễn Văn Hưng, Phó Chánh Văn phòng Tỉnh ủy Gia Lai dự hội nghị.\n", DAY),
    row("a5", "Tin năm\nAnh Nguyễn Văn Hùng trao quà cho trẻ em.\n", date(2021, 7, 11)),
]


@pytest.fixture
def opened(archive, tmp_path):
    archive("one", ROWS)
    with State.opened(tmp_path / "one") as state:
        yield state, tmp_path / "one"


def told(state, judged=()):
    return [({one.one.iri.removeprefix(BASE), one.other.iri.removeprefix(BASE)}, [reason for reason, _ in one.why],
             [reason for reason, _ in one.why_not]) for one in candidates(state, judged)]


def test_who_may_be_one_and_why(opened):
    pairs = told(opened[0])
    assert ({"gia-lai", "gia-lai/a2"}, [Reason.PROVINCE], []) in pairs
    assert ({"gia-lai", "a5"}, [Reason.DAYS], []) in pairs
    assert ({"kon-tum", "a5"}, [Reason.DAYS], []) in pairs
    assert not [pair for pair, _, _ in pairs if pair == {"gia-lai", "kon-tum"}], "nothing speaks for one person"
    assert not [pair for pair, _, _ in pairs if any("hưng" in name for name in pair)], "diacritics count"


def test_a_pair_is_offered_until_it_is_judged(opened):
    judged = Judgement(Verdict.UNSURE, f"{BASE}gia-lai", f"{BASE}gia-lai/a2", "Lan", DAY)
    assert [one for one in told(opened[0]) if one not in told(opened[0], [judged])] == [
        ({"gia-lai", "gia-lai/a2"}, [Reason.PROVINCE], [])]


def test_what_speaks_against_is_told_and_such_pairs_come_last(archive, tmp_path):
    offices = "Bí thư Huyện ủy Châu Thành, Ủy viên Ban Chấp hành Đảng bộ tỉnh {}"
    archive("two", [row("b1", f"Tin\nĐồng chí Hồ Thị Lệ Hà, {offices.format('Tiền Giang')} chủ trì.\n", DAY),
                    row("b2", f"Tin\nĐồng chí Hồ Thị Lệ Hà, {offices.format('Trà Vinh')} dự họp.\n", DAY), *ROWS])
    with State.opened(tmp_path / "two") as state:
        last = candidates(state)[-1]
    assert last.one.label == "Hồ Thị Lệ Hà"
    assert last.why == ((Reason.BODY, "huyện ủy châu thành"),)
    assert [reason for reason, _ in last.why_not] == [Reason.PROVINCES, Reason.OPPOSED]
    assert last.why_not[0][1] == "Tiền Giang – Trà Vinh"


def test_the_words_of_each_article_are_shown_with_their_sentence(opened):
    state, place = opened
    [one] = [pair for pair in candidates(state) if pair.other.iri == f"{BASE}gia-lai/a2"]
    [said] = Evidence(state, place).of(one.other)
    assert (said.day, said.title, said.office) == ("2022-07-09", "Tin hai", "Chuyên viên Sở Y tế tỉnh Gia Lai")
    assert said.before + said.words + said.after == "Ông Nguyễn Văn Hùng, Chuyên viên Sở Y tế tỉnh Gia Lai phát biểu."
    (place / "articles" / "a2.txt").unlink()
    [again] = Evidence(state, place).of(one.other)
    assert (again.words, again.before, again.after) == (said.words, "", "")
