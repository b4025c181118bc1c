"""How long until a page can be used, and how smoothly it pans: ours beside plain pyvis, in one run, as ratios.

`python -m tests.page.speed [SIZE ...]` (sizes are numbers of things; default 1000 5000 20000). Plain pyvis is given
the same nodes and edges and its physics is switched off, which spares it the minutes that it takes to come to rest.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from kg.view import render
from kg.view.build import picture
from tests.page.browser import launch
from tests.view.large import large_graph

PAN = """async () => {
    const canvas = document.querySelector('canvas'), {left, top} = canvas.getBoundingClientRect();
    canvas.setPointerCapture = () => {};
    const fire = (type, x, y) => canvas.dispatchEvent(new PointerEvent(type, {pointerId: 1, isPrimary: true,
        pointerType: 'mouse', button: 0, buttons: 1, clientX: left + x, clientY: top + y, bubbles: true}));
    fire('pointerdown', 5, 5);
    const start = performance.now();
    let frames = 0;
    while (frames < 60 && performance.now() - start < 8000) {
        fire('pointermove', 5 + frames * 3, 5 + frames);
        await new Promise(requestAnimationFrame);
        frames++;
    }
    const spent = performance.now() - start;
    fire('pointerup', 5 + frames * 3, 5 + frames);
    return 1000 * frames / spent;
}"""


def plain_pyvis(size: int) -> str:
    from pyvis.network import Network

    shown = picture(large_graph(size), {})
    network = Network(directed=True, cdn_resources="in_line")
    for index, thing in enumerate(shown.things):
        network.nodes.append({"id": index, "label": thing.label, "shape": "dot", "x": 40 * (index % 150), "y": 40 * (index // 150)})
    network.edges.extend({"from": edge.source, "to": edge.target} for fact in shown.facts for edge in fact.edges)
    network.toggle_physics(False)
    return network.generate_html()


def measure(browser: Browser, html: str, ready: str) -> tuple[float, float]:
    """Seconds until the page is usable and drawn, and frames a second while panning."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(html, encoding="utf-8")
        page: Page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.route("http*://**", lambda route: route.abort())
        start = time.perf_counter()
        page.goto(f"file://{file}", wait_until="commit", timeout=120_000)
        while not page.evaluate(ready):
            time.sleep(0.02)
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        usable = time.perf_counter() - start
        frames = page.evaluate(PAN)
        page.close()
    return usable, frames


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or [1000, 5000, 20000]
    whole = 5000  # up to so many things are also measured all drawn, where the page opens on an overview by itself
    with sync_playwright() as playwright:
        browser = launch(playwright)
        print("things   usable: ours, pyvis, ratio      frames a second: ours, pyvis, ratio")
        for size in sizes:
            ours = measure(browser, render(large_graph(size), {}), "document.documentElement.dataset.ready === 'true'")
            plain = measure(browser, plain_pyvis(size), "typeof network !== 'undefined' && network.body !== undefined")
            print(f"{size:6}   {ours[0]:6.2f} s {plain[0]:6.2f} s  x{plain[0] / ours[0]:4.1f}"
                  f"        {ours[1]:6.1f}   {plain[1]:6.1f}  x{ours[1] / plain[1]:4.1f}")
            if size <= whole:
                page = render(large_graph(size), {}, max_nodes=size)
                drawn = measure(browser, page, "document.documentElement.dataset.ready === 'true'")
                print(f"{'all':>6}   {drawn[0]:6.2f} s {plain[0]:6.2f} s  x{plain[0] / drawn[0]:4.1f}"
                      f"        {drawn[1]:6.1f}   {plain[1]:6.1f}  x{drawn[1] / plain[1]:4.1f}")
        browser.close()


if __name__ == "__main__":
    main()
