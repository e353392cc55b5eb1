"""`lostphone whatif` as a person types it."""

import json
import re
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
        *("app", "about", "came_from", "lost", "phone", "new", "kept", "settings", "assumed", "warnings"),
        *("deciding_settings", "always", "accounts"),
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
        ([*LOSS, "--unknown", "keychian"], "did you mean keychain"),
        ([*LOSS, "--off", "keychain", "--unknown", "icloud-keychain"], "both name icloud-keychain"),
        ([*LOSS, "--off", "all", "--unknown", "all"], "both"),
        ([*LOSS, "--proof", "fax"], "sms, app-only"),
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


def test_the_app_and_what_is_assumed_come_first(accounts, capsys) -> None:
    assert main(["whatif", accounts(GOOD), *LOSS]) == 0
    told = capsys.readouterr().out
    assert told.startswith("This answer is about Microsoft Authenticator.")
    assert told.index("Assumed: every setting on") < told.index("GitHub")
    assert main(["whatif", accounts(GOOD), *LOSS, "--lang", "ja"]) == 0
    told = capsys.readouterr().out
    assert " ".join(told.split()).startswith("この答えはMicrosoft Authenticatorについて")
    assert "前提: 設定はすべてオン" in told


def test_what_is_not_known_makes_the_answer_depend_on_it(accounts, capsys) -> None:
    loss = ["--phone", "ios", "--lost", "2026-05-25", "--new", "ios", "--unknown", "keychain"]
    assert main(["whatif", accounts(GOOD), *loss, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["settings"]["icloud-keychain"] == "unknown"
    assert told["accounts"][0]["outcome"] == "depends"
    assert told["accounts"][0]["depends"] == {
        "best": "back",
        "worst": "lost",
        "settings": ["icloud-keychain"],
    }
    assert main(["whatif", accounts(GOOD), *loss]) == 0
    assert "with iCloud Keychain on: comes back; otherwise: lost" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("off", "unknown", "states"),
    [
        ("all", "", ["off"] * 4),
        ("", "all", ["unknown"] * 4),
        ("drive", "all", ["off", "unknown", "unknown", "unknown"]),
        ("all", "keychain", ["off", "unknown", "off", "off"]),
    ],
)
def test_all_settings_at_once(accounts, capsys, off: str, unknown: str, states: list[str]) -> None:
    loss = ["--phone", "ios", "--lost", "2026-05-25", "--new", "ios", "--off", off, "--unknown", unknown]
    assert main(["whatif", accounts(GOOD), *loss, "--format", "json"]) == 0
    assert list(json.loads(capsys.readouterr().out)["settings"].values()) == states


@pytest.mark.parametrize(
    ("lost", "warned"), [("2026-11-30", False), ("2026-12-01", True), ("2030-01-01", True)]
)
def test_a_day_after_the_last_fact_is_answered_with_a_warning(
    accounts, capsys, lost: str, warned: bool
) -> None:
    """Facts were read in November 2026."""
    loss = ["--phone", "ios", "--lost", lost, "--new", "ios"]
    assert main(["whatif", accounts(GOOD), *loss, "--format", "json"]) == 0
    assert bool(json.loads(capsys.readouterr().out)["warnings"]) == warned
    assert main(["whatif", accounts(GOOD), *loss]) == 0
    assert ("is after 2026-11-30" in capsys.readouterr().out.replace("\n", " ")) == warned


def test_the_settings_that_decide_are_listed_with_the_disputed_one(accounts, capsys) -> None:
    loss = ["--phone", "ios", "--lost", "2026-05-25", "--new", "ios"]
    assert main(["whatif", accounts(GOOD), *loss, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)["deciding_settings"]
    assert {one["name"]: one["answers"] for one in told} == {
        "icloud-drive": {"Q02": "current-page"},
        "icloud-keychain": {},
        "icloud-backup": {},
        "app-toggle": {},
    }


def test_proofs_and_a_phone_that_is_kept_open_other_ways_back(accounts, capsys) -> None:
    loss = ["--phone", "ios", "--lost", "2026-05-25", "--new", "ios", "--format", "json"]
    ways = []
    for more in ([], ["--proof", "sms"], ["--kept"]):
        assert main(["whatif", accounts("work a@b.example\n"), *loss, *more]) == 0
        ways.append(json.loads(capsys.readouterr().out)["accounts"][0]["now"])
    assert "Temporary Access Pass" in ways[0]
    assert "text message" in ways[1]
    assert "old phone" in ways[2]


def test_many_accounts_are_answered_without_more_plays(accounts, capsys, monkeypatch) -> None:
    from lostphone.whatif import player

    played: list[int] = []
    real = player.play_to_the_end
    monkeypatch.setattr(
        player, "play_to_the_end", lambda own, *a, **more: played.append(len(own)) or real(own, *a, **more)
    )
    counts = []
    for number in (1, 2000):
        text = "".join(f"otpauth://totp/Shop {n:02}?secret={SECRET}\n" for n in range(number))
        assert main(["whatif", accounts(text), *LOSS, "--off", "drive"]) == 0
        counts.append(len(played))
        played.clear()
        assert capsys.readouterr().out.count("one-time password") >= number
    assert counts[0] == counts[1] > 0


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_each_open_question_and_answer_is_told_once(accounts, capsys, lang: str) -> None:
    from lostphone.rules import Catalogue

    loss = ["--phone", "ios", "--lost", "2026-11-01", "--new", "ios", "--unknown", "all", "--lang", lang]
    assert main(["whatif", accounts("personal me@outlook.example\n"), *loss]) == 0
    told = "".join(capsys.readouterr().out.split())
    for id_ in ("Q01", "Q02"):
        question = Catalogue.load().open_question(id_)
        assert told.count("".join(question.question.read(lang).split())) == 1
        for name, answer in question.answers.items():
            assert told.count(f"“{name}”:" + "".join(answer.meaning.read(lang).split())) == 1
    together = "andQ02“message-center”" if lang == "en" else "とQ02“message-center”"
    assert told.count(f"Q01“message-center”{together}") == 1


def test_a_setting_beyond_the_answer_is_explained(accounts, capsys) -> None:
    """The announcement names the Keychain alone (A22); the names lie in the app's own iCloud data."""
    loss = ["--phone", "ios", "--lost", "2026-11-01", "--new", "ios", "--unknown", "all"]
    assert main(["whatif", accounts("work me@contoso.example\n"), *loss]) == 0
    told = " ".join(capsys.readouterr().out.split())
    _, _, after = told.partition("“message-center”: Being signed in to iCloud, and iCloud Keychain.")
    answer, _, _ = after.partition("another answer")
    assert ("Authenticator under Saved to iCloud" in answer) == ("iOS itself" in answer)
    assert "iOS itself" in answer


@pytest.mark.parametrize(
    ("lang", "revisions"),
    [("en", ("mid-2025", "after September 2025")), ("ja", ("2025年半ば", "2025年9月より後"))],
)
def test_two_revisions_of_one_page_are_told_apart(
    accounts, capsys, lang: str, revisions: tuple[str, str]
) -> None:
    """Q02: the page as it was in mid-2025 (A15), and as it is today (A28), at one address."""
    loss = ["--phone", "ios", "--lost", "2026-11-01", "--new", "ios", "--off", "drive", "--lang", lang]
    assert main(["whatif", accounts("site GitHub\n"), *loss]) == 0
    cited = [line for line in capsys.readouterr().out.splitlines() if "bb939936" in line]
    assert len(set(cited)) == 2
    for line, revision in zip(cited, revisions, strict=True):
        assert revision in line


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--lost", "yesterday"], "2025-08-15"),
        (["--lost", "2016-01-01"], "2018-02-01"),
        (["--off", "keychian"], "keychain"),
        (["--unknown", "xxxxxxxx"], "cloud-backup"),
        (["--off", "keychain", "--unknown", "icloud-keychain"], "icloud-keychain"),
        (["--off", "all", "--unknown", "all"], "--unknown"),
        (["--proof", "fax"], "app-only"),
        (["--phone", "android", "--off", "keychain"], "Android"),
    ],
)
def test_a_mistake_is_said_in_japanese(accounts, capsys, arguments: list[str], said: str) -> None:
    options = {"--phone": "ios", "--lost": "2025-11-01", "--new": "ios"}
    options |= dict(zip(arguments[::2], arguments[1::2], strict=True))
    typed = [word for option in options.items() for word in option]
    assert main(["whatif", accounts(GOOD), *typed, "--lang", "ja"]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert re.search("[ぁ-ん]", told)
    assert not re.search(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}", told)
