"""Mutants of the backup that makes itself: iOS from September 2025."""

from __future__ import annotations

from lostphone.client.mutants.mutant import planted
from lostphone.client.port import Restored
from lostphone.client.reference import AuthenticatorApp
from lostphone.client.reference.icloud_store import KEY
from lostphone.client.reference.state import LOCAL
from lostphone.refusal import Refusal
from lostphone.world.devices.services import Settings

_LOOKED = f"looked-{LOCAL}"


@planted(
    "still-asks-account",
    origin="A15, A22; guides of 2026 that describe the older app (Q08)",
    fault="After September 2025 it still wants a Microsoft account.",
    shows="Nothing is saved that nobody has switched on, and a restore asks for an account.",
    about=("backup.ios2.no-microsoft-account",),
)
class StillAsksAccount(AuthenticatorApp):
    def _needs_no_microsoft_account(self) -> bool:
        return False


@planted(
    "ignores-keychain-off",
    origin="A31",
    fault="It writes a backup although iCloud Keychain is off.",
    shows="The backup is said to be on, and the new phone has no codes.",
    about=("backup.ios2.gates",),
)
class IgnoresKeychainOff(AuthenticatorApp):
    def _derive_gates(self) -> tuple[str, ...]:
        return tuple(gate for gate in super()._derive_gates() if gate != "icloud-keychain")


@planted(
    "waits-to-be-asked",
    origin="A22",
    fault="It waits for somebody to switch the backup on, where there is no such switch.",
    shows="However often the app is opened, nothing is saved.",
    about=("backup.ios2.automatic",),
)
class WaitsToBeAsked(AuthenticatorApp):
    def write_to_icloud(self) -> None:
        if self.state.icloud.last_good_ms is not None:
            super().write_to_icloud()


@planted(
    "opening-writes-nothing",
    origin="A29",
    fault="Only a change of the list writes the backup, and not opening the app.",
    shows="Settings that are switched on later save nothing.",
    about=("backup.ios2.open-once",),
)
class OpeningWritesNothing(AuthenticatorApp):
    def _write_on_opening(self) -> None:
        pass


@planted(
    "version-as-text",
    origin="A29",
    fault="It compares versions as text.",
    shows="6.10.0 counts as older than 6.8.33, and makes no backup.",
    about=("backup.ios2.minimum-app",),
)
class VersionAsText(AuthenticatorApp):
    def _has_icloud_backup(self, settings: Settings) -> bool:
        floor = self.abilities.icloud_backup
        return floor is not None and settings.app_version >= floor


@planted(
    "any-version",
    origin="A29",
    fault="A version from before the newer backup is credited with having it.",
    shows="6.8.32 makes a backup in iCloud.",
    about=("backup.ios2.minimum-app",),
)
class AnyVersion(AuthenticatorApp):
    def _has_icloud_backup(self, settings: Settings) -> bool:
        return self.abilities.icloud_backup is not None and bool(settings.app_version)


@planted(
    "any-system",
    origin="A22",
    fault="It makes the newer backup on iOS 15 as well.",
    shows="A phone that should have no backup has one.",
    about=("backup.ios2.minimum-os",),
)
class AnySystem(AuthenticatorApp):
    def _runs_icloud_backup(self, settings: Settings) -> bool:
        return bool(settings.os_version)


@planted(
    "nags-when-off",
    origin="A25",
    fault="It calls a backup that a person has switched off out of date.",
    shows="Every new account brings a warning.",
    about=("backup.ios2.opt-out-in-settings",),
)
class NagsWhenOff(AuthenticatorApp):
    def write_to_icloud(self) -> None:
        super().write_to_icloud()
        if self._closed_gates():
            self.show_message("backup-stale")


@planted(
    "old-backup-opens",
    origin="A30",
    fault="The newer app still opens the backup of a Microsoft account.",
    shows="In November 2025 a backup of August is restored.",
    about=("backup.ios2.old-backup-unreachable",),
)
class OldBackupOpens(AuthenticatorApp):
    def restore_backup(self, recovery_account: str | None) -> Restored:
        try:
            return super().restore_backup(recovery_account)
        except Refusal as refusal:
            if refusal.code != "no-backup" or recovery_account is None:
                raise
            return self.restore_from_account(recovery_account)


@planted(
    "names-wait",
    origin="A26",
    fault="A new phone shows nothing until somebody asks for a restore.",
    shows="The list is empty, although everything is there.",
    about=("backup.ios2.names-appear",),
)
class NamesWait(AuthenticatorApp):
    def look_around(self, last_look: bool) -> None:
        del last_look


@planted(
    "complains-of-nothing",
    origin="A26, S10",
    fault="A fresh install that finds no backup calls that a mistake.",
    shows="Under another Apple Account the app complains, and so it does to everybody who is new.",
    about=("backup.ios2.same-apple-account",),
)
class ComplainsOfNothing(AuthenticatorApp):
    def look_for_backup(self, last_look: bool) -> None:
        super().look_for_backup(last_look)
        if last_look and self.state.icloud.restored is None:
            self.notice("no-backup-found")


@planted(
    "remembers-having-looked",
    origin="A29, S09",
    fault="That it has looked for a backup outlives the app itself.",
    shows="Installing it once more does not help.",
    about=("backup.ios2.reinstall-once",),
)
class RemembersHavingLooked(AuthenticatorApp):
    def look_for_backup(self, last_look: bool) -> None:
        if self.host.keychain_get(_LOOKED) is None:
            super().look_for_backup(last_look)
        if self.state.icloud.checked:
            self.host.keychain_put(_LOOKED, b"yes", "this-device-only")


@planted(
    "deletions-travel",
    origin="D08, A40 (Q05)",
    fault="It takes the shared items for the list itself.",
    shows="Tidying up the iPad empties the iPhone.",
    about=("backup.ios2.deletes-stay",),
)
class DeletionsTravel(AuthenticatorApp):
    def _lists_are_one(self) -> bool:
        return True


@planted(
    "key-in-container",
    origin="Zoho, Salesforce and Yandex in the study",
    fault="The key of the names goes to the app's iCloud container, beside the names.",
    shows="Whoever can read the container can read them, without the Keychain.",
    about=("backup.nothing-in-clear",),
)
class KeyInContainer(AuthenticatorApp):
    def _put_item(self, key: str, value: bytes) -> None:
        super()._put_item(key, value)
        if key.startswith(KEY):
            self.host.cloud_put("icloud", key, value)


@planted(
    "items-stay-here",
    origin="A31, D07",
    fault="Secrets go to the keychain of this phone, and not to the shared one.",
    shows="The backup is said to be on, and the new phone is empty.",
    about=("restore.third-party-code", "backup.complete"),
)
class ItemsStayHere(AuthenticatorApp):
    def _put_item(self, key: str, value: bytes) -> None:
        self.host.keychain_put(key, value, "this-device-only")
