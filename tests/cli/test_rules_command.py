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


def test_a_fact_is_shown_with_the_rules_that_rest_on_it(capsys) -> None:
    assert main(["rules", "a22"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert told.startswith(
        "A22 From iOS 16 the backup is automatic for everyone who has iCloud and iCloud Keychain"
    )
    assert (
        "ios 2025-09-01→ · confidence M · verified 2026-11-22 https://m365admin.handsontek.net/?p=15005"
        in told
    )
    assert "backup.ios2.automatic" in told
    assert "1 fact facts read until 2026-11-30" in told


def test_a_fact_in_japanese_has_japanese_around_it(capsys) -> None:
    assert main(["rules", "A29", "--lang", "ja"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "ios 2025-09-01→ · 2026-03の文書 · 確かさM · 確認日2026-11-22" in told
    assert "事実1件" in told


def test_the_facts_of_rules(capsys) -> None:
    assert main(["rules", "--facts", "sms.nudge", "sms.contracted-provider", "F01", "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [fact["id"] for fact in listed["facts"]] == ["C26", "C29", "F01"]
    assert listed["questions"] == []
    assert listed["facts"][0]["in_force"] == [
        {"platform": "ios", "since": "2026-09-01T00:00:00.000Z", "until": None},
        {"platform": "android", "since": "2026-09-01T00:00:00.000Z", "until": None},
    ]
    assert set(listed["facts"][0]["rules"]) == {"sms.nudge", "sms.ends", "sms.passkeys-enabled"}
    assert listed["facts"][1]["verified"] == "2026-11-30"


@pytest.mark.parametrize(("lang", "said"), [("en", "157 facts"), ("ja", "事実157件")])
def test_all_facts_and_all_questions(capsys, lang: str, said: str) -> None:
    assert main(["rules", "--facts", "--lang", lang]) == 0
    told = capsys.readouterr().out
    assert said in told
    assert main(["rules", "--facts", "--lang", lang, "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert len(listed["facts"]) == 157
    assert [question["id"] for question in listed["questions"]] == [f"Q{n:02}" for n in range(1, 23)]
    for one in (*listed["facts"], *listed["questions"]):
        assert one["id"] in told


def test_a_question_is_shown_with_its_answers(capsys) -> None:
    assert main(["rules", "Q03", "q04"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert told.startswith("Q03 ")
    assert "A24, A30 ▸" in told
    assert "unreachable ▸" in told
    assert "assumed: Not published. The simulation keeps them in a folder that device backups skip" in told
    assert "facts read until 2026-11-30" in told
    assert "0 facts" not in told
    assert main(["rules", "Q02", "--format", "json", "--lang", "ja"]) == 0
    (question,) = json.loads(capsys.readouterr().out)["questions"]
    assert list(question["answers"]) == ["page", "message-center", "current-page"]
    assert question["assumed"] == question["answers"]["page"]
    assert question["facts"] == ["A14", "A15", "A22", "A28"]


def test_an_unknown_question_is_a_mistake_that_says_which_there_are(capsys) -> None:
    assert main(["rules", "Q99"]) == 2
    assert "there is no question 'Q99'; there is Q01 to Q22" in capsys.readouterr().err


@pytest.mark.parametrize("names", [["A60"], ["--facts", "A60"]])
def test_an_unknown_fact_is_a_mistake_that_says_which_there_are(capsys, names: list[str]) -> None:
    assert main(["rules", *names]) == 2
    assert "there is no fact 'A60'; there is A01 to A59" in capsys.readouterr().err


def test_an_unknown_rule_among_facts_is_a_mistake_with_a_suggestion(capsys) -> None:
    assert main(["rules", "--facts", "sms.end"]) == 2
    assert "sms.ends" in capsys.readouterr().err


def test_a_citation_or_a_rule_at_fault_fails_the_check(monkeypatch, capsys) -> None:
    from lostphone.rules import citations, fact_check

    monkeypatch.setattr(fact_check, "mismatches", lambda _: ["rules/a.toml:1: the rule a cites"])
    monkeypatch.setattr(citations, "unresolved", lambda _: ["sim/b.py:2: cites A60"])
    assert main(["rules", "--check"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[-3:] == [
        "rules/a.toml:1: the rule a cites",
        "sim/b.py:2: cites A60",
        "2 gaps between rules, situations, scenarios and facts",
    ]
