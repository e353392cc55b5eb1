"""Mutants that miss a date of summer 2025, on one side or the other, or end more than autofill."""

from __future__ import annotations

from lostphone.client.mutants.mutant import planted
from lostphone.client.reference import AuthenticatorApp
from lostphone.client.reference.account import Account
from lostphone.client.reference.autofill import Vault


@planted(
    "saves-still",
    origin="B01",
    fault="New passwords are saved after May 2025.",
    shows="In June one more is in the vault.",
    about=("autofill.no-new-passwords",),
)
class SavesStill(AuthenticatorApp):
    def _saving_is_over(self) -> bool:
        return False


@planted(
    "autofill-lives",
    origin="B02, B04",
    fault="It goes on filling in passwords.",
    shows="In August 2025 a form is filled in.",
    about=("autofill.stops",),
)
class AutofillLives(AuthenticatorApp):
    def _filling_is_over(self) -> bool:
        return False


@planted(
    "autofill-dies-early",
    origin="B02",
    fault="Filling in ends when saving does.",
    shows="In the last seconds of June 2025 no form is filled in.",
    about=("autofill.fills",),
)
class AutofillDiesEarly(AuthenticatorApp):
    def _filling_is_over(self) -> bool:
        return self._saving_is_over()


@planted(
    "passwords-readable",
    origin="B04",
    fault="Saved passwords can be read after July 2025.",
    shows="In August the list is shown.",
    about=("autofill.passwords-inaccessible", "autofill.export-until"),
)
class PasswordsReadable(AuthenticatorApp):
    def _passwords_are_gone(self) -> bool:
        return False


@planted(
    "passwords-gone-early",
    origin="B02, B04",
    fault="Saved passwords go out of reach when no new ones can be saved.",
    shows="In July 2025, the last month for it, they cannot be written down any more.",
    about=("autofill.passwords-readable", "autofill.export-until"),
)
class PasswordsGoneEarly(AuthenticatorApp):
    def _passwords_are_gone(self) -> bool:
        return self._saving_is_over()


@planted(
    "exports-still",
    origin="B06",
    fault="Passwords can be exported after July 2025.",
    shows="In August a file is written.",
    about=("autofill.export-until",),
)
class ExportsStill(AuthenticatorApp):
    def _export_is_over(self) -> bool:
        return False


@planted(
    "cards-stay",
    origin="B03",
    fault="Payment cards are kept when filling has ended.",
    shows="A card is still there.",
    about=("autofill.payment-deleted",),
)
class CardsStay(AuthenticatorApp):
    def _delete_what_is_over(self, vault: Vault) -> None:
        cards = list(vault.cards)
        super()._delete_what_is_over(vault)
        vault.cards[:] = cards


@planted(
    "generated-stay",
    origin="B04",
    fault="Generated passwords that nobody saved are kept.",
    shows="One is still there.",
    about=("autofill.generated-unsaved-gone",),
)
class GeneratedStay(AuthenticatorApp):
    def _delete_what_is_over(self, vault: Vault) -> None:
        generated = dict(vault.generated)
        super()._delete_what_is_over(vault)
        vault.generated.update(generated)


@planted(
    "totp-dies-with-autofill",
    origin="B08",
    fault="Codes end with filling in.",
    shows="From July 2025 on no code is shown.",
    about=("autofill.codes-unaffected",),
)
class TotpDiesWithAutofill(AuthenticatorApp):
    def _code_of(self, account: Account) -> str:
        if self._filling_is_over():
            raise self.refused("unavailable", "autofill-retired")
        return super()._code_of(account)
