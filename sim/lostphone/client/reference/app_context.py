"""The ground every room of the app stands on: the phone's services, today's policy, memory and screen.

The rooms are mixed into one class, `AuthenticatorApp`. Each promise of the catalogue that the app keeps
has one small method named after it, with the rule's id in its docstring, so that whoever wants a client
with exactly one fault overrides that method and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal, TypeAlias

import msgspec

from lostphone.base.views import Row, Toggle, View
from lostphone.client.reference.state import (
    LIST_ITEM,
    LOCAL,
    STATE_FILE,
    AppState,
    read_state,
    write_state,
)
from lostphone.client.reference.versions import Abilities, abilities, at_least, os_major
from lostphone.refusal import Refusal
from lostphone.rules import Policy
from lostphone.texts import text
from lostphone.world.devices.services import PlatformServices, Settings

#: Where this app, on this phone, today, keeps its backup; "none" where it has none.
Generation: TypeAlias = Literal["microsoft", "icloud", "none"]

#: Buttons under messages that ask something; every other message has "OK".
_BUTTONS = {
    "something-went-wrong": ("continue", "change-account"),
    "erase-existing-backup": ("erase", "cancel"),
    "root-warning": ("continue",),
    "backup-stale": ("sign-in",),
}


class AppContext:
    """One install of the app on one phone."""

    def __init__(self, host: PlatformServices, assumptions: Mapping[str, str]) -> None:
        self.host = host
        self._assumptions = assumptions
        self._state: AppState | None = None
        self._stored: bytes | None = None
        self._told: Refusal | None = None
        self._notice = ""
        self._views: dict[str, View] = {}

    # What is so, here and now

    @cached_property
    def platform(self) -> str:
        return self.host.settings().platform

    @cached_property
    def locale(self) -> str:
        """The language tag of the phone, which does not change while the app runs."""
        return self.host.settings().locale

    @property
    def settings(self) -> Settings:
        return self.host.settings()

    @property
    def abilities(self) -> Abilities:
        return abilities(self.platform)

    @property
    def policy(self) -> Policy:
        """What is promised at the time the phone shows."""
        return Policy.at(self.platform, self.host.now_ms(), self._assumptions)

    def generation(self) -> Generation:
        """Which backup this app has: decided by its version, the system's and the date (A01, A21 to A24)."""
        settings = self.settings
        if self._has_icloud_backup(settings) and self._needs_no_microsoft_account():
            return "icloud" if self._runs_icloud_backup(settings) else "none"
        return "microsoft" if self._has_backup_at_all(settings) else "none"

    def _has_icloud_backup(self, settings: Settings) -> bool:
        """backup.ios2.minimum-app: which version of the app brought the newer backup (A29)."""
        floor = self.abilities.icloud_backup
        return floor is not None and at_least(settings.app_version, floor)

    def _needs_no_microsoft_account(self) -> bool:
        """backup.ios2.no-microsoft-account: from September 2025 iCloud is enough (A15, A22)."""
        return self.policy.holds("backup.ios2.no-microsoft-account")

    def _runs_icloud_backup(self, settings: Settings) -> bool:
        """backup.ios2.minimum-os: older systems have neither the old backup nor the new one (A22, S11)."""
        return os_major(settings.os_version) >= self.abilities.icloud_backup_os

    def _has_backup_at_all(self, settings: Settings) -> bool:
        """backup.first-version: before that day and version the app had no backup (A01, A03)."""
        floor = self.abilities.first_backup
        return at_least(settings.app_version, floor) and self.policy.holds("backup.first-version")

    # Memory: what has to outlive a crash is in storage before anybody hears of it

    @property
    def state(self) -> AppState:
        stored = self.host.storage_get(STATE_FILE)
        if self._state is None or stored != self._stored:
            self._state, self._stored = read_state(stored), stored
            if stored is None:
                self._meet_earlier_install(self._state)
                self.save()  # so that a restart does not take what is added from now on for leftovers
        return self._state

    def save(self) -> None:
        """Write the state to storage, if anything changed."""
        assert self._state is not None
        content = write_state(self._state)
        if content != self._stored:
            if self._outlives_removal():
                kept = write_state(AppState(accounts=self._state.accounts))
                self.host.keychain_put(LIST_ITEM, kept, "this-device-only")
            self.host.storage_put(STATE_FILE, content)
            self._stored = content

    def _meet_earlier_install(self, state: AppState) -> None:
        if not self._outlives_removal():
            self._forget_earlier_install()
            return
        kept = read_state(self.host.keychain_get(LIST_ITEM)).accounts
        # A registration for approvals was the removed copy's: of such an account the name is left.
        state.accounts = tuple(
            account if account.form is not None else msgspec.structs.replace(account, ready=False)
            for account in kept
        )

    def _outlives_removal(self) -> bool:
        """app.removed-without-backup: whether iOS keeps the list for the next copy of the app (Q21)."""
        return self.platform == "ios" and not self.policy.holds("app.removed-without-backup")

    def _forget_earlier_install(self) -> None:
        # Removing an app leaves its keychain items behind; their accounts are gone with the file.
        for key in self.host.keychain_list():
            if key.startswith(LOCAL):
                self.host.keychain_delete(key)

    def _accounts_changed(self) -> None:
        """The list, or a counter in it, is different now. The rooms that keep backups listen here."""

    # Screen

    def say(self, key: str, **values: str) -> str:
        """A text in the phone's language."""
        return text(self.locale, key, **values)

    def show(self, name: str, rows: tuple[Row, ...] = (), toggles: tuple[Toggle, ...] = ()) -> None:
        """Show a screen, with the notice that is waiting if there is one."""
        message_id = self._notice
        view = View(
            name=name,
            title=self.say(f"screens.{name}"),
            rows=rows,
            toggles=toggles,
            message=self.say(f"messages.{message_id}.body") if message_id else "",
            message_id=message_id,
            buttons=self._buttons(message_id) if message_id else (),
        )
        # The same screen again is the same object, so that nobody reads a long list twice.
        if view != self._views.get(name):
            self._views[name] = view
        self.host.screen(self._views[name])

    def notice(self, message_id: str) -> None:
        """Put a warning on the next screen; an earlier one that still waits is more urgent and stays."""
        self._notice = self._notice or message_id

    def show_message(self, message_id: str, **values: str) -> str:
        """Show a message that stands alone, and return what it says."""
        body = self.say(f"messages.{message_id}.body", **values)
        title = self.say(f"messages.{message_id}.title")
        view = View("message", title, (), (), body, message_id, self._buttons(message_id))
        self.host.screen(view)
        return body

    def refused(self, code: str, message_id: str = "", **values: str) -> Refusal:
        """A refusal to raise, shown to the person with a message of its own."""
        self._told = Refusal(code, self.show_message(message_id or code, **values))
        return self._told

    def tell(self, refusal: Refusal) -> None:
        """Show a refusal that came from the phone or a service, unless it has been shown."""
        if refusal is not self._told:
            self.show_message(refusal.code)

    def _buttons(self, message_id: str) -> tuple[str, ...]:
        return tuple(self.say(f"buttons.{name}") for name in _BUTTONS.get(message_id, ("ok",)))
