"""The panel is silent where nothing is wrong, and names the promise where something is."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from histories import judged, pickles, shipped

from lostphone.mutants import find_mutant
from lostphone.oracles.panel import ORACLES
from lostphone.rules import Catalogue

ROOT = Path(__file__).resolve().parents[2]


def test_it_has_nothing_to_say_of_the_reference_in_any_shipped_story() -> None:
    for name in pickles():
        recipe, actions = shipped(name)
        assert judged(actions, recipe=recipe) == [], name


def test_every_oracle_rests_on_promises_that_exist() -> None:
    rules = Catalogue.load().rules
    assert [rule for oracle in ORACLES for rule in oracle.rules if rule not in rules] == []
    assert len({oracle.id for oracle in ORACLES}) == len(ORACLES)


@pytest.mark.parametrize(
    ("mutant", "story", "oracle", "rule"),
    [
        ("no-padding", "core.codes.leading-zeros#1", "codes", "code.leading-zeros"),
        ("utc-offset", "core.codes.time-zone#1", "codes", "code.utc"),
        ("sha1-only", "core.codes.published#2", "codes", "code.algorithms"),
        (
            "weak-kdf",
            "core.backup.late-arrival",
            "nothing-in-clear",
            "backup.nothing-in-clear",
        ),
        ("half-for-whole", "core.backup.spoiled#2", "restores", "backup.truncated-refused"),
        ("saves-still", "ms.autofill.save-refused", "autofill", "autofill.no-new-passwords"),
        ("passkey-survives-off", "ms.provider.off", "passkeys", "passkey.provider-stays-on"),
        ("rooted-unwarned", "ms.root.android-register#1", "rooted", "root.warn"),
        ("items-stay-here", "core.backup.complete-iphone", "appearing", "backup.ios2.automatic"),
        ("short-secret-refused", "core.codes.short-secret", "codes", "code.short-secret"),
        ("delete-keeps", "core.backup.switched-off", "switching", "backup.delete-and-recreate"),
    ],
)
def test_a_fault_is_laid_to_the_promise_that_it_breaks(
    mutant: str, story: str, oracle: str, rule: str
) -> None:
    recipe, actions = shipped(story)
    wrong = judged(actions, find_mutant(mutant).client, recipe)
    assert (oracle, rule) in [(one.oracle, one.rule) for one in wrong]
    assert all(one.expectation is not None for one in wrong)


def test_the_page_on_oracles_is_what_they_say_of_themselves() -> None:
    made = runpy.run_path(str(ROOT / "docs" / "oracle_table.py"))
    assert (ROOT / "docs" / "reference" / "oracles.md").read_text("utf-8") == made["page"]()
