"""Saved passwords and cards, before and after the summer of 2025."""

from __future__ import annotations

from lostphone.base.clock import DAY_MS, SECOND_MS, instant
from lostphone.explore.moves.move import move
from lostphone.explore.scene import Scene
from lostphone.stories.actions import accounts
from lostphone.stories.actions import passwords as do
from lostphone.stories.actions.base import Action
from lostphone.stories.actions.faults import SkewClock, UnskewClock
from lostphone.stories.actions.time import WaitUntil

_SITES = ("GitHub", "Amazon", "みずほ銀行")
#: When saving ends, when filling in may end, and when everything has (B01 to B04).
_ENDS = (instant(2025, 6, 1), instant(2025, 7, 1), instant(2025, 8, 1))


@move("passwords", 3)
def keep(scene: Scene) -> list[Action] | None:
    """One more in the vault."""
    phone = scene.phone()
    if phone is None or "autofill" not in scene.can:
        return None
    sort, site = scene.draw.randrange(3), scene.draw.choice(_SITES)
    if sort == 0:
        return [do.SavePaymentCard(phone.id, "Visa")]
    return [do.SaveSitePassword(phone.id, site) if sort == 1 else do.MakePassword(phone.id, site)]


@move("passwords", 2)
def use_to_the_end(scene: Scene) -> list[Action] | None:
    """Kept while that was possible, and looked at a little before or after some part of it ends."""
    phone = scene.phone()
    ahead = [at_ms for at_ms in _ENDS if at_ms > scene.world.now_ms]
    if phone is None or not ahead or "autofill" not in scene.can:
        return None
    site = scene.draw.choice(_SITES)
    kept = (
        do.SaveSitePassword(phone.id, site), do.MakePassword(phone.id, f"{site} club"),
        do.SavePaymentCard(phone.id, "Visa"),
    )  # fmt: skip
    later = WaitUntil(scene.draw.choice(ahead) + scene.draw.choice((-SECOND_MS, 0, DAY_MS)))
    looked = (
        do.FillInPassword(phone.id, site),
        do.OpenPasswords(phone.id),
        do.ExportSavedPasswords(phone.id),
    )
    return [*scene.draw.sample(kept, 2), later, *scene.draw.sample(looked, 2)]


@move("passwords", 5)
def set_the_clock_back(scene: Scene) -> list[Action] | None:
    """What was deleted in August stays deleted for whoever makes the phone believe that it is May."""
    phone = scene.phone()
    allowed = "autofill" in scene.can and "clocks" in scene.explored.faults
    if phone is None or phone.skew_ms or scene.world.now_ms >= _ENDS[0] or not allowed:
        return None
    return [
        do.SavePaymentCard(phone.id, "Visa"), do.MakePassword(phone.id, scene.draw.choice(_SITES)),
        WaitUntil(_ENDS[-1]), accounts.OpenAuthenticator(phone.id),
        SkewClock(phone.id, _ENDS[0] - _ENDS[-1] - DAY_MS),
        do.OpenPasswords(phone.id), UnskewClock(phone.id),
    ]  # fmt: skip


@move("passwords", 3)
def use(scene: Scene) -> list[Action] | None:
    """Filled in, looked at, taken away."""
    phone = scene.phone()
    if phone is None or "autofill" not in scene.can:
        return None
    sort = scene.draw.randrange(3)
    if sort == 0:
        return [do.FillInPassword(phone.id, scene.draw.choice(_SITES))]
    return [do.OpenPasswords(phone.id) if sort == 1 else do.ExportSavedPasswords(phone.id)]
