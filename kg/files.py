"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from kg.errors import WritingError


def write(path: Path, content: bytes) -> None:
    """Put `content` at `path`, in one step: whoever looks finds the old file or the new one, never a part.

    Raises WritingError; then the old file, if there was one, is as it was.
    """
    folder(path.parent)
    try:
        _replace(path, content)
    except OSError as error:
        raise _failure(path, error) from None


def _replace(path: Path, content: bytes) -> None:
    """Straight, with no generator between an interrupt and what takes the unfinished file away."""
    handle, name = _temporary(path)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            _settle(file, name, path)
    except BaseException:  # an interrupt too leaves nothing behind
        with suppress(OSError):
            Path(name).unlink()
        raise


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write in pieces, which stands at `path` once the block has ended well, and nowhere before.

    Raises WritingError; then the old file, if there was one, is as it was.
    """
    folder(path.parent)
    try:
        with _replacement(path) as file:
            yield file
    except OSError as error:
        raise _failure(path, error) from None


def remove(path: Path) -> None:
    """Take a file away, if it is there. Raises WritingError."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _failure(path, error) from None


def folder(path: Path) -> None:
    """Make a folder, and those that it is in. Raises WritingError."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _failure(path, error) from None


@contextmanager
def _replacement(path: Path) -> Iterator[BinaryIO]:
    handle, name = _temporary(path)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            _settle(file, name, path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _temporary(path: Path) -> tuple[int, str]:
    return tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")


def _settle(file: BinaryIO, name: str, path: Path) -> None:
    """Close a finished file, readable by whom new files are, and put it in its place."""
    os.fchmod(file.fileno(), 0o666 & ~_umask())
    file.close()
    Path(name).replace(path)


def _umask() -> int:
    """The process's mask for new files, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _failure(path: Path, error: OSError) -> WritingError:
    if isinstance(error, FileExistsError | NotADirectoryError | IsADirectoryError):
        return WritingError(path, "something else is in the way", "choose another place or move it")
    if isinstance(error, PermissionError):
        return WritingError(path, "may not be written", "check the folder's permissions")
    return WritingError(path, f"cannot be written ({error.strerror or error})", "check the disk's space and the path")
