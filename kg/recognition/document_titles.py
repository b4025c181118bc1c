"""Where the title of a document ends: its rows and brackets are read to their end, what is said of it is not."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.recognition.awards import is_calling
from kg.recognition.layer import MASK, STOP, Layer
from kg.vi.lexicon import alternation, table

_MORE = re.compile(rf"\s+([^\W\dA-ZĐ][^,;{STOP}\n]*)")
_CLAUSE = re.compile(
    rf"{MASK['person']}"
    r"|(?<![^\W_])(?:đã|sẽ|đang|nhấn mạnh|cho biết|khẳng định|yêu cầu|phải)(?![^\W_])"
)


_OPENING = re.compile(r'(?<=[\s(])"(?=[^\s,.;:])')


@lru_cache(maxsize=1)
def _title_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What ends a title wherever it stands, and what behind a comma is no more of it."""
    said = table("documents")["title"]
    ends, breaks = alternation(said["ends"]), alternation(said["breaks"])
    return (
        re.compile(rf"(?<!không)\s+(?:{ends})(?![^\W_])|,(?!\d)|\"|\)\s|[.…]\s|[.…]$|\.{{3}}|\s+(?:sáng|chiều|tối)\s+{MASK['date']}"),
        re.compile(rf"(?:{breaks})(?![^\W_])"),
    )


def title_end(layer: Layer, start: int, end: int, *, joined: bool = False) -> int:
    """Where a title that begins at `start` ends, at the latest at `end`: its row of verbs or things is read on.

    `joined`: a row only where "và" joins its last.
    """
    ends, _ = _title_words()
    quoted = False
    for cut in ends.finditer(layer.lower, start, end):
        if cut.group() == '"' and (quoted or _OPENING.match(layer.lower, cut.start())):
            quoted = not quoted
            continue
        if quoted:
            continue
        row = not joined or " và " in layer.lower[cut.end() : end]
        if cut.group() == "," and _is_row(layer, cut.start(), end):
            continue
        if cut.group() != "," or not row or not _goes_on(layer, cut.end(), end):
            return _before_bracket(layer.lower, start, cut.start())
    return _before_bracket(layer.lower, start, end)


def _is_row(layer: Layer, comma: int, end: int) -> bool:
    """Whether a comma stands in a row: of callings ("cán bộ, đảng viên"), or of what a decision does to a person."""
    behind = re.compile(r"\s*").match(layer.lower, comma + 1, end).end()  # type: ignore[union-attr]
    before, after = layer.at.get(comma - 1), layer.at.get(behind)
    if before and after:
        return is_calling(before) and is_calling(after)
    return bool(_rows().match(layer.lower, behind, end))


@lru_cache(maxsize=1)
def _rows() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(table('documents')['title']['rows'])})(?![^\W_])")


def _goes_on(layer: Layer, at: int, end: int) -> bool:
    """Whether behind a comma a title goes on: in lower case, with no word that begins another clause."""
    ends, breaks = _title_words()
    more = _MORE.match(layer.text, at, end)
    if not more or breaks.match(layer.lower, more.start(1)):
        return False
    cut = ends.search(layer.lower, *more.span(1))
    piece = (more.start(1), cut.start() if cut else more.end(1))
    days = (layer.at[found.start()] for found in re.compile(MASK["date"]).finditer(layer.lower, *piece))
    return not (_CLAUSE.search(layer.lower, *piece) or any(day.parts["date"].day for day in days))


def _before_bracket(lower: str, start: int, end: int) -> int:
    """The end of a title without a bracket or a quotation that it does not close or open, and without a last "và"."""
    opened = lower.rfind("(", start, end)
    end = end if opened < 0 or lower.find(")", opened, end) >= 0 else opened
    end -= lower[start:end].endswith('"') and lower.count('"', start, end) % 2
    return end - len(" và") if lower[start:end].endswith(" và") else end


@lru_cache(maxsize=1)
def no_title() -> re.Pattern[str]:
    """What follows the noun of a programme in a sentence about it, and starts no title."""
    return re.compile(rf"(?:{alternation(table('documents')['title']['no_title'])})(?![^\W_])")
