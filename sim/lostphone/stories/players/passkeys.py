"""Plays passkeys: the relying party asks, the app on the phone answers, the library checks."""

from __future__ import annotations

from typing import Any, cast

from lostphone.client import port
from lostphone.stories.actions import passkeys as do
from lostphone.stories.stage import Stage, plays


@plays(do.MakePasskey)
def register_passkey(stage: Stage, action: do.MakePasskey) -> None:
    parties, tenants, device = stage.world.passkeys, stage.world.tenants, stage.device(action.phone)
    if action.account in tenants.users:
        work_options = tenants.begin_passkey(device, action.account)
        tenants.complete_passkey(device, action.account, made(stage, action.phone, work_options))
        return
    rp_id = relying_party_of(stage, action.account)
    options = parties.begin_registration(rp_id, device.owner, device)
    parties.complete_registration(rp_id, device.owner, made(stage, action.phone, options))


@plays(do.SignInWithPasskey)
def use_passkey(stage: Stage, action: do.SignInWithPasskey) -> None:
    parties, tenants, device = stage.world.passkeys, stage.world.tenants, stage.device(action.phone)
    if action.account in tenants.users:
        work_options = tenants.begin_passkey_sign_in(action.account)
        tenants.complete_passkey_sign_in(device, action.account, used(stage, action.phone, work_options))
        return
    rp_id = relying_party_of(stage, action.account)
    options = parties.begin_assertion(rp_id, device.owner)
    parties.complete_assertion(rp_id, device.owner, used(stage, action.phone, options))


@plays(do.SetPasskeyProvider)
def set_passkey_provider(stage: Stage, action: do.SetPasskeyProvider) -> None:
    stage.device(action.phone).set(passkey_provider=action.on)


def made(stage: Stage, phone: str, options: dict[str, Any]) -> dict[str, Any]:
    """The app's answer to creation options."""
    return cast(port.PasskeyResponse, stage.ask(phone, port.RegisterPasskey(options))).response


def used(stage: Stage, phone: str, options: dict[str, Any]) -> dict[str, Any]:
    """The app's answer to request options."""
    return cast(port.PasskeyResponse, stage.ask(phone, port.UsePasskey(options))).response


def relying_party_of(stage: Stage, account: str) -> str:
    """Personal Microsoft accounts sign in at Microsoft's; a site is its own relying party."""
    if account in stage.world.personal.accounts:
        return "login.live.com"
    return account.lower().replace(" ", "-") + ".example"
