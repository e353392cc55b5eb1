"""What anybody may read of a backup without its key: no secret, no address, only what opening needs.

>>> from lostphone.base.randomness import Streams
>>> hint = AccountHint.of("Mika@outlook.com", Streams(7).named("hint").randbytes)
>>> hint.matches("mika@outlook.com"), hint.matches("ryo@outlook.com")
(True, False)
"""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from collections.abc import Callable
from typing import TypeAlias

import msgspec

from lostphone.formats.envelope.kdf import SALT_BYTES, Kdf

RandomBytes: TypeAlias = Callable[[int], bytes]

#: The newest schema of contents that this code understands.
SCHEMA = 1


class AccountHint(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which recovery account a backup belongs to, without its address in clear: a salted digest.

    It keeps the address out of blobs and logs and makes two people's hints incomparable. It does not stop
    somebody who has a list of addresses to try.
    """

    salt: bytes
    digest: bytes

    @classmethod
    def of(cls, account: str, random: RandomBytes) -> AccountHint:
        """The hint of an address; upper and lower case are the same address."""
        salt = take(random, SALT_BYTES)
        return cls(salt, _account_digest(salt, account))

    def matches(self, account: str) -> bool:
        """Whether it is this account's."""
        return hmac.compare_digest(self.digest, _account_digest(self.salt, account))


class EnvelopeHeader(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the maker of a backup says of it. Times are milliseconds since the epoch.

    `schema` numbers the form of the contents; a reader refuses a newer one than its own.
    """

    platform: str
    created_ms: int
    schema: int = SCHEMA
    account_hint: AccountHint | None = None


class SealedHeader(EnvelopeHeader, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The same with what sealing added: how the key is made."""

    kdf: Kdf


def take(random: RandomBytes, count: int) -> bytes:
    """`count` bytes from `random`; ValueError if it gives another number."""
    taken = random(count)
    if len(taken) != count:
        raise ValueError(f"the source of randomness gave {len(taken)} bytes instead of {count}")
    return taken


def _account_digest(salt: bytes, account: str) -> bytes:
    address = unicodedata.normalize("NFKC", account.strip()).casefold()
    return hashlib.sha256(salt + address.encode("utf-8", "surrogatepass")).digest()
