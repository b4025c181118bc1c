"""A page of ours in a real headless Chromium, used as a person would."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Playwright

CHROMIUM = os.environ.get("KG_CHROMIUM", "/usr/bin/chromium-headless-shell")
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


def launch(playwright: Playwright) -> Browser:
    """The browser. Without one the test is skipped, but where CI is set it fails."""
    if not Path(CHROMIUM).exists():
        reason = f"no browser at {CHROMIUM}: apt-get install --no-install-recommends chromium-headless-shell"
        if os.environ.get("CI", "").lower() in ("1", "true"):
            pytest.fail(reason)
        pytest.skip(reason)
    return playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)


class Reader:
    """A person before a page; everything that goes wrong in it is noted in `troubles`."""

    def __init__(self, browser: Browser, folder: Path, *, width: int = 1440, height: int = 900, server: str = "",
                 **context: object) -> None:
        self.server = server
        self.context = browser.new_context(viewport={"width": width, "height": height}, offline=not server,
                                           accept_downloads=True, locale="vi-VN", **context)
        self.context.set_default_timeout(20_000)
        self.page: Page = self.context.new_page()
        self.folder, self.troubles, self.requests = folder, [], []
        self.page.on("console", lambda message: self.troubles.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.troubles.append(f"error: {error}"))
        self.page.on("dialog", lambda dialog: (self.troubles.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        self.page.on("request", lambda request: self.requests.append(request.url))

    def open(self, html: str, state: str = "", name: str = "page.html") -> Reader:
        file = self.folder / name
        file.write_text(html, encoding="utf-8")
        return self.visit(f"file://{quote(str(file))}{state}")

    def visit(self, address: str) -> Reader:
        self.page.goto(address)
        self.page.wait_for_selector("html[data-ready]", state="attached", timeout=30_000)
        return self

    def ask(self, words: str) -> Reader:
        """Type into the search box and take the first suggestion."""
        self.page.fill("#search", words)
        self.page.press("#search", "Enter")
        return self

    def suggestions(self, words: str) -> list[str]:
        self.page.fill("#search", words)
        return self.page.locator("#suggestions li span").all_inner_texts()

    def until(self, condition: str) -> None:
        """Wait for a condition in the page, whose policy allows no evaluation of its own."""
        for _ in range(400):
            if self.page.evaluate(condition):
                return
            self.page.wait_for_timeout(30)
        pytest.fail(f"never came true: {condition}")

    def places(self) -> dict[str, list[float]]:
        return self.page.evaluate("document.getElementById('picture').places()")

    def click_thing(self, name: str) -> Reader:
        """Click what is drawn for the thing whose IRI ends with `name`."""
        found = next(place for iri, place in self.places().items() if iri.endswith(name))
        self.page.mouse.click(*found)
        self.page.wait_for_timeout(60)
        return self

    def panel(self) -> str:
        return self.page.inner_text("#panel")

    def state(self) -> str:
        return self.page.evaluate("location.hash")

    def saved(self, kind: str) -> bytes:
        self.page.click("#keep")
        with self.page.expect_download() as download:
            self.page.click(f"[data-keep={kind}]")
        return Path(download.value.path()).read_bytes()

    def close(self) -> None:
        self.context.close()
        outside = [url for url in self.requests if not url.startswith(("file://", "blob:", "data:", *([self.server] if self.server else [])))]
        assert not outside, "the page asked for something"
        assert not self.troubles
