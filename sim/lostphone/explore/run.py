"""One run: a history drawn action by action on a living world, then everything healed and looked at."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

import msgspec

from lostphone.base.frozen import FrozenClock
from lostphone.base.randomness import Streams
from lostphone.base.trace import Trace
from lostphone.client.port import Client, ClientBroke
from lostphone.explore.convergence import CONVERGED_MS
from lostphone.explore.declared import may_be_asked
from lostphone.explore.exploration import Exploration
from lostphone.explore.moves import Move, moves
from lostphone.explore.moves.phones import arrival
from lostphone.explore.moves.settling import settling
from lostphone.explore.scene import Scene
from lostphone.explore.session import ExplorerSession, breaking
from lostphone.oracles.oracle import Judgement
from lostphone.oracles.verdict_counts import Judged
from lostphone.stories.actions.accounts import OpenAuthenticator
from lostphone.stories.actions.base import Action
from lostphone.stories.actions.time import Wait, WaitUntil

_AUDIT_PERCENT = 7


@dataclass
class Ran:
    """What came of a run; `trace` is everything that happened in it, `judged` what was made of it."""

    explored: Exploration
    actions: tuple[Action, ...]
    wrong: tuple[Judgement, ...]
    evidence: tuple[Action, ...]
    simulated_ms: int
    trace: Trace
    reached: dict[str, int] = field(default_factory=dict)
    capabilities: tuple[str, ...] = ()
    judged: Judged = field(default_factory=dict)


def run(
    explored: Exploration,
    make_client: Callable[[], Client],
    frozen: FrozenClock | None = None,
    waived: Collection[str] = (),
    compares: bool = False,
) -> Ran:
    """Play it; ends at the first thing that is wrong. `waived` are promises that the client does not owe.

    With `compares` its beginning, until all have settled in, is played on twins of its world too.
    """
    try:
        session = ExplorerSession(explored.recipe, make_client, frozen, waived)
    except ClientBroke as broke:
        return Ran(explored, (), (breaking(broke),), (), 0, Trace())
    draw = Streams(explored.seed).named("history")
    scene = Scene(session.world, explored, draw, session.stage.client_info.capabilities)
    with session:
        settled = _hurt(session, scene, explored)
        if not session.wrong:
            _heal(session, scene)
        if compares and not session.wrong:
            session.compare(settled)
    return Ran(
        explored,
        tuple(session.actions),
        tuple(session.wrong),
        session.evidence or (),
        session.world.now_ms - explored.begins_ms,
        session.world.trace,
        scene.reached,
        session.stage.client_info.capabilities,
        session.judged,
    )


def run_on(
    beginning: Sequence[Action],
    explored: Exploration,
    draw: random.Random,
    make_client: Callable[[], Client],
    frozen: FrozenClock | None = None,
    moves_max: int = 6,
    waived: Collection[str] = (),
) -> tuple[Judgement, ...]:
    """Play a beginning and go on from it with a few moves of whoever is there; what was wrong by then.

    The oracles are asked after each move, and before the first. ClientBroke if it breaks before that.
    """
    with ExplorerSession(explored.recipe, make_client, frozen, waived) as session:
        can = session.stage.client_info.capabilities
        if _all(session, Scene(session.world, explored, draw, can), list(beginning)) or session.audit():
            return tuple(session.wrong)
        owners = {device.owner: device.platform for device in session.world.devices.values()}
        here = msgspec.structs.replace(
            explored,
            people=tuple(owners) or explored.people,
            platforms=tuple(owners.values()) or explored.platforms,
        )
        scene = Scene(session.world, here, draw, can)
        if not owners:
            moves_max = 0 if _arrive(session, scene, here) else moves_max
        choices = _choices(here)
        for _ in range(moves_max):
            chosen = _draw_move(scene, choices)
            if chosen and (_all(session, scene, chosen) or session.audit()):
                break
        return tuple(session.wrong)


def _hurt(session: ExplorerSession, scene: Scene, explored: Exploration) -> int:
    """What people do, and what goes wrong. How many actions it took until everybody had settled in."""
    if _all(session, scene, [WaitUntil(explored.begins_ms)]) or _arrive(session, scene, explored):
        return len(session.actions)
    settled = len(session.actions)
    choices = _choices(explored)
    for _ in range(explored.length):
        if scene.draw.randrange(100) < _AUDIT_PERCENT and session.audit():
            break
        chosen = _draw_move(scene, choices)
        if chosen and _all(session, scene, chosen):
            break
    return settled


def _arrive(session: ExplorerSession, scene: Scene, explored: Exploration) -> bool:
    """Everybody gets a first phone and settles in on it; whether something was wrong."""
    for person, platform in zip(explored.people, explored.platforms, strict=True):
        name = scene.new_name(person, platform)
        if name is None:
            continue
        if _all(session, scene, arrival(scene, person, name, platform, usual=scene.chance(60))):
            return True
        for begin in settling(scene, session.world.device(name)):
            if _all(session, scene, begin):
                return True
    return False


def _heal(session: ExplorerSession, scene: Scene) -> None:
    """Everything is undone, every app opened, time given; then nothing may be pending or wrong."""
    session.heal()
    if session.wrong:
        return
    quiet = [OpenAuthenticator(device.id) for device in scene.phones() if device.app is not None]
    if not _all(session, scene, [*quiet, Wait(CONVERGED_MS), *quiet]):
        session.audit()


def _all(session: ExplorerSession, scene: Scene, actions: list[Action]) -> bool:
    """Do them, as far as they are the client's business; whether something was wrong."""
    for action in actions:
        if not may_be_asked(action, scene.can):
            continue
        scene.heard(action, session.do(action))
        if session.wrong:
            return True
    return False


def _choices(explored: Exploration) -> list[tuple[Move, ...]]:
    """The themes of the exploration, each as often as it weighs."""
    known = moves()
    people = [known[name] for name, weight in explored.themes.items() for _ in range(weight)]
    return people + [known[name] for name in explored.faults]


def _draw_move(scene: Scene, choices: list[tuple[Move, ...]]) -> list[Action] | None:
    """The first of a few draws that makes sense now."""
    for _ in range(6):
        found = scene.draw.choice(scene.draw.choice(choices))(scene)
        if found:
            return list(found)
    return None
