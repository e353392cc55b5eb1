"""The list of accounts: adding one by its QR code's link, listing, removing.

An account is told from others by kind, issuer and name. The same three again mean that the site has
enrolled the person anew, and the new secret takes the place of the old one in the same row; without an
issuer nobody can know that, so a second nameless issuer makes a second row (F12).
"""

from __future__ import annotations

from functools import cached_property

import msgspec

from lostphone.base.views import Row
from lostphone.client.port import AccountRow, Accounts, RowKind
from lostphone.client.reference.account import Account, CodeForm, identify
from lostphone.client.reference.app_context import AppContext
from lostphone.client.reference.reused import ById, Reused
from lostphone.client.reference.state import LOCAL
from lostphone.formats.otpauth import OtpAuth, OtpAuthError, parse_otpauth
from lostphone.refusal import Refusal


class AccountList(AppContext):
    """The list, in the order in which accounts were added."""

    @cached_property
    def _listed(self) -> Reused[Account, AccountRow]:
        return Reused(Account.row)

    @cached_property
    def _shown(self) -> Reused[Account, Row]:
        return Reused(self._shown_row)

    @cached_property
    def _by_id(self) -> ById:
        return ById()

    # What other rooms ask

    def account(self, account_id: str) -> Account:
        """The account of that id; Refusal "not-found"."""
        account = self.held(account_id)
        if account is None:
            raise Refusal("not-found", "the list has no such account")
        return account

    def held(self, account_id: str) -> Account | None:
        """As `account`, or None."""
        return self._by_id.of(self.state.accounts).get(account_id)

    def secret_of(self, account: Account) -> bytes | None:
        """The secret that makes the account's codes, from the keychain of this phone."""
        return self.host.keychain_get(_secret_key(account.id))

    def put(self, account: Account, secret: bytes | None = None) -> None:
        """Add the account, or put it in the place of the one with its id, and keep its secret."""
        if secret is not None:
            self.host.keychain_put(_secret_key(account.id), secret, "this-device-only")
        state = self.state
        if self.held(account.id) is None:
            state.accounts = (*state.accounts, account)
        else:
            state.accounts = tuple(account if old.id == account.id else old for old in state.accounts)
        self.save()

    def drop(self, account_id: str) -> None:
        """Take the account and its secret off this phone."""
        state = self.state
        state.accounts = tuple(account for account in state.accounts if account.id != account_id)
        self.save()
        self.host.keychain_delete(_secret_key(account_id))

    # What the person asks

    def add_uri(self, uri: str) -> Account:
        """Add a third-party account, or the new enrolment of one; Refusal "bad-input" says what is wrong.

        restore.third-party-work-code: a work account added this way is a third-party one (C04).
        """
        link = self._read_link(uri)
        account_id = self._id_of_link(link)
        form = CodeForm(link.kind, link.algorithm, link.digits, link.period_s, link.counter)
        account = Account(
            id=account_id,
            issuer=link.issuer,
            name=link.account,
            kind="third-party",
            form=form,
            revision=self._newest_revision(account_id) + 1,
        )
        self.put(account, link.secret.reveal())
        self._accounts_changed()
        return account

    def list_accounts(self) -> Accounts:
        """The rows, and the screen that shows them."""
        self.show_list()
        return Accounts(self._rows())

    def remove(self, account_id: str) -> None:
        """app.list: a row is on the list until it is removed, and then for good (F11)."""
        account = self.account(account_id)
        self._forget_removed(account)
        self.drop(account.id)
        self._accounts_changed()

    # One promise, one place

    def _read_link(self, uri: str) -> OtpAuth:
        """code.short-secret: a link is taken whatever the length of its secret (F05)."""
        try:
            return parse_otpauth(uri)
        except OtpAuthError as error:
            raise Refusal("bad-input", str(error)) from None

    def _row_id(self, kind: RowKind, issuer: str, name: str, ordinal: int = 0) -> str:
        """name.issuer-distinguishes: one name at two issuers is two accounts (F12)."""
        return identify(kind, issuer, name, ordinal)

    def _rows(self) -> tuple[AccountRow, ...]:
        """name.unicode: names are shown letter for letter."""
        return self._listed.of(self.state.accounts)

    def _newest_revision(self, account_id: str) -> int:
        """The highest revision that any copy of the account's secret is known to have; 0 for a new one."""
        held = self.held(account_id)
        return 0 if held is None else held.revision

    def _forget_removed(self, account: Account) -> None:
        """A person has deleted this account. The rooms that keep backups listen here."""

    # Screens

    def show_list(self) -> None:
        """The app's first screen."""
        self.show("accounts", self._shown.of(self.state.accounts, self.settings.locale))

    def _shown_row(self, account: Account) -> Row:
        action = "" if account.ready else self.say("labels.sign-in-to-restore")
        return Row(account.issuer or account.name, account.name, action=action)

    def _id_of_link(self, link: OtpAuth) -> str:
        issuer, name, secret = link.issuer, link.account, link.secret.reveal()
        ordinal = 0
        while True:
            account_id = self._row_id("third-party", issuer, name, ordinal)
            other = self.held(account_id)
            if other is None or issuer or self.secret_of(other) == secret:
                return account_id
            ordinal += 1


def _secret_key(account_id: str) -> str:
    return f"{LOCAL}otp/{account_id}"


def with_counter(account: Account, counter: int) -> Account:
    """The same account at another counter."""
    assert account.form is not None
    return msgspec.structs.replace(account, form=msgspec.structs.replace(account.form, counter=counter))
