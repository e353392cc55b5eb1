"""Saved passwords and cards, before and after the summer of 2025."""

from __future__ import annotations

from lostphone.explore.moves.move import move
from lostphone.explore.scene import Scene
from lostphone.history.actions import passwords as do
from lostphone.history.actions.base import Action

_SITES = ("GitHub", "Amazon", "みずほ銀行")


@move("passwords", 3)
def keep(scene: Scene) -> list[Action] | None:
    """One more in the vault."""
    phone = scene.phone()
    if phone is None or "autofill" not in scene.can:
        return None
    sort, site = scene.draw.randrange(3), scene.draw.choice(_SITES)
    if sort == 0:
        return [do.SaveCard(phone.id, "Visa")]
    return [do.SavePassword(phone.id, site) if sort == 1 else do.GeneratePassword(phone.id, site)]


@move("passwords", 3)
def use(scene: Scene) -> list[Action] | None:
    """Filled in, looked at, taken away."""
    phone = scene.phone()
    if phone is None or "autofill" not in scene.can:
        return None
    sort = scene.draw.randrange(3)
    if sort == 0:
        return [do.FillPassword(phone.id, scene.draw.choice(_SITES))]
    return [do.OpenPasswords(phone.id) if sort == 1 else do.ExportPasswords(phone.id)]
