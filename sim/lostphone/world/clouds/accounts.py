"""The Apple Accounts of one world, by e-mail address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lostphone.refusal import Refusal
from lostphone.world.clouds.apple_account import AppleAccount
from lostphone.world.devices.ios import IosDevice

if TYPE_CHECKING:
    from lostphone.world.devices.device import Device
    from lostphone.world.world import World


class AppleAccounts:
    """Making and finding accounts; `ICloud` adds what one can do with them."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.accounts: dict[str, AppleAccount] = {}

    def create(
        self,
        email: str,
        owner: str,
        *,
        managed: bool = False,
        organisation: str = "",
        adp: bool = False,
        two_factor: bool = True,
    ) -> AppleAccount:
        """A new account; Refusal "already-exists"."""
        if email in self.accounts:
            raise Refusal("already-exists", f"there is an Apple Account {email} already")
        account = self.accounts[email] = AppleAccount(
            email, owner, managed=managed, organisation=organisation, adp=adp, two_factor=two_factor
        )
        return account

    def account(self, email: str) -> AppleAccount:
        """The account of that address; the refusal names those that exist."""
        try:
            return self.accounts[email]
        except KeyError:
            known = ", ".join(self.accounts) or "none yet"
            raise Refusal("not-found", f"there is no Apple Account {email} (accounts: {known})") from None

    def account_of(self, device: Device) -> AppleAccount | None:
        """The account that the device is signed in to, if any; None on Android."""
        email = device.apple_account if isinstance(device, IosDevice) else None
        return None if email is None else self.accounts.get(email)

    def change_password(self, email: str) -> None:
        """Backups and the keychain do not hang on the password, so nothing else happens (D04, S20)."""
        self.account(email).password_changes += 1
        self._world.record("iCloud", "change-password", email)
