"""Accounts come and go: sites of every kind, personal Microsoft accounts, rows deleted and made again."""

from __future__ import annotations

from typing import Literal

from lostphone.explore.moves.move import move
from lostphone.explore.scene import Scene
from lostphone.stories.actions import accounts as do
from lostphone.stories.actions.base import Action

#: Names of all scripts and lengths, for a list is read aloud by people of all countries.
SITES = ("GitHub", "楽天証券", "Dropbox", "Größe & Co", "Amazon", "みずほ銀行", "Nintendo", "PayPal")


@move("accounts", 5)
def add_site(scene: Scene) -> list[Action] | None:
    """A site new to the world chooses its own kind of codes."""
    phone = scene.phone()
    site = scene.one(SITES)
    if phone is None or site is None:
        return None
    taken = any(
        account.partition(" (")[0] == site
        for other, held in scene.on_phone.items()
        if scene.world.device(other).owner == phone.owner
        for account in held
    )
    if taken and scene.chance(80):
        return None
    opened = [] if site in scene.world.sites else [opening(scene, site)]
    return [*opened, do.EnrolAtSite(phone.id, site)]


@move("accounts", 1)
def add_two_logins(scene: Scene) -> list[Action] | None:
    """Two accounts at one site, told apart by their logins alone; or one login at two sites."""
    phone = scene.phone()
    if phone is None:
        return None
    if scene.chance(50):
        site = scene.draw.choice(SITES)
        if site in scene.world.sites:
            return None
        logins = [f"{phone.owner.lower()}.{which}@example.com" for which in ("home", "club")]
        return [do.OpenSite(site), *(do.EnrolAtSite(phone.id, site, login) for login in logins)]
    sites = [site for site in SITES if site not in scene.world.sites][:2]
    return [step for site in sites for step in (do.OpenSite(site), do.EnrolAtSite(phone.id, site))]


@move("accounts", 2)
def add_personal(scene: Scene) -> list[Action] | None:
    """A personal Microsoft account of any sort."""
    phone = scene.phone()
    if phone is None or "microsoft-accounts" not in scene.can:
        return None
    known = scene.addresses(phone.owner)
    if known and (len(known) > 1 or scene.chance(60)):
        return [do.AddMicrosoft(phone.id, scene.draw.choice(known))]
    return [*new_personal(scene, phone.owner), do.AddMicrosoft(phone.id, scene.next_address)]


@move("accounts", 2)
def remove(scene: Scene) -> list[Action] | None:
    """A row is deleted; sometimes the site is enrolled anew at once."""
    phone = scene.phone()
    account = None if phone is None else scene.account_on(phone.id)
    if phone is None or account is None:
        return None
    gone: list[Action] = [do.RemoveFromPhone(phone.id, account)]
    if scene.chance(20) and account in scene.world.sites:
        gone.append(do.EnrolAtSite(phone.id, account))
    return gone


@move("accounts", 1)
def sign_in_row(scene: Scene) -> list[Action] | None:
    """A row that came back as a name is signed in to."""
    phone = scene.phone()
    known = [] if phone is None else scene.addresses(phone.owner) + scene.work_addresses(phone.owner)
    account = scene.one(known)
    if phone is None or account is None:
        return None
    return [do.SignInRow(phone.id, account)]


@move("accounts", 1)
def session(scene: Scene) -> list[Action] | None:
    """In or out of a personal account, without a row; or every session runs out."""
    phone = scene.phone()
    account = None if phone is None else scene.one(scene.addresses(phone.owner))
    if phone is None or account is None:
        return None
    kind = scene.draw.choice((do.SignInPersonal, do.SignInPersonal, do.SignOutPersonal))
    return [do.ExpireSessions(account)] if scene.chance(20) else [kind(phone.id, account)]


@move("accounts", 1)
def recover_at_site(scene: Scene) -> list[Action] | None:
    """The site's own way back in."""
    phone = scene.phone()
    account = None if phone is None else scene.account_on(phone.id)
    if phone is None or account is None or account not in scene.world.sites:
        return None
    return [do.RecoverAtSite(phone.id, account)]


def new_personal(scene: Scene, person: str) -> list[Action]:
    """A further personal account; its address is `scene.next_address` from then on."""
    number = len(scene.addresses(person))
    scene.next_address = f"{person.lower()}{number + 1 if number else ''}@outlook.com"
    sort = scene.draw.randrange(6)
    if sort == 0:
        return [do.CreatePersonal(scene.next_address, person, only_authenticator=True)]
    return [do.CreatePersonal(scene.next_address, person, "passwordless" if sort == 1 else "code")]


def opening(scene: Scene, site: str) -> do.OpenSite:
    """A new site, with codes of one kind or another."""
    kind = scene.draw.randrange(8)
    if kind == 0:
        return do.OpenSite(site, algorithm=scene.draw.choice(("SHA256", "SHA512")))
    if kind == 1:
        algorithm: Literal["SHA1", "SHA512"] = scene.draw.choice(("SHA1", "SHA512"))
        return do.OpenSite(site, algorithm, digits=8, period_s=scene.draw.choice((30, 60)))
    if kind == 2:
        return do.OpenSite(site, period_s=60)
    if kind == 3:
        return do.OpenSite(site, kind="hotp")
    if kind == 4:
        return do.OpenSite(site, secret_bytes=10)
    return do.OpenSite(site)
