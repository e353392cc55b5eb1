"""What a file is, told by its content: one sentence that names it, or its accounts."""

from __future__ import annotations

import json

import pytest

from lostphone.whatif.accounts_file import read_file

SECRET = "GEZDGNBVGY3TQOJQ"
LINK = f"otpauth://totp/GitHub:mika?secret={SECRET}&issuer=GitHub"

#: Exports that are named and not read, as their apps write them.
NAMED: dict[str, object] = {
    "FreeOTP+": {"tokenOrder": ["GitHub:mika"], "tokens": [{"secret": [1, 2], "label": "mika"}]},
    "andOTP": [{"secret": SECRET, "issuer": "GitHub", "label": "mika", "type": "TOTP", "algorithm": "SHA1"}],
    "Proton Authenticator": {"version": 1, "entries": [{"id": "1", "content": {"uri": LINK}, "note": None}]},
    "Bitwarden": {"encrypted": False, "folders": [], "items": [{"login": {"password": "x", "totp": SECRET}}]},
    "Stratum (Authenticator Pro)": {"Authenticators": [{"Secret": SECRET}], "Categories": []},
    "LastPass Authenticator": {"accounts": [{"issuerName": "GitHub", "secret": SECRET}]},
    "Raivo": [{"issuer": "GitHub", "secret": SECRET, "kind": "TOTP"}],
}
LOCKED: dict[str, object] = {
    "Aegis": {"version": 1, "header": {"slots": []}, "db": "AAAA"},
    "2FAS": {"services": [], "servicesEncrypted": "a:b:c", "schemaVersion": 4},
    "Ente Auth": {"version": 1, "kdfParams": {}, "encryptedData": "AA", "encryptionNonce": "AA"},
    "Proton Authenticator": {"version": 1, "salt": "AA", "content": "AA"},
    "Bitwarden": {"encrypted": True, "passwordProtected": True, "salt": "AA", "data": "AA"},
    "Credential Exchange": {"version": {"major": 1}, "exporterRpId": "a.example", "payload": "AA"},
}
BINARY = {
    "picture (PNG)": b"\x89PNG\r\n\x1a\n\x00\x00",
    "picture (JPEG)": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    "picture (HEIC)": b"\x00\x00\x00\x18ftypheic\x00\x00",
    "packed file (ZIP)": b"PK\x03\x04\x14\x00",
    "packed file (gzip)": b"\x1f\x8b\x08\x00",
    "encrypted KeePass": b"\x03\xd9\xa2\x9a\x67\xfb\x4b\xb5",
    "encrypted Stratum": b"AUTHENTICATORPRO\x00\x01",
    "no text": b"work a@b.example\n\x00",
}
TABLES = {
    "Chrome": "name,url,username,password,note\nWork VPN,https://a.example/,mika,plum-tree-river-42,\n",
    "Firefox": '"url","username","password","httpRealm","formActionOrigin"\n"https://a.example","mika","plum",,\n',
    "CSV": "site;login;password\nWork VPN;mika;plum-tree-river-42\n",
}


def sentence(raw: bytes) -> str:
    """The one thing that is said of a file without accounts."""
    found = read_file(raw)
    assert not found.accounts
    assert not found.warnings
    [said] = found.bad_lines
    assert (said.line, said.where) == (0, "")
    assert SECRET not in said.message
    return said.message


@pytest.mark.parametrize("app", NAMED)
def test_an_export_that_is_not_read_is_named(app: str) -> None:
    said = sentence(json.dumps(NAMED[app], indent=4).encode())
    assert f"an export of {app}" in said
    assert "otpauth links" in said


@pytest.mark.parametrize("app", LOCKED)
def test_an_encrypted_export_is_named_as_such(app: str) -> None:
    assert f"encrypted {app} backup" in sentence(json.dumps(LOCKED[app]).encode("utf-16"))


@pytest.mark.parametrize("kind", BINARY)
def test_a_file_that_is_no_text_is_named(kind: str) -> None:
    assert kind in sentence(BINARY[kind])


@pytest.mark.parametrize("program", TABLES)
def test_a_table_of_passwords_alone_is_named(program: str) -> None:
    said = sentence(TABLES[program].encode())
    assert "export of passwords" in said
    assert program in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<?xml version='1.0'?>\n<KeePassFile><Root/></KeePassFile>", "export of KeePass"),
        ("<html><body>work VPN</body></html>", "XML"),
        ('{"a": [1, 2', "JSON and is cut short"),
        ('{"hello": "world"}', "JSON of no app"),
    ],
)
def test_other_text_that_is_no_list_is_named(text: str, said: str) -> None:
    assert said in sentence(text.encode())


@pytest.mark.parametrize("name", ["BMW", "GIF8", "RIFF", "[1Password]", "<otpauth"])
def test_a_list_that_begins_like_something_else_is_a_list(name: str) -> None:
    found = read_file(f"{name}\nGitHub\n".encode())
    assert "GitHub" in [account.name for account in found.accounts]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_byte_order_mark_says_how_text_is_written(encoding: str, end: str) -> None:
    mark = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
    found = read_file(f"{mark}{LINK}{end}楽天証券{end}".encode(encoding))
    assert [account.name for account in found.accounts] == ["GitHub (mika)", "楽天証券"]
    assert not found.bad_lines + found.warnings


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Group,Title,Username,Password,URL,Notes,TOTP", f"Root,GitHub,mika,pw,,,{LINK}"),
        ("folder,favorite,type,name,login_uri,login_totp", f",,1,GitHub,,{SECRET}"),
        ("name;url;username;password;totp", f"GitHub;;mika;pw;{SECRET}"),
        ("Title\tUrl\tUsername\tPassword\tOTPAuth\tFavorite", f'GitHub\t\tmika\t"a\tb\n"\t{LINK}\tfalse'),
    ],
)
def test_the_column_of_one_time_passwords_is_read(header: str, row: str) -> None:
    found = read_file(f"{header}\n{row}\n".encode())
    assert [account.name.partition(" ")[0] for account in found.accounts] == ["GitHub"]
    assert not found.bad_lines + found.warnings


def test_two_entries_of_one_name_and_one_secret_are_one_account() -> None:
    entry = {"issuer": "GitHub", "name": "mika", "type": "totp", "info": {"secret": SECRET, "algo": "SHA256"}}
    found = read_file(json.dumps({"db": {"entries": [entry, entry]}}).encode())
    assert [(account.name, account.algorithm) for account in found.accounts] == [("GitHub (mika)", "SHA256")]
    assert len(found.warnings) == 1


def test_members_of_the_wrong_kind_cost_their_entry_alone() -> None:
    good = {"issuer": "GitHub", "name": "mika", "type": "totp", "info": {"secret": SECRET}}
    odd = [None, 7, [], {}, {"issuer": [], "info": 3}, {**good, "info": {"secret": {"a": 1}}, "name": "ryo"}]
    found = read_file(json.dumps({"db": {"entries": [*odd, good]}}).encode())
    assert "GitHub (mika)" in [account.name for account in found.accounts]
    assert len(found.accounts) + found.refused <= len(odd) + 1
