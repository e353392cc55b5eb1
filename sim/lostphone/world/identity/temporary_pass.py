"""A Temporary Access Pass: the code an administrator gives somebody whose phone is gone (facts C06 to C09).

It stands in for the second proof, not for the account's other methods; it has a beginning and an end, is
shown once, and a one-time pass leaves ten minutes for registering a new phone (C07).

>>> issued = TemporaryPass(Secret(b"abcd2345"), start_ms=0, lifetime_ms=3_600_000, one_time=True)
>>> issued.use("abcd2345", at_ms=60_000)
660000
"""

from __future__ import annotations

import hmac

from lostphone.base.clock import MINUTE_MS, iso
from lostphone.base.randomness import Streams
from lostphone.base.secret import Secret
from lostphone.refusal import Refusal

#: After a sign-in with a one-time pass, a method has to be registered within this time (C07).
REGISTRATION_MS = 10 * MINUTE_MS

# Without the characters that people mistake for one another on paper.
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789+&%$"


class TemporaryPass:
    """One pass: good from `start_ms` up to, and not including, `end_ms`."""

    def __init__(self, value: Secret, start_ms: int, lifetime_ms: int, one_time: bool) -> None:
        self._value = value
        self.start_ms = start_ms
        self.end_ms = start_ms + lifetime_ms
        self.one_time = one_time
        self.used = False

    def use(self, typed: str, at_ms: int) -> int:
        """Sign in with it; returns the last moment at which a method may be registered.

        Refusal "wrong-code", "must-wait", "expired" or "replayed". What is obtained with a pass never
        outlives the pass (C08).
        """
        if not hmac.compare_digest(self._value.reveal(), typed.encode()):
            raise Refusal("wrong-code", "that is not the Temporary Access Pass issued last")
        if at_ms < self.start_ms:
            raise Refusal("must-wait", f"the Temporary Access Pass starts at {iso(self.start_ms)}")
        if at_ms >= self.end_ms:
            raise Refusal("expired", f"the Temporary Access Pass ended at {iso(self.end_ms)}")
        if self.one_time and self.used:
            raise Refusal("replayed", "this Temporary Access Pass was good for one sign-in")
        self.used = True
        last_ms = self.end_ms - 1
        return min(last_ms, at_ms + REGISTRATION_MS) if self.one_time else last_ms


def draw_pass(streams: Streams, tenant: str, length: int) -> Secret:
    """A fresh pass as typed text, from the tenant's own stream."""
    stream = streams.named(f"tenant/{tenant}/passes")
    return Secret("".join(stream.choice(_ALPHABET) for _ in range(length)).encode())
