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


def test_it_counts_the_scenarios_of_the_rules_that_it_printed(capsys) -> None:
    assert main(["rules", "sms.contracted-provider"]) == 0
    told = capsys.readouterr().out
    assert f"1 rule, {told.count('▸')} scenarios" in told


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "facts read until 2026-11-30;"), ("ja", "事実を確認した最後の日: 2026-11-30。")]
)
def test_it_says_until_when_facts_were_read(capsys, lang: str, said: str) -> None:
    assert main(["rules", "root.warn", "--lang", lang]) == 0
    assert said in "".join(capsys.readouterr().out.splitlines()[-2:])
    assert main(["rules", "root.warn", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["facts_read"] == "2026-11-30"


def test_dates_that_are_an_open_question_are_printed_under_either_answer(capsys) -> None:
    assert main(["rules", "root.wipe"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "ios 2026-06-01→, android 2026-04-28→" in told
    assert "open question Q10 · ios-first: ios 2026-04-28→, android 2026-06-01→" in told
    assert main(["rules", "root.wipe", "--format", "json"]) == 0
    (other,) = json.loads(capsys.readouterr().out)["rules"][0]["otherwise"]
    assert (other["switch"], other["option"]) == ("Q10", "ios-first")
    assert other["in_force"][0] == {"platform": "ios", "since": "2026-04-28T00:00:00.000Z", "until": None}


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
