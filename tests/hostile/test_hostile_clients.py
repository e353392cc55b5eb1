"""Whatever a client does: it has a verdict that says so, the run goes on, and nothing of it is left."""

from __future__ import annotations

import os
import resource
import shlex
import sys
from pathlib import Path

import pytest

from lostphone.client.transport.limits import Limits
from lostphone.conformance.plan import ConformancePlan, make_plan
from lostphone.conformance.report import Report
from lostphone.conformance.run import run
from lostphone.conformance.summary import summary

PROGRAM = Path(__file__).with_name("client.py")
OUTLINE = "core.codes.leading-zeros"
FIRST, SECOND = f"{OUTLINE}#1", f"{OUTLINE}#2"
#: Short where a hostile client makes us wait, and long enough for a start on a machine that is busy.
LIMITS = Limits(
    start_ms=20_000,
    call_ms=1_500,
    stop_ms=200,
    messages=3_000,
    wakes=200,
    calls=2_000,
    scenario_bytes=3_000_000,
)

#: By mode: the kind of break, and what has to be said of it.
BREAKS = {
    "hang": ("hang", "gave no answer within 1.5 s"),
    "hang-deaf-to-signals": ("hang", "gave no answer within 1.5 s"),
    "slow-drip": ("hang", "without the newline that ends a message"),
    "exit": ("crash", "it ended with exit code 3"),
    "exit-with-0": ("crash", "it ended with exit code 0"),
    "kills-itself": ("crash", "SIGKILL"),
    "leaves-a-child": ("crash", "it ended with exit code 3"),
    "hangs-with-a-child": ("hang", "gave no answer within 1.5 s"),
    "closes-its-output": ("crash", "it closed its output and went on running"),
    "closes-its-input": ("hang", "gave no answer within 1.5 s"),
    "garbage": ("garbage", "it is not JSON"),
    "bytes": ("garbage", "it is not UTF-8"),
    "utf-16": ("garbage", "it is not UTF-8"),
    "byte-order-mark": ("garbage", "it begins with a byte order mark"),
    "nul": ("garbage", "it holds a NUL byte (at byte 17)"),
    "carriage-returns": ("hang", "a carriage return alone ends none"),
    "not-a-number": ("garbage", "it holds NaN at byte"),
    "infinity": ("garbage", "it holds -Infinity at byte"),
    "huge-number": ("breach", "out of range"),
    "float-for-a-text": ("breach", "account must be a string, not a number"),
    "number-too-far": ("breach", "out of range"),
    "lone-surrogate": ("garbage", "half of a surrogate pair (\\ud83d at byte"),
    "low-surrogate": ("garbage", "half of a surrogate pair (\\udc00 at byte"),
    "surrogate-bytes": ("garbage", "it is not UTF-8 (half of a surrogate pair, which is no character,"),
    "deep": ("garbage", "it is nested too deeply"),
    "deep-objects": ("garbage", "it is nested too deeply"),
    "doubled-member": ("breach", "the member 'account' stands twice in one object"),
    "doubled-id": ("breach", "the member 'id' stands twice in one object"),
    "doubled-escaped": ("breach", "the member 'account' stands twice in one object"),
    "doubled-deep": ("breach", "the member 'title' stands twice in one object"),
    "ten-megabytes": ("flood", "wrote a line of more than 1048576 bytes"),
    "line-without-end": ("flood", "wrote a line of more than 1048576 bytes"),
    "flood-of-output": ("calls", "made more than 2,000 host calls in one scenario"),
    "flood-of-blank-lines": ("flood", "wrote 3000 messages and gave no answer"),
    "flood-of-stderr": ("flood", "wrote more than 3,000,000 bytes to its standard error and gave no answer"),
    "flood-of-log": ("bytes", "logged, stored and sent more than 3,000,000 bytes in one scenario"),
    "flood-of-files": ("bytes", "logged, stored and sent more than 3,000,000 bytes in one scenario"),
    "flood-of-calls": ("calls", "made more than 2,000 host calls in one scenario"),
    "flood-of-timers": ("wakes", "asked to be woken more than 200 times in one scenario"),
    "timer-of-no-time": ("breach", "delay_ms must be an integer >= 1"),
    "wrong-id": ("breach", "answered a question that is not open: id 4711"),
    "id-as-text": ("breach", "answered a question that is not open"),
    "id-of-a-megabyte": ("breach", "answered a question that is not open: id '777"),
    "answer-to-an-earlier-question": ("breach", "answered a question that is not open"),
    "two-answers": ("breach", "spoke when nothing was asked"),
    "host-call-after-the-answer": ("breach", "spoke when nothing was asked"),
    "batch": ("breach", "it must be an object, not an array"),
    "another-phone": ("breach", "host/keychain.list for the device 'Yuki's Pixel'"),
    "unknown-call": ("breach", "which no host has"),
    "member-with-controls": ("breach", "it has no member"),
    "error-with-controls": ("crash", "failed inside (error -32603)"),
    "refusal-of-a-megabyte": ("crash", "failed inside (error -32603): xxx"),
    "no-such-refusal": ("breach", "there is no refusal code"),
    "controls-in-its-last-words": ("crash", "it ended with exit code 9"),
    "secret-in-an-error": ("crash", "otpauth://‹secret›"),
}
#: Modes that are no break: what they do is held all the same.
HELD = (
    "name-with-controls",
    "refusal-with-controls",
    "writes-where-it-is",
    "greets-with-controls",
    "hang-at-the-end",
    "exit-at-the-end",
    "calls-at-the-end",
    "hang-at-shutdown",
)
#: How much of our memory the play of one client may take besides, in bytes.
MEMORY = 150_000_000


@pytest.fixture(scope="module")
def plan() -> ConformancePlan:
    return make_plan("core@1", names=(FIRST, SECOND))


def play(mode: str, plan: ConformancePlan, folder: Path, limits: Limits = LIMITS) -> Report:
    spec = "cmd:" + shlex.join([sys.executable, str(PROGRAM), mode, str(folder / "pids")])
    return run(plan, spec, limits=limits)


def attempts(report: Report) -> dict[str, str]:
    """What became of each scenario: its ending, and what is said."""
    return {
        case.id: f"{attempt.ending}: {attempt.problem}"
        for case, attempt in zip(report.cases, report.attempts, strict=True)
    }


def alive(folder: Path) -> list[int]:
    """The processes of the client that still run; a dead one that nobody waits for does not."""
    left = []
    for pid in map(int, (folder / "pids").read_text().split()):
        try:
            os.kill(pid, 0)
            status = Path(f"/proc/{pid}/stat")
            if not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z":
                left.append(pid)
        except (ProcessLookupError, FileNotFoundError):
            continue
    return left


def shown(report: Report) -> str:
    return "\n".join(line.text for line in summary(report))


def is_harmless(text: str) -> bool:
    """Whether nothing in it acts on a terminal or a build server."""
    lines = text.split("\n")
    return all(
        line.isprintable() and not line.lstrip().startswith("::") and "##vso[" not in line for line in lines
    )


@pytest.mark.parametrize("mode", BREAKS)
def test_each_way_to_be_hostile_is_held(
    mode: str, plan: ConformancePlan, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    kind, said = BREAKS[mode]
    # One that goes on for ever is ended by what it does, however slow the machine is.
    report = play(mode, plan, tmp_path, LIMITS if kind == "hang" else LIMITS._replace(call_ms=60_000))
    became = attempts(report)
    assert became[FIRST].startswith(f"error: the client broke ({kind}): "), became[FIRST]
    assert said in became[FIRST]
    # The run goes on, with the same client, started anew.
    assert became[SECOND].startswith("fail: untestable") or became[SECOND].startswith("fail: "), became
    assert alive(tmp_path) == []
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 < MEMORY
    text = shown(report)
    assert is_harmless(text), repr(text)
    assert len(text) < 20_000


@pytest.mark.parametrize("mode", HELD)
def test_what_is_no_break_is_held_too(mode: str, plan: ConformancePlan, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    report = play(mode, plan, tmp_path)
    assert {text.partition(":")[0] for text in attempts(report).values()} == {"fail"}
    assert alive(tmp_path) == []
    assert all(text.isprintable() for text in attempts(report).values())


STARTS = {
    "hang-at-the-start": ("hang", "gave no answer within 0.4 s"),
    "exits-at-the-start": ("crash", "it ended with exit code 0"),
    "speaks-first": ("breach", "spoke when nothing was asked"),
}


@pytest.mark.parametrize("mode", STARTS)
def test_one_that_breaks_as_it_starts_is_held(mode: str, plan: ConformancePlan, tmp_path: Path) -> None:
    limits = LIMITS if mode != "hang-at-the-start" else LIMITS._replace(start_ms=400)
    report = play(mode, plan, tmp_path, limits)
    kind, said = STARTS[mode]
    for text in attempts(report).values():
        assert f"error: the client broke ({kind}): " in text
        assert said in text
    assert alive(tmp_path) == []
