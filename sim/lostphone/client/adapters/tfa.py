"""tfa, a command line for one-time passwords: an SQLite file without a lock, and an export in JSON.

An account comes as its QR code, as a site shows it; so what tfa makes of the link is part of the test. Its
manual calls the JSON export useful for backups, and the export is what goes to the cloud.
"""

from __future__ import annotations

import importlib
import io
import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any, ClassVar

from lostphone.client.adapters.program import Held, Packed, Program
from lostphone.client.adapters.program_run import Ended
from lostphone.formats.otpauth import OtpAuth
from lostphone.refusal import Refusal

_EXPORT = "backup.json"
_OWN = "accounts.db"
_ACCOUNTS = {"TFA_STORAGE": _OWN}


class Tfa(Program):
    """One list of accounts on one phone. An account is called `site (login)`, for tfa keeps one name only."""

    command: ClassVar[str] = "tfa"
    install: ClassVar[str] = "pip install 'lostphone[adapters]'"
    homepage: ClassVar[str] = "https://github.com/cthulahoops/tfa"
    language: ClassVar[str] = "python"
    own_file: ClassVar[str] = _OWN
    file_name: ClassVar[str] = _EXPORT
    locked: ClassVar[bool] = False

    @classmethod
    def path(cls) -> str | None:
        """Beside the Python that runs this, or on the PATH."""
        return which(cls.command, path=str(Path(sys.executable).parent)) or which(cls.command)

    @classmethod
    def missing(cls) -> str:
        """It also needs what paints QR codes, which comes with it."""
        if find_spec("qrcode") is None or find_spec("PIL") is None:
            return f"there is nothing here to paint QR codes with: {cls.install}"
        return super().missing()

    @classmethod
    def version(cls) -> str:
        """`tfa, version 0.5.0`, without its name."""
        asked = [cls.path() or cls.command, "--version"]
        return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.split()[-1]

    # What a person does with it

    def listed_now(self) -> list[Held]:
        """An empty list is told in words, with exit code 0."""
        exported = self._do("export", "-").out
        if not exported.startswith("{"):
            return []
        return [Held(name, details["issuer"], name) for name, details in _accounts(exported).items()]

    def add(self, link: OtpAuth, uri: str) -> str:
        """Show it the QR code; `--force` is what replaces an account."""
        name = f"{link.issuer} ({link.account})" if link.account else link.issuer
        self._do("add", "--qr", "-", "--force", "--", name, typed=_qr_code(uri))
        self._require(name, listed=True)
        return name

    def code(self, account: str) -> str:
        """What `code` prints."""
        return self._do("code", "--", account).out.strip()

    def remove(self, account: str) -> None:
        """What `remove` does."""
        self._do("remove", "--", account)
        self._require(account, listed=False)

    # Its file, as a backup

    def pack(self, password: str | None) -> Packed | None:
        """The export. Of an empty list none is written, and the exit code is 0 all the same."""
        del password
        self._file.unlink(missing_ok=True)
        self._do("export", _EXPORT)
        if not self._file.exists():
            return None
        blob = self._file.read_bytes()
        return Packed(blob, len(_accounts(blob.decode())))

    def take_in(self, blob: bytes, password: str) -> list[str]:
        """Import the file. An entry that it skips is a line of output, and exit code 0."""
        del password
        self._file.write_bytes(blob)
        ended = self.run("import", _EXPORT, environment=_ACCOUNTS)
        if not ended.ok:
            raise self.refused("tampered", ended)
        held = [account.id for account in self.held()]
        return [name for name in _accounts(blob.decode()) if name not in held]

    def is_newer(self, blob: bytes) -> bool:
        """Its export has no version."""
        del blob
        return False

    # Inside

    @property
    def _file(self) -> Path:
        return self.folder / _EXPORT

    def _do(self, *words: str, typed: bytes = b"") -> Ended:
        ended = self.run(*words, typed=typed, environment=_ACCOUNTS)
        if not ended.ok:
            raise self.refused(_reason(ended), ended)
        return ended

    def _require(self, account: str, listed: bool) -> None:
        if any(held.id == account for held in self.held()) != listed:
            still = "does not list" if listed else "still lists"
            raise Refusal("bad-input", f"tfa reports success, and {still} the account")


def _accounts(exported: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(exported)
    return found


def _qr_code(uri: str) -> bytes:
    """The picture that a site shows, as PNG."""
    # By name: whoever has no use for this adapter need not have what paints.
    picture = importlib.import_module("qrcode").make(uri)
    written = io.BytesIO()
    picture.save(written)
    return written.getvalue()


def _reason(ended: Ended) -> str:
    if "does not exist" in ended.out:
        return "not-found"
    if "Only standard TOTP" in f"{ended.out}{ended.err}":
        return "unavailable"
    return "bad-input"
