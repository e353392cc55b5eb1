"""Registering methods for a work account: one-time password entries, phones for pushes, phone sign-in.

A native registration is a key that never leaves its phone, so it is made anew on every phone (fact A08).
An entry set up "with another app" is a plain one-time password instead, which a backup does carry (C04).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lostphone.formats.otpauth import OtpAuth
from lostphone.refusal import Refusal
from lostphone.world.identity.reach import MICROSOFT, ask
from lostphone.world.identity.registration import Registration
from lostphone.world.identity.tenant import WorkUser
from lostphone.world.identity.verifier import CodeVerifier
from lostphone.world.identity.work_sign_in import WorkSignIn

if TYPE_CHECKING:
    from lostphone.world.devices.device import Device
    from lostphone.world.world import World

#: One-time password entries and authenticator apps of one person, together (C14).
MOST_AUTHENTICATORS = 5
#: Two minutes either way, in steps of thirty seconds (C28, reported by a vendor). The drift that Entra is
#: said to learn of regularly used entries is left out: it would blur the two minutes.
DRIFT_STEPS = 4
OTP_SECRET_BYTES = 20
QR_TOKEN_BYTES = 20


class EnrolmentCode:
    """What an enrolment QR code stands for, and whether it was redeemed."""

    def __init__(self, email: str) -> None:
        self.email = email
        self.redeemed = False


class Enrolment(WorkSignIn):
    """Registering and removing methods."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self._enrolment_codes: dict[str, EnrolmentCode] = {}

    def enrol_third_party_otp(self, device: Device, email: str) -> str:
        """Set up "another app" in a browser on that device: an `otpauth://` URI, up to five (C04, C14).

        Signs in first where there is no session. Refusal "blocked-by-policy" (C03), "not-allowed".
        """
        user = self.user(email)

        def enrol() -> str:
            self._require_method(user, "third-party-otp")
            if not self.signed_in(device.id, email):
                self._sign_in(device, user, None, None)
            self._require_session(device, user)
            self._require_room(user)
            secret = self._world.new_secret(f"tenant/{user.tenant.name}/otp", OTP_SECRET_BYTES)
            verifier = CodeVerifier(secret, back_steps=DRIFT_STEPS, forward_steps=DRIFT_STEPS)
            user.otp_tokens.append((Registration(device), verifier))
            user.must_register_again = False
            return OtpAuth(kind="totp", issuer=user.tenant.name, account=email, secret=secret).to_uri()

        return ask(device, MICROSOFT, user.tenant.name, "enrol-third-party-otp", enrol, account=email)

    def enrolment_qr(self, email: str) -> str:
        """The text of a QR code that registers one phone once, shown at the account's security info (A42).

        Who cannot sign in there gets none: Refusal "circular".
        """
        user = self.user(email)
        if user.registered_methods and not (self._usable(user) or user.must_register_again):
            raise Refusal("circular", f"{email} cannot sign in to the security info that shows the code")
        stream = f"tenant/{user.tenant.name}/enrolment"
        token = self._world.new_secret(stream, QR_TOKEN_BYTES).base32()
        self._enrolment_codes[token] = EnrolmentCode(email)
        self._world.record(user.tenant.name, "show-enrolment-code", email)
        return token

    def redeem_qr(self, device: Device, email: str, token: str) -> None:
        """Register the app on that device by a scanned code; a used one is refused as "replayed" (S47)."""
        user = self.user(email)

        def redeem() -> None:
            self._check_root(device, user.tenant)
            code = self._enrolment_codes.get(token)
            if code is None or code.email != email:
                raise Refusal("not-found", f"that code enrols nobody for {email}")
            if code.redeemed:
                raise Refusal("replayed", "that enrolment code was used already; have a new one generated")
            self._register(device, user)
            code.redeemed = True

        ask(device, MICROSOFT, user.tenant.name, "redeem-enrolment-code", redeem, account=email)

    def register_authenticator(self, device: Device, email: str) -> None:
        """Bind a key for pushes to the device, after an interactive sign-in on it.

        Refusal "needs-sign-in"; "expired" where the sign-in was too long ago (S45); "rooted";
        "blocked-by-policy".
        """
        user = self.user(email)

        def register() -> None:
            self._check_root(device, user.tenant)
            self._require_session(device, user)
            self._register(device, user)

        ask(device, MICROSOFT, user.tenant.name, "register-authenticator", register, account=email)

    def has_registration(self, email: str, device_id: str) -> bool:
        """Whether pushes go to that device, wherever it may be."""
        return device_id in self.user(email).authenticators

    def remove_registration(self, email: str, device_id: str) -> None:
        """Delete a phone from the security info, so that no push goes there any more (C09, S61)."""
        user = self.user(email)
        if user.authenticators.pop(device_id, None) is None:
            raise Refusal("not-found", f"{device_id} is not registered for {email}")
        user.phone_sign_in.pop(device_id, None)
        user.sessions.pop(device_id, None)
        self._world.record(user.tenant.name, "remove-registration", device_id, account=email)

    def phone_sign_in(self, device: Device, email: str) -> None:
        """Set up phone sign-in, which registers the device in that tenant: once per tenant (C23, S59).

        Refusal "not-allowed" for a guest, "needs-sign-in" before the phone is registered for pushes. Until
        14 July 2022 a phone took one such account, whatever the tenant (C22): "already-exists".
        """
        user = self.user(email)

        def set_up() -> None:
            self._check_root(device, user.tenant)
            if user.guest:
                raise Refusal("not-allowed", f"{email} is a guest in {user.tenant.name}")
            self._require_registration(device, user)
            if not self._holds("work.phone-sign-in-per-tenant"):
                self._require_only_phone_sign_in(device, user)
            user.phone_sign_in[device.id] = Registration(device)
            if device.id not in user.tenant.registered_devices:
                user.tenant.registered_devices.append(device.id)

        ask(device, MICROSOFT, user.tenant.name, "set-up-phone-sign-in", set_up, account=email)

    def has_phone_sign_in(self, email: str, device_id: str) -> bool:
        """Whether phone sign-in was set up for the account on that device."""
        return device_id in self.user(email).phone_sign_in

    def _require_only_phone_sign_in(self, device: Device, user: WorkUser) -> None:
        for other in self.users.values():
            registration = other.phone_sign_in.get(device.id)
            if other is not user and registration is not None and registration.kept_by(device):
                raise Refusal("already-exists", f"{device.id} has phone sign-in for {other.email}")

    def _register(self, device: Device, user: WorkUser) -> None:
        self._require_method(user, "authenticator")
        if device.id not in user.authenticators:
            self._require_room(user)
        user.authenticators[device.id] = Registration(device)
        user.must_register_again = False

    def _require_room(self, user: WorkUser) -> None:
        if len(user.otp_tokens) + len(user.authenticators) >= MOST_AUTHENTICATORS:
            raise Refusal("not-allowed", f"{user.email} has {MOST_AUTHENTICATORS} authenticators already")

    def _require_registration(self, device: Device, user: WorkUser) -> None:
        registration = user.authenticators.get(device.id)
        if registration is None or not registration.kept_by(device):
            raise Refusal("needs-sign-in", f"{device.id} is not registered for {user.email} (any more)")
