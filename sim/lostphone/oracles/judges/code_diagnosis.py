"""A wrong code: which promise it breaks, by what it would be right for.

>>> from lostphone.base.secret import Secret
>>> rfc = CodeVerifier(Secret(b"12345678901234567890"))
>>> promise_broken(rfc, "81804", "081804", 1_111_111_109_000)
'code.leading-zeros'
>>> promise_broken(rfc, totp(rfc.secret, 1_111_111_109_000 + 9 * 3_600_000), "081804", 1_111_111_109_000)
'code.utc'
"""

from __future__ import annotations

from collections.abc import Iterator

from lostphone.base.clock import HOUR_MS, SECOND_MS
from lostphone.formats.otp import Algorithm, OtpParameters, totp
from lostphone.world.identity.verifier import CodeVerifier

#: The moment from which a counter of seconds in 31 bits is too short.
LATE_MS = 2**31 * SECOND_MS
_QUARTER_MS = HOUR_MS // 4
_QUARTERS = tuple(quarter for quarter in range(-14 * 4, 14 * 4 + 1) if quarter)


def promise_broken(verifier: CodeVerifier, shown: str, right: str, at_ms: int) -> str:
    """The id of the promise; `at_ms` is the moment whose code was due."""
    due = verifier.parameters
    if shown != right and shown.lstrip("0") == right.lstrip("0") and len(shown) < due.digits:
        return "code.leading-zeros"
    if len(shown) != due.digits:
        return "code.digits"
    if shown == right:
        return "code.matches-site"
    for rule, other in _otherwise(due):
        if shown == totp(verifier.secret, at_ms, other):
            return rule
    step_ms = due.period_s * SECOND_MS
    if any(shown == totp(verifier.secret, max(at_ms + off_ms, 0), due) for off_ms in (-step_ms, step_ms)):
        return "code.matches-site"
    for quarter in _QUARTERS:
        if shown == totp(verifier.secret, max(at_ms + quarter * _QUARTER_MS, 0), due):
            return "code.utc"
    return "code.any-year" if at_ms >= LATE_MS else "code.matches-site"


def _otherwise(due: OtpParameters) -> Iterator[tuple[str, OtpParameters]]:
    for algorithm in Algorithm:
        if algorithm is not due.algorithm:
            yield "code.algorithms", OtpParameters("totp", algorithm, due.digits, due.period_s)
    for period_s in (15, 30, 60):
        if period_s != due.period_s:
            yield "code.period", OtpParameters("totp", due.algorithm, due.digits, period_s)
