"""A passage as a reader finds it: its article, its line and column, and the sentence around its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.graph.index import Index
from kg.graph.texts import Texts
from kg.recognition.recognition import stops

_FAR = 600  # code points that are looked at on either side for the end of a sentence


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """Words of an article. `line` and `column` count from 1, and are 0 where the text is not kept; then the sentence
    is the passage alone, and `before` and `after`, its other words, are empty."""

    article: str
    start: int
    end: int
    exact: str
    title: str = ""
    line: int = 0
    column: int = 0
    before: str = ""
    after: str = ""


def quotations(node: str, index: Index, texts: Texts) -> list[Quotation]:
    """The passages that a node is derived from, or the passage that it is, in reading order."""
    passages = [node] if index.values(node, "oa:exact") else index.nodes(node, "prov:wasDerivedFrom")
    return sorted(set(_read(passages, index, texts)))


def _read(passages: list[str], index: Index, texts: Texts) -> Iterator[Quotation]:
    for passage in passages:
        start, end = (index.text(passage, name) for name in ("oa:start", "oa:end"))
        article = next(iter(index.nodes(passage, "kg:inArticle")), "")
        if start.isdecimal() and end.isdecimal() and len(start + end) < 20:
            exact, text = index.text(passage, "oa:exact"), texts.get(index.text(article, "kg:sha256"))
            yield _placed(article, int(start), int(end), exact, index.label(article), text)


def _placed(article: str, start: int, end: int, exact: str, title: str, text: str | None) -> Quotation:
    if text is None or not start < end <= len(text):
        return Quotation(article, start, end, exact, title)
    first, last = sentence(text, start, end)
    line, column = text.count("\n", 0, start) + 1, start - (text.rfind("\n", 0, start) + 1) + 1
    return Quotation(article, start, end, text[start:end], title, line, column, text[first:start], text[end:last])


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets of the sentence, or sentences, that hold a stretch of a text, without the spaces around."""
    low, high = max(0, start - _FAR), min(len(text), end + _FAR)
    left = max((stop for stop in stops(text[low:start]) if low + stop < start), default=-1)
    first = low + left + 1 if left >= 0 else low
    while first < start and (text[first].isspace() or text[first] in ".!?…\"”’)"):
        first += 1
    right = next(iter(stops(text[end - 1:high])), high - end + 1)
    last = end - 1 + right
    while last < high and text[last] in ".!?…\"”’)":
        last += 1
    return first, max(end, last)
