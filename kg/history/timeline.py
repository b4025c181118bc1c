"""What is known of a person, an office, a body or a document in the order of time, a line for each article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from kg.errors import QueryError
from kg.graph.index import Index
from kg.graph.terms import iri
from kg.recognition.dates import ordinal
from kg.store.question import Question, question
from kg.store.source import Ask, rows

# One thing that one article says, by the columns of its question; among them
#   time    the day, month or year that it is about, in ISO 8601; "" where none is known
#   known   how it is known, in words: attested, stated by the article, or inferred from a decision or a meeting
#   what    the role, holder, meeting or user
#   words   the passage, at `start` to `end` (code points, end exclusive) of the text of the article `source`
Line: TypeAlias = dict[str, str]

# The shipped question for each class, and the parameter that it takes.
_QUESTIONS: Mapping[str, str] = {
    "kg:Person": "person", "org:Post": "office", "kg:Organization": "body", "kg:Document": "document",
}


def question_about(node: str, index: Index) -> Question:
    """The shipped question that gives a node's timeline. Raises QueryError for a thing that has none."""
    classes = index.classes(node)
    for name, parameter in _QUESTIONS.items():
        if iri(name) in classes:
            return question(f"timeline-{parameter}")
    raise QueryError(node, "is nothing that has a timeline",
                     "name a person, an office, a body or a document; kg explain tells of anything")


def timeline(node: str, index: Index, ask: Ask, language: str = "vi") -> list[Line]:
    """A node's lines in the order of time, those without a day last; meetings in the order of their terms and numbers.
    """
    asked = question_about(node, index)
    [parameter] = asked.parameters
    return _by_terms(list(_first(rows(ask(asked.asked({parameter.name: node}, language))))))


def _by_terms(lines: list[Line]) -> list[Line]:
    """Meetings by the terms of their bodies: by the years where any article tells those of a term, and by its number
    ("khóa XVI"), since each term counts its meetings anew. Lines of other things stay as they are."""
    years = {line["term"]: line["since"] for line in reversed(lines) if line.get("term") and line["since"]}
    return sorted(lines, key=lambda line: (years.get(line.get("term", ""), line.get("since", "")),
                                           ordinal(line.get("term", "")) or 0))


def _first(lines: Iterable[Line]) -> Iterator[Line]:
    """What an article says several times once, with the first of its passages."""
    seen = set()
    for line in lines:
        key = line["time"], line["known"], line["fact"], line["source"]
        if key not in seen:
            seen.add(key)
            yield line
