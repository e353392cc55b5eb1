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
    from playwright.sync_api import Browser, BrowserContext, Page

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


@pytest.fixture
def opened(browser: Browser, site: Path) -> Iterator[Opening]:
    """Opens a page by its address in the site. Whatever the console says in the meantime fails the test."""
    contexts: list[BrowserContext] = []
    said: list[str] = []

    def open_page(address: str, width: int = 1280, theme: str = "light", script: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if theme == "dark" else "light",
            java_script_enabled=script,
            locale="en-GB",
        )
        contexts.append(context)
        context.set_default_timeout(60_000)
        page = context.new_page()
        page.on("console", lambda message: said.append(f"{address}: {message.type}: {message.text}"))
        page.on("pageerror", lambda error: said.append(f"{address}: {error}"))
        page.goto(f"{site.as_uri()}/{address}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert said == []


@pytest.fixture(scope="session")
def shoot(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Page, str], None]:
    """Takes a picture of a page: of all of it where pictures are wished for, else of what the window shows."""
    wished = os.environ.get("LOSTPHONE_SCREENSHOTS")
    folder = Path(wished) if wished else tmp_path_factory.mktemp("screenshots")
    folder.mkdir(parents=True, exist_ok=True)

    def take(page: Page, name: str) -> None:
        page.screenshot(path=folder / f"{name}.png", full_page=bool(wished))

    return take
