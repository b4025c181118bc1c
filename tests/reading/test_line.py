"""The rules for lines that are no prose: their own examples, and that no line makes them slow."""

import time

import pytest

from kg.reading.line import composed, plain_signs, rules

EXAMPLES = [(rule, line) for rule in rules() for line in rule.examples]
COUNTER = [(rule, line) for rule in rules() for line in rule.counter]


def test_every_rule_has_examples_and_counter_examples():
    assert all(rule.examples and rule.counter for rule in rules())


@pytest.mark.parametrize(("rule", "line"), EXAMPLES, ids=[line for _, line in EXAMPLES])
def test_a_rule_matches_its_examples(rule, line):
    assert rule.match(composed(plain_signs(line)))


@pytest.mark.parametrize(("rule", "line"), COUNTER, ids=[line for _, line in COUNTER])
def test_a_rule_leaves_its_counter_examples(rule, line):
    assert not rule.match(composed(plain_signs(line)))


@pytest.mark.parametrize("piece", ["A ", "Ảnh: ", "Theo ", "#a ", "1:00 ", "(", "Tin, ", "A.", "Thứ hai, ", ">", "Ảnh A "])
def test_no_line_makes_the_rules_slow(piece):
    line = composed(plain_signs(piece * 2_000))
    start = time.perf_counter()
    for length in (50, 90, 140, 200, 350, len(line)):
        for rule in rules():
            rule.match(line[:length])
            rule.match(line[:length - 1] + "!")
    assert time.perf_counter() - start < 0.5
