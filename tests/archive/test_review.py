"""`kg review` shows candidates and writes judgements, which builds apply and which can be taken back."""

import csv
import getpass
import io
import json
from datetime import date

import pytest
from typer.testing import CliRunner

from kg.archive.judgements import NAME, Judgement, Judgements, Verdict, read, write
from kg.cli import app
from tests.archive.news import row, written
from tests.archive.test_candidates import BASE, ROWS

ONE, OTHER = f"{BASE}gia-lai", f"{BASE}gia-lai/a2"


@pytest.fixture
def place(archive, tmp_path):
    archive("out", ROWS)
    return tmp_path / "out"


def run(place, *arguments, typed=None):
    return CliRunner().invoke(app, ["review", str(place), *arguments], input=typed)


def judged(place):
    return [(one.verdict.value, one.one, one.other, one.by, one.on.isoformat(), one.why) for one in read(place / NAME)]


def test_candidates_are_listed_with_reasons_and_words_side_by_side(place):
    told = run(place, "--list", "--name", "nguyễn văn hùng")
    assert told.exit_code == 0
    assert "  + là một người: chức vụ ở cùng một tỉnh, thành phố: Gia Lai\n" in told.output
    assert [line for line in told.output.splitlines() if line.count("<https://w3id.org/vnkg/id/person/") == 2]
    assert "⟦Nguyễn Văn" in told.output
    assert "for one person: offices in one province: Gia Lai" in run(place, "--list", "--lang", "en").output
    assert not (place / NAME).exists()


def test_candidates_are_listed_for_programs(place):
    lines = [json.loads(line) for line in run(place, "--list", "-f", "json").output.splitlines()]
    [found] = [line for line in lines if line["other"]["iri"] == OTHER]
    assert (found["name"], found["one"]["iri"], found["for"], found["against"]) == ("Nguyễn Văn Hùng", ONE, {"province": "Gia Lai"}, {})
    assert found["one"]["said"][0]["outlet"] == "Báo Gia Lai"
    rows = list(csv.DictReader(io.StringIO(run(place, "--list", "-f", "csv").output)))
    assert [(row["one"], row["other"]) for row in rows] == [(line["one"]["iri"], line["other"]["iri"]) for line in lines]
    shown = run(place, "--list", "-f", "csv", "--most", "1")
    assert f"kg: {len(rows) - 1} more candidates; --most N shows more of them" in shown.output


def test_answers_in_the_terminal_are_written_at_once(place):
    done = run(place, "--by", "Lan", "--on", "2026-03-01", typed="x\ns\ncùng một tiểu sử\nk\nq\n")
    assert done.exit_code == 0
    assert f"1 judged in {place / NAME}" in done.output
    assert len(judged(place)) == 1
    verdict, _, _, by, on, why = judged(place)[0]
    assert (verdict, by, on, why) == ("same", "Lan", "2026-03-01", "cùng một tiểu sử")


def test_the_input_may_end_anywhere(place):
    assert "nothing judged" in run(place, typed="").output
    assert "1 judged" in run(place, typed="d").output
    assert [(one[0], one[3], one[4]) for one in judged(place)] == [("different", getpass.getuser(), date.today().isoformat())]


def test_what_follows_from_other_answers_is_not_asked(archive, tmp_path):
    archive("more", [*ROWS, row("a6", "Tin\nAnh Nguyễn Văn Hùng đến thăm.\n", date(2021, 7, 11))])
    listed = run(tmp_path / "more", "--list", "-f", "csv").output.count("\n") - 1
    done = run(tmp_path / "more", typed="s\n\n" * listed).output
    asked = done.count("[s] một người")
    assert (listed, asked) == (6, 4)
    assert f"{asked} judged" in done


def test_one_judgement_without_questions_and_taken_back(place):
    assert run(place, "--judge", "same", OTHER, ONE, "--by", "Lan", "--on", "2026-03-01", "--why", "hỏi tòa soạn").exit_code == 0
    assert judged(place) == [("same", ONE, OTHER, "Lan", "2026-03-01", "hỏi tòa soạn")]
    assert OTHER not in run(place, "--list").output
    gone = run(place, "--take-back", ONE, OTHER, "--by", "Minh")
    assert (gone.exit_code, "has no judgement of" in gone.output) == (9, True)
    assert run(place, "--take-back", ONE, OTHER).exit_code == 0
    assert judged(place) == []
    assert OTHER in run(place, "--list").output


def test_a_build_applies_judgements_and_restores_the_graph_without_them(place, tmp_path):
    def build(*arguments):
        done = CliRunner().invoke(app, ["build", "--archive", "-o", str(place), *arguments])
        assert done.exit_code == 0, done.output
        return (place / "graph.nq").read_bytes(), done.output

    inputs = str(written(tmp_path / "again.jsonl", ROWS))
    before, _ = build(inputs)
    run(place, "--judge", "same", ONE, OTHER)
    applied, _ = build()
    assert f"<{OTHER}> <http://www.w3.org/2002/07/owl#sameAs> <{ONE}>".encode() in applied
    run(place, "--judge", "different", ONE, OTHER, "--by", "Minh")
    disputed, said = build()
    assert disputed == before
    assert f"kg: judgements contradict each other, and are left out: {ONE} = {OTHER}" in said
    run(place, "--take-back", ONE, OTHER)
    assert build()[0] == before


def test_contradictions_are_told_with_exit_code_1(place):
    write(place / NAME, Judgements().added([Judgement(Verdict.SAME, ONE, OTHER, "Lan", date(2026, 3, 1)),
                                            Judgement(Verdict.DIFFERENT, ONE, OTHER, "Minh", date(2026, 3, 2))]))
    told = run(place, "--list")
    assert told.exit_code == 1
    assert f"{ONE} = {OTHER} (Lan, 2026-03-01), but {ONE} ≠ {OTHER} (Minh, 2026-03-02); take one of them back" in told.output


@pytest.mark.parametrize(("arguments", "code", "message"), [
    (["--judge", "maybe", ONE, OTHER], 9, "--judge maybe: is no judgement; write same, different, unsure"),
    (["--judge", "same", ONE, ONE], 9, "compares"),
    (["--judge", "same", ONE, "tuấn"], 9, "'tuấn' is no IRI"),
    (["--on", "1/3/2026", "--list"], 2, "--on"),
])
def test_what_cannot_be_judged_is_told(place, arguments, code, message):
    done = run(place, *arguments)
    assert done.exit_code == code
    assert message in done.output
    assert not (place / NAME).exists()


def test_a_damaged_file_and_a_folder_without_archive(place, tmp_path):
    (place / NAME).write_text("same\n")
    assert (run(place, "--list").exit_code, (place / NAME).read_text()) == (9, "same\n")
    assert run(place, "--judge", "same", ONE, OTHER).exit_code == 9
    assert run(tmp_path, "--list").exit_code == 10
