"""The app's own backup: on, off, restored, before and after what it should come after."""

from __future__ import annotations

from lostphone.explore.moves.accounts import new_personal
from lostphone.explore.moves.move import move
from lostphone.explore.moves.work import hired
from lostphone.explore.scene import Scene
from lostphone.stories.actions import accounts, backup, phones
from lostphone.stories.actions.base import Action


@move("backup", 4)
def turn_on(scene: Scene) -> list[Action] | None:
    """With a personal account that is signed in to, mostly; sometimes with one that will not do."""
    phone = scene.phone()
    if phone is None:
        return None
    if not scene.hangs_on_account(phone.id) and scene.chance(80):
        return [accounts.OpenAuthenticator(phone.id)]
    begin, address = signed_in(scene, phone.id, phone.owner)
    work = scene.work_addresses(phone.owner)
    if work and scene.chance(15):
        return [backup.TurnBackupOn(phone.id, scene.draw.choice(work))]
    if scene.chance(10):
        return [backup.TurnBackupOn(phone.id)]
    answer = scene.draw.choice((None, None, True, False))
    return [*begin, backup.TurnBackupOn(phone.id, address, answer)]


@move("backup", 1)
def turn_off(scene: Scene) -> list[Action] | None:
    """Deleted with its confirmation; sometimes made again at once."""
    phone = scene.phone()
    if phone is None:
        return None
    again = scene.addresses(phone.owner) if scene.chance(30) else []
    return [backup.TurnBackupOff(phone.id), *(backup.TurnBackupOn(phone.id, email) for email in again[:1])]


@move("backup", 3)
def restore(scene: Scene) -> list[Action] | None:
    """On any phone, at any time, once or twice."""
    phone = scene.phone()
    if phone is None:
        return None
    if scene.held_by_others(phone.owner) and scene.chance(10):
        return [backup.RestoreFromBackup(phone.id, scene.draw.choice(scene.held_by_others(phone.owner)))]
    work = scene.work_addresses(phone.owner)
    if work and scene.chance(15):
        fresh: list[Action] = [phones.InstallApp(phone.id)] if scene.chance(60) else []
        return [*fresh, backup.RestoreFromBackup(phone.id, scene.draw.choice(work))]
    again = 2 if scene.chance(20) else 1
    return [*restoring(scene, phone.id, phone.owner), *restoring(scene, phone.id, phone.owner)][: again + 1]


@move("backup", 2)
def wrong_account(scene: Scene) -> list[Action] | None:
    """Backed up under one account of a person's, and looked for under another."""
    phone = scene.phone()
    if phone is None or not scene.hangs_on_account(phone.id):
        return None
    if "microsoft-accounts" in scene.can and scene.chance(25):
        employed, work = hired(scene, phone.owner)
        return [*employed, phones.InstallApp(phone.id), backup.RestoreFromBackup(phone.id, work)]
    begin, address = signed_in(scene, phone.id, phone.owner)
    begin += [backup.TurnBackupOn(phone.id, address, True), phones.InstallApp(phone.id)]
    known = [one for one in scene.addresses(phone.owner) if one != address]
    if known:
        return [*begin, backup.RestoreFromBackup(phone.id, scene.draw.choice(known))]
    other = f"{phone.owner.lower()}.other@outlook.com"
    return [*begin, accounts.CreatePersonal(other, phone.owner), backup.RestoreFromBackup(phone.id, other)]


@move("backup", 3)
def open_app(scene: Scene) -> list[Action] | None:
    """Opened, which is when the app looks after things."""
    phone = scene.phone()
    return None if phone is None else [accounts.OpenAuthenticator(phone.id)]


@move("backup", 1)
def look_at_backup(scene: Scene) -> list[Action] | None:
    """What the app says of its backup."""
    phone = scene.phone()
    if phone is None:
        return None
    opened = [accounts.OpenAuthenticator(phone.id)] if scene.chance(50) else []
    return [*opened, backup.CheckBackup(phone.id)]


def restoring(scene: Scene, phone: str, person: str) -> list[Action]:
    """What it takes to restore on that phone: a sign-in where the backup hangs on an account."""
    if scene.hangs_on_account(phone):
        begin, address = signed_in(scene, phone, person)
        return [*begin, backup.RestoreFromBackup(phone, address)]
    opened: list[Action] = [accounts.OpenAuthenticator(phone)] if scene.chance(50) else []
    return [*opened, backup.RestoreFromBackup(phone)]


def signed_in(scene: Scene, phone: str, person: str) -> tuple[list[Action], str]:
    """A personal account of that person and what it takes to be signed in to it there."""
    known = scene.addresses(person)
    if known:
        address = known[0] if scene.chance(80) else scene.draw.choice(known)
        if address in scene.world.personal.sessions(phone):
            return [], address
        return [accounts.SignInPersonal(phone, address)], address
    made = new_personal(scene, person)
    return [*made, accounts.SignInPersonal(phone, scene.next_address)], scene.next_address
