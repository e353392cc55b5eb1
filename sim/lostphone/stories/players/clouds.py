"""Plays what concerns Apple Accounts."""

from __future__ import annotations

from lostphone.refusal import Refusal
from lostphone.stories.actions import clouds as do
from lostphone.stories.stage import Stage, plays
from lostphone.world.devices.keystore import OTHER_APP, KeyItem


@plays(do.CreateAppleAccount)
def create_apple_account(stage: Stage, action: do.CreateAppleAccount) -> None:
    stage.world.icloud.create(
        action.email,
        action.person,
        managed=bool(action.organisation),
        organisation=action.organisation,
        adp=action.advanced_protection,
    )


@plays(do.SignInToICloud)
def sign_in_to_icloud(stage: Stage, action: do.SignInToICloud) -> None:
    device = stage.world.ios_device(action.phone)
    stage.world.icloud.sign_in(device, action.email)
    if device.switch_on("icloud-keychain"):
        join(stage, action.phone)


@plays(do.SignOutOfICloud)
def sign_out_of_icloud(stage: Stage, action: do.SignOutOfICloud) -> None:
    stage.world.icloud.sign_out(stage.world.ios_device(action.phone))


@plays(do.SetSwitch)
def set_switch(stage: Stage, action: do.SetSwitch) -> None:
    device = stage.world.ios_device(action.phone)
    was_on = device.switch_on(action.switch)
    stage.world.icloud.set_switch(device, action.switch, action.on)
    if action.switch == "icloud-keychain" and not was_on and device.switch_on(action.switch):
        join(stage, action.phone)


@plays(do.JoinKeychain)
def join_keychain(stage: Stage, action: do.JoinKeychain) -> str:
    return stage.world.icloud.join_keychain(
        stage.world.ios_device(action.phone),
        passcode_right=action.passcode_right,
        prefer_sponsor=action.ask_other_device,
    )


@plays(do.GrantKeychainTries)
def grant_keychain_tries(stage: Stage, action: do.GrantKeychainTries) -> None:
    stage.world.icloud.grant_keychain_tries(action.email)


@plays(do.ChangeApplePassword)
def change_apple_password(stage: Stage, action: do.ChangeApplePassword) -> None:
    stage.world.icloud.change_password(action.email)


@plays(do.LoseAppleAccess)
def lose_apple_access(stage: Stage, action: do.LoseAppleAccess) -> None:
    stage.world.icloud.account(action.email).recovery_lost = True


@plays(do.RecoverByApple)
def recover_by_apple(stage: Stage, action: do.RecoverByApple) -> None:
    stage.world.icloud.recover_by_apple(action.email)


@plays(do.KeepKeychainItem)
def keep_keychain_item(stage: Stage, action: do.KeepKeychainItem) -> None:
    device = stage.world.ios_device(action.phone)
    if action.protection == "synchronizable":
        stage.world.icloud.item_put(device, OTHER_APP + action.protection, b"kept by another app")
    else:
        item = KeyItem(b"kept by another app", action.protection)
        device.keystore.items[OTHER_APP + action.protection] = item
        device.changed()


@plays(do.DeleteKeychainItem)
def delete_keychain_item(stage: Stage, action: do.DeleteKeychainItem) -> None:
    device, key = stage.world.ios_device(action.phone), OTHER_APP + action.protection
    if key not in device.keystore.items:
        raise Refusal("not-found", f"no other app keeps such an item on {action.phone}")
    if action.protection == "synchronizable":
        stage.world.icloud.item_delete(device, key)
    else:
        del device.keystore.items[key]
        device.changed()


@plays(do.ForbidByMdm)
def forbid_by_mdm(stage: Stage, action: do.ForbidByMdm) -> None:
    device = stage.world.ios_device(action.phone)
    device.set(supervised=True)
    stage.world.icloud.forbid(device, [action.switch])


@plays(do.AllowByMdm)
def allow_by_mdm(stage: Stage, action: do.AllowByMdm) -> None:
    stage.world.icloud.allow(stage.world.ios_device(action.phone))


@plays(do.LeaveOrganisation)
def leave_organisation(stage: Stage, action: do.LeaveOrganisation) -> None:
    stage.world.icloud.leave_organisation(action.email)


def join(stage: Stage, phone: str) -> str:
    """What setting up does by itself: another device's word first, else a passcode that is remembered.

    The passcode of any device that was in the circle will do (D12).
    """
    icloud = stage.world.icloud
    device = stage.world.ios_device(phone)
    forgotten = stage.world.person(device.owner).forgotten_passcodes
    account = icloud.account_of(device)
    opens = [] if account is None else account.circle.escrow.passcodes_of
    remembered = any(known not in forgotten for known in opens)
    return icloud.join_keychain(device, passcode_right=remembered)
