"""What a loss would leave, for every day, pair of phones and switch: played, never written by hand.

The start page and the timeline answer questions without a server, so every answer travels with the page.
Nothing changes between two dates at which a rule of the lost phone, or the Temporary Access Pass, begins
or ends, so one day of each stretch is played; a switch that by itself changes nothing is not asked about.

>>> stretch = stretches("ios", "ios")[-1]
>>> stretch.switches
('icloud-keychain', 'icloud-backup', 'app-toggle')
>>> KINDS[0], stretch.cases[0].outcomes[0], stretch.cases[1].outcomes[0]
('third-party', 'back', 'lost')
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import product

import msgspec

from lostphone.rules import PLATFORMS, Catalogue, Timeline
from lostphone.whatif.accounts_file import OwnAccount
from lostphone.whatif.completing import Way
from lostphone.whatif.loss import FIRST_DAY_MS, Loss, Platform, Result, play_to_the_end
from lostphone.whatif.means import since_ms
from lostphone.whatif.verdict import deciding_rules

#: The kinds of account that are told apart, in the order of the page. Two are there twice, because what
#: else proves them decides whether their owner can sign in again.
KINDS = (
    "third-party",
    "personal",
    "passwordless",
    "passwordless-app-only",
    "work",
    "work-sms",
    "work-code",
    "passkey",
    "password",
)
_OWN = [
    OwnAccount("site", "third-party", 1),
    OwnAccount("personal", "personal", 2),
    OwnAccount("passwordless", "passwordless", 3),
    OwnAccount("passwordless-app-only", "passwordless", 4, proof="app-only"),
    OwnAccount("work", "work", 5),
    OwnAccount("work-sms", "work", 6, proof="sms"),
    OwnAccount("work-code", "work-code", 7),
    OwnAccount("passkey", "passkey", 8),
    OwnAccount("password", "password", 9),
]


class Case(msgspec.Struct, frozen=True):
    """One loss, played: for each of `KINDS` what came of it, and what can be done about it then."""

    outcomes: tuple[Result, ...]
    ways: tuple[Way, ...]


class Stretch(msgspec.Struct, frozen=True):
    """The days from `since_ms` to the next stretch, on which every answer is the same.

    `cases[mask]` is the loss with those of `switches` off whose bit is set in mask. `kept` are the same
    with the old phone at hand, first with every switch on and then with every switch off. `rules` are, by
    outcome, the ids of the rules that decide it for each of `KINDS` (none where that does not occur).
    """

    since_ms: int
    switches: tuple[str, ...]
    cases: tuple[Case, ...]
    kept: tuple[Case, Case]
    rules: dict[Result, tuple[tuple[str, ...], ...]]


@cache
def every_answer() -> dict[str, list[Stretch]]:
    """The stretches of each pair of phones, by `lost>new`."""
    return {f"{lost}>{new}": stretches(lost, new) for lost, new in product(PLATFORMS, PLATFORMS)}


def stretches(lost: Platform, new: Platform) -> list[Stretch]:
    """All stretches of one pair of phones, in order, from the first day that anything is known of."""
    changes_ms = Timeline(Catalogue.load(), lost).boundaries_ms
    turns_ms = sorted({*changes_ms, since_ms("temporary-access-pass")})
    days_ms = (FIRST_DAY_MS, *(at_ms for at_ms in turns_ms if at_ms > FIRST_DAY_MS))
    return [_stretch(Loss(lost, new, day_ms)) for day_ms in days_ms]


def play(loss: Loss) -> Case:
    """Play one loss on an account of each kind."""
    results = play_to_the_end(_OWN, loss).values()
    return Case(tuple(outcome for outcome, _way in results), tuple(way for _outcome, way in results))


def _stretch(loss: Loss) -> Stretch:
    best = play(loss)
    singly = {switch: play(replace(loss, off=frozenset({switch}))) for switch in loss.switches()}
    switches = tuple(switch for switch, case in singly.items() if case != best)
    cases = (best, *(_case(loss, _chosen(switches, mask), singly) for mask in range(1, 1 << len(switches))))
    every = frozenset(loss.switches())
    kept = play(replace(loss, kept=True)), play(replace(loss, kept=True, off=every))
    return Stretch(loss.day_ms, switches, cases, kept, _rules(loss, (*cases, *kept)))


def _case(loss: Loss, off: tuple[str, ...], singly: dict[str, Case]) -> Case:
    return singly[off[0]] if len(off) == 1 else play(replace(loss, off=frozenset(off)))


def _chosen(switches: tuple[str, ...], mask: int) -> tuple[str, ...]:
    return tuple(switch for bit, switch in enumerate(switches) if mask >> bit & 1)


def _rules(loss: Loss, cases: tuple[Case, ...]) -> dict[Result, tuple[tuple[str, ...], ...]]:
    seen = [{case.outcomes[place] for case in cases} for place in range(len(KINDS))]
    outcomes: tuple[Result, ...] = ("back", "sign-in", "lost")
    return {
        outcome: tuple(
            deciding_rules(account.kind, loss, outcome) if outcome in seen[place] else ()
            for place, account in enumerate(_OWN)
        )
        for outcome in outcomes
    }
