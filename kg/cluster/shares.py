"""The work of a build in shares of a size that one task does in a minute or so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from kg.reading.source import File, Report, Source, file_sources


@dataclass(frozen=True, slots=True)
class Share:
    """Several small files, or every `of`-th article of a large one, from the one at `start`.

    group  its place among all files: articles of earlier groups come first
    """

    group: int
    files: tuple[File, ...]
    start: int = 0
    of: int = 1

    def sources(self, report: Report) -> Iterator[tuple[int, Source]]:
        """Each source with its place in the group. What cannot be read goes to `report`, of a large file once."""
        heard = report if not self.start else _unheard
        return islice(enumerate(source for file in self.files for source in file_sources(file, heard)),
                      self.start, None, self.of)


def _unheard(_: object) -> None:
    """Another share of the file reports it."""


def shares(files: Iterable[File], size: int) -> Iterator[Share]:
    """All files in shares, in order. A file that is given twice is read once."""
    small: list[File] = []
    group, sum_of = 0, 0
    for file in dict.fromkeys(files):
        bytes_of = _size(file)
        if small and sum_of + bytes_of > size:
            yield Share(group, tuple(small))
            group, small, sum_of = group + 1, [], 0
        if bytes_of > size:
            of = -(-bytes_of // size)
            yield from (Share(group, (file,), start, of) for start in range(of))
            group += 1
        else:
            small.append(file)
            sum_of += bytes_of
    if small:
        yield Share(group, tuple(small))


def _size(file: File) -> int:
    try:
        return file.path.stat().st_size
    except OSError:  # reading it tells what is wrong
        return 0
