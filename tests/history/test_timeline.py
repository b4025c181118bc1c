"""A timeline tells what is attested, stated and inferred, in order, each line with its article and words."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.errors import QueryError
from kg.fact import Entity, Fact, Statements
from kg.history.lookup import look_up
from kg.history.timeline import timeline
from kg.store.load import into_folder
from kg.store.source import asking
from tests.history.news import (
    CHUNG,
    COMMITTEE,
    DIRECTIVE,
    NIEN,
    PARTY,
    RULE,
    TUAN,
    graph,
    office,
    person,
    session,
    spans,
    story,
)

DECISION = Entity("Decision", ("12-qđ/tw",), "Quyết định 12-QĐ/TW", (), {"issued": date(2020, 10, 1)})
STORIES = [
    office("a3", date(2021, 7, 9), TUAN, "Phó Bí thư", PARTY, "Phó Bí thư Tỉnh ủy", decision=DECISION),
    office("a1", date(2020, 3, 2), TUAN, "Phó Chủ tịch", COMMITTEE, "Phó Chủ tịch UBND tỉnh", start="2019", end=date(2020, 9, 30)),
    office("a2", date(2021, 7, 8), TUAN, "Phó Chủ tịch", COMMITTEE, "nguyên Phó Chủ tịch UBND tỉnh", former=True),
    office("a5", date(2021, 9, 1), TUAN, "Phó Bí thư", PARTY, "Phó Bí thư Tỉnh ủy", decision=DECISION, published=False),
    office("a6", date(2020, 1, 6), NIEN, "Bí thư", PARTY, "Bí thư Tỉnh ủy"),
    office("a7", date(2022, 1, 6), CHUNG, "Bí thư", PARTY, "Bí thư Tỉnh ủy"),
    office("a8", date(2022, 2, 6), NIEN, "Bí thư", PARTY, "nguyên Bí thư Tỉnh ủy", former=True),
    office("b1", date(2022, 1, 7), person("Nguyễn Văn Hùng", "đắk lắk"), "Bí thư", None, "Bí thư"),
    office("b2", date(2022, 1, 8), person("Nguyễn Văn Hùng", "hà nam"), "Bí thư", None, "Bí thư"),
    session(10, date(2022, 5, 2), "m10"), session(9, date(2022, 1, 3), "m9", date(2022, 1, 2)),
    story("p1", date(2023, 2, 1), "Các chi bộ học tập Chỉ thị 05.", [("Chỉ thị 05", DIRECTIVE)], []),
]


@pytest.fixture(scope="module")
def nq(tmp_path_factory):
    return graph(tmp_path_factory.mktemp("news") / "graph.nq", STORIES)


def told(where, name, language="vi"):
    with asking(where) as ask:
        [node], index = look_up(name, ask)
        return timeline(node, index, ask, language)


def run(*arguments):
    return CliRunner().invoke(app, ["timeline", *arguments])


def test_a_person_in_the_order_of_time(nq):
    lines = told(nq, "châu ngọc tuấn")
    assert [(line["time"], line["known"], line["former"], line["what"], line["body"], line["basis"]) for line in lines] == [
        ("2019", "bắt đầu, bài nêu", "", "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Gia Lai", ""),
        ("2020-03-02", "được nêu", "", "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Gia Lai", ""),
        ("2020-09-30", "kết thúc, bài nêu", "", "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Gia Lai", ""),
        ("2020-10-01", "suy ra từ quyết định", "", "Phó Bí thư", "Tỉnh ủy Gia Lai", "Quyết định 12-QĐ/TW"),
        ("2020-10-01", "suy ra từ quyết định", "", "Phó Bí thư", "Tỉnh ủy Gia Lai", "Quyết định 12-QĐ/TW"),
        ("2021-07-08", "được nêu", "true", "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Gia Lai", ""),
        ("2021-07-09", "được nêu", "", "Phó Bí thư", "Tỉnh ủy Gia Lai", ""),
        ("2021-09-01", "được nêu, ngày bài được suy ra", "", "Phó Bí thư", "Tỉnh ủy Gia Lai", ""),
    ]
    assert all(line["article"].startswith("Tin a") and line["words"].startswith("Châu Ngọc Tuấn,") for line in lines)


def test_a_meetings_day_dates_the_office_where_the_article_prints_none(tmp_path):
    meeting = Entity("Meeting", ("hội nghị", "7"), "Hội nghị lần thứ 7", (), {"startDate": date(2021, 7, 8)})
    text = "Hội nghị lần thứ 7: đồng chí Hồ Văn Niên, Bí thư Tỉnh ủy chủ trì."
    held = Fact("Membership", {"member": NIEN, "role": "Bí thư", "organization": PARTY}, spans(text, "Hồ Văn Niên, Bí thư Tỉnh ủy"), RULE)

    def told_of(published):
        one = story("t", date(2021, 7, 9), text, [("Hồ Văn Niên", NIEN), ("Tỉnh ủy", PARTY), ("Hội nghị lần thứ 7", meeting)], [], published)
        chair = Fact("Participation", {"meeting": meeting, "participant": NIEN, "role": "chair", "capacity": (held,)},
                     spans(text, "đồng chí Hồ Văn Niên, Bí thư Tỉnh ủy chủ trì"), RULE)
        where = graph(tmp_path / "g.nq", [Statements(one.article, one.entities, (held, chair), one.dated)])
        return [(line["time"], line["known"], line["basis"], line["words"]) for line in told(where, "Hồ Văn Niên", "en")]

    assert told_of(published=False) == [
        ("2021-07-08", "inferred from a meeting", "Hội nghị lần thứ 7", "đồng chí Hồ Văn Niên, Bí thư Tỉnh ủy chủ trì"),
        ("2021-07-09", "attested, the article's day inferred", "", "Hồ Văn Niên, Bí thư Tỉnh ủy")]
    assert [line[:2] for line in told_of(published=True)] == [("2021-07-09", "attested")]


def test_an_office_and_who_held_it(nq):
    assert [(line["time"], line["what"], line["former"]) for line in told(nq, "bi thu tinh uy gia lai")] == [
        ("2020-01-06", "Hồ Văn Niên", ""), ("2022-01-06", "Rah Lan Chung", ""), ("2022-02-06", "Hồ Văn Niên", "true")]


def test_a_body_and_its_numbered_meetings(nq):
    lines = told(nq, "Tỉnh uỷ Gia Lai", "en")
    assert [(line["number"], line["time"], line["article"]) for line in lines] == [
        ("9", "2022-01-02", "Tin m9"), ("10", "", "Tin m10")]


def test_a_body_counts_its_meetings_anew_in_each_term(tmp_path):
    stories = [session(10, date(2020, 5, 2), "t1", term="khóa XV"), session(2, date(2021, 5, 2), "t2", term="khóa XVI"),
               session(9, date(2020, 1, 3), "t3", term="khoá XV, nhiệm kỳ 2015-2020"), session(12, date(2021, 6, 1), "t4")]
    lines = told(graph(tmp_path / "graph.nq", stories), "Tỉnh ủy Gia Lai", "en")
    assert [(line["number"], line["term"]) for line in lines] == [("12", ""), ("9", "XV"), ("10", "XV"), ("2", "XVI")]


def test_a_directive_and_who_speaks_of_it(nq):
    lines = told(nq, "Chỉ thị 05 - CT/TW", "en")
    assert [(line["time"], line["known"], line["what"]) for line in lines if line["known"] != "mentioned"] == [
        ("2022-01-03", "issues", "Bộ Chính trị"), ("2022-01-03", "discusses", "Hội nghị Tỉnh ủy lần thứ 9"),
        ("2022-05-02", "issues", "Bộ Chính trị"), ("2022-05-02", "discusses", "Hội nghị Tỉnh ủy lần thứ 10")]
    assert (lines[-1]["time"], lines[-1]["known"], lines[-1]["words"]) == ("2023-02-01", "mentioned", "Chỉ thị 05")


def test_a_store_and_a_builds_folder_answer_as_the_file_does(nq, tmp_path):
    into_folder(tmp_path / "store", Path(nq), progress=lambda _: None)
    assert told(str(tmp_path / "store"), "Châu Ngọc Tuấn") == told(nq, "Châu Ngọc Tuấn") == told(str(Path(nq).parent), "Châu Ngọc Tuấn")


def test_the_parts_that_a_cluster_writes_answer_as_the_whole_does(nq, tmp_path):
    rows = Path(nq).read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "run" / "graph").mkdir(parents=True)
    for number in range(3):
        (tmp_path / "run" / "graph" / f"part-{number:05d}.nq").write_text("".join(rows[number::3]), encoding="utf-8")
    whole = told(nq, "Châu Ngọc Tuấn")
    assert told(str(tmp_path / "run"), "Châu Ngọc Tuấn") == told(str(tmp_path / "run" / "graph"), "Châu Ngọc Tuấn") == whole


def test_a_folder_with_several_graphs_is_told(nq, tmp_path):
    for name in ("graph.nq", "graph.ttl"):
        (tmp_path / name).write_text("")
    result = run("Châu Ngọc Tuấn", "--in", str(tmp_path))
    assert (result.exit_code, "holds several graphs; name one: " in result.output) == (6, True)


def test_namesakes_are_listed_and_none_is_chosen(nq):
    result = run("nguyen van hung", "--in", nq)
    assert result.exit_code == 7
    assert '"nguyen van hung" may be any of 2 things' in result.output
    assert "person/nguyễn-văn-hùng/đắk-lắk\n    Nguyễn Văn Hùng, Bí thư\n" in result.output
    things = json.loads(run("nguyen van hung", "--in", nq, "-f", "json").output)["things"]
    assert [thing["offices"] for thing in things] == [["Nguyễn Văn Hùng, Bí thư"]] * 2
    assert run("https://w3id.org/vnkg/id/person/nguyễn-văn-hùng/đắk-lắk", "--in", nq).exit_code == 0


def test_a_name_is_unknown_or_has_no_timeline(nq):
    with asking(nq) as ask:
        with pytest.raises(QueryError, match="did you mean Châu Ngọc Tuấn"):
            look_up("Châu Ngọc Toàn", ask)
        with pytest.raises(QueryError, match="zzz.*: nothing in this graph has that name"):
            look_up('zzz"} DROP ALL #', ask)
        [meeting], index = look_up("Hội nghị Tỉnh ủy lần thứ 9", ask)
        with pytest.raises(QueryError, match="is nothing that has a timeline; name a person"):
            timeline(meeting, index, ask)


def test_an_iri_that_was_replaced_stands_for_the_new_one(tmp_path):
    where = graph(tmp_path / "g.nq", STORIES)
    old, new = (f"https://w3id.org/vnkg/id/person/{name}" for name in ("cũ", "châu-ngọc-tuấn/gia-lai"))
    with (tmp_path / "g.nq").open("a") as file:
        file.write(f"<{old}> <http://purl.org/dc/terms/isReplacedBy> <{new}> .\n")
    assert told(where, old) == told(where, new)


def test_an_iri_that_gave_way_to_several_is_answered_by_their_list(tmp_path):
    where = graph(tmp_path / "g.nq", STORIES)
    base = "https://w3id.org/vnkg/id/person/"
    with (tmp_path / "g.nq").open("a") as file:
        for new in ("châu-ngọc-tuấn/gia-lai", "hồ-văn-niên/gia-lai"):
            file.write(f"<{base}cũ> <http://purl.org/dc/terms/isReplacedBy> <{base}{new}> .\n")
    result = run(f"{base}cũ", "--in", where)
    assert (result.exit_code, "may be any of 2 things" in result.output) == (7, True)


def test_the_command_writes_tables_csv_and_json(nq):
    table = run("Châu Ngọc Tuấn", "--in", nq)
    assert table.exit_code == 0
    assert table.output.startswith("Châu Ngọc Tuấn (người")
    assert "Quyết định 12-QĐ/TW" in table.output
    rows = list(csv.DictReader(io.StringIO(run("Châu Ngọc Tuấn", "--in", nq, "-f", "csv").output)))
    lines = [json.loads(line) for line in run("Châu Ngọc Tuấn", "--in", nq, "-f", "json").output.splitlines()]
    assert rows == lines == told(nq, "Châu Ngọc Tuấn")
    assert "Deputy Secretary" in run("Châu Ngọc Tuấn", "--in", nq, "--lang", "en").output


def test_nothing_to_tell_is_said(tmp_path):
    where = graph(tmp_path / "g.nq", [story("x", date(2022, 1, 1), "Hồ Văn Niên.", [("Hồ Văn Niên", NIEN)], [])])
    result = run("Hồ Văn Niên", "--in", where)
    assert "nothing to put in the order of time" in result.output
