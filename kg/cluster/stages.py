"""The tasks after the first: each takes a range of keys from what all tasks before it left.

    repeat    identifiers -> the articles that come second under one
    identify  names -> work/canonical: identifier -> keys that gave way to others; work/links: subject -> N-Quads
    publish   identifiers -> named graphs; work/support: fact -> an article's word for it
    count     facts -> the graph of what is known across articles
"""

from __future__ import annotations

import heapq
import json
from base64 import b64decode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from pathlib import Path
from typing import BinaryIO

from kg import files
from kg.archive.fragment import published, renamed, stated
from kg.archive.identity import identify as identified
from kg.archive.packing import as_json, as_key, as_record, unpack
from kg.archive.publication import ACROSS, replacements
from kg.archive.record import Key, Record
from kg.archive.support import counted
from kg.archive.support import line as support_line
from kg.cluster.lines import Range, line, only, parts, within
from kg.cluster.plan import GRAPH, Plan
from kg.graph.texts import FOLDER
from kg.outputs import file_stem

Wheres = frozenset[str]


@dataclass(frozen=True, slots=True)
class Repeated:
    """An article that comes second under an identifier."""

    where: str
    id: str
    first: str


def repeat(plan: Plan, part: Range, group: Mapping[str, int]) -> list[Repeated]:
    """The articles to leave out. `group` tells the order of the shares by their digests."""
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for path in plan.files("ids"):
        for id, value in map(parts, within([path], part)):
            place, where = json.loads(value)
            found[id].append((group[path.name], place, where))
    return [Repeated(where, id, min(several)[2]) for id, several in sorted(found.items())
            for _, _, where in sorted(several)[1:]]


@dataclass(frozen=True, slots=True)
class Identified:
    """How many persons there are, the canonical keys asked for, and keys that stand for equal amounts of links."""

    persons: int
    asked: Mapping[Key, Key]
    samples: Sequence[bytes]


def identify(plan: Plan, number: int, part: Range, left_out: Wheres) -> Identified:
    """Who is who among the persons of a range of names."""
    persons, known = 0, {}
    canonical: list[bytes] = []
    pairs: set[tuple[Key, Key]] = set()
    for records in _groups(plan, part, left_out):
        keys = identified(records, plan.judging.about({record.name for record in records}))
        persons += len(set(keys.values()))
        known.update(asked(plan.asked, records, keys))
        pairs.update((key, new) for (_, key), new in keys.items())
        canonical += (line(article, as_json([key, new])) for (article, key), new in keys.items() if key != new)
    plan.put("canonical", f"{number:05d}", canonical)
    samples = put_links(plan, number, replacements(sorted(pairs), plan.recipe.base))
    return Identified(persons, known, samples)


def _groups(plan: Plan, part: Range, left_out: Wheres) -> Iterator[list[Record]]:
    """The records of each name, with those of names that judgements connect with it; once, by the first of these."""
    paths = plan.files("records")
    for name, lines in groupby(map(parts, within(paths, part)), key=lambda one: one[0]):
        connected = sorted(plan.judging.names_with(name))
        if not any(within(paths, only(other)) for other in connected if other < name):
            joined = (parts(one) for other in connected if other > name for one in within(paths, only(other)))
            rows = (json.loads(value) for _, value in chain(lines, joined))
            if records := [as_record(*row) for where, *row in rows if where not in left_out]:
                yield records


def asked(wanted: frozenset[Key], records: Sequence[Record], keys: Mapping[tuple[str, Key], Key]) -> dict[Key, Key]:
    """The canonical keys of the persons that judgements speak of, by the keys that these use."""
    found = {}
    for key in wanted & {key for record in records for key in (record.key, record.own_key)}:
        _, _, article, own = min((one.age, one.own_key, one.article, one.key) for one in records
                                 if key in (one.key, one.own_key))
        found[key] = keys[article, own]
    return found


def put_links(plan: Plan, number: int, rows: Iterable[str]) -> list[bytes]:
    """Keep N-Quads of the graph of what is known across articles."""
    split = (row.rstrip("\n").split(" ", 1) for row in rows)
    return plan.put("links", f"{number:05d}", [line(subject, rest) for subject, rest in split])


def publish(plan: Plan, number: int, part: Range, left_out: Wheres) -> list[bytes]:
    """Write the named graphs of a range of identifiers; keys that stand for equal amounts of support."""
    support: list[bytes] = []
    canonical = _canonical(plan, part)
    with files.replacing(graph_part(plan, number)) as file:
        for id, value in map(parts, within(plan.files("fragments"), part)):
            where, values, keys, text = json.loads(value)
            if where not in left_out:
                support += _published(plan, id, values, [as_key(key) for key in keys], canonical.get(id, {}), file)
                if plan.keep_text:
                    files.write(_text(plan, id), text.encode("utf-8", "surrogatepass"))
    return plan.put("support", f"{number:05d}", support)


def graph_part(plan: Plan, number: int) -> Path:
    return plan.folder(GRAPH) / f"part-{number:05d}.nq"


def _canonical(plan: Plan, part: Range) -> dict[str, dict[Key, Key]]:
    """Identifier -> the keys of the article's persons that gave way, and to which."""
    found: dict[str, dict[Key, Key]] = defaultdict(dict)
    for id, value in map(parts, within(plan.files("canonical"), part)):
        old, new = json.loads(value)
        found[id][tuple(old)] = tuple(new)
    return found


def _published(plan: Plan, id: str, values: Sequence[str], keys: Sequence[Key], canonical: Mapping[Key, Key],
               file: BinaryIO) -> Iterator[bytes]:
    """Write an article's named graph; its word for each of its facts."""
    *texts, rows, facts, links = values
    one = unpack(id, (*texts, *map(b64decode, (rows, facts, links))), plan.recipe.base, keys)
    names = renamed(one, canonical)
    file.write(published(one, names).encode())
    for support in stated(one, names):
        fact, said = support_line(support).rstrip("\n").split("\t", 1)
        yield line(fact, said)


def _text(plan: Plan, id: str) -> Path:
    return plan.folder(GRAPH) / FOLDER / f"{file_stem(id)}.txt"


def count(plan: Plan, number: int, part: Range) -> None:
    """Write what is known across articles of a range of facts and other subjects."""
    support = (f"{fact}\t{said}\n" for fact, said in map(parts, within(plan.files("support"), part)))
    links = (f"{subject} {rest}\n" for subject, rest in map(parts, within(plan.files("links"), part)))
    with files.replacing(graph_part(plan, number)) as file:
        for row in heapq.merge(counted(support, plan.recipe.base + ACROSS), links):
            file.write(row.encode())
