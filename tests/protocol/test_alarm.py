"""A Python client that never returns is interrupted where it is, and the process that it ran in goes on."""

from __future__ import annotations

import queue
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from test_guarded import Small
from wire_house import Scene

from lostphone.base.frozen import FrozenClock
from lostphone.client import alarm as alarm_module
from lostphone.client import port
from lostphone.client.alarm import Alarm, Late
from lostphone.client.guarded import GuardedClient
from lostphone.client.port import ClientBroke
from lostphone.client.transport.limits import Limits
from lostphone.world.devices.device import Device

SOON = Limits(call_ms=200)


def loops(_: Any) -> None:
    while True:
        pass


def sleeps(_: Any) -> None:
    time.sleep(600)


def waits_for_a_lock(_: Any) -> None:
    lock = threading.Lock()
    with lock:
        lock.acquire()


def waits_for_a_message(_: Any) -> None:
    queue.Queue[int]().get()


def asks_for_the_time_for_ever(phone: Any) -> None:
    while True:
        phone.now_ms()


def backtracks(_: Any) -> None:
    re.match(r"(a+)+$", "a" * 60 + "b")


def takes_no_notice_at_first(_: Any) -> None:
    try:
        loops(_)
    except BaseException:
        return


HANGS = [
    loops,
    sleeps,
    waits_for_a_lock,
    waits_for_a_message,
    asks_for_the_time_for_ever,
    backtracks,
    takes_no_notice_at_first,
]


def scene(does: Callable[[Any], Any], alarm: Alarm | None = None) -> Scene:
    return Scene(GuardedClient(lambda: Small(does), alarm or Alarm(SOON)))


@pytest.mark.parametrize("does", HANGS, ids=lambda does: does.__name__)
def test_it_is_interrupted_and_the_function_and_its_lines_are_told(does: Callable[[Any], Any]) -> None:
    with FrozenClock() as frozen:
        frozen.start(0)
        playing = scene(does)
        with pytest.raises(ClientBroke) as broke:
            playing.open()
    assert broke.value.kind == "hang"
    name = "loops" if does is takes_no_notice_at_first else does.__name__
    line = does.__code__.co_firstlineno if name == does.__name__ else loops.__code__.co_firstlineno
    assert broke.value.message == (
        f"app/open on Mika's iPhone: the client did not return from {name} (test_alarm.py:{line})"
    )
    assert f"in {name}\n" in broke.value.last_words
    assert broke.value.last_words.endswith("in <lambda>")


def test_rung_in_our_own_code_it_tells_of_theirs(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many of our functions lie between what they called and where the alarm rang."""
    ours: dict[str, Any] = {}
    source = "def deep(device, more=20):\n    while not more: pass\n    return deep(device, more - 1)"
    exec(compile(source, port.__file__, "exec"), ours)

    def asks_for_the_time(phone: Any) -> None:
        monkeypatch.setattr(Device, "now_ms", property(ours["deep"]))
        phone.now_ms()

    with pytest.raises(ClientBroke) as broke:
        scene(asks_for_the_time).open()
    lines = broke.value.last_words.splitlines()
    assert lines[0] == "it was interrupted in"
    assert re.fullmatch(r"test_alarm\.py:\d+ in asks_for_the_time", lines[1])
    assert "deep" not in broke.value.last_words


def test_nothing_rings_afterwards() -> None:
    alarm = Alarm(SOON)
    for _ in range(2):
        with pytest.raises(ClientBroke):
            scene(sleeps, alarm).open()
    assert scene(lambda phone: port.Done(), alarm).open() == port.Done()
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    assert signal.getsignal(signal.SIGALRM) is signal.SIG_DFL


def test_who_has_hung_once_is_waited_for_a_second_only(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr(signal, "setitimer", lambda which, first, again=0.0: waited.append(4 * first))
    alarm = Alarm(Limits())
    alarm.ring(5_000, lambda: None)
    alarm._late = Late("", "")
    alarm.ring(5_000, lambda: None)
    alarm.ring(400, lambda: None)
    assert waited == [5, 0, 1, 0, 0.4, 0]


def test_one_that_has_just_returned_is_not_late() -> None:
    """The alarm may ring in our own lines, before the call and after it."""
    ours: dict[str, Any] = {}
    exec(compile("import sys\nframe = sys._getframe()", alarm_module.__file__, "exec"), ours)
    alarm = Alarm(SOON)
    alarm._ticks = 3
    alarm._tick(signal.SIGALRM, ours["frame"])
    with pytest.raises(Late):
        alarm._tick(signal.SIGALRM, sys._getframe())


def test_an_alarm_of_somebody_else_is_theirs() -> None:
    heard: list[int] = []
    signal.signal(signal.SIGALRM, lambda number, frame: heard.append(number))
    try:
        Alarm(SOON).ring(1, lambda: time.sleep(0.05))
        signal.raise_signal(signal.SIGALRM)
    finally:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
    assert heard == [signal.SIGALRM]


def test_other_threads_have_no_alarm() -> None:
    answers: list[str] = []
    thread = threading.Thread(target=lambda: answers.append(Alarm(SOON).ring(1, lambda: "answer")))
    thread.start()
    thread.join()
    assert answers == ["answer"]


def test_whoever_steps_through_it_by_hand_has_all_the_time_there_is() -> None:
    import io
    import pdb

    debugger = pdb.Pdb(stdin=io.StringIO("next\nnext\ncontinue\n"), stdout=io.StringIO(), nosigint=True)

    def stepped() -> str:
        debugger.set_trace()
        time.sleep(0.2)
        return "answer"

    assert Alarm(SOON).ring(40, stepped) == "answer"


def test_one_that_hears_nothing_is_ended_with_its_process() -> None:
    code = (
        "import time\n"
        "from lostphone.client.alarm import Alarm\n"
        "from lostphone.client.transport.limits import Limits\n"
        "def deaf():\n"
        "    while True:\n"
        "        try: time.sleep(60)\n"
        "        except BaseException: pass\n"
        "Alarm(Limits()).ring(40, deaf)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == (
        "lostphone: the client does not return from deaf (<string>:4) and cannot be interrupted\n"
    )
