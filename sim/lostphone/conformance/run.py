"""A conformance run: a plan and a client in, a report out.

>>> from lostphone.conformance.plan import make_plan
>>> report = run(make_plan("core@1", names=("code.leading-zeros",)), "reference")
>>> report.fine, list(report.counts)
(True, ['pass'])
>>> run(make_plan("core@1", names=("code.leading-zeros",)), "mutant:no-padding").fine
False
"""

from __future__ import annotations

import lostphone
from lostphone.client.transport.limits import Limits
from lostphone.conformance.plan import Plan
from lostphone.conformance.report import Report
from lostphone.conformance.sources import in_this_process
from lostphone.conformance.verdict import judge
from lostphone.conformance.workers import Done, Job, play_here, play_in_processes


def run(
    plan: Plan,
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
        info, attempts = play_here(job, plan.cases, done)
    return Report(
        spec=spec,
        info=info,
        suite=lostphone.__version__,
        sets=tuple(one.id for one in plan.sets),
        seed=seed,
        lang=plan.lang,
        complete=plan.complete,
        cases=plan.cases,
        attempts=tuple(attempts),
        rows=tuple(judge(plan.cases, attempts)),
    )
