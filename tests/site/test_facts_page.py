"""The page of facts has each of them in a place of its own, and each rule's page links to its facts."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from lostphone.rules import Catalogue


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_each_fact_and_question_has_its_place(site: Path, lang: str) -> None:
    catalogue = Catalogue.load()
    page = unescape((site / lang / "facts.html").read_text("utf-8"))
    assert set(re.findall(r'<li id="?(\w+)', page)) == {*catalogue.facts, *catalogue.unanswered}
    links = set(re.findall(r'href="?([^" >]+)', page))
    for fact in catalogue.facts.values():
        assert fact.statement(lang) in page
        assert set(fact.source) <= links


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_each_rule_links_to_the_facts_that_it_rests_on(site: Path, lang: str) -> None:
    for rule in Catalogue.load().rules.values():
        page = (site / lang / "rules" / f"{rule.id}.html").read_text("utf-8")
        assert re.findall(r"facts\.html#(\w+)", page) == list(rule.facts)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "iPhone · since 1 September 2025 · text of 2026-03 · M · verified 22 November 2026"),
        ("ja", "iPhone · 2025年9月1日から · 2026-03の文書 · M · 2026年11月22日に確認"),
    ],
)
def test_dates_and_the_day_of_the_reading_are_on_the_page(site: Path, lang: str, said: str) -> None:
    page = re.sub(r"<[^>]+>", "", (site / lang / "facts.html").read_text("utf-8"))
    assert said in re.sub(r"\s+", " ", page)
