"""Facts in Vietnamese words, for the labels of their nodes."""

from __future__ import annotations

from kg.article import Article
from kg.fact import Entity, Fact, Value
from kg.graph.names import tidy
from kg.graph.terms import NARY, RELATIONS
from kg.recognition.territories import COUNTRY, RANK

_LEVELS = {level.split()[0] for level in (*RANK, COUNTRY)}
_NAMED = 3  # values that a label names; "…" stands for the others


def label_of(value: Value) -> str:
    """What a label calls a role's value."""
    if isinstance(value, Entity):
        return value.label
    if isinstance(value, Article):
        return value.title or value.id
    if isinstance(value, Fact):
        return fact_label(value)
    if isinstance(value, tuple):
        return ", ".join([*map(label_of, value[:_NAMED]), *(["…"] if len(value) > _NAMED else [])])
    return "" if isinstance(value, bool) else str(value)


def inside(value: Value) -> str:
    """What a longer label calls a value: the level of a place has a capital only where it stands alone."""
    label = label_of(value)
    place = isinstance(value, Entity) and value.kind == "Place"
    return label[:1].lower() + label[1:] if place and label.split()[0].lower() in _LEVELS else label


def fact_label(fact: Fact) -> str:
    """A fact in words: "Ủy ban nhân dân tỉnh Gia Lai tặng Bằng khen cho 3 tập thể"."""
    if fact.term in RELATIONS:
        subject, value = label_of(fact.roles["subject"]), label_of(fact.roles["object"])
        return tidy(f"{subject} – {RELATIONS[fact.term].label} – {value}")
    nary = NARY[fact.term]
    pieces = []
    for role, pattern in nary.label:
        held, codes = fact.roles.get(role), nary.roles[role].codes
        if held:
            pieces.append(pattern.format(codes.get(str(held), "") if codes else inside(held)))
    return tidy(" ".join(pieces))
