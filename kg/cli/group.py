"""How every command ends: a failure that its user can mend is one line and an exit code, never a traceback."""

from __future__ import annotations

import re
from typing import Any

import typer
from typer.core import TyperGroup

from kg.errors import KgError

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


class Commands(TyperGroup):
    """The commands."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except KgError as error:
            complain(error)
            raise typer.Exit(error.exit_code) from None


def complain(error: KgError) -> None:
    """Say what went wrong, in one line on standard error."""
    typer.echo(f"kg: {one_line(str(error))}", err=True)


def one_line(text: str) -> str:
    """Text that moves no cursor and turns no direction, whatever a file name or an article holds."""
    return _CONTROLS.sub(" ", text).strip()
