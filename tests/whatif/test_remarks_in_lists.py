"""What a person writes beside a name or a link is never shown; bullets and colons do not hide a name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest

from lostphone.cli import main
from lostphone.whatif.accounts_file import OwnAccounts, read_accounts

B32 = "GEZDGNBVGY3TQOJQ"
NET = f"otpauth://totp/Net:x?secret={B32}"
REMARKS = [
    "パスワード ひみつ",
    "pw dragonfly",
    "dragonfly",
    "# dragonfly",
    "\u3000ひみつ",
    "(ひみつ)",
    "- dragonfly",
]


def names(found: OwnAccounts) -> list[str]:
    return [account.name for account in found.accounts]


@pytest.mark.parametrize("remark", REMARKS)
@pytest.mark.parametrize(
    "end", ["&issuer=Net", "&issuer=Net&digits=6", "", "&algorithm=SHA1", "&issuer=Net&note=a"]
)
def test_words_after_a_link_are_a_remark(end: str, remark: str) -> None:
    found = read_accounts(f"{NET}{end} {remark}\nGitHub\n")
    assert names(found) == ["Net (x)", "GitHub"]
    assert not found.bad_lines
    assert "after the link" in found.warnings[0].message
    assert "dragonfly" not in repr(found)
    assert "ひみつ" not in repr(found)


@pytest.mark.parametrize(
    "after", ["です", "。", "、パスワードはひみつ", " password: x", "）", ") x", " pw dragonfly"]
)
def test_text_after_a_secret_is_no_damage(after: str) -> None:
    found = read_accounts(f"otpauth://totp/Net:x?issuer=Net&secret={B32}{after}")
    assert names(found) == ["Net (x)"]
    assert not found.bad_lines
    assert "left out" in found.warnings[0].message
    assert found.accounts[0].secret_bytes == 10


@pytest.mark.parametrize("secret", ["GEZD GNBV GY3T QOJQ", "gezd gnbv gy3t qojq", "GEZD  GNBV GY3TQOJQ"])
@pytest.mark.parametrize("end", ["&issuer=Net", "", "&issuer=Net pw dragonfly", "&digits=6"])
def test_spaces_in_a_secret_are_part_of_it(secret: str, end: str) -> None:
    found = read_accounts(f"otpauth://totp/Net:x?secret={secret}{end}")
    assert [(account.name, account.secret_bytes) for account in found.accounts] == [("Net (x)", 10)]


def test_spaces_before_the_last_parameter_are_part_of_the_link() -> None:
    link = f"otpauth://totp/Bank of {{}}:x?secret={B32}&issuer=Bank of {{}}&digits=8"
    found = read_accounts("\n".join(link.format(where, where) for where in ("America", "Japan")))
    assert names(found) == ["Bank of America (x)", "Bank of Japan (x)"]
    assert [account.digits for account in found.accounts] == [8, 8]


@pytest.mark.parametrize("secret", ["1!1", "GEZDGNBV1Y3TQOJQ", "GEZ!DGNBVGY3TQOJQ", "です"])
def test_a_damaged_secret_is_damaged_all_the_same(secret: str) -> None:
    assert read_accounts(f"otpauth://totp/Net:x?secret={secret}&issuer=Net").refused == 1


@pytest.mark.parametrize(
    "line",
    [
        "GitHub パスワード ひまわり", "GitHub pw dragonfly", "GitHub pin dragonfly", "GitHub pass Dragonfly",
        "Dragonfly passphrase", "楽天 暗証番号 ひまわり", "楽天パスワードひまわり", "pw/dragonfly", "GitHub キー ひまわり",
        "GitHub 秘密 ひまわり", "GitHub シークレット ひまわり", "Token Dragonfly", "pw-dragonfly", "site GitHub pwd dragonfly",
        "passkey correcthorse", "password dragonfly", "パスワード ひまわり", "password Dragonfly", "work pw dragonfly",
    ],
)  # fmt: skip
def test_a_name_with_a_word_for_a_secret_is_counted_and_not_shown(line: str) -> None:
    assert names(read_accounts(line)) == ["account in line 1"]


@pytest.mark.parametrize(
    "line", ["pw: dragonfly", "password: dragonfly", "code: dragonfly", "コード：ひまわり", "pw=dragonfly"]
)
def test_a_secret_after_a_colon_is_not_shown(line: str) -> None:
    found = read_accounts(line)
    assert "dragonfly" not in repr(found)
    assert "ひまわり" not in repr(found)


@pytest.mark.parametrize("form", ["{} - {}", "{} ({})", "{}（{}）", "{} – {}", "{} / {}", "- {} ({})"])
def test_a_remark_beside_a_name_is_dropped_unless_it_is_an_address(form: str) -> None:
    found = read_accounts(form.format("GitHub", "dragonfly"))
    assert names(found) == ["GitHub"]
    assert len(found.warnings) == 1
    found = read_accounts(form.format("GitHub", "mika@gmail.com"))
    assert names(found) == ["GitHub (mika@gmail.com)"]
    assert not found.warnings
    both = read_accounts("\n".join(form.format("GitHub", who) for who in ("mika", "ryo", "mika")))
    assert names(both) == ["GitHub", "GitHub #2"]


BULLETS = [
    "- ",
    "* ",
    "・",
    "①",
    "１．",
    "1. ",
    "2) ",
    "(3) ",
    "[ ] ",
    "[x] ",
    "- [ ] ",
    "• ",
    "12. ",
    "\u3000・",
    "☐ ",
    "✓ ",
]


@pytest.mark.parametrize("bullet", BULLETS)
@pytest.mark.parametrize("name", ["GitHub", "楽天証券", "reddit", "1Password"])
def test_a_bullet_before_a_name_is_taken_off(bullet: str, name: str) -> None:
    if name[0].isdigit() and bullet in ("１．", "①"):
        bullet += " "
    found = read_accounts(f"{bullet}{name}\n{bullet}work mika@contoso.com # mine\n{bullet}hunter2")
    assert names(found) == [name, "mika@contoso.com", "account in line 3"]
    assert not found.bad_lines


@pytest.mark.parametrize("line", ["1.1.1.1", "-", "---", "[GitHub]", "1.", "[x]"])
def test_a_bullet_alone_is_no_name(line: str) -> None:
    found = read_accounts(line)
    assert (found.accounts, found.refused) == ([], 1)


@pytest.mark.parametrize("comment", [" # dragonfly", "\u3000＃dragonfly", " #dragonfly"])
def test_a_comment_after_a_name_is_dropped(comment: str) -> None:
    found = read_accounts(f"GitHub{comment}")
    assert names(found) == ["GitHub"]
    assert not found.warnings + found.bad_lines


@pytest.mark.parametrize(
    "head",
    [
        "work: ",
        "work:",
        "work : ",
        "仕事：",
        "仕事： ",
        "Work account ",
        "Work account: ",
        "仕事アカウント ",
        "仕事\u3000",
        "- work: ",
    ],
)
def test_a_colon_or_account_may_follow_the_word(head: str) -> None:
    [account] = read_accounts(f"{head}mika@contoso.com").accounts
    assert (account.kind, account.name) == ("work", "mika@contoso.com")


@pytest.mark.parametrize(
    "line", ["passkey: bank.example", "password: mika@gmail.com", "パスキー：bank.example"]
)
def test_an_address_or_domain_after_a_colon_is_a_name(line: str) -> None:
    [account] = read_accounts(line).accounts
    assert account.name in ("bank.example", "mika@gmail.com")


@pytest.mark.parametrize("line", ["PayPal, eBay", "PayPal，eBay", "- PayPal,  eBay # both"])
def test_names_on_one_line_are_two_accounts(line: str) -> None:
    assert names(read_accounts(line)) == ["PayPal", "eBay"]


@pytest.mark.parametrize(
    "line", ["GitHub, dragonfly", "GitHub, hunter2", "GitHub,mika,plum", "GitHub, pw Dragonfly", "GitHub, "]
)
def test_a_part_that_may_be_no_name_refuses_the_line(line: str) -> None:
    found = read_accounts(line)
    assert (found.accounts, found.refused) == ([], 1)


@pytest.mark.parametrize(
    "line",
    [
        "Google: mika@gmail.com",
        "Google：mika@gmail.com",
        "Google mika@gmail.com",
        "site Google: mika@gmail.com",
    ],
)
def test_a_site_and_an_address_are_a_site_with_a_login(line: str) -> None:
    [account] = read_accounts(line).accounts
    assert (account.kind, account.name) == ("third-party", "Google (mika@gmail.com)")


@pytest.mark.parametrize("name", ["Bank of America Online Banking", "First Bank of the Great Plains"])
def test_a_long_name_in_capitals_is_a_name(name: str) -> None:
    assert names(read_accounts(name)) == [name]


@pytest.mark.parametrize(
    "line", ["my wifi has a name", "The key of the bank is plum", "Correct horse Battery Staple Lemon"]
)
def test_prose_is_no_name(line: str) -> None:
    assert line not in names(read_accounts(line))


@pytest.mark.parametrize(
    "line",
    ["Microsoft", "outlook", "Office 365", "Office365", "Hotmail", "Microsoft 365", "Azure", "Entra", "Entra ID", "マイクロソフト",
     "Microsoft account", "マイクロソフトアカウント", "- Microsoft", "Microsoft (work)", "Microsoft: mika@outlook.com",
     "Outlook - mika@outlook.com", "Ｍｉｃｒｏｓｏｆｔ"],
)  # fmt: skip
def test_a_name_of_microsofts_asks_for_the_kind(line: str) -> None:
    found = read_accounts(f"{line}\nGitHub")
    assert names(found) == ["GitHub"]
    [bad] = found.bad_lines
    assert bad.line == 1
    for word in ("work ADDRESS", "personal ADDRESS", "passwordless ADDRESS"):
        assert word in bad.message


def test_a_site_of_microsofts_name_can_be_said_to_be_a_site() -> None:
    assert names(read_accounts("site Microsoft\nMicrosoft Flight Club")) == [
        "Microsoft",
        "Microsoft Flight Club",
    ]


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(
    ("line", "name"),
    [
        (f"otpauth://yaotp/mika?secret={B32}&issuer=Yandex", "Yandex (mika)"),
        (f"otpauth://steam/Steam:mika?secret={B32}", "Steam (mika)"),
        (f"steam://{B32}", "Steam"),
        (f"my steam://{B32} dragonfly", "Steam"),
        (f"otpauth://motp/mika?secret={B32}&issuer=VPN", "VPN (mika)"),
    ],
)
def test_a_code_that_the_app_cannot_make_is_counted_and_said(
    line: str, name: str, lang: Literal["en", "ja"]
) -> None:
    found = read_accounts(line, lang)
    assert names(found) == [name]
    decisive = {
        "en": "Microsoft Authenticator cannot make such codes",
        "ja": "Microsoft Authenticatorはこのコードを作れない",
    }
    assert sum(decisive[lang] in warning.message for warning in found.warnings) == 1


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", ["line 2, column 2", "line 11", "2 more"]), ("ja", ["2行目2文字目", "11行目", "2か所"])],
)
def test_a_sentence_is_said_once_for_all_its_lines(
    tmp_path: Path, capsys, lang: Literal["en", "ja"], words: list[str]
) -> None:
    path = tmp_path / "list.txt"
    path.write_text(
        "GitHub\n" + "a;b\n" * 12 + "mika@contoso.com\n" + "hunter2\nhunter3\nhunter4\nhunter5\n", "utf-8"
    )
    assert (
        main(["whatif", str(path), "--phone", "ios", "--lost", "2026-11-01", "--new", "ios", "--lang", lang])
        == 2
    )
    told = capsys.readouterr().err
    for bad in read_accounts(path.read_text("utf-8"), lang).bad_lines:
        assert told.count(bad.message) == 1
    assert told.count(read_accounts("hunter2", lang).warnings[0].message) == 1
    for word in words:
        assert word in told


def test_the_refusal_and_the_help_name_every_word(capsys) -> None:
    [bad] = read_accounts("a;b").bad_lines
    main(["whatif", "--help"])
    for told in (bad.message, capsys.readouterr().out):
        for word in ("site", "code", "work", "work-code", "passwordless", "personal", "passkey", "password"):
            assert re.search(rf"[ (\n]{word}[ ,)\n]", told), word
    assert "in one." in bad.message
