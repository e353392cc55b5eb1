"""Work accounts: hired, added, signed in to, let in with a pass."""

from __future__ import annotations

from lostphone.base.clock import HOUR_MS
from lostphone.explore.moves.move import move
from lostphone.explore.scene import Scene
from lostphone.stories.actions import accounts
from lostphone.stories.actions import work as do
from lostphone.stories.actions.base import Action
from lostphone.stories.actions.time import Wait

_TENANT, _DOMAIN, _ADMIN = "Contoso", "contoso.com", "ada@contoso.com"


@move("work", 3)
def hire(scene: Scene) -> list[Action] | None:
    """Somebody gets a work account and adds it, as one of work or as any other."""
    phone = scene.phone()
    if phone is None or "microsoft-accounts" not in scene.can:
        return None
    begin, address = hired(scene, phone.owner)
    if scene.chance(45):
        return [*begin, accounts.AddWorkAsThirdParty(phone.id, address)]
    return [*begin, accounts.AddMicrosoft(phone.id, address)]


@move("work", 2)
def use_pass(scene: Scene) -> list[Action] | None:
    """An administrator helps, and the row is signed in to."""
    phone = scene.phone()
    address = None if phone is None else scene.one(scene.work_addresses(phone.owner))
    if phone is None or address is None:
        return None
    if scene.chance(15):
        return [do.IssuePass(_ADMIN, _ADMIN)]
    issued = do.IssuePass(_ADMIN, address, one_time=scene.chance(50))
    late: list[Action] = [Wait(scene.draw.choice((HOUR_MS - 1, HOUR_MS)))] if scene.chance(40) else []
    typed = accounts.SignInRow(phone.id, address, with_pass=True)
    return [issued, *late, typed, *([typed] if scene.chance(30) else [])]


@move("work", 1)
def wrong_number(scene: Scene) -> list[Action] | None:
    """Somebody types a number that is not the one on the page, or approves on another phone."""
    phone = scene.phone()
    if phone is None or "microsoft-accounts" not in scene.can:
        return None
    begin, address = hired(scene, phone.owner)
    known = address in scene.on_phone.get(phone.id, ())
    added: list[Action] = [] if known else [accounts.AddMicrosoft(phone.id, address)]
    asked = do.StartWorkSignIn(address)
    other = scene.one([one.id for one in scene.phones(phone.owner) if one.id != phone.id])
    elsewhere: list[Action] = [] if other is None else [do.ApprovePush(other, address)]
    return [*begin, *added, asked, *elsewhere, do.ApprovePush(phone.id, address, number_right=False)]


@move("work", 2)
def deeds(scene: Scene) -> list[Action] | None:
    """What a person does with a work account besides."""
    phone = scene.phone()
    address = None if phone is None else scene.one(scene.work_addresses(phone.owner))
    if phone is None or address is None:
        return None
    sort = scene.draw.randrange(5)
    if sort == 0:
        return [do.StartWorkSignIn(address), do.ApprovePush(phone.id, address, number_right=scene.chance(60))]
    if sort == 1:
        return [do.PhoneSignIn(phone.id, address)]
    if sort == 2:
        return [do.RequireReregister(_ADMIN, address)]
    if sort == 3:
        return [accounts.SignInRow(phone.id, address)]
    return [accounts.SignInPersonal(phone.id, address)]


def hired(scene: Scene, person: str) -> tuple[list[Action], str]:
    """The work account of that person, and what it takes that there is one."""
    address = f"{person.lower()}@{_DOMAIN}"
    begin: list[Action] = []
    if _TENANT not in scene.world.tenants.tenants:
        begin += [do.CreateTenant(_TENANT, _DOMAIN), do.AddWorker(_ADMIN, "Ada", _TENANT, administrator=True)]
    if address not in scene.world.tenants.users:
        begin.append(do.AddWorker(address, person, _TENANT))
    return begin, address
