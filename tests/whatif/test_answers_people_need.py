"""Small questions of people who lost a phone, one a folder of `tests/cases`: each gets the right answer."""

import json
from pathlib import Path
from typing import Any

import pytest

from lostphone.cli import main

CASES = Path(__file__).parents[1] / "cases"


def ask(case: str, capsys: pytest.CaptureFixture[str], *arguments: str, file: str = "accounts.txt") -> Any:
    """The answer as JSON, and as text in both languages on single lines."""
    command = ["whatif", str(CASES / case / file), *arguments]
    assert main([*command, "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    texts = []
    for lang in ("en", "ja"):
        assert main([*command, "--lang", lang]) == 0
        texts.append(" ".join(capsys.readouterr().out.split()))
    return answer, *texts


def test_drive_was_off_and_the_sources_disagree_about_it(capsys) -> None:
    """a03: the page of today lists iCloud Drive (A28), that of mid-2025 did not (A14, A15)."""
    loss = ["--phone", "ios", "--lost", "2026-05-25", "--new", "ios", "--off", "icloud-drive"]
    answer, english, japanese = ask("a03-icloud-drive-off", capsys, *loss)
    [account] = answer["accounts"]
    assert account["outcome"] == "back"
    [other] = account["open_questions"]
    assert [asked["id"] for asked in other["questions"]] == ["Q02"]
    assert other["outcome"] == "lost"
    assert "iCloud Drive" in other["questions"][0]["other"]["meaning"]
    assert "iCloud Drive" in other["before"]
    for side in ("usual", "other"):
        assert all(url.startswith("https://") for url in other["questions"][0][side]["sources"])
        assert other["questions"][0][side]["sources"]
    for told in (english, japanese):
        assert "Q02" in told
        assert (
            "https://support.microsoft.com/en-us/account-billing/bb939936-7a8d-4e88-bc43-49bc1a700a40" in told
        )


def test_with_everything_on_nothing_is_disputed_but_the_setting_is_named(capsys) -> None:
    loss = ["--phone", "ios", "--lost", "2026-05-25", "--new", "ios"]
    answer, english, _ = ask("a03-icloud-drive-off", capsys, *loss)
    assert answer["accounts"][0]["open_questions"] == []
    assert "iCloud Drive (sources disagree: Q02)" in english


def test_codes_that_the_real_app_is_reported_to_get_wrong_are_no_promise(capsys) -> None:
    """a10: SHA-512, eight digits, a period of a minute; the ordinary account is undisputed."""
    loss = ["--phone", "ios", "--lost", "2026-11-01", "--new", "ios"]
    answer, english, japanese = ask("a10-settings-the-real-app-ignores", capsys, *loss)
    disputed = {account["name"]: account["open_questions"] for account in answer["accounts"]}
    assert disputed["GitHub (mika)"] == []
    for name in ("Bank (mika)", "Tax (mika)", "Forum (mika)"):
        [other] = disputed[name]
        assert [asked["id"] for asked in other["questions"]] == ["Q20"]
        assert other["outcome"] == "lost"
    assert "Q20" in english
    assert "Q20" in japanese


def test_the_answer_names_its_app_first(capsys) -> None:
    """a12: a user of Google Authenticator or Aegis must not believe it."""
    loss = ["--phone", "ios", "--lost", "2026-11-01", "--new", "ios"]
    answer, english, japanese = ask("a12-which-app", capsys, *loss)
    assert answer["app"] == "Microsoft Authenticator"
    assert english.startswith("This answer is about Microsoft Authenticator.")
    assert japanese.startswith("この答えはMicrosoft Authenticator")


def test_a_list_of_another_app_is_told_from_which(capsys) -> None:
    loss = ["--phone", "android", "--lost", "2026-11-01", "--new", "android"]
    answer, english, japanese = ask("b04-aegis-plain", capsys, *loss, file="aegis.json")
    assert answer["came_from"] == "Aegis"
    assert "The list comes from Aegis; its own backup works differently." in english
    assert "Aegis" in japanese


def test_after_the_loss_the_answer_is_what_can_be_done_now(capsys) -> None:
    """a13: the phone is in a river; nobody can switch anything on."""
    loss = ["--phone", "ios", "--lost", "2025-11-14", "--new", "ios", "--off", "keychain"]
    answer, english, _ = ask("a13-after-the-fact", capsys, *loss)
    site, work = answer["accounts"]
    assert [site["outcome"], work["outcome"]] == ["lost", "lost"]
    assert "the site’s own recovery" in site["now"]
    assert "Temporary Access Pass" in work["now"]
    for account in (site, work):
        assert "witch on" not in account["now"]
        assert "iCloud Keychain" in account["before"]
    assert "today" not in english.lower()
    now, before = english.split("Before it happens again, or if the phone is still there:")
    assert "Switch on" not in now
    assert "Switch on iCloud Keychain" in before
    assert "if it turns up" in now


def test_after_the_loss_what_else_is_there_counts(capsys) -> None:
    """a13: the old phone at hand, other proofs, a setting that is not known."""
    loss = ["--phone", "ios", "--lost", "2025-11-14", "--new", "ios"]
    answer, _, _ = ask("a13-after-the-fact", capsys, *loss, "--off", "keychain", "--kept")
    assert all("old phone" in account["now"] for account in answer["accounts"])
    answer, _, _ = ask("a13-after-the-fact", capsys, *loss, "--off", "keychain", "--proof", "sms")
    assert "text message" in answer["accounts"][1]["now"]
    answer, english, _ = ask("a13-after-the-fact", capsys, *loss, "--unknown", "keychain")
    assert [account["outcome"] for account in answer["accounts"]] == ["depends", "depends"]
    assert "with iCloud Keychain on: comes back; otherwise: lost" in english


def test_a_name_and_a_work_account_are_answered_with_assumptions(monkeypatch, capsys) -> None:
    import io
    import sys

    typed = b"GitHub\nwork mika@contoso.com\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed)))
    assert main(["whatif", "-", "--phone", "android", "--lost", "2026-11-30", "--new", "android"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert told.startswith("This answer is about Microsoft Authenticator.")
    assert "Assumed: every setting on" in told
    assert "GitHub one-time password comes back" in told
    assert "is after" not in told
