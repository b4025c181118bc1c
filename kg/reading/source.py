"""Where articles come from: files, folders, standard input, JSON Lines, and gzip of these, one article at a time."""

from __future__ import annotations

import gzip
import io
import os
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any, NamedTuple, TypeAlias

from kg.errors import ReadingError

LIMIT = 10_000_000  # bytes an article: a hundred times the longest that a newspaper prints
STDIN = "-"
UNNAMED = "article"  # the stem of what comes from standard input
ENDINGS = {".txt": ".txt", ".html": ".html", ".htm": ".html", ".jsonl": ".jsonl"}
TABLE = ".parquet"  # a row of it is read as a line of JSON Lines would be
_GZIP = b"\x1f\x8b"
_START = 1 << 12
_BARREN = 20  # limits' worth of blank or endless lines after which a file is given up: a gzip bomb, most likely

Report: TypeAlias = Callable[[ReadingError], None]
_Stream: TypeAlias = "io.BufferedReader[Any]"


@dataclass(frozen=True, slots=True)
class Source:
    """The raw content of one article.

    where    for messages: "news/a.txt", "news.jsonl:12"
    stem     the file's name without its ending; below a folder with the path there, joined by full stops
    form     ".txt", ".html" or ".jsonl" (`content` is one line of it)
    """

    where: str
    stem: str
    form: str
    content: bytes


class File(NamedTuple):
    """A file of articles.

    path   where it is
    name   what its articles are named by: its name, below a folder with the path there, joined by full stops
    where  for messages: the path as given
    """

    path: Path
    name: str
    where: str


def sources(inputs: Iterable[str | Path], report: Report, limit: int = LIMIT) -> Iterator[Source]:
    """Every article's source, in the order of the inputs, folders sorted. What cannot be read goes to `report`."""
    for given in inputs:
        if str(given) == STDIN:
            with _reporting("standard input", report):
                yield from _articles(io.BufferedReader(sys.stdin.buffer), "standard input", UNNAMED, report, limit)
        else:
            for file in files([given], report):
                yield from file_sources(file, report, limit)


def number(inputs: Iterable[str | Path]) -> int | None:
    """About how many articles the inputs hold, told without understanding them; None where standard input is one."""
    inputs = list(inputs)
    if STDIN in map(str, inputs):
        return None
    return sum(_number(file) for file in files(inputs, lambda error: None))


def _number(file: File) -> int:
    """One, but for files that hold an article a line or a row."""
    many = _ending(file.path.name) == ".jsonl" or file.path.suffix.lower() == TABLE
    return sum(1 for _ in file_sources(file, lambda error: None)) if many else 1


def files(inputs: Iterable[str | Path], report: Report) -> Iterator[File]:
    """The files that are given, and those in folders and below: those with known endings, sorted, nothing hidden."""
    for given in map(Path, inputs):
        if not given.is_dir():
            yield File(given, given.name, str(given))
            continue
        paths = sorted(_listed(given, report))
        if not paths:
            remedy = f"put files there that end in {', '.join(ENDINGS)} (or these with .gz), or in {TABLE}"
            report(ReadingError(given, "holds no articles", remedy))
        for path in paths:
            yield File(path, ".".join(path.relative_to(given).parts), str(path))


def file_sources(file: File, report: Report, limit: int = LIMIT) -> Iterator[Source]:
    """The sources of the articles in a file. What cannot be read goes to `report`."""
    with _reporting(file.where, report):
        if file.path.suffix.lower() == TABLE:
            yield from _rows(file, report, limit)
            return
        with file.path.open("rb") as stream:
            yield from _articles(stream, file.where, file.name, report, limit)


def _rows(file: File, report: Report, limit: int) -> Iterator[Source]:
    from kg.reading.table import rows

    stem = PurePath(file.name).stem
    for number, row in enumerate(rows(file.path), 1):
        if len(row) > limit:
            report(_oversize(f"{file.where}:{number}", limit))
        else:
            yield Source(f"{file.where}:{number}", stem, ".jsonl", row)


def _listed(folder: Path, report: Report) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder, onerror=lambda error: report(_failure(error.filename, error))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(parent, name) for name in names if not name.startswith("."))
        yield from (path for path in paths if _wanted(path) and path.is_file())


def _wanted(path: Path) -> bool:
    return _ending(path.name) in ENDINGS or path.suffix.lower() == TABLE


def _ending(name: str) -> str:
    return PurePath(name.removesuffix(".gz")).suffix.lower()


@contextmanager
def _reporting(where: object, report: Report) -> Iterator[None]:
    try:
        yield
    except ReadingError as error:
        report(error)
    except (OSError, EOFError, zlib.error) as error:
        report(_failure(where, error))


def _failure(where: object, error: Exception) -> ReadingError:
    if isinstance(error, FileNotFoundError):
        return ReadingError(where, "does not exist", "check the path")
    if isinstance(error, PermissionError):
        return ReadingError(where, "may not be read", "check its permissions")
    if isinstance(error, (gzip.BadGzipFile, EOFError, zlib.error)):
        return ReadingError(where, "is damaged gzip", "get it again: it may have been cut off")
    return ReadingError(where, f"cannot be read ({getattr(error, 'strerror', None) or error})", "check the disk")


def _articles(file: _Stream, where: str, name: str, report: Report, limit: int) -> Iterator[Source]:
    """One source of a text or a page, one a line of JSON Lines."""
    stream: _Stream = io.BufferedReader(gzip.GzipFile(fileobj=file)) if file.peek(2)[:2] == _GZIP else file
    stem = os.fsencode(PurePath(name.removesuffix(".gz")).stem).decode(errors="replace")  # any bytes can name a file
    form = ENDINGS.get(_ending(name)) or _sniffed(stream.peek(_START))
    if form == ".jsonl":
        yield from _lines(stream, where, stem, report, limit)
        return
    content = stream.read(limit + 1)
    if len(content) > limit:
        raise _oversize(where, limit)
    yield Source(where, stem, form, content)


def _sniffed(start: bytes) -> str:
    start = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html", b"<?xml")):
        return ".html"
    return ".jsonl" if start.startswith(b'{"') else ".txt"


def _lines(stream: _Stream, where: str, stem: str, report: Report, limit: int) -> Iterator[Source]:
    number = barren = 0
    continued = False  # within a line that is longer than the limit
    while line := stream.readline(limit + 1):
        number += not continued
        barren += len(line)
        if barren > _BARREN * limit:
            raise ReadingError(f"{where}:{number}", "holds no articles over hundreds of megabytes", "check the file")
        if len(line) > limit and not continued:
            report(_oversize(f"{where}:{number}", limit))
        elif line.strip() and not continued:
            barren = 0
            yield Source(f"{where}:{number}", stem, ".jsonl", line)
        continued = not line.endswith(b"\n")


def _oversize(where: str, limit: int) -> ReadingError:
    return ReadingError(where, f"is larger than {limit / 1e6:g} MB", "if it is one article, split it")
