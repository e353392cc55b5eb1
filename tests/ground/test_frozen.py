"""The frozen clock holds the whole process, moves cheaply, and leaves pytest's own timer alone."""

import datetime as datetime_module
import subprocess
import sys
import time

import pytest
from _pytest import timing

from lostphone.base.clock import instant
from lostphone.base.frozen import FrozenClock

MOMENT_MS = instant(2025, 7, 31, 23, 59, 50)


def test_what_reads_the_clock_itself_sees_the_simulated_time() -> None:
    with FrozenClock() as clock:
        clock.start(MOMENT_MS)
        assert time.time() == MOMENT_MS / 1000
        assert datetime_module.datetime.now(datetime_module.UTC).year == 2025
        clock.move_to(instant(2100, 1, 1))
        assert time.time() == instant(2100, 1, 1) / 1000
        clock.move_to(MOMENT_MS)
        assert time.time() == MOMENT_MS / 1000
    assert time.time() > instant(2026, 1, 1) / 1000


def test_pyotp_reads_it() -> None:
    import pyotp

    with FrozenClock() as clock:
        clock.start(59_000)
        assert pyotp.TOTP("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", digits=8).now() == "94287082"


def test_pytests_timer_stays_true() -> None:
    with FrozenClock() as clock:
        before = timing.perf_counter()
        clock.start(MOMENT_MS)
        time_of_test = timing.time()
        assert time_of_test != MOMENT_MS / 1000
        assert timing.perf_counter() >= before


def test_names_that_begin_like_freezeguns_own_exceptions_are_frozen_too() -> None:
    # freezegun's default list lets `gi…`, `queue…` and `threading…` read the real time.
    code = (
        "import sys, types, time\n"
        "module = types.ModuleType('gift_shop'); sys.modules['gift_shop'] = module\n"
        "exec('import time\\ndef now(): return time.time()', module.__dict__)\n"
        "from lostphone.base.frozen import FrozenClock\n"
        "with FrozenClock() as clock:\n"
        "    clock.start(1000)\n"
        "    print(module.now())\n"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown == "1.0\n"


def test_starting_twice_is_an_error_and_stopping_twice_is_none() -> None:
    clock = FrozenClock()
    clock.start(0)
    try:
        with pytest.raises(RuntimeError, match="already running"):
            clock.start(0)
    finally:
        clock.stop()
    clock.stop()
    assert not clock.running
