"""What a client, a file or a report says in a hostile way is printed and written harmlessly, everywhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hostile_words import HOSTILE, SIGN

from lostphone.cli.console import LINE_LIMIT

HERE = Path(__file__).parent
CLIENTS = ("Names", "ManyRows", "Refuses", "Crashes", "BeginsBadly")
#: What Lostphone itself writes on a terminal: none here, for no output below is one.
INVISIBLE = "\u200b\u200c\u200e\u200f\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
#: Those whose hostile words every command has to show; of the others' some are never shown.
TALKATIVE = ("Names", "Crashes")
_COMMAND = re.compile(r"^\s*::|##\w*\[", re.MULTILINE)


def harmless(content: bytes, name: str) -> None:
    """AssertionError, with the place, for a character that acts, a command of a build server, a flood."""
    text = content.decode("utf-8")
    for match in _COMMAND.finditer(text):
        raise AssertionError(f"{name} begins a command: {text[match.start() :][:80]!a}")
    for place, char in enumerate(text):
        acts = unicodedata.category(char) in {"Cc", "Cs", "Co", "Zl", "Zp"} and char != "\n"
        if acts or char in INVISIBLE:
            raise AssertionError(f"{name} has {char!a}: {text[max(0, place - 60) : place + 20]!a}")
    # No message is longer than a line of ours may be; the client sends 100,000 of these.
    assert "x" * (LINE_LIMIT + 1) not in text, name
    # Of 10,000 rows no more than a few hundred are named, in however many messages.
    rows = re.findall(r"row \d{4}KILROY", text)
    assert len(set(rows)) < 500, name
    assert "\u0301" * 5 not in text


def lostphone(tmp_path: Path, *arguments: str, stdin: str = "") -> tuple[int, str]:
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
    assert "Traceback" not in done.stderr.decode()
    return done.returncode, (done.stdout + done.stderr).decode()


REPORTS = ("r.jsonl", "r.xml", "r.md", "r.badge.json", "r.json", "r.ndjson")


@pytest.mark.parametrize("client", CLIENTS)
def test_conformance_and_its_reports(tmp_path: Path, client: str) -> None:
    reports = [word for name in REPORTS for word in ("--report", name)]
    for shape in ("text", "json") if client == "Names" else ("text",):
        code, said = lostphone(
            tmp_path,
            *(
                "conformance",
                "--client",
                f"py:hostile_words:{client}",
                "--require",
                "core",
                "-k",
                "core.names.two-logins",
            ),
            *(*reports, "--format", shape),
        )
        assert code == 1
        assert SIGN in said or client not in TALKATIVE
    arrived = 0
    for name in REPORTS:
        content = (tmp_path / name).read_bytes()
        harmless(content, name)
        arrived += SIGN.encode() in content
    assert arrived >= 4 or client not in TALKATIVE


@pytest.mark.parametrize("client", CLIENTS)
def test_run_with_pytest_below_it(tmp_path: Path, client: str) -> None:
    spec = f"py:hostile_words:{client}"
    code, said = lostphone(
        tmp_path, "run", "--client", spec, "-k", "core.names.two-logins", "--junitxml", "j.xml"
    )
    assert code == 1
    assert SIGN in said or client not in TALKATIVE
    harmless((tmp_path / "j.xml").read_bytes(), "j.xml")
    # The short summary of pytest, and the messages that it writes for viewers.
    (tmp_path / "a.feature").write_text(
        "Feature: F\n  Scenario: S\n    Given Mika uses an Android phone\n"
        '    When Mika adds "A", "B" and "C" on the Android phone\n'
        '    Then Mika\'s Android phone has "A", "B" and "C" ready\n'
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
            f"--lostphone-client={spec}",
            "--lostphone-messages=m.ndjson",
        ],
        cwd=tmp_path,
        capture_output=True,
        timeout=300,
        check=False,
        env={**os.environ, "PYTHONPATH": str(HERE)},
    )
    assert done.returncode == 1, done.stdout.decode()
    assert SIGN in done.stdout.decode() or client not in TALKATIVE
    harmless(done.stdout + done.stderr, "pytest")
    harmless((tmp_path / "m.ndjson").read_bytes(), "m.ndjson")


@pytest.mark.parametrize("client", CLIENTS)
def test_tell_replay_and_inspect(tmp_path: Path, client: str) -> None:
    spec = f"py:hostile_words:{client}"
    for lang in ("en", "ja"):
        story = "core.names.two-logins"
        code, said = lostphone(tmp_path, "tell", story, "--client", spec, "--lang", lang, "--save", "a.story")
        assert SIGN in said or client not in TALKATIVE
        assert code in (0, 1) or client == "BeginsBadly"
    lostphone(tmp_path, "replay", "a.story", "--client", spec)
    typed = (
        "account/add uri=otpauth://totp/a:b?secret=JBSWY3DPEHPK3PXP\naccount/list\nscreen\n\x1b[2J \u202e\n"
    )
    _, said = lostphone(tmp_path, "inspect", "--client", spec, stdin=typed)
    assert SIGN in said


@pytest.mark.parametrize("client", ["Names", "Refuses", "Crashes"])
def test_explore_and_its_findings(tmp_path: Path, client: str) -> None:
    for shape in ("text", "json"):
        code, said = lostphone(
            tmp_path,
            *(
                "explore",
                "--client",
                f"py:hostile_words:{client}",
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
        assert SIGN in said or client not in TALKATIVE
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


def test_a_feature_with_hostile_names(tmp_path: Path) -> None:
    name = "\x1b[2J\x9b\u202egnp.exe\u200b\ue000 ::error::a ##[error]b"
    (tmp_path / "a.feature").write_text(
        f"Feature: {name}\n  {name}\n\n  Rule: {name}\n\n    @id:a.b @rule:{name.split()[0]}\n    Scenario: {name}\n"
        f'      Given Mika uses an Android phone\n      When Mika adds "{name}" on the Android phone\n'
        "      Then Mika's Android phone lists 7 accounts\n"
    )
    (tmp_path / "b.feature").write_text(f"Feature: {name}\n  Scenario: {name}\n    {name}\n")
    for words in (
        ("run",),
        ("run", "--format", "json"),
        ("lint",),
        ("tell", "a.feature:7", "--save", "a.story"),
    ):
        paths = () if words[0] == "tell" else ("a.feature", "b.feature")
        code, said = lostphone(tmp_path, *words, *paths)
        assert code in (1, 2), said
        assert "gnp.exe" in said
