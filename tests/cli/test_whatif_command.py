"""`lostphone whatif` as a person types it."""

import json
from pathlib import Path

import pytest

from lostphone.cli import main

SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
GOOD = f"# mine\notpauth://totp/GitHub:mika?secret={SECRET}&issuer=GitHub\nwork mika@contoso.com\n"
LOSS = ["--phone", "ios", "--lost", "2025-11-01", "--new", "ios"]


@pytest.fixture
def accounts(tmp_path):
    def write(text: str) -> str:
        path = tmp_path / "accounts.txt"
        path.write_text(text, "utf-8")
        return str(path)

    return write


def test_json_is_what_a_program_expects(accounts, capsys) -> None:
    assert main(["whatif", accounts(GOOD), *LOSS, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert list(told) == [
        *("app", "about", "lost", "phone", "new", "kept", "settings", "assumed", "warnings"),
        *("deciding_settings", "accounts"),
    ]
    assert [list(account) for account in told["accounts"]] == [
        ["name", "kind", "outcome", "rules", "now", "before", "depends", "open_questions"]
    ] * 2
    assert [account["outcome"] for account in told["accounts"]] == ["back", "sign-in"]
    assert [account["kind"] for account in told["accounts"]] == ["third-party", "work"]


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_table_names_every_account_and_the_deciding_rule(accounts, capsys, lang: str) -> None:
    assert main(["whatif", accounts(GOOD), *LOSS, "--off", "keychain", "--lang", lang]) == 0
    told = capsys.readouterr().out
    assert "GitHub (mika)" in told
    assert "backup.ios2.gates" in told
    assert ("lost" if lang == "en" else "失われる") in told


def test_a_bad_line_is_one_message_and_the_rest_is_answered(accounts, capsys) -> None:
    bad = accounts(f"{GOOD}otpauth://totp/X?secret={SECRET}&digits=12\n")
    assert main(["whatif", bad, *LOSS, "--format", "json"]) == 2
    told = capsys.readouterr()
    assert "line 4" in told.err
    assert told.err.count("line 4") == 1
    assert len(json.loads(told.out)["accounts"]) == 2


def test_no_secret_is_printed(accounts, capsys) -> None:
    bad = accounts(f"{GOOD}otpauth://totp/X?secret={SECRET}&digits=12\notpauth://totp/Y?secret={SECRET}1\n")
    main(["whatif", bad, *LOSS])
    told = capsys.readouterr()
    assert SECRET not in told.out + told.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--phone", "ios", "--lost", "yesterday", "--new", "ios"], "2025-08-15"),
        (["--phone", "ios", "--lost", "2016-01-01", "--new", "ios"], "2018-02-01"),
        (["--phone", "nokia", "--lost", "2025-11-01", "--new", "ios"], "nokia"),
        ([*LOSS, "--off", "keychian"], "did you mean keychain"),
        (["--phone", "android", "--lost", "2025-11-01", "--new", "ios", "--off", "keychain"], "cloud-backup"),
        (["--phone", "ios", "--new", "ios"], "--lost"),
    ],
)
def test_a_mistake_is_said_in_one_line(accounts, capsys, arguments: list[str], said: str) -> None:
    assert main(["whatif", accounts(GOOD), *arguments]) == 2
    told = capsys.readouterr()
    assert said in told.err
    assert "Traceback" not in told.err
    assert told.out == ""


def test_files_that_are_none(accounts, capsys, tmp_path) -> None:
    assert main(["whatif", str(tmp_path / "none.txt"), *LOSS]) == 2
    assert "cannot be read" in capsys.readouterr().err
    assert main(["whatif", accounts("# nothing here\n"), *LOSS]) == 2
    assert "holds no account" in capsys.readouterr().err
    (tmp_path / "binary").write_bytes(b"work a@b.example\n\xff\xfe")
    assert main(["whatif", str(tmp_path / "binary"), *LOSS]) == 2
    told = capsys.readouterr()
    assert "line 2" in told.err
    assert "a@b.example" in told.out


def test_standard_input(monkeypatch, capsys) -> None:
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GOOD.encode())))
    assert main(["whatif", "-", *LOSS, "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["accounts"]) == 2


def test_a_narrow_encoding_and_a_full_disk_are_no_fault_of_ours(accounts) -> None:
    import os
    import subprocess
    import sys

    command = [sys.executable, "-m", "lostphone", "whatif", accounts("work 田中\n"), *LOSS]
    told = subprocess.run(
        command, env={**os.environ, "PYTHONIOENCODING": "ascii"}, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr
    assert "\\u7530" in told.stdout
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (told.returncode, "No space left" in told.stderr) == (2, True)
