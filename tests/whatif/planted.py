"""Files of every kind that people have, with a secret planted somewhere in them: for tests that look for an echo."""

from __future__ import annotations

import base64
import json
import string
from dataclasses import dataclass
from urllib.parse import quote

from hypothesis import strategies as st

from lostphone.base.secret import Secret
from lostphone.formats.google_export import to_migration_uri
from lostphone.formats.otpauth import OtpAuth

B32 = "GEZDGNBVGY3TQOJQ"
#: So many characters of a secret in a row are an echo of it.
WINDOW = 7


@dataclass(frozen=True)
class Planted:
    """A file, and the secrets in it."""

    raw: bytes
    secrets: tuple[str, ...]

    def echo_in(self, told: str) -> str:
        """The first piece of a secret that is in the text, in whatever case; empty if there is none."""
        small = told.casefold()
        for secret in map(str.casefold, self.secrets):
            width = min(WINDOW, len(secret))
            for at in range(len(secret) - width + 1):
                if secret[at : at + width] in small:
                    return secret[at : at + width]
        return ""


@st.composite
def encoded(draw: st.DrawFn) -> str:
    """Ten bytes or more, as Base32, hex, Base64 or percent-encoding."""
    # Even bytes are drawn: the simplest ones (all zero) are in our own texts as often as "000".
    raw = bytes(draw(st.lists(st.integers(0x21, 0xFE), min_size=10, max_size=32, unique=True)))
    base32, base64_ = base64.b32encode(raw).decode(), base64.b64encode(raw).decode()
    groups = " ".join(base32.rstrip("=")[at : at + 4] for at in range(0, len(base32), 4))
    forms = (
        base32, base32.rstrip("="), base32.rstrip("=").lower(), groups, groups.lower(), groups.replace(" ", "-"),
        raw.hex(), raw.hex().upper(), raw.hex(":"), base64_, base64_.rstrip("="), base64.urlsafe_b64encode(raw).decode(),
        quote(base64_, safe=""), "".join(f"%{byte:02X}" for byte in raw),
    )  # fmt: skip
    return draw(st.sampled_from(forms)).strip()


_PLAIN_WORDS = st.sampled_from(
    ["plum", "river", "staple", "lemon", "horse", "tundra", "walnut", "pepper", "ginger", "marble"]
)


@st.composite
def password(draw: st.DrawFn) -> str:
    """Words joined by marks, with or without a number; a word with digits; random characters."""
    words = draw(st.lists(_PLAIN_WORDS, min_size=3, max_size=5))
    number = draw(st.integers(10, 9999))
    mark = draw(st.sampled_from("-_.!+ "))
    letters = string.ascii_letters + "!#$%&*+-./:=?@^_~"
    # Every other character is a digit: letters alone are a name, as far as anybody can tell. None stands there
    # twice, for our own texts have "0000" in them too.
    mixed = draw(st.permutations(letters)), draw(st.permutations(string.digits))
    length = draw(st.integers(4, 10))
    forms = (
        mark.join(words),
        mark.join([*words, str(number)]),
        f"{words[0]}{number}",
        f"{words[0].capitalize()}{number}!",
        f"{words[0].replace('l', '1').replace('r', '3')}0{words[1]}&{number}",
        "".join(letter + digit for letter, digit in zip(*mixed, strict=False))[: 2 * length],
    )
    return draw(st.sampled_from(forms))


_WORDS = st.sampled_from(
    [
        "work",
        "work-code",
        "personal",
        "passwordless",
        "passkey",
        "password",
        "site",
        "code",
        "Work",
        "仕事",
        "個人",
        "パスキー",
        "パスワード",
        "サイト",
        "コード",
    ]
)


@st.composite
def line(draw: st.DrawFn, secret: str) -> str:
    """A line of a list or of notes."""
    word = draw(_WORDS)
    inside = quote(secret, safe=draw(st.sampled_from(["", " /+=:"])))
    link = f"otpauth://totp/GitHub:mika?secret={inside}&issuer=GitHub"
    forms = (
        f"{word} {secret}", f"{word} GitHub {secret}", f"{word} {secret} GitHub", f"{word}: {secret}", f"{word}\t{secret}",
        secret, f"GitHub {secret}", f"GitHub, {secret}", f"GitHub ({secret})", f"{secret} (mika)", f"mika@contoso.com {secret}",
        f"{word} {link}", link, f"QR-Code:{link}", f"<{link}>", f'"{link}","{secret}"', f"{link} # {secret}",
        f"{secret} otpauth://totp/GitHub:mika?secret={B32}", f"otpauth://totp/{inside}:mika?secret={B32}",
        f"otpauth://totp/GitHub:{inside}?secret={B32}", f"otpauth://totp/x?secret={B32}&issuer={inside}",
        f"otpauth://totp/x?secret={inside}&digits=12", f"otpauth://totp/x?secret={B32}&digits={inside}",
        f"otpauth://totp/x?secret={B32}&algorithm={inside}&period={inside}", f"otpauth://{inside}", f"otpauth://{inside}/x",
        f"otpauth://totp/{quote(link, safe='')}?secret={B32}", f"otpauth://totp/x?secret={B32}&issuer={quote(link, safe='')}",
        f"otpauth-migration://offline?data={inside}", f"steam://{secret}", f"https://mika:{inside}@vpn.example.com/",
        f"my wifi password is {secret}", f"The recovery key for the bank is {secret}, keep it.", f"pin {secret}",
        f"パスワードは{secret}です", f"楽天証券 {secret}", f"password = {secret}", f"secret={secret}", f"otpauth:{secret}",
    )  # fmt: skip
    return draw(st.sampled_from(forms))


@st.composite
def export_link(draw: st.DrawFn, secret: str) -> str:
    """An export of Google Authenticator whose label, issuer or secret is the planted text."""
    text = secret.replace(":", "").strip() or "x"
    where = draw(st.sampled_from(["issuer", "account", "secret"]))
    issuer, account = (text if where == "issuer" else "GitHub"), (text if where == "account" else "mika")
    raw = text.encode() if where == "secret" else b"12345678901234567890"
    return to_migration_uri([OtpAuth("totp", issuer, account, Secret(raw))])


@st.composite
def table(draw: st.DrawFn, secret: str) -> str:
    """A CSV export of a password manager, or a table of nobody."""
    header = draw(
        st.sampled_from([
            "Title,URL,Username,Password,Notes,OTPAuth", "name,url,username,password,note", "Group,Title,Username,Password,URL,Notes,TOTP",
            "folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp", "a,b,c,d", "",
        ])
    )  # fmt: skip
    columns = max(header.count(",") + 1, 6)
    title = draw(st.sampled_from(["Work VPN", "Personal blog", "Passkey", "password", "GitHub (mika)"]))
    rows = []
    for _ in range(draw(st.integers(1, 3))):
        row = [title, "https://vpn.example.com/", "mika", *[""] * (columns - 3)]
        row[draw(st.integers(0, columns - 1))] = secret
        if draw(st.booleans()):
            row[-1] = f"otpauth://totp/GitHub:mika?secret={secret}"
        rows.append(",".join(f'"{cell}"' if draw(st.booleans()) else cell for cell in row))
    text = "\n".join([header, *rows])
    return text.replace(",", draw(st.sampled_from([",", ";", "\t"])))


@st.composite
def document(draw: st.DrawFn, secret: str) -> str:
    """A JSON export of an app, known or not, with the planted text in one or all of its members."""

    def one(usual: str) -> str:
        return draw(st.sampled_from([usual, secret]))

    info = {
        "secret": one(B32),
        "algo": one("SHA1"),
        "digits": draw(st.sampled_from([6, 10, 12, secret])),
        "period": 30,
    }
    entry = {"issuer": one("GitHub"), "name": one("mika"), "type": one("totp"), "note": secret, "info": info}
    service = {
        "name": one("GitHub"),
        "secret": one(B32),
        "otp": {"account": one("mika"), "issuer": one("GitHub"), **info},
    }
    password = {"type": "basic-auth", "password": {"value": secret}}
    credentials = [
        password,
        {"type": "totp", "username": one("mika"), **info},
        {"type": "passkey", "rpId": one("a.example"), "key": secret},
    ]
    item = {"title": one("Bank"), "login": {"password": secret, "totp": secret}, "credentials": credentials}
    forms: tuple[object, ...] = (
        {"version": 1, "header": {}, "db": {"entries": [entry, entry]}}, {"header": {}, "db": secret},
        {"services": [service], "schemaVersion": 4}, {"servicesEncrypted": secret, "schemaVersion": 4},
        {"exporterRpId": "a.example", "accounts": [{"items": [item]}]}, {"exporterRpId": "a.example", "payload": secret},
        {"encrypted": False, "items": [item]}, {"encrypted": True, "data": secret}, [secret], {"key": secret}, {secret: 1},
        {"Authenticators": [{"Secret": secret}], "Categories": []}, {"kdfParams": {}, "encryptedData": secret},
        [{"secret": secret, "label": secret, "algorithm": "SHA1"}], secret,
    )  # fmt: skip
    text = json.dumps(
        draw(st.sampled_from(forms)),
        indent=draw(st.sampled_from([None, 2])),
        ensure_ascii=draw(st.booleans()),
    )
    return text + draw(st.sampled_from(["", "", "}", "\n" + secret]))


@st.composite
def markup(draw: st.DrawFn, secret: str) -> str:
    """KeePass XML, another XML or HTML."""
    head = draw(st.sampled_from(["<?xml version='1.0'?>\n", "", "\n"]))
    entry = f"<Entry><String><Key>Password</Key><Value>{secret}</Value></String></Entry>"
    root = draw(st.sampled_from(["KeePassFile", "accounts", "html", "!DOCTYPE x [<!ENTITY a '&a;'>]"]))
    return f"{head}<{root}>\n{entry}\n<p>work {secret}</p>\n</{root}>"


@st.composite
def planted(draw: st.DrawFn) -> Planted:
    """Bytes of such a file, with one or two secrets in it."""
    secrets = draw(st.lists(st.one_of(encoded(), password()), min_size=1, max_size=2, unique=True))
    kinds = {"line": line, "export": export_link, "table": table, "json": document, "xml": markup}
    kind = draw(st.sampled_from(list(kinds)))
    parts = [draw(kinds[kind](secret)) for secret in secrets]
    if kind == "line":
        parts = draw(
            st.permutations(
                [*parts, *draw(st.lists(st.sampled_from(["GitHub", "work mika@contoso.com", "# note"])))]
            )
        )
    text = draw(st.sampled_from(["\n", "\r\n"])).join(parts)
    encoding = draw(st.sampled_from(["utf-8", "utf-8", "utf-8-sig", "utf-16"]))
    return Planted(text.encode(encoding, "replace"), tuple(secrets))
