"""Apple Accounts and the switches on which a backup hangs."""

from __future__ import annotations

from lostphone.explore.moves.move import move
from lostphone.explore.scene import Scene
from lostphone.rules.icloud_settings import ICLOUD_SETTINGS
from lostphone.stories.actions import accounts
from lostphone.stories.actions import clouds as do
from lostphone.stories.actions.base import Action


@move("switches", 4)
def flip(scene: Scene) -> list[Action] | None:
    """One of the four, off or on again; the app is opened afterwards, or not."""
    phone = scene.iphone()
    if phone is None:
        return None
    switch = scene.draw.choice(ICLOUD_SETTINGS)
    opened: list[Action] = [accounts.OpenAuthenticator(phone.id)] if scene.chance(50) else []
    return [do.SetSwitch(phone.id, switch, not phone.switches[switch]), *opened]


@move("clouds", 2)
def other_apple_account(scene: Scene) -> list[Action] | None:
    """The phone moves to another Apple Account of its owner, or back."""
    phone = scene.iphone()
    if phone is None or phone.apple_account is None:
        return None
    known = [a.email for a in scene.world.icloud.accounts.values() if a.owner == phone.owner]
    others = [email for email in known if email != phone.apple_account]
    if not others:
        return None
    scene.reach("a phone changes its Apple Account")
    return [do.SignOutOfICloud(phone.id), do.SignInToICloud(phone.id, scene.draw.choice(others))]


@move("clouds", 1)
def new_password(scene: Scene) -> list[Action] | None:
    """Which must not cost anybody their backup."""
    account = scene.one(list(scene.world.icloud.accounts))
    return None if account is None else [do.ChangeApplePassword(account)]
