"""`lostphone explore`: play random histories on a client, and tell the shortest story that breaks it."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

if TYPE_CHECKING:
    from lostphone.explore.search import SearchProgress
    from lostphone.explore.sweep import SweepPlan

_SECONDS = 60.0


def explore(
    *,
    client: str | None = None,
    seconds: float | None = None,
    runs: int | None = None,
    seed: int | None = None,
    faults: str | None = None,
    require: str | None = None,
    jobs: Annotated[int, Parameter(name=["--jobs", "-n"])] = 1,
    lang: Literal["en", "ja"] = "en",
    format: Annotated[Literal["text", "json"], Parameter(name="--format")] = "text",
    out: Path = Path("found"),
    resume: bool = False,
    why: Path | None = None,
    timeout: float | None = None,
) -> int:
    """Play random histories with faults, and tell the shortest story of each promise that breaks.

    Parameters
    ----------
    client
        Whose authenticator is tried: cmd:PROGRAM, py:MODULE:CLASS, tcp:HOST:PORT, reference (unless given),
        null, mutant:NAME or adapter:NAME.
    seconds
        How long to go on; a minute unless --runs is given.
    runs
        How many histories to play; the same number finds the same everywhere.
    seed
        What the histories are drawn from; drawn itself, and printed, unless given.
    faults
        Which kinds of faults there may be: all (unless given), none, or names with commas
        (--faults network,crashes).
    require
        The requirement sets whose promises the client owes, core,microsoft unless given: core is what any
        authenticator does.
    jobs
        How many processes play.
    lang
        The language of the answer; findings are written in both.
    format
        text for people, json for programs.
    out
        The folder that the findings are written to.
    resume
        Go on with the search whose state is in that folder, as it was begun.
    why
        Do not search: say of this finding (a .story file) at which step it became likely, and inevitable, on
        the client that it was found on or on the one that --client names.
    timeout
        Seconds that the client may take to start, and for each answer.
    """
    from lostphone.base.interrupts import ignored
    from lostphone.cli import INTERRUPTED, TERMINATED, Terminated
    from lostphone.cli.client_options import check_client
    from lostphone.cli.console import err
    from lostphone.cli.explore_report import Ticker, print_json, print_text
    from lostphone.cli.named_client import client_of_file
    from lostphone.cli.usage import UsageError
    from lostphone.cli.waived import waived_by
    from lostphone.client.transport.child import NotStarted
    from lostphone.explore.report import Lost
    from lostphone.explore.search import STATE, CannotGoOn, SearchProgress, earlier, search
    from lostphone.explore.sweep import ClientGone
    from lostphone.requirements import EVERY_SET

    if why is not None:
        from lostphone.cli.explore_why import tell_reasons

        given = any(one is not None for one in (seconds, runs, seed, faults, timeout))
        if given or resume or jobs != 1 or format != "text":
            raise UsageError.of("why-alone")
        return tell_reasons(why, waived_by(require or EVERY_SET), client, lang)
    if jobs < 1:
        raise UsageError.of("from-one", option="--jobs", given=jobs)
    if seconds is not None and not 0 < seconds < math.inf:
        raise UsageError.of("no-seconds", option="--seconds", given=f"{seconds:g}")
    if runs is not None and runs < 1:
        raise UsageError.of("from-one", option="--runs", given=runs)
    if resume:
        try:
            progress = earlier(out)
        except CannotGoOn as reason:
            raise UsageError(f"--resume: {reason}") from None
        client_of_file(client, progress.plan.client, out / STATE, lang)
        _check_same(progress.plan, client, seed, faults, require, timeout)
    else:
        progress = SearchProgress(_plan(client, seed, faults, require, timeout))
    check_client(progress.plan.client)
    if progress.plan.client.startswith("tcp:"):
        jobs = 1
    until = None if runs is None else progress.runs + runs
    limit = _SECONDS if seconds is None and runs is None else seconds
    if format == "text":
        err().print(f"seed {progress.plan.seed}, client {progress.plan.client}", markup=False, soft_wrap=True)
    ticker = Ticker(progress, lang)
    interrupted, unwritten = 0, ""
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
    except KeyboardInterrupt as stop:
        interrupted = TERMINATED if isinstance(stop, Terminated) else INTERRUPTED
    except NotStarted as error:
        raise UsageError(f"--client: {error}") from None
    except ClientGone:
        return _gone(progress)
    except Lost as reason:
        raise UsageError(f"--resume: {reason}") from None
    except OSError as error:
        if error.filename is None or not str(error.filename).startswith(str(out)):
            raise
        unwritten = f"{error.filename} cannot be written: {error.strerror}"
    finally:
        ticker.clear()
    with ignored():
        if format == "json":
            print_json(progress, bool(interrupted))
        elif progress.runs or not unwritten:
            print_text(progress, out, ticker.rate(progress), bool(interrupted), lang)
    if unwritten:
        raise UsageError(unwritten)
    return _code(progress) or interrupted


def _plan(
    client: str | None, seed: int | None, faults: str | None, require: str | None, timeout: float | None
) -> SweepPlan:
    """What a search is; UsageError for faults and sets that there are not."""
    import secrets

    from lostphone.cli.limit import limit_ms
    from lostphone.cli.waived import waived_by
    from lostphone.explore.sweep import SweepPlan
    from lostphone.requirements import EVERY_SET

    drawn = secrets.randbelow(10**9) if seed is None else seed
    waived_by(require or EVERY_SET)
    return SweepPlan(client or "reference", drawn, _kinds(faults), require or EVERY_SET, limit_ms(timeout))


def _kinds(faults: str | None) -> tuple[str, ...]:
    """What --faults names, in the order in which they are drawn."""
    from lostphone.base.suggest import nearest
    from lostphone.cli.usage import UsageError
    from lostphone.explore.exploration import FAULTS

    typed = "all" if faults is None else faults
    named = {"all": FAULTS, "none": ()}.get(typed, tuple(name.strip() for name in typed.split(",")))
    for name in named:
        if name in ("all", "none", ""):
            raise UsageError.of("faults-form", names=",".join(FAULTS), given=typed)
        if name not in FAULTS:
            near = nearest(name, FAULTS)
            key = "no-fault-near" if near else "no-fault"
            raise UsageError.of(key, name=name, near=near or "", names=", ".join(FAULTS))
    return tuple(name for name in FAULTS if name in named)


def _check_same(
    plan: SweepPlan,
    client: str | None,
    seed: int | None,
    faults: str | None,
    require: str | None,
    timeout: float | None,
) -> None:
    """UsageError if a search that goes on is asked to be another than it was."""
    from lostphone.cli.named_client import as_typed
    from lostphone.cli.usage import UsageError
    from lostphone.client.sources import is_ours

    asked = _plan(client or plan.client, plan.seed if seed is None else seed, faults, require, timeout)
    given = (
        ("client", client, plan.client, asked.client),
        ("seed", seed, plan.seed, asked.seed),
        ("faults", faults, ",".join(plan.faults) or "none", ",".join(asked.faults) or "none"),
        (
            "require",
            require,
            ",".join(sorted(plan.require.split(","))),
            ",".join(sorted(asked.require.split(","))),
        ),
        ("timeout", timeout, _seconds(plan), _seconds(asked)),
    )
    for name, typed, was, wanted in given:
        if typed is not None and was != wanted:
            # A client that a file may not start has to be typed, and as it was.
            must = name == "client" and not is_ours(plan.client)
            instead = "type that instead of" if must else "leave out"
            raise UsageError(
                f"--resume goes on with the search as it was begun, with --{name} {as_typed(str(was))}: "
                f"{instead} --{name} {as_typed(str(wanted))}, or begin another without --resume"
            )


def _seconds(plan: SweepPlan) -> str:
    return f"{plan.limits.call_ms / 1000:g}"


def _gone(progress: SearchProgress) -> int:
    """The client is at fault, and nobody is left who could say in which story."""
    from lostphone.cli.console import err

    served = f"cmd:python -m lostphone.client.serve {progress.plan.client}"
    err().print(
        "lostphone: the client ended the process it ran in; played as a program of its own it is told like "
        f"any other finding: --client '{served}'",
        markup=False,
        highlight=False,
        soft_wrap=True,
    )
    return 1


def _code(progress: SearchProgress) -> int:
    """1 for findings; 3 where a client of ours acted differently the second time."""
    from lostphone.client.sources import is_ours

    if progress.diverged and is_ours(progress.plan.client):
        return 3
    return 1 if progress.failed else 0
