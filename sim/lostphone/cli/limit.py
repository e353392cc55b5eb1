"""What --timeout says: how long a client may take to start, and for each answer."""

from __future__ import annotations

import math

from lostphone.cli.usage import UsageError


def limit_ms(seconds: float | None) -> int | None:
    """In whole milliseconds; UsageError for what is no time."""
    if seconds is None:
        return None
    if not 0 < seconds < math.inf:
        raise UsageError(f"--timeout takes a number of seconds above 0, not {seconds:g}")
    return max(1, round(seconds * 1000))
