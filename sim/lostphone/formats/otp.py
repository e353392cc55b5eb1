"""One-time passwords: what a client shows, and what a site accepts.

The two sides are computed by two libraries on purpose. `totp` and `hotp` stand for the client and run on
cryptography; `accepts` stands for the site and runs on pyotp. A mistake in one shows as a disagreement.
Time is integer milliseconds since the epoch throughout: no float, so no year is too far away.

>>> secret = Secret(b"12345678901234567890")
>>> totp(secret, 1_111_111_109_000)
'081804'
>>> accepts(secret, "081804", 1_111_111_109_000 + 30_000, back_steps=1)
37037036
>>> accepts(secret, "081804", 1_111_111_109_000 + 30_000, back_steps=1, last_counter=37037036) is None
True
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeAlias

import pyotp
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.twofactor.hotp import HOTP

from lostphone.base.clock import SECOND_MS
from lostphone.base.secret import Secret

Kind: TypeAlias = Literal["totp", "hotp"]

#: Counters are eight bytes in RFC 4226; the migration format keeps them signed, so this is the safe end.
LAST_COUNTER = 2**63 - 1


class Algorithm(StrEnum):
    """The hash under the HMAC, by the names an otpauth link uses (F11)."""

    SHA1 = "SHA1"
    SHA256 = "SHA256"
    SHA512 = "SHA512"


@dataclass(frozen=True, slots=True)
class OtpParameters:
    """All that makes codes besides the secret. The defaults are those of an otpauth link (F01, F11).

    `digits` is 6, 7 or 8; `period_s` is whole seconds from 1 and means nothing to a "hotp". ValueError says
    which of them is wrong.
    """

    kind: Kind = "totp"
    algorithm: Algorithm = Algorithm.SHA1
    digits: int = 6
    period_s: int = 30

    def __post_init__(self) -> None:
        if self.kind not in ("totp", "hotp"):
            raise ValueError(f"a one-time password is of kind 'totp' or 'hotp', not {self.kind!r}")
        if not isinstance(self.algorithm, Algorithm):
            raise ValueError(f"the algorithm is one of {', '.join(Algorithm)}, not {self.algorithm!r}")
        if type(self.digits) is not int or not 6 <= self.digits <= 8:
            raise ValueError(f"a code has 6, 7 or 8 digits, not {self.digits!r}")
        if type(self.period_s) is not int or self.period_s < 1:
            raise ValueError(f"the period is a whole number of seconds from 1, not {self.period_s!r}")


DEFAULTS = OtpParameters()


def totp(secret: Secret, at_ms: int, params: OtpParameters = DEFAULTS) -> str:
    """The code shown at a moment: `params.digits` characters, leading zeros kept (F04).

    Secrets of any length are taken: sites still hand out 80 bits (F05).
    """
    if params.kind != "totp":
        raise ValueError("a 'hotp' has no clock: give its counter to hotp()")
    return hotp(secret, counter_at(at_ms, params.period_s), params)


def hotp(secret: Secret, counter: int, params: OtpParameters = DEFAULTS) -> str:
    """The code of a counter from 0 to `LAST_COUNTER` (F01)."""
    if not 0 <= counter <= LAST_COUNTER:
        raise ValueError(f"a counter lies between 0 and {LAST_COUNTER}, not at {counter}")
    engine = HOTP(secret.reveal(), params.digits, _HASHES[params.algorithm], enforce_key_length=False)
    return engine.generate(counter).decode("ascii")


def counter_at(at_ms: int, period_s: int = 30) -> int:
    """The number of whole periods since the epoch (F01); ValueError for a moment before it."""
    if at_ms < 0:
        raise ValueError(f"there are no time steps before 1970, and {at_ms} ms is before it")
    return at_ms // (period_s * SECOND_MS)


def remaining_ms(at_ms: int, period_s: int = 30) -> int:
    """How long the code shown now stays the current one: from 1 ms up to and including a whole period."""
    return (counter_at(at_ms, period_s) + 1) * period_s * SECOND_MS - at_ms


def accepts(
    secret: Secret,
    code: str,
    at_ms: int,
    params: OtpParameters = DEFAULTS,
    *,
    back_steps: int = 0,
    forward_steps: int = 0,
    last_counter: int | None = None,
) -> int | None:
    """A site's verdict: the counter the code belongs to, or None when it is refused.

    For a "totp" the window is `back_steps` before the site's own step to `forward_steps` after it (F06,
    F07). For a "hotp" `at_ms` is not looked at: the window begins after `last_counter` (or at 0) and looks
    `forward_steps` further. A counter is accepted once, and never one before it (F08); the caller keeps
    what is returned and gives it as `last_counter` the next time.
    """
    engine = _site_engine(secret, params)
    unused = 0 if last_counter is None else last_counter + 1
    if params.kind == "hotp":
        window = range(unused, unused + forward_steps + 1)
    else:
        now = counter_at(at_ms, params.period_s)
        window = range(max(now - back_steps, unused), now + forward_steps + 1)
    return next((counter for counter in window if engine.verify(code, counter)), None)


class _ShortSecretHOTP(pyotp.HOTP):
    """pyotp's HOTP without its floor of 112 bits.

    pyotp refuses short secrets since it follows NIST 800-63B, but a simulated site must be able to do what
    real ones do and hand out 80 bits (F05). Only the length check is lifted; the code is still pyotp's.
    """

    def byte_secret(self) -> bytes:
        padding = "=" * (-len(self.secret) % 8)
        return base64.b32decode(self.secret + padding, casefold=True)


def _site_engine(secret: Secret, params: OtpParameters) -> pyotp.HOTP:
    # pyotp.TOTP adds nothing to this but floats and a period of at most two minutes.
    engine = pyotp.HOTP if secret.bits >= _PYOTP_FLOOR_BITS else _ShortSecretHOTP
    return engine(secret.base32(), digits=params.digits, digest=_DIGESTS[params.algorithm])


_PYOTP_FLOOR_BITS = 112
_HASHES: dict[Algorithm, hashes.SHA1 | hashes.SHA256 | hashes.SHA512] = {
    Algorithm.SHA1: hashes.SHA1(),
    Algorithm.SHA256: hashes.SHA256(),
    Algorithm.SHA512: hashes.SHA512(),
}
_DIGESTS = {
    Algorithm.SHA1: hashlib.sha1,
    Algorithm.SHA256: hashlib.sha256,
    Algorithm.SHA512: hashlib.sha512,
}
