"""Backup envelopes: what a cloud holds of a backup, and every way in which one is not opened.

`sealing` makes and opens them, `header` is what anybody may read, `kdf` how the key is made and at what
cost, `errors` the refusals.
"""

from lostphone.formats.envelope.errors import (
    EnvelopeError,
    NewerSchema,
    NotAnEnvelope,
    Tampered,
    Truncated,
    WeakPassphrase,
    WrongKey,
)
from lostphone.formats.envelope.header import SCHEMA, AccountHint, EnvelopeHeader, SealedHeader
from lostphone.formats.envelope.kdf import FULL, TEST, Kdf, KdfCost, Passphrase, require_strength
from lostphone.formats.envelope.sealing import open_envelope, opens_with_any, read_header, seal

__all__ = [
    "FULL",
    "SCHEMA",
    "TEST",
    "AccountHint",
    "EnvelopeError",
    "EnvelopeHeader",
    "Kdf",
    "KdfCost",
    "NewerSchema",
    "NotAnEnvelope",
    "Passphrase",
    "SealedHeader",
    "Tampered",
    "Truncated",
    "WeakPassphrase",
    "WrongKey",
    "open_envelope",
    "opens_with_any",
    "read_header",
    "require_strength",
    "seal",
]
