"""Why an envelope is not opened or not made: one class a reason, all of them `EnvelopeError`.

>>> str(NewerSchema(found=3, supported=1))
'the backup has schema 3, this app understands up to 1: update the app (the backup is left as it is)'
"""

from __future__ import annotations


class EnvelopeError(Exception):
    """An envelope that is not opened. Its text holds neither key nor contents."""


class NotAnEnvelope(EnvelopeError):
    """Something else is stored under this name."""


class Truncated(EnvelopeError):
    """The end is missing."""


class Tampered(EnvelopeError):
    """Some bit is not as it was sealed, by accident or on purpose: cryptography cannot tell which."""


class WrongKey(EnvelopeError):
    """The envelope is whole; the passphrase or key is not its own."""


class WeakPassphrase(EnvelopeError):
    """The passphrase is against the policy; nothing was sealed."""


class NewerSchema(EnvelopeError):
    """Made by a newer app: `found` is its schema, `supported` the newest one understood here."""

    def __init__(self, found: int, supported: int) -> None:
        super().__init__(
            f"the backup has schema {found}, this app understands up to {supported}: "
            "update the app (the backup is left as it is)"
        )
        self.found = found
        self.supported = supported
