"""Plays what happens to phones."""

from __future__ import annotations

from lostphone.refusal import Refusal
from lostphone.stories.actions import phones as do
from lostphone.stories.stage import Stage, plays
from lostphone.world.clouds import transfers
from lostphone.world.devices.android import AndroidDevice
from lostphone.world.devices.releases import as_numbers, offered


@plays(do.GivePhone)
def give_phone(stage: Stage, action: do.GivePhone) -> None:
    stage.world.add_device(action.phone, action.person, action.platform, action.os_version)
    install(stage, action.phone)


@plays(do.LosePhone)
def lose_phone(stage: Stage, action: do.LosePhone) -> None:
    stage.device(action.phone).set(at_hand=False, locked=True, charging=False)


@plays(do.FindPhone)
def find_phone(stage: Stage, action: do.FindPhone) -> None:
    stage.device(action.phone).set(at_hand=True)


@plays(do.BreakPhone)
def break_phone(stage: Stage, action: do.BreakPhone) -> None:
    stage.device(action.phone).set(powered=False, charging=False)


@plays(do.SellPhone)
def sell_phone(stage: Stage, action: do.SellPhone) -> None:
    device = stage.device(action.phone)
    sign_out_everywhere(stage, action.phone)
    device.erase()
    device.set(at_hand=False)


@plays(do.ErasePhone)
def erase_phone(stage: Stage, action: do.ErasePhone) -> None:
    sign_out_everywhere(stage, action.phone)
    stage.device(action.phone).erase()
    install(stage, action.phone)


@plays(do.SetPhone)
def set_phone(stage: Stage, action: do.SetPhone) -> None:
    stage.device(action.phone).set(**{action.state: action.on})


@plays(do.SetTimeZone)
def set_time_zone(stage: Stage, action: do.SetTimeZone) -> None:
    stage.device(action.phone).set(time_zone=action.zone)


@plays(do.ForgetPasscode)
def forget_passcode(stage: Stage, action: do.ForgetPasscode) -> None:
    stage.world.person(action.person).forgotten_passcodes.append(action.phone)


@plays(do.InstallApp)
def install_app(stage: Stage, action: do.InstallApp) -> None:
    install(stage, action.phone)


@plays(do.HoldAppVersion)
def hold_app_version(stage: Stage, action: do.HoldAppVersion) -> None:
    app = stage.device(action.phone).require_app()
    app.version, app.auto_update = action.version, False


@plays(do.UpdateApp)
def update_app(stage: Stage, action: do.UpdateApp) -> None:
    app = stage.device(action.phone).require_app()
    app.auto_update = True
    take_update(stage, action.phone)


@plays(do.BackUpPhone)
def back_up_phone(stage: Stage, action: do.BackUpPhone) -> None:
    stage.world.icloud.backup_now(stage.world.ios_device(action.phone))


@plays(do.RestorePhone)
def restore_phone(stage: Stage, action: do.RestorePhone) -> None:
    device = stage.world.ios_device(action.phone)
    if device.apple_account is None:
        raise Refusal("signed-out", f"{action.phone} is not signed in to iCloud")
    stage.world.icloud.restore_device(device, device.apple_account, action.source)
    start_copied_app(stage, action.phone)


@plays(do.QuickStart)
def quick_start(stage: Stage, action: do.QuickStart) -> None:
    transfers.quick_start(stage.world.ios_device(action.source), stage.world.ios_device(action.phone))
    start_copied_app(stage, action.phone)


@plays(do.FinderBackup)
def finder_backup(stage: Stage, action: do.FinderBackup) -> None:
    device = stage.world.ios_device(action.phone)
    stage.notes.computer_backups[action.phone] = transfers.finder_backup(device, action.encrypted)


@plays(do.FinderRestore)
def finder_restore(stage: Stage, action: do.FinderRestore) -> None:
    backup = stage.notes.computer_backups.get(action.source)
    if backup is None:
        raise Refusal("no-backup", f"no computer holds a backup of {action.source}")
    backup.restore(stage.world.ios_device(action.phone))
    start_copied_app(stage, action.phone)


@plays(do.GoogleRestore)
def google_restore(stage: Stage, action: do.GoogleRestore) -> None:
    transfers.google_restore(android(stage, action.phone), android(stage, action.source))
    start_copied_app(stage, action.phone)


@plays(do.CableTransfer)
def cable_transfer(stage: Stage, action: do.CableTransfer) -> None:
    transfers.cable(android(stage, action.source), android(stage, action.phone))
    start_copied_app(stage, action.phone)


def install(stage: Stage, phone: str) -> None:
    """A fresh copy of what the store offers today, and the client's app in it."""
    device = stage.device(phone)
    device.install_app(offered(device.platform, stage.world.now_ms))
    stage.provision(phone)


def android(stage: Stage, phone: str) -> AndroidDevice:
    """The phone, if it is an Android one."""
    device = stage.device(phone)
    if not isinstance(device, AndroidDevice):
        raise Refusal("not-allowed", f"{phone} is no Android phone")
    return device


def start_copied_app(stage: Stage, phone: str) -> None:
    """After a transfer or restore: the app that came over starts with the files it was given."""
    device = stage.device(phone)
    if device.app is None:
        install(stage, phone)
    else:
        stage.provision(phone)


def take_update(stage: Stage, phone: str) -> None:
    """Install a waiting update, if the phone takes them and reaches the store."""
    from lostphone.client.port import UpdatedApp

    device = stage.device(phone)
    app = device.require_app()
    newest = offered(device.platform, stage.world.now_ms)
    if (
        app.auto_update
        and as_numbers(newest) > as_numbers(app.version)
        and stage.world.network.connected(phone, "store")
    ):
        before, app.version = app.version, newest
        stage.world.record(phone, "update-app", newest)
        stage.ask(phone, UpdatedApp(before))


def sign_out_everywhere(stage: Stage, phone: str) -> None:
    """What a reset does to the sign-ins of a phone."""
    from lostphone.world.devices.ios import IosDevice

    device = stage.device(phone)
    for email in list(stage.world.personal.sessions(phone)):
        stage.world.personal.sign_out(device, email)
    if isinstance(device, IosDevice) and device.apple_account is not None:
        stage.world.icloud.sign_out(device)
