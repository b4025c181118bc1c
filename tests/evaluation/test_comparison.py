"""Annotated articles compared with what the builder states: what counts as right, false, missed, and as neither."""

import json
from pathlib import Path

import pytest

from kg.article import Article, Span
from kg.errors import ReadingError
from kg.evaluation.alignment import comparable, overlap
from kg.evaluation.comparison import compare
from kg.evaluation.gold import annotated
from kg.evaluation.tally import Evaluation
from kg.fact import Entity, Fact, Statements

TEXT = "Bí thư Huyện ủy Chư Prông Lê Văn Tâm dự hội nghị."
PERSON = Entity("Person", ("lê văn tâm", "gia lai"), "Lê Văn Tâm", ("ông Tâm",), spans=(Span(27, 37),), rule="person@1")
BODY = Entity("PartyCommittee", ("huyện ủy chư prông",), "Huyện ủy Chư Prông", spans=(Span(7, 26),), rule="body@1")
POST = Fact("Membership", {"member": PERSON, "role": "Bí thư", "organization": BODY}, rule="membership@1")


def _evaluate(tmp_path: Path, gold: dict, entities: tuple, facts: tuple) -> Evaluation:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    evaluation = Evaluation()
    for one in annotated(tmp_path):
        compare(evaluation, one, Statements(Article("a", TEXT), entities, facts))
    return evaluation


GOLD = {
    "persons": [{"name": "Lê Văn Tâm"}],
    "organizations": [{"id": "o1", "names": ["Huyện ủy Chư Prông"]}],
    "posts": [{"person": "Lê Văn Tâm", "role": "Bí thư", "organization": "o1", "former": False}],
}


def test_what_is_annotated_and_stated_is_right(tmp_path):
    found = _evaluate(tmp_path, GOLD, (PERSON, BODY), (POST,))
    assert [found.families[f].f1 for f in ("person", "organization", "post")] == [1.0, 1.0, 1.0]
    assert found.rules["membership"].right == 1


def test_what_is_not_stated_is_missed(tmp_path):
    found = _evaluate(tmp_path, GOLD, (PERSON, BODY), ())
    assert len(found.families["post"].missed) == 1
    assert found.families["post"].f1 == 0.0


def test_what_is_not_annotated_is_false_and_names_its_rule(tmp_path):
    other = Entity("Person", ("chư prông", "a"), "Chư Prông", spans=(Span(17, 26),), rule="person@1")
    found = _evaluate(tmp_path, GOLD, (PERSON, BODY, other), (POST,))
    assert found.families["person"].false == ["a: Chư Prông"]
    assert found.rules["person"].precision == 0.5


def test_what_is_optional_counts_neither_way(tmp_path):
    gold = {**GOLD, "posts": [{**GOLD["posts"][0], "optional": True}]}
    for facts in ((POST,), ()):
        post = _evaluate(tmp_path, gold, (PERSON, BODY), facts).families["post"]
        assert (post.right, post.false, post.missed) == (0, [], [])


def test_another_office_is_not_the_annotated_one(tmp_path):
    wrong = Fact("Membership", {**POST.roles, "role": "Chủ tịch"}, rule="membership@1")
    post = _evaluate(tmp_path, GOLD, (PERSON, BODY), (wrong,)).families["post"]
    assert (post.right, len(post.false), len(post.missed)) == (0, 1, 1)


@pytest.mark.parametrize(("left", "right"), [
    ("UBND tỉnh Gia Lai", "Ủy ban nhân dân tỉnh Gia Lai"),
    ("Uỷ ban Nhân dân  tỉnh Gia Lai", "Ủy ban nhân dân tỉnh Gia Lai"),
    ("BCH Đảng bộ huyện", "Ban Chấp hành Đảng bộ huyện"),
])  # fmt: skip
def test_one_name_in_two_spellings_compares_equal(left, right):
    assert comparable(left) == comparable(right)


def test_marks_tell_names_apart():
    assert comparable("Hà Nam") != comparable("Hạ Nam")
    assert overlap(comparable("Chỉ thị 05"), comparable("Chỉ thị 06")) < 1


@pytest.mark.parametrize(("name", "content", "message"), [
    (None, None, "holds no annotated articles"),
    ("a.json", "{}", "does not exist"),
    ("a.json", "{", "is not JSON"),
    ("a.json", "[]", "is not an annotation"),
])  # fmt: skip
def test_a_folder_that_cannot_be_used_is_refused_with_a_remedy(tmp_path, name, content, message):
    if name:
        (tmp_path / name).write_text(content)
    if message != "does not exist":
        (tmp_path / "a.txt").write_text(TEXT)
    with pytest.raises(ReadingError, match=message) as error:
        list(annotated(tmp_path))
    assert error.value.remedy


@pytest.mark.parametrize(("annotated_giver", "given", "right"), [
    ("o1", PERSON, 1), ("Bí thư Huyện ủy Chư Prông", PERSON, 1), ("Lê Văn Tâm", BODY, 1), ("o1", BODY, 1),
    ("Chủ tịch UBND tỉnh", PERSON, 0),
])
def test_a_body_and_its_head_are_one_giver(tmp_path, annotated_giver, given, right):
    gold = {**GOLD, "awards": [{"awarders": [annotated_giver], "type": "Giấy khen", "recipients": [{"count": 2, "kind": "cá nhân"}]}]}
    group = Entity("RecipientGroup", ("a", "2 cá nhân"), "2 cá nhân", (), {"memberCount": 2, "memberKind": "cá nhân"})
    award = Fact("Award", {"awarders": (given,), "type": "Giấy khen", "recipients": (group,)}, rule="award@1")
    assert _evaluate(tmp_path, gold, (PERSON, BODY, group), (POST, award)).families["award"].right == right


def test_what_is_missed_is_told_in_the_order_of_the_annotation(tmp_path):
    """Several givers are a row, not a set, whose order would be another in each run."""
    bodies = [{"id": f"o{i}", "names": [f"Ủy ban {i}"]} for i in range(1, 9)]
    awards = [{"awarders": [one["id"] for one in reversed(bodies)], "type": "Bằng khen", "recipients": [{"name": "Lê Văn Tâm"}]}]
    [missed] = _evaluate(tmp_path, {**GOLD, "organizations": bodies, "awards": awards}, (PERSON,), ()).families["award"].missed
    assert [missed.index(f"'o{i}'") for i in range(8, 0, -1)] == sorted(missed.index(f"'o{i}'") for i in range(1, 9))
