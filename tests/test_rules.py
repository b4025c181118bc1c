"""Rules as a person writes them: what a pattern matches, what the loader refuses, and that every shipped example holds."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.article import Article
from kg.checking import check, line
from kg.cli import app
from kg.extraction import extract
from kg.recognition.recognition import recognize
from kg.rules import FAMILIES, RuleError, all_shipped, expression, from_folder, load, matches, shipped

RULE = {
    "name": "meeting.test", "pattern": "{who:person} .. <phát biểu>", "states": "Participation", "as": "speaker",
    "examples": [{"text": "Hội nghị tổng kết. Bà Lê Thị Mai phát biểu.", "says": ["Lê Thị Mai | phát biểu | Hội nghị tổng kết"]}],
    "counter": ["Bà Lê Thị Mai sinh năm 1970."],
}
TOML = """
[[rule]]
name = "meeting.mine"
pattern = "{who:person} <lên tiếng tại> {at:meeting}"
states = "Participation"
as = "speaker"
examples = [{text = "Bà Lê Thị Mai lên tiếng tại Hội nghị tổng kết.", says = ["Lê Thị Mai | phát biểu | Hội nghị tổng kết"]}]
counter = ["COUNTER"]
"""


def _matched(pattern: str, text: str, **parts: object) -> list[str]:
    rule = load({"rule": [{**RULE, "pattern": pattern, **parts}]}, "test.toml", "meetings")[0]
    layer = recognize(Article("a", text)).layer
    return [text[layer.offset(m.start):layer.stop(m.end)] for m in matches(rule, layer)]


@pytest.mark.parametrize("rule", all_shipped(), ids=lambda rule: rule.name)
def test_every_shipped_rule_does_what_its_examples_say(rule):
    assert [(f.text, f.expected, f.got) for f in check([rule])] == []


def test_rule_names_are_unique_and_begin_with_their_kind_of_fact():
    names = [rule.name for rule in all_shipped()]
    assert len(names) == len(set(names))
    assert all("." in name for name in names)


@pytest.mark.parametrize(("pattern", "text", "found"), [
    ("{who:person} <phát biểu>", "Bà Lê Thị Mai phát biểu.", ["Bà Lê Thị Mai phát biểu"]),
    ("{who:person} <phát biểu>", "Bà Lê Thị Mai đã phát biểu.", []),
    ("{who:person} [đã|cũng] <phát biểu>", "Bà Lê Thị Mai đã phát biểu.", ["Bà Lê Thị Mai đã phát biểu"]),
    ("{who:person} .. <dự>", "Bà Lê Thị Mai cũng đã dự.", ["Bà Lê Thị Mai cũng đã dự"]),
    ("{who:person} .. <dự>", "Bà Lê Thị Mai nghỉ. Mọi người dự.", []),
    ("{who:person*} <dự>", "Bà Lê Thị Mai và ông Hồ Văn Nam dự.", ["Bà Lê Thị Mai và ông Hồ Văn Nam dự"]),
    ("^ <dự> .. {who:person}", "Dự có bà Lê Thị Mai.", ["Dự có bà Lê Thị Mai"]),
    ("^ <dự> .. {who:person}", "Mời dự có bà Lê Thị Mai.", []),
    ("<dự>", "Dự án và dự thảo.", ["Dự", "dự"]),
    ("<dựng>", "Xây dựng; dựngxây.", ["dựng"]),
])
def test_a_pattern_is_read_as_the_sentence_is(pattern, text, found):
    assert _matched(pattern, text) == found


def test_a_match_needs_some_words_and_excludes_others():
    text = "Bà Lê Thị Mai đã được mời phát biểu."
    assert _matched("{who:person} ... <phát biểu>", text) == [text[:-1]]
    assert _matched("{who:person} ... <phát biểu>", text, without="được|bị") == []
    assert _matched("{who:person} ... <phát biểu>", text, needs="chủ trì") == []
    assert _matched("{who:person} ... <phát biểu>", "Thư của " + text, not_after="của") == []


@pytest.mark.parametrize(("change", "message"), [
    ({"counter": []}, "has no counter"),
    ({"examples": []}, "has no examples"),
    ({"pattern": "{who:persn} <dự>"}, 'unknown kind "persn"'),
    ({"pattern": "{who:person} <dự> {who:meeting}"}, '"who" names no one mention'),
    ({"pattern": "{1st:person} <dự>"}, '"1st" names no one mention'),
    ({"wihtout": "được"}, 'did you mean "without"?'),
])
def test_the_loader_refuses_a_rule_and_says_why(change, message):
    with pytest.raises(RuleError) as refused:
        load({"rule": [{**RULE, **change}]}, "mine.toml", "meetings")
    assert message in str(refused.value) and "mine.toml: meeting.test" in str(refused.value)


@pytest.mark.parametrize(("name", "content", "message"), [
    ("meetings.toml", "[[rule", "is not TOML"),
    ("weddings.toml", TOML, "is no family of rules"),
    ("readme.txt", "", "holds no rule"),
])
def test_a_folder_of_rules_is_refused_where_it_is_wrong(tmp_path: Path, name, content, message):
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(RuleError, match=message):
        from_folder(tmp_path)


def test_own_rules_read_an_article_in_place_of_the_shipped_ones(tmp_path: Path):
    (tmp_path / "meetings.toml").write_text(TOML, encoding="utf-8")
    article = Article("a", "Bà Lê Thị Mai lên tiếng tại Hội nghị tổng kết. Ông Hồ Văn Nam phát biểu tại hội nghị.")
    lines = [line(fact) for fact in extract(article, from_folder(tmp_path)).facts if fact.term == "Participation"]
    assert lines == ["Lê Thị Mai | phát biểu | Hội nghị tổng kết"]


def test_kg_check_prints_what_fails_and_exits_with_one(tmp_path: Path):
    (tmp_path / "meetings.toml").write_text(TOML, encoding="utf-8")
    good = CliRunner().invoke(app, ["check", str(tmp_path)])
    assert (good.exit_code, good.stdout) == (0, "1 rules, 2 examples, 0 failed\n")
    wrong = TOML.replace("COUNTER", "Ông Hồ Văn Nam lên tiếng tại Hội nghị tổng kết.")
    (tmp_path / "meetings.toml").write_text(wrong, encoding="utf-8")
    bad = CliRunner().invoke(app, ["check", str(tmp_path)])
    assert bad.exit_code == 1
    assert "meeting.mine: Ông Hồ Văn Nam lên tiếng tại Hội nghị tổng kết.\n  expected: nothing\n" in bad.stdout
    assert "  got:      Hồ Văn Nam | phát biểu | Hội nghị tổng kết\n1 rules, 2 examples, 1 failed\n" in bad.stdout


def test_all_families_are_shipped():
    assert all(shipped(family) for family in FAMILIES)


def test_a_hostile_text_takes_linear_time():
    pattern = expression("{by:body} ... <tổ chức> ... {at:meeting}", {}, "here")
    assert pattern.compiled.search("\ue001 " * 20_000) is None
