"""A failure is told of the step whose action was refused, and not of the one that came upon it."""

from __future__ import annotations

from xml.etree import ElementTree as Xml

import pytest

from lostphone.conformance.plan import make_plan
from lostphone.conformance.reports import junit
from lostphone.conformance.run import run

pytest_plugins = ["pytester"]

CULPRIT = "features/en/core/codes.feature:14: And Kenji adds "
FEATURE = """\
Feature: Codes
  Scenario: A code
    Given Kenji uses an Android phone
    And Kenji adds "GitHub" on the Android phone
    When Kenji opens Authenticator on the Android phone
    Then Kenji's Android phone lists 1 account
"""


def test_the_report_quotes_the_step_that_was_refused_and_says_what_happened() -> None:
    report = run(make_plan("core", names=("core.codes.published#1",)), "null")
    failed = Xml.fromstring(junit.write(report)).findall(".//failure")
    assert failed
    for failure in failed:
        assert failure.get("message", "").startswith(CULPRIT)
        assert "happened: untestable: it was refused (Kenji's Android phone, Kinetic Bank)" in failure.get(
            "message", ""
        )
    statuses = [step.status for step in report.attempts[0].steps]
    assert (
        statuses[statuses.index("failed") :].count("not played")
        == len(statuses) - statuses.index("failed") - 1
    )


def test_so_does_pytest(pytester: pytest.Pytester) -> None:
    (pytester.path / "codes.feature").write_text(FEATURE, encoding="utf-8")
    result = pytester.runpytest_subprocess("codes.feature", "--client", "null")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["  ✓ Given *", "  ✗ And Kenji adds *", "  · When *", "  · Then *"])
