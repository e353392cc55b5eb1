"""A rule of the core that a story in Microsoft's terms shows too: each set judges it by its own stories."""

from __future__ import annotations

from lostphone.client.port import ClientInfo
from lostphone.conformance.report import Report, worst
from lostphone.conformance.reports import badge, markdown
from lostphone.conformance.summary import text
from lostphone.conformance.verdict import VerdictRow
from lostphone.requirements import find_sets

CORE, MICROSOFT = (find_sets(name)[0] for name in ("core", "microsoft"))
RULE = next(rule for rule in CORE.rules if rule in MICROSOFT.rules)


def scenario_of(one):
    return next(name for name, required in one.scenarios.items() if RULE in required.rules)


def report():
    rows = (
        VerdictRow(RULE, scenario_of(CORE), "pass"),
        VerdictRow(RULE, scenario_of(MICROSOFT), "fail", "happened: no"),
    )
    sets, info = (CORE.id, MICROSOFT.id), ClientInfo("pocket", "1")
    return Report("cmd:pocket", info, "0", sets, 0, "en", True, (), (), rows)


def test_each_set_has_its_own_verdict_and_the_rule_the_worse():
    made = report()
    assert [worst(made.rows_in(one)[RULE]) for one in (CORE, MICROSOFT)] == ["pass", "fail"]
    assert made.verdict_of(RULE) == "fail"
    assert not made.fine


def test_every_form_counts_by_set():
    said = text(report())
    assert f"{CORE.id}: 1 of 1 requirements were tested and hold" in said
    assert f"{MICROSOFT.id}: 0 of 1 requirements were tested and hold" in said
    assert f"## {CORE.id}: 1 of 1 requirements were tested and hold" in markdown.write(report()).decode()
    assert f"{CORE.id} 1/1, {MICROSOFT.id} 0/1" in badge.write(report()).decode()


def test_what_was_left_out_of_a_run_is_left_out_of_its_counts():
    made = report()
    assert list(made.rows_in(CORE)) == [RULE]


def test_stories_in_microsofts_terms_are_no_part_of_the_core():
    assert all(name.startswith("core.") for name in CORE.scenarios)
    assert any(not name.startswith("core.") for name in MICROSOFT.scenarios)


def test_who_has_no_backup_is_asked_for_none():
    backup = [
        required
        for required in CORE.scenarios.values()
        if any(rule.startswith("backup.") for rule in required.rules)
    ]
    assert backup
    assert all("backup" in required.needs for required in backup)


def test_what_does_not_apply_was_not_tested_and_the_numbers_add_up():
    first = {rule: name for name, one in reversed(MICROSOFT.scenarios.items()) for rule in one.rules}
    (kept, there), *untested = list(first.items())[:3]
    again = next(n for n, one in MICROSOFT.scenarios.items() if n != there and kept in one.rules)
    rows = (
        VerdictRow(kept, there, "pass"),
        *(VerdictRow(rule, name, "not-applicable", "needs autofill") for rule, name in untested),
        VerdictRow(kept, again, "pass"),
    )
    info = ClientInfo("pocket", "1")
    made = Report("cmd:pocket", info, "0", (MICROSOFT.id,), 0, "en", True, (), (), rows)
    counted = f"{MICROSOFT.id}: 1 of 3 requirements were tested and hold; 2 do not apply to this client"
    assert counted in text(made)
    assert counted in markdown.write(made).decode()
    assert "4 verdicts (one for each scenario and requirement): 2 pass, 2 not-applicable" in text(made)
