"""Contradictions are found with the words of both sides, and what is none is left alone."""

import csv
import io
import json
from datetime import date

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.fact import Entity
from kg.history.conflicts import conflicts
from kg.history.contradiction import Kind
from kg.store.source import asking
from kg.vi.lexicon import table
from tests.history.news import BUREAU, CHUNG, COMMITTEE, NIEN, PARTY, TUAN, graph, office, person, story

DAY, NEXT = date(2021, 7, 9), date(2021, 7, 10)
COUNCIL = Entity("StateBody", ("hđnd", "gia lai"), "Hội đồng nhân dân tỉnh Gia Lai")
ELSEWHERE = Entity("PartyCommittee", ("tỉnh ủy", "kon tum"), "Tỉnh ủy Kon Tum")
MINISTRY, OTHER_MINISTRY = (Entity("StateBody", (name.lower(),), name) for name in ("Bộ Nội vụ", "Bộ Tài chính"))
GIA_LAI, KON_TUM = Entity("Place", ("gia lai",), "Tỉnh Gia Lai"), Entity("Place", ("kon tum",), "Tỉnh Kon Tum")
SECRETARY = "Bí thư Tỉnh ủy"


def seat(name, body, place):
    """An article that says where a body is."""
    return story(name, None, f"{body.label} ở {place.label}.", [(body.label, body), (place.label, place)],
                 [(body.label, "territory", {"subject": body, "object": place})])


SEATS = [seat("s1", PARTY, GIA_LAI), seat("s2", COMMITTEE, GIA_LAI), seat("s3", COUNCIL, GIA_LAI), seat("s4", ELSEWHERE, KON_TUM)]


def secretary(name, day, who, **more):
    return office(name, day, who, "Bí thư", PARTY, f"{'nguyên ' * bool(more.get('former'))}{SECRETARY}", **more)


def found(tmp_path, *stories):
    with asking(graph(tmp_path / "g.nq", [*SEATS, *stories])) as ask:
        return conflicts(ask)


def test_two_holders_of_one_office_on_one_day(tmp_path):
    [one] = found(tmp_path, secretary("a", DAY, NIEN), secretary("b", DAY, CHUNG), secretary("c", NEXT, CHUNG))
    assert (one.kind, one.label, one.days) == (Kind.HOLDERS, "Bí thư Tỉnh ủy Gia Lai", ("2021-07-09",))
    assert [(side.label, [(said.words, said.article) for said in side.witnesses]) for side in one.sides] == [
        ("Hồ Văn Niên", [("Hồ Văn Niên, Bí thư Tỉnh ủy", "Tin a")]), ("Rah Lan Chung", [("Rah Lan Chung, Bí thư Tỉnh ủy", "Tin b")])]


def test_a_stated_term_holds_on_the_days_between(tmp_path):
    term = {"start": date(2020, 1, 1), "end": date(2022, 1, 1)}
    [one] = found(tmp_path, secretary("a", date(2023, 1, 1), NIEN, **term), secretary("b", DAY, CHUNG))
    assert one.days == ("2021-07-09",)
    assert [len(side.witnesses) for side in one.sides] == [1, 1]


@pytest.mark.parametrize("stories", [
    [secretary("a", DAY, NIEN), secretary("b", NEXT, CHUNG)],
    [secretary("a", DAY, NIEN, former=True), secretary("b", DAY, CHUNG)],
    [secretary("a", DAY, NIEN), secretary("c", DAY, NIEN, former=True), secretary("b", DAY, CHUNG)],
    [secretary("a", DAY, NIEN, end=DAY), secretary("b", DAY, CHUNG)],
    [secretary("a", DAY, NIEN), secretary("b", DAY, CHUNG, start=DAY)],
    [secretary("a", DAY, NIEN), secretary("b", DAY, CHUNG, start="2021-07")],
    [secretary("a", DAY, NIEN), secretary("b", DAY, CHUNG, succeeds=NIEN)],
    [secretary("a", DAY, NIEN), secretary("b", DAY, CHUNG, decision=Entity("Decision", ("7-qđ",), "Quyết định 7"))],
    [secretary("a", DAY, person("Hồ Văn Niên", "tin a")), secretary("b", DAY, person("Hồ văn Niên", "tin b"))],
    [office("a", DAY, NIEN, "Phó Bí thư", PARTY, "Phó Bí thư Tỉnh ủy"), office("b", DAY, CHUNG, "Phó Bí thư", PARTY, "Phó Bí thư Tỉnh ủy")],
    [office("a", DAY, NIEN, "Quyền Bí thư", PARTY, "Quyền Bí thư Tỉnh ủy"), secretary("b", DAY, CHUNG)],
    [office("a", DAY, NIEN, "Bí thư", None, "Bí thư"), office("b", DAY, CHUNG, "Bí thư", None, "Bí thư")],
    [office(name, DAY, who, "Bí thư", Entity("PartyCommittee", ("bch tw",), "Ban Chấp hành Trung ương Đảng"), "Bí thư Trung ương Đảng")
     for name, who in (("a", NIEN), ("b", CHUNG))],
    [office(name, DAY, who, "Trưởng phòng", Entity("StateBody", ("phòng tài chính",), "Phòng Tài chính"), "Trưởng phòng Tài chính")
     for name, who in (("a", NIEN), ("b", CHUNG))],
], ids=["another day", "former", "former too", "end", "start", "month", "predecessor", "decision", "one name", "deputies",
        "acting", "no body", "several by nature", "no place"])
def test_what_is_no_second_holder(tmp_path, stories):
    assert found(tmp_path, *stories) == []


def test_one_person_in_two_offices(tmp_path):
    [one] = found(tmp_path, office("a", DAY, TUAN, "Chủ tịch", COMMITTEE, "Chủ tịch UBND tỉnh"),
                  office("b", DAY, TUAN, "Chủ tịch", COUNCIL, "Chủ tịch HĐND tỉnh"))
    assert (one.kind, one.label) == (Kind.OFFICES, "Châu Ngọc Tuấn")
    assert one.why["vi"].startswith("Thường trực Hội đồng nhân dân không đồng thời")
    [one] = found(tmp_path, secretary("a", DAY, TUAN), office("b", DAY, TUAN, "Bí thư", ELSEWHERE, SECRETARY))
    assert one.why["en"] == "one title in two territories"
    [one] = found(tmp_path, office("a", DAY, TUAN, "Bộ trưởng", MINISTRY, "Bộ trưởng Nội vụ"),
                  office("b", DAY, TUAN, "Bộ trưởng", OTHER_MINISTRY, "Bộ trưởng Tài chính"))
    assert [side.label for side in one.sides] == ["Bộ trưởng Bộ Nội vụ", "Bộ trưởng Bộ Tài chính"]


def test_one_person_may_lead_the_party_and_the_council(tmp_path):
    assert found(tmp_path, secretary("a", DAY, TUAN), office("b", DAY, TUAN, "Chủ tịch", COUNCIL, "Chủ tịch HĐND tỉnh")) == []


def paper(name, issued, body=None):
    decree = Entity("Decision", ("12-qđ/tw",), "Quyết định 12-QĐ/TW", (), {"issued": issued} if issued else {})
    things = [(decree.label, decree), *([(body.label, body)] if body else [])]
    facts = [(f"của {body.label}", "issuedBy", {"subject": decree, "object": body})] if body else []
    return story(name, DAY, f"{decree.label}{f' của {body.label}' if body else ''} có hiệu lực.", things, facts)


def test_two_dates_of_one_document_each_with_its_article(tmp_path):
    [one] = found(tmp_path, paper("a", date(2020, 10, 1)), paper("b", date(2020, 11, 1)), paper("c", "2020"))
    assert one.kind is Kind.ISSUED
    assert [(side.value, [said.article for said in side.witnesses]) for side in one.sides] == [
        ("2020-10-01", ["Tin a"]), ("2020-11-01", ["Tin b"])]
    assert found(tmp_path, paper("a", date(2020, 10, 1)), paper("c", "2020-10")) == []


def meeting(name, start, end=None):
    event = Entity("Meeting", ("hội nghị", "6"), "Hội nghị lần thứ 6", (), {"startDate": start, **({"endDate": end} if end else {})})
    return story(name, DAY, "Hội nghị lần thứ 6 đã họp.", [(event.label, event)], [])


def test_two_dates_of_one_meeting(tmp_path):
    [one] = found(tmp_path, meeting("a", DAY), meeting("b", date(2021, 8, 9)))
    assert (one.kind, [side.value for side in one.sides]) == (Kind.MEETING, ["2021-07-09", "2021-08-09"])
    assert found(tmp_path, meeting("a", DAY, NEXT), meeting("b", NEXT)) == []


def test_two_issuers_of_one_document(tmp_path):
    [one] = found(tmp_path, paper("a", None, PARTY), paper("b", None, BUREAU))
    assert (one.kind, {side.label for side in one.sides}) == (Kind.ISSUERS, {"Tỉnh ủy Gia Lai", "Bộ Chính trị"})
    assert {said.words for side in one.sides for said in side.witnesses} == {"của Tỉnh ủy Gia Lai", "của Bộ Chính trị"}


def test_issuers_who_agree(tmp_path):
    decree = Entity("Decision", ("12-qđ/tw",), "Quyết định 12-QĐ/TW")
    words = f"{PARTY.label} và {COMMITTEE.label}"
    together = story("a", DAY, f"{words} ban hành {decree.label}.", [(decree.label, decree), (PARTY.label, PARTY), (COMMITTEE.label, COMMITTEE)],
                     [(words, "issuedBy", {"subject": decree, "object": (PARTY, COMMITTEE)})])
    assert found(tmp_path, together) == []
    assert found(tmp_path, paper("a", None, PARTY), paper("b", None, NIEN)) == []
    part = story("c", DAY, f"{BUREAU.label}, {PARTY.label}", [(PARTY.label, PARTY), (BUREAU.label, BUREAU)],
                 [(PARTY.label, "subOrganizationOf", {"subject": PARTY, "object": BUREAU})])
    assert found(tmp_path, paper("a", None, PARTY), paper("b", None, BUREAU), part) == []


def test_the_command_tells_in_three_forms_and_by_its_exit_code(tmp_path):
    where = graph(tmp_path / "g.nq", [*SEATS, secretary("a", DAY, NIEN), secretary("b", DAY, CHUNG, published=False)])
    run = CliRunner().invoke
    told = run(app, ["conflicts", "--in", where])
    assert told.exit_code == 1
    assert told.output.startswith("1. Bí thư Tỉnh ủy Gia Lai: một chức vụ, nhiều người giữ trong một ngày\n   2021-07-09\n")
    assert "2021-07-09 (ngày bài được suy ra): “Rah Lan Chung, Bí thư Tỉnh ủy” – Tin b" in told.output
    assert "one office, several holders on one day" in run(app, ["conflicts", "--in", where, "--lang", "en"]).output
    rows = list(csv.DictReader(io.StringIO(run(app, ["conflicts", "--in", where, "-f", "csv"]).output)))
    assert [(row["number"], row["kind"], row["side"], row["source"][-2:]) for row in rows] == [
        ("1", "two-holders", "Hồ Văn Niên", "/a"), ("1", "two-holders", "Rah Lan Chung", "/b")]
    [one] = map(json.loads, run(app, ["conflicts", "--in", where, "-f", "json"]).output.splitlines())
    assert (one["kind"], one["days"], [side["label"] for side in one["sides"]]) == ("two-holders", ["2021-07-09"], ["Hồ Văn Niên", "Rah Lan Chung"])
    assert run(app, ["conflicts", "--in", graph(tmp_path / "n.nq", SEATS)]).exit_code == 0


def test_the_rules_speak_of_titles_that_are_single():
    known = table("contradictions")
    single = {*table("identity")["single"], *known["single"], *known["alone"]}
    assert {side["title"] for rule in known["apart"] for side in (rule["one"], rule["other"])} <= single
    assert set(known["several"]) <= single


def test_evidence_of_a_turtle_file_is_all_that_speaks_of_the_thing(tmp_path):
    from kg.graph import triples, write

    path = tmp_path / "g.ttl"
    path.write_bytes(write({row for one in (paper("a", date(2020, 10, 1)), paper("b", date(2020, 11, 1))) for row in triples(one)}))
    with asking(str(path)) as ask:
        [one] = conflicts(ask)
    assert [len(side.witnesses) for side in one.sides] == [2, 2]
