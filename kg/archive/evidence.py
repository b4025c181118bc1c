"""What the articles say of a person, in their own words, for those who judge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kg.archive.candidates import Person
from kg.archive.fragment import parsed
from kg.archive.known import Known
from kg.archive.record import Held, Record
from kg.graph.iri import article_path
from kg.graph.quotation import sentence
from kg.graph.terms import iri
from kg.graph.texts import FOLDER
from kg.graph.triple import Literal
from kg.outputs import file_stem

MOST = 6  # articles that are shown of one person: those that name other offices, the earliest first


@dataclass(frozen=True, slots=True)
class Said:
    """What one article says: its day, outlet and title, the office that it names ("" where none), and the sentence
    with the words at [start, end) of its text; `before` and `after` are empty where the text is not kept."""

    article: str
    day: str
    outlet: str
    title: str
    office: str
    former: bool
    before: str
    words: str
    after: str
    start: int
    end: int


class Evidence:
    """The words of an archive's articles. `place` is the folder that holds their texts' folder."""

    def __init__(self, state: Known, place: Path) -> None:
        self._state, self._place, self._base = state, place, state.base
        self._article = lru_cache(maxsize=256)(self._read)

    def of(self, person: Person) -> list[Said]:
        """The earliest article for each office of a person; for a person without office, the first articles."""
        chosen: dict[str, tuple[Record, Held | None]] = {}
        for record in person.records:
            for held in record.held or (None,):
                chosen.setdefault(f"{held.former} {held.label}" if held else record.article, (record, held))
        return [self._said(record, held) for record, held in list(chosen.values())[:MOST]]

    def _said(self, record: Record, held: Held | None) -> Said:
        start, end = held.span if held else record.span
        title, text, words = self._article(record.article)
        before = after = ""
        if start < end <= len(text):
            first, last = sentence(text, start, end)
            before, after = text[first:start], text[end:last]
        exact = text[start:end] or words.get((start, end), "")
        return Said(record.article, record.day, record.outlet, title, held.label if held else "",
                    bool(held and held.former), before, exact, after, start, end)

    def _read(self, article: str) -> tuple[str, str, dict[tuple[int, int], str]]:
        """An article's title, its text if it is kept, and the words of its passages."""
        node = self._base + article_path(article)
        title, rows = "", self._state.rows(article)
        words = dict(_passages(rows, node))
        for row in rows.split("\n"):
            if row.startswith(f"<{node}> <{iri('rdfs:label')}> "):
                title = next(value.text for _, _, value in parsed(row + "\n") if isinstance(value, Literal))
        path = self._place / FOLDER / f"{file_stem(article)}.txt"
        text = path.read_bytes().decode("utf-8", "surrogatepass") if path.is_file() else ""
        return title, text, words


def _passages(rows: str, node: str) -> Iterator[tuple[tuple[int, int], str]]:
    exact = f"> <{iri('oa:exact')}> "
    quoted = "".join(f"{row}\n" for row in rows.split("\n") if row.startswith(f"<{node}#char=") and exact in row)
    for subject, _, value in parsed(quoted):
        start, _, end = subject.rpartition("=")[2].partition(",")
        if isinstance(value, Literal):
            yield (int(start), int(end)), value.text
