"""What a build on a cluster left of its persons: they are identified again, name by name, as they are asked for."""

from __future__ import annotations

import json
from base64 import b64decode
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kg.archive.identity import identify
from kg.archive.judging import Judging
from kg.archive.packing import as_record, unpacked
from kg.archive.record import Key, Record
from kg.cluster.errors import ClusterError
from kg.cluster.lines import Range, only, parts, within
from kg.cluster.plan import Plan
from kg.cluster.stages import asked

NAME = "run.json"  # in the work folder; of the last build
_ROWS = 4  # their place among the values of a fragment
_ALL = Range(b"", b"")


def note(plan: Plan, left_out: frozenset[str]) -> bytes:
    """What `Left` must be told of a build beside what its tasks left, as JSON."""
    return json.dumps([plan.recipe.base, str(plan.judging), sorted(left_out)]).encode()


def is_run(place: Path) -> bool:
    """Whether a folder holds what a build on a cluster left."""
    return (place / "work" / NAME).is_file()


class Left:
    """What the last build left in `place`, as kg.archive.known.Known has it. Raises ClusterError."""

    def __init__(self, place: Path) -> None:
        self._work = place / "work"
        try:
            self.base, judging, left_out = json.loads((self._work / NAME).read_bytes())
        except (OSError, ValueError):
            raise ClusterError(place, "holds no whole build of a cluster", "build it again") from None
        self._judging, self._left_out = Judging.parsed(judging), frozenset(left_out)

    def names(self) -> Iterator[str]:
        found: Counter[str] = Counter()
        for path in self._files("records"):
            found.update(name for name, value in map(parts, within([path], _ALL)) if self._counts(value))
        return iter(sorted(name for name, times in found.items() if times > 1))

    def persons(self, name: str) -> dict[Key, list[Record]]:
        records, keys = self._identified(name)
        found: dict[Key, list[Record]] = {}
        for record in sorted((one for one in records if one.name == name), key=lambda one: (one.article, one.key)):
            found.setdefault(keys[record.article, record.key], []).append(record)
        return found

    def canonical(self, key: Key) -> Key:
        return asked(frozenset((key,)), *self._identified(key[0])).get(key, ())

    def rows(self, article: str) -> str:
        for _, value in map(parts, within(self._files("fragments"), only(article))):
            where, values, *_ = json.loads(value)
            if where not in self._left_out:
                return unpacked(b64decode(values[_ROWS]))
        return ""

    def _identified(self, name: str) -> tuple[list[Record], dict[tuple[str, Key], Key]]:
        """The records of a name and of those that judgements connect with it, and who they are."""
        names = self._judging.names_with(name)
        lines = (line for one in sorted(names) for line in within(self._files("records"), only(one)))
        records = [as_record(*json.loads(value)[1:]) for _, value in map(parts, lines) if self._counts(value)]
        return records, identify(records, self._judging.about(names))

    def _files(self, kind: str) -> list[Path]:
        return sorted(path for path in (self._work / kind).iterdir() if not path.name.startswith("."))

    def _counts(self, value: str) -> bool:
        """Whether a record is of an article that is in the graph."""
        return not self._left_out or json.loads(value)[0] not in self._left_out
