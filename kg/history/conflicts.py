"""All contradictions of a graph."""

from __future__ import annotations

from kg.history.contradiction import Contradiction, Kind
from kg.history.holding import holdings, seats
from kg.history.offices import offices_apart, several_holders
from kg.history.values import several_dates, several_issuers
from kg.store.source import Ask


def conflicts(ask: Ask) -> list[Contradiction]:
    """The contradictions, by kind, then by name."""
    held, where = holdings(ask), seats(ask)
    found = [*several_holders(held, where), *offices_apart(held, where), *several_dates(ask), *several_issuers(ask)]
    order = list(Kind)
    return sorted(found, key=lambda one: (order.index(one.kind), one.label, one.thing, one.days))
