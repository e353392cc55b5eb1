"""Nothing on the site leads nowhere: every link, script, style and fragment is there, on every page.

No browser is needed for it.
"""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from lostphone.rules import Catalogue

ADDRESSES = {"a": "href", "link": "href", "script": "src", "img": "src", "use": "href", "form": "action"}


class Reading(HTMLParser):
    """The addresses on one page, and the places on it that can be linked to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.places: set[str] = set()
        self.inline: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if given.get("id"):
            self.places.add(str(given["id"]))
        address = given.get(ADDRESSES.get(tag, ""))
        if address:
            self.addresses.append(address)
        self.inline += [name for name in given if name.startswith("on")]
        if tag == "script" and "src" not in given and given.get("type") != "application/json":
            self.inline.append("script")


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Reading]:
    return {path.resolve(): Reading(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}


def by_script(page: Path) -> bool:
    """Whether a script of that page reads the fragment, so that it is no place on the page."""
    return page.parent.name in ("en", "ja") and page.name in ("index.html", "timeline.html", "search.html")


def dead_links(pages: dict[Path, Reading], on: Path | None = None) -> list[str]:
    """The dead links on all pages, or on one of them."""
    dead = []
    for path, page in pages.items() if on is None else [(on, pages[on])]:
        for address in page.addresses:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                if parts.scheme not in ("http", "https") or "//" not in address:
                    dead.append(f"{path}: {address} is no web address")
                continue
            there = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if not there.is_file():
                dead.append(f"{path}: {address} is not there")
            elif (
                parts.fragment and not by_script(there) and unquote(parts.fragment) not in pages[there].places
            ):
                dead.append(f"{path}: {address} has no such place")
    return dead


def test_no_link_is_dead(pages: dict[Path, Reading]) -> None:
    assert dead_links(pages) == []


def test_a_dead_link_would_be_found(pages: dict[Path, Reading]) -> None:
    path, page = next((path, page) for path, page in pages.items() if path.name == "about.html")
    for broken in ("nowhere.html", "#no-such-place", "rules/index.html#no-such-place", "javascript:alert(1)"):
        page.addresses.append(broken)
        assert [told for told in dead_links(pages, path) if str(path) in told and broken in told]
        page.addresses.remove(broken)


def test_every_rule_and_every_story_has_its_page(site: Path) -> None:
    rules = {path.stem for path in (site / "en" / "rules").glob("*.html")} - {"index"}
    assert rules == set(Catalogue.load().rules)
    assert rules == {path.stem for path in (site / "ja" / "rules").glob("*.html")} - {"index"}


def test_no_page_has_a_script_or_a_handler_in_it(pages: dict[Path, Reading]) -> None:
    assert {str(path): page.inline for path, page in pages.items() if page.inline} == {}


def test_both_languages_have_the_same_pages(site: Path) -> None:
    english, japanese = (
        {path.relative_to(site / lang) for path in (site / lang).rglob("*.html")} for lang in ("en", "ja")
    )
    assert english == japanese


def test_nothing_is_fetched_from_elsewhere(pages: dict[Path, Reading], site: Path) -> None:
    for path, page in pages.items():
        text = path.read_text("utf-8")
        assert "Content-Security-Policy" in text or path == (site / "index.html").resolve()
        assert not [a for a in page.addresses if a.startswith("//")]
    for style in site.rglob("*.css"):
        assert "@import" not in style.read_text("utf-8")
        assert "url(http" not in style.read_text("utf-8").replace('"', "").replace("'", "")
