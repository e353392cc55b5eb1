"""Two iPhones of one Apple Account: what one of them saves, deletes, or looked for too early."""

from __future__ import annotations

from lostphone.explore.moves.accounts import SITES, opening
from lostphone.explore.moves.move import move
from lostphone.explore.moves.phones import arrival
from lostphone.explore.scene import Scene
from lostphone.stories.actions import accounts, phones
from lostphone.stories.actions.base import Action


@move("losses", 1)
def looked_too_early(scene: Scene) -> list[Action] | None:
    """The new iPhone is opened before the old one has saved anything, and its app is installed once more."""
    phone = scene.iphone()
    new = None if phone is None else scene.new_name(phone.owner, "ios")
    sites = [site for site in SITES if site not in scene.world.sites]
    if phone is None or new is None or scene.before_own_backup() or not sites:
        return None
    return [
        *arrival(scene, phone.owner, new, "ios"), accounts.OpenAuthenticator(new), opening(scene, sites[0]),
        accounts.EnrolAtSite(phone.id, sites[0]), phones.InstallApp(new), accounts.LookAtAccounts(new),
    ]  # fmt: skip


@move("accounts", 2)
def tidied_up(scene: Scene) -> list[Action] | None:
    """What both list is removed from the one, and the other is opened and looked at."""
    phone = scene.iphone()
    account = None if phone is None else scene.account_on(phone.id)
    if phone is None or account is None or scene.before_own_backup():
        return None
    other = scene.one([one for one in scene.phones(phone.owner, "ios") if one.id != phone.id])
    if other is None:
        return None
    looked = [accounts.LookAtAccounts(other.id), accounts.LookAtAccounts(phone.id)]
    gone, left = (phone, other) if scene.chance(50) else (other, phone)
    return [
        *looked, accounts.RemoveFromPhone(gone.id, account), accounts.OpenAuthenticator(left.id),
        accounts.LookAtAccounts(left.id),
    ]  # fmt: skip
