"""One account of the list: what it is called, what kind it is, and how its codes are made.

The secret is not part of it: that lies in the keychain, under the account's id.

>>> identify("third-party", "GitHub", "mika") == identify("third-party", "GitLab", "mika")
False
"""

from __future__ import annotations

import hashlib

import msgspec

from lostphone.client.port import AccountRow, RowKind
from lostphone.formats.otp import Algorithm, Kind, OtpParameters

#: The issuer shown for accounts that were added by signing in.
ISSUERS: dict[RowKind, str] = {"personal": "Microsoft", "work": "Microsoft Entra ID"}


class CodeForm(msgspec.Struct, frozen=True, omit_defaults=True):
    """How codes are made (F11). `counter` is the next one to show, for a counter-based account."""

    kind: Kind = "totp"
    algorithm: Algorithm = Algorithm.SHA1
    digits: int = 6
    period_s: int = 30
    counter: int = 0

    def parameters(self) -> OtpParameters:
        """The same for `lostphone.formats.otp`; ValueError when a value is out of range."""
        return OtpParameters(self.kind, self.algorithm, self.digits, self.period_s)


class Account(msgspec.Struct, frozen=True, omit_defaults=True):
    """A row of the list.

    `form` is None for an account that shows no codes. `ready` is false for a name that came back without
    its credential (A33). `revision` grows with every new secret, so that the newer of two copies is known
    without comparing the clocks of two phones.
    """

    id: str
    issuer: str
    name: str
    kind: RowKind
    passwordless: bool = False
    ready: bool = True
    form: CodeForm | None = None
    revision: int = 1

    @property
    def label(self) -> str:
        """As people tell accounts apart: `GitHub (mika)`."""
        return f"{self.issuer} ({self.name})" if self.issuer else self.name

    def row(self) -> AccountRow:
        """As the port reports it."""
        return AccountRow(self.id, self.issuer, self.name, self.kind, self.ready)


def identify(kind: RowKind, issuer: str, name: str, ordinal: int = 0) -> str:
    """The id of an account: the same on every phone, so that two backups of it can be told to be one."""
    text = "\x00".join((kind, issuer, name, str(ordinal)))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
