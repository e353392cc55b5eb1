"""One run of a program: the time it sees, what it gets, and how it may misbehave."""

import datetime
import os
import signal
import sys
import time
from pathlib import Path

import pytest

from lostphone.base.frozen import FrozenClock
from lostphone.client.adapters.program_run import run
from lostphone.client.port import ClientBroke
from lostphone.client.transport.limits import Limits

pytestmark = pytest.mark.usefixtures("faketime")

NOON_MS = 1_772_539_200_000  # 12:00 on 3 March 2026, UTC
SHORT = Limits(call_ms=300)


def python(folder: Path, code: str, at_ms: int = NOON_MS, time_zone: str = "UTC", **more):
    return run([sys.executable, "-c", code], folder, at_ms, time_zone, **more)


@pytest.mark.parametrize("time_zone", ["UTC", "Asia/Kathmandu", "America/New_York"])
@pytest.mark.parametrize(
    "at_ms",
    [
        pytest.param(0, id="the epoch"),
        pytest.param(1_793_511_000_000, id="an hour that New York has twice, the first time"),
        pytest.param(1_793_514_600_000, id="and the second time"),
        pytest.param(4_294_967_310_000, id="past 32 bits"),
        pytest.param(1_772_539_259_999, id="the last millisecond of a minute"),
    ],
)
def test_a_program_sees_the_given_instant_to_the_millisecond(tmp_path, time_zone, at_ms) -> None:
    seen = python(tmp_path, "import time; print(time.time_ns() // 1_000_000)", at_ms, time_zone)
    assert int(seen.out) == at_ms


def test_its_clock_stands_still_and_what_times_itself_goes_on(tmp_path) -> None:
    code = (
        "import time\n"
        "wall, begin = time.time(), time.monotonic()\n"
        "while time.monotonic() < begin + 0.02: pass\n"
        "print(time.time() - wall)"
    )
    assert float(python(tmp_path, code).out) == 0


def test_it_sees_the_time_zone_of_the_phone(tmp_path) -> None:
    assert (
        python(tmp_path, "import time; print(time.strftime('%H:%M'))", time_zone="Asia/Tokyo").out
        == "21:00\n"
    )


def test_it_reads_what_is_typed_and_knows_nothing_of_us(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("A_TOKEN_OF_OURS", "hush")
    code = "import os, sys; print(sys.stdin.read(), os.environ.get('A_TOKEN_OF_OURS'), os.environ['HOME'])"
    ended = python(tmp_path, code, typed="パスワード".encode())
    assert ended.out == f"パスワード None {tmp_path}\n"


def test_it_may_be_asked_while_our_own_clock_is_frozen(tmp_path) -> None:
    with FrozenClock() as frozen:
        frozen.start(0)
        assert python(tmp_path, "print('back')").out == "back\n"
        with pytest.raises(ClientBroke) as broke:
            python(tmp_path, "while True: pass", limits=SHORT)
        assert datetime.datetime.now(datetime.UTC).year == 1970
    assert broke.value.kind == "hang"


def test_one_that_does_not_end_is_ended_with_all_that_it_started(tmp_path) -> None:
    code = (
        "import os, signal, time, pathlib\n"
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "child = os.fork()\n"
        "if child: pathlib.Path('started').write_text(f'{os.getpid()} {child}')\n"
        "while True: pass"
    )
    with pytest.raises(ClientBroke, match="has not ended within 0.3 s") as broke:
        python(tmp_path, code, limits=SHORT)
    assert broke.value.kind == "hang"
    for pid in map(int, (tmp_path / "started").read_text().split()):
        assert not alive(pid)
    assert not shared_by((tmp_path / "started").read_text().split()[0])


def test_what_a_program_leaves_running_is_ended_when_it_ends(tmp_path) -> None:
    code = "import os\nchild = os.fork()\nif child: print(child)\nwhile not child: pass"
    assert not alive(int(python(tmp_path, code).out))


def test_one_that_writes_without_end_is_ended(tmp_path) -> None:
    with pytest.raises(ClientBroke, match="has written more than") as broke:
        python(tmp_path, "while True: print('x' * 100_000)")
    assert broke.value.kind == "flood"


def test_one_that_crashes_is_told_from_one_that_says_no(tmp_path) -> None:
    code = f"import os; print(os.getpid(), file=open('pid', 'w'), flush=True); os.kill(os.getpid(), {int(signal.SIGSEGV)})"
    with pytest.raises(ClientBroke, match="SIGSEGV") as broke:
        python(tmp_path, code)
    assert not shared_by((tmp_path / "pid").read_text().strip())
    assert broke.value.kind == "crash"
    assert python(tmp_path, "raise SystemExit('no')")[:1] == (1,)


def shared_by(pid: str) -> list[Path]:
    """What libfaketime has left in memory that processes share."""
    folder = Path("/dev/shm")
    return [path for path in folder.iterdir() if path.name.endswith(f"_{pid}")] if folder.is_dir() else []


def alive(pid: int) -> bool:
    """Whether that process still runs; one that is dead and waits for its parent does not."""
    for _ in range(200):
        try:
            os.kill(pid, 0)
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except (ProcessLookupError, FileNotFoundError):
            return False
        if state == "Z":
            return False
        time.sleep(0.01)
    return True
