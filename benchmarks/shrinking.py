"""Searching and shrinking against Hypothesis' state machines on the same model, as ratios within one run.

All draw actions from one pool, play them on the same faulty client, and look at the codes in the end. What
is compared is how many actions a second each plays before it has found something, how long each then takes to
shorten it, and how many actions are left. A state machine is written in two ways: with a rule for each kind
of action, as people write them, and with a single rule that draws from the pool, which costs the least.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median

from hypothesis import HealthCheck, Phase, Verbosity, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from lostphone.base.clock import DAY_MS, HOUR_MS, instant
from lostphone.client.mutants import find_mutant
from lostphone.client.port import Accounts, Code
from lostphone.explore.shrinking import shrink
from lostphone.stories.actions import Action
from lostphone.stories.actions.accounts import (
    AddMicrosoft,
    CreatePersonal,
    EnrolAtSite,
    LookAtAccounts,
    LookAtCode,
    OpenAuthenticator,
    OpenSite,
)
from lostphone.stories.actions.backup import RestoreFromBackup, TurnBackupOn
from lostphone.stories.actions.phones import GivePhone, LosePhone, SetPhone
from lostphone.stories.actions.time import Wait, WaitUntil
from lostphone.stories.stage import Stage
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
    TurnBackupOn(OLD, MIKA),
    RestoreFromBackup(NEW, MIKA),
    LosePhone(OLD),
    Wait(HOUR_MS),
    Wait(DAY_MS),
    OpenAuthenticator(OLD),
    OpenAuthenticator(NEW),
    SetPhone(OLD, "locked", True),
    LookAtAccounts(OLD),
)


def wrong_code(stage: Stage) -> bool:
    """Whether some phone shows a code that is not the site's."""
    sites = stage.world.sites
    for phone, device in stage.world.devices.items():
        listed = stage.play(LookAtAccounts(phone)).result
        for row in listed.rows if isinstance(listed, Accounts) else ():
            shown = stage.play(LookAtCode(phone, row.issuer)).result if row.issuer in sites else None
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


def theirs(seed: int, kind: Callable[[Timing, list[int]], type[Machine]]) -> Timing:
    """The same by a state machine."""
    timing, last = Timing(), [0]
    machine = kind(timing, last)
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
    random.seed(seed)
    try:
        run_state_machine_as_test(machine, settings=bounds)
    except AssertionError:
        timing.done(last[0])
    return timing


class Machine(RuleBasedStateMachine):
    """What both state machines share. `last` is how many actions the last failure took."""

    timing: Timing
    last: list[int]

    def __init__(self) -> None:
        super().__init__()
        self.stage = Stage(World(), MUTANT.client())
        self.count = 0

    def play(self, action: Action) -> None:
        self.timing.played += 1
        self.count += 1
        self.stage.play(action)

    def teardown(self) -> None:
        if wrong_code(self.stage):
            self.timing.found()
            self.last[0] = self.count
            raise AssertionError


def one_rule(timing: Timing, last: list[int]) -> type[Machine]:
    """A single rule for every action."""

    class OneRule(Machine):
        @rule(action=st.sampled_from(POOL))
        def act(self, action: Action) -> None:
            self.play(action)

    OneRule.timing, OneRule.last = timing, last
    return OneRule


def rule_a_kind(timing: Timing, last: list[int]) -> type[Machine]:
    """A rule for each kind of action, which draws its arguments."""

    class RuleAKind(Machine):
        pass

    kinds: dict[type[Action], list[Action]] = {}
    for action in POOL:
        kinds.setdefault(type(action), []).append(action)
    for kind, actions in kinds.items():

        def act(self: Machine, action: Action) -> None:
            self.play(action)

        act.__name__ = kind.__name__
        setattr(RuleAKind, kind.__name__, rule(action=st.sampled_from(actions))(act))
    RuleAKind.timing, RuleAKind.last = timing, last
    return RuleAKind


def main() -> None:
    one: list[Timing] = []
    others: dict[str, list[Timing]] = {"a rule for each kind": [], "one rule": []}
    for seed in range(ROUNDS):
        one.append(ours(seed))
        others["a rule for each kind"].append(theirs(seed, rule_a_kind))
        others["one rule"].append(theirs(seed, one_rule))
    for name, timings in others.items():
        rate = median(timing.per_second for timing in one) / median(timing.per_second for timing in timings)
        spent = median(timing.shrinking_s for timing in timings) / median(
            timing.shrinking_s for timing in one
        )
        print(f"against a state machine with {name}:")
        print(f"  actions per second         {rate:>8.1f} times as many")
        print(f"  shrinking                  {spent:>8.1f} times as fast")
        print(f"  actions left               {median(timing.left for timing in timings):>8}")
    print(f"actions left by ours         {median(timing.left for timing in one):>8}")


if __name__ == "__main__":
    main()
