"""`kg eval` on annotated articles of one's own."""

import json

from typer.testing import CliRunner

from kg.cli import app
from kg.vi.confidence import rule_confidence
from kg.vi.lexicon import table

TEXT = "Ngày 3/6/2022, Huyện ủy Chư Prông tổ chức Hội nghị tổng kết công tác dân vận. Bí thư Huyện ủy Lê Văn Tâm dự hội nghị."
GOLD = {
    "persons": [{"name": "Lê Văn Tâm"}],
    "organizations": [{"id": "o1", "names": ["Huyện ủy Chư Prông", "Huyện ủy"]}],
    "posts": [{"person": "Lê Văn Tâm", "role": "Bí thư", "organization": "o1"}],
    "meetings": [
        {
            "id": "m1",
            "kind": "Hội nghị",
            "label": "Hội nghị tổng kết công tác dân vận",
            "date": "2022-06-03",
            "organizers": ["o1"],
        }
    ],
    "participation": [{"meeting": "m1", "participant": "Lê Văn Tâm", "role": "attendee"}],
}


def kg(*arguments):
    return CliRunner().invoke(app, ["eval", *map(str, arguments)])


def _annotated(folder):
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "a.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return folder


def test_figures_for_programs(tmp_path):
    done = kg(_annotated(tmp_path), "--json")
    families = json.loads(done.stdout)["families"]
    stated = ("person", "organization", "post", "meeting", "meeting date", "organizer", "participation")
    assert done.exit_code == 0 and {families[name]["f1"] for name in stated} == {1.0}


def test_a_table_for_people_with_rules_and_errors(tmp_path):
    done = kg(_annotated(tmp_path), "--by-rule", "--errors")
    assert "1 articles, mean F1" in done.stdout and "membership.beside-name" in done.stdout


def test_measured_confidence_is_written_in_the_form_that_is_read(tmp_path):
    target = tmp_path / "out" / "confidence.toml"
    assert kg(_annotated(tmp_path), "--confidence", target).exit_code == 0
    assert '"membership.beside-name" = {right = 1, stated = 1}' in target.read_text()


def test_a_folder_without_annotations_is_refused(tmp_path):
    done = kg(tmp_path)
    assert done.exit_code == 3 and "holds no annotated articles" in done.stderr


def test_shipped_confidence_is_a_share_and_only_of_rules_that_were_measured():
    measured = {name: rule_confidence(name) for name in table("confidence")["rules"]}
    shares = [float(share) for share in measured.values() if share is not None]
    assert shares and all(0 <= share <= 1 for share in shares)
    assert rule_confidence("no such rule") is None
