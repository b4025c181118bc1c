"""Values as RDF literals, each in the lexical form that its datatype asks for.

Only datatypes that every store keeps as they are: string, @vi, integer, decimal, boolean, date, gYearMonth, gYear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from kg.graph.iri import is_iri
from kg.graph.names import tidy
from kg.graph.terms import Form
from kg.graph.triple import DATE, DECIMAL, MONTH, TRUE, YEAR, Literal, Node, integer, vietnamese


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError("is not a whole number")
    return value


def _decimal(value: object) -> Literal:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("is not a number")
    number = Decimal(repr(value))
    if not number.is_finite():
        raise ValueError("is not finite")
    text = f"{number:f}"
    return Literal(text.rstrip("0").rstrip(".") if "." in text else text, DECIMAL)


def _year(value: object) -> Literal:
    year = value.year if isinstance(value, date) else int(value) if isinstance(value, str) else _whole(value)
    if not 1 <= year <= 9999:
        raise ValueError("is not a year")
    return Literal(f"{year:04d}", YEAR)


def _date(value: object) -> Literal:
    if isinstance(value, date):
        return Literal(value.isoformat()[:10], DATE)
    text = str(value)
    if re.fullmatch(r"\d{4}-\d{2}", text):
        return Literal(date.fromisoformat(f"{text}-01").isoformat()[:7], MONTH)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return Literal(date.fromisoformat(text).isoformat(), DATE)
    return _year(int(text) if text.isdecimal() else value)


def _text(value: object) -> Literal:
    if not isinstance(value, str) or not tidy(value):
        raise ValueError("is not a text")
    return vietnamese(tidy(value))


def _true(value: object) -> Literal | None:
    if not isinstance(value, bool):
        raise ValueError("is neither true nor false")
    return TRUE if value else None


def _address(value: object) -> str:
    if not isinstance(value, str) or not is_iri(value):
        raise ValueError("is not an IRI")
    return value


_WRITERS: Mapping[Form, Callable[[object], Node | None]] = {
    Form.TEXT: _text,
    Form.STRING: lambda value: Literal(_text(value).text),
    Form.INTEGER: lambda value: integer(_whole(value)),
    Form.DECIMAL: _decimal,
    Form.DATE: _date,
    Form.YEAR: _year,
    Form.TRUE: _true,
    Form.ADDRESS: _address,
}


def written(value: object, form: Form) -> Node | None:
    """A value in the form that its term asks for; None where nothing is to be said (false).

    Raises ValueError, saying what the value is not.
    """
    return _WRITERS[form](value)
