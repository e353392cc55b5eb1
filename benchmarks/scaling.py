"""Time against size: how much longer twice the work takes. The exponent of each part should be at most 1.2.

Each part makes an input of a given size and plays it. Printed are the processor time of each size, the ratio
to the size before, and the exponent: the slope of a straight line through the points, both axes logarithmic
(1 is linear, 2 quadratic). Sizes are played from small to large, the best of a few runs each.

    python benchmarks/scaling.py [PART ...]

To add a part, write a function that takes a size and a folder for its files and gives back the work (making
the input is not measured), and enter it in PARTS with its sizes.
"""

from __future__ import annotations

import base64
import contextlib
import io
import math
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROUNDS = 3

Work = Callable[[], object]


@dataclass(frozen=True)
class Part:
    """A kind of work that grows: what is counted, how it is made, and the sizes that are tried."""

    counted: str
    make: Callable[[int, Path], Work]
    sizes: Sequence[int]


@dataclass(frozen=True)
class Point:
    """A size and its processor time."""

    size: int
    seconds: float


def whatif(size: int, folder: Path) -> Work:
    """`lostphone whatif` on a list of that many accounts, output and all."""
    from lostphone.cli import main

    lines = [_link(number) if number % 2 else f"work {_name(number)}@contoso.com" for number in range(size)]
    path = folder / "accounts.txt"
    path.write_text("\n".join(lines), "utf-8")
    command = [
        "whatif",
        str(path),
        "--phone",
        "ios",
        "--lost",
        "2026-05-25",
        "--new",
        "ios",
        "--off",
        "drive",
    ]

    def work() -> None:
        with contextlib.redirect_stdout(io.StringIO()):
            if main(command) != 0:
                raise SystemExit("whatif did not answer")

    return work


PARTS = {"whatif": Part("accounts", whatif, (100, 200, 500, 1000, 2000, 5000))}


def exponent(points: Sequence[Point]) -> float:
    """The slope of log(time) over log(size), by least squares.

    >>> round(exponent([Point(10, 0.1), Point(100, 10.0), Point(1000, 1000.0)]), 3)
    2.0
    """
    xs = [math.log(point.size) for point in points]
    ys = [math.log(point.seconds) for point in points]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    over = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    return over / sum((x - mean_x) ** 2 for x in xs)


def measure(part: Part) -> list[Point]:
    """The best of a few runs of each size; one small run before, for what is loaded once."""
    points: list[Point] = []
    with tempfile.TemporaryDirectory() as folder:
        part.make(part.sizes[0], Path(folder))()
        for size in part.sizes:
            work = part.make(size, Path(folder))
            points.append(Point(size, min(_seconds(work) for _ in range(ROUNDS))))
    return points


def _seconds(work: Work) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _link(number: int) -> str:
    """A link with a name of its own: secrets of forty lengths, three hashes, six and eight digits."""
    secret = base64.b32encode(b"12345" * 2 + b"x" * (number % 40)).decode().rstrip("=")
    settings = f"&algorithm={('SHA1', 'SHA256', 'SHA512')[number % 3]}&digits={6 + number % 5 // 4 * 2}"
    return f"otpauth://totp/{_name(number)}?secret={secret}{settings}"


def _name(number: int) -> str:
    """A name of letters alone, another one for each number."""
    letters = ""
    while True:
        number, letter = divmod(number, 26)
        letters = chr(ord("a") + letter) + letters
        if not number:
            return f"shop-{letters}"


def main() -> None:
    names = sys.argv[1:] or list(PARTS)
    for name in names:
        if name not in PARTS:
            raise SystemExit(f"there is no part '{name}'; there are {', '.join(PARTS)}")
    for name in names:
        points = measure(PARTS[name])
        print(f"{name}, {PARTS[name].counted}")
        for before, point in zip([None, *points[:-1]], points, strict=True):
            grown = (
                ""
                if before is None
                else f"  x{point.size / before.size:g} takes x{point.seconds / before.seconds:.2f}"
            )
            print(f"  {point.size:>7,}  {point.seconds:8.3f} s{grown}")
        print(f"  exponent {exponent(points):.2f}\n")


if __name__ == "__main__":
    main()
