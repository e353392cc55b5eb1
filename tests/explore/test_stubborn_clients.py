"""Somebody's Python client that never returns is a finding; one that takes its process along is blamed for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lostphone.cli import main
from lostphone.client import alarm
from lostphone.client.transport.limits import Limits
from lostphone.explore import sweep

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
    monkeypatch.setattr(sweep, "Limits", lambda **_: Limits(call_ms=100))
    monkeypatch.setattr(alarm, "_KNOWN_MS", 40)
    typed = ["explore", "--client", "py:stubborn_clients:Sleeper", "--runs", "1", "--seed", "1"]
    assert main([*typed, "--format", "json"]) == 1
    [found] = json.loads(capsys.readouterr().out)["findings"]
    assert found["rule"] == "app.answers"
    assert "did not return from Sleeper.wait_for_the_cloud (stubborn_clients.py:" in found["message"]
    assert found["steps"] <= 2


@pytest.mark.usefixtures("here")
def test_one_that_ends_its_process_is_blamed_for_it(capsys: pytest.CaptureFixture[str]) -> None:
    """And waits for processes end, though the clock of this one stands still."""
    typed = ["explore", "--client", "py:stubborn_clients:Exits", "--runs", "8", "--seed", "1"]
    assert main([*typed, "--jobs", "2"]) == 1
    said = capsys.readouterr().err
    assert "the client ended the process it ran in" in said
    assert "--client 'cmd:python -m lostphone.client.serve py:stubborn_clients:Exits'" in said
