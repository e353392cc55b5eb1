"""The suite in other people's tests: `check_client`, its fixture, and `pytest --client`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from lostphone.cli.new_client import kits_root
from lostphone.client.mutants import find_mutant
from lostphone.client.port import HarnessFault
from lostphone.client.reference import ReferenceClient
from lostphone.conformance.plan import BadChoice
from lostphone.gherkin.shipped import features_root
from lostphone.requirements import UnknownSet
from lostphone.testing import DoesNotConform, check_client

pytest_plugins = ["pytester"]

HERE = Path(__file__).parent
ZEROS = ["code.leading-zeros"]
FEATURE = """
Feature: Codes
  @id:core.codes.leading-zeros#1 @rule:code.leading-zeros
  Scenario: A code
    Given it is 12:00 on 3 March 2026
    And Kenji uses an Android phone
    And Kenji adds "GitHub" on the Android phone with the test secret of RFC 6238
    Then the code of "GitHub" on Kenji's Android phone is "067959"

  @id:core.backup.counter
  Scenario: A backup
    Given Kenji uses an Android phone
"""


def test_a_client_that_conforms_gives_its_report() -> None:
    report = check_client(ReferenceClient, only=ZEROS)
    assert report.fine
    assert report.name.startswith("reference ")


def test_a_client_that_does_not_fails_the_test_with_the_summary() -> None:
    with pytest.raises(AssertionError) as failure:
        check_client(find_mutant("no-padding").client, require="core@1", only=ZEROS)
    assert isinstance(failure.value, DoesNotConform)
    assert failure.value.report.counts["fail"] == 4
    assert "What this protects your user from" in str(failure.value)


def test_any_object_with_the_three_methods_will_do_and_its_slips_are_crashes() -> None:
    class Bare:
        def initialize(self, hello: object) -> object:
            return {"name": "bare"}

    with pytest.raises(DoesNotConform, match=r"\(breach\): initialize"):
        check_client(Bare, only=ZEROS)


def test_a_client_may_be_named_and_have_expected_failures(tmp_path: Path) -> None:
    path = tmp_path / "expected.toml"
    path.write_text(
        '[[expected]]\nrule = "code.leading-zeros"\nreason = "later"\nlink = "https://example.org"\n'
    )
    report = check_client("mutant:no-padding", only=ZEROS, expected=path)
    assert report.counts["expected-failure"] == 4
    with pytest.raises(DoesNotConform, match="stale"):
        check_client(ReferenceClient, only=ZEROS, expected=path)


def test_what_does_not_exist_is_no_verdict() -> None:
    with pytest.raises(UnknownSet):
        check_client(ReferenceClient, require="cor")
    with pytest.raises(BadChoice):
        check_client(ReferenceClient, only=["code.nonsense"])
    with pytest.raises(ValueError, match="names no client"):
        check_client("nobody")


def test_our_own_fault_is_no_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise LookupError("a shelf fell down")

    monkeypatch.setattr("lostphone.conformance.player.perform", broken)
    with pytest.raises(HarnessFault, match="a shelf fell down"):
        check_client(ReferenceClient, only=ZEROS)


def test_the_clock_of_the_process_is_the_phones(monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import UTC, datetime

    seen: list[int] = []

    class Clocked(ReferenceClient):
        def call(self, device_id: str, intent: object) -> object:  # type: ignore[override]
            seen.append(datetime.now(UTC).year)
            return super().call(device_id, intent)  # type: ignore[arg-type]

    check_client(Clocked, only=["core.codes.leading-zeros#1"])
    assert set(seen) == {2026}


def test_the_fixture_is_there_for_everybody(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        from lostphone.client.reference import ReferenceClient
        from lostphone.client.mutants import find_mutant

        def test_mine(lostphone_client_check):
            lostphone_client_check(ReferenceClient, only=["code.leading-zeros"])

        def test_worse(lostphone_client_check):
            lostphone_client_check(find_mutant("no-padding").client, only=["code.leading-zeros"])
        """
    )
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*core.codes.leading-zeros#1*"])


@pytest.fixture
def features(pytester: pytest.Pytester) -> Path:
    path = pytester.path / "codes.feature"
    path.write_text(FEATURE.replace("leading-zeros#1", "leading-zeros").lstrip(), encoding="utf-8")
    (pytester.path / "wild.py").write_text((HERE / "wild.py").read_text("utf-8"), encoding="utf-8")
    return path


@pytest.mark.parametrize("option", ["--client", "--lostphone-client"])
def test_stories_under_pytest_on_a_client(pytester: pytest.Pytester, features: Path, option: str) -> None:
    result = pytester.runpytest_subprocess(str(features), option, "mutant:no-padding")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        ["*and it is 67959", "*lostphone run 'codes.feature:*' --client 'mutant:no-padding'"]
    )


def test_stories_that_need_what_is_not_declared_are_skipped_aloud(
    pytester: pytest.Pytester, features: Path
) -> None:
    result = pytester.runpytest_subprocess(str(features), "--client", "py:wild:OnlyCodes", "-rs")
    result.assert_outcomes(passed=1, skipped=1)
    result.stdout.fnmatch_lines(["*not applicable: the client does not declare counter-codes and backup*"])


def test_a_story_that_is_in_no_set_is_skipped_for_what_it_needs_too(pytester: pytest.Pytester) -> None:
    sites = features_root() / "en" / "core" / "sites.feature"
    client = f"cmd:{sys.executable} {kits_root() / 'python' / 'client.py'}"
    result = pytester.runpytest_subprocess(str(sites), "--client", client, "-k", "nobody and copy", "-rs")
    result.assert_outcomes(skipped=3)
    result.stdout.fnmatch_lines(["*not applicable: the client does not declare backup*"])


def test_a_program_under_pytest(pytester: pytest.Pytester, features: Path) -> None:
    served = f"cmd:{sys.executable} -m lostphone.client.serve reference"
    pytester.runpytest_subprocess(str(features), "--client", served).assert_outcomes(passed=2)


def test_no_client_no_run(pytester: pytest.Pytester, features: Path) -> None:
    for client, said in (("mutant:nobody", "no mutant 'nobody'"), ("cmd:no-such-program", "no program")):
        result = pytester.runpytest_subprocess(str(features), "--client", client)
        assert result.ret == pytest.ExitCode.USAGE_ERROR
        result.stdout.fnmatch_lines([f"*--client: *{said}*"])


def test_messages_of_a_run_of_pytest_are_the_same_from_two_processes(
    pytester: pytest.Pytester, features: Path
) -> None:
    for name, workers in (("one.ndjson", []), ("two.ndjson", ["-n", "2"])):
        pytester.runpytest_subprocess(
            str(features), "--client", "mutant:no-padding", "--lostphone-messages", name, *workers
        )
    told = (pytester.path / "one.ndjson").read_bytes()
    assert told == (pytester.path / "two.ndjson").read_bytes()
    assert b'"status":"FAILED"' in told
    assert told.count(b'"testCaseFinished"') == 2
