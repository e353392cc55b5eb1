"""The app on one phone: all rooms under one roof, and which room answers which wish.

>>> sorted(intent.__name__ for intent in ANSWERS)[:3]
['AddAccount', 'BackupStatus', 'DisableBackup']
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lostphone.client import port
from lostphone.client.reference.autofill import Autofill
from lostphone.client.reference.backups import Backups
from lostphone.client.reference.codes import Codes
from lostphone.client.reference.microsoft_accounts import MicrosoftAccounts
from lostphone.client.reference.passkeys import Passkeys
from lostphone.refusal import Refusal


class AuthenticatorApp(MicrosoftAccounts, Codes, Backups, Passkeys, Autofill):
    """Our model of Microsoft Authenticator, on one phone, in whichever generation it is."""

    def call(self, intent: port.Intent) -> port.Result:
        """Do what the person wants, or raise Refusal; either way a screen says so."""
        answer = ANSWERS.get(type(intent))
        if answer is None:
            raise Refusal("unavailable", f"the app knows nothing of {type(intent).__name__}")
        self._notice = ""
        try:
            self._arrive(intent)
            return answer(self, intent)
        except Refusal as refusal:
            self.tell(refusal)
            raise

    def open(self) -> port.Done:
        """Everything that opening the app does, and its first screen."""
        self.check_on_opening()
        self.notice_provider()
        self.sync_passwords()
        self.follow_shared_items()
        self.look_after_backup()
        if self._too_old():
            self.notice("app-too-old")
        elif any(not account.ready for account in self.state.accounts):
            self.notice("sign-in-to-restore")
        self.show_list()
        return port.Done()

    def _arrive(self, intent: port.Intent) -> None:
        # Whoever looks at the list sees what has appeared; whoever does something has opened the app.
        if isinstance(intent, port.UpdatedApp | port.Wake) or self.state.icloud.checked:
            return
        try:
            self.look_around(last_look=not isinstance(intent, _LOOKING_ON))
        except Refusal as refusal:
            if refusal.code in _WORTH_SAYING:
                self.notice(refusal.code)


#: Wishes that only look at what is there.
_LOOKING_ON = (port.ListAccounts, port.ShowCode, port.BackupStatus)
#: What is said of a backup that was found and could not be read; being offline says nothing.
_WORTH_SAYING = ("tampered", "newer-format", "wrong-platform")


def _add(app: AuthenticatorApp, asked: port.AddAccount) -> port.Added:
    if asked.uri is not None and asked.identity is None:
        account = app.add_uri(asked.uri)
    elif asked.identity is not None and asked.uri is None:
        account = app.add_identity(asked.identity, asked.temporary_pass)
    else:
        raise Refusal("bad-input", "an account is added by its link or by an address, one of the two")
    app.show_list()
    return port.Added(account.id)


def _sign_in(app: AuthenticatorApp, asked: port.SignIn) -> port.Done:
    app.sign_in(asked.account, asked.temporary_pass)
    app.show_list()
    return port.Done()


def _remove(app: AuthenticatorApp, asked: port.RemoveAccount) -> port.Done:
    app.remove(asked.account)
    app.show_list()
    return port.Done()


def _sleep_on(_app: AuthenticatorApp, _asked: port.Wake) -> port.Done:
    # The app asks for no timer, so nothing can be due.
    return port.Done()


def _done(room: Callable[[AuthenticatorApp, Any], None]) -> Callable[[AuthenticatorApp, Any], port.Done]:
    def answer(app: AuthenticatorApp, asked: Any) -> port.Done:
        room(app, asked)
        return port.Done()

    return answer


ANSWERS: dict[type[port.Intent], Callable[[AuthenticatorApp, Any], port.Result]] = {
    port.OpenApp: lambda app, _: app.open(),
    port.UpdatedApp: _done(lambda app, _: app.after_update()),
    port.AddAccount: _add,
    port.ListAccounts: lambda app, _: app.list_accounts(),
    port.ShowCode: lambda app, asked: app.show_code(asked.account),
    port.RemoveAccount: _remove,
    port.SignIn: _sign_in,
    port.EnableBackup: lambda app, asked: app.enable_backup(asked),
    port.DisableBackup: _done(lambda app, _: app.disable_backup()),
    port.RestoreBackup: lambda app, asked: app.restore_backup(asked.recovery_account),
    port.BackupStatus: lambda app, _: app.backup_status(),
    port.RegisterPasskey: lambda app, asked: app.register_passkey(asked.options),
    port.UsePasskey: lambda app, asked: app.use_passkey(asked.options),
    port.SavePassword: _done(
        lambda app, asked: app.save_password(asked.site, asked.password, asked.recovery_account)
    ),
    port.GeneratePassword: _done(lambda app, asked: app.generate_password(asked.site)),
    port.SaveCard: _done(lambda app, asked: app.save_card(asked.label)),
    port.FillPassword: _done(lambda app, asked: app.fill_password(asked.site)),
    port.ListPasswords: lambda app, _: app.list_passwords(),
    port.ExportPasswords: lambda app, _: app.export_passwords(),
    port.Wake: _sleep_on,
}
