"""What people judged: whether two IRIs mean one thing. A table in plain text that goes into git.

    # what a reader should know of this file
    judgement<TAB>one<TAB>other<TAB>by<TAB>on<TAB>why
    # this comment belongs to the line below it, and moves with it
    same<TAB>https://…/person/a<TAB>https://…/person/b<TAB>Lan<TAB>2026-03-01<TAB>one résumé names both offices

Lines are sorted by the two IRIs and by who judged, so that two people's work merges line by line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from kg import files
from kg.errors import KgError
from kg.graph.iri import is_iri

COLUMNS = ("judgement", "one", "other", "by", "on", "why")
NAME = "judgements.tsv"


class JudgementError(KgError):
    """A file of judgements, or one judgement, cannot be used."""

    exit_code = 9


class Verdict(StrEnum):
    """What somebody judged of two IRIs."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """`one` and `other` are IRIs; a pair has no order, so `one` is made the one that sorts first. `by` says who judged,
    `why` may be empty; both hold one line. Raises JudgementError where a part cannot be."""

    verdict: Verdict
    one: str
    other: str
    by: str
    on: date
    why: str = ""

    def __post_init__(self) -> None:
        for name, value in (("one", min(self.one, self.other)), ("other", max(self.one, self.other)),
                            ("by", _line(self.by)), ("why", _line(self.why))):
            object.__setattr__(self, name, value)
        if fault := next(_faults(self), None):
            raise JudgementError("the judgement", *fault)

    @property
    def key(self) -> tuple[str, str, str]:
        """One person judges a pair once: judging again replaces what was judged."""
        return self.one, self.other, self.by


def _line(text: str) -> str:
    return " ".join(text.split())


def _faults(judged: Judgement) -> Iterator[tuple[str, str]]:
    for name in (judged.one, judged.other):
        if not is_iri(name):
            yield f"{name!r} is no IRI", "write it like https://w3id.org/vnkg/id/person/…"
    if judged.one == judged.other:
        yield f"compares {judged.one} with itself", "name two things"
    if not judged.by:
        yield "does not say by whom", "name who judged"


@dataclass(frozen=True, slots=True)
class Judgements:
    """A file of judgements: comments before the columns, each judgement with the comments above it, and those below
    the last one. Its values do not change; `added` and `removed` give another."""

    rows: tuple[tuple[Judgement, tuple[str, ...]], ...] = ()
    head: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Judgement]:
        return (judged for judged, _ in self.rows)

    def added(self, new: Iterable[Judgement]) -> Judgements:
        """With these judgements, each instead of what the same person judged of the same pair before."""
        rows = {judged.key: (judged, comments) for judged, comments in self.rows}
        for judged in new:
            rows[judged.key] = (judged, rows[judged.key][1] if judged.key in rows else ())
        return replace(self, rows=tuple(rows[key] for key in sorted(rows)))

    def removed(self, one: str, other: str, by: str = "") -> Judgements:
        """Without what was judged of a pair, by one person or by anybody. Comments above it go with it."""
        pair = tuple(sorted((one, other)))
        gone = {judged.key for judged in self if judged.key[:2] == pair and by in ("", judged.by)}
        return replace(self, rows=tuple(row for row in self.rows if row[0].key not in gone))

    def __str__(self) -> str:
        """The file's text: the same judgements and comments give the same text."""
        lines = [*self.head, "\t".join(COLUMNS)]
        for judged, comments in self.rows:
            cells = (judged.verdict, judged.one, judged.other, judged.by, judged.on.isoformat(), judged.why)
            lines += [*comments, "\t".join(cells)]
        return "\n".join([*lines, *self.foot, ""])


def read(path: Path) -> Judgements:
    """The judgements of a file. Raises JudgementError, with the line, where it is absent or not in this form."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[:error.start].count(b"\n") + 1
        raise JudgementError(f"{path}:{line}", "is not in UTF-8", "save it as UTF-8") from None
    except OSError as error:
        raise JudgementError(path, f"cannot be read ({error.strerror or error})", "check the path") from None
    return parse(text, str(path))


def write(path: Path, judgements: Judgements) -> None:
    """Write the file, whole or not at all. Raises WritingError."""
    files.write(path, str(judgements).encode())


def parse(text: str, where: str) -> Judgements:
    """The judgements in a text in this form. `where` is its name in errors. Raises JudgementError."""
    head: tuple[str, ...] = ()
    rows: dict[tuple[str, str, str], tuple[Judgement, tuple[str, ...]]] = {}
    comments: list[str] = []
    columns = False
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        if not line.strip():
            continue
        if line.startswith("#"):
            comments.append(line.rstrip())
            continue
        if not columns:
            _check_columns(line, f"{where}:{number}")
            columns, head = True, tuple(comments)
        else:
            judged = _judgement(line, f"{where}:{number}")
            if rows.setdefault(judged.key, (judged, tuple(comments)))[0] != judged:  # twice the same: a merge in git
                raise JudgementError(f"{where}:{number}", f"{judged.by} judged this pair twice, and not the same",
                                     "leave one of the two lines")
        comments = []
    found = tuple(rows[key] for key in sorted(rows))
    return Judgements(found, head, tuple(comments)) if columns else Judgements(head=tuple(comments))


def _check_columns(line: str, where: str) -> None:
    if tuple(line.split("\t")) != COLUMNS:
        raise JudgementError(where, "does not name the columns", f"begin with: {'<TAB>'.join(COLUMNS)}")


def _judgement(line: str, where: str) -> Judgement:
    cells = line.split("\t")
    if len(cells) != len(COLUMNS):
        raise JudgementError(where, f"has {len(cells)} columns, not {len(COLUMNS)}",
                             f"write {', '.join(COLUMNS)} with one tab between")
    verdict, one, other, by, on, why = (cell.strip() for cell in cells)
    if verdict not in tuple(Verdict):
        raise JudgementError(where, f"{verdict!r} is no judgement", f"write {', '.join(Verdict)}")
    try:
        return Judgement(Verdict(verdict), one, other, by, date.fromisoformat(on), why)
    except ValueError:
        raise JudgementError(where, f"{on!r} is no day", "write it like 2026-03-01") from None
    except JudgementError as error:
        raise JudgementError(where, error.what, error.remedy) from None
