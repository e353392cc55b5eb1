"""The page of sentences says what may stand in each placeholder, and each placeholder links to that."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from lostphone.gherkin.placeholders import placeholders
from lostphone.gherkin.vocabulary import shipped_sentences


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_each_placeholder_has_its_values_on_the_page(site: Path, lang: str) -> None:
    page = (site / lang / "sentences.html").read_text("utf-8")
    values = dict(re.findall(r'<dt id="?value-(\w+).*?<dd>(.*?)(?=<d[td]|</d[dl])', page, re.S))
    listed = placeholders(shipped_sentences())
    assert list(values) == [one.kind.name for one in listed]
    assert set(re.findall(r'href="?#value-(\w+)', page)) == set(values)
    for one in listed:
        text = unescape(values[one.kind.name])
        words = one.kind.words[lang] if one.kind.form is None else (one.kind.form.text.read(lang),)
        assert all(word.strip() in text for word in words), one.kind.name
