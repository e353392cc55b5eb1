"""The search finds stories, rules and sentences in both languages, by keys as well."""

from collections.abc import Callable
from typing import Any

import pytest

from lostphone.site.live.words import synonyms, words

playwright = pytest.importorskip("playwright.sync_api", reason="pip install -r requirements-site-tests.lock")
expect = playwright.expect
Page = Any
Opening = Callable[..., Page]


def found(page: Page, asked: str) -> list[str]:
    page.locator("#query").fill(asked)
    return page.locator("#hits a").all_inner_texts()


def test_other_forms_of_a_word_are_found(opened: Opening) -> None:
    page = opened("en/search.html")
    first = found(page, "restored codes")
    assert first == found(page, "restore code")
    assert first
    assert page.locator("#hits mark").count()


def test_a_rule_is_found_by_its_words_and_by_its_id(opened: Opening) -> None:
    page = opened("en/search.html")
    wanted = "A code keeps its leading zeros: 081804 is six digits, on the screen and when it is typed."
    assert wanted in found(page, "leading zeros")[:3]
    assert wanted in found(page, "code.leading-zeros")[:3]
    assert found(page, "\\ (.*) [") == []
    assert found(page, "zzzqqq") == []
    expect(page.locator("#found")).to_have_text(words("en")["search"]["found_none"])


def test_a_sentence_is_found_and_leads_to_its_group(opened: Opening) -> None:
    page = opened("en/search.html")
    found(page, "stays at version")
    hit = page.locator("#hits li").filter(has_text=words("en")["search"]["sentence"]).first
    assert hit.get_by_role("link").get_attribute("href") == "sentences.html#phones"


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("一時アクセスパス", "一時アクセス パス"),
        ("端末をなくした", "なくした"),
        ("キーチェーン", "キーチェーン"),
    ],
)
def test_japanese_without_spaces_is_found(opened: Opening, asked: str, wanted: str) -> None:
    page = opened("ja/search.html")
    hits = found(page, asked)
    assert hits
    assert wanted in page.locator("#hits li").first.inner_text()


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_every_ordinary_word_leads_to_something(opened: Opening, lang: str) -> None:
    page = opened(f"{lang}/search.html")
    asked = [word for said, instead in synonyms(lang).items() for word in (said, *instead)]
    counts = page.evaluate(
        """words => words.map(word => {
          const query = document.getElementById("query");
          query.value = word;
          query.dispatchEvent(new Event("input"));
          return document.querySelectorAll("#hits a").length;
        })""",
        asked,
    )
    assert [word for word, count in zip(asked, counts, strict=True) if not count] == []


@pytest.mark.parametrize(
    ("lang", "asked", "like"),
    [
        ("ja", "紛失", "なくした"),
        ("ja", "スマートフォンを失くした", "スマートフォンをなくした"),
        ("ja", "機種変更", "新しいiPhone"),
        ("ja", "乗り換え", "移る"),
        ("ja", "スマホが壊れた", "壊れたスマートフォン"),
        ("en", "stolen", "loses"),
        ("en", "broken phone", "breaks phone"),
        ("en", "new phone", "new iPhone"),
        ("en", "Switch phones", "moves to"),
    ],
)
def test_an_ordinary_word_finds_what_the_word_of_the_stories_finds(
    opened: Opening, lang: str, asked: str, like: str
) -> None:
    page = opened(f"{lang}/search.html")
    wanted = found(page, like)
    hits = found(page, asked)
    assert len(set(wanted[:10]) & set(hits)) >= min(5, len(wanted))
    assert page.locator("#hits li").first.locator("mark").count()


def test_keys_go_through_the_hits_and_open_one(opened: Opening) -> None:
    page = opened("en/search.html")
    page.locator("#query").press_sequentially("leading zeros")
    page.keyboard.press("ArrowDown")
    first = page.evaluate("document.activeElement.href")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.href") != first
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "query"
    page.keyboard.press("Enter")
    page.wait_for_url(first)


def test_nothing_is_loaded_elsewhere_for_searching(opened: Opening) -> None:
    page = opened("en/index.html")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    assert not [name for name in loaded if "documents" in name or "minisearch" in name]
