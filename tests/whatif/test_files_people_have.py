"""Small files as people have them, one a folder of `tests/cases`: each is answered with the right accounts."""

import json
from pathlib import Path

import pytest

from lostphone.cli import main

CASES = Path(__file__).parents[1] / "cases"
SITE = "third-party"

#: The accounts that each file holds, by kind and name.
ACCOUNTS = {
    "b01-apple-passwords-csv": [(SITE, "GitHub (mika)"), (SITE, "Blog (mika)")],
    "b02-word-before-a-link": [(SITE, "GitHub (mika)")],
    "b03-site-by-name": [
        (SITE, "GitHub"),
        (SITE, "Amazon"),
        (SITE, "楽天証券"),
        ("work", "mika@contoso.com"),
    ],
    "b04-aegis-plain": [(SITE, "GitHub (mika)"), (SITE, "Steam (mika)")],
    "b05-2fas-plain": [(SITE, "GitHub (mika)")],
    "b09-credential-exchange": [(SITE, "GitHub (mika)"), ("passkey", "bank.example")],
    "b11-zbarimg": [(SITE, "GitHub (mika)")],
    "b12-links-as-people-have-them": [
        (SITE, f"{name} (mika)")
        for name in ("Spaces", "Hyphens", "Plus", "Bare", "Apple", "Steam", "Ten", "NoCounter")
    ],
    "b15-utf16": [(SITE, "GitHub (mika)"), ("work", "mika@contoso.com")],
    "b16-japanese-list": [("work", "mika@contoso.com"), ("passkey", "bank.example"), (SITE, "楽天証券")],
}
#: The one sentence that is said of the others, in its decisive words.
SENTENCES = {
    "b10-qr-picture": {"en": ["picture", "zbarimg"], "ja": ["画像", "zbarimg"]},
    "b14-encrypted-export": {"en": ["encrypted", "Aegis", "without encryption"], "ja": ["暗号化", "Aegis"]},
}
#: Every password and secret in these files.
SECRETS = (
    "GEZDGNBV", "GEZD", "JBSWY3DP", "correct-horse", "staple-lemon", "plum-tree", "secret=", "AQIDBA",
)  # fmt: skip


def whatif(case: str, *more: str) -> list[str]:
    [file] = [path for path in (CASES / case).iterdir() if path.name != "README.md"]
    return ["whatif", str(file), "--phone", "ios", "--lost", "2026-11-01", "--new", "ios", *more]


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("case", ACCOUNTS)
def test_the_accounts_are_read(capsys, case: str, lang: str) -> None:
    assert main(whatif(case, "--format", "json", "--lang", lang)) == 0
    told = capsys.readouterr()
    assert [(one["kind"], one["name"]) for one in json.loads(told.out)["accounts"]] == ACCOUNTS[case]
    assert main(whatif(case, "--lang", lang)) == 0
    as_text = capsys.readouterr()
    for secret in SECRETS:
        assert secret not in told.out + told.err + as_text.out + as_text.err


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("case", SENTENCES)
def test_one_sentence_says_what_the_file_is(capsys, case: str, lang: str) -> None:
    assert main(whatif(case, "--lang", lang)) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.strip().count("\n") == 0
    for word in SENTENCES[case][lang]:
        assert word in told.err


def test_every_guess_about_a_link_is_said_once(capsys) -> None:
    assert main(whatif("b12-links-as-people-have-them")) == 0
    told = capsys.readouterr().err
    assert [told.count(f"line {number}:") for number in range(1, 9)] == [1] * 8


def test_rows_without_a_one_time_password_are_none_of_the_apps_business(capsys) -> None:
    assert main(whatif("b01-apple-passwords-csv")) == 0
    told = capsys.readouterr()
    assert "VPN" not in told.out + told.err
    assert "1 row(s) without a one-time password" in told.err


def test_a_complaint_about_a_japanese_list_is_japanese(tmp_path, capsys) -> None:
    path = tmp_path / "list.txt"
    path.write_text(
        "仕事 mika@contoso.com\n仕事\nmika@outlook.com\n田中、楽天\nパスキー GEZDGNBVGY3TQOJQ\n", "utf-8"
    )
    assert (
        main(["whatif", str(path), "--phone", "ios", "--lost", "2026-11-01", "--new", "ios", "--lang", "ja"])
        == 2
    )
    complaints = capsys.readouterr().err.splitlines()
    assert len(complaints) == 5
    for number, complaint in zip((2, 3, 4, 5), complaints, strict=False):
        assert f"{number}行目" in complaint
    assert not any("expected" in complaint or "line" in complaint for complaint in complaints)
