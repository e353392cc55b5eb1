"""Which app wrote a JSON export, told by its members, and the accounts of those that are simple to read.

A row of `JSON_FORMATS` is a format: its name, the members that tell it, those of the encrypted kind, and a
reader if there is one. Only members that name an account are looked at; a password is never touched.
Shapes: Aegis `docs/vault.md`, 2FAS schema 4, FIDO Credential Exchange Format 1.0, and importers of each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from lostphone.formats.otp import Kind
from lostphone.whatif.reading.collecting import Collector
from lostphone.whatif.reading.links import (
    BadLink,
    LinkedAccount,
    Odd,
    of_secret,
    read_algorithm,
    read_digits,
    read_link,
    read_period,
)
from lostphone.whatif.reading.names import judge_name
from lostphone.whatif.reading.remarks import RemarkPlace

Reader: TypeAlias = Callable[[Any, Collector], None]
Test: TypeAlias = Callable[[Any], bool]


def has(*members: str) -> Test:
    """A test for an object that has all these members."""
    return lambda document: isinstance(document, dict) and all(member in document for member in members)


@dataclass(frozen=True, slots=True)
class JsonFormat:
    """One row: `locked` tells the encrypted export, `plain` the other one."""

    name: str
    plain: Test
    locked: Test = lambda _document: False
    reader: Reader | None = None


def read_aegis(document: Any, collector: Collector) -> None:
    """Entries with `issuer`, `name`, `type` and `info`."""
    for place, entry in _objects(_member(document, "db", "entries")):
        info = _member(entry, "info")
        steam = _text(entry, "type").lower() == "steam"
        parts = _EntryParts(_text(entry, "issuer"), _text(entry, "name"), _text(entry, "type"), steam)
        _add(parts, info, ("algo", "digits", "period"), place, collector)


def read_2fas(document: Any, collector: Collector) -> None:
    """Services with `name`, `secret` and `otp`, whose `issuer` and `account` are as in the link."""
    for place, service in _objects(_member(document, "services")):
        otp = dict(_member(service, "otp") or {}) if isinstance(_member(service, "otp"), dict) else {}
        otp["secret"] = _text(service, "secret")
        issuer = _text(otp, "issuer") or _text(service, "name")
        kind = _text(otp, "tokenType")
        parts = _EntryParts(issuer, _text(otp, "account"), kind, kind.lower() == "steam")
        _add(parts, otp, ("algorithm", "digits", "period"), place, collector)


def read_credential_exchange(document: Any, collector: Collector) -> None:
    """Credentials of type `totp` and `passkey`; all other types are passed over."""
    exporter = _text(document, "exporterDisplayName").strip()
    if judge_name(exporter).grade == "shown":
        collector.came_from = exporter
    number = 0
    for _place, account in _objects(_member(document, "accounts")):
        for _item_place, item in _objects(_member(account, "items")):
            number += 1
            for _at, credential in _objects(_member(item, "credentials")):
                _add_credential(item, credential, RemarkPlace(number, unit="entry"), collector)


def _add_credential(item: Any, credential: Any, place: RemarkPlace, collector: Collector) -> None:
    kind = _text(credential, "type")
    if kind == "totp":
        issuer = _text(credential, "issuer") or _text(item, "title")
        parts = _EntryParts(issuer, _text(credential, "username"), "totp", False)
        _add(parts, credential, ("algorithm", "digits", "period"), place, collector)
    elif kind == "passkey":
        name = _text(credential, "rpId") or _text(item, "title")
        judged = judge_name(name)
        if judged.grade == "refused":
            collector.refuse("entry-name", place)
        else:
            collector.add_named("passkey", name, judged, place)


@dataclass(frozen=True, slots=True)
class _EntryParts:
    """The names of an entry as they stand, and its type."""

    issuer: str
    account: str
    kind: str
    steam: bool


def _add(
    parts: _EntryParts, info: Any, members: tuple[str, str, str], place: RemarkPlace, collector: Collector
) -> None:
    algorithm, digits, period = (_text(info, member) for member in members)
    odd: list[Odd] = ["steam"] if parts.steam else []
    try:
        link = of_secret(parts.issuer, parts.account, _text(info, "secret"))
        odd += link.odd
        made = LinkedAccount(
            link.issuer,
            link.account,
            _kind(parts.kind),
            read_algorithm(algorithm, odd),
            read_digits(digits, odd),
            read_period(period, odd),
            link.secret_bytes,
            tuple(odd),
            (*link.print_, algorithm, digits, period),
        )
    except BadLink as bad:
        collector.refuse(bad.fault, place)
        return
    collector.add_link(made, place)


def add_uri(text: str, issuer: str, account: str, place: RemarkPlace, collector: Collector) -> None:
    """Take an account given as a link, or as a secret alone under these names."""
    try:
        if "otpauth://" in text[:20].lower():
            link = read_link(text.strip())
        elif text.lower().startswith("steam://"):
            link = of_secret(issuer, account, text[len("steam://") :], ("steam",))
        else:
            link = of_secret(issuer, account, text)
    except BadLink as bad:
        collector.refuse(bad.fault, place)
        return
    collector.add_link(link, place)


def _kind(text: str) -> Kind:
    return "hotp" if text.lower() == "hotp" else "totp"


def _objects(found: Any) -> Iterable[tuple[RemarkPlace, Any]]:
    """The objects of a list, with their places; anything else has none."""
    if not isinstance(found, list):
        return ()
    return (
        (RemarkPlace(number, unit="entry"), one)
        for number, one in enumerate(found, 1)
        if isinstance(one, dict)
    )


def _member(found: Any, *path: str) -> Any:
    for member in path:
        found = found.get(member) if isinstance(found, dict) else None
    return found


def _text(found: Any, member: str) -> str:
    """A text, or a number as text; empty for everything else."""
    value = _member(found, member)
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _first(members: str, *inside: str) -> Test:
    """A test for a list member whose first object has these members."""

    def test(document: Any) -> bool:
        found = document if not members else _member(document, members)
        return bool(isinstance(found, list) and found and has(*inside)(found[0]))

    return test


def _locked_aegis(document: Any) -> bool:
    return has("header", "db")(document) and isinstance(document["db"], str)


JSON_FORMATS = (
    JsonFormat("Aegis", lambda d: isinstance(_member(d, "db", "entries"), list), _locked_aegis, read_aegis),
    JsonFormat("2FAS", has("services", "schemaVersion"), has("servicesEncrypted"), read_2fas),
    JsonFormat(
        "Credential Exchange",
        has("exporterRpId", "accounts"),
        has("exporterRpId", "payload"),
        read_credential_exchange,
    ),
    JsonFormat("FreeOTP+", has("tokens", "tokenOrder")),
    JsonFormat("andOTP", _first("", "secret", "label", "algorithm")),
    JsonFormat("Ente Auth", lambda _document: False, has("kdfParams", "encryptedData")),
    JsonFormat("Proton Authenticator", _first("entries", "content"), has("version", "salt", "content")),
    JsonFormat(
        "Bitwarden",
        lambda d: has("items")(d) and _member(d, "encrypted") is False,
        lambda d: _member(d, "encrypted") is True,
    ),
    JsonFormat("Stratum (Authenticator Pro)", has("Authenticators", "Categories")),
    JsonFormat("LastPass Authenticator", _first("accounts", "issuerName", "secret")),
    JsonFormat("Raivo", _first("", "secret", "issuer", "kind")),
)
