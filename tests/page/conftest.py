from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright
from rdflib import Graph

from kg.graph.rdf import _node
from kg.graph.triple import Triple
from kg.view import render
from tests.page.browser import Reader, launch
from tests.view.hostile import hostile_graph
from tests.view.large import large_graph
from tests.view.pair import pair_graph
from tests.view.seed import seed_graph


def rows(graph: Graph) -> list[Triple]:
    return [(str(s), str(p), _node(o)) for s, p, o in graph]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = launch(playwright)
        yield started
        started.close()


def _page(made: tuple[Graph, dict[str, str]]) -> str:
    return render(rows(made[0]), made[1])


@pytest.fixture(scope="session")
def seed() -> str:
    return _page(seed_graph())


@pytest.fixture(scope="session")
def pair() -> str:
    return _page(pair_graph())


@pytest.fixture(scope="session")
def hostile() -> str:
    return _page(hostile_graph())


@pytest.fixture(scope="session")
def large() -> str:
    return render(large_graph(5000), {})


@pytest.fixture
def reader(browser: Browser, tmp_path) -> Iterator[Reader]:
    one = Reader(browser, tmp_path, reduced_motion="reduce")
    yield one
    one.close()


@pytest.fixture
def phone(browser: Browser, tmp_path) -> Iterator[Reader]:
    one = Reader(browser, tmp_path, width=390, height=844, has_touch=True, is_mobile=True, reduced_motion="reduce")
    yield one
    one.close()
