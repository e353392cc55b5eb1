"""For the tests of whoever builds an authenticator: the whole suite in three lines.

    from lostphone.testing import check_client

    def test_conforms():
        check_client(MyClient, require="core")

or, with the fixture that the pytest plugin brings along, `lostphone_client_check(MyClient)`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from lostphone.client.alarm import Alarm
from lostphone.client.guarded import GuardedClient
from lostphone.client.port import Client, HarnessFault
from lostphone.client.resolve import ClientSource, FreshClients
from lostphone.client.sources import client_source
from lostphone.client.transport.limits import Limits
from lostphone.conformance.expected import read_expected
from lostphone.conformance.plan import make_plan
from lostphone.conformance.report import Report
from lostphone.conformance.run import run_here
from lostphone.conformance.summary import text

__all__ = ["DoesNotConform", "check_client"]


class DoesNotConform(AssertionError):
    """The client breaks a promise. Its text is the summary; `report` has every verdict."""

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        return f"\n{text(self.report)}"


def check_client(
    make_client: Callable[[], Any] | str,
    require: str = "core",
    *,
    expected: str | Path | None = None,
    only: Sequence[str] | str = (),
    lang: str = "en",
    seed: int = 0,
) -> Report:
    """Play requirement sets on a client; DoesNotConform if it breaks what it promises, else the report.

    `make_client` gives a fresh client for each scenario: a class, or anything that can be called, whose
    result has `initialize`, `provision` and `call`; or it is a name as `--client` takes it, such as
    "cmd:node my_client.mjs". `require` names requirement sets, `expected` a list of failures that are
    expected, `only` scenarios or rules. It runs in this process, under a frozen clock.

    ValueError for a set, list, scenario or client that does not exist; HarnessFault if Lostphone is at fault.
    """
    plan = make_plan(require, lang, names=(only,) if isinstance(only, str) else only)
    report = run_here(plan, _source(make_client), seed=seed)
    if expected is not None:
        path = Path(expected)
        report = report.expecting(read_expected(path.read_text("utf-8"), str(path)))
    if report.harness_at_fault:
        raise HarnessFault(text(report))
    if not report.fine:
        raise DoesNotConform(report)
    return report


def _source(make_client: Callable[[], Any] | str) -> ClientSource:
    if isinstance(make_client, str):
        return client_source(make_client)

    alarm = Alarm(Limits())

    def guarded() -> Client:
        return GuardedClient(make_client, alarm)

    place = f"{getattr(make_client, '__module__', '')}:{getattr(make_client, '__qualname__', '')}"
    return FreshClients(f"py:{place}", guarded)
