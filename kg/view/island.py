"""A picture as JSON: what the page's script reads. Members that say nothing are left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from kg.graph.names import unaccented
from kg.graph.terms import PREFIXES
from kg.graph.triple import Literal, Triple
from kg.vi.lexicon import words
from kg.view.phrases import phrases
from kg.view.picture import Fact, Passage, Picture, Relation, Source, Thing, Words

Json: TypeAlias = "dict[str, Any]"


class Numbers(dict[Any, int]):
    """Values numbered in the order in which they come: `numbers[value]`."""

    def __missing__(self, value: Any) -> int:
        self[value] = len(self)
        return self[value]


def island(picture: Picture, opening: Sequence[int], communities: Sequence[int]) -> Json:
    """The whole picture: things, facts, passages and sources name each other by their places in these lists."""
    labels, relations = Numbers(), Numbers()
    facts = [_fact(fact, relations, labels) for fact in picture.facts]
    return {
        "groups": [[group.key, *group.label] for group in phrases().groups],
        "things": [_thing(thing) for thing in picture.things],
        "relations": [_relation(one) for one in relations],
        "labels": list(labels),
        "facts": facts,
        "passages": [_passage(passage, picture.sources) for passage in picture.passages],
        "sources": [_source(source) for source in picture.sources],
        "abbreviations": _abbreviations(),
        "opening": list(opening),
        "communities": list(communities),
    }


def statements(triples: Iterable[Triple]) -> Json:
    """The graph itself, for export: rows of three numbers; an object below zero is the literal at -1 - number."""
    names, literals = Numbers(), Numbers()
    rows = [number for subject, predicate, value in sorted(set(triples), key=_order)
            for number in (names[subject], names[predicate],
                           -1 - literals[value] if isinstance(value, Literal) else names[value])]
    return {"prefixes": dict(PREFIXES), "names": list(names), "rows": rows,
            "literals": [[one.text, names_of(one)] for one in literals]}


def names_of(literal: Literal) -> str:
    """A literal's language as "@vi", else its datatype."""
    return f"@{literal.language}" if literal.language else literal.datatype


def _order(triple: Triple) -> tuple[str, str, bool, tuple[str, ...]]:
    subject, predicate, value = triple
    return subject, predicate, isinstance(value, Literal), tuple(value) if isinstance(value, Literal) else (value,)


def _said(members: Json) -> Json:
    return {name: value for name, value in members.items() if value or value == 0 and value is not False}


def _relation(relation: Relation) -> Json:
    return _said({"key": relation.key, "label": relation.label, "quiet": relation.quiet, "term": relation.term})


def _thing(thing: Thing) -> Json:
    return _said({
        "id": thing.iri, "group": thing.group, "kind": thing.kind, "label": thing.label,
        "caption": thing.caption if thing.caption != thing.label else "", "names": thing.names,
        "details": thing.details, "passages": thing.passages, "places": thing.places,
    })


def _fact(fact: Fact, relations: Numbers, labels: Numbers) -> Json:
    return _said({
        "relation": relations[fact.relation],
        "vi": fact.sentence.vi, "en": fact.sentence.en,
        "lines": [(edge.source, edge.target, labels[edge.label]) for edge in fact.edges],
        "id": fact.resource, "passages": fact.passages, "date": fact.date,
    })


def _passage(passage: Passage, sources: Sequence[Source]) -> list[int | str]:
    """The words stand in the source's text, unless that is not known or is another one."""
    source, start, end, exact = passage
    return [source, start, end] if sources[source].text[start:end] == exact else [source, start, end, exact]


def _source(source: Source) -> Json:
    return _said({"id": source.iri, "headline": source.headline, "date": source.date, "outlet": source.outlet,
                  "author": source.author, "url": source.url, "text": source.text})


def _abbreviations() -> list[Words]:
    """Abbreviations and what they stand for, as people type them."""
    return sorted({Words(*pair) for pair in _folded(words("abbreviations").items())})


def _folded(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for short, full in pairs:
        if full:
            yield unaccented(short), unaccented(full)
