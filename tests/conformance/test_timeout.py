"""`--timeout` bounds the start of a client too: one that hangs there is soon told of, and three times at most."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from lostphone.cli import main

HANGS = """
import pathlib, time
with open("starts", "a") as starts:
    starts.write("x")
time.sleep(600)
"""


@pytest.mark.parametrize("scheme", ["cmd", "py"])
def test_a_client_that_hangs_at_its_start_is_not_waited_for_longer(
    scheme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sleeper.py").write_text(HANGS)
    monkeypatch.chdir(tmp_path)
    client = {"cmd": f"cmd:{sys.executable} sleeper.py", "py": "py:sleeper:Client"}[scheme]
    words = ["conformance", "--client", client, "--require", "core", "code.digits", "code.period"]
    assert main([*words, "--timeout", "1.5"]) == 1
    assert "the client gave no answer within 1.5 s" in capsys.readouterr().out
    assert len((tmp_path / "starts").read_text()) == 3
