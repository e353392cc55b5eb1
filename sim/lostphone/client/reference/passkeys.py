"""Passkeys: kept on this phone, under a key that no backup and no transfer ever carries (C15, C16).

They work while the app is switched on as the system's passkey provider, on systems that have such a
thing (C17), and they have nothing to do with the end of autofill (B07).
"""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from lostphone.base.views import Row
from lostphone.client.port import PasskeyResponse
from lostphone.client.reference.integrity import Integrity
from lostphone.client.reference.state import LOCAL
from lostphone.client.reference.versions import os_major
from lostphone.formats.webauthn import AUTHENTICATOR_AAGUIDS, make_assertion, make_credential
from lostphone.refusal import Refusal
from lostphone.world.devices.keystore import Protection

_PREFIX = f"{LOCAL}passkey/"
#: Whose passkeys are work credentials, and so a rooted phone's affair (A53).
_WORK_RELYING_PARTY = "login.microsoft.com"


class Passkey(msgspec.Struct, frozen=True):
    """One key. `counter` is how often it has signed. Its repr shows no seed."""

    id: bytes
    rp_id: str
    user_handle: bytes
    user_name: str
    seed: bytes
    counter: int = 0

    def __repr__(self) -> str:
        return f"Passkey({self.rp_id!r}, {self.user_name!r})"


class Passkeys(Integrity):
    """Makes passkeys and signs with them."""

    def register_passkey(self, options: Mapping[str, Any]) -> PasskeyResponse:
        """A new passkey; "already-exists" when the site excludes one that this phone holds."""
        self._require_provider()
        asked = _asked(options)
        rp_id, user = _text(asked, "rp", "id"), _part(asked, "user")
        _bytes(asked, "challenge")
        self._check_relying_party(rp_id)
        excluded = _credential_ids(asked, "excludeCredentials")
        if any(key.id in excluded for key in self._passkeys_of(rp_id)):
            raise Refusal("already-exists", f"this phone holds a passkey for {rp_id} already")
        key = Passkey(
            id=self.host.random(16),
            rp_id=rp_id,
            user_handle=_bytes(user, "id"),
            user_name=str(user.get("name", "")),
            seed=self.host.random(32),
        )
        response = make_credential(options, key.seed, key.id, AUTHENTICATOR_AAGUIDS[self.platform])
        self._keep(key)
        self.show("passkeys", (Row(key.rp_id, key.user_name),))
        return PasskeyResponse(response)

    def use_passkey(self, options: Mapping[str, Any]) -> PasskeyResponse:
        """Sign a challenge; "not-found" when this phone holds no passkey that the site would take."""
        self._require_provider()
        asked = _asked(options)
        rp_id = _text(asked, "rpId")
        _bytes(asked, "challenge")
        self._check_relying_party(rp_id)
        allowed = _credential_ids(asked, "allowCredentials")
        usable = [key for key in self._passkeys_of(rp_id) if not allowed or key.id in allowed]
        if not usable:
            raise Refusal("not-found", f"this phone holds no passkey for {rp_id}")
        key = msgspec.structs.replace(usable[-1], counter=usable[-1].counter + 1)
        self._keep(key)
        response = make_assertion(options, key.seed, key.id, key.counter, key.user_handle)
        self.show("passkeys", (Row(key.rp_id, key.user_name),))
        return PasskeyResponse(response)

    def notice_provider(self) -> None:
        """passkey.provider-on-again: off may mean out of reach, or gone (Q09)."""
        if not self.settings.passkey_provider and self.policy.answer("Q09") == "lost":
            for item in self._items():
                self.host.keychain_delete(item)

    # One promise, one place

    def _require_provider(self) -> None:
        """passkey.provider-stays-on, passkey.outlives-autofill: this switch decides, and no date (B07)."""
        if not self._system_has_passkeys():
            raise self.refused("unavailable", "no-passkeys-here")
        self.notice_provider()
        if not self.settings.passkey_provider:
            raise self.refused("provider-off")

    def _system_has_passkeys(self) -> bool:
        """passkey.minimum-system: iOS 17 or Android 14 (C17)."""
        return os_major(self.settings.os_version) >= self.abilities.passkey_os

    def _passkey_protection(self) -> Protection:
        """passkey.device-bound, passkey.not-restored: no backup and no transfer carries them (C16)."""
        return "this-device-only"

    # Inside

    def _check_relying_party(self, rp_id: str) -> None:
        if rp_id == _WORK_RELYING_PARTY:
            self.check_work_step()

    def _keep(self, key: Passkey) -> None:
        self.host.keychain_put(_PREFIX + key.id.hex(), msgspec.json.encode(key), self._passkey_protection())

    def _items(self) -> list[str]:
        return [item for item in self.host.keychain_list() if item.startswith(_PREFIX)]

    def _passkeys_of(self, rp_id: str) -> list[Passkey]:
        values = [self.host.keychain_get(item) for item in self._items()]
        keys = [msgspec.json.decode(value, type=Passkey) for value in values if value is not None]
        return [key for key in keys if key.rp_id == rp_id]


def _asked(options: Mapping[str, Any]) -> Mapping[str, Any]:
    return _part(options, "publicKey") if "publicKey" in options else options


def _part(options: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = options.get(name)
    if not isinstance(part, Mapping):
        raise Refusal("bad-input", f"the passkey options have no '{name}'")
    return part


def _text(options: Mapping[str, Any], *names: str) -> str:
    for name in names[:-1]:
        options = _part(options, name)
    value = options.get(names[-1])
    if not isinstance(value, str) or not value:
        raise Refusal("bad-input", f"the passkey options have no '{'.'.join(names)}'")
    return value


def _bytes(options: Mapping[str, Any], name: str) -> bytes:
    value = _text(options, name)
    try:
        return base64.urlsafe_b64decode(value + "=" * (-len(value) % 4))
    except ValueError:
        raise Refusal("bad-input", f"'{name}' in the passkey options is no base64url text") from None


def _credential_ids(options: Mapping[str, Any], name: str) -> list[bytes]:
    listed = options.get(name) or ()
    if not isinstance(listed, Sequence) or not all(isinstance(item, Mapping) for item in listed):
        raise Refusal("bad-input", f"'{name}' in the passkey options is no list of credentials")
    return [_bytes(credential, "id") for credential in listed]
