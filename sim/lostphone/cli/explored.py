"""What `lostphone explore` says: how far it is, on a terminal, and what it found, for people and programs."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lostphone.explore.search import Found, Progress

_YEAR_MS = 31_556_952_000


class Ticker:
    """How far the search is, drawn over itself on a terminal and nowhere else."""

    def __init__(self, progress: Progress) -> None:
        from lostphone.client.transport.real_time import now_ms

        self._now_ms = now_ms
        self._began_ms = now_ms()
        self._actions_before = progress.actions
        self._terminal = sys.stderr if sys.stderr.isatty() else None
        self._told = "" if progress.runs == 0 else _counts(progress, 0)

    def rate(self, progress: Progress) -> int:
        """Actions a second, findings and their shrinking included."""
        return 1000 * (progress.actions - self._actions_before) // max(self._now_ms() - self._began_ms, 1)

    def tell(self, progress: Progress) -> None:
        self._told = _counts(progress, self.rate(progress))
        self._draw(self._told)

    def tell_tries(self, tries: int) -> None:
        """A story is being made shorter; a client in another process may take a minute over it."""
        if tries % 20 == 0:
            self._draw(f"{self._told}; making a story shorter, {tries} tries")

    def _draw(self, text: str) -> None:
        if self._terminal is not None:
            width = shutil.get_terminal_size().columns
            self._terminal.write(f"\r\x1b[K{text[: width - 1]}")
            self._terminal.flush()

    def clear(self) -> None:
        if self._terminal is not None:
            self._terminal.write("\r\x1b[K")
            self._terminal.flush()


def print_json(progress: Progress) -> None:
    """Nothing in it depends on the machine or the moment."""
    import msgspec

    found = [
        {
            "oracle": one.oracle,
            "rule": one.rule,
            "message": one.message,
            "run": one.run,
            "steps": one.steps,
            "feature": one.feature,
            "story": one.story,
        }
        for one in progress.findings
    ]
    report = {
        "client": progress.plan.client,
        "seed": progress.plan.seed,
        "runs": progress.runs,
        "actions": progress.actions,
        "never": list(progress.missing),
        "judged": progress.judged,
        "unjudged": list(progress.unjudged),
        "diverged": progress.diverged,
        "findings": found,
    }
    sys.stdout.write(msgspec.json.encode(report).decode() + "\n")


def print_text(progress: Progress, out: Path, rate: int, interrupted: bool) -> None:
    from rich.text import Text

    from lostphone.cli.console import out as console_of
    from lostphone.rules import Catalogue

    console = console_of()
    console.print(_counts(progress, rate), markup=False, soft_wrap=True)
    console.print(_verdicts(progress), markup=False, soft_wrap=True)
    for one in progress.findings:
        rule = Catalogue.load().rules.get(one.rule)
        console.print()
        console.print(Text(one.rule if rule is None else rule.statement("en"), style="bold red"))
        lines = [one.message, _where(one), f"  {one.command}"]
        for line in lines:
            console.print(line, markup=False, highlight=False, soft_wrap=True)
    for line in _missed(progress):
        console.print()
        console.print(line, markup=False, soft_wrap=True)
    if progress.diverged:
        console.print(f"not the same twice: {progress.diverged}", markup=False, soft_wrap=True)
    if interrupted:
        console.print(f"stopped; to go on: lostphone explore --resume --out {out}", markup=False)
    if not progress.findings:
        console.print(Text("nothing found", style="bold green"))


def _counts(progress: Progress, rate: int) -> str:
    met = len(progress.marks)
    return (
        f"{progress.runs:,} runs, {progress.actions:,} actions ({rate:,} a second), "
        f"{progress.simulated_ms / _YEAR_MS:,.0f} simulated years, {met} of {met + len(progress.missing)} "
        f"situations met, {len(progress.findings)} found"
    )


def _verdicts(progress: Progress) -> str:
    """How much the oracles could decide; the counts of each promise are in the JSON."""
    from lostphone.oracles.tally import totals

    whole = totals(progress.judged)
    return f"{whole.valid:,} verdicts valid, {whole.invalid:,} invalid, {whole.unknown:,} unknown"


def _where(found: Found) -> str:
    if not found.steps:
        return "before it was asked for anything; see what it says:"
    return f"{found.steps} steps: {found.feature or found.story}"


def _missed(progress: Progress) -> list[str]:
    """What never came up: by name in a large search, where that is a finding, and counted in a small one."""
    from lostphone.explore.marks import ENOUGH_RUNS

    missed = {"situations never came up": progress.missing, "promises were never decided": progress.unjudged}
    if not progress.actions or not any(missed.values()):
        return []
    if progress.runs >= ENOUGH_RUNS:
        return [f"{len(names)} {what}: {', '.join(names)}" for what, names in missed.items() if names]
    counted = " and ".join(f"{len(names)} {what}" for what, names in missed.items() if names)
    return [f"{counted}; that is a finding from {ENOUGH_RUNS:,} runs on (--format json names them)"]
