"""One account of a person, and everything that was read of a file, without secrets and foreign text.

A `name` here is one that the grammar of names accepts (`reading.names`), or words of ours such as "account in
line 3"; so it may be printed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from lostphone.formats.otp import Algorithm, Kind

OwnKind: TypeAlias = Literal[
    "third-party", "personal", "passwordless", "work", "work-code", "passkey", "password"
]


@dataclass(frozen=True)
class OwnAccount:
    """One account of the person, without its secret: only how long that was.

    `line` is the line of the file, or the number of the entry in an export that has no lines. `proof` is what
    else its owner can prove it with: the usual things ("usual": for a work account nothing but the app, for a
    personal one an e-mail address and a phone number), a text message ("sms", for a work account), or nothing
    but the app ("app-only", for a personal one).
    """

    name: str
    kind: OwnKind
    line: int
    otp_kind: Kind = "totp"
    algorithm: Algorithm = Algorithm.SHA1
    digits: int = 6
    period_s: int = 30
    secret_bytes: int = 20
    proof: Literal["usual", "sms", "app-only"] = "usual"


@dataclass(frozen=True)
class BadLine:
    """A message about a place in the file: what is wrong and what was expected. It never holds foreign text.

    `line` is the line or the entry, 0 for the whole file; `column` counts characters from 1, 0 if unknown.
    `where` is the place in words ("line 3, column 6"), empty for the whole file. `more` further places have
    the same fault.
    """

    line: int
    message: str
    column: int = 0
    where: str = ""
    more: int = 0


@dataclass
class OwnAccounts:
    """What was read: the accounts in the order of the file, what was refused, and warnings.

    `came_from` is the app or program that wrote the file, where its format tells; empty for a list.
    `refused` counts every place that was refused, also those that `bad_lines` only counts.
    """

    accounts: list[OwnAccount] = field(default_factory=list)
    bad_lines: list[BadLine] = field(default_factory=list)
    warnings: list[BadLine] = field(default_factory=list)
    came_from: str = ""

    @property
    def refused(self) -> int:
        return len(self.bad_lines) + sum(bad.more for bad in self.bad_lines)
