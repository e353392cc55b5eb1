"""Sealing and opening a backup, with the envelope's errors as refusals a person can be told.

>>> from lostphone.base.randomness import Streams
>>> blob = seal(b"accounts", bytes(32), platform="ios", now_ms=0, random=Streams(7).named("x").randbytes)
>>> header_of(blob).platform, unseal(blob, bytes(32))
('ios', b'accounts')
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from lostphone.base.secret import Secret
from lostphone.formats import envelope
from lostphone.formats.envelope import AccountHint, EnvelopeHeader
from lostphone.refusal import Refusal


def seal(
    content: bytes,
    key: bytes,
    *,
    platform: str,
    now_ms: int,
    random: Callable[[int], bytes],
    account: str | None = None,
) -> bytes:
    """The envelope. `key` has 32 bytes; `account` leaves a salted hint of whose it is, not its address."""
    hint = None if account is None else AccountHint.of(account, random)
    header = EnvelopeHeader(platform, now_ms, account_hint=hint)
    return envelope.seal(content, key=Secret(key), header=header, random=random)


def header_of(blob: bytes) -> EnvelopeHeader:
    """What the envelope says of itself; Refusal "tampered" or "newer-format"."""
    with told_as_refusals():
        return envelope.read_header(blob)


def unseal(blob: bytes, key: bytes) -> bytes:
    """The contents; Refusal "wrong-account" (another key), "tampered" or "newer-format"."""
    with told_as_refusals():
        return envelope.open_envelope(blob, key=Secret(key))[1]


@contextmanager
def told_as_refusals() -> Iterator[None]:
    """Raise the envelope's errors as refusals."""
    try:
        yield
    except envelope.NewerSchema as error:
        raise Refusal("newer-format", str(error)) from None
    except envelope.WrongKey as error:
        raise Refusal("wrong-account", str(error)) from None
    except envelope.EnvelopeError as error:
        raise Refusal("tampered", str(error)) from None
