"""Reads a person's list of accounts: `otpauth://` lines, export links, and names without a secret.

>>> text = '''
... # my accounts
... otpauth://totp/GitHub:mika?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=GitHub
... work mika@contoso.com
... passwordless mika@outlook.com
... '''
>>> [(account.kind, account.name) for account in read_accounts(text).accounts]
[('third-party', 'GitHub (mika)'), ('work', 'mika@contoso.com'), ('passwordless', 'mika@outlook.com')]
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from lostphone.otp import Algorithm, Kind
from lostphone.otpauth import OtpAuth, OtpAuthError, parse_otpauth

if TYPE_CHECKING:
    from lostphone.migration import Migration

OwnKind: TypeAlias = Literal[
    "third-party", "personal", "passwordless", "work", "work-code", "passkey", "password"
]

#: Words that begin a line for an account without a secret. A `work-code` is a work account that was added
#: as if it were a website's; a `password` is one that the app saved while it could.
_WORDS: dict[str, OwnKind] = {
    "work": "work",
    "work-code": "work-code",
    "passwordless": "passwordless",
    "personal": "personal",
    "passkey": "passkey",
    "password": "password",
}
_LINE_END = re.compile(r"\r\n|\r|\n")
_SURROGATE = re.compile("[\ud800-\udfff]")
_EXPECTED = (
    "a line is an otpauth:// link, an otpauth-migration:// link, 'work NAME', 'work-code NAME', "
    "'passwordless NAME', 'personal NAME', 'passkey NAME', 'password NAME', or a comment after '#'"
)


@dataclass(frozen=True)
class OwnAccount:
    """One account of the person, without its secret: only how long that was.

    `proof` is what else its owner can prove it with: the usual things ("usual": for a work account nothing
    but the app, for a personal one an e-mail address and a phone number), a text message ("sms", for a work
    account), or nothing but the app ("app-only", for a personal one).
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
    """A line that could not be used: its number, and what to do. It never holds the line itself."""

    line: int
    message: str


@dataclass
class OwnAccounts:
    """What was read: the accounts in the order of the file, the lines that were refused, and warnings."""

    accounts: list[OwnAccount] = field(default_factory=list)
    bad_lines: list[BadLine] = field(default_factory=list)
    warnings: list[BadLine] = field(default_factory=list)


def read_accounts(text: str) -> OwnAccounts:
    """Read a whole file. A bad line is noted and the rest is read all the same.

    Lone surrogates stand for bytes that are no UTF-8.
    """
    reader = _Reader()
    for number, raw in enumerate(_LINE_END.split(text.removeprefix("\ufeff")), start=1):
        line = raw.strip()
        if line and not line.startswith("#"):
            reader.read(line, number)
    _warn_of_missing_parts(reader.exports, reader.found)
    return reader.found


class _Reader:
    """Reads line by line. The links, secrets and all, are forgotten with it."""

    def __init__(self) -> None:
        self.found = OwnAccounts()
        self.exports: list[tuple[int, Migration]] = []
        self._links: dict[str, list[OtpAuth]] = {}

    def read(self, line: str, number: int) -> None:
        """Take one line that is neither empty nor a comment."""
        scheme = line.partition(":")[0].lower()
        try:
            if _SURROGATE.search(line):
                raise ValueError("this is not UTF-8 text: save the file as UTF-8")
            if scheme == "otpauth":
                self._add_link(parse_otpauth(line), number)
            elif scheme == "otpauth-migration":
                self._add_export(line, number)
            else:
                self._add_named(_named(line, number))
        except (OtpAuthError, ValueError) as error:
            self._refuse(number, error)

    def _refuse(self, number: int, error: Exception) -> None:
        self.found.bad_lines.append(BadLine(number, str(error)))

    def _add_export(self, line: str, number: int) -> None:
        from lostphone.migration import parse_migration

        export = parse_migration(line, lambda error: self._refuse(number, error))
        self.exports.append((number, export))
        for entry in export.accounts:
            self._add_link(entry, number)

    def _add_link(self, entry: OtpAuth, number: int) -> None:
        """Two links of one name are one account if they are the same link, and two if not (F12)."""
        account = _without_secret(entry, number)
        namesakes = self._links.setdefault(account.name, [])
        if entry in namesakes:
            self._warn_of_twin(account)
            return
        namesakes.append(entry)
        if len(namesakes) > 1:
            account = replace(account, name=f"{account.name} #{len(namesakes)}")
        self.found.accounts.append(account)

    def _add_named(self, account: OwnAccount) -> None:
        if any((one.name, one.kind) == (account.name, account.kind) for one in self.found.accounts):
            self._warn_of_twin(account)
        else:
            self.found.accounts.append(account)

    def _warn_of_twin(self, account: OwnAccount) -> None:
        self.found.warnings.append(BadLine(account.line, f"'{account.name}' is in the list already"))


def _named(line: str, number: int) -> OwnAccount:
    word, *rest = line.split(maxsplit=1)
    kind = _WORDS.get(word.lower())
    if kind is None:
        raise ValueError(f"this line could not be read: {_EXPECTED}")
    if not rest:
        raise ValueError(
            f"'{word}' has to be followed by the account's name, as in '{word} mika@example.com'"
        )
    name = rest[0].strip()
    if any(unicodedata.category(char) in ("Cc", "Cf") for char in name):
        raise ValueError(f"the name after '{word}' has a control character in it: type it anew")
    return OwnAccount(name, kind, number)


def _without_secret(entry: OtpAuth, number: int) -> OwnAccount:
    """What the simulation needs to know of a link; the secret itself stays behind here."""
    issuer = entry.issuer or entry.prefix
    name = f"{issuer} ({entry.account})" if issuer and entry.account else issuer or entry.account
    return OwnAccount(
        name,
        "third-party",
        number,
        entry.kind,
        entry.algorithm,
        entry.digits,
        entry.period_s,
        max(len(entry.secret.reveal()), 1),
    )


def _warn_of_missing_parts(exports: list[tuple[int, Migration]], found: OwnAccounts) -> None:
    if not exports:
        return
    from lostphone.migration import MigrationError, missing_parts

    by_batch: dict[tuple[int, int], list[tuple[int, Migration]]] = {}
    for number, export in exports:
        by_batch.setdefault((export.batch_id, export.parts), []).append((number, export))
    for (_batch, parts), members in by_batch.items():
        try:
            missing = missing_parts(export for _number, export in members)
        except MigrationError as error:
            found.warnings.append(BadLine(members[0][0], str(error)))
            continue
        if missing:
            listed = ", ".join(str(part) for part in missing)
            found.warnings.append(
                BadLine(members[-1][0], f"the export has {parts} parts and part {listed} is not in the file")
            )
