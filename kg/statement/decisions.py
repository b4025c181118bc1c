"""The decisions by which offices change hands: "Quyết định số 99-QĐ/TW ... điều động ông A giữ chức Bí thư"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from kg.article import Span
from kg.fact import Entity, Fact, Value
from kg.recognition.layer import Mention
from kg.statement import tenure
from kg.statement.documents import Papers
from kg.statement.scene import Scene
from kg.statement.tenure import Decided

_DECIDING = ("Quyết định", "Nghị quyết")
_BY = re.compile(r"\s*,?\s*(?:\([^()]{0,40}\)\s*)?(?:theo|tại|bằng)\s+$")
_WITHDRAWN = re.compile(r"(?<![^\W_])(?:thu hồi|hủy bỏ|hủy|bãi bỏ|trái|kỷ luật)(?![^\W_])")


def deciding(scene: Scene, office: Mention) -> Decided | None:
    """The numbered decision of a sentence that gives or ends the office told of in it, if there is one."""
    recognition, lower = scene.recognition, scene.recognition.writing.lower
    start, end = recognition.sentence_span(recognition.sentence_at(office.start))
    before = recognition.within("document", start, office.start)
    behind = recognition.within("document", office.end, min(end, office.end + 60))
    if behind and _BY.fullmatch(lower[office.end : behind[0].start]):
        document, words = behind[0], lower[start : office.start]
    elif before:
        document = before[-1]
        words = lower[document.end if document.end <= office.start else document.start : office.start]
    else:
        return None
    change = tenure.change(words)
    decides = any(text.number and text.type in _DECIDING for text in scene.documents.of(document))
    stands = change and decides and not _WITHDRAWN.search(lower, start, office.start)
    return Decided(document, change) if stands else None


def decided(scene: Scene, papers: Papers, facts: Iterable[Fact]) -> Iterator[Fact]:
    """Memberships with the decisions that made them; a change that has no other time has the decision's."""
    for one in facts:
        found = scene.decisions.get(office_of(one))
        if found:
            words = scene.span(found.document.start, found.document.end)
            one = _under(one, papers.of(found.document)[0], found.change, words)
        yield one


def office_of(one: Fact) -> tuple[Value | None, ...]:
    """What makes memberships those of one person in one office."""
    return tuple(one.roles.get(name) for name in ("member", "role", "organization", "territory"))


def _under(one: Fact, document: Entity, change: str, words: Span) -> Fact:
    """A membership under a decision, unless it is one that ends where the decision begins one, or the reverse."""
    if bool(one.roles.get("former")) is not (change == "leaves"):
        return one
    when, issued = "end" if change == "leaves" else "start", document.values.get("issued")
    dated = isinstance(issued, date) and not (one.roles.get("start") or one.roles.get("end"))
    notes = (*one.notes, f"{when} from the date of the decision") if dated else one.notes
    time: dict[str, Value] = {when: issued} if dated and isinstance(issued, date) else {}
    spans = tuple(sorted({*one.spans, words}))
    return replace(one, roles={**one.roles, **time, "decision": document}, spans=spans, notes=notes)
