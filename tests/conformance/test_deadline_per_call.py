"""A client may take its time over a scenario: what has an end is each call of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from lostphone.client.alarm import Alarm
from lostphone.client.transport.limits import Limits
from lostphone.conformance.plan import ConformancePlan, make_plan
from lostphone.conformance.pulse import Pulse
from lostphone.conformance.run import run

#: Many calls in one scenario.
LONG = "ms.ios2.lost-phone-everything-on"
#: A scenario of more than ten calls takes the slow one more than two limits.
LIMITS = Limits(call_ms=500)


@pytest.fixture
def plan(monkeypatch: pytest.MonkeyPatch) -> ConformancePlan:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    return make_plan("microsoft@1", names=(LONG,))


def test_a_slow_and_honest_class_is_not_said_to_hang(plan: ConformancePlan) -> None:
    report = run(plan, "py:slow_and_honest:Slow", limits=LIMITS)
    assert report.counts == {"pass": len(report.rows)}, report.rows


def test_one_that_hears_no_alarm_is_said_to_hang(plan: ConformancePlan) -> None:
    report = run(plan, "py:slow_and_honest:Deaf", limits=Limits(call_ms=100))
    assert {row.verdict for row in report.rows} == {"error"}
    assert "the client broke (hang): the client gave no answer within 0.2 s" in report.rows[0].message


def test_who_has_hung_once_has_still_the_time_that_its_answers_take(monkeypatch: pytest.MonkeyPatch) -> None:
    import lostphone.client.alarm as module

    waited: list[float] = []
    monkeypatch.setattr(module.signal, "setitimer", lambda _which, first, again=0.0: waited.append(4 * first))
    alarm = Alarm(Limits())
    alarm._late = module.Late("", "")
    alarm._slowest_ms = 2_500
    alarm.ring(60_000, lambda: None)
    assert waited == [10, 0]


def test_a_pulse_is_late_after_so_many_limits_of_the_open_call(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [1_000]
    monkeypatch.setattr("lostphone.conformance.pulse.now_ms", lambda: clock[0])
    pulse = Pulse()
    assert pulse.overdue_ms(2) == 0
    pulse.beat(300)
    clock[0] += 599
    assert pulse.overdue_ms(2) == 0
    pulse.beat(300)
    clock[0] += 599
    assert pulse.overdue_ms(2) == 0
    clock[0] += 1
    assert pulse.overdue_ms(2) == 600
    pulse.beat(0)
    clock[0] += 9_999
    assert pulse.overdue_ms(2) == 0
