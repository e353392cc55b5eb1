"""KeePassXC by its command line, `keepassxc-cli`: the vault is a KDBX file that a password opens.

The command line shows one-time passwords and cannot set them up (the project's issue 9212), so an account
comes in the way that is left: a vault of one entry is imported from XML and merged into the phone's.
A removed entry goes to the bin first and is removed from there too, as whoever wants it gone does.
"""

from __future__ import annotations

import base64
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from lostphone.client.adapters.keepass_xml import BIN, KeepassEntry, entries_in, new_vault
from lostphone.client.adapters.program import Held, Packed, Program
from lostphone.client.adapters.program_run import Ended
from lostphone.formats.otpauth import OtpAuth
from lostphone.refusal import Refusal

_VAULT = "vault.kdbx"
_NEW = "new.kdbx"
_NEW_XML = "new.xml"
_STORED = "stored.kdbx"
#: Where the person's memory of this phone's vault is kept: it is theirs as the phone is.
_PASSWORD = "vault-password"
_PASSWORD_BYTES = 24

#: Without a screen, its libraries look for one all the same.
_NO_SCREEN = {"QT_QPA_PLATFORM": "offscreen"}

#: What it says of a file that it does not read, and what that comes to.
_REASONS = (
    ("Invalid credentials", "wrong-account"),
    ("Unsupported KeePass 2 database version", "newer-format"),
    ("Error while reading the database", "tampered"),
)


class KeePassXC(Program):
    """One vault on one phone, made when the first account comes."""

    command: ClassVar[str] = "keepassxc-cli"
    install: ClassVar[str] = "on Debian or Ubuntu, apt-get install keepassxc"
    homepage: ClassVar[str] = "https://keepassxc.org"
    language: ClassVar[str] = "c++"
    own_file: ClassVar[str] = _VAULT
    file_name: ClassVar[str] = _VAULT
    locked: ClassVar[bool] = True

    @classmethod
    def version(cls) -> str:
        """As it says; it runs without a phone, so at no particular time."""
        asked = [cls.command, "--version"]
        environment = {**os.environ, **_NO_SCREEN}
        return subprocess.run(
            asked, capture_output=True, text=True, env=environment, check=False
        ).stdout.strip()

    # What a person does with it

    def listed_now(self) -> list[Held]:
        """What an export shows: one process, and names with a slash in them stay whole."""
        return self._held_in(self._do("export", "--format", "xml", "--", _VAULT))

    def add(self, link: OtpAuth, uri: str) -> str:
        """Import, and merge. An account of that name is removed once the new one has been read."""
        if link.kind == "hotp":
            raise Refusal("unavailable", "KeePassXC has no counter-based codes (its issue 4371)")
        entry = KeepassEntry(link.issuer, link.account or link.issuer)
        self._make_vault()
        try:
            self._import(new_vault(entry, uri, self.host.random(16)))
            if self._named(entry.path) is not None:
                self.remove(entry.path)
            self._do("merge", "--same-credentials", "--", _VAULT, _NEW)
        finally:
            self._file(_NEW).unlink(missing_ok=True)
        if self._named(entry.path) is None:
            raise Refusal("bad-input", "keepassxc-cli reports success, and lists no such account")
        return entry.path

    def code(self, account: str) -> str:
        """What `show --totp` prints."""
        return self._do("show", "--totp", "--", _VAULT, account).out.strip()

    def remove(self, account: str) -> None:
        """Twice: the first time moves it to the bin."""
        held = self._named(account)
        if held is None:
            raise Refusal("not-found", "keepassxc-cli lists no such account")
        self._do("rm", "--", _VAULT, held.id)
        self._do("rm", "--", _VAULT, f"{BIN}/{held.name}")
        if self._named(account) is not None:
            raise Refusal("not-allowed", "keepassxc-cli reports success, and still lists the account")

    # Its file, as a backup

    def pack(self, password: str | None) -> Packed:
        """The vault itself, whose password is changed where it is another."""
        self._make_vault()
        if password is not None and password != self._password:
            self._do("db-edit", "--set-password", "--", _VAULT, typed=(password, password))
            self._remember(password)
        return Packed(self._vault.read_bytes(), len(self.held()))

    def take_in(self, blob: bytes, password: str) -> list[str]:
        """On an empty phone the file becomes the vault; into a vault with accounts it is merged."""
        with self._laid_down(blob) as stored:
            wanted = self._held_in(self._read(self._type("export", "--", _STORED, typed=(password,))))
            if self.held():
                self._do("merge", "--", _VAULT, _STORED, typed=(password,))
            else:
                stored.replace(self._vault)
                self._remember(password)
        held = [account.id for account in self.held()]
        return [f"{account.issuer} ({account.name})" for account in wanted if account.id not in held]

    def is_newer(self, blob: bytes) -> bool:
        """It looks at the version before the password, so any password will do."""
        with self._laid_down(blob):
            ended = self._type("ls", "--", _STORED, typed=("",))
        return _reason(ended) == "newer-format"

    # Inside

    @property
    def _vault(self) -> Path:
        return self._file(_VAULT)

    def _file(self, name: str) -> Path:
        return self.folder / name

    @property
    def _password(self) -> str:
        """What the person types for this phone's vault: made up when first needed."""
        known = self.host.keychain_get(_PASSWORD)
        if known is None:
            self._remember(base64.urlsafe_b64encode(self.host.random(_PASSWORD_BYTES)).decode())
            known = self.host.keychain_get(_PASSWORD)
        assert known is not None
        return known.decode()

    def _remember(self, password: str) -> None:
        self.host.keychain_put(_PASSWORD, password.encode(), "this-device-only")

    def _make_vault(self) -> None:
        if not self._vault.exists():
            typed = (self._password, self._password)
            self._read(self._type("db-create", "--set-password", "--", _VAULT, typed=typed))

    def _import(self, xml: bytes) -> None:
        """A vault of its own beside the phone's, with the same password; the XML lies there no longer."""
        written = self._file(_NEW_XML)
        written.write_bytes(xml)
        try:
            typed = (self._password, self._password)
            self._read(self._type("import", "--set-password", "--", _NEW_XML, _NEW, typed=typed))
        finally:
            written.unlink()

    @contextmanager
    def _laid_down(self, blob: bytes) -> Iterator[Path]:
        stored = self._file(_STORED)
        stored.write_bytes(blob)
        try:
            yield stored
        finally:
            stored.unlink(missing_ok=True)

    def _named(self, account: str) -> Held | None:
        return next((held for held in self.held() if held.id == account), None)

    def _held_in(self, exported: Ended) -> list[Held]:
        try:
            return [Held(found.path, found.group, found.title) for found in entries_in(exported.out)]
        except ValueError as error:
            raise Refusal("tampered", str(error)) from None

    def _do(self, *words: str, typed: tuple[str, ...] = ()) -> Ended:
        """Something with the phone's vault, whose password is typed first; Refusal when it says no."""
        return self._read(self._type(*words, typed=(self._password, *typed)))

    def _type(self, *words: str, typed: tuple[str, ...]) -> Ended:
        lines = "".join(f"{line}\n" for line in typed)
        return self.run(*words, typed=lines.encode(), environment=_NO_SCREEN)

    def _read(self, ended: Ended) -> Ended:
        if not ended.ok:
            raise self.refused(_reason(ended), ended)
        return ended


def _reason(ended: Ended) -> str:
    for words, code in _REASONS:
        if words in ended.err:
            return code
    return "bad-input"
