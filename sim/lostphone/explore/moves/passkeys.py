"""Passkeys: made, used on the right phone and on the wrong one, switched off and on."""

from __future__ import annotations

from lostphone.explore.moves.move import move
from lostphone.explore.scene import Scene
from lostphone.stories.actions import accounts
from lostphone.stories.actions import passkeys as do
from lostphone.stories.actions.base import Action


@move("passkeys", 2)
def make(scene: Scene) -> list[Action] | None:
    """For a site or an account the person has."""
    phone = scene.phone()
    if phone is None or "passkeys" not in scene.can:
        return None
    account = scene.account_on(phone.id)
    if account is None or " (" in account:
        return None
    return [do.MakePasskey(phone.id, account), do.SignInWithPasskey(phone.id, account)]


@move("passkeys", 2)
def use(scene: Scene) -> list[Action] | None:
    """On any phone of the person, whether or not it was made there."""
    phone = scene.phone()
    if phone is None or "passkeys" not in scene.can:
        return None
    held = scene.held_by(phone.owner)
    account = scene.one([name for name in held if " (" not in name])
    return None if account is None else [do.SignInWithPasskey(phone.id, account)]


@move("passkeys", 2)
def use_elsewhere(scene: Scene) -> list[Action] | None:
    """Made on one phone, and tried on another of the same person."""
    phone = scene.phone()
    account = None if phone is None else scene.account_on(phone.id)
    if phone is None or account is None or " (" in account or "passkeys" not in scene.can:
        return None
    other = scene.one([one for one in scene.phones(phone.owner) if one.id != phone.id])
    return (
        None
        if other is None
        else [do.MakePasskey(phone.id, account), do.SignInWithPasskey(other.id, account)]
    )


@move("passkeys", 2)
def off_and_on(scene: Scene) -> list[Action] | None:
    """Made, switched off as provider while the app is opened, and on again."""
    phone = scene.phone()
    account = None if phone is None else scene.account_on(phone.id)
    if phone is None or account is None or " (" in account or "passkeys" not in scene.can:
        return None
    return [
        do.MakePasskey(phone.id, account), do.SetPasskeyProvider(phone.id, False),
        accounts.OpenAuthenticator(phone.id), do.SetPasskeyProvider(phone.id, True),
        do.SignInWithPasskey(phone.id, account),
    ]  # fmt: skip


@move("passkeys", 1)
def switch_provider(scene: Scene) -> list[Action] | None:
    """Off, tried, and perhaps on again."""
    phone = scene.phone()
    if phone is None or "passkeys" not in scene.can:
        return None
    account = scene.account_on(phone.id)
    tried = [do.SignInWithPasskey(phone.id, account)] if account and " (" not in account else []
    on = [do.SetPasskeyProvider(phone.id, True)] if scene.chance(60) else []
    opened = [accounts.OpenAuthenticator(phone.id)] if scene.chance(40) else []
    return [do.SetPasskeyProvider(phone.id, False), *opened, *tried, *on, *(tried if on else [])]
