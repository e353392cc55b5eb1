"""Codes are typed: at once, too late, twice, without their zeros."""

from __future__ import annotations

from lostphone.explore.moves.move import move
from lostphone.explore.scene import Scene
from lostphone.stories.actions import accounts as do
from lostphone.stories.actions.base import Action
from lostphone.stories.actions.time import Wait


@move("codes", 4)
def sign_in(scene: Scene) -> list[Action] | None:
    """Once, or twice in a row."""
    phone = scene.phone()
    account = None if phone is None else scene.account_on(phone.id)
    if phone is None or account is None:
        return None
    typed = do.SubmitCode(phone.id, account)
    return [typed, typed] if scene.chance(15) else [typed]


@move("codes", 1)
def type_noted_code(scene: Scene) -> list[Action] | None:
    """Written down now and typed after a while."""
    phone = scene.phone()
    account = None if phone is None else scene.account_on(phone.id)
    if phone is None or account is None:
        return None
    later = Wait(1000 * scene.draw.choice((1, 15, 30, 45, 90)))
    return [do.NoteCode(phone.id, account), later, do.SubmitNotedCode(phone.owner, account)]


@move("codes", 1)
def edge_of_a_step(scene: Scene) -> list[Action] | None:
    """In the last moments of a step of thirty seconds, or the first of the next."""
    phone = scene.phone()
    account = None if phone is None else scene.account_on(phone.id)
    if phone is None or account is None:
        return None
    left_ms = 30_000 - scene.world.now_ms % 30_000
    wait_ms = left_ms + scene.draw.choice((-200, -1, 0, 1))
    return [Wait(wait_ms), do.SubmitCode(phone.id, account)] if wait_ms > 0 else None
