"""`lostphone explore`: play random histories on a client, and tell the shortest story that breaks it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

if TYPE_CHECKING:
    from lostphone.explore.search import Progress

_YEAR_MS = 31_556_952_000
_SECONDS = 60.0


def explore(
    *,
    client: str = "reference",
    seconds: float | None = None,
    runs: int | None = None,
    seed: int | None = None,
    faults: str = "all",
    jobs: Annotated[int, Parameter(name=["--jobs", "-n"])] = 1,
    format: Annotated[Literal["text", "json"], Parameter(name="--format")] = "text",
    out: Path = Path("found"),
    resume: bool = False,
    why: Path | None = None,
) -> int:
    """Play random histories with faults, and tell the shortest story of each promise that breaks.

    Parameters
    ----------
    client
        Whose authenticator is tried: cmd:PROGRAM, py:MODULE:CLASS, tcp:HOST:PORT, reference, null,
        mutant:NAME or adapter:NAME.
    seconds
        How long to go on; a minute unless --runs is given.
    runs
        How many histories to play; the same number finds the same everywhere.
    seed
        What the histories are drawn from; drawn itself, and printed, unless given.
    faults
        Which kinds of faults there may be: all, none, or names with commas (--faults network,crashes).
    jobs
        How many processes play.
    format
        text for people, json for programs.
    out
        The folder that the findings are written to.
    resume
        Go on with the search whose state is in that folder, as it was begun.
    why
        Do not search: say of this finding (a .story file) at which step it became likely, and inevitable.
    """
    from lostphone.cli.console import err
    from lostphone.cli.guest import check_client
    from lostphone.cli.usage import UsageError
    from lostphone.client.transport.child import NotStarted
    from lostphone.explore.search import CannotGoOn, earlier, search

    if why is not None:
        from lostphone.cli.reasons import tell_reasons

        return tell_reasons(why)
    if jobs < 1:
        raise UsageError(f"--jobs takes a number from 1, not {jobs}")
    if (seconds is not None and seconds <= 0) or (runs is not None and runs < 1):
        raise UsageError("--seconds and --runs take numbers above zero")
    if resume:
        try:
            progress = earlier(out)
        except CannotGoOn as reason:
            raise UsageError(f"--resume: {reason}") from None
    else:
        progress = _beginning(client, seed, faults)
    check_client(progress.plan.client)
    if progress.plan.client.startswith("tcp:"):
        jobs = 1
    until = None if runs is None else progress.runs + runs
    limit = _SECONDS if seconds is None and runs is None else seconds
    ticker = _Ticker(progress)
    interrupted = False
    if format == "text":
        err().print(f"seed {progress.plan.seed}, client {progress.plan.client}", markup=False)
    try:
        search(
            progress,
            out,
            jobs=jobs,
            until_run=until,
            seconds=limit,
            tell=ticker.tell,
            tell_tries=ticker.tell_tries,
        )
    except KeyboardInterrupt:
        interrupted = True
    except NotStarted as error:
        raise UsageError(f"--client: {error}") from None
    except OSError as error:
        if error.filename is None or not str(error.filename).startswith(str(out)):
            raise
        raise UsageError(f"{error.filename} cannot be written: {error.strerror}") from None
    finally:
        ticker.clear()
    if format == "json":
        _print_json(progress)
    else:
        _print_text(progress, out, ticker, interrupted)
    return _code(progress)


def _beginning(client: str, seed: int | None, faults: str) -> Progress:
    """A search from its first run on; UsageError for faults that there are not."""
    import secrets

    from lostphone.cli.usage import UsageError
    from lostphone.explore.exploration import FAULTS
    from lostphone.explore.search import Progress
    from lostphone.explore.sweep import Plan

    named = {"all": FAULTS, "none": ()}.get(faults, tuple(name.strip() for name in faults.split(",")))
    for name in named:
        if name not in FAULTS:
            raise UsageError(f"--faults: there is no kind '{name}'; there are: {', '.join(FAULTS)}")
    drawn = secrets.randbelow(10**9) if seed is None else seed
    chosen = tuple(name for name in FAULTS if name in named)
    return Progress(Plan(client, drawn, chosen), marks={}, findings=[])


def _code(progress: Progress) -> int:
    """1 for findings; 3 where a client of ours acted differently the second time."""
    from lostphone.explore.sweep import is_ours

    if progress.diverged and is_ours(progress.plan.client):
        return 3
    return 1 if progress.failed else 0


class _Ticker:
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


def _print_json(progress: Progress) -> None:
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


def _print_text(progress: Progress, out: Path, ticker: _Ticker, interrupted: bool) -> None:
    from rich.text import Text

    from lostphone.cli.console import out as console_of
    from lostphone.explore.marks import ENOUGH_RUNS
    from lostphone.rules import Catalogue

    console = console_of()
    console.print(_counts(progress, ticker.rate(progress)), markup=False, soft_wrap=True)
    console.print(_verdicts(progress), markup=False, soft_wrap=True)
    for one in progress.findings:
        rule = Catalogue.load().rules.get(one.rule)
        console.print()
        console.print(Text(one.rule if rule is None else rule.statement("en"), style="bold red"))
        lines = [one.message, f"{one.steps} steps: {one.feature or one.story}", f"  {one.command}"]
        for line in lines:
            console.print(line, markup=False, highlight=False, soft_wrap=True)
    large = progress.runs >= ENOUGH_RUNS
    weight = "a finding" if large else f"a finding only from {ENOUGH_RUNS:,} runs on"
    for what, missed in (("never came up", progress.missing), ("never decided", progress.unjudged)):
        if missed:
            console.print()
            console.print(f"{what} ({weight}): {', '.join(missed)}", markup=False, soft_wrap=True)
    if progress.diverged:
        console.print(f"not the same twice: {progress.diverged}", markup=False, soft_wrap=True)
    if interrupted:
        console.print(f"stopped; to go on: lostphone explore --resume --out {out}", markup=False)
    if not progress.findings:
        console.print(Text("nothing found", style="bold green"))
