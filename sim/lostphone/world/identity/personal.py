"""Personal Microsoft accounts: signing in, keys for backups, codes and approvals bound to a phone.

A personal account is what a backup hangs on where there is a recovery account, so whether somebody can
still sign in decides whether the backup opens at all (facts A07, A17, A46, A47).

- A *code* account shows a one-time password. Each device has its own secret; codes of two phones differ
  and both are accepted (A07).
- A *passwordless* account also approves sign-ins with a key that never leaves its phone (A17b).

>>> from lostphone.world.world import World
>>> world = World()
>>> _ = world.personal.create("mika@outlook.com", "Mika")
>>> phone = world.add_device("Mika's Pixel", "Mika", "android")
>>> world.personal.sign_in(phone, "mika@outlook.com")
>>> world.personal.sessions("Mika's Pixel")
['mika@outlook.com']
"""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from lostphone.base.secret import Secret
from lostphone.formats.otp import OtpParameters
from lostphone.refusal import Refusal
from lostphone.world.identity.personal_account import PersonalSession
from lostphone.world.identity.personal_directory import ACTOR, PersonalDirectory
from lostphone.world.identity.reach import MICROSOFT, ask
from lostphone.world.identity.registration import Registration
from lostphone.world.identity.verifier import CodeVerifier

if TYPE_CHECKING:
    from lostphone.world.devices.device import Device

RECOVERY_KEY_BYTES = 32
CODE_SECRET_BYTES = 20
#: What the service does at a date is the same whichever phone asks; rules are looked up for one platform.
_ANY_PLATFORM = "ios"
_SMS_ENDS = "personal.sms-ends"
#: Digits of its codes, by the answer to the open question of how many there are.
CODE_DIGITS = {"six": 6, "eight": 8}


class PersonalAccounts(PersonalDirectory):
    """Every personal account of one world, with what its people do."""

    # Signing in and out

    def sign_in(self, device: Device, email: str, code: str | None = None) -> None:
        """The person signs in with whatever proof they still have; `code` is one they can read out.

        Refuses "circular" when the only proof is on a phone that is gone (A47), "must-wait" while replaced
        security info does not count yet (A46), "blocked-by-policy" when only a text message is left and
        those have ended (A59).
        """
        ask(device, MICROSOFT, ACTOR, "sign-in", lambda: self._sign_in(device, email, code), account=email)

    def sign_out(self, device: Device, email: str) -> None:
        """End the session on that device; ending none is no error, and needs no network."""
        if self.account(email).sessions.pop(device.id, None) is not None:
            self._world.record(device.id, "sign-out", ACTOR, account=email)

    def expire_sessions(self, email: str) -> None:
        """Every device has to sign in to this account again (A09)."""
        for session in self.account(email).sessions.values():
            session.expired = True
        self._world.record(ACTOR, "expire-sessions", email)

    # What a session opens

    def recovery_key(self, device: Device, email: str) -> bytes:
        """The 32 bytes by which this account protects its backups, the same every time."""
        return ask(
            device,
            MICROSOFT,
            ACTOR,
            "give-recovery-key",
            lambda: self._recovery_key(device, email),
            by_person=False,
            account=email,
        ).reveal()

    def register_code(self, device: Device, email: str) -> Secret:
        """A one-time password secret of this device's own (A07), for who is signed in on it."""

        def register() -> Secret:
            self._require_session(device, email)
            return self._new_code(device, email)

        return ask(device, MICROSOFT, ACTOR, "register-code", register, account=email)

    def renew_code(self, device: Device, email: str, proof: bytes) -> Secret:
        """As `register_code`, proven by an older secret that is still valid instead of a session.

        The older one stays valid: it may be in use on another phone (A07, S67).
        """

        def renew() -> Secret:
            valid = [verifier.secret.reveal() for _, verifier in self.account(email).codes]
            if not any(hmac.compare_digest(secret, proof) for secret in valid):
                raise Refusal("wrong-code", f"{device.id} holds no valid credential of {email}")
            return self._new_code(device, email)

        return ask(device, MICROSOFT, ACTOR, "renew-code", renew, by_person=False, account=email)

    def check_code(self, email: str, code: str) -> None:
        """Accept a code of any registered device once; Refusal "wrong-code" or "replayed"."""
        replayed: Refusal | None = None
        for registration, verifier in self.account(email).codes:
            try:
                verifier.check(code, self._world.now_ms)
            except Refusal as caught:
                if caught.code == "replayed":
                    replayed = caught
                continue
            self._world.record(ACTOR, "check-code", email, device=registration.device_id)
            self._use_old_info(email)
            return
        refusal = replayed or Refusal("wrong-code", f"no device of {email} shows that code now")
        self._world.record(ACTOR, "check-code", email, refusal.code)
        raise refusal

    def register_device(self, device: Device, email: str) -> None:
        """Bind a push and phone sign-in key to the device, for who is signed in on it (A08)."""

        def register() -> None:
            self._require_session(device, email)
            account = self.account(email)
            account.approvers[device.id] = Registration(device)
            account.sign_in = "passwordless"

        ask(device, MICROSOFT, ACTOR, "register-device", register, account=email)

    def has_device(self, email: str, device_id: str) -> bool:
        """Whether the account counts on that device for approvals, wherever it may be."""
        return device_id in self.account(email).approvers

    def approve(self, device: Device, email: str) -> None:
        """Approve a sign-in on a registered phone; "needs-sign-in" when its key is not there (any more)."""

        def approve() -> None:
            registration = self.account(email).approvers.get(device.id)
            if registration is None or not registration.kept_by(device):
                raise Refusal("needs-sign-in", f"{device.id} has to sign in to {email} first")
            self._use_old_info(email)

        ask(device, MICROSOFT, ACTOR, "approve", approve, account=email)

    def remove_device(self, email: str, device_id: str) -> None:
        """Stop trusting a device: its codes, approvals and session end."""
        account = self.account(email)
        codes = [entry for entry in account.codes if entry[0].device_id != device_id]
        known = len(codes) < len(account.codes) or device_id in account.approvers
        if not (known or device_id in account.sessions):
            raise Refusal("not-found", f"{email} knows no device '{device_id}'")
        account.codes = codes
        account.approvers.pop(device_id, None)
        account.sessions.pop(device_id, None)
        self._world.record(ACTOR, "remove-device", device_id, account=email)

    # Inside

    def _sign_in(self, device: Device, email: str, code: str | None) -> None:
        account = self.account(email)
        if code is not None:
            self.check_code(email, code)
        if account.require_proof(code is not None, self._world.policy(_ANY_PLATFORM).holds(_SMS_ENDS)):
            self._use_old_info(email)
        account.sessions[device.id] = PersonalSession(device)
        account.ever_signed_in = True

    def _require_session(self, device: Device, email: str) -> None:
        self.account(email)
        if not self.signed_in(device.id, email):
            raise Refusal("signed-out", f"{device.id} is not signed in to {email}")

    def _recovery_key(self, device: Device, email: str) -> Secret:
        self._require_session(device, email)
        account = self.account(email)
        if account.key_mixed_up:
            return self._world.new_secret(f"personal/{email}/wrong-key", RECOVERY_KEY_BYTES)
        if account.recovery_key is None:
            account.recovery_key = self._world.new_secret(
                f"personal/{email}/recovery-key", RECOVERY_KEY_BYTES
            )
        return account.recovery_key

    def _new_code(self, device: Device, email: str) -> Secret:
        secret = self._world.new_secret(f"personal/{email}/codes", CODE_SECRET_BYTES)
        digits = CODE_DIGITS[self._world.policy(_ANY_PLATFORM).answer("Q22")]
        verifier = CodeVerifier(secret, OtpParameters(digits=digits))
        self.account(email).codes.append((Registration(device), verifier))
        return secret
