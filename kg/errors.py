"""What goes wrong for reasons that its user can mend: said in one line, with a remedy and an exit code by kind."""

from __future__ import annotations


class KgError(Exception):
    """A failure that is not a defect of the program.

    where   the file, line or address that it is about
    what    what is wrong, without a final stop
    remedy  what to do about it, without a final stop; may be empty
    """

    exit_code = 1

    def __init__(self, where: object, what: str, remedy: str = "") -> None:
        super().__init__(where, what, remedy)
        self.where = str(where)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        message = f"{self.where}: {self.what}"
        return f"{message}; {self.remedy}" if self.remedy else message


class ReadingError(KgError):
    """An input cannot be read: absent, unreadable, empty, too large, binary, or in no known encoding."""

    exit_code = 3


class WritingError(KgError):
    """An output cannot be written: no space, no permission, or in the way of something else."""

    exit_code = 5


class StoreError(KgError):
    """A store is absent, in use, out of reach, refuses, or does not hold what was sent."""

    exit_code = 6


class QueryError(KgError):
    """A question cannot be asked: unknown name, missing or bad parameter, or SPARQL that a store does not take."""

    exit_code = 7
