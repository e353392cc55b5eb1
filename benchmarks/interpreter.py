"""How fast stories are played without a test runner, as ratios within one run.

Prints interpreter actions per second against bare SimPy events per second, and what a frozen process
clock adds to actions that call the client.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

import simpy

from lostphone.base.clock import parse_day
from lostphone.base.frozen import FrozenClock
from lostphone.stories.actions import Action
from lostphone.stories.actions.accounts import EnrolAtSite, LookAtAccounts, LookAtCode, OpenSite
from lostphone.stories.actions.phones import GivePhone, SetPhone
from lostphone.stories.actions.time import Wait, WaitUntil
from lostphone.stories.story import Story

PHONE = "Mika's iPhone"
ROUNDS = 5
ACTIONS = 20_000
CLIENT_ACTIONS = 2_000


def seconds(work: Callable[[], object]) -> float:
    """Process time of one call."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def new_story(frozen: FrozenClock | None = None) -> Story:
    """A phone with one account on it."""
    story = Story(frozen=frozen)
    for action in (
        WaitUntil(parse_day("2025-11-01")),
        GivePhone(PHONE, "Mika", "ios"),
        OpenSite("GitHub"),
        EnrolAtSite(PHONE, "GitHub"),
    ):
        story.do(action)
    return story


def play(story: Story, actions: list[Action]) -> None:
    stage = story.stage
    for action in actions:
        stage.play(action)


def bare_simpy() -> None:
    """As many events as there are actions, each one timeout of one process."""
    env = simpy.Environment(initial_time=0)

    def ticking():  # type: ignore[no-untyped-def]
        for _ in range(ACTIONS):
            yield env.timeout(1)

    env.process(ticking())
    env.run()


def main() -> None:
    simple: list[Action] = [
        action for _ in range(ACTIONS // 2) for action in (Wait(1), SetPhone(PHONE, "locked", True))
    ]
    client: list[Action] = [
        action
        for _ in range(CLIENT_ACTIONS // 2)
        for action in (LookAtAccounts(PHONE), LookAtCode(PHONE, "GitHub"))
    ]
    events, actions, asked, frozen = [], [], [], []
    for _ in range(ROUNDS):
        events.append(seconds(bare_simpy))
        story = new_story()
        actions.append(seconds(lambda: play(story, simple)))  # noqa: B023  # called at once
        story = new_story()
        asked.append(seconds(lambda: play(story, client)))  # noqa: B023
    # Freezing is started once a run; what is measured is what it adds to each action.
    with FrozenClock() as clock:
        clock.start(parse_day("2025-11-01"))
        for _ in range(ROUNDS):
            story = new_story(clock)
            # freezegun leaves the processor's time alone.
            frozen.append(seconds(lambda: play(story, client)))  # noqa: B023
    per_second = ACTIONS / median(actions)
    print(f"simple actions per second        {per_second:>12,.0f}   (aim: 50,000)")
    print(f"bare SimPy events per second     {ACTIONS / median(events):>12,.0f}")
    print(f"one action costs                 {median(actions) / median(events):>12.1f} bare events")
    print(f"actions that ask the client /s   {CLIENT_ACTIONS / median(asked):>12,.0f}")
    print(f"the same under a frozen clock    {median(frozen) / median(asked):>12.2f} times the time")


if __name__ == "__main__":
    main()
