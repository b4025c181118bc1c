"""The network of a store that no page could hold: `kg serve` feeds it as a reader asks for more."""

from __future__ import annotations

import pytest

from kg.graph import quads
from kg.graph import write as written
from kg.store.load import into_folder
from tests.page.browser import Reader
from tests.store.archive import archive
from tests.store.test_endpoint import served

BODY = "organization/tỉnh-ủy-kon-tum"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    place = tmp_path_factory.mktemp("fed")
    (place / "graph.nq").write_bytes(written((row for item in archive(300) for row in quads(item)), "nquads"))
    into_folder(place / "store", place / "graph.nq")
    with served(place / "store") as (client, _):
        yield str(client.base_url)


@pytest.fixture
def fed(browser, tmp_path, address):
    one = Reader(browser, tmp_path, server=address, reduced_motion="reduce")
    one.visit(f"{address}/network")
    yield one
    one.close()


def held(reader):
    """How many things the page holds, drawn or not."""
    return int(reader.page.locator("#summary").inner_text().split(" mục")[1].split(" · ")[0].strip(" /").replace(".", ""))


def opened(reader):
    """The panel's heading, once everything is there."""
    reader.page.wait_for_selector("#panel h2")
    reader.until("location.hash.includes('fed=')")
    return reader.page.locator("#panel h2").inner_text()


def test_it_opens_on_the_middle_of_the_store(fed):
    assert fed.page.locator("#title").inner_text() == "Mạng tri thức"
    assert any(iri.endswith(BODY) for iri in fed.places())
    assert fed.requests == [f"{fed.server}/network"]


def test_what_the_page_does_not_hold_is_found_in_the_store(fed):
    missing = next(f"{n},5 tỷ đồng" for n in range(1, 300) if f"{n},5 tỷ đồng" not in fed.suggestions(f"{n},5 ty dong"))
    fed.page.fill("#search", missing)
    fed.page.locator("#suggestions li", has_text="trong kho").first.click()
    assert opened(fed) == missing
    assert "Phong trào" in fed.panel() and "góp" in fed.panel()


def test_expanding_brings_what_the_store_says_and_a_link_brings_it_back(fed, browser, tmp_path):
    before, drawn = held(fed), len(fed.places())
    fed.ask("phong trao chung suc kon tum")
    assert opened(fed) == "Phong trào “Chung sức Kon Tum”"
    assert held(fed) > before
    fed.page.get_by_role("button", name="Mở rộng").click()
    fed.until(f"Object.keys(document.getElementById('picture').places()).length > {drawn}")
    other = Reader(browser, tmp_path, server=fed.server, reduced_motion="reduce").visit(fed.page.url)
    assert set(other.places()) == set(fed.places())
    assert other.panel() == fed.panel()
    other.close()


def test_what_was_fed_is_kept_as_turtle_once(fed):
    from rdflib import Graph, URIRef
    fed.ask("tinh uy kon tum")
    opened(fed)
    graph = Graph().parse(fed.saved("turtle"), format="turtle")
    body = URIRef(f"https://w3id.org/vnkg/id/{BODY}")
    assert len(list(graph.objects(body, URIRef("http://www.w3.org/2000/01/rdf-schema#label")))) == 1


def test_a_server_that_is_gone_is_said(fed):
    fed.page.route("**/network/part*", lambda route: route.abort())
    fed.ask("tinh uy kon tum")
    fed.page.wait_for_selector("#notice:has-text('Máy chủ không trả lời')")
    assert "Tỉnh ủy Kon Tum" in fed.panel()
    fed.troubles.clear()  # the browser's own word on the failed request
