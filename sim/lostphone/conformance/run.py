"""A conformance run: a plan and a client in, a report out.

>>> from lostphone.conformance.plan import make_plan
>>> report = run(make_plan("core@1", names=("code.leading-zeros",)), "reference")
>>> report.fine, list(report.counts)
(True, ['pass'])
>>> run(make_plan("core@1", names=("code.leading-zeros",)), "mutant:no-padding").fine
False
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import lostphone
from lostphone.client.sources import client_source, in_this_process
from lostphone.client.transport.limits import Limits
from lostphone.conformance.plan import ConformancePlan
from lostphone.conformance.report import Report
from lostphone.conformance.verdict import judge
from lostphone.conformance.workers import Done, Job, play_here, play_in_processes

if TYPE_CHECKING:
    from lostphone.client.port import ClientInfo
    from lostphone.client.resolve import ClientSource
    from lostphone.conformance.attempt import Attempt


def run(
    plan: ConformancePlan,
    spec: str,
    *,
    seed: int = 0,
    workers: int = 1,
    limits: Limits | None = None,
    done: Done = lambda _number, _attempt: None,
) -> Report:
    """Play the plan on the client that `spec` names; BadClient or NotStarted if there is none.

    `done` hears of each scenario as it ends, in no certain order when there are several workers.
    """
    job = Job(spec, seed, plan.lang, limits or Limits())
    if workers > 1 or in_this_process(spec):
        info, attempts = play_in_processes(job, plan.cases, workers, done)
    else:
        info, attempts = play_here(client_source(spec, job.limits), job, plan.cases, done)
    return _report(plan, job, info, attempts)


def run_here(
    plan: ConformancePlan, source: ClientSource, *, seed: int = 0, done: Done = lambda _n, _a: None
) -> Report:
    """The same for clients that are at hand, in this process and under a frozen clock; `source` is closed."""
    job = Job(source.spec, seed, plan.lang, Limits())
    info, attempts = play_here(source, job, plan.cases, done, freeze=True)
    return _report(plan, job, info, attempts)


def _report(plan: ConformancePlan, job: Job, info: ClientInfo | None, attempts: list[Attempt]) -> Report:
    return Report(
        spec=job.spec,
        info=info,
        suite=lostphone.__version__,
        sets=tuple(one.id for one in plan.sets),
        seed=job.seed,
        lang=plan.lang,
        complete=plan.complete,
        cases=plan.cases,
        attempts=tuple(attempts),
        rows=tuple(judge(plan.cases, attempts)),
    )
