"""A browser, as it is on the machine, and pages opened from the disk in it.

Pictures of every page that is opened go to the folder that LOSTPHONE_SCREENSHOTS names, if it does.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Error, Page

    Opening = Callable[..., Page]

CHROMIUM = shutil.which("chromium")
#: Without a sandbox of its own, because tests run as root in containers, and without a graphics card.
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not here: apt-get install chromium fonts-noto-cjk")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def windows() -> list[Page]:
    """Pages that wait for the next test, each in a context of its own: a new one costs more than most tests."""
    return []


@pytest.fixture
def opened(browser: Browser, site: Path, windows: list[Page]) -> Iterator[Opening]:
    """Opens a page by its address in the site, as in a window that nothing has been done in before.

    Whatever the console says in the meantime fails the test.
    """
    taken: list[tuple[Page, bool]] = []
    said: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        said.append(f"{message.location['url']}: {message.type}: {message.text}")

    def broken(error: Error) -> None:
        said.append(str(error))

    def open_page(address: str, width: int = 1280, theme: str = "light", script: bool = True) -> Page:
        page = windows.pop() if script and windows else _new_window(browser, script)
        taken.append((page, script))
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
        page.on("console", heard)
        page.on("pageerror", broken)
        page.goto(f"{site.as_uri()}/{address}")
        return page

    yield open_page
    for page, script in taken:
        if not script:
            page.context.close()
            continue
        page.evaluate("localStorage.clear(); sessionStorage.clear()")
        page.goto("about:blank")
        page.remove_listener("console", heard)
        page.remove_listener("pageerror", broken)
        windows.append(page)
    assert said == []


def _new_window(browser: Browser, script: bool) -> Page:
    context = browser.new_context(java_script_enabled=script, locale="en-GB")
    context.set_default_timeout(60_000)
    return context.new_page()


@pytest.fixture(scope="session")
def shoot() -> Callable[[Page, str], None]:
    """Takes a picture of all of a page, where pictures are wished for."""
    wished = os.environ.get("LOSTPHONE_SCREENSHOTS")

    def take(page: Page, name: str) -> None:
        if wished:
            page.screenshot(path=Path(wished) / f"{name}.png", full_page=True)

    return take
