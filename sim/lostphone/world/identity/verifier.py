"""The service's side of a one-time password: window, replay refusal, remembered drift.

Sites, tenants and personal accounts all check codes here; what differs is the window (facts F06 to F08).
"""

from __future__ import annotations

from lostphone.base.clock import SECOND_MS
from lostphone.base.secret import Secret
from lostphone.formats.otp import DEFAULTS, OtpParameters, accepts, counter_at
from lostphone.refusal import Refusal


class CodeVerifier:
    """One shared secret and what was accepted for it so far.

    `back_steps` and `forward_steps` are periods for a TOTP; for an HOTP only the look-ahead counts.
    """

    def __init__(
        self,
        secret: Secret,
        parameters: OtpParameters = DEFAULTS,
        back_steps: int = 1,
        forward_steps: int = 1,
        remembers_drift: bool = False,
    ) -> None:
        self.secret = secret
        self.parameters = parameters
        self.back_steps = back_steps
        self.forward_steps = forward_steps
        self.remembers_drift = remembers_drift
        #: The newest counter accepted, if any was.
        self.last_counter: int | None = None
        self.drift_steps = 0

    def check(self, code: str, at_ms: int) -> None:
        """Accept the code once; Refusal "replayed" or "wrong-code" otherwise.

        A code is compared as the text it is: "81804" is not "081804" (fact F04).
        """
        accepted = self._accepted(code, at_ms, self.last_counter)
        if accepted is None:
            if self._was_accepted(code, at_ms):
                raise Refusal("replayed", "a code of that step or a later one has been used already")
            raise Refusal("wrong-code")
        self.last_counter = accepted
        if self.remembers_drift and self.parameters.kind == "totp":
            self.drift_steps = accepted - counter_at(at_ms, self.parameters.period_s)

    def _was_accepted(self, code: str, at_ms: int) -> bool:
        """Whether it would be right, had nothing been accepted yet: a wrong code and a used one differ."""
        if self.last_counter is None:
            return False
        before = None
        if self.parameters.kind == "hotp" and self.last_counter > self.forward_steps:
            before = self.last_counter - self.forward_steps - 1
        return self._accepted(code, at_ms, before) is not None

    def _accepted(self, code: str, at_ms: int, last_counter: int | None) -> int | None:
        shift_ms = self.drift_steps * self.parameters.period_s * SECOND_MS
        return accepts(
            self.secret,
            code,
            at_ms + shift_ms,
            self.parameters,
            back_steps=self.back_steps,
            forward_steps=self.forward_steps,
            last_counter=last_counter,
        )
