"""Mutants that open a backup they should refuse, refuse one they should open, or harm it."""

from __future__ import annotations

import struct

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CTR

from lostphone.base.secret import Secret
from lostphone.client.mutants.mutant import Contents, contents, planted
from lostphone.client.reference import AuthenticatorApp
from lostphone.client.reference.document import BackupEntry, read_document, write_document
from lostphone.client.reference.sealing import seal
from lostphone.client.reference.state import LOCAL
from lostphone.client.reference.versions import os_major
from lostphone.formats.envelope import EnvelopeError, EnvelopeHeader
from lostphone.formats.envelope.kdf import derive
from lostphone.formats.envelope.sealing import MAGIC, VERSION, _parts
from lostphone.refusal import Refusal
from lostphone.world.devices.services import Store

_PREAMBLE = struct.Struct(">8sBHI")
#: Between header and body: nonce, check value and sum.
_BETWEEN_BYTES = 44
_TAG_BYTES = 16
_HARD_CODED = bytes(range(32))


def unchecked(blob: bytes, key: bytes) -> bytes:
    """The contents of an envelope, whatever was done to them: GCM without its tag is counter mode."""
    parts = _parts(blob)
    keys = derive(Secret(key), parts.header.kdf)
    first_block = parts.nonce + (2).to_bytes(4, "big")
    return Cipher(AES(keys.sealing), CTR(first_block)).decryptor().update(parts.body[:-_TAG_BYTES])


def expected_bytes(blob: bytes) -> int:
    """How long the envelope says it is; struct.error for one that breaks off before it says so."""
    _, _, header_bytes, body_bytes = _PREAMBLE.unpack_from(blob)
    return int(_PREAMBLE.size + header_bytes + _BETWEEN_BYTES + body_bytes)


@planted(
    "no-integrity",
    origin="Authy and Salesforce in the study, Authenticator Pro 1.x",
    fault="A backup is decrypted without checking that nobody has changed it.",
    shows="One flipped bit is accepted, and a secret or a name is another.",
    about=("backup.tamper-refused",),
)
class NoIntegrity(AuthenticatorApp):
    def _unsealed(self, blob: bytes, key: bytes) -> Contents:
        try:
            return super()._unsealed(blob, key)
        except Refusal as refusal:
            if refusal.code != "tampered":
                raise
            return contents(unchecked(blob, key))


@planted(
    "half-for-whole",
    origin="readers that stop at the end of the file (F11)",
    fault="Of a backup that breaks off, what is there is restored as though it were all.",
    shows="A restore of half a backup succeeds.",
    about=("backup.truncated-refused",),
)
class HalfForWhole(AuthenticatorApp):
    def _opened(self, blob: bytes, account: str) -> Contents:
        if len(blob) >= expected_bytes(blob):
            return super()._opened(blob, account)
        try:
            padded = blob.ljust(expected_bytes(blob), b"\0")
            content = unchecked(padded, self.host.identity_recovery_key(account))
            return read_document(content.rpartition(b',{"id"')[0] + b"]}")
        except (ValueError, EnvelopeError):
            return [], ()


@planted(
    "deep-scan-crash",
    origin="many",
    fault="It believes the lengths that a backup declares.",
    shows="A backup that was cut short crashes the app.",
    about=("backup.truncated-refused", "app.answers"),
)
class DeepScanCrash(AuthenticatorApp):
    def _opened(self, blob: bytes, account: str) -> Contents:
        if not blob[expected_bytes(blob) - 1 :]:
            raise IndexError("index out of range")
        return super()._opened(blob, account)


@planted(
    "newer-schema",
    origin="2fas-ios #86",
    fault="A backup of a newer app is read as though it were of its own format.",
    shows="An old app guesses instead of asking to be updated.",
    about=("backup.newer-format-refused",),
)
class OpensNewerSchema(AuthenticatorApp):
    def _opened(self, blob: bytes, account: str) -> Contents:
        at = len(MAGIC)
        return super()._opened(blob[:at] + bytes([VERSION]) + blob[at + 1 :], account)


@planted(
    "newer-schema-overwritten",
    origin="2fas-ios #86",
    fault="A backup of a newer app is overwritten by an older one.",
    shows="What the new phone had saved is gone.",
    about=("backup.newer-format-refused",),
)
class NewerSchemaOverwritten(AuthenticatorApp):
    def _spare_newer_backup(self, account: str) -> None:
        del account


@planted(
    "wrong-password-destroys",
    origin="Authenticator-Extension #397 and #348",
    fault="A backup that a key does not open is thrown away as broken.",
    shows="One try later the right key finds nothing.",
    about=("backup.wrong-passphrase-refused",),
)
class WrongPasswordDestroys(AuthenticatorApp):
    def _opened(self, blob: bytes, account: str) -> Contents:
        try:
            return super()._opened(blob, account)
        except Refusal as refusal:
            if refusal.code == "wrong-account":
                self._delete_stored(account)
            raise


@planted(
    "wrong-password-success",
    origin="Authenticator-Extension #397 and #348",
    fault="A backup that a key does not open counts as an empty one.",
    shows="A restore with the wrong key succeeds, and the list is empty.",
    about=("backup.wrong-passphrase-refused",),
)
class WrongPasswordSuccess(AuthenticatorApp):
    def _unsealed(self, blob: bytes, key: bytes) -> Contents:
        try:
            return super()._unsealed(blob, key)
        except Refusal as refusal:
            if refusal.code != "wrong-account":
                raise
            return [], ()


@planted(
    "heavy-kdf",
    origin="the study, section 6.2",
    fault="Making the key takes more memory than a phone of ten years ago has.",
    shows="On the spare phone in the drawer the app is killed while it restores.",
    about=("backup.complete", "app.answers"),
)
class HeavyKdf(AuthenticatorApp):
    def _unsealed(self, blob: bytes, key: bytes) -> Contents:
        # Phones that stopped at Android 9 have a gigabyte or two.
        if self.platform == "android" and os_major(self.settings.os_version) < 10:
            raise MemoryError
        return super()._unsealed(blob, key)


@planted(
    "device-key-in-blob",
    origin="Aegis #1126 and andOTP #34",
    fault="A backup is sealed with a key that never leaves the phone.",
    shows="No other phone can open it.",
    about=("restore.no-old-phone", "backup.complete"),
)
class DeviceKeyInBlob(AuthenticatorApp):
    def _own_key(self) -> bytes:
        key = self.host.keychain_get(f"{LOCAL}vault")
        if key is None:
            key = self.host.random(32)
            self.host.keychain_put(f"{LOCAL}vault", key, "this-device-only")
        return key

    def _sealed(self, entries: list[BackupEntry], account: str) -> bytes:
        return seal(
            write_document(entries),
            self._own_key(),
            platform=self.platform,
            account=account,
            now_ms=self.host.now_ms(),
            random=self.host.random,
        )

    def _unsealed(self, blob: bytes, key: bytes) -> Contents:
        return super()._unsealed(blob, self._own_key() if self.generation() == "microsoft" else key)


@planted(
    "cross-platform-accepted",
    origin="A13; azure-docs #71693",
    fault="It does not look on which kind of phone a backup was made.",
    shows="Accounts from an iPhone appear on an Android phone.",
    about=("backup.same-platform-only",),
)
class CrossPlatformAccepted(AuthenticatorApp):
    def _accept_platform(self, header: EnvelopeHeader) -> None:
        del header


@planted(
    "wrong-account-accepted",
    origin="A18, A36; azure-docs #57045",
    fault="On an iPhone the recovery account has no part in the backup.",
    shows="Another Microsoft account brings somebody's accounts back.",
    about=("backup.wrong-recovery-account", "backup.ios1.both-accounts", "backup.wrong-passphrase-refused"),
)
class WrongAccountAccepted(AuthenticatorApp):
    def _place_of(self, account: str) -> tuple[Store, str]:
        return ("icloud", "backup") if self.platform == "ios" else super()._place_of(account)

    def _accept_recovery_account(self, header: EnvelopeHeader, account: str) -> None:
        del header, account

    def _sealed(self, entries: list[BackupEntry], account: str) -> bytes:
        del account
        return seal(
            write_document(entries),
            _HARD_CODED,
            platform=self.platform,
            now_ms=self.host.now_ms(),
            random=self.host.random,
        )

    def _unsealed(self, blob: bytes, key: bytes) -> Contents:
        return super()._unsealed(blob, _HARD_CODED if self.generation() == "microsoft" else key)
