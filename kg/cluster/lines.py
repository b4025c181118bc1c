"""Sorted lines on disk, and the ranges of them that tasks share out: all that is exchanged between machines.

A line is a key, a NUL, a value and a line feed, in UTF-8. Lines sort by the code points of their keys, since control
characters in keys are written so that they keep their order. A range [low, high) of one file is found by bisection,
so that any number of tasks can read theirs without an index.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO, NamedTuple
from zlib import crc32

from kg.files import replacing

_LAST = b"\xff"  # sorts after all that UTF-8 can begin with
_CONTROL = re.compile(r"[\x00-\x1f]")
_WRITTEN = re.compile(r"\x01(.)")


class Range(NamedTuple):
    """Keys from `low` on and before `high`, as they are written; a `high` of b"" has no end."""

    low: bytes
    high: bytes

    def holds(self, key: bytes) -> bool:
        return self.low <= key and (not self.high or key < self.high)


def written(key: str) -> bytes:
    """A key as it stands in a line: control characters as U+0001 and a sign that sorts as they do."""
    return _CONTROL.sub(lambda sign: f"\x01{chr(ord(sign[0]) + 0x40)}", key).encode("utf-8", "surrogatepass")


def line(key: str, value: str) -> bytes:
    """A line; the value holds no line feed."""
    return b"%s\x00%s\n" % (written(key), value.encode("utf-8", "surrogatepass"))


def parts(line: bytes) -> tuple[str, str]:
    """The key and the value of a line."""
    key, _, value = line.rstrip(b"\n").partition(b"\x00")
    plain = _WRITTEN.sub(lambda sign: chr(ord(sign[1]) - 0x40), key.decode("utf-8", "surrogatepass"))
    return plain, value.decode("utf-8", "surrogatepass")


def put(path: Path, lines: Iterable[bytes], every: int) -> list[bytes]:
    """Write lines sorted, whole or not at all; of each `every` bytes of them the key of one line. Raises WritingError.

    Where in the first of these bytes the line is depends on the file's name, so that many small files, too, are sampled
    as they are large.
    """
    ordered = sorted(lines)
    with replacing(path) as file:
        file.writelines(ordered)
    return _sampled(ordered, every, crc32(path.name.encode()) % every)


def _sampled(ordered: Iterable[bytes], every: int, passed: int) -> list[bytes]:
    found = []
    for one in ordered:
        if passed // every < (passed + len(one)) // every:
            found.append(_key(one))
        passed += len(one)
    return found


def ranges(samples: Iterable[bytes], each: int) -> list[Range]:
    """All keys in ranges of about `each` samples."""
    bounds = sorted(set(sorted(samples)[each::each]) - {b""})
    return [Range(low, high) for low, high in zip([b"", *bounds], [*bounds, b""], strict=True)]


def only(key: str) -> Range:
    """The range of one key."""
    low = written(key)
    return Range(low, low + b"\x00")


def within(paths: Sequence[Path], part: Range) -> list[bytes]:
    """The lines of several files whose keys are in the range, sorted. Raises OSError."""
    return sorted(one for path in paths for one in _slice(path, part))


def _slice(path: Path, part: Range) -> Iterator[bytes]:
    with path.open("rb") as file:
        first = bisect_left(range(path.stat().st_size), part.low, key=partial(_key_after, file))
        _go(file, first)
        for one in file:
            if not part.holds(_key(one)):
                return
            yield one


def _key_after(file: BinaryIO, place: int) -> bytes:
    """The key of the first line that starts at the offset or after it."""
    _go(file, place)
    found = file.readline()
    return _key(found) if found else _LAST


def _go(file: BinaryIO, place: int) -> None:
    """Go to the first line that starts at the offset or after it."""
    file.seek(max(place - 1, 0))
    if place:
        file.readline()


def _key(line: bytes) -> bytes:
    return line.partition(b"\x00")[0]
