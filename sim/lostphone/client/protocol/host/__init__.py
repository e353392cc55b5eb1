"""What a client may ask of its host while it is at work: the platform services as messages.

One message type for each method of `PlatformServices`, with the same arguments in the same order; the
class of its answer is named beside it. Bytes travel as Base64 (RFC 4648, with padding).
"""

from __future__ import annotations

from typing import Any

from lostphone.client.protocol.host.base import (
    Blob,
    Content,
    Existed,
    HostAnswer,
    HostCall,
    Instant,
    Kind,
    Names,
    RandomBytes,
    RecoveryKey,
    RegisteredSecret,
    Told,
    Value,
)
from lostphone.client.protocol.host.device import (
    KeychainDelete,
    KeychainGet,
    KeychainList,
    KeychainPut,
    Log,
    Now,
    Random,
    ReadSettings,
    Screen,
    StorageDelete,
    StorageGet,
    StorageList,
    StoragePut,
    Timer,
)
from lostphone.client.protocol.host.services import (
    CloudDelete,
    CloudGet,
    CloudList,
    CloudPut,
    IdentityKind,
    IdentityRecoveryKey,
    IdentityRegisterCode,
    IdentityRegisterDevice,
    IdentitySessions,
    IdentitySignIn,
    IdentitySignOut,
    PasswordsSync,
)

__all__ = [
    "HOST_CALLS",
    "Blob",
    "CloudDelete",
    "CloudGet",
    "CloudList",
    "CloudPut",
    "Content",
    "Existed",
    "HostAnswer",
    "HostCall",
    "IdentityKind",
    "IdentityRecoveryKey",
    "IdentityRegisterCode",
    "IdentityRegisterDevice",
    "IdentitySessions",
    "IdentitySignIn",
    "IdentitySignOut",
    "Instant",
    "KeychainDelete",
    "KeychainGet",
    "KeychainList",
    "KeychainPut",
    "Kind",
    "Log",
    "Names",
    "Now",
    "PasswordsSync",
    "Random",
    "RandomBytes",
    "ReadSettings",
    "RecoveryKey",
    "RegisteredSecret",
    "Screen",
    "StorageDelete",
    "StorageGet",
    "StorageList",
    "StoragePut",
    "Timer",
    "Told",
    "Value",
]

#: Every host call, in the order of the platform services.
HOST_CALLS: dict[str, type[HostCall[Any]]] = {
    call.method: call
    for call in (
        Now,
        Random,
        Timer,
        StorageGet,
        StoragePut,
        StorageDelete,
        StorageList,
        KeychainGet,
        KeychainPut,
        KeychainDelete,
        KeychainList,
        CloudGet,
        CloudPut,
        CloudDelete,
        CloudList,
        IdentityKind,
        IdentitySessions,
        IdentitySignIn,
        IdentitySignOut,
        IdentityRecoveryKey,
        IdentityRegisterCode,
        IdentityRegisterDevice,
        PasswordsSync,
        ReadSettings,
        Screen,
        Log,
    )
}
