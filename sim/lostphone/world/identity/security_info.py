"""Replacing the security info of a personal account, and the thirty days before it counts.

Somebody who lost every proof but the password can name new ones; they count thirty days later, and any
use of an old proof meanwhile calls the replacement off (fact A46). Nothing runs while the days pass: the
moment is compared when somebody asks.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from lostphone.base.clock import DAY_MS

WAIT_MS = 30 * DAY_MS

SecurityInfoState: TypeAlias = Literal["settled", "waiting"]


class Replacement:
    """New proofs that were named at `since_ms`."""

    def __init__(self, proofs: tuple[str, ...], since_ms: int) -> None:
        self.proofs = proofs
        self.since_ms = since_ms

    @property
    def counts_from_ms(self) -> int:
        return self.since_ms + WAIT_MS

    def counts_at(self, at_ms: int) -> bool:
        """Whether the wait is over; the thirtieth day has to be full."""
        return at_ms >= self.counts_from_ms
