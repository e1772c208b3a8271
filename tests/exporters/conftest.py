"""A real browser, for pages with a script and for pictures."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    Open = Callable[..., "View"]

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
# It looks for nothing outside by itself.
FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
PATIENCE = 20_000


class View(NamedTuple):
    """A page in the browser, and what it was heard of: words on the console, errors, requests."""

    page: Page
    heard: list[str]

    def values(self, elements: str, attribute: str) -> list[str | None]:
        """The attribute of those elements that a person sees, in their order."""
        found = self.page.locator(elements).all()
        return [one.get_attribute(attribute) for one in found if one.is_visible()]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser, without a window."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS], timeout=60_000)
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Browser, tmp_path: Path) -> Iterator[Open]:
    """What opens a page that is given as text.

    In the end it fails the test if a page said a word on the console, had an error, or asked for
    anything but itself.
    """
    views: list[View] = []

    def show(text: str, suffix: str = ".html", fragment: str = "") -> View:
        file = tmp_path / f"page{suffix}"
        file.write_text(text, encoding="utf-8")
        view = View(chromium.new_page(), [])
        views.append(view)
        view.page.set_default_timeout(PATIENCE)
        view.page.on("console", lambda message: view.heard.append(f"console: {message.text}"))
        view.page.on("pageerror", lambda error: view.heard.append(f"error: {error}"))
        view.page.on("request", lambda request: view.heard.append(f"request: {request.url}"))
        view.page.goto(f"{file.as_uri()}{fragment}")
        assert view.heard.pop(0).startswith("request: file:")
        return view

    yield show
    for view in views:
        assert view.heard == []
        view.page.close()
