"""Accounts that are added by signing in: personal and work or school ones.

A personal account with codes gets a secret of this phone's own (A07). The others get a registration of
the phone that never leaves it (A08, A17): the list then holds their name and nothing to back up but that.
"""

from __future__ import annotations

import msgspec

from lostphone.client.port import RowKind
from lostphone.client.reference.account import ISSUERS, Account, CodeForm
from lostphone.client.reference.integrity import Integrity
from lostphone.refusal import Refusal


class MicrosoftAccounts(Integrity):
    """Signing in, for a new row or for one that came back as a name."""

    def add_identity(self, identity: str, temporary_pass: str | None = None) -> Account:
        """Sign in to a Microsoft account and add it; the refusals are those of signing in."""
        kind: RowKind = "work" if self.host.identity_kind(identity) == "work" else "personal"
        issuer = ISSUERS[kind]
        account_id = self._row_id(kind, issuer, identity)
        return self._connect(Account(account_id, issuer, identity, kind, ready=False), temporary_pass)

    def sign_in(self, account_id: str, temporary_pass: str | None = None) -> Account:
        """restore.sign-in-again: complete a row that came back as a name (A33)."""
        account = self.account(account_id)
        if account.kind == "third-party":
            raise Refusal(
                "not-allowed", f"{account.label} has nowhere to sign in to: add it again by its QR code"
            )
        return self._connect(account, temporary_pass)

    def _connect(self, account: Account, temporary_pass: str | None) -> Account:
        self.check_app_version()
        if account.kind == "work":
            self.check_work_step()
        self.host.identity_sign_in(account.name, temporary_pass)
        account, secret = self._registered(account)
        self.put(account, secret)
        self.state.wiped = tuple(wiped for wiped in self.state.wiped if wiped.id != account.id)
        self.save()
        self._accounts_changed()
        return account

    def _registered(self, account: Account) -> tuple[Account, bytes | None]:
        """The account ready for use, with the secret of its codes if it has any."""
        has_codes = self.host.identity_kind(account.name) == "code"
        if has_codes:
            secret = self.host.identity_register_code(account.name)
        else:
            self.host.identity_register_device(account.name)
            secret = None
        ready = msgspec.structs.replace(
            account,
            ready=True,
            passwordless=account.kind == "personal" and not has_codes,
            form=CodeForm(digits=self._personal_digits()) if has_codes else None,
            revision=self._newest_revision(account.id) + 1,
        )
        return ready, secret

    def _personal_digits(self) -> int:
        """personal.code-length: how many the service asks for is an open question (Q22)."""
        return 6 if self.policy.holds("personal.code-length") else 8
