"""Mutants that let passkeys travel, outlive what ends them, or end with what they outlive."""

from __future__ import annotations

from lostphone.client.mutants.mutant import planted
from lostphone.client.reference import AuthenticatorApp
from lostphone.world.devices.keystore import Protection


@planted(
    "passkey-travels",
    origin="C15",
    fault="On an iPhone a passkey goes to iCloud Keychain.",
    shows="The iPad signs in with it.",
    about=("passkey.device-bound",),
)
class PasskeyTravels(AuthenticatorApp):
    def _passkey_protection(self) -> Protection:
        return "synchronizable" if self.platform == "ios" else super()._passkey_protection()


@planted(
    "passkey-restored",
    origin="C16",
    fault="A passkey is part of a backup of the phone, and a restored app takes it for its own.",
    shows="The new phone signs in with it.",
    about=("passkey.not-restored", "passkey.device-bound"),
)
class PasskeyRestored(AuthenticatorApp):
    def _passkey_protection(self) -> Protection:
        return "when-unlocked"

    def _forget_earlier_install(self) -> None:
        """A copied app finds its passkeys without its list."""


@planted(
    "passkey-survives-off",
    origin="B07",
    fault="It does not ask whether it is switched on as passkey provider.",
    shows="A sign-in is accepted while it is off.",
    about=("passkey.provider-stays-on",),
)
class PasskeySurvivesOff(AuthenticatorApp):
    def _require_provider(self) -> None:
        if not self._system_has_passkeys():
            raise self.refused("unavailable", "no-passkeys-here")


@planted(
    "off-erases-passkeys",
    origin="B07 (Q09)",
    fault="Being switched off as passkey provider erases the passkeys.",
    shows="Switched on again, it has none.",
    about=("passkey.provider-on-again",),
)
class OffErasesPasskeys(AuthenticatorApp):
    def notice_provider(self) -> None:
        if not self.settings.passkey_provider:
            for item in self._items():
                self.host.keychain_delete(item)


@planted(
    "passkeys-end-with-autofill",
    origin="B07",
    fault="Passkeys go the way of the passwords in August 2025.",
    shows="A passkey is refused that should go on working.",
    about=("passkey.outlives-autofill",),
)
class PasskeysEndWithAutofill(AuthenticatorApp):
    def _require_provider(self) -> None:
        super()._require_provider()
        if self._passwords_are_gone():
            raise self.refused("unavailable", "autofill-retired")


@planted(
    "passkeys-anywhere",
    origin="C17",
    fault="It makes passkeys on systems that have no such thing.",
    shows="iOS 16 and Android 13 make one.",
    about=("passkey.minimum-system",),
)
class PasskeysAnywhere(AuthenticatorApp):
    def _system_has_passkeys(self) -> bool:
        return True
