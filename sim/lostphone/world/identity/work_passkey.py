"""Passkeys for work accounts: made in the app, bound to the phone, vouched for by its maker.

They are in no backup (facts C15, C16), so a new phone needs a new one, and making it has its own traps:
an attestation service that does not answer (C18), and a rule that demands a passkey to add a passkey (C20).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from lostphone.formats.webauthn import AUTHENTICATOR_AAGUIDS
from lostphone.refusal import Refusal
from lostphone.world.identity.enrolment import Enrolment
from lostphone.world.identity.reach import MICROSOFT, ask
from lostphone.world.identity.registration import PasskeyRegistration
from lostphone.world.identity.tenant import WorkSession, WorkUser

if TYPE_CHECKING:
    from lostphone.world.devices.device import Device

#: The relying party of every work account.
WORK_RP_ID = "login.microsoft.com"
#: The oldest system that can hold a passkey in the app (C17).
OLDEST_OS: dict[str, int] = {"ios": 17, "android": 14}


class WorkPasskeys(Enrolment):
    """Registering, using and removing passkeys of work accounts."""

    def begin_passkey(self, device: Device, email: str) -> dict[str, Any]:
        """Creation options for a passkey on that device, after an interactive sign-in on it.

        Refusal "unavailable" (system too old, attestation down), "blocked-by-policy", "needs-sign-in",
        "expired", "rooted".
        """
        user = self.user(email)

        def begin() -> dict[str, Any]:
            self._check_passkey(device, user)
            return self._world.passkeys.begin_registration(WORK_RP_ID, email, device)

        return ask(device, MICROSOFT, user.tenant.name, "begin-passkey", begin, account=email)

    def complete_passkey(self, device: Device, email: str, response: Mapping[str, Any]) -> None:
        """Register the passkey that the app made; besides the refusals above those of `RelyingParties`."""
        user = self.user(email)

        def complete() -> None:
            self._check_passkey(device, user)
            # Attestation tells the model of authenticator; only then can a tenant insist on it.
            model = AUTHENTICATOR_AAGUIDS[device.platform] if user.tenant.attestation_enforced else None
            made = self._world.passkeys.complete_registration(WORK_RP_ID, email, response, model)
            user.passkeys[device.id] = PasskeyRegistration(device, email, made.aaguid)
            user.sessions[device.id] = WorkSession(device)
            user.must_register_again = False

        ask(device, MICROSOFT, user.tenant.name, "register-passkey", complete, account=email)

    def has_passkey(self, email: str, device_id: str) -> bool:
        """Whether the account counts on a passkey on that device, wherever it may be."""
        return device_id in self.user(email).passkeys

    def begin_passkey_sign_in(self, email: str) -> dict[str, Any]:
        """Request options for signing in; "not-found" where the account has no passkey."""
        self.user(email)
        return self._world.passkeys.begin_assertion(WORK_RP_ID, email)

    def complete_passkey_sign_in(self, device: Device, email: str, response: Mapping[str, Any]) -> None:
        """Sign in on `device` with the response of the phone that holds the passkey.

        Refusal "blocked-by-policy" where the tenant no longer takes passkeys of that model (C33).
        """
        user = self.user(email)

        def sign_in() -> None:
            self._check_root(device, user.tenant)
            used = self._world.passkeys.complete_assertion(WORK_RP_ID, email, response)
            self._check_model(user, used.aaguid)
            user.sessions[device.id] = WorkSession(device)

        ask(device, MICROSOFT, user.tenant.name, "sign-in", sign_in, account=email)

    def remove_passkey(self, email: str, device_id: str) -> None:
        """Delete the passkeys of a phone from the account."""
        user = self.user(email)
        if user.passkeys.pop(device_id, None) is None:
            raise Refusal("not-found", f"{email} has no passkey on {device_id}")
        for credential in list(self._world.passkeys.rp(WORK_RP_ID).credentials_of(email)):
            if credential.device_id == device_id:
                self._world.passkeys.remove_credential(WORK_RP_ID, email, credential.id)

    def _check_passkey(self, device: Device, user: WorkUser) -> None:
        self._check_root(device, user.tenant)
        if device.os_major < OLDEST_OS[device.platform]:
            raise Refusal(
                "unavailable", f"passkeys need {device.platform} {OLDEST_OS[device.platform]} or newer"
            )
        self._require_method(user, "passkey")
        self._check_model(user, AUTHENTICATOR_AAGUIDS[device.platform])
        self._require_session(device, user, passkey=True)
        if user.tenant.attestation_enforced and device.platform in self.attestation_down:
            raise Refusal("unavailable", f"the attestation service for {device.platform} does not answer")

    def _check_model(self, user: WorkUser, aaguid: bytes) -> None:
        if aaguid in user.tenant.removed_models:
            raise Refusal(
                "blocked-by-policy", f"{user.tenant.name} takes no passkeys of that authenticator any more"
            )
