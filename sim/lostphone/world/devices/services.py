"""The platform services: everything an app on a device may ask for, and nothing more.

This is the only door between a client and the world (docs/explanation/design.md#the-client-is-a-guest).
Our own model of Microsoft Authenticator uses it like any other guest; the protocol over stdio carries the
same calls as `host/…`. A call either answers or raises `Refusal`. Times are the device's own, skew included.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from lostphone.refusal import Refusal
from lostphone.rules.icloud_settings import ICLOUD_SETTINGS, field_name
from lostphone.world.devices.device import AppInstall, Device
from lostphone.world.devices.ios import IosDevice
from lostphone.world.devices.keystore import OTHER_APP, KeyItem, Protection

if TYPE_CHECKING:
    from pathlib import Path

    from lostphone.base.secret import Finder
    from lostphone.base.views import View

AccountKind: TypeAlias = Literal["code", "passwordless", "work", "unknown"]
Store: TypeAlias = Literal["icloud", "microsoft"]


class ICloudSettings(msgspec.Struct, frozen=True):
    """What Settings shows of iCloud: a token for the signed-in account, and the switches in effect."""

    account: str
    drive: bool
    keychain: bool
    backup: bool
    app_toggle: bool

    def is_on(self, setting: str) -> bool:
        """Whether one of ICLOUD_SETTINGS is on, by the name that rules and stories use."""
        return bool(getattr(self, field_name(setting)))


class Settings(msgspec.Struct, frozen=True):
    """What an app can read of its surroundings. `integrity` is "ok" or "rooted"."""

    platform: str
    os_version: str
    app_version: str
    locale: str
    time_zone: str
    integrity: str
    passkey_provider: bool
    icloud: ICloudSettings | None = None


class PlatformServices:
    """The services of one device, for the app that is installed on it now."""

    def __init__(self, device: Device, locale: str = "en") -> None:
        self._device = device
        self._world = device.world
        self._locale = locale
        self.screens: list[View] = []
        #: The last screen of each name, and as the trace keeps it.
        self._told: dict[str, tuple[View, str]] = {}

    # Clock, chance and waking up

    def now_ms(self) -> int:
        """The device's time in milliseconds since the epoch."""
        return self._device.now_ms

    def random(self, count: int) -> bytes:
        """`count` random bytes from the device's own stream."""
        return self._world.streams.take_bytes(f"device/{self._device.id}", count)

    def timer(self, delay_ms: int, token: str) -> None:
        """Wake the app with `token` after `delay_ms`, if it is still installed and the device runs.

        Asked twice for the same moment, it rings once.
        """
        device, install = self._device, self._install
        due = self._world.now_ms + delay_ms, token
        if due in install.timers:
            return
        install.timers.add(due)

        def ring() -> None:
            install.timers.discard(due)
            if device.powered and device.app is install:
                device.wakes.append(token)

        self._world.timeline.after(delay_ms, ring)

    # App-private files: `cache/…` and `no-backup/…` stay out of device backups

    def storage_get(self, name: str) -> bytes | None:
        return self._install.files.get(name)

    def storage_put(self, name: str, content: bytes) -> None:
        self._install.files[name] = content
        self._device.changed()

    def storage_delete(self, name: str) -> bool:
        existed = self._install.files.pop(name, None) is not None
        self._device.changed()
        return existed

    def storage_list(self) -> list[str]:
        return list(self._install.files)

    def data_dir(self) -> Path | None:
        """A real folder of this copy of the app's own, which goes where the app and the phone go."""
        return self._world.own_folders.of(self._device, self._install)

    # The keychain of iOS, the keystore of Android

    def keychain_get(self, key: str) -> bytes | None:
        item = self._device.keystore.items.get(key)
        return None if item is None else item.value

    def keychain_put(self, key: str, value: bytes, protection: Protection) -> None:
        """Store a small secret. `synchronizable` exists on iOS alone."""
        if protection == "synchronizable":
            self._world.icloud.item_put(self._ios("synchronizable items"), key, value)
        else:
            self._device.keystore.items[key] = KeyItem(value, protection)
            self._device.changed()

    def keychain_delete(self, key: str) -> bool:
        item = self._device.keystore.items.get(key)
        if item is None:
            return False
        if item.protection == "synchronizable":
            self._world.icloud.item_delete(self._ios("synchronizable items"), key)
        else:
            del self._device.keystore.items[key]
            self._device.changed()
        return True

    def keychain_list(self) -> list[str]:
        """Keys of this app's items; those of other developers are out of sight (D23)."""
        return [key for key in self._device.keystore.items if not key.startswith(OTHER_APP)]

    # Cloud stores: the app's container in iCloud, or the slot of a personal Microsoft account

    def cloud_get(self, store: Store, key: str) -> bytes | None:
        """For "icloud" the key is a file's name; for "microsoft" it is the account's address."""
        if store == "icloud":
            return self._world.icloud.container_get(self._ios("iCloud"), key)
        return self._world.microsoft.get(self._device, key)

    def cloud_put(self, store: Store, key: str, blob: bytes) -> None:
        if store == "icloud":
            self._world.icloud.container_put(self._ios("iCloud"), key, blob)
        else:
            self._world.microsoft.put(self._device, key, blob)

    def cloud_delete(self, store: Store, key: str) -> bool:
        if store == "icloud":
            return self._world.icloud.container_delete(self._ios("iCloud"), key)
        return self._world.microsoft.delete(self._device, key)

    def cloud_list(self, store: Store) -> list[str]:
        """Names in the iCloud container; for "microsoft", signed-in accounts that hold a backup."""
        if store == "icloud":
            return self._world.icloud.container_list(self._ios("iCloud"))
        return [email for email in self.identity_sessions() if self._world.microsoft.has(self._device, email)]

    # Sign-in

    def identity_kind(self, account: str) -> AccountKind:
        """What sort of account that is: personal with codes, personal passwordless, or work."""
        personal = self._world.personal.accounts.get(account)
        if personal is not None:
            return "passwordless" if personal.sign_in == "passwordless" else "code"
        return "work" if account in self._world.tenants.users else "unknown"

    def identity_sessions(self) -> list[str]:
        """Personal accounts signed in on this device."""
        return list(self._world.personal.sessions(self._device.id))

    def identity_sign_in(self, account: str, temporary_pass: str | None = None) -> None:
        """Let the person sign in, with whatever proof they still have; Refusal when they cannot."""
        if account in self._world.personal.accounts:
            self._world.personal.sign_in(self._device, account)
        elif account in self._world.tenants.users:
            self._world.tenants.interactive_sign_in(self._device, account, temporary_pass)
        else:
            raise Refusal("not-found", f"there is no Microsoft account '{account}'")

    def identity_sign_out(self, account: str) -> None:
        self._world.personal.sign_out(self._device, account)

    def identity_recovery_key(self, account: str) -> bytes:
        """The 32-byte key by which that personal account protects its backups."""
        return self._world.personal.recovery_key(self._device, account)

    def identity_register_code(self, account: str, proof: bytes | None = None) -> bytes:
        """A one-time password secret of this device's own; `proof` is an older valid one (A07)."""
        if proof is None:
            return self._world.personal.register_code(self._device, account).reveal()
        return self._world.personal.renew_code(self._device, account, proof).reveal()

    def identity_register_device(self, account: str) -> None:
        """Register this device for push and phone sign-in."""
        if account in self._world.personal.accounts:
            self._world.personal.register_device(self._device, account)
        else:
            self._world.tenants.register_authenticator(self._device, account)

    # Passwords that autofill keeps in step with Edge

    def passwords_sync(self, account: str, entries: dict[str, str]) -> None:
        """Replace what Edge knows for that account: sites and their passwords."""
        self._world.edge.sync(self._device, account, entries)

    # Settings, screen, log

    def settings(self) -> Settings:
        device = self._device
        icloud = None
        if isinstance(device, IosDevice) and device.apple_account is not None:
            shown = {field_name(setting): device.switch_on(setting) for setting in ICLOUD_SETTINGS}
            icloud = ICloudSettings(device.apple_account, **shown)
        return Settings(
            device.platform,
            device.os_version,
            self._install.version,
            self._locale,
            device.time_zone,
            "rooted" if device.rooted else "ok",
            device.passkey_provider,
            icloud,
        )

    def screen(self, view: View) -> None:
        """Show a screen; the trace keeps it with every one-time password covered.

        A list that grows to n rows is n screens in the trace, so their bytes grow with n². They are the data
        of the story; to write them is cheap, and they are looked through for secrets where they change.
        """
        self.screens.append(view)
        last = self._told.get(view.name)
        if last is None or last[0] is not view:
            last = self._told[view.name] = (view, msgspec.json.encode(view.masked()).decode())
        self._world.record(self._device.id, "screen", view.name, view.message_id or "ok", view=last[1])

    def log(self, text: str) -> None:
        """The app's own log; secrets in it are redacted, and an oracle hears of them."""
        self._world.record(self._device.id, "log", text=text)

    @property
    def _install(self) -> AppInstall:
        return self._device.require_app()

    def _ios(self, what: str) -> IosDevice:
        if isinstance(self._device, IosDevice):
            return self._device
        raise Refusal("not-allowed", f"there is no {what} on {self._device.platform}")


def require_usable(services: PlatformServices) -> None:
    """Refusal while the phone is gone or off, or has no such app: nothing is served there then."""
    services._device.require_app()


def finder_of(services: PlatformServices) -> Finder:
    """What finds every secret of the world: for whoever carries a guest's messages, never for the guest."""
    return services._world.trace.finder
