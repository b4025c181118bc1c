"""Plain values in words: dates, numbers, concepts, as each language writes them."""

from __future__ import annotations

import re

from kg.graph.index import Index
from kg.graph.triple import DECIMAL, INTEGER, Literal, Node
from kg.view.picture import Words

ISO_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)\b")
NUMBER = re.compile(r"(-?\d+)(?:\.(\d+))?$")
MONTHS = "January February March April May June July August September October November December".split()


def value_words(graph: Index, value: Node) -> Words:
    """A literal or a concept as a reader would write it."""
    if not isinstance(value, Literal):
        return Words(graph.label(value, "vi"), graph.label(value, "en"))
    if value.datatype in (INTEGER, DECIMAL) and (number := NUMBER.match(value.text)):
        return _number_words(number[1], (number[2] or "").rstrip("0"))
    return date_words(value.text)


def date_words(text: str) -> Words:
    """An ISO date as "9/7/2021" and "9 July 2021"; any other text as it is."""
    found = ISO_DATE.match(text)
    if not found or not 1 <= int(found[2]) <= len(MONTHS):
        return Words(text, text)
    year, month, day = (int(part) for part in found.groups())
    return Words(f"{day}/{month}/{year}", f"{day} {MONTHS[month - 1]} {year}")


def _number_words(whole: str, fraction: str) -> Words:
    english = f"{int(whole):,}" + (f".{fraction}" if fraction else "")
    return Words(english.translate(str.maketrans(",.", ".,")), english)
