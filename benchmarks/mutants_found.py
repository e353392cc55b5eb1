"""Which of our faulty clients a search finds, in how many runs, and how long the story of each is.

    python benchmarks/mutants_found.py [SEED] [SECONDS] [JOBS]

Writes `docs/reference/explorer-mutants.md`. Each client is searched anew on one process, until its first
finding or until that process has worked for so many seconds; JOBS clients are searched at a time.
"""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.progress import track

from lostphone.client.mutants import Mutant, all_mutants
from lostphone.explore.search import ReportedFinding, SearchProgress, search
from lostphone.explore.sweep import SweepPlan
from lostphone.oracles.panel import ORACLES

TARGET = Path(__file__).resolve().parent.parent / "docs" / "reference" / "explorer-mutants.md"
#: The clock is looked at after so many runs.
SLICE_RUNS = 10
SHORT_STEPS = 8

PAGE = r"""# What a search finds

Every faulty client of ours, searched with `lostphone explore` until its first finding: each by itself, from
seed {seed}, on one process and for at most {seconds} seconds of that process's work. A row says by which
promise a client was found, in how many runs, and how many steps its story has: the lines that begin with
*Given*, *When*, *Then* or *And*. One fault may break several promises; a \* marks a promise that is not among
those for which the fault was planted.

**{found} of {clients} found, {about} of them by a promise that the fault is about; {short} of their stories
({percent} %) have at most {short_steps} steps.**

This page is made by `python benchmarks/mutants_found.py {seed} {seconds}`. For the story of a row, say
`lostphone explore --client mutant:NAME --seed {seed}`.

| faulty client | its fault | found by | runs | steps |
|---|---|---|---:|---:|
{rows}
## What was not found

| faulty client | its fault | why |
|---|---|---|
{missed}"""


def main(seed: int = 20261125, seconds: int = 60, jobs: int = 1) -> None:
    """Search every client and write the page."""
    clients = all_mutants()
    job = partial(hunt, seed=seed, seconds=seconds)
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        hunts = pool.imap(job, [mutant.id for mutant in clients])
        shown = track(hunts, "searching", len(clients), console=Console(stderr=True))
        progress = dict(zip(clients, shown, strict=True))
    TARGET.write_text(page(progress, seed, seconds), "utf-8")
    sys.stdout.write(f"{TARGET} written\n")


def hunt(client: str, seed: int, seconds: float) -> SearchProgress:
    """Search one client until its first finding, or for so many seconds of this process."""
    progress = SearchProgress(SweepPlan(f"mutant:{client}", seed))
    begun = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        while not progress.findings and time.process_time() - begun < seconds:
            search(progress, Path(folder), until_run=progress.runs + SLICE_RUNS, findings_max=1)
    return progress


def page(progress: dict[Mutant, SearchProgress], seed: int, seconds: int) -> str:
    """The whole page."""
    found = {mutant: one.findings[0] for mutant, one in progress.items() if one.findings}
    missed = {mutant: one.runs for mutant, one in progress.items() if not one.findings}
    short = sum(one.steps <= SHORT_STEPS for one in found.values())
    return PAGE.format(
        seed=seed,
        seconds=seconds,
        found=len(found),
        about=sum(one.rule in mutant.about for mutant, one in found.items()),
        clients=len(progress),
        short=short,
        percent=100 * short // max(len(found), 1),
        short_steps=SHORT_STEPS,
        rows="".join(_row(mutant, one) for mutant, one in found.items()),
        missed="".join(
            f"| {_client(mutant)} | {why_missed(mutant.about, runs)} |\n" for mutant, runs in missed.items()
        ),
    )


def _row(mutant: Mutant, found: ReportedFinding) -> str:
    other = "" if found.rule in mutant.about else " \\*"
    return f"| {_client(mutant)} | `{found.rule}`{other} | {found.run + 1} | {found.steps} |\n"


def _client(mutant: Mutant) -> str:
    return f"`{mutant.id}` | {mutant.fault}"


def why_missed(about: Sequence[str], runs: int) -> str:
    """What the promises say that the fault breaks: whether any oracle watches one of them."""
    watched = [rule for oracle in ORACLES for rule in oracle.rules]
    seen = [rule for rule in about if rule in watched]
    if not seen:
        return f"no oracle watches {_listed(about)}"
    return f"{_listed(seen)} did not break in {runs} runs"


def _listed(rules: Sequence[str]) -> str:
    return " or ".join(f"`{rule}`" for rule in rules)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
