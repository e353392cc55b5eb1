"""A run: the reference conforms, the null client keeps nothing, and every kind of client gets its verdicts."""

import subprocess
import sys
from pathlib import Path

import pytest

from lostphone.client.guarded import GuardedClient
from lostphone.client.resolve import BadClient, FreshClients
from lostphone.client.transport.child import NotStarted
from lostphone.client.transport.limits import Limits
from lostphone.conformance.plan import BadChoice, make_plan
from lostphone.conformance.report import Report
from lostphone.conformance.reports import writer_for
from lostphone.conformance.run import run, run_here
from lostphone.conformance.summary import text

sys.path.insert(0, str(Path(__file__).parent))
import wild

HERE = Path(__file__).parent
EVERYTHING = make_plan("core,microsoft")
ZEROS = make_plan("core", names=("code.leading-zeros",))
SERVED = f"cmd:{sys.executable} -m lostphone.client.serve"
FORMS = ("r.json", "r.jsonl", "r.xml", "r.md", "badge.json", "r.ndjson")


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """A `py:` client is looked for where one is, here and in the processes that play."""
    monkeypatch.chdir(HERE)
    monkeypatch.syspath_prepend(str(HERE))


def verdicts(report: Report) -> dict[str, str]:
    return {row.scenario: row.verdict for row in report.rows}


def messages(report: Report) -> dict[str, str]:
    return {row.scenario: row.message for row in report.rows}


def test_the_reference_conforms() -> None:
    report = run(EVERYTHING, "reference")
    assert [row for row in report.rows if row.verdict != "pass"] == []
    assert report.fine
    assert report.info is not None
    assert report.info.name == "reference"


def test_the_null_client_keeps_no_requirement() -> None:
    report = run(EVERYTHING, "null")
    kept = [rule for rule in report.by_rule if report.verdict_of(rule) != "fail"]
    assert kept == []
    assert not report.fine
    # It declares everything, so that what it lacks cannot be tested.
    assert "happened: untestable: " in report.by_rule["backup.complete"][0].message


def test_a_program_gets_the_same_verdicts_as_in_process() -> None:
    core = make_plan("core")
    inside, outside = (
        run(core, "mutant:no-padding"),
        run(core, f"cmd:{sys.executable} -m lostphone.conformance.serving mutant:no-padding"),
    )
    assert {"fail", "pass"} <= set(inside.counts)
    assert outside.rows == inside.rows


def test_two_processes_make_the_same_report_as_one() -> None:
    plan = make_plan("core,microsoft", keyword="zeros")
    alone, together = run(plan, "mutant:no-padding"), run(plan, "mutant:no-padding", workers=2)
    assert {"pass", "fail"} <= set(alone.counts)
    for name in FORMS:
        write = writer_for(Path(name))
        assert write(alone) == write(together), name


def test_a_client_in_this_process_cannot_break_the_run() -> None:
    report = run(ZEROS, "py:wild:Troubled", limits=Limits(call_ms=1_000))
    said = messages(report)
    assert verdicts(report) == {
        "core.codes.leading-zeros#1": "error",
        "core.codes.leading-zeros#2": "error",
        "core.codes.leading-zeros#3": "error",
        "core.codes.zeros-accepted": "error",
        "core.codes.zeros-left-out": "pass",
    }
    hung = (
        "(hang): account/add on Kenji's Android phone: the client did not return from Troubled.call (wild.py:"
    )
    assert hung in said["core.codes.leading-zeros#1"]
    ended = "(crash): the client ended the process it ran in (exit code 7)"
    assert ended in said["core.codes.leading-zeros#2"]
    assert "KeyError: 'a bug of mine' (wild.py:" in said["core.codes.leading-zeros#3"]
    assert "(breach)" in said["core.codes.zeros-accepted"]


def test_no_client_is_timed_while_we_import() -> None:
    """In a process of its own, for here everything is imported."""
    code = (
        "import sys\n"
        "from lostphone.client.sources import client_source\n"
        "from lostphone.conformance.plan import make_plan\n"
        "from lostphone.conformance.player import ScenarioPlayer\n"
        "from lostphone.conformance.workers import warm_up\n"
        "warm_up('en')\n"
        "player = ScenarioPlayer(client_source('reference'))\n"
        "player.greet()\n"
        "case = make_plan('core', names=('code.leading-zeros',)).cases[0]\n"
        "before = set(sys.modules)\n"
        "player.play(case)\n"
        "print(sorted(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_secret_that_a_client_says_is_not_said_again() -> None:
    report = run(make_plan("core", names=("core.codes.zeros-accepted",)), "py:wild:Leaky")
    (message,) = messages(report).values()
    assert "bad-input: no account for otpauth://" in message
    assert "secret=‹secret›" in message


def test_a_client_that_takes_its_process_with_it_ends_the_run_soon() -> None:
    report = run(ZEROS, "py:wild:DiesAtOnce", workers=2)
    assert set(verdicts(report).values()) == {"error"}
    assert "exit code 9" in report.rows[0].message
    assert report.info is None


def test_a_client_that_breaks_when_greeted_fails_every_scenario() -> None:
    report = run(ZEROS, "py:wild:WontGreet")
    assert set(verdicts(report).values()) == {"error"}
    assert "not today" in report.rows[0].message
    assert "broke when it was asked who it is" in text(report)


def test_the_end_of_a_scenario_is_part_of_it() -> None:
    report = run(ZEROS, "py:wild:BadEnd")
    assert set(verdicts(report).values()) == {"error"}
    assert "scenario/end: the client raised ValueError: I cannot forget" in report.rows[0].message


def test_what_is_not_declared_is_not_applicable_and_said() -> None:
    report = run(make_plan("core"), "py:wild:OnlyCodes")
    assert set(report.counts) == {"pass", "not-applicable"}
    assert report.fine
    assert report.verdict_of("backup.complete") == "not-applicable"
    assert "not applicable: the client does not declare backup" in text(report)


def test_what_is_declared_and_missing_is_untestable_and_fails() -> None:
    report = run(make_plan("core", names=("backup.complete",)), "py:wild:SaysBackup")
    failed = [row for row in report.rows if row.verdict == "fail"]
    assert failed
    assert any("untestable: the client does not know 'backup/" in row.message for row in failed)
    assert any("and the client declares backup" in row.message for row in failed)


def test_a_run_that_tested_nothing_is_not_fine() -> None:
    report = run(ZEROS, "py:wild:OnlyAutofill")
    assert set(report.counts) == {"not-applicable"}
    assert not report.fine
    assert "the client declares too little for any of these scenarios" in text(report)
    assert text(report).endswith("nothing was tested")


def test_a_capability_that_is_none_is_not_overlooked() -> None:
    report = run(ZEROS, "py:wild:Mumbler")
    assert set(report.counts) == {"error"}
    assert "there is no capability 'account'; did you mean 'accounts'?" in report.rows[0].message


@pytest.mark.parametrize("kind", [wild.Liar, wild.HalfLiar])
def test_no_lie_is_taken_for_a_fault_of_ours(kind: type) -> None:
    for seed in range(2):
        report = run_here(
            EVERYTHING, FreshClients("py:", lambda seed=seed: GuardedClient(lambda: kind(seed)))
        )
        assert [row for row in report.rows if row.verdict in ("harness-error", "error")] == []
        assert report.counts["fail"] > len(report.rows) / 4


def test_what_is_our_own_fault_is_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise LookupError("a shelf fell down")

    monkeypatch.setattr("lostphone.conformance.player.perform", broken)
    report = run(ZEROS, "reference")
    assert set(report.counts) == {"harness-error"}
    assert report.harness_at_fault
    assert "LookupError: a shelf fell down" in report.rows[0].message


def test_a_client_that_does_not_exist_ends_the_run() -> None:
    for workers in (1, 2):
        with pytest.raises(NotStarted, match="there is no program"):
            run(ZEROS, "cmd:no-such-program-anywhere", workers=workers)
        with pytest.raises(BadClient, match="has no 'Nobody'"):
            run(ZEROS, "py:wild:Nobody", workers=workers)
    with pytest.raises(BadClient, match="did you mean no-padding"):
        run(ZEROS, "mutant:no-paddin")


def test_filters_narrow_the_plan() -> None:
    assert EVERYTHING.complete
    assert not ZEROS.complete
    one = make_plan("core", names=("core.codes.leading-zeros#2",))
    assert [case.id for case in one.cases] == ["core.codes.leading-zeros#2"]
    assert len(make_plan("core", names=("core.codes.leading-zeros",)).cases) == 3
    assert len(make_plan("core", keyword="LEADING-zeros").cases) == 3
    tagged = make_plan("core", tags="@rule:code.counter")
    assert all("code.counter" in case.pickle.rules for case in tagged.cases)
    with pytest.raises(BadChoice, match=r"did you mean code\.leading-zeros"):
        make_plan("core", names=("code.leading-zeroes",))
    with pytest.raises(BadChoice, match="none of the"):
        make_plan("core", keyword="no such words")


def test_the_japanese_stories_judge_the_same() -> None:
    english = run(ZEROS, "mutant:no-padding")
    japanese = run(make_plan("core", "ja", names=("code.leading-zeros",)), "mutant:no-padding")
    assert verdicts(japanese) == verdicts(english)
    assert "先頭のゼロは落ちない" in japanese.rows[0].message
