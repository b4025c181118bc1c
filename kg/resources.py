"""Where the files are that come with the program."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def ontology() -> Path:
    """The folder of the ontology: inside the package in a wheel, beside it in a checkout."""
    inside = _PACKAGE / "ontology"
    return inside if inside.is_dir() else _PACKAGE.parent / "ontology"


def queries() -> Path:
    """The folder of the shipped questions: inside the package in a wheel, among the examples in a checkout."""
    inside = _PACKAGE / "queries"
    return inside if inside.is_dir() else _PACKAGE.parent / "examples" / "queries"


def knowledge() -> Path:
    """The folder of what is known about Vietnamese: word lists, rules, places, outlets."""
    return _PACKAGE / "vi"
