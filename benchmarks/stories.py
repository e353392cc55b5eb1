"""How long a run of many small scenarios takes, against pytest-bdd and plain pytest.

Whole processes are timed, each playing the same scenarios of six empty steps, with 10, 200 and 800 step
definitions to look them up among. Contestants take turns, so that a busy machine is unfair to none; what
is printed are medians and, since those are of one machine, ratios.

    python benchmarks/stories.py [--scenarios 1000] [--runs 5]
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DEFINITIONS = (10, 200, 800)
STEPS = ("Given", "And", "When", "And", "Then", "And")
PER_FILE = 20
BDD = ("-p", "pytest_bdd.plugin")
CONTESTANTS = {
    "lostphone": (*BDD, "-p", "lostphone.pytest_plugin", "--lostphone"),
    "pytest-bdd": (*BDD, "bound.py"),
    "pytest": ("plain.py",),
}


def write_suite(folder: Path, scenarios: int, definitions: int) -> None:
    """Features, their step definitions, and the two ways to run the same without Lostphone."""
    for number in range(0, scenarios, PER_FILE):
        lines = [f"Feature: number {number}"]
        for scenario in range(number, min(number + PER_FILE, scenarios)):
            lines += ["", f"  Scenario: case {scenario}"]
            lines += [f"    {keyword} step number {i} does nothing" for i, keyword in enumerate(STEPS)]
        (folder / f"f{number:05}.feature").write_text("\n".join(lines) + "\n")
    conftest = ["from pytest_bdd import given, parsers, step"]
    conftest += [f"@step('step number {i} does nothing')\ndef _(): pass" for i in range(len(STEPS))]
    conftest += [
        f"@given(parsers.parse('there is thing {i} of {{colour}} colour'))\ndef _(colour): pass"
        for i in range(definitions - len(STEPS))
    ]
    (folder / "conftest.py").write_text("\n".join(conftest) + "\n")
    (folder / "bound.py").write_text("from pytest_bdd import scenarios\nscenarios('.')\n")
    plain = ["def step(): pass"]
    plain += [f"def test_{i}():\n" + "    step()\n" * len(STEPS) for i in range(scenarios)]
    (folder / "plain.py").write_text("\n".join(plain))


def time_ms(folder: Path, arguments: tuple[str, ...], scenarios: int) -> tuple[float, float]:
    """Wall and processor milliseconds of one process; it must pass everything, or the time is worthless."""
    environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "ignore", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    wall_ms = (time.perf_counter() - started) * 1000
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if f"{scenarios} passed" not in result.stdout:
        sys.exit(result.stdout + result.stderr)
    return wall_ms, (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--scenarios", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    print(f"{options.scenarios} scenarios of {len(STEPS)} steps, median of {options.runs} whole processes")
    print(f"{'definitions':>11}  {'':12} {'wall':>9} {'processor':>9}  {'lostphone takes, of that':>24}")
    for definitions in DEFINITIONS:
        with tempfile.TemporaryDirectory() as name:
            write_suite(Path(name), options.scenarios, definitions)
            measure(Path(name), definitions, options.scenarios, options.runs)


def measure(folder: Path, definitions: int, scenarios: int, runs: int) -> None:
    """Time the contestants in turn, after one run each that warms the caches, and print a line for each."""
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in CONTESTANTS}
    for run in range(runs + 1):
        for name, arguments in CONTESTANTS.items():
            taken = time_ms(folder, arguments, scenarios)
            if run:
                times[name].append(taken)
    medians = {
        name: tuple(statistics.median(kind) for kind in zip(*taken, strict=True))
        for name, taken in times.items()
    }
    ours = medians["lostphone"]
    for name, (wall_ms, processor_ms) in medians.items():
        ratio = f"{ours[0] / wall_ms:.2f} wall, {ours[1] / processor_ms:.2f} processor"
        print(f"{definitions:11}  {name:12} {wall_ms:6.0f} ms {processor_ms:6.0f} ms  {ratio:>24}")


if __name__ == "__main__":
    main()
