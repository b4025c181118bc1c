"""How every command ends: a failure that its user can mend is one line and an exit code, never a traceback."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import typer
from typer.core import TyperGroup

from kg.article import Article
from kg.errors import KgError

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


class Commands(TyperGroup):
    """The commands."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except KgError as error:
            complain(error)
            raise typer.Exit(error.exit_code) from None


@dataclass(slots=True)
class Problems:
    """What went wrong with single articles: each is reported as it comes, or ends the run if `strict`."""

    strict: bool = False
    errors: list[KgError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def report(self, error: KgError) -> None:
        """Raises the error if `strict`."""
        if self.strict:
            raise error
        self.errors.append(error)
        complain(error)

    @contextmanager
    def reported(self) -> Iterator[None]:
        """Report an article's error that comes up inside the block. Errors of writing end the run."""
        from kg.errors import WritingError

        try:
            yield
        except WritingError:
            raise
        except KgError as error:
            self.report(error)

    def note(self, where: str, article: Article | None) -> None:
        """Say what should be known about how an article was read."""
        for note in article.notes if article else ():
            self.tell(f"{where}: {note}")

    def tell(self, note: str) -> None:
        """Say something that should be known, on standard error."""
        self.notes.append(note)
        typer.echo(f"kg: {one_line(note)}", err=True)

    @property
    def listed(self) -> dict[str, object]:
        """Errors and notes, for a summary that programs read."""
        errors = [{"where": e.where, "what": e.what, "remedy": e.remedy, "code": e.exit_code} for e in self.errors]
        return {"errors": errors, "notes": self.notes}

    def summarize(self) -> None:
        """Say how many articles were left out, if any."""
        if self.errors:
            typer.echo(f"kg: {count(len(self.errors), 'article')} left out, see above", err=True)

    @property
    def exit_code(self) -> int:
        """By the kind of the first error; 0 where there was none."""
        return self.errors[0].exit_code if self.errors else 0


def complain(error: KgError) -> None:
    """Say what went wrong, in one line on standard error."""
    typer.echo(f"kg: {one_line(str(error))}", err=True)


def one_line(text: str) -> str:
    """Text that moves no cursor and turns no direction, whatever a file name or an article holds."""
    return _CONTROLS.sub(" ", text).strip()


def count(number: int, thing: str) -> str:
    """ "1 article", "2,000 articles"."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
