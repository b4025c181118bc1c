"""Whether rules hold: each must state what its examples say, and nothing in its counter-examples.

Facts are compared as lines that a person writes: "Lê Thị Mai | phát biểu | Hội nghị tổng kết",
"Lê Văn Bình | nguyên | Giám đốc | Sở Nội vụ tỉnh Gia Lai", "Huyện ủy Chư Sê | thực hiện | Chỉ thị 05-CT/TW".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.article import Article
from kg.extraction import extract
from kg.fact import Fact
from kg.graph.labels import inside, label_of
from kg.graph.terms import PARTICIPATION, RELATIONS
from kg.rules import Rule


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that a rule does not hold to: what it should say, and what it says."""

    rule: str
    text: str
    expected: tuple[str, ...]
    got: tuple[str, ...]


def line(fact: Fact) -> str:
    """A fact as rule files write it: its parts in Vietnamese with " | " between them."""
    return " | ".join(part for part in _parts(fact) if part)


def _parts(fact: Fact) -> tuple[str, ...]:
    said = {role: label_of(value) for role, value in fact.roles.items()}
    if fact.term == "Membership":
        whose = fact.roles.get("organization") or fact.roles.get("territory") or ""
        return said["member"], "nguyên" if fact.roles.get("former") else "", said["role"], inside(whose)
    if fact.term == "Participation":
        return said["participant"], PARTICIPATION[said["role"]], said["meeting"]
    if fact.term == "Award":
        return said.get("awarders", ""), f"tặng {said['type']}", said["recipients"]
    return said["subject"], RELATIONS[fact.term].label, said["object"]


def check(rules: Iterable[Rule]) -> Iterator[Failure]:
    """The examples and counter-examples that do not hold, each rule read by itself."""
    for rule in rules:
        for example in rule.examples:
            got = _said(rule, example.text)
            if set(example.says) - set(got):
                yield Failure(rule.name, example.text, example.says, got)
        for text in rule.counter:
            if got := _said(rule, text):
                yield Failure(rule.name, text, (), got)


def _said(rule: Rule, text: str) -> tuple[str, ...]:
    """What a rule alone states in a text, sorted."""
    found = extract(Article("example", text), (rule,))
    return tuple(sorted({line(fact) for fact in found.facts if fact.rule.partition("@")[0] == rule.name}))
