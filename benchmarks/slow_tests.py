"""Measures the processor time of every test, and writes the list of the slow ones, `tests/slow_tests.txt`.

    python benchmarks/slow_tests.py              all tests, which takes a quarter of an hour
    python benchmarks/slow_tests.py tests/cli    one room; the lines of other rooms stay

`make test` leaves the listed tests to `make test-all`. A test function is slow if one of its cases takes
0.2 seconds or more, with the processes that it starts, or if its cases take half of that on average. The
tests in a browser are listed whole, since they need programs that are not everywhere.
"""

from __future__ import annotations

import resource
import sys
from collections import defaultdict
from collections.abc import Generator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "tests" / "slow_tests.txt"
SLOW_S = 0.2
BROWSER = "tests/site/browser/"
HEAD = "# Tests that `make test` leaves to `make test-all`; written by python benchmarks/slow_tests.py\n"


class Stopwatch:
    """Notes the processor seconds of each test, by test function."""

    def __init__(self) -> None:
        self.seconds: dict[str, list[float]] = defaultdict(list)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        begin = processor_s()
        done = yield
        self.seconds[item.nodeid.partition("[")[0]].append(processor_s() - begin)
        return done

    def is_slow(self, function: str) -> bool:
        taken = self.seconds[function]
        return function.startswith(BROWSER) or max(taken) >= SLOW_S or sum(taken) >= len(taken) * SLOW_S / 2


def processor_s() -> float:
    """Processor seconds of this process and of those that it has waited for."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main(rooms: list[str]) -> int:
    watch = Stopwatch()
    code = pytest.main(["-q", "-p", "no:cacheprovider", *(rooms or ["tests"])], plugins=[watch])
    if not watch.seconds:
        return int(code)
    measured = {function.partition("::")[0] for function in watch.seconds}
    kept = [line for line in known() if rooms and line.partition("::")[0] not in measured]
    slow = sorted({*kept, *(function for function in watch.seconds if watch.is_slow(function))})
    LIST.write_text(HEAD + "".join(f"{function}\n" for function in slow), "utf-8")
    fast_s = sum(sum(taken) for function, taken in watch.seconds.items() if not watch.is_slow(function))
    print(f"{len(slow)} slow test functions; the others took {fast_s:.0f} s of processor time")
    return int(code)


def known() -> list[str]:
    """The lines of the list as it is."""
    return [line for line in LIST.read_text("utf-8").splitlines() if line and not line.startswith("#")]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
