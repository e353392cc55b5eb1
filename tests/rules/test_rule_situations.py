"""The situations S01 to S79 are all there, with what they illustrate."""

from __future__ import annotations

import re

from lostphone.rules import Catalogue

OPEN = ["S05", "S06", "S24"]


def test_all_are_listed_in_order(catalogue: Catalogue) -> None:
    assert list(catalogue.situations) == [f"S{number:02}" for number in range(1, 80)]


def test_only_the_undecided_are_open(catalogue: Catalogue) -> None:
    assert [s.id for s in catalogue.situations.values() if s.tag == "open"] == OPEN


def test_none_that_has_an_outcome_is_left_out(catalogue: Catalogue) -> None:
    assert [s.id for s in catalogue.situations.values() if s.left_out and s.tag != "open"] == []


def test_titles_are_short_and_in_both_languages(catalogue: Catalogue) -> None:
    titles = [situation.title for situation in catalogue.situations.values()]
    for title in titles:
        assert 10 <= len(title.en) <= 120
        assert 10 <= len(title.ja) <= 70, title.ja
        assert re.search("[ぁ-ん]", title.ja)
        assert not title.en.endswith(".")
        assert not title.ja.endswith("。")
    assert len({title.en for title in titles}) == len({title.ja for title in titles}) == len(titles)


def test_a_situation_whose_rule_is_disputed_names_the_open_question(catalogue: Catalogue) -> None:
    for situation in catalogue.situations.values():
        if situation.tag == "open":
            assert situation.open_question, situation.id
        if situation.open_question:
            assert situation.open_question in {
                catalogue.rule(rule).open_question for rule in situation.rules
            }, situation.id


def test_every_world_and_microsoft_rule_meets_somebody(catalogue: Catalogue) -> None:
    """Rules of the core set protect silently; the others are seen in what happened to somebody."""
    met = {rule for situation in catalogue.situations.values() for rule in situation.rules}
    unmet = [r.id for r in catalogue.rules.values() if r.requirement != "core" and r.id not in met]
    assert unmet == [
        "site.lockout",
        "backup.first-version",
        "backup.ios1.gates",
        "backup.ios1.both-accounts",
        "app.too-old-blocked",
        "passkey.minimum-system",
    ]
