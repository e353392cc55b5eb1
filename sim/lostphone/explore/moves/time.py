"""Time passes: a little, a lot, and up to the last second before something changes."""

from __future__ import annotations

from lostphone.base.clock import DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, instant
from lostphone.explore.exploration import near_boundary
from lostphone.explore.moves.move import move
from lostphone.explore.scene import Scene
from lostphone.stories.actions import accounts
from lostphone.stories.actions.base import Action
from lostphone.stories.actions.time import Wait, WaitUntil

#: Days on which arithmetic with dates goes wrong: where 31 bits of seconds end, and after a century.
_FAR = (instant(2038, 1, 19, 3, 14, 8), instant(2100, 3, 1))
_STRETCHES = (
    SECOND_MS, 10 * SECOND_MS, 30 * SECOND_MS, MINUTE_MS, 10 * MINUTE_MS, HOUR_MS, 8 * HOUR_MS, DAY_MS,
    3 * DAY_MS, 30 * DAY_MS, 31 * DAY_MS, 179 * DAY_MS, 181 * DAY_MS,
)  # fmt: skip


@move("time", 4)
def wait(scene: Scene) -> list[Action] | None:
    """Seconds more often than months."""
    last = len(_STRETCHES) if scene.chance(25) else 8
    return [Wait(_STRETCHES[scene.draw.randrange(last)])]


@move("time", 2)
def to_a_boundary(scene: Scene) -> list[Action] | None:
    """Up to a date at which a rule begins or ends, and the app is opened there."""
    at_ms = near_boundary(scene.draw, scene.world.now_ms)
    if at_ms is None:
        return None
    scene.reach("a date boundary is crossed")
    phone = scene.phone()
    opened: list[Action] = (
        [accounts.OpenAuthenticator(phone.id)] if phone is not None and scene.chance(60) else []
    )
    return [WaitUntil(at_ms), *opened]


@move("time", 1)
def far_future(scene: Scene) -> list[Action] | None:
    """Rarely, and then there is no way back."""
    ahead = [at_ms for at_ms in _FAR if at_ms > scene.world.now_ms]
    return [WaitUntil(ahead[0])] if ahead and scene.chance(8) else None
