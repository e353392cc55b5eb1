"""One personal Microsoft account: its proofs, its sessions, and the phones that vouch for it.

Which proofs somebody still has is the whole question after a loss (facts A46, A47).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from lostphone.base.clock import iso
from lostphone.base.secret import Secret
from lostphone.refusal import Refusal
from lostphone.world.identity.registration import Registration
from lostphone.world.identity.security_info import Replacement
from lostphone.world.identity.verifier import CodeVerifier

if TYPE_CHECKING:
    from lostphone.world.devices.device import Device

SignInKind: TypeAlias = Literal["code", "passwordless"]
#: What may prove who somebody is. "authenticator" alone means that nothing but the app does.
PROOFS = ("password", "email", "phone", "authenticator")


class PersonalSession:
    """A sign-in on one device. An expired one shows the red dot until somebody signs in again (A09)."""

    def __init__(self, device: Device) -> None:
        self.expired = False
        self._device = device
        self._kept = Registration(device)

    @property
    def valid(self) -> bool:
        """Good until it expires, the device is erased or the app that holds it is removed."""
        return not self.expired and self._kept.kept_by(self._device)


class PersonalAccount:
    """One account: its proofs, and the phones that vouch for it."""

    def __init__(self, email: str, owner: str, sign_in: SignInKind, proofs: tuple[str, ...]) -> None:
        self.email = email
        self.owner = owner
        self.sign_in = sign_in
        self.proofs = proofs
        self.recovery_key: Secret | None = None
        #: A fault of the service: it hands out another key than this account's.
        self.key_mixed_up = False
        #: One-time password credentials in order of registering; a device may have several.
        self.codes: list[tuple[Registration, CodeVerifier]] = []
        #: Phones registered for push and phone sign-in.
        self.approvers: dict[str, Registration] = {}
        self.sessions: dict[str, PersonalSession] = {}
        self.replacement: Replacement | None = None
        self.ever_signed_in = False

    def authenticator_at_hand(self) -> bool:
        """Whether a phone that vouches for the account could be taken out of a pocket now."""
        registrations = [registration for registration, _ in self.codes]
        registrations += self.approvers.values()
        return any(registration.at_hand for registration in registrations)

    def approver_at_hand(self) -> bool:
        return any(registration.at_hand for registration in self.approvers.values())

    def require_proof(self, code_accepted: bool, sms_over: bool) -> bool:
        """Pass when the person can prove who they are now; the refusal says why they cannot.

        Returns whether it took more than the password. `code_accepted` says that a code they read out
        was right; `sms_over` that text messages confirm nothing any more. Refusal "circular" (A47),
        "must-wait" (A46), "blocked-by-policy" where a text message would have been enough (A59).
        """
        if self.sign_in == "passwordless" and self.approver_at_hand():
            return True
        counted = ("email",) if sms_over else ("email", "phone")
        ways = sum(proof in self.proofs for proof in counted)
        ways += self.authenticator_at_hand() or code_accepted
        if "password" not in self.proofs:
            # A forgotten password is reset with two other proofs (A46).
            if ways < 2:
                self._refuse_text_message(ways, 2, sms_over)
                raise Refusal("circular", f"the password of {self.email} takes two other proofs to reset")
        elif ways == 0 and self.ever_signed_in:
            # An account that nothing but the app protects starts out with its password alone.
            if self.replacement is not None:
                raise Refusal("must-wait", self.waiting())
            self._refuse_text_message(ways, 1, sms_over)
            raise Refusal(
                "circular", f"{self.email} is verified by an authenticator alone, and none is at hand"
            )
        return ways > 0

    def _refuse_text_message(self, ways: int, wanted: int, sms_over: bool) -> None:
        """Say so where the phone number is what is missing."""
        if sms_over and "phone" in self.proofs and ways + 1 >= wanted:
            raise Refusal("blocked-by-policy", f"text messages have ended: none is sent for {self.email}")

    def waiting(self) -> str:
        """Until when replaced security info waits, for people."""
        counts = "" if self.replacement is None else iso(self.replacement.counts_from_ms)
        return f"the new security info of {self.email} counts from {counts}"


def require_known(proofs: tuple[str, ...]) -> None:
    """Refuse "bad-input" what is no proof."""
    for proof in proofs:
        if proof not in PROOFS:
            raise Refusal("bad-input", f"'{proof}' is no proof; use {', '.join(PROOFS)}")
