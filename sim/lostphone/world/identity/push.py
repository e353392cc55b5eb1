"""A sign-in that waits for an approval: where it was pushed to, and the number to match.

Every push asks for the number that the sign-in page shows (fact C10). Pushes go to whatever is registered,
a lost phone included (C09, S61). An anomalous sign-in is pushed nowhere: the app sees it when it asks (C12).
"""

from __future__ import annotations

from lostphone.base.clock import MINUTE_MS
from lostphone.world.devices.releases import as_numbers

#: How long a sign-in page waits. No source read gives a figure; this one is ours.
CHALLENGE_MS = 5 * MINUTE_MS
#: The first versions of the app that ask for the number; an earlier one approves nothing (C10). The page
#: named them in its revision of March 2023.
ASKS_FOR_NUMBER_FROM: dict[str, str] = {"ios": "6.4.12", "android": "6.2006.4198"}


def asks_for_number(platform: str, version: str) -> bool:
    """Whether that version of the app can match numbers."""
    return as_numbers(version) >= as_numbers(ASKS_FOR_NUMBER_FROM[platform])


class Challenge:
    """One waiting sign-in. Its repr shows no number."""

    def __init__(
        self, email: str, number: str, pushed_to: tuple[str, ...], held_back: bool, at_ms: int
    ) -> None:
        self.email = email
        #: The two digits on the sign-in page, for the person to type into the app.
        self.number = number
        #: Devices the push went to, in order of registering.
        self.pushed_to = list(pushed_to)
        #: Not pushed because it was anomalous.
        self.held_back = held_back
        self.since_ms = at_ms
        #: Whether an app can know of it: by push, or because somebody refreshed.
        self.seen = not held_back
        self.approved = False
        self.closed = False

    def waits_at(self, at_ms: int) -> bool:
        return not self.closed and at_ms <= self.since_ms + CHALLENGE_MS

    def __repr__(self) -> str:
        return f"Challenge({self.email}, pushed to {', '.join(self.pushed_to) or 'nobody'})"
