"""Faults: each kind is a theme of its own, so that an exploration has it or has it not."""

from __future__ import annotations

from typing import Literal

from lostphone.base.clock import MINUTE_MS, SECOND_MS
from lostphone.explore.exploration import root_dates
from lostphone.explore.moves.accounts import SITES, opening
from lostphone.explore.moves.backup import restoring, signed_in
from lostphone.explore.moves.move import move
from lostphone.explore.moves.phones import arrival
from lostphone.explore.moves.work import hired
from lostphone.explore.scene import Scene
from lostphone.stories.actions import accounts, backup, clouds, phones
from lostphone.stories.actions import faults as do
from lostphone.stories.actions.base import Action
from lostphone.stories.actions.time import Wait, WaitUntil
from lostphone.world.people import apple_account_of

Spoiling = Literal["altered", "cut-short", "newer-format", "exchanged", "wrong-key"]
_SERVICES: tuple[do.Service, ...] = ("icloud", "microsoft")


@move("network", 3)
def cut_off(scene: Scene) -> list[Action] | None:
    """A phone without a connection, and one that has it again."""
    phone = scene.phone()
    if phone is None:
        return None
    if scene.world.network.connected(phone.id, "icloud"):
        scene.reach("a phone is offline")
        return [do.Partition(phone.id, "*")]
    return [do.Heal(phone.id, "*")]


@move("services", 3)
def service_down(scene: Scene) -> list[Action] | None:
    """A cloud that nobody reaches; it is up again after a few moves."""
    service = scene.draw.choice(_SERVICES)
    down = f"partition {service} | *" in _disturbed(scene) or f"partition * | {service}" in _disturbed(scene)
    return [do.StartService(service) if down else do.StopService(service)]


@move("services", 2)
def messages_held(scene: Scene) -> list[Action] | None:
    """What is sent stays in flight, and arrives late."""
    service = scene.draw.choice(_SERVICES)
    if f"hold {service}" in _disturbed(scene):
        return [do.ReleaseService(service)]
    scene.reach("messages are held in flight")
    return [do.HoldService(service)]


@move("network", 1)
def slow_or_lossy(scene: Scene) -> list[Action] | None:
    """A link in a tunnel."""
    service = scene.draw.choice(_SERVICES)
    if f"slow {service}" in _disturbed(scene):
        return [do.SpeedService(service)]
    if f"lose {service}" in _disturbed(scene):
        return [do.KeepMessages(service)]
    if scene.chance(50):
        return [do.SlowService(service, scene.draw.choice((200, 4 * SECOND_MS)))]
    return [do.LoseMessages(service, scene.draw.choice((20, 60)))]


@move("crashes", 3)
def crash(scene: Scene) -> list[Action] | None:
    """The battery dies; mostly the phone is started again soon."""
    phone = scene.phone()
    if phone is None:
        return None
    scene.reach("a phone crashes")
    boot: list[Action] = [do.BootPhone(phone.id)] if scene.chance(70) else []
    return [do.CrashPhone(phone.id), *boot]


@move("crashes", 2)
def boot(scene: Scene) -> list[Action] | None:
    """A phone that lies there dead is started; one that is broken stays so."""
    dead = [
        device for device in scene.world.devices.values() if not device.powered and device.id in scene.crashed
    ]
    return [do.BootPhone(scene.draw.choice(dead).id)] if dead else None


@move("clocks", 1)
def skew(scene: Scene) -> list[Action] | None:
    """A clock that is a little or far off, and put right."""
    phone = scene.phone()
    if phone is None:
        return None
    if phone.skew_ms:
        return [do.UnskewClock(phone.id)]
    scene.reach("a clock is off")
    off_ms = scene.draw.choice((20 * SECOND_MS, 45 * SECOND_MS, 5 * MINUTE_MS, 60 * MINUTE_MS))
    return [do.SkewClock(phone.id, off_ms * scene.draw.choice((-1, 1)))]


@move("quota", 1)
def quota(scene: Scene) -> list[Action] | None:
    """The storage fills up, or has room again."""
    owned = {account.owner: account for account in scene.world.icloud.accounts.values()}
    account = scene.one(list(owned.values()))
    if account is None or account.email != apple_account_of(account.owner):
        return None
    if account.full:
        return [do.FreeICloud(account.email)]
    scene.reach("the iCloud storage is full")
    return [do.FillICloud(account.email)]


@move("spoiling", 3)
def spoil(scene: Scene) -> list[Action] | None:
    """The stored backup is altered, met by a restore, and mended."""
    phone = scene.phone()
    if phone is None:
        return None
    how: Spoiling = scene.draw.choice(("altered", "cut-short", "newer-format", "exchanged", "wrong-key"))
    scene.reach("a stored backup is spoiled")
    made: list[Action] = []
    if scene.hangs_on_account(phone.id) and scene.chance(50):
        begin, address = signed_in(scene, phone.id, phone.owner)
        made = [*begin, backup.TurnBackupOn(phone.id, address, True)]
    tried: list[Action] = []
    if made and scene.chance(60):
        spare = [site for site in SITES if site not in scene.world.sites]
        saved: list[Action] = []
        if spare and scene.chance(40):
            saved = [opening(scene, spare[0]), accounts.EnrolAtSite(phone.id, spare[0])]
        tried = [*saved, phones.InstallApp(phone.id), backup.RestoreFromBackup(phone.id, address)]
    elif not made and scene.chance(70):
        tried = [phones.InstallApp(phone.id), *restoring(scene, phone.id, phone.owner)]
    if scene.chance(30):
        account = scene.account_on(phone.id)
        tried.append(
            accounts.RemoveFromPhone(phone.id, account) if account else accounts.OpenAuthenticator(phone.id)
        )
    mended: list[Action] = [do.MendBackups(phone.owner)] if scene.chance(60) else []
    again = restoring(scene, phone.id, phone.owner) if mended and tried and not made else []
    return [*made, do.SpoilBackups(phone.owner, how), *tried, *mended, *again]


@move("spoiling", 1)
def both_kinds(scene: Scene) -> list[Action] | None:
    """Backups of both kinds of phone under one account change places, and are restored."""
    person = scene.person
    own = {platform: scene.phones(person, platform) for platform in ("ios", "android")}
    if not scene.before_own_backup() or "microsoft-accounts" not in scene.can:
        return None
    come: list[Action] = []
    names = []
    for platform, held in own.items():
        name = held[0].id if held else scene.new_name(person, platform)
        if name is None:
            return None
        come += [] if held else arrival(scene, person, name, platform)
        begin, address = signed_in(scene, name, person)
        # An account made for the first phone is there for the second.
        begin = [step for step in begin if step not in come]
        come += [*begin, accounts.SignInPersonal(name, address), backup.TurnBackupOn(name, address, True)]
        names.append(name)
    platform = scene.draw.choice(("ios", "android"))
    new = scene.new_name(person, platform)
    if new is None or new in names:
        return None
    come += [do.SpoilBackups(person, "exchanged"), *arrival(scene, person, new, platform)]
    return [*come, backup.RestoreFromBackup(new, address), do.MendBackups(person)]


@move("rooting", 1)
def root(scene: Scene) -> list[Action] | None:
    """Rooted or jailbroken, seen when the app is opened, and undone."""
    phone = scene.phone()
    if phone is None:
        return None
    if phone.rooted:
        return [do.UnrootPhone(phone.id)]
    scene.reach("a phone is rooted")
    return [do.RootPhone(phone.id), accounts.OpenAuthenticator(phone.id)]


@move("rooting", 1)
def work_when_rooted(scene: Scene) -> list[Action] | None:
    """A work account on a rooted phone, in one phase of the measures or another."""
    phone = scene.phone()
    if phone is None or "microsoft-accounts" not in scene.can:
        return None
    ahead = [at_ms for at_ms in root_dates(phone.platform) if at_ms > scene.world.now_ms]
    later: list[Action] = [WaitUntil(scene.draw.choice(ahead))] if ahead and scene.chance(60) else []
    rooted: list[Action] = [] if phone.rooted else [do.RootPhone(phone.id)]
    begin, address = hired(scene, phone.owner)
    if scene.chance(50):
        added = [*begin, accounts.AddMicrosoft(phone.id, address)]
        return [
            *added,
            *later,
            *rooted,
            accounts.OpenAuthenticator(phone.id),
            accounts.LookAtAccounts(phone.id),
        ]
    step = accounts.SignInRow if address in scene.on_phone.get(phone.id, ()) else accounts.AddMicrosoft
    return [*later, *rooted, *begin, step(phone.id, address), accounts.OpenAuthenticator(phone.id)]


@move("passcodes", 1)
def escrow_tries(scene: Scene) -> list[Action] | None:
    """Wrong passcodes for the keychain, some or too many; and a right one."""
    phone = scene.iphone()
    if phone is None:
        return None
    if scene.chance(30):
        return [clouds.JoinKeychain(phone.id, ask_other_device=False)]
    scene.reach("passcodes for the keychain are guessed")
    wrong = clouds.JoinKeychain(phone.id, passcode_right=False, ask_other_device=False)
    return [wrong] * scene.draw.choice((1, 3, 10))


@move("passcodes", 1)
def forget(scene: Scene) -> list[Action] | None:
    """A passcode that nobody knows any more."""
    phone = scene.phone()
    return None if phone is None else [phones.ForgetPasscode(phone.owner, phone.id)]


@move("management", 1)
def forbid(scene: Scene) -> list[Action] | None:
    """A profile forbids a service."""
    phone = scene.iphone()
    if phone is None:
        return None
    return [clouds.ForbidByMdm(phone.id, scene.draw.choice(("icloud-keychain", "icloud-backup")))]


@move("attestation", 1)
def attestation(scene: Scene) -> list[Action] | None:
    """The makers' services are down, and up again."""
    platform: Literal["ios", "android"] = scene.draw.choice(("ios", "android"))
    if platform in scene.world.tenants.attestation_down:
        return [do.StartAttestation(platform), Wait(SECOND_MS)]
    return [do.StopAttestation(platform)]


def _disturbed(scene: Scene) -> tuple[str, ...]:
    return scene.world.network.disturbances()
