"""`lostphone rules` as a person types it, and as the build does."""

import json

import pytest

from lostphone.cli import main
from lostphone.rules import Catalogue


def test_a_rule_is_shown_with_its_source_and_its_stories(capsys) -> None:
    assert main(["rules", "backup.same-platform-only"]) == 0
    told = capsys.readouterr().out
    assert Catalogue.load().rule("backup.same-platform-only").statement("en")[:40] in told
    assert "https://" in told
    assert "▸" in told


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_json_lists_every_rule_with_scenarios(capsys, lang: str) -> None:
    assert main(["rules", "--format", "json", "--lang", lang]) == 0
    listed = json.loads(capsys.readouterr().out)["rules"]
    assert [rule["id"] for rule in listed] == list(Catalogue.load().rules)
    assert all(rule["scenarios"] for rule in listed)


def test_nothing_lacks_its_counterpart(capsys) -> None:
    assert main(["rules", "--check"]) == 0
    assert "0 gaps" in capsys.readouterr().out


def test_a_rule_nobody_illustrates_is_a_finding(tmp_path, monkeypatch) -> None:
    from lostphone.gherkin import coverage

    for language in ("en", "ja"):
        (tmp_path / language).mkdir()
        (tmp_path / language / "a.feature").write_text(
            "Feature: a\n"
            "  @id:a @rule:code.leading-zeros @situation:S70\n  Example: one\n    Given x\n"
            "  @id:b\n  Example: two\n    Given x\n"
            "  @id:c @rule:code.nonsense @situation:S99\n  Example: three\n    Given x\n"
        )
    monkeypatch.setattr(coverage, "features_root", lambda: tmp_path)
    found = coverage.gaps()
    assert any("code.digits" in gap for gap in found)
    assert not any("rule code.leading-zeros" in gap for gap in found)
    assert any("'two' illustrates no rule" in gap for gap in found)
    assert any("code.nonsense" in gap for gap in found)
    assert any("situation S01 is not told" in gap for gap in found)
    assert any("no situation S99" in gap for gap in found)


def test_an_unknown_rule_is_a_mistake_with_a_suggestion(capsys) -> None:
    assert main(["rules", "backup.same-platfrom-only"]) == 2
    assert "backup.same-platform-only" in capsys.readouterr().err
