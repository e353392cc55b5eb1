"""What --timeout says: how long a client may take to start, and for each answer."""

from __future__ import annotations

import math

from lostphone.cli.usage import UsageError


def limit_ms(seconds: float | None) -> int | None:
    """In whole milliseconds; UsageError for what is no time."""
    if seconds is None:
        return None
    if not 0 < seconds < math.inf:
        raise UsageError.of("no-seconds", option="--timeout", given=f"{seconds:g}")
    return max(1, round(seconds * 1000))
