"""Somebody's Python client that never returns is a finding; one that takes its process along is blamed for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lostphone.cli import main
from lostphone.client import alarm
from lostphone.client.port import ClientBroke
from lostphone.explore import sweep
from lostphone.explore.report import minimised
from lostphone.explore.session import breaking
from lostphone.explore.sweep import Players, SweepFailure, SweepPlan
from lostphone.stories.actions.accounts import LookAtAccounts
from lostphone.stories.actions.phones import GivePhone
from lostphone.stories.recipe import Recipe

STUBBORN = """
import os, time
from lostphone.client.port import ListAccounts
from lostphone.client.reference import ReferenceClient

class Sleeper(ReferenceClient):
    def call(self, device_id, intent):
        if isinstance(intent, ListAccounts):
            self.wait_for_the_cloud()
        return super().call(device_id, intent)

    def wait_for_the_cloud(self):
        while True:
            time.sleep(0.01)

class Exits(ReferenceClient):
    def call(self, device_id, intent):
        os._exit(7)
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "stubborn_clients.py").write_text(STUBBORN)
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("here")
def test_one_that_never_returns_is_a_finding(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(alarm, "_KNOWN_MS", 40)
    typed = ["explore", "--client", "py:stubborn_clients:Sleeper", "--runs", "1", "--seed", "1"]
    assert main([*typed, "--format", "json", "--timeout", "0.1"]) == 1
    [found] = json.loads(capsys.readouterr().out)["findings"]
    assert found["rule"] == "app.answers"
    assert "did not return from Sleeper.wait_for_the_cloud (stubborn_clients.py:" in found["message"]
    assert found["steps"] <= 2


WAITS = """
import threading
from lostphone.client.port import ListAccounts
from lostphone.client.reference import ReferenceClient

class Slow(ReferenceClient):
    def call(self, device_id, intent):
        if isinstance(intent, ListAccounts):
            threading.Event().wait({seconds})
        return super().call(device_id, intent)
"""


@pytest.mark.parametrize("lasts_s", [60, 0.3])
def test_a_hang_is_tried_in_haste_and_seen_with_all_the_time_there_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lasts_s: float
) -> None:
    """One that is merely slow in the tries is not taken for one that hangs."""
    name = f"slow_for_{lasts_s * 1000:.0f}_ms"
    (tmp_path / f"{name}.py").write_text(WAITS.format(seconds=lasts_s))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sweep, "HASTE_MS", 200)
    spec = f"py:{name}:Slow"
    plan = SweepPlan(spec, timeout_ms=1_000)
    asked: list[int] = []
    renew = Players._renew
    monkeypatch.setattr(
        Players, "_renew", lambda self, limits: asked.append(limits.call_ms) or renew(self, limits)
    )
    broke = breaking(ClientBroke("hang", "account/list on Mika's iPhone: the client did not return"))
    actions = (
        GivePhone("Mika's iPhone", "Mika", "ios"),
        LookAtAccounts("Mika's iPhone"),
        LookAtAccounts("Mika's iPhone"),
    )
    with Players(plan) as players:
        finding = minimised(
            SweepFailure(0, broke, Recipe(client=spec), actions), players, (), lambda _tries: None
        )
    assert asked == [200, 1_000]
    if lasts_s > 1:
        assert finding.actions != actions
        assert "did not return from Slow.call" in finding.judgement.told("en")
    else:
        assert finding.actions == actions


@pytest.mark.usefixtures("here")
def test_one_that_ends_its_process_is_blamed_for_it(capsys: pytest.CaptureFixture[str]) -> None:
    """And waits for processes end, though the clock of this one stands still."""
    typed = ["explore", "--client", "py:stubborn_clients:Exits", "--runs", "8", "--seed", "1"]
    assert main([*typed, "--jobs", "2"]) == 1
    said = capsys.readouterr().err
    assert "the client ended the process it ran in" in said
    assert "--client 'cmd:python -m lostphone.client.serve py:stubborn_clients:Exits'" in said
