"""Plays faults and their undoing."""

from __future__ import annotations

from lostphone.refusal import Refusal
from lostphone.stories import spoiling
from lostphone.stories.actions import faults as do
from lostphone.stories.stage import Stage, plays
from lostphone.world.devices.ios import IosDevice


@plays(do.Partition)
def partition(stage: Stage, action: do.Partition) -> None:
    stage.world.network.partition(stage.device(action.phone).id, action.service)


@plays(do.Heal)
def heal(stage: Stage, action: do.Heal) -> None:
    stage.world.network.heal(stage.device(action.phone).id, action.service)
    catch_up(stage)


@plays(do.StopService)
def stop_service(stage: Stage, action: do.StopService) -> None:
    stage.world.network.partition(action.service, "*")


@plays(do.StartService)
def start_service(stage: Stage, action: do.StartService) -> None:
    stage.world.network.heal(action.service, "*")
    catch_up(stage)


@plays(do.HoldService)
def hold_service(stage: Stage, action: do.HoldService) -> None:
    stage.world.network.hold(action.service)


@plays(do.ReleaseService)
def release_service(stage: Stage, action: do.ReleaseService) -> None:
    stage.world.network.release(action.service)
    stage.world.timeline.advance(0)
    catch_up(stage)


@plays(do.SlowService)
def slow_service(stage: Stage, action: do.SlowService) -> None:
    stage.world.network.slow(action.service, action.latency_ms)


@plays(do.SpeedService)
def speed_service(stage: Stage, action: do.SpeedService) -> None:
    stage.world.network.restore_speed(action.service)


@plays(do.LoseMessages)
def lose_messages(stage: Stage, action: do.LoseMessages) -> None:
    stage.world.network.lose(action.service, action.percent)


@plays(do.KeepMessages)
def keep_messages(stage: Stage, action: do.KeepMessages) -> None:
    stage.world.network.stop_losing(action.service)


@plays(do.CrashPhone)
def crash_phone(stage: Stage, action: do.CrashPhone) -> None:
    device = stage.device(action.phone)
    device.wakes.clear()
    device.set(powered=False)


@plays(do.BootPhone)
def boot_phone(stage: Stage, action: do.BootPhone) -> None:
    device = stage.device(action.phone)
    device.set(powered=True)
    if device.app is not None:
        stage.provision(action.phone)


@plays(do.FillICloud)
def fill_icloud(stage: Stage, action: do.FillICloud) -> None:
    stage.world.icloud.fill(action.email)


@plays(do.FreeICloud)
def free_icloud(stage: Stage, action: do.FreeICloud) -> None:
    stage.world.icloud.free(action.email)
    catch_up(stage)


@plays(do.SkewClock)
def skew_clock(stage: Stage, action: do.SkewClock) -> None:
    stage.device(action.phone).set(skew_ms=action.skew_ms)


@plays(do.UnskewClock)
def unskew_clock(stage: Stage, action: do.UnskewClock) -> None:
    stage.device(action.phone).set(skew_ms=0)


@plays(do.RootPhone)
def root_phone(stage: Stage, action: do.RootPhone) -> None:
    stage.device(action.phone).set(rooted=True)


@plays(do.UnrootPhone)
def unroot_phone(stage: Stage, action: do.UnrootPhone) -> None:
    stage.device(action.phone).set(rooted=False)


@plays(do.StopAttestation)
def stop_attestation(stage: Stage, action: do.StopAttestation) -> None:
    stage.world.tenants.attestation_down.add(action.platform)


@plays(do.StartAttestation)
def start_attestation(stage: Stage, action: do.StartAttestation) -> None:
    stage.world.tenants.attestation_down.discard(action.platform)


@plays(do.SpoilBackups)
def spoil_backups(stage: Stage, action: do.SpoilBackups) -> None:
    world = stage.world
    if action.how == "wrong-key":
        _mix_up_keys(stage, action.person, True)
        return
    found = list(spoiling.places(world, action.person))
    if not found:
        raise Refusal("no-backup", f"no cloud holds a backup of {action.person}")
    if action.how == "exchanged":
        instead = spoiling.exchanged(world, action.person)
        found = [(place, blob) for place, blob in found if place in instead]
    else:
        instead = {place: spoiling.SPOILINGS[action.how](blob) for place, blob in found}
    for place, blob in found:
        spoiled = instead[place]
        before, now = stage.notes.spoiled.get(place, (blob, blob))
        # Spoiled twice and mended once, it is as it was before both.
        stage.notes.spoiled[place] = (before if now == blob else blob), spoiled
        spoiling.store(world, place, spoiled)


@plays(do.MendBackups)
def mend_backups(stage: Stage, action: do.MendBackups) -> None:
    _mix_up_keys(stage, action.person, False)
    for place, blob in spoiling.places(stage.world, action.person):
        before, spoiled = stage.notes.spoiled.pop(place, (blob, b""))
        if blob == spoiled:
            spoiling.store(stage.world, place, before)


def _mix_up_keys(stage: Stage, person: str, mixed_up: bool) -> None:
    for account in stage.world.personal.accounts.values():
        if account.owner == person:
            account.key_mixed_up = mixed_up


def catch_up(stage: Stage) -> None:
    """A link is back: what waited on the devices goes out now."""
    for device in stage.world.devices.values():
        if isinstance(device, IosDevice):
            stage.world.icloud.sync(device)
        device.changed()
