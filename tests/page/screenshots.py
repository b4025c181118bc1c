"""Pictures of the example's page, made by `python -m tests.page.screenshots [PAGE.html]` into examples/screenshots/.

Without a page, the example article is built first.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.page.browser import Reader, launch

ROOT = Path(__file__).parents[2]
OUT = ROOT / "examples" / "screenshots"
DESKTOP, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844, "is_mobile": True, "has_touch": True}


def nothing(reader: Reader) -> None:
    """As the page opens."""


def panel(reader: Reader) -> None:
    reader.ask("chau ngoc tuan")
    reader.page.evaluate("document.activeElement.blur()")


def path(reader: Reader) -> None:
    reader.ask("chau ngoc tuan").page.click("#panel button:text-is('Đường tới…')")
    reader.ask("ubnd tinh")
    reader.page.evaluate("document.activeElement.blur()")


def article(reader: Reader) -> None:
    reader.ask("ubnd tinh").page.click(".proof figcaption a >> nth=0")
    reader.page.evaluate("document.activeElement.blur()")


def search(reader: Reader) -> None:
    reader.page.fill("#search", "tinh uy")


SHOTS: dict[str, tuple[dict[str, object], str, Callable[[Reader], None]]] = {
    "desktop": (DESKTOP, "", nothing),
    "dark": (DESKTOP, "#theme=dark&lang=en", nothing),
    "panel": (DESKTOP, "", panel),
    "path": (DESKTOP, "", path),
    "article": (DESKTOP, "", article),
    "search": (DESKTOP, "", search),
    "table": (DESKTOP, "#view=table", nothing),
    "phone": (PHONE, "", nothing),
    "phone-panel": (PHONE, "", panel),
}


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    html = Path(sys.argv[1]).read_text(encoding="utf-8") if len(sys.argv) > 1 else _built()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = launch(playwright)
        for name, (screen, state, act) in SHOTS.items():
            reader = Reader(browser, Path(folder), reduced_motion="reduce", **screen).open(html, state)
            act(reader)
            reader.page.wait_for_timeout(300)
            reader.page.screenshot(path=OUT / f"{name}.png")
            reader.close()
        browser.close()


def _built() -> str:
    with tempfile.TemporaryDirectory() as folder:
        build = [sys.executable, "-m", "kg", "build", str(ROOT / "examples" / "gia-lai.txt"), "-o", folder]
        subprocess.run(build, check=True, capture_output=True)
        return (Path(folder) / "graph.html").read_text(encoding="utf-8")


if __name__ == "__main__":
    main()
