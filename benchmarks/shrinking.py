"""Searching and shrinking against Hypothesis' state machines on the same model, as ratios within one run.

Both draw actions from one pool, play them on the same faulty client, and look at the codes in the end. What
is compared is how many actions a second each plays before it has found something, how long each then takes to
shorten it, and how many actions are left.
"""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from hypothesis import HealthCheck, Phase, Verbosity, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from lostphone.client.port import Accounts, Code
from lostphone.clock import DAY_MS, HOUR_MS, instant
from lostphone.explore.shrinking import shrink
from lostphone.history.actions import Action
from lostphone.history.actions.accounts import (
    AddMicrosoft,
    CreatePersonal,
    EnrolAtSite,
    ListAccounts,
    OpenApp,
    OpenSite,
    ShowCode,
)
from lostphone.history.actions.backup import EnableBackup, RestoreBackup
from lostphone.history.actions.phones import GivePhone, LosePhone, SetPhone
from lostphone.history.actions.time import Wait, WaitUntil
from lostphone.history.stage import Stage
from lostphone.mutants import find_mutant
from lostphone.world.world import World

MUTANT = find_mutant("parameter-loss")
LENGTH = 50
ROUNDS = 5
OLD, NEW, MIKA = "Mika's Android phone", "Mika's new Android phone", "mika@outlook.com"
POOL: tuple[Action, ...] = (
    WaitUntil(instant(2026, 3, 3)),
    CreatePersonal(MIKA, "Mika"),
    GivePhone(OLD, "Mika", "android"),
    GivePhone(NEW, "Mika", "android"),
    OpenSite("GitHub"),
    OpenSite("Bank", algorithm="SHA256", digits=8),
    EnrolAtSite(OLD, "GitHub"),
    EnrolAtSite(OLD, "Bank"),
    AddMicrosoft(OLD, MIKA),
    EnableBackup(OLD, MIKA),
    RestoreBackup(NEW, MIKA),
    LosePhone(OLD),
    Wait(HOUR_MS),
    Wait(DAY_MS),
    OpenApp(OLD),
    OpenApp(NEW),
    SetPhone(OLD, "locked", True),
    ListAccounts(OLD),
)


def wrong_code(stage: Stage) -> bool:
    """Whether some phone shows a code that is not the site's."""
    sites = stage.world.sites
    for phone, device in stage.world.devices.items():
        listed = stage.play(ListAccounts(phone)).result
        for row in listed.rows if isinstance(listed, Accounts) else ():
            shown = stage.play(ShowCode(phone, row.issuer)).result if row.issuer in sites else None
            if isinstance(shown, Code) and shown.code != sites.expected_code(row.issuer, device.owner):
                return True
    return False


def fails(actions: Sequence[Action]) -> bool:
    stage = Stage(World(), MUTANT.client())
    for action in actions:
        stage.play(action)
    return wrong_code(stage)


@dataclass
class Timing:
    """`found_s` is when the first failure was seen, counted from the beginning like `done_s`."""

    played: int = 0
    played_to_find: int = 0
    found_s: float = 0.0
    done_s: float = 0.0
    left: int = 0
    begun: float = field(default_factory=time.process_time)

    def found(self) -> None:
        if not self.found_s:
            self.found_s, self.played_to_find = time.process_time() - self.begun, self.played

    def done(self, left: int) -> None:
        self.done_s, self.left = time.process_time() - self.begun, left

    @property
    def per_second(self) -> float:
        return self.played_to_find / self.found_s

    @property
    def shrinking_s(self) -> float:
        return self.done_s - self.found_s


def ours(seed: int) -> Timing:
    """Draw until something fails, then shrink it."""
    timing, stream = Timing(), random.Random(seed)
    while True:
        history = [stream.choice(POOL) for _ in range(LENGTH)]
        timing.played += LENGTH
        if fails(history):
            break
    timing.found()
    timing.done(len(shrink(history, fails)))
    return timing


def theirs(seed: int) -> Timing:
    """The same by a state machine with one rule."""
    timing = Timing()
    last: list[int] = [0]

    class Machine(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.stage = Stage(World(), MUTANT.client())
            self.count = 0

        @rule(action=st.sampled_from(POOL))
        def act(self, action: Action) -> None:
            timing.played += 1
            self.count += 1
            self.stage.play(action)

        def teardown(self) -> None:
            if wrong_code(self.stage):
                timing.found()
                last[0] = self.count
                raise AssertionError

    bounds = settings(
        max_examples=100_000,
        stateful_step_count=LENGTH,
        database=None,
        deadline=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        verbosity=Verbosity.quiet,
        print_blob=False,
    )
    Machine.TestCase.settings = bounds
    random.seed(seed)
    try:
        run_state_machine_as_test(Machine, settings=bounds)
    except AssertionError:
        timing.done(last[0])
    return timing


def main() -> None:
    one, other = [ours(seed) for seed in range(ROUNDS)], [theirs(seed) for seed in range(ROUNDS)]
    rate = median(timing.per_second for timing in one) / median(timing.per_second for timing in other)
    spent = median(timing.shrinking_s for timing in other) / median(timing.shrinking_s for timing in one)
    print(f"actions per second, against a state machine      {rate:>8.1f} times")
    print(f"shrinking, against a state machine               {spent:>8.1f} times as fast")
    print(f"actions left                                     {median(timing.left for timing in one):>8}")
    print(f"actions left by the state machine                {median(timing.left for timing in other):>8}")


if __name__ == "__main__":
    main()
