"""The language changes and the page stays; the theme changes and is remembered."""

from collections.abc import Callable
from typing import Any

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="pip install -r requirements-site-tests.lock")
expect = playwright.expect
Page = Any
Opening = Callable[..., Page]


@pytest.mark.parametrize(
    "address",
    [
        "index.html#as=desk&old=android&new=ios&day=2026-05-01",
        "rules/backup.ios2.gates.html",
        "stories/ms.matrix.ios2.html#row-3",
        "timeline.html#day=2026-04-28",
        "search.html#q=TAP",
    ],
)
def test_the_language_changes_and_the_page_stays(opened: Opening, address: str) -> None:
    page = opened(f"en/{address}")
    page.get_by_role("link", name="日本語").click()
    expect(page.locator("html")).to_have_attribute("lang", "ja")
    assert page.url.endswith(f"/ja/{address}")
    page.get_by_role("link", name="English").click()
    assert page.url.endswith(f"/en/{address}")


def test_the_answer_is_the_same_in_the_other_language(opened: Opening) -> None:
    page = opened("en/index.html")
    page.get_by_text("I run a help desk", exact=True).click()
    page.locator("#day").fill("2026-05-01")
    page.locator("#day").blur()
    page.get_by_role("link", name="日本語").click()
    expect(page.locator("#day")).to_have_value("2026-05-01")
    expect(page.locator("#answer")).to_be_visible()
    assert page.locator("[name=as]:checked").get_attribute("value") == "desk"


def test_the_theme_changes_and_is_remembered(opened: Opening) -> None:
    page = opened("en/index.html")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.locator("#theme").click()
    dark = page.evaluate(paper)
    assert dark != light
    page.goto(page.url.replace("index.html", "timeline.html"))
    assert page.evaluate(paper) == dark
