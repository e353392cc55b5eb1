"""Passkeys: made, used on the right phone and on the wrong one, switched off and on."""

from __future__ import annotations

from lostphone.explore.moves.move import move
from lostphone.explore.scene import Scene
from lostphone.history.actions import accounts
from lostphone.history.actions import passkeys as do
from lostphone.history.actions.base import Action


@move("passkeys", 2)
def make(scene: Scene) -> list[Action] | None:
    """For a site or an account the person has."""
    phone = scene.phone()
    if phone is None or "passkeys" not in scene.can:
        return None
    account = scene.account_on(phone.id)
    if account is None or " (" in account:
        return None
    return [do.RegisterPasskey(phone.id, account), do.UsePasskey(phone.id, account)]


@move("passkeys", 2)
def use(scene: Scene) -> list[Action] | None:
    """On any phone of the person, whether or not it was made there."""
    phone = scene.phone()
    if phone is None or "passkeys" not in scene.can:
        return None
    held = scene.held_by(phone.owner)
    account = scene.one([name for name in held if " (" not in name])
    return None if account is None else [do.UsePasskey(phone.id, account)]


@move("passkeys", 1)
def switch_provider(scene: Scene) -> list[Action] | None:
    """Off, tried, and perhaps on again."""
    phone = scene.phone()
    if phone is None or "passkeys" not in scene.can:
        return None
    account = scene.account_on(phone.id)
    tried = [do.UsePasskey(phone.id, account)] if account and " (" not in account else []
    on = [do.SetPasskeyProvider(phone.id, True)] if scene.chance(60) else []
    opened = [accounts.OpenApp(phone.id)] if scene.chance(40) else []
    return [do.SetPasskeyProvider(phone.id, False), *opened, *tried, *on, *(tried if on else [])]
