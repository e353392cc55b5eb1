"""A kind of account and an outcome have one name, in the command, on the start page, the matrix and the timeline."""

from __future__ import annotations

from typing import get_args

import pytest

from lostphone.site.live.words import words as live_words
from lostphone.site.recorded import AccountKind, Fate
from lostphone.site.words import words as page_words
from lostphone.texts import LANGUAGES, vocabulary
from lostphone.whatif.own_account import OwnKind
from lostphone.whatif.uncertain import Told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_four_say_the_same(lang: str) -> None:
    page, live = page_words(lang)["common"], live_words(lang)
    assert page["fate"] == live["outcomes"]
    for code in get_args(OwnKind):
        assert page["kind"][code] == live["kinds"][code]
        assert page["kind"][code][1:] == vocabulary.kind(lang, code)[1:]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_has_a_name(lang: str) -> None:
    page = page_words(lang)["common"]
    assert {code.replace(" ", "-") for code in get_args(Fate)} < set(page["fate"])
    assert {code.replace(" ", "-") for code in get_args(AccountKind)} == set(page["kind"])
    assert [vocabulary.outcome(lang, code) for code in get_args(Told)]
