"""Settling in: what people have on a phone before anything happens to it, without which little is proved."""

from __future__ import annotations

from collections.abc import Iterator

from lostphone.explore.moves.accounts import SITES, new_personal, opening
from lostphone.explore.moves.backup import signed_in
from lostphone.explore.scene import Scene
from lostphone.stories.actions import accounts as do
from lostphone.stories.actions import backup
from lostphone.stories.actions.base import Action
from lostphone.world.devices.device import Device


def settling(scene: Scene, phone: Device) -> Iterator[list[Action]]:
    """Some accounts, and mostly a backup of them. What comes next is asked once this is done."""
    for _ in range(scene.draw.choice((0, 1, 1, 2, 3))):
        site = scene.draw.choice(SITES)
        if site not in scene.held_by(phone.owner):
            opened = [] if site in scene.world.sites else [opening(scene, site)]
            yield [*opened, do.EnrolAtSite(phone.id, site)]
    if scene.chance(35) and "microsoft-accounts" in scene.can:
        yield [*new_personal(scene, phone.owner), do.AddMicrosoft(phone.id, scene.next_address)]
    if not scene.chance(75):
        return
    if scene.hangs_on_account(phone.id):
        begin, address = signed_in(scene, phone.id, phone.owner)
        yield [*begin, backup.TurnBackupOn(phone.id, address)]
    else:
        yield [do.OpenAuthenticator(phone.id)]
