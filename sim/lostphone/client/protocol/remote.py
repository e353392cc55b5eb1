"""Platform services whose phone is elsewhere: every method is a call to the host.

A Python client that is served over a wire, or kept apart from the world in this process, gets these. It
cannot tell them from the real ones, and has no way around them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from lostphone.base.views import View
from lostphone.client.protocol import host
from lostphone.world.devices.keystore import Protection
from lostphone.world.devices.services import AccountKind, PlatformServices, Settings, Store

A = TypeVar("A", bound=host.HostAnswer | Settings)


class Ask(Protocol):
    """Puts a call to the host and returns its answer, or raises its Refusal."""

    def __call__(self, call: host.HostCall[A], /) -> A: ...


class RemoteServices(PlatformServices):
    """The services of one device. `data_dir` gives None for a client that shares no disk with the host."""

    def __init__(self, device_id: str, ask: Ask, data_dir: Callable[[], Path | None]) -> None:
        self._id = device_id
        self._ask = ask
        self._data_dir = data_dir
        self.screens: list[View] = []

    def now_ms(self) -> int:
        return self._ask(host.Now(self._id)).now_ms

    def random(self, count: int) -> bytes:
        return self._ask(host.Random(self._id, count)).random

    def timer(self, delay_ms: int, token: str) -> None:
        self._ask(host.Timer(self._id, delay_ms, token))

    def storage_get(self, name: str) -> bytes | None:
        return self._ask(host.StorageGet(self._id, name)).content

    def storage_put(self, name: str, content: bytes) -> None:
        self._ask(host.StoragePut(self._id, name, content))

    def storage_delete(self, name: str) -> bool:
        return self._ask(host.StorageDelete(self._id, name)).existed

    def storage_list(self) -> list[str]:
        return list(self._ask(host.StorageList(self._id)).names)

    def data_dir(self) -> Path | None:
        return self._data_dir()

    def keychain_get(self, key: str) -> bytes | None:
        return self._ask(host.KeychainGet(self._id, key)).value

    def keychain_put(self, key: str, value: bytes, protection: Protection) -> None:
        self._ask(host.KeychainPut(self._id, key, value, protection))

    def keychain_delete(self, key: str) -> bool:
        return self._ask(host.KeychainDelete(self._id, key)).existed

    def keychain_list(self) -> list[str]:
        return list(self._ask(host.KeychainList(self._id)).names)

    def cloud_get(self, store: Store, key: str) -> bytes | None:
        return self._ask(host.CloudGet(self._id, store, key)).blob

    def cloud_put(self, store: Store, key: str, blob: bytes) -> None:
        self._ask(host.CloudPut(self._id, store, key, blob))

    def cloud_delete(self, store: Store, key: str) -> bool:
        return self._ask(host.CloudDelete(self._id, store, key)).existed

    def cloud_list(self, store: Store) -> list[str]:
        return list(self._ask(host.CloudList(self._id, store)).names)

    def identity_kind(self, account: str) -> AccountKind:
        return self._ask(host.IdentityKind(self._id, account)).kind

    def identity_sessions(self) -> list[str]:
        return list(self._ask(host.IdentitySessions(self._id)).names)

    def identity_sign_in(self, account: str, temporary_pass: str | None = None) -> None:
        self._ask(host.IdentitySignIn(self._id, account, temporary_pass))

    def identity_sign_out(self, account: str) -> None:
        self._ask(host.IdentitySignOut(self._id, account))

    def identity_recovery_key(self, account: str) -> bytes:
        return self._ask(host.IdentityRecoveryKey(self._id, account)).recovery_key

    def identity_register_code(self, account: str, proof: bytes | None = None) -> bytes:
        return self._ask(host.IdentityRegisterCode(self._id, account, proof)).secret

    def identity_register_device(self, account: str) -> None:
        self._ask(host.IdentityRegisterDevice(self._id, account))

    def passwords_sync(self, account: str, entries: dict[str, str]) -> None:
        self._ask(host.PasswordsSync(self._id, account, entries))

    def settings(self) -> Settings:
        return self._ask(host.ReadSettings(self._id))

    def screen(self, view: View) -> None:
        self.screens.append(view)
        self._ask(host.Screen(self._id, view))

    def log(self, text: str) -> None:
        self._ask(host.Log(self._id, text))
