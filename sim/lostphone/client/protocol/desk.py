"""The host's desk: where a client's calls arrive, on Lostphone's side, and become platform services.

The same desk stands behind every client of somebody else's, whether it runs in this process or speaks
over a wire; so a call is checked in one place, and nothing a client passes reaches the world unchecked.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lostphone.client.port import HarnessFault
from lostphone.client.protocol import host
from lostphone.client.protocol.validation import BadMessage
from lostphone.devices.services import PlatformServices, Settings
from lostphone.refusal import Refusal


class Desk:
    """The services of every device that was provisioned in the scenario."""

    def __init__(self) -> None:
        self._devices: dict[str, PlatformServices] = {}

    def provision(self, device: str, services: PlatformServices) -> None:
        """From now on calls about that device go to these services."""
        self._devices[device] = services

    def clear(self) -> None:
        """Another scenario: no device of the last one exists any more."""
        self._devices.clear()

    def services(self, device: str) -> PlatformServices | None:
        """The services of a device, if it was provisioned."""
        return self._devices.get(device)

    def answer(self, call: host.HostCall[Any]) -> host.HostAnswer | Settings:
        """Do what a (checked) call asks.

        Refusal is the world's "no". BadMessage: there is no such device. HarnessFault: the world failed at
        a question that it should have answered, which is not the client's fault.
        """
        services = self._devices.get(call.device)
        if services is None:
            known = ", ".join(f"'{device}'" for device in self._devices) or "none"
            raise BadMessage(
                "breach",
                f"{call.method} for the device '{call.device}', which was not provisioned (were: {known})",
            )
        try:
            return _ANSWERS[type(call)](services, call)
        except Refusal:
            raise
        except Exception as error:
            raise HarnessFault(f"{call.method} failed: {type(error).__name__}: {error}") from error


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
