"""Host calls that leave the phone: cloud stores, sign-in at Microsoft, passwords in Edge."""

from __future__ import annotations

from lostphone.client.protocol.host.base import (
    Blob,
    Existed,
    HostCall,
    Kind,
    Names,
    RecoveryKey,
    RegisteredSecret,
    Told,
)
from lostphone.client.secret_fields import CoveredText
from lostphone.world.devices.services import Store


class CloudGet(HostCall[Blob], frozen=True):
    """Read from a cloud: a file's name in "icloud", an account's address in "microsoft"."""

    method = "host/cloud.get"
    answer = Blob

    store: Store
    key: str


class CloudPut(HostCall[Told], frozen=True):
    """Write to a cloud."""

    method = "host/cloud.put"

    store: Store
    key: str
    blob: bytes


class CloudDelete(HostCall[Existed], frozen=True):
    """Delete from a cloud."""

    method = "host/cloud.delete"
    answer = Existed

    store: Store
    key: str


class CloudList(HostCall[Names], frozen=True):
    """Names in the iCloud container; signed-in accounts that hold a backup in "microsoft"."""

    method = "host/cloud.list"
    answer = Names

    store: Store


class IdentityKind(HostCall[Kind], frozen=True):
    """What sort of Microsoft account an address is."""

    method = "host/identity.kind"
    answer = Kind

    account: str


class IdentitySessions(HostCall[Names], frozen=True):
    """Personal accounts that are signed in on this device."""

    method = "host/identity.sessions"
    answer = Names


class IdentitySignIn(HostCall[Told], frozen=True):
    """Let the person sign in, with whatever proof they still have."""

    method = "host/identity.sign_in"

    account: str
    temporary_pass: CoveredText | None = None


class IdentitySignOut(HostCall[Told], frozen=True):
    """Sign a personal account out on this device."""

    method = "host/identity.sign_out"

    account: str


class IdentityRecoveryKey(HostCall[RecoveryKey], frozen=True):
    """The key by which a signed-in personal account protects its backups."""

    method = "host/identity.recovery_key"
    answer = RecoveryKey

    account: str


class IdentityRegisterCode(HostCall[RegisteredSecret], frozen=True):
    """A one-time password secret of this device's own; `proof` is an older one that is still valid."""

    method = "host/identity.register_code"
    answer = RegisteredSecret

    account: str
    proof: bytes | None = None


class IdentityRegisterDevice(HostCall[Told], frozen=True):
    """Register this device for push and phone sign-in."""

    method = "host/identity.register_device"

    account: str


class PasswordsSync(HostCall[Told], frozen=True):
    """Replace what Edge knows for an account: sites and their passwords."""

    method = "host/passwords.sync"

    account: str
    entries: dict[str, CoveredText]
