"""Every kind of page opens in both languages, says nothing to the console, fits a phone and is accessible."""

from collections.abc import Callable
from typing import Any

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="pip install -r requirements-site-tests.lock")
Page = Any
Opening = Callable[..., Page]
Shooting = Callable[[Page, str], None]


KINDS = {
    "start": "index.html",
    "answer": "index.html#as=lost&old=ios&new=ios&day=2025-11-01",
    "desk": "index.html#as=desk&old=android&new=ios&day=2027-03-01",
    "build": "index.html#as=build&day=2026-05-15",
    "rules": "rules/index.html",
    "rule": "rules/backup.ios2.gates.html",
    "stories": "stories/index.html",
    "story": "stories/ms.ios2.lost-phone-everything-on.html",
    "outline": "stories/ms.matrix.ios2.html",
    "timeline": "timeline.html#day=2025-09-15",
    "matrix": "matrix.html",
    "screens": "screens.html",
    "sentences": "sentences.html",
    "search": "search.html#q=restore",
    "about": "about.html",
}


def fits(page: Page) -> bool:
    """Whether nothing sticks out to the right of the window."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("kind", KINDS)
def test_it_opens_fits_and_keeps_nobody_out(opened: Opening, shoot: Shooting, kind: str, lang: str) -> None:
    page = opened(f"{lang}/{KINDS[kind]}")
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == lang
    shoot(page, f"{kind}-{lang}-1280")
    assert fits(page)
    # One language in light and one in dark: colours are those of the theme, whatever the language.
    page.emulate_media(color_scheme="dark" if lang == "en" else "light")
    assert obstacles(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    shoot(page, f"{kind}-{lang}-390")
    assert fits(page)


@pytest.mark.parametrize("width", [1280, 700])
def test_a_storyboard_is_seen_without_scrolling_and_its_lanes_go_on(opened: Opening, width: int) -> None:
    page = opened(f"en/{KINDS['story']}", width)
    board = page.locator(".lp-board").first
    assert board.evaluate("board => board.scrollWidth <= board.clientWidth")
    places = board.locator(".lp-moments > li").evaluate_all(
        "all => all.map(one => [one.offsetTop, one.offsetLeft, one.querySelector('.d1')?.offsetTop])"
    )
    strips = {top for top, _left, _lane in places}
    assert 1 < len(strips) < len(places)
    assert places == sorted(places, key=lambda place: place[:2])
    for strip in strips:
        assert len({lane for top, _left, lane in places if top == strip}) == 1


def test_an_obstacle_would_be_found(opened: Opening) -> None:
    page = opened("en/index.html")
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"data:,\">')")
    assert any("image-alt" in told for told in obstacles(page))


def obstacles(page: Page) -> list[str]:
    """What axe-core finds that keeps somebody out, one line each."""
    from axe_playwright_python.sync_playwright import Axe

    # Without preloading, which would fetch style sheets, and pages of a disk may not fetch.
    found = Axe().run(page, options={"preload": False}).response["violations"]
    return [
        f"{one['id']}: {one['help']}: {', '.join(str(node['target']) for node in one['nodes'][:5])}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]
