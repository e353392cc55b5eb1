"""Mutants that mistake one account for another, or garble what it is called."""

from __future__ import annotations

import msgspec

from lostphone.client.mutants.mutant import planted
from lostphone.client.port import RowKind
from lostphone.client.reference import AuthenticatorApp
from lostphone.client.reference.account import Account, identify
from lostphone.client.reference.document import BackupEntry, write_document
from lostphone.client.reference.sealing import seal


@planted(
    "label-identity",
    origin="Microsoft Authenticator, reported since 2020",
    fault="It tells accounts apart by user name alone.",
    shows="Of two accounts with one address at two sites, one survives.",
    about=("name.issuer-distinguishes",),
)
class LabelIdentity(AuthenticatorApp):
    def _row_id(self, kind: RowKind, issuer: str, name: str, ordinal: int = 0) -> str:
        del issuer
        return identify(kind, "", name, ordinal)


@planted(
    "ascii-names",
    origin="OTPClient #301",
    fault="What is not ASCII is left out of the names in a backup.",
    shows="楽天証券 comes back without a name, Größe & Co as Gre & Co.",
    about=("name.unicode",),
)
class AsciiNames(AuthenticatorApp):
    def _entry_for_backup(self, account: Account) -> BackupEntry:
        entry = super()._entry_for_backup(account)
        issuer, name = (text.encode("ascii", "ignore").decode() for text in (entry.issuer, entry.name))
        return msgspec.structs.replace(entry, issuer=issuer, name=name)


@planted(
    "characters-for-bytes",
    origin="OTPClient #341",
    fault="It stores as many bytes of a backup as the text has characters.",
    shows="With 楽天証券 in it the backup is cut short, and cannot be read.",
    about=("name.unicode",),
)
class CharactersForBytes(AuthenticatorApp):
    def _sealed(self, entries: list[BackupEntry], account: str) -> bytes:
        content = write_document(entries)
        return seal(
            content[: len(content.decode())],
            self.host.identity_recovery_key(account),
            platform=self.platform,
            account=account,
            now_ms=self.host.now_ms(),
            random=self.host.random,
        )


@planted(
    "removed-stays",
    origin="many a list that is drawn from what was there, not from what is",
    fault="An account that was removed stays on the list.",
    shows="It is still listed, and shows its codes, as though nobody had removed it.",
    about=("app.list",),
)
class RemovedStays(AuthenticatorApp):
    def remove(self, account_id: str) -> None:
        self.account(account_id)
