"""Phones are lost and replaced, at every bad moment; and whoever has none left gets one."""

from __future__ import annotations

from lostphone.base.clock import DAY_MS, MINUTE_MS
from lostphone.explore.moves.backup import restoring, signed_in
from lostphone.explore.moves.move import move
from lostphone.explore.moves.phones import arrival
from lostphone.explore.moves.work import hired
from lostphone.explore.scene import OWN_BACKUP_MS, Scene
from lostphone.stories.actions import accounts, backup, faults, phones
from lostphone.stories.actions.base import Action
from lostphone.stories.actions.clouds import SignInToICloud
from lostphone.stories.actions.time import Wait, WaitUntil


@move("losses", 4)
def lose_and_come_back(scene: Scene) -> list[Action] | None:
    """Gone, replaced by the same kind mostly, and restored."""
    phone = scene.phone()
    if phone is None:
        return None
    kind = scene.draw.choice((phones.LosePhone, phones.LosePhone, phones.BreakPhone, phones.SellPhone))
    other = scene.chance(12)
    platform = {"ios": "android", "android": "ios"}[phone.platform] if other else phone.platform
    new = scene.new_name(phone.owner, platform)
    if new is None:
        return None
    scene.reach("a phone is lost and replaced")
    if other:
        scene.reach("the new phone is of the other kind")
    between: list[Action] = [Wait(scene.draw.choice((MINUTE_MS, DAY_MS)))] if scene.chance(30) else []
    opened: list[Action] = [accounts.OpenAuthenticator(new)] if scene.chance(30) else []
    came = arrival(scene, phone.owner, new, platform)
    return [kind(phone.id), *between, *came, *opened, *restoring(scene, new, phone.owner)]


@move("losses", 2)
def looked_at_first(scene: Scene) -> list[Action] | None:
    """A new iPhone beside the old one or in its place, and the list is looked at before anything else."""
    phone = scene.iphone()
    new = None if phone is None else scene.new_name(phone.owner, "ios")
    if phone is None or new is None or scene.before_own_backup():
        return None
    begin: list[Action] = [accounts.OpenAuthenticator(phone.id)]
    if "microsoft-accounts" in scene.can and scene.chance(30):
        work, address = hired(scene, phone.owner)
        begin = [*work, accounts.AddMicrosoft(phone.id, address)]
    if scene.chance(60):
        begin.append(phones.LosePhone(phone.id))
    return [*begin, *arrival(scene, phone.owner, new, "ios"), accounts.LookAtAccounts(new)]


@move("losses", 1)
def across_september(scene: Scene) -> list[Action] | None:
    """Lost while the backup hung on an account, and replaced when it does so no longer."""
    phone = scene.iphone()
    new = None if phone is None else scene.new_name(phone.owner, "ios")
    if phone is None or new is None or not scene.before_own_backup():
        return None
    begin, address = signed_in(scene, phone.id, phone.owner)
    return [
        *begin, backup.TurnBackupOn(phone.id, address), phones.LosePhone(phone.id),
        WaitUntil(OWN_BACKUP_MS + scene.draw.choice((0, DAY_MS))),
        *arrival(scene, phone.owner, new, "ios"), accounts.SignInPersonal(new, address),
        backup.RestoreFromBackup(new, address), accounts.LookAtAccounts(new),
    ]  # fmt: skip


@move("losses", 3)
def replace(scene: Scene) -> list[Action] | None:
    """Whoever has no phone left gets one, and restores on it."""
    person = scene.person
    platform = scene.platform_of(person)
    name = scene.new_name(person, platform)
    if scene.phones(person) or name is None:
        return None
    return [*arrival(scene, person, name, platform), *restoring(scene, name, person)]


@move("losses", 1)
def lose(scene: Scene) -> list[Action] | None:
    """Gone, and nothing is done about it yet."""
    phone = scene.phone()
    return None if phone is None else [phones.LosePhone(phone.id)]


@move("losses", 1)
def find(scene: Scene) -> list[Action] | None:
    """A lost phone turns up."""
    lost = [name for name, device in scene.world.devices.items() if not device.at_hand and device.app]
    return [phones.FindPhone(scene.draw.choice(lost))] if lost else None


@move("losses", 2)
def start_over(scene: Scene) -> list[Action] | None:
    """The app installed anew, or the phone erased, and then restored."""
    phone = scene.phone()
    if phone is None:
        return None
    if scene.chance(60):
        return [phones.InstallApp(phone.id), *restoring(scene, phone.id, phone.owner)]
    email = getattr(phone, "apple_account", None)
    signed = [SignInToICloud(phone.id, email)] if email else []
    return [phones.ErasePhone(phone.id), *signed, *restoring(scene, phone.id, phone.owner)]


@move("losses", 1)
def lost_in_the_middle(scene: Scene) -> list[Action] | None:
    """An account added while nothing gets through, and then the phone is lost."""
    phone = scene.phone()
    if phone is None or "services" not in scene.explored.faults:
        return None
    service: faults.Service = "icloud" if phone.platform == "ios" else "microsoft"
    account = scene.account_on(phone.id)
    deed: list[Action] = [accounts.RemoveFromPhone(phone.id, account)] if account and scene.chance(50) else []
    scene.reach("lost while the cloud did not answer")
    return [
        faults.StopService(service), *deed, accounts.OpenAuthenticator(phone.id), phones.LosePhone(phone.id),
        faults.StartService(service),
    ]  # fmt: skip
