"""The graph of an archive: a named graph for each article, and one for what is known across articles."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import IO

from kg import files
from kg.archive.fragment import published, renamed, stated
from kg.archive.judgements import Judgement, Verdict
from kg.archive.record import Key, key_of, person_path
from kg.archive.sorting import sorted_lines
from kg.archive.state import State
from kg.archive.support import counted, line
from kg.graph.terms import iri
from kg.graph.triple import token

GRAPH = "graph.nq"
ACROSS = "archive"  # the path, below the base, of the named graph for what is known across articles
SAME, REPLACED, DIFFERENT = (token(iri(name)) for name in ("owl:sameAs", "dcterms:isReplacedBy", "owl:differentFrom"))


def publish(state: State, folder: Path, judgements: Iterable[Judgement] = ()) -> Path:
    """Write `graph.nq`, sorted and whole, in place of the one before. Raises WritingError."""
    across = state.setting("base") + ACROSS
    for unfinished in folder.glob(".*.part"):  # of a run that was killed
        files.remove(unfinished)
    with files.replacing(folder / GRAPH) as file:
        counts = counted(sorted_lines(_articles(state, file), folder), across)
        links = sorted_lines(_links(state, list(judgements), state.setting("base")), folder)
        for row in heapq.merge(counts, links):
            file.write(row.encode())
    return folder / GRAPH


def _articles(state: State, file: IO[bytes]) -> Iterator[str]:
    """Write each article's named graph; yield a line for each fact that it states."""
    for one, canonical in state.fragments():
        names = renamed(one, canonical)
        file.write(published(one, names).encode())
        yield from map(line, stated(one, names))


def _links(state: State, judgements: Sequence[Judgement], base: str) -> Iterator[str]:
    yield from replacements(state.canonical_keys(), base)
    yield from judged_links(judgements, state.canonical, base)


def replacements(keys: Iterable[tuple[Key, Key]], base: str) -> Iterator[str]:
    """Names that gave way to others, as N-Quads, from what `redirects` takes."""
    for old, new in redirects(keys):
        yield from _replaced(base + person_path(old), [base + person_path(key) for key in new], base)


def judged_links(judgements: Sequence[Judgement], canonical: Callable[[Key], Key], base: str) -> Iterator[str]:
    """What was judged, as N-Quads. `canonical` tells what the person with a key is called now, () if there is none."""
    rows = {row for judged in judgements for row in _judged(judged, canonical, base)}
    for name in {name for judged in judgements for name in (judged.one, judged.other)}:
        key = key_of(name, base)
        if len(key) > 2 and (now := canonical(key)) and now != key:
            rows.update(_replaced(name, [base + person_path(now)], base))
    yield from sorted(rows)


def redirects(keys: Iterable[tuple[Key, Key]]) -> Iterator[tuple[Key, list[Key]]]:
    """From sorted pairs of keys in articles and canonical keys: key -> the keys that took its place.

    A key that is still some person's canonical key stays in use, and has none; neither has one that only articles had
    which were withdrawn: the archive is as if they had never been in it.
    """
    for key, pairs in groupby(keys, key=lambda pair: pair[0]):
        canonical = [new for _, new in pairs]
        if key not in canonical:
            yield key, canonical


def _replaced(old: str, new: list[str], base: str) -> Iterator[str]:
    for name in new:
        yield f"{token(old)} {REPLACED} {token(name)} {token(base + ACROSS)} .\n"
        if len(new) == 1:  # of several, none is the same
            yield f"{token(old)} {SAME} {token(name)} {token(base + ACROSS)} .\n"


def _judged(judged: Judgement, canonical: Callable[[Key], Key], base: str) -> Iterator[str]:
    """That two are different; that two are the same, where they are no persons, whom it makes one."""
    one, other = (_now(name, canonical, base) for name in (judged.one, judged.other))
    if not one or not other:
        return
    if judged.verdict is Verdict.DIFFERENT and one != other:
        yield f"{token(one)} {DIFFERENT} {token(other)} {token(base + ACROSS)} .\n"
    if judged.verdict is Verdict.SAME and not key_of(judged.one, base):
        yield f"{token(one)} {SAME} {token(other)} {token(base + ACROSS)} .\n"


def _now(name: str, canonical: Callable[[Key], Key], base: str) -> str:
    """What a person is called now, "" where no article names him any more; other IRIs as they are."""
    key = key_of(name, base)
    if not key:
        return name
    now = canonical(key)
    return base + person_path(now) if now else ""
