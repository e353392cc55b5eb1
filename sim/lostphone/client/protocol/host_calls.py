"""The host's desk: where a client's calls arrive, on Lostphone's side, and become platform services.

The same desk stands behind every client of somebody else's, whether it runs in this process or speaks
over a wire; so a call is checked in one place, and nothing a client passes reaches the world unchecked.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from lostphone.client.budget import KEPT_BYTES, Budget
from lostphone.client.port import HarnessFault
from lostphone.client.protocol import host
from lostphone.client.protocol.validation import BadMessage
from lostphone.client.protocol.waking import Waking
from lostphone.client.transport.limits import Limits
from lostphone.refusal import Refusal
from lostphone.world.devices.services import PlatformServices, Settings, require_usable


class HostCalls:
    """The services of every device that was provisioned in the scenario, and what the client has used up.

    A call is served for the device of the open question alone, as an app reaches no phone but its own, and
    refused while that device is not usable.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.budget = Budget(limits or Limits())
        self._devices: dict[str, PlatformServices] = {}
        self._open = ""
        self._waking = Waking()

    def provision(self, device: str, services: PlatformServices) -> None:
        """From now on calls about that device go to these services."""
        self._devices[device] = services

    def clear(self) -> None:
        """Another scenario: no device of the last one exists any more, and nothing is used up."""
        self._devices.clear()
        self.budget.clear()
        self._waking = Waking()

    def provisioned(self, call: host.HostCall[Any]) -> PlatformServices:
        """The services of the device that a call is about; BadMessage if it was not provisioned."""
        services = self._devices.get(call.device)
        if services is None:
            known = ", ".join(f"'{device}'" for device in self._devices) or "none"
            raise BadMessage(
                "breach",
                f"{call.method} for the device '{call.device}', which was not provisioned (were: {known})",
            )
        return services

    @contextlib.contextmanager
    def asking(self, device: str, wakes: bool = False) -> Iterator[None]:
        """Meanwhile a question about that device is open, or, with "", one about none.

        `wakes`: it is the one by which a timer rings.
        """
        self._open = device
        self._waking.begin(device, wakes)
        try:
            yield
        finally:
            self._open = ""
            self._waking.end()

    def services(self, device: str) -> PlatformServices | None:
        """The services of a device, if it was provisioned."""
        return self._devices.get(device)

    def answer(self, call: host.HostCall[Any], size_bytes: int) -> host.HostAnswer | Settings:
        """Do what a (checked) call of that size asks.

        Refusal is the world's "no". BadMessage: it is not about the device of the open question. Trouble: the
        client has used up a budget. HarnessFault: the world failed at a question that it should have
        answered, which is not the client's fault.
        """
        self.budget.call()
        self.budget.sent(size_bytes + (KEPT_BYTES if type(call) in _KEPT else 0))
        services = self.provisioned(call)
        if call.device != self._open:
            about = f"is about '{self._open}'" if self._open else "is about no device"
            raise BadMessage(
                "breach", f"{call.method} for the device '{call.device}', and the open question {about}"
            )
        if isinstance(call, host.Timer):
            self.budget.wake()
            call = msgspec.structs.replace(call, delay_ms=self._waking.delay_ms(call.delay_ms))
        elif type(call) not in _READING:
            self._waking.changed()
        try:
            require_usable(services)
            return _ANSWERS[type(call)](services, call)
        except Refusal:
            raise
        except Exception as error:
            raise HarnessFault(f"{call.method} failed: {type(error).__name__}: {error}") from error


#: Calls that change nothing.
_READING = frozenset(
    {
        host.Now,
        host.Random,
        host.StorageGet,
        host.StorageList,
        host.KeychainGet,
        host.KeychainList,
        host.CloudGet,
        host.CloudList,
        host.IdentityKind,
        host.IdentitySessions,
        host.IdentityRecoveryKey,
        host.ReadSettings,
    }
)
#: Calls of which something is kept.
_KEPT = frozenset({host.Timer, host.StoragePut, host.KeychainPut, host.CloudPut, host.Screen, host.Log})


def _told(act: Callable[[PlatformServices, Any], None]) -> Callable[[PlatformServices, Any], host.HostAnswer]:
    def answer(services: PlatformServices, call: Any) -> host.HostAnswer:
        act(services, call)
        return host.Told()

    return answer


_ANSWERS: dict[type[host.HostCall[Any]], Callable[[PlatformServices, Any], host.HostAnswer | Settings]] = {
    host.Now: lambda phone, _: host.Instant(phone.now_ms()),
    host.Random: lambda phone, call: host.RandomBytes(phone.random(call.count)),
    host.Timer: _told(lambda phone, call: phone.timer(call.delay_ms, call.token)),
    host.StorageGet: lambda phone, call: host.Content(phone.storage_get(call.name)),
    host.StoragePut: _told(lambda phone, call: phone.storage_put(call.name, call.content)),
    host.StorageDelete: lambda phone, call: host.Existed(phone.storage_delete(call.name)),
    host.StorageList: lambda phone, _: host.Names(tuple(phone.storage_list())),
    host.KeychainGet: lambda phone, call: host.Value(phone.keychain_get(call.key)),
    host.KeychainPut: _told(lambda phone, call: phone.keychain_put(call.key, call.value, call.protection)),
    host.KeychainDelete: lambda phone, call: host.Existed(phone.keychain_delete(call.key)),
    host.KeychainList: lambda phone, _: host.Names(tuple(phone.keychain_list())),
    host.CloudGet: lambda phone, call: host.Blob(phone.cloud_get(call.store, call.key)),
    host.CloudPut: _told(lambda phone, call: phone.cloud_put(call.store, call.key, call.blob)),
    host.CloudDelete: lambda phone, call: host.Existed(phone.cloud_delete(call.store, call.key)),
    host.CloudList: lambda phone, call: host.Names(tuple(phone.cloud_list(call.store))),
    host.IdentityKind: lambda phone, call: host.Kind(phone.identity_kind(call.account)),
    host.IdentitySessions: lambda phone, _: host.Names(tuple(phone.identity_sessions())),
    host.IdentitySignIn: _told(lambda phone, call: phone.identity_sign_in(call.account, call.temporary_pass)),
    host.IdentitySignOut: _told(lambda phone, call: phone.identity_sign_out(call.account)),
    host.IdentityRecoveryKey: lambda phone, call: host.RecoveryKey(phone.identity_recovery_key(call.account)),
    host.IdentityRegisterCode: lambda phone, call: host.RegisteredSecret(
        phone.identity_register_code(call.account, call.proof)
    ),
    host.IdentityRegisterDevice: _told(lambda phone, call: phone.identity_register_device(call.account)),
    host.PasswordsSync: _told(lambda phone, call: phone.passwords_sync(call.account, call.entries)),
    host.ReadSettings: lambda phone, _: phone.settings(),
    host.Screen: _told(lambda phone, call: phone.screen(call.view)),
    host.Log: _told(lambda phone, call: phone.log(call.text)),
}
