"""One thing that is wrong with a graph."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What should be and is not.

    node    the node that it is about
    en, vi  what should be, in plain words
    path    the property that it is about, an IRI, or nothing
    value   the value that is wrong, an IRI or a literal's text, or nothing
    check   the shape or the check that found it
    """

    node: str
    en: str
    vi: str
    path: str = ""
    value: str = ""
    check: str = ""
