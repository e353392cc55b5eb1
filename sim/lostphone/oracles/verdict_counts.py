"""Tallies: of each promise, how often an oracle looked and was content, found fault, or could not tell.

Silence means nothing by itself. Counted, it tells an oracle that looked a thousand times from one that
never had the occasion. A count is cheap where an object for every look would not be.

>>> one, more = {"codes": {"code.utc": Tally(2, 0, 1)}}, {"codes": {"code.utc": Tally(1)}}
>>> add(one, more)
>>> one["codes"]["code.utc"], totals(one)
(Tally(valid=3, invalid=0, unknown=1), Tally(valid=3, invalid=0, unknown=1))
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import msgspec


class Tally(msgspec.Struct):
    """How often each verdict was passed."""

    valid: int = 0
    invalid: int = 0
    unknown: int = 0

    @property
    def told(self) -> bool:
        """Whether anything was ever decided."""
        return bool(self.valid or self.invalid)

    def add(self, more: Tally) -> None:
        self.valid += more.valid
        self.invalid += more.invalid
        self.unknown += more.unknown


#: By the id of the oracle, and by that of the promise.
Judged: TypeAlias = dict[str, dict[str, Tally]]


def add(total: Judged, more: Mapping[str, Mapping[str, Tally]]) -> None:
    """Count `more` in; `total` alone is changed."""
    for oracle, by_rule in more.items():
        kept = total.setdefault(oracle, {})
        for rule, tally in by_rule.items():
            held = kept.get(rule)
            if held is None:
                held = kept[rule] = Tally()
            held.add(tally)


def totals(judged: Mapping[str, Mapping[str, Tally]]) -> Tally:
    """All promises of all oracles together."""
    whole = Tally()
    for by_rule in judged.values():
        for tally in by_rule.values():
            whole.add(tally)
    return whole
