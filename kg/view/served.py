"""What `kg serve` shows of a store: the page of the whole, or of its middle and then one part after the other."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING

from kg.store.neighbourhood import around, find, middle
from kg.store.source import triples
from kg.view.build import picture
from kg.view.choice import MANY, opening
from kg.view.island import island, statements
from kg.view.page import page
from kg.view.render import render

if TYPE_CHECKING:
    from pyoxigraph import Store

WHOLE = 60_000  # statements that one page holds; of a larger store it holds a part and asks for more
FEED = "/network"  # below it are the addresses that the page asks for more


def network(store: Store, focus: str) -> bytes:
    """The page of a store, in UTF-8, opened at a thing if its IRI is given. Raises ViewError."""
    rows = list(islice(triples(store), WHOLE + 1))
    if len(rows) <= WHOLE:
        return render(rows, {}, focus=focus or None).encode()
    rows = around(store, focus) if focus else middle(store)
    shown = picture(rows, {})
    data = island(shown, *opening(shown, MANY))
    return page({**data, "feed": FEED}, statements(rows), shown, title=None, theme="auto").encode()


def part(store: Store, name: str) -> bytes:
    """What a store says of the thing with the IRI `name`, as JSON in the form of the page's own data."""
    rows = around(store, name)
    return _json({**island(picture(rows, {}), (), ()), "statements": statements(rows)})


def found(store: Store, text: str) -> bytes:
    """Things with a name that holds `text`: a JSON list of their IRIs and labels."""
    return _json(find(store, text))


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
