"""The first task: the articles of a share, each to its fragment, kept under what they were made of.

    work/ids/DIGEST        identifier -> where its article comes from
    work/records/DIGEST    name -> what an article says of a person of this name
    work/fragments/DIGEST  identifier -> the article's fragment
    work/done/DIGEST       what the driver is told, once the others are there; a later run takes it from here
"""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.archive.archive import Made, make
from kg.archive.method import method
from kg.archive.packing import as_json
from kg.article import Article
from kg.cluster.errors import ClusterError
from kg.cluster.lines import line
from kg.cluster.plan import Plan
from kg.cluster.shares import Share
from kg.errors import KgError
from kg.files import write

KINDS = ("ids", "records", "fragments")


@dataclass(slots=True)
class Extracted:
    """What the driver is told of a share.

    samples  for each of KINDS, keys that stand for equal amounts of its lines
    known    whether an earlier run did it
    """

    group: int
    digest: str
    articles: int
    notes: list[str]
    errors: list[KgError]
    samples: list[list[bytes]]
    known: bool = False


def extract(plan: Plan, share: Share) -> Extracted:
    """Do a share, unless it is done. Raises ClusterError where the worker is not like the driver, WritingError."""
    _check(plan)
    digest = _digest(plan, share)
    done = plan.folder("done") / digest
    if done.is_file():
        articles, notes, samples = json.loads(done.read_bytes())
        plain = [[bytes.fromhex(one) for one in several] for several in samples]
        return Extracted(share.group, digest, articles, notes, [], plain, known=True)
    one = _extracted(plan, share, digest)
    if not one.errors:
        known = [one.articles, one.notes, [[sample.hex() for sample in samples] for samples in one.samples]]
        write(done, json.dumps(known).encode())
    return one


def _check(plan: Plan) -> None:
    if method(plan.recipe) != plan.method:
        raise ClusterError("a worker", "has another version of kg", "install the same one on all machines")
    if not plan.place.is_dir():
        raise ClusterError("a worker", f"sees no {plan.place}", "share the folder between machines, by the same path")


def _digest(plan: Plan, share: Share) -> str:
    found = hashlib.sha256(json.dumps([plan.method, plan.keep_text, share.start, share.of]).encode())
    for file in share.files:
        found.update(f"{file.name}\0{file.where}\0".encode("utf-8", "surrogateescape"))
        found.update(_content(file.path))
    return found.hexdigest()


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest()
    except OSError:  # reading its articles tells what is wrong
        return b""


def _extracted(plan: Plan, share: Share, digest: str) -> Extracted:
    lines: tuple[list[bytes], ...] = ([], [], [])
    notes: list[str] = []
    errors: list[KgError] = []
    for place, source in share.sources(errors.append):
        made = make(source, plan.recipe)
        if made.error or not made.article:
            errors.append(made.error or KgError(made.where, "holds no article"))
            continue
        notes += (f"{made.where}: {note}" for note in made.article.notes)
        for kind, found in zip(lines, _lines(plan, place, made, made.article), strict=True):
            kind.extend(found)
    samples = [plan.put(name, digest, found) for name, found in zip(KINDS, lines, strict=True)]
    return Extracted(share.group, digest, len(lines[0]), notes, errors, samples)


def _lines(plan: Plan, place: int, made: Made, article: Article) -> Iterator[list[bytes]]:
    """An article's lines of each of KINDS."""
    packed = made.packed
    assert packed
    keys = [key for _, _, key, _, _ in packed.persons]
    values = [b64encode(one).decode() if isinstance(one, bytes) else one for one in packed.values]
    yield [line(article.id, json.dumps([place, made.where]))]
    yield [line(name, as_json([made.where, article.id, key, record]))
           for name, _, key, record, _ in packed.persons]
    yield [line(article.id, json.dumps([made.where, values, keys, article.text if plan.keep_text else ""]))]
