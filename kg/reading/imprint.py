"""What an article prints about itself: its author, its date, its outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from kg.article import Role
from kg.reading.layout import DATELINE, Line
from kg.vi.outlets import Outlet, outlet_of

_NOBODY = re.compile(  # what the desk signs with
    r"(?:P\.?V|C\.?T\.?V|B\.?B\.?T|T\.?H|Nhóm .*|(?:Ban|Tòa|Toà) .*|Theo .*)\.?(?:\s*[-,].*)?", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]{2,}")


def author_of(lines: Iterable[Line]) -> str | None:
    """The author in the byline, capitals settled ("PHƯƠNG DUYÊN" is Phương Duyên). A pen name of the desk is nobody."""
    printed = [found["author"] for line in lines if line.role is Role.BYLINE and (found := _groups(line)).get("author")]
    return next((settled(name) for name in reversed(printed) if not _NOBODY.fullmatch(name)), None)


def settled(name: str) -> str:
    """A name in ordinary capitals; initials and mixed case stay as they are."""
    name = " ".join(name.split()).rstrip(" ,;-")
    name = name if re.search(r"\b\w\.$", name) else name.rstrip(".")
    return _NAME.sub(lambda part: part[0].capitalize(), name) if name == name.upper() else name


def date_of(lines: Iterable[Line]) -> date | None:
    """The day in the first printed time stamp that is a day of the calendar."""
    for found in map(_groups, lines):
        if not found.get("year"):
            continue
        try:
            return date(int(found["year"]), int(found["month"]), int(found["day"]))
        except ValueError:
            continue
    return None


def outlet_in(lines: Sequence[Line]) -> Outlet | None:
    """The outlet of a dateline, "(GLO)- Ngày 9-7, ..." or "VOV.VN - Sáng 9/7, ...", in the first lines of the story."""
    story = [line.words for line in lines if line.role is Role.BODY][:3]
    datelines = filter(None, map(DATELINE.match, story))
    found = (outlet_of(_name(match["bracketed"] or match["bare"])) for match in datelines)
    return next(filter(None, found), None)


def _name(printed: str) -> str:
    """ "VOV.VN" and "Thanhuytphcm.vn" are known by their hosts, "Theo TTXVN" by what follows."""
    return printed.strip().removeprefix("Theo ")


def _groups(line: Line) -> dict[str, str]:
    """What the pattern that matched a line found in it, by name."""
    return {name: text for name, text in line.matched.groupdict().items() if text} if line.matched else {}
