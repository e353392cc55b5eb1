"""What is found on a client that can do little is told as a promise that it owes, and fails when it is run."""

from __future__ import annotations

import shlex
from pathlib import Path

import msgspec
import pytest

from lostphone.cli import main


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        # All its accounts have one user name: that alone may be what it is confused by.
        ("Loses", "name.issuer-distinguishes"),
        ("Keeps", "app.list"),
        ("Doubles", "app.list"),
    ],
)
def test_what_is_found_fails_when_it_is_run(
    name: str, rule: str, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    client = f"py:modest_clients:{name}"
    typed = ["explore", "--client", client, "--runs", "60", "--seed", "3", "--require", "core"]
    assert main([*typed, "--out", str(tmp_path), "--format", "json"]) == 1
    findings = msgspec.json.decode(capfd.readouterr().out)["findings"]
    assert rule in [found["rule"] for found in findings]
    for found in findings:
        assert not found["rule"].startswith(("backup.", "restore."))
        for feature in found["features"].values():
            assert main(["run", feature, "--client", client]) == 1
            assert "0 passed, 1 failed" in capfd.readouterr().out


def test_who_was_too_slow_for_a_limit_is_so_again_within_that_limit(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    client = "py:modest_clients:Slow"
    typed = [
        "explore",
        "--client",
        client,
        "--runs",
        "1",
        "--seed",
        "3",
        "--require",
        "core",
        "--timeout",
        "0.2",
    ]
    assert main([*typed, "--out", str(tmp_path), "--format", "json"]) == 1
    [found] = msgspec.json.decode(capfd.readouterr().out)["findings"]
    assert found["command"].endswith(f"--client {client} --timeout 0.2")
    assert main(shlex.split(found["command"])[1:]) == 1
    assert "--client 'py:modest_clients:Slow' --timeout 0.2" in capfd.readouterr().out
    assert main(["run", found["feature"], "--client", client]) == 0
    capfd.readouterr()
    # A file starts nothing, so the client is typed; the limit is that of the file.
    assert main(["replay", found["story"], "--client", client]) == 1
    assert "it went otherwise" not in capfd.readouterr().out
