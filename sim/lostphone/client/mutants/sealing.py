"""Mutants whose stored backups say more than they should to whoever keeps them."""

from __future__ import annotations

import zlib
from base64 import b64encode
from hashlib import sha256

import msgspec
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import ECB

from lostphone.client.mutants.mutant import Contents, contents, planted
from lostphone.client.reference import AuthenticatorApp
from lostphone.client.reference.account import Account
from lostphone.client.reference.document import BackupEntry, write_document
from lostphone.client.reference.sealing import seal, told_as_refusals
from lostphone.formats import envelope
from lostphone.formats.envelope import FULL, AccountHint, EnvelopeHeader, KdfCost, Passphrase
from lostphone.formats.otpauth import OtpAuth

_CLEAR = b"accounts in clear: "
_TAIL = b"\n-- behind the envelope --\n"
_HARD_CODED = bytes(range(32))
_BLOCK = 16


@planted(
    "plaintext-by-default",
    origin="2FAS 3.11, Latch and SAASPASS in the study",
    fault="The first backup is written in clear; only the next one is encrypted.",
    shows="The secret of an account added before that can be read in the stored backup.",
    about=("backup.nothing-in-clear",),
)
class PlaintextByDefault(AuthenticatorApp):
    def _sealed(self, entries: list[BackupEntry], account: str) -> bytes:
        if self.state.microsoft.last_good_ms is None:
            return _CLEAR + write_document(entries)
        return super()._sealed(entries, account)

    def _opened(self, blob: bytes, account: str) -> Contents:
        if blob.startswith(_CLEAR):
            return contents(blob.removeprefix(_CLEAR))
        return super()._opened(blob, account)


class Tailed(AuthenticatorApp):
    """Something stands behind the envelope. Opening takes no notice of it."""

    def _tail(self, entries: list[BackupEntry], account: str) -> bytes:
        raise NotImplementedError

    def _sealed(self, entries: list[BackupEntry], account: str) -> bytes:
        return super()._sealed(entries, account) + _TAIL + self._tail(entries, account)

    def _opened(self, blob: bytes, account: str) -> Contents:
        return super()._opened(blob.partition(_TAIL)[0], account)


@planted(
    "label-leak",
    origin="Authy, Zoho and Duo in the study",
    fault="Secrets are encrypted, and whose accounts they are stands beside them in clear.",
    shows="Whoever reads the stored backup learns at which bank its owner is.",
    about=("backup.nothing-in-clear",),
)
class LabelLeak(Tailed):
    def _tail(self, entries: list[BackupEntry], account: str) -> bytes:
        del account
        return msgspec.json.encode([entry.issuer for entry in entries])


@planted(
    "packed-in-clear",
    origin="a tray of exports that are only packed: Raivo's and Aegis's plain exports in a ZIP",
    fault="The accounts lie behind the sealed backup, packed with zlib and written in Base64.",
    shows="Nothing can be read at sight, and all of it by two lines of any language.",
    about=("backup.nothing-in-clear",),
)
class PackedInClear(Tailed):
    def _tail(self, entries: list[BackupEntry], account: str) -> bytes:
        del account
        return b64encode(zlib.compress(write_document(entries)))


@planted(
    "fixed-keystream",
    origin="a cipher in counter mode without a nonce, as WEP and Word 2003 had it",
    fault="The accounts lie behind the sealed backup, XORed with a keystream that is the same each time.",
    shows="Two backups of one account, XORed with each other, show what changed; one alone shows nothing.",
    about=("backup.nothing-in-clear",),
)
class FixedKeystream(Tailed):
    def _tail(self, entries: list[BackupEntry], account: str) -> bytes:
        content = write_document(entries)
        key = self.host.identity_recovery_key(account)
        stream = b"".join(
            sha256(key + bytes([number])).digest() for number in range(-(-len(content) // 32) % 256)
        )
        return bytes(byte ^ mask for byte, mask in zip(content, stream, strict=False))


@planted(
    "key-beside-lock",
    origin="Zoho, Salesforce and Yandex in the study",
    fault="The key goes to the same store as what it opens.",
    shows="The store alone can read the backup.",
    about=("backup.nothing-in-clear",),
)
class KeyBesideLock(Tailed):
    def _tail(self, entries: list[BackupEntry], account: str) -> bytes:
        del entries
        return self.host.identity_recovery_key(account)


@planted(
    "static-salt",
    origin="TOTP Authenticator and Pixplicity Authenticator in the study",
    fault="Key, salt and nonce are the same in every copy of the app.",
    shows="Two people with equal accounts have equal backups, and no key is needed to open them.",
    about=("backup.two-users-differ", "backup.wrong-passphrase-refused"),
)
class StaticSalt(AuthenticatorApp):
    def _sealed(self, entries: list[BackupEntry], account: str) -> bytes:
        return seal(
            write_document(entries),
            _HARD_CODED,
            platform=self.platform,
            account=account,
            now_ms=self.host.now_ms(),
            random=bytes,
        )

    def _unsealed(self, blob: bytes, key: bytes) -> Contents:
        return super()._unsealed(blob, _HARD_CODED if self.generation() == "microsoft" else key)


@planted(
    "deterministic-mode",
    origin="Zoho in the study",
    fault="Every block of a backup is encrypted by itself (ECB).",
    shows="Equal parts of accounts are equal blocks in the stored backup.",
    about=("backup.nothing-in-clear",),
)
class DeterministicMode(AuthenticatorApp):
    def _sealed(self, entries: list[BackupEntry], account: str) -> bytes:
        # The envelope in front holds nobody; it says whose the backup is, and whether a key opens it.
        blocks = _cipher(self.host.identity_recovery_key(account)).encryptor().update(_in_blocks(entries))
        return super()._sealed([], account) + _TAIL + blocks

    def _opened(self, blob: bytes, account: str) -> Contents:
        front, _, blocks = blob.partition(_TAIL)
        super()._opened(front, account)
        content = _cipher(self.host.identity_recovery_key(account)).decryptor().update(blocks)
        return contents(content)


def _cipher(key: bytes) -> Cipher[ECB]:
    return Cipher(AES(key), ECB())


def _in_blocks(entries: list[BackupEntry]) -> bytes:
    """The document with every field at the beginning of a block, as a fixed layout would have it."""
    first, *others = write_document(entries).split(b',"')
    fields = [first, *(b'"' + field for field in others)]
    lengths = [-(-(len(field) + 1) // _BLOCK) * _BLOCK for field in fields]
    laid_out = b",".join(field.ljust(length - 1) for field, length in zip(fields, lengths, strict=True))
    return laid_out + b" "


class UnderPassphrase(AuthenticatorApp):
    """The backup opens with a passphrase. What a person would type is made of the account's key here."""

    rounds = FULL.declared_rounds

    def _passphrase(self, key: bytes) -> Passphrase:
        return Passphrase(key.hex())

    def _sealed(self, entries: list[BackupEntry], account: str) -> bytes:
        hint = AccountHint.of(account, self.host.random)
        return envelope.seal(
            write_document(entries),
            key=self._passphrase(self.host.identity_recovery_key(account)),
            header=EnvelopeHeader(self.platform, self.host.now_ms(), account_hint=hint),
            random=self.host.random,
            cost=KdfCost(self.rounds, run_rounds=8),
            policy=lambda _: None,
        )

    def _unsealed(self, blob: bytes, key: bytes) -> Contents:
        if self.generation() != "microsoft":
            return super()._unsealed(blob, key)
        with told_as_refusals():
            return contents(envelope.open_envelope(blob, key=self._passphrase(key))[1])


@planted(
    "weak-kdf",
    origin="several in the study: one SHA-256, or 10,000 rounds",
    fault="A passphrase is stretched with 10,000 rounds.",
    shows="The header of the stored backup says so, and guessing is sixty times cheaper than it should be.",
    about=("backup.nothing-in-clear",),
)
class WeakKdf(UnderPassphrase):
    rounds = 10_000


@planted(
    "short-password",
    origin="2FAS, Guardian and Authenticator Pro in the study",
    fault="A passphrase of one character is accepted.",
    shows="Ten guesses open the stored backup.",
    about=("backup.nothing-in-clear",),
)
class ShortPassword(UnderPassphrase):
    def _passphrase(self, key: bytes) -> Passphrase:
        return Passphrase(str(key[0] % 10))


@planted(
    "secret-in-files",
    origin="an app's database that the nightly backup of the phone takes along (D22)",
    fault="Secrets are kept in the app's files too, and those are part of an iCloud Backup.",
    shows="Whoever can read the iCloud Backup finds them.",
    about=("backup.nothing-in-clear",),
)
class SecretInFiles(AuthenticatorApp):
    def put(self, account: Account, secret: bytes | None = None) -> None:
        super().put(account, secret)
        if secret is not None:
            self.host.storage_put(f"accounts/{account.id}", secret)


@planted(
    "leaks-in-log",
    origin="Proton Authenticator, 2025",
    fault="The app logs the link of every account that is added.",
    shows="The secret is in the log.",
    about=("app.no-secret-in-log",),
)
class LeaksInLog(AuthenticatorApp):
    def _read_link(self, uri: str) -> OtpAuth:
        self.host.log(f"scanned {uri}")
        return super()._read_link(uri)


@planted(
    "numbers-in-log",
    origin="fmt.Println of a []byte in Go, Arrays.toString in Java: no secret at sight",
    fault="The app logs the bytes of every secret that is added, each as a number.",
    shows="The secret is in the log, in the words of a computer.",
    about=("app.no-secret-in-log",),
)
class NumbersInLog(AuthenticatorApp):
    def _read_link(self, uri: str) -> OtpAuth:
        link = super()._read_link(uri)
        self.host.log(f"key: [{' '.join(map(str, link.secret.reveal()))}]")
        return link
