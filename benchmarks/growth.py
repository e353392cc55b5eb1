"""How processor time grows with size, in one table: each part, its sizes, seconds, and the exponent.

Parts are the rows of an outline, the steps of a scenario, the accounts that a client keeps, the moves of an
explored history, and the accounts of a list that `whatif` is asked about. The exponent is the slope of a
straight line through the points, both axes logarithmic (1 is linear, 2 quadratic); it should be at most 1.2.
The time of the smallest piece of work is taken off first: starting a program does not grow. The best of a
few runs counts.

    python benchmarks/growth.py            all
    python benchmarks/growth.py rows       one of them
"""

from __future__ import annotations

import base64
import contextlib
import io
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from lostphone.base.clock import parse_day
from lostphone.base.frozen import FrozenClock
from lostphone.cli import main as lostphone
from lostphone.client.reference import ReferenceClient
from lostphone.explore.exploration import exploration
from lostphone.explore.run import run
from lostphone.stories.actions.accounts import EnrolAtSite, LookAtAccounts, LookAtCode, OpenSite
from lostphone.stories.actions.phones import GivePhone
from lostphone.stories.actions.time import Wait, WaitUntil
from lostphone.stories.story import Story

ROUNDS = 3
PHONE = "Mika's Android phone"


def played(feature: str) -> float:
    """Processor seconds of `lostphone run` on that feature, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "grown.feature")
        path.write_text(feature, "utf-8")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [str(Path(sys.executable).with_name("lostphone")), "run", str(path)],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def rows(size: int) -> float:
    """`run`: an outline of that many rows."""
    table = "\n".join(f"      | Site {row} |" for row in range(size))
    return played(
        "Feature: Rows\n  Scenario Outline: <site> is listed\n    Given Mika uses an Android phone\n"
        '    When Mika adds "<site>" on the Android phone\n    Then Mika\'s Android phone lists 1 account\n'
        f"    Examples:\n      | site |\n{table}\n"
    )


def steps(size: int) -> float:
    """`run`: a scenario of that many steps, each of which adds an account."""
    added = "\n".join(f'    And Mika adds "Site {step}" on the Android phone' for step in range(size))
    return played(
        f"Feature: Steps\n  Scenario: All are listed\n    Given Mika uses an Android phone\n{added}\n"
        f"    When 1 day passes\n    Then Mika's Android phone lists {size} accounts\n"
    )


def accounts(size: int) -> float:
    """`conformance`: a client that keeps that many accounts, lists them and shows a code of each."""
    begin = time.process_time()
    with Story(client=ReferenceClient) as story:
        for action in (WaitUntil(parse_day("2025-11-01")), GivePhone(PHONE, "Mika", "android")):
            story.do(action)
        for place in range(size):
            story.do(OpenSite(f"Site {place}"))
            story.do(EnrolAtSite(PHONE, f"Site {place}"))
        story.do(LookAtAccounts(PHONE))
        for place in range(size):
            story.do(LookAtCode(PHONE, f"Site {place}"))
        story.do(Wait(1))
    return time.process_time() - begin


def moves(size: int) -> float:
    """`explore`: histories of that many moves, with every oracle."""
    drawn = [msgspec.structs.replace(exploration(seed), length=size) for seed in range(1, 9)]
    with FrozenClock() as frozen:
        frozen.start(0)
        begin = time.process_time()
        for explored in drawn:
            assert not run(explored, ReferenceClient, frozen).wrong
        return time.process_time() - begin


def listed(size: int) -> float:
    """`whatif`: a list of that many accounts, no two alike, output and all."""
    lines = [link(number) if number % 2 else f"work {name_of(number)}@contoso.com" for number in range(size)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "accounts.txt")
        path.write_text("\n".join(lines), "utf-8")
        phones = ["--phone", "ios", "--lost", "2026-05-25", "--new", "ios", "--off", "drive"]
        begin = time.process_time()
        with contextlib.redirect_stdout(io.StringIO()):
            if lostphone(["whatif", str(path), *phones]) != 0:
                raise SystemExit("whatif did not answer")
        return time.process_time() - begin


def link(number: int) -> str:
    """A link with a name of its own: secrets of forty lengths, three hashes, six and eight digits."""
    secret = base64.b32encode(b"12345" * 2 + b"x" * (number % 40)).decode().rstrip("=")
    settings = f"&algorithm={('SHA1', 'SHA256', 'SHA512')[number % 3]}&digits={6 + number % 5 // 4 * 2}"
    return f"otpauth://totp/{name_of(number)}?secret={secret}{settings}"


def name_of(number: int) -> str:
    """A name of letters alone, another one for each number."""
    letters = ""
    while True:
        number, letter = divmod(number, 26)
        letters = chr(ord("a") + letter) + letters
        if not number:
            return f"shop-{letters}"


PARTS: dict[str, tuple[Callable[[int], float], int, tuple[int, ...]]] = {
    "rows": (rows, 1, (200, 400, 800, 1600, 3200)),
    "steps": (steps, 1, (100, 200, 400, 800)),
    "accounts": (accounts, 1, (100, 200, 400, 800)),
    "moves": (moves, 1, (20, 40, 80, 160)),
    "whatif": (listed, 2, (100, 200, 500, 1000, 2000, 5000)),
}


def exponent(points: list[tuple[int, float]]) -> float:
    """The slope of the line through the logarithms."""
    xs, ys = [math.log(size) for size, _s in points], [math.log(max(s, 1e-4)) for _size, s in points]
    middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
    over = sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True))
    return over / sum((x - middle_x) ** 2 for x in xs)


def main(chosen: list[str]) -> None:
    unknown = [name for name in chosen if name not in PARTS]
    if unknown:
        raise SystemExit(f"there is no part '{unknown[0]}'; there are {', '.join(PARTS)}")
    print(f"{'part':10} {'size':>6}  {'seconds':>8}  exponent")
    for name in chosen or PARTS:
        part, smallest, sizes = PARTS[name]
        start = min(part(smallest) for _ in range(ROUNDS))
        points = []
        for size in sizes:
            seconds = min(part(size) for _ in range(ROUNDS))
            points.append((size, seconds - start))
            told = f"{exponent(points):8.2f}  {part.__doc__}" if size == sizes[-1] else ""
            print(f"{name:10} {size:6}  {seconds:8.2f}  {told}".rstrip(), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
