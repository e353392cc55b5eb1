"""What a client, a file or a report says in a hostile way is printed and written harmlessly, everywhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hostile import HOSTILE, SIGN

HERE = Path(__file__).parent
CLIENTS = ("Names", "ManyRows", "Refuses", "Crashes", "BeginsBadly")
#: What Lostphone itself writes on a terminal: none here, for no output below is one.
_COMMAND = re.compile(r"^\s*::|##\w*\[", re.MULTILINE)


def harmless(content: bytes, name: str, line_limit: int = 25_000) -> None:
    """AssertionError, with the place, for a character that acts, a command of a build server, a flood."""
    text = content.decode("utf-8")
    for match in _COMMAND.finditer(text):
        raise AssertionError(f"{name} begins a command: {ascii(text[match.start() :][:80])}")
    for place, char in enumerate(text):
        acts = unicodedata.category(char) in {"Cc", "Cs", "Co", "Zl", "Zp"} and char != "\n"
        if (
            acts
            or char in "\u200b\u200c\u200e\u200f\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
        ):
            raise AssertionError(f"{name} has {char!a}: {ascii(text[max(0, place - 60) : place + 20])}")
    longest = max(text.split("\n"), key=len)
    assert len(longest) <= line_limit, f"{name}: a line of {len(longest)}: {longest[:80]}"
    assert "\u0301" * 5 not in text


def lostphone(tmp_path: Path, *arguments: str, stdin: str = "") -> tuple[int, bytes]:
    """The exit code, and everything that was said, looked at."""
    done = subprocess.run(
        [sys.executable, "-m", "lostphone", *arguments],
        cwd=tmp_path,
        input=stdin.encode(),
        capture_output=True,
        timeout=300,
        check=False,
        env={**os.environ, "PYTHONPATH": str(HERE), "COLUMNS": "200"},
    )
    harmless(done.stdout, "stdout")
    harmless(done.stderr, "stderr")
    assert done.returncode in (0, 1), done.stderr.decode()
    return done.returncode, done.stdout + done.stderr


REPORTS = ("r.jsonl", "r.xml", "r.md", "r.badge.json", "r.json", "r.ndjson")


@pytest.mark.parametrize("client", CLIENTS)
def test_conformance_and_its_reports(tmp_path: Path, client: str) -> None:
    reports = [word for name in REPORTS for word in ("--report", name)]
    for shape in ("text", "json"):
        code, said = lostphone(
            tmp_path,
            *("conformance", "--client", f"py:hostile:{client}", "--require", "core", "-k", "core.names"),
            *(*reports, "--format", shape),
        )
        assert code == 1
        assert SIGN in said.decode()
    arrived = 0
    for name in REPORTS:
        content = (tmp_path / name).read_bytes()
        # A document of Cucumber Messages holds feature files of ours on one line.
        harmless(content, name, 200_000 if name == "r.ndjson" else 25_000)
        arrived += SIGN.encode() in content
    assert arrived >= 4


@pytest.mark.parametrize("client", CLIENTS)
def test_run_with_pytest_below_it(tmp_path: Path, client: str) -> None:
    spec = f"py:hostile:{client}"
    code, said = lostphone(tmp_path, "run", "--client", spec, "-k", "core.names", "--junitxml", "j.xml")
    assert code == 1
    assert SIGN in said.decode()
    harmless((tmp_path / "j.xml").read_bytes(), "j.xml")
    # The short summary of pytest, and the messages that it writes for viewers.
    (tmp_path / "a.feature").write_text(
        'Feature: F\n  Scenario: S\n    Given Mika uses an iPhone\n    When Mika adds "GitHub" on the iPhone\n'
        '    Then the iPhone lists "GitHub"\n'
    )
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "no:cacheprovider",
            "-p",
            "no:xdist",
            "--lostphone",
            "-rA",
            "a.feature",
        ]
        + [f"--lostphone-client={spec}", "--lostphone-messages=m.ndjson"],
        cwd=tmp_path,
        capture_output=True,
        timeout=300,
        check=False,
        env={**os.environ, "PYTHONPATH": str(HERE)},
    )
    assert done.returncode == 1, done.stdout.decode()
    assert SIGN in done.stdout.decode()
    harmless(done.stdout + done.stderr, "pytest")
    harmless((tmp_path / "m.ndjson").read_bytes(), "m.ndjson")


@pytest.mark.parametrize("client", CLIENTS)
def test_tell_replay_and_inspect(tmp_path: Path, client: str) -> None:
    spec = f"py:hostile:{client}"
    for lang in ("en", "ja"):
        story = "core.names.two-logins"
        code, said = lostphone(tmp_path, "tell", story, "--client", spec, "--lang", lang, "--save", "a.story")
        assert SIGN in said.decode() or code == 0
    lostphone(tmp_path, "replay", "a.story", "--client", spec)
    typed = (
        "account/add uri=otpauth://totp/a:b?secret=JBSWY3DPEHPK3PXP\naccount/list\nscreen\n\x1b[2J \u202e\n"
    )
    _, said = lostphone(tmp_path, "inspect", "--client", spec, stdin=typed)
    assert SIGN in said.decode()


@pytest.mark.parametrize("client", ["Names", "Refuses", "Crashes"])
def test_explore_and_its_findings(tmp_path: Path, client: str) -> None:
    for shape in ("text", "json"):
        code, said = lostphone(
            tmp_path,
            *(
                "explore",
                "--client",
                f"py:hostile:{client}",
                "--runs",
                "2",
                "--seed",
                "1",
                "--faults",
                "none",
            ),
            *("--out", shape, "--format", shape),
        )
        assert code == 1
        assert SIGN in said.decode()
    for feature in tmp_path.glob("*/*.feature"):
        harmless(feature.read_bytes(), feature.name)


def test_names_of_files_and_words_on_the_command_line(tmp_path: Path) -> None:
    for arguments in (
        ("tell", HOSTILE.replace("\0", "")),
        ("replay", HOSTILE.replace("\0", "")),
        ("run", HOSTILE.replace("\0", "")),
        ("whatif", HOSTILE.replace("\0", ""), "--phone", "ios", "--lost", "2025-11-01", "--new", "ios"),
        ("conformance", "--client", HOSTILE.replace("\0", "")),
        ("new-client", "\x1b[2J\u202e/\n::error::a"),
        ("lint", "\x1b[2J\u202e\n::error::a"),
        ("explore", "--faults", "\x1b[2J\u202e\n::error::a"),
        ("\x1b[2J\u202e\n::error::a",),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "lostphone", *arguments],
            cwd=tmp_path,
            capture_output=True,
            timeout=100,
            check=False,
        )
        harmless(done.stdout + done.stderr, str(arguments[0]))
        assert done.returncode in (0, 2), (arguments, done.stderr)
