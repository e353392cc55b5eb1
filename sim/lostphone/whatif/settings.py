"""The settings of the lost phone: those that are not known, and those that decide.

>>> from lostphone.base.clock import parse_day
>>> loss = Loss("ios", "ios", parse_day("2026-05-25"), off=frozenset({"icloud-keychain"}))
>>> [sorted(one.off) for one in possible(loss, frozenset({"icloud-drive"}))]
[['icloud-keychain'], ['icloud-drive', 'icloud-keychain']]
>>> [(one.name, one.answers) for one in deciding([OwnAccount("GitHub", "third-party", 1)], loss)][:2]
[('icloud-drive', {'Q02': 'current-page'}), ('icloud-keychain', {})]
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain, combinations

import msgspec

from lostphone.whatif.loss import Loss
from lostphone.whatif.open_questions import alternatives
from lostphone.whatif.own_account import OwnAccount
from lostphone.whatif.player import Batch, LossPlayer


class DecidingSetting(msgspec.Struct, frozen=True):
    """A setting that changes what becomes of some account; `answers` are those under which it does.

    No answers: it does as open questions are usually answered.
    """

    name: str
    answers: dict[str, str]


def possible(loss: Loss, unknown: frozenset[str]) -> list[Loss]:
    """The ways it may have been: every set of the unknown settings off, none of them first."""
    names = [name for name in loss.switches() if name in unknown]
    chosen = chain.from_iterable(combinations(names, size) for size in range(len(names) + 1))
    return [replace(loss, off=loss.off | set(more)) for more in chosen]


def deciding(
    own: Sequence[OwnAccount], loss: Loss, told: Callable[[], None] = lambda: None
) -> list[DecidingSetting]:
    """The settings of that phone on that day that decide anything under any answer, in a person's order.

    Each is tried off where all others are on, and where they are as in `loss`. Of accounts that differ in
    their codes alone one is tried: a setting is about what the backup holds, and it holds any code. `told`
    is called after each loss that was played.
    """
    one_each = {(account.kind, account.proof): account for account in reversed(own)}
    batches = LossPlayer(list(one_each.values()), told).batches
    found = (_deciding(name, batches, loss) for name in loss.switches())
    return [setting for setting in found if setting is not None]


def _deciding(name: str, batches: list[Batch], loss: Loss) -> DecidingSetting | None:
    pairs = [
        (replace(loss, off=others), replace(loss, off=others | {name}))
        for others in dict.fromkeys((frozenset[str](), loss.off - {name}))
    ]
    # Nearly every setting decides as usual, and then no other answer has to be played.
    if any(batch.ending(on).fates != batch.ending(off).fates for batch in batches for on, off in pairs):
        return DecidingSetting(name, {})
    found = [
        other.answers
        for batch in batches
        for pair in pairs
        for other in alternatives(batch, pair)
        if any(on != off for on, off in other.fates)
    ]
    return DecidingSetting(name, min(found, key=len)) if found else None
