"""Reading a person's own list: everything that can be read is, and a secret never shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lostphone.base.secret import Secret
from lostphone.formats.google_export import to_migration_uri
from lostphone.formats.otp import Algorithm
from lostphone.formats.otpauth import OtpAuth
from lostphone.whatif.accounts_file import read_accounts

SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"


def export(*names: str, part: int = 1, parts: int = 1, batch_id: int = 7) -> str:
    entries = [OtpAuth("totp", name, "mika", Secret(b"12345678901234567890")) for name in names]
    return to_migration_uri(entries, part=part, parts=parts, batch_id=batch_id)


def test_every_kind_of_line() -> None:
    found = read_accounts(
        "\ufeff# mine\n\n"
        f"otpauth://totp/Bank:mika?secret={SECRET}&issuer=Bank&algorithm=SHA512&digits=8&period=60\n"
        "otpauth://totp/Old?secret=JBSWY3DPEHPK3PXP\n"
        f"{export('楽天証券', 'Shop')}\n"
        "work mika@contoso.com\n"
        "Passwordless mika@outlook.com\n"
        "personal 田中\n"
    )
    assert not found.bad_lines
    assert [account.name for account in found.accounts] == [
        "Bank (mika)",
        "Old",
        "楽天証券 (mika)",
        "Shop (mika)",
        "mika@contoso.com",
        "mika@outlook.com",
        "田中",
    ]
    bank, old = found.accounts[:2]
    assert (bank.algorithm, bank.digits, bank.period_s) == (Algorithm.SHA512, 8, 60)
    assert old.secret_bytes == 10


def test_a_bad_line_is_numbered_and_the_rest_is_read() -> None:
    found = read_accounts(
        f"work a@b.example\notpauth://totp/X?secret=1!1&issuer=X\nworkk oops {SECRET}\nwork\n"
    )
    assert [account.name for account in found.accounts] == ["a@b.example"]
    assert [bad.line for bad in found.bad_lines] == [2, 3, 4]
    assert all(SECRET not in bad.message for bad in found.bad_lines)


def test_a_missing_part_of_an_export_is_said() -> None:
    found = read_accounts(export("A", part=1, parts=3))
    assert [account.name for account in found.accounts] == ["A (mika)"]
    assert "part 2, 3" in found.warnings[0].message


def test_two_whole_exports_in_one_file_are_fine() -> None:
    found = read_accounts(export("A", batch_id=1) + "\n" + export("B", batch_id=2))
    assert len(found.accounts) == 2
    assert not found.warnings


def test_the_same_account_twice_is_kept_once_and_said() -> None:
    found = read_accounts("work a@b.example\nwork a@b.example\n")
    assert len(found.accounts) == 1
    assert found.warnings[0].line == 2


@given(st.text(max_size=200))
def test_no_text_is_too_strange(text: str) -> None:
    found = read_accounts(text)
    assert all(bad.line <= len(text.splitlines()) for bad in found.bad_lines)


@given(
    st.binary(min_size=10, max_size=64),
    st.sampled_from(["&digits=9", "&period=0", "&algorithm=MD5", "&secret=AA"]),
)
def test_no_message_and_no_account_holds_the_secret(secret: bytes, fault: str) -> None:
    base32 = Secret(secret).base32()
    for line in (
        f"otpauth://totp/A:b?secret={base32}{fault}&issuer=A",
        f"otpauth://totp/A:b?secret={base32}&issuer=A",
    ):
        found = read_accounts(line)
        assert base32 not in repr(found)
        assert secret.hex() not in repr(found)


@pytest.mark.parametrize(
    "line", ["otpauth-migration://offline?data=%%%", "otpauth-migration://offline?data=AAAA"]
)
def test_a_damaged_export_is_one_bad_line(line: str) -> None:
    found = read_accounts(line)
    assert len(found.bad_lines) == 1


def test_one_name_and_two_secrets_are_two_accounts() -> None:
    link = "otpauth://totp/GitHub:mika?secret={}&issuer=GitHub"
    found = read_accounts("\n".join(link.format(secret) for secret in (SECRET, "JBSWY3DPEHPK3PXP", SECRET)))
    assert [account.name for account in found.accounts] == ["GitHub (mika)", "GitHub (mika) #2"]
    assert [warning.line for warning in found.warnings] == [3]


def test_one_bad_account_of_an_export_does_not_cost_the_others(monkeypatch) -> None:
    from lostphone.formats import google_export

    payload = google_export._payload_class()(version=1, batch_size=1, batch_index=0, batch_id=1)
    for name, algorithm in (("A", 1), ("B", 4), ("C", 1)):
        payload.otp_parameters.add(
            name=name, secret=b"12345678901234567890", algorithm=algorithm, digits=1, type=2
        )
    import base64
    from urllib.parse import quote

    data = quote(base64.b64encode(payload.SerializeToString()).decode(), safe="")
    found = read_accounts(f"otpauth-migration://offline?data={data}")
    assert [account.name for account in found.accounts] == ["A", "C"]
    assert "MD5" in found.bad_lines[0].message


def test_a_line_in_another_encoding_is_one_bad_line() -> None:
    raw = b"work a@b.example\n" + "work 田中\n".encode("shift_jis") + b"work c@d.example\n"
    found = read_accounts(raw.decode("utf-8", "surrogateescape"))
    assert [account.name for account in found.accounts] == ["a@b.example", "c@d.example"]
    assert [(bad.line, "UTF-8" in bad.message) for bad in found.bad_lines] == [(2, True)]


@pytest.mark.parametrize("name", ["\x1b[31mred", "a\x00b", "a\u202eb"])
def test_a_name_cannot_speak_to_the_terminal(name: str) -> None:
    found = read_accounts(f"work {name}")
    assert not found.accounts
    assert name not in found.bad_lines[0].message


def test_a_full_width_space_separates_too() -> None:
    assert [account.name for account in read_accounts("passwordless\u3000田中").accounts] == ["田中"]


def test_the_app_that_wrote_the_file_is_known() -> None:
    assert read_accounts(export("A", "B")).came_from == "Google Authenticator"
    assert read_accounts(export("A") + "\nGitHub\n").came_from == ""
    assert read_accounts("GitHub\n").came_from == ""
    table = "Title,URL,Username,Password,Notes,OTPAuth\nGitHub,,mika,,,GEZDGNBVGY3TQOJQ\n"
    assert read_accounts(table).came_from == "Apple Passwords"
    exchange = '{{"exporterRpId": "a.example", "exporterDisplayName": "{}", "accounts": []}}'
    assert read_accounts(exchange.format("Dashlane")).came_from == "Dashlane"
    assert read_accounts(exchange.format(SECRET)).came_from == "Credential Exchange"


@pytest.mark.parametrize("word", ["work", "仕事", "職場", "会社", "学校", "school"])
def test_words_of_both_languages_begin_a_line(word: str) -> None:
    [account] = read_accounts(f"{word} mika@contoso.com").accounts
    assert (account.kind, account.name) == ("work", "mika@contoso.com")


def test_a_name_may_have_spaces_in_it() -> None:
    found = read_accounts("楽天 証券\n三菱 UFJ 銀行\nsite Work VPN\nサイト ゆうちょ　銀行\n")
    assert [account.name for account in found.accounts] == [
        "楽天 証券",
        "三菱 UFJ 銀行",
        "Work VPN",
        "ゆうちょ　銀行",
    ]
    assert {account.kind for account in found.accounts} == {"third-party"}
    assert not found.bad_lines + found.warnings


def test_an_address_alone_does_not_say_what_it_is() -> None:
    [bad] = read_accounts("GitHub\nmika@contoso.com\n").bad_lines
    assert (bad.line, bad.column) == (2, 1)
    assert "work" in bad.message


def test_a_message_has_the_line_the_column_and_the_thing_expected() -> None:
    found = read_accounts("  work GitHub, mika\n\tpasskey \u3000x\x00y\n".replace("\x00", "\x01"))
    assert [(bad.line, bad.column) for bad in found.bad_lines] == [(1, 14), (2, 12)]
    assert "a name was expected" in found.bad_lines[0].message


def test_an_account_whose_name_is_not_shown_is_there_all_the_same() -> None:
    found = read_accounts(f"hunter2\notpauth://totp/GitHub:hunter2?secret={SECRET}&issuer=GitHub\n")
    assert [account.name for account in found.accounts] == ["account in line 1", "GitHub (account in line 2)"]
    assert [warning.line for warning in found.warnings] == [1, 2]
    ours = read_accounts("hunter2\n", "ja")
    assert [account.name for account in ours.accounts] == ["1行目のアカウント"]


@pytest.mark.parametrize("secret", ["", "&secret=", "&secret=GEZDGNBVGY3TQOJQA"])
def test_a_link_with_an_odd_secret_names_an_account_all_the_same(secret: str) -> None:
    found = read_accounts(f"otpauth://totp/GitHub:mika?issuer=GitHub{secret}")
    assert [account.name for account in found.accounts] == ["GitHub (mika)"]
    assert len(found.warnings) == 1


@pytest.mark.parametrize("digits", [0, 11, 12])
def test_a_code_that_cannot_be_is_a_damaged_link(digits: int) -> None:
    found = read_accounts(f"otpauth://totp/X?secret={SECRET}&digits={digits}")
    assert not found.accounts
    assert len(found.bad_lines) == 1


@pytest.mark.parametrize(
    ("given", "read"), [("SHA-256", "SHA256"), ("HmacSHA512", "SHA512"), ("sha1", "SHA1"), ("MD5", "SHA1")]
)
def test_algorithms_are_written_in_many_ways(given: str, read: str) -> None:
    [account] = read_accounts(f"otpauth://totp/X?secret={SECRET}&algorithm={given}").accounts
    assert account.algorithm.value == read


def test_two_links_on_one_line_are_two_accounts() -> None:
    found = read_accounts(
        f"otpauth://totp/A:b?secret={SECRET}&issuer=A otpauth://totp/C:d?secret={SECRET}&issuer=C"
    )
    assert [account.name for account in found.accounts] == ["A (b)", "C (d)"]
