"""Lines of JSON Lines: an object with `text`, and what else it says of its article."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from kg.errors import ReadingError
from kg.reading.draft import Draft
from kg.reading.encoding import decode
from kg.reading.source import Source

_REMEDY = 'give one object a line: {"text": "...", "id": "...", "title": "...", "date": "YYYY-MM-DD", "url": "..."}'


def record(source: Source) -> Draft:
    """The article of one line. Fields that are not known are passed over. Raises ReadingError."""
    row = _object(source)
    text = row.get("text")
    if not isinstance(text, str):
        raise ReadingError(source.where, 'has no "text"', _REMEDY)
    number = source.where.rpartition(":")[2]
    return Draft(text, _string(row, "id") or f"{source.stem}.{number}", _string(row, "title"), _date(row, source),
                 _string(row, "author"), _string(row, "publisher") or _string(row, "outlet"), _string(row, "url"))


def _object(source: Source) -> Mapping[str, Any]:
    try:
        row = json.loads(decode(source.content, source.where))
    except (ValueError, RecursionError) as error:
        what = getattr(error, "msg", "nested too deeply")
        raise ReadingError(source.where, f"is not JSON ({what})", _REMEDY) from None
    if not isinstance(row, dict):
        raise ReadingError(source.where, "is no JSON object", _REMEDY)
    return row


def _string(row: Mapping[str, Any], name: str) -> str | None:
    """A field's text; an identifier may be a number."""
    value = row.get(name)
    return str(value).strip() or None if isinstance(value, (str, int)) else None


def _date(row: Mapping[str, Any], source: Source) -> date | None:
    given = _string(row, "date") or ""
    try:
        return date.fromisoformat(given[:10]) if given else None
    except ValueError:
        raise ReadingError(source.where, f'has the date "{given[:30]}"', "write dates as YYYY-MM-DD") from None
