"""Reads and writes the links of Google Authenticator's export (`otpauth-migration://offline?data=…`).

An export is one or several QR codes, each a protobuf message in Base64. People who lost a phone often have
nothing else, so a part that is missing is told as such. The format knows no period (30 s it is), no digits
but six and eight, and no hash but the three; what it cannot carry is refused on writing, not dropped.

>>> from lostphone.formats.otp import Algorithm
>>> account = OtpAuth("totp", "楽天証券", "mika", Secret(b"12345678901234567890"), Algorithm.SHA512, digits=8)
>>> part = parse_migration(to_migration_uri([account], part=1, parts=3))
>>> part.accounts == (account,), part.part, part.parts
(True, 1, 3)
>>> missing_parts([part])
(2, 3)
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, TypeAlias
from urllib.parse import quote, unquote

from lostphone.base.secret import Secret
from lostphone.base.secret_like import looks_secret
from lostphone.formats.otp import DEFAULTS, Algorithm, Kind
from lostphone.formats.otpauth import OtpAuth, OtpAuthError, names_from

if TYPE_CHECKING:
    from google.protobuf.message import Message

_HEAD = "otpauth-migration://offline"
#: More QR codes than anybody scans: a bigger number is damage.
_MOST_PARTS = 1_000

# Numbers on the wire; 0 means "not given" and stands for the otpauth default.
_ALGORITHMS = {0: Algorithm.SHA1, 1: Algorithm.SHA1, 2: Algorithm.SHA256, 3: Algorithm.SHA512}
_MD5 = 4
_DIGITS = {0: 6, 1: 6, 2: 8}
_KINDS: dict[int, Kind] = {0: "totp", 1: "hotp", 2: "totp"}


Fault: TypeAlias = Literal[
    "head", "data", "damaged", "empty", "parts", "mixed", "no-secret", "md5", "unknown", "entry", "written"
]


class MigrationError(ValueError):
    """An export that cannot be used. `entry` is the number of the account at fault, from 1, or None.

    `fault` names the cause, for those who say it in their own words: the text may hold an account's name.
    """

    def __init__(self, message: str, entry: int | None = None, fault: Fault = "data") -> None:
        super().__init__(message)
        self.entry = entry
        self.fault: Fault = fault


@dataclass(frozen=True, slots=True)
class Migration:
    """One QR code of an export: its accounts, and that it is number `part` of `parts` (from 1).

    Parts of one export share `batch_id`. `version` is the format's own number, kept as found.
    """

    accounts: tuple[OtpAuth, ...]
    part: int = 1
    parts: int = 1
    batch_id: int = 0
    version: int = 1


def parse_migration(uri: str, spoilt: Callable[[MigrationError], object] | None = None) -> Migration:
    """Read one export link, or raise MigrationError; its text never holds a secret, nor the link.

    With `spoilt`, an account that cannot be used is handed to it and left out, and the others are read.
    """
    payload = _payload_class()()
    raw = _decoded_data(uri)
    try:
        payload.ParseFromString(raw)
        understood = True
    except _decode_error():
        understood = False
    if not understood:
        raise MigrationError(
            "the export is cut short or damaged: scan the QR code again and copy all of it", fault="damaged"
        )
    return _migration(payload, spoilt)


def to_migration_uri(
    accounts: Sequence[OtpAuth], *, part: int = 1, parts: int = 1, batch_id: int = 1, version: int = 1
) -> str:
    """The export link of these accounts; MigrationError names the first that the format cannot carry."""
    if not accounts:
        raise MigrationError("an export of no account would be refused by its reader: give at least one")
    if not 1 <= part <= parts <= _MOST_PARTS:
        raise MigrationError(f"there is no part {part} of {parts}")
    payload = _payload_class()(version=version, batch_size=parts, batch_index=part - 1, batch_id=batch_id)
    for number, account in enumerate(accounts, start=1):
        _write_entry(payload.otp_parameters.add(), account, number)
    data = base64.b64encode(payload.SerializeToString(deterministic=True)).decode("ascii")
    return f"{_HEAD}?data={quote(data, safe='')}"


def missing_parts(found: Iterable[Migration]) -> tuple[int, ...]:
    """The numbers of the parts not among these, which have to be of one export; MigrationError if not."""
    migrations = list(found)
    if not migrations:
        return ()
    first = migrations[0]
    if any((other.batch_id, other.parts) != (first.batch_id, first.parts) for other in migrations):
        raise MigrationError(
            "these QR codes are of different exports: take all of them from one", fault="mixed"
        )
    here = {migration.part for migration in migrations}
    return tuple(part for part in range(1, first.parts + 1) if part not in here)


def _decoded_data(uri: str) -> bytes:
    head, _, query = uri.partition("?")
    if head.lower() != _HEAD:
        raise MigrationError(f"the link does not begin with {_HEAD}?data=", fault="head")
    fields = [field.partition("=") for field in query.split("&")]
    values = [value for name, _, value in fields if name == "data" and value]
    if len(values) != 1:
        raise MigrationError("the link has to have data=… once: the copy of it is incomplete")
    # A '+' here is Base64's own and no space, though many tools write it bare.
    text = unquote(values[0])
    if " " in text:
        raise MigrationError("the data has a space where a '+' was: copy the link again, with '+' as %2B")
    if bad := re.search(r"[^A-Za-z0-9+/=]", text):
        raise MigrationError(f"the data is not Base64: see place {bad.start() + 1} of {len(text)}")
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        pass  # Raised outside of the handler: an error in hand keeps hold of what it was about.
    raise MigrationError(f"the data is no whole Base64 with {len(text)} characters: the link is cut short")


def _migration(payload: Any, spoilt: Callable[[MigrationError], object] | None) -> Migration:
    if not payload.otp_parameters:
        raise MigrationError("the export holds no account: choose at least one when exporting", fault="empty")
    part, parts = payload.batch_index + 1, payload.batch_size or 1
    if not 1 <= part <= parts <= _MOST_PARTS:
        problem = f"the export says it is part {part} of {parts}"
        raise MigrationError(f"{problem}: it is damaged, scan it again", fault="parts")
    accounts: list[OtpAuth] = []
    for number, entry in enumerate(payload.otp_parameters, start=1):
        try:
            accounts.append(_read_entry(entry, number))
        except MigrationError as error:
            if spoilt is None:
                raise
            spoilt(error)
    return Migration(tuple(accounts), part, parts, payload.batch_id, payload.version)


def _read_entry(entry: Any, number: int) -> OtpAuth:
    def refusal(problem: str, fault: Fault) -> MigrationError:
        name = entry.issuer or entry.name
        # A label may hold a secret, or a whole link: then the number has to do.
        who = f"account {number} ({name!r})" if name and not looks_secret(name) else f"account {number}"
        remedy = "export again without it, and enrol it anew at its site"
        return MigrationError(f"{who} {problem}: {remedy}", number, fault)

    if not entry.secret:
        raise refusal("has no secret", "no-secret")
    if entry.algorithm == _MD5:
        raise refusal("uses MD5, which no otpauth link can name", "md5")
    for field, known in (("algorithm", _ALGORITHMS), ("digits", _DIGITS), ("type", _KINDS)):
        if getattr(entry, field) not in known:
            raise refusal(f"has an unknown {field}, number {getattr(entry, field)}", "unknown")
    issuer, account, prefix = names_from(entry.name, entry.issuer)
    kind = _KINDS[entry.type]
    try:
        return OtpAuth(
            kind,
            issuer,
            account,
            Secret(entry.secret),
            _ALGORITHMS[entry.algorithm],
            _DIGITS[entry.digits],
            counter=entry.counter if kind == "hotp" else 0,
            prefix=prefix,
        )
    except OtpAuthError as error:
        raise refusal(f"cannot be used, because {error}", "entry") from None


def _write_entry(entry: Any, account: OtpAuth, number: int) -> None:
    if account.period_s != DEFAULTS.period_s:
        problem = f"has a period of {account.period_s} s, and an export knows 30 alone"
        raise MigrationError(f"account {number} {problem}: move it by an otpauth link", number, "written")
    if account.digits not in _DIGITS.values():
        problem = f"has {account.digits} digits, and an export knows six and eight alone"
        raise MigrationError(f"account {number} {problem}: move it by an otpauth link", number, "written")
    entry.secret = account.secret.reveal()
    entry.name = account.label
    entry.issuer = account.issuer
    entry.algorithm = _number_of(account.algorithm, _ALGORITHMS)
    entry.digits = _number_of(account.digits, _DIGITS)
    entry.type = _number_of(account.kind, _KINDS)
    entry.counter = account.counter


def _number_of(value: object, numbers: dict[int, Any]) -> int:
    return max(number for number, meaning in numbers.items() if meaning == value)


def _decode_error() -> type[Exception]:
    from google.protobuf.message import DecodeError

    return DecodeError


@cache
def _payload_class() -> type[Any]:
    """The message class, built from its description here instead of by a compiler beforehand.

    Enumerations are declared as plain numbers, which they are on the wire, so that an unknown one can be
    told by number.
    """
    from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

    field = descriptor_pb2.FieldDescriptorProto
    file = descriptor_pb2.FileDescriptorProto(name="lostphone/migration.proto", syntax="proto3")
    entry = file.message_type.add(name="Entry")
    payload = file.message_type.add(name="Payload")
    fields = [
        (entry, "secret", 1, field.TYPE_BYTES),
        (entry, "name", 2, field.TYPE_STRING),
        (entry, "issuer", 3, field.TYPE_STRING),
        (entry, "algorithm", 4, field.TYPE_INT32),
        (entry, "digits", 5, field.TYPE_INT32),
        (entry, "type", 6, field.TYPE_INT32),
        (entry, "counter", 7, field.TYPE_INT64),
        (payload, "version", 2, field.TYPE_INT32),
        (payload, "batch_size", 3, field.TYPE_INT32),
        (payload, "batch_index", 4, field.TYPE_INT32),
        (payload, "batch_id", 5, field.TYPE_INT32),
    ]
    for message, name, number, kind in fields:
        message.field.add(name=name, number=number, type=kind, label=field.LABEL_OPTIONAL)
    accounts = payload.field.add(name="otp_parameters", number=1, type=field.TYPE_MESSAGE)
    accounts.type_name, accounts.label = ".Entry", field.LABEL_REPEATED
    # A pool of its own: the default one is shared with every other library in the process.
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    message_class: type[Message] = message_factory.GetMessageClass(pool.FindMessageTypeByName("Payload"))
    return message_class
