"""Saved passwords and cards, and how they went away between June and August 2025 (B01 to B08).

Passwords live in the keychain of this phone and, for whoever is signed in, in Edge. None of it is ever
part of a backup of accounts, and none of its ending touches a code (B08).
"""

from __future__ import annotations

import base64

import msgspec

from lostphone.base.views import Row
from lostphone.client.port import Passwords
from lostphone.client.reference.app_context import AppContext
from lostphone.client.reference.state import LOCAL
from lostphone.refusal import Refusal

_VAULT = f"{LOCAL}autofill"
_GENERATED_BYTES = 15


class Vault(msgspec.Struct, omit_defaults=True):
    """Passwords by site, unsaved generated ones by site, labels of cards. Its repr shows none.

    `account` is the Microsoft account they are synced to; `unsynced` says that Edge has not heard yet.
    """

    saved: dict[str, str] = {}
    generated: dict[str, str] = {}
    cards: list[str] = []
    account: str | None = None
    unsynced: bool = False

    def __repr__(self) -> str:
        return f"Vault({len(self.saved)} saved, {len(self.generated)} generated, {len(self.cards)} cards)"


class Autofill(AppContext):
    """Saves, generates, fills, lists and exports, as long as each of them lasts."""

    def save_password(self, site: str, password: str, account: str | None) -> None:
        """Keep a password and sync it to Edge; without a sign-in, the next opening tries again."""
        if self._saving_is_over():
            raise self.refused("unavailable", "autofill-no-new-passwords")
        vault = self._vault()
        vault.saved[site] = password
        vault.generated.pop(site, None)
        vault.account = account or vault.account
        vault.unsynced = True
        self._keep_vault(vault)
        self.sync_passwords()
        self._show_passwords(vault)

    def generate_password(self, site: str) -> None:
        """Make a password; it stays in the generator's history until it is saved."""
        if self._filling_is_over():
            raise self.refused("unavailable", "autofill-retired")
        vault = self._vault()
        vault.generated[site] = base64.urlsafe_b64encode(self.host.random(_GENERATED_BYTES)).decode()
        self._keep_vault(vault)
        self._show_passwords(vault)

    def save_card(self, label: str) -> None:
        """Keep a card under its label."""
        if self._saving_is_over():
            raise self.refused("unavailable", "autofill-no-new-passwords")
        vault = self._vault()
        if label not in vault.cards:
            vault.cards.append(label)
        self._keep_vault(vault)
        self._show_passwords(vault)

    def fill_password(self, site: str) -> None:
        """Fill a site's form; "unavailable" once autofill has stopped, "not-found" for an unknown site."""
        if self._filling_is_over():
            raise self.refused("unavailable", "autofill-retired")
        if site not in self._vault().saved:
            raise Refusal("not-found", f"no password is saved for {site}")
        self.show("passwords", (Row(site),))

    def list_passwords(self) -> Passwords:
        """What the app still shows of them."""
        if self._passwords_are_gone():
            raise self.refused("unavailable", "autofill-retired")
        vault = self._vault()
        self._show_passwords(vault)
        return Passwords(tuple(vault.saved), tuple(vault.generated), tuple(vault.cards))

    def export_passwords(self) -> Passwords:
        """Write the saved passwords to a file; the answer names the sites that are in it."""
        if self._export_is_over():
            raise self.refused("unavailable", "autofill-retired")
        self.show("passwords-exported")
        return Passwords(saved=tuple(self._vault().saved))

    def sync_passwords(self) -> None:
        """autofill.edge-keeps: saved passwords live on in Edge (B05); generated ones and cards do not."""
        vault = self._vault()
        sessions = self.host.identity_sessions() if vault.unsynced else []
        account = vault.account or (sessions[0] if sessions else None)
        if account not in sessions or account is None:
            return
        try:
            self.host.passwords_sync(account, dict(vault.saved))
        except Refusal:
            return  # the next opening tries again
        vault.account, vault.unsynced = account, False
        self._keep_vault(vault)

    # One promise, one place

    def _saving_is_over(self) -> bool:
        """autofill.no-new-passwords: from June 2025 (B01)."""
        return self.policy.holds("autofill.no-new-passwords")

    def _filling_is_over(self) -> bool:
        """autofill.fills, autofill.stops: it goes on until the day at which it surely is over (B02)."""
        return self.policy.holds("autofill.stops")

    def _passwords_are_gone(self) -> bool:
        """autofill.passwords-readable, autofill.passwords-inaccessible: from 1 August 2025 (B04)."""
        return self.policy.holds("autofill.passwords-inaccessible")

    def _export_is_over(self) -> bool:
        """autofill.export-until: no export once they cannot be read any more (B06)."""
        return self._passwords_are_gone()

    def _delete_what_is_over(self, vault: Vault) -> None:
        """autofill.payment-deleted, autofill.generated-unsaved-gone (B03, B04)."""
        if self.policy.holds("autofill.payment-deleted"):
            vault.cards.clear()
        if self.policy.holds("autofill.generated-unsaved-gone"):
            vault.generated.clear()

    # Inside

    def _vault(self) -> Vault:
        stored = self.host.keychain_get(_VAULT)
        if stored is None:
            return Vault()
        vault = msgspec.json.decode(stored, type=Vault)
        before = len(vault.cards), len(vault.generated)
        self._delete_what_is_over(vault)
        if before != (len(vault.cards), len(vault.generated)):
            self._keep_vault(vault)
        return vault

    def _keep_vault(self, vault: Vault) -> None:
        self.host.keychain_put(_VAULT, msgspec.json.encode(vault), "this-device-only")

    def _show_passwords(self, vault: Vault) -> None:
        self.show("passwords", tuple(Row(name) for name in (*vault.saved, *vault.generated, *vault.cards)))
