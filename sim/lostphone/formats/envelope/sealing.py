"""Backup envelopes: what a cloud holds of a backup, sealed so that nobody but the owner can read or alter it.

AES-256-GCM over the contents; the header stays readable (which platform, when, how the key is made) but is
authenticated with them, so a changed header opens nothing. The layout is

    magic 8 | version 1 | header length 2 | body length 4 | header | nonce 12 | check 16 | sum 16 | body

with the header in JSON and numbers in big-endian order. `check` tells a wrong key from damage: it is
derived beside the sealing key, so it gives somebody guessing passphrases no cheaper test than the seal
itself does, and it pins the envelope to one key, which GCM alone does not. `sum` is a plain SHA-256 of all
before it: accidental damage to the header is called damage and not a wrong key. Whoever changes the header
*on purpose* can mend the sum, and then chooses which refusal is met, but never that there is one.

>>> from lostphone.formats.envelope import TEST
>>> from lostphone.base.randomness import Streams
>>> random = Streams(7).named("envelope").randbytes
>>> blob = seal(b"accounts", key=Passphrase("correct horse"), header=EnvelopeHeader("ios", 0), random=random,
...             cost=TEST)
>>> header, contents = open_envelope(blob, key=Passphrase("correct horse"))
>>> header.platform, header.kdf.declared_rounds, contents
('ios', 600000, b'accounts')
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from collections.abc import Callable, Iterable
from typing import NamedTuple

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from lostphone.base.secret import Secret
from lostphone.formats.envelope.errors import (
    EnvelopeError,
    NewerSchema,
    NotAnEnvelope,
    Tampered,
    Truncated,
    WrongKey,
)
from lostphone.formats.envelope.header import SCHEMA, EnvelopeHeader, RandomBytes, SealedHeader, take
from lostphone.formats.envelope.kdf import (
    CHECK_BYTES,
    FULL,
    SALT_BYTES,
    KdfCost,
    Passphrase,
    derive,
    kdf_for,
    require_strength,
)

MAGIC = b"LOSTBKUP"
VERSION = 1

_PREAMBLE = struct.Struct(">8sBHI")
_NONCE_BYTES = 12
_SUM_BYTES = 16
_TAG_BYTES = 16


def seal(
    contents: bytes,
    *,
    key: Secret,
    header: EnvelopeHeader,
    random: RandomBytes,
    cost: KdfCost = FULL,
    policy: Callable[[Passphrase], None] = require_strength,
) -> bytes:
    """The sealed envelope. `key` is a service's 32-byte `Secret` or a `Passphrase`.

    Salt and nonce come from `random` and from nowhere else; the sealing key is fresh with every salt, so a
    nonce cannot meet the same key twice by chance. Raises WeakPassphrase as `policy` says; ValueError for a
    service key of another length, or a header over 64 KiB.
    """
    if isinstance(key, Passphrase):
        policy(key)
    kdf = kdf_for(key, cost, take(random, SALT_BYTES))
    nonce = take(random, _NONCE_BYTES)
    keys = derive(key, kdf)
    told = msgspec.json.encode(
        SealedHeader(header.platform, header.created_ms, header.schema, header.account_hint, kdf=kdf)
    )
    if len(told) > 0xFFFF:
        raise ValueError(f"the header takes {len(told)} bytes: at most {0xFFFF} fit")
    preamble = _PREAMBLE.pack(MAGIC, VERSION, len(told), len(contents) + _TAG_BYTES)
    summed = preamble + told + nonce + keys.check
    front = summed + _sum(summed)
    return front + AESGCM(keys.sealing).encrypt(nonce, contents, front)


def open_envelope(blob: bytes, *, key: Secret) -> tuple[SealedHeader, bytes]:
    """Header and contents, or the EnvelopeError that says why not. The blob is never changed.

    Only after this has returned is the header known to be true; `read_header` alone proves nothing.
    """
    parts = _parts(blob)
    kdf = parts.header.kdf
    typed = isinstance(key, Passphrase)
    if typed != (kdf.name == "PBKDF2-HMAC-SHA256"):
        kinds = ("a key kept by a service", "a passphrase")
        raise WrongKey(f"this backup opens with {kinds[not typed]}, not with {kinds[typed]}")
    keys = derive(key, kdf)
    if not hmac.compare_digest(keys.check, parts.check):
        what = "passphrase" if typed else "key"
        raise WrongKey(f"the {what} is not the one this backup was made with: try another")
    try:
        return parts.header, AESGCM(keys.sealing).decrypt(parts.nonce, parts.body, parts.front)
    except InvalidTag:
        raise _damage() from None


def opens_with_any(blob: bytes, keys: Iterable[Secret]) -> bool:
    """Whether one of these keys, kept by a service, is the key of the envelope; False for what is none."""
    try:
        parts = _parts(blob)
    except EnvelopeError:
        return False
    if parts.header.kdf.name == "PBKDF2-HMAC-SHA256":
        return False
    return any(hmac.compare_digest(derive(key, parts.header.kdf).check, parts.check) for key in keys)


def read_header(blob: bytes) -> SealedHeader:
    """What the envelope says of itself, unproven: it can be trusted once `open_envelope` has returned."""
    return _parts(blob).header


class _EnvelopeParts(NamedTuple):
    header: SealedHeader
    nonce: bytes
    check: bytes
    front: bytes
    body: bytes


class _Schema(msgspec.Struct):
    schema: int


def _parts(blob: bytes) -> _EnvelopeParts:
    if blob[: len(MAGIC)] != MAGIC[: len(blob)]:
        raise NotAnEnvelope("this is no backup envelope: its first bytes are others")
    if len(blob) < _PREAMBLE.size:
        raise Truncated(f"the backup ends after {len(blob)} bytes, before its header: fetch it again")
    _, version, header_bytes, body_bytes = _PREAMBLE.unpack_from(blob)
    if version == 0:
        raise NotAnEnvelope("this is no backup envelope: there is no layout 0")
    if version > VERSION:
        raise NewerSchema(version, VERSION)
    header_end = _PREAMBLE.size + header_bytes
    check_end = header_end + _NONCE_BYTES + CHECK_BYTES
    front_end = check_end + _SUM_BYTES
    if len(blob) < front_end + body_bytes:
        raise Truncated(f"the backup has {len(blob)} of {front_end + body_bytes} bytes: fetch it again")
    if len(blob) > front_end + body_bytes:
        too_many = len(blob) - front_end - body_bytes
        raise Tampered(f"the backup has {too_many} bytes more than it was made with: fetch it again")
    if not hmac.compare_digest(_sum(blob[:check_end]), blob[check_end:front_end]):
        raise _damage()
    header = _header(blob[_PREAMBLE.size : header_end])
    nonce = blob[header_end : header_end + _NONCE_BYTES]
    return _EnvelopeParts(
        header, nonce, blob[header_end + _NONCE_BYTES : check_end], blob[:front_end], blob[front_end:]
    )


def _header(told: bytes) -> SealedHeader:
    try:
        found = msgspec.json.decode(told, type=_Schema).schema
        if found > SCHEMA:
            raise NewerSchema(found, SCHEMA)
        header = msgspec.json.decode(told, type=SealedHeader)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise _damage() from None
    if not header.kdf.is_sane():
        raise Tampered("the header asks for a number of rounds that no backup is made with")
    return header


def _damage() -> Tampered:
    return Tampered("the backup is not as it was sealed: it was damaged or altered; fetch it again")


def _sum(summed: bytes) -> bytes:
    return hashlib.sha256(summed).digest()[:_SUM_BYTES]
