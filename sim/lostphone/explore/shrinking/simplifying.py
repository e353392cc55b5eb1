"""Plainer values: defaults, round dates, round stretches of time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import msgspec

from lostphone.base.clock import DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, from_datetime, to_datetime
from lostphone.explore.shrinking.shrinker import Shrinker
from lostphone.stories.actions.base import Action
from lostphone.stories.actions.time import Wait, WaitUntil

#: Fields that are plainer to a reader with a value than without.
CLEARER_SAID = ("recovery_account",)

_ROUND_MS = (SECOND_MS, 30 * SECOND_MS, MINUTE_MS, HOUR_MS, DAY_MS, 7 * DAY_MS, 30 * DAY_MS, 365 * DAY_MS)


def simplify_values(shrinker: Shrinker) -> None:
    """Each field of each action: the plainest value that still breaks the promise."""
    for place in range(len(shrinker.best)):
        for plainer in _plainer(shrinker.best[place]):
            best = shrinker.best
            if shrinker.consider((*best[:place], plainer, *best[place + 1 :])):
                break


def _plainer(action: Action) -> Iterator[Action]:
    if isinstance(action, WaitUntil):
        yield from (WaitUntil(at_ms) for at_ms in _round_dates(action.at_ms))
    elif isinstance(action, Wait):
        yield from (Wait(length_ms) for length_ms in _round_lengths(action.duration_ms))
    else:
        yield from _with_defaults(action)
        for name in action.__struct_fields__:
            value = getattr(action, name)
            if name.endswith("_ms") and isinstance(value, int):
                sign = -1 if value < 0 else 1
                for length_ms in _round_lengths(abs(value)):
                    yield msgspec.structs.replace(action, **{name: sign * length_ms})


def _with_defaults(action: Action) -> Iterator[Action]:
    """All fields that have a default at it, then each of them alone."""
    defaults = {
        field.name: field.default
        for field in msgspec.structs.fields(action)
        if field.name not in CLEARER_SAID
        if field.default is not msgspec.NODEFAULT and getattr(action, field.name) != field.default
    }
    if len(defaults) > 1:
        yield msgspec.structs.replace(action, **defaults)
    for name, value in defaults.items():
        yield msgspec.structs.replace(action, **{name: value})


def _round_lengths(length_ms: int) -> Iterator[int]:
    """Shorter or plainer stretches, the shortest first; then the same without its small change."""
    yield from (round_ms for round_ms in _ROUND_MS if round_ms < length_ms)
    for unit_ms in (DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS):
        for rounded_ms in (length_ms // unit_ms * unit_ms, -(-length_ms // unit_ms) * unit_ms):
            if 0 < rounded_ms != length_ms:
                yield rounded_ms


def _round_dates(at_ms: int) -> Iterator[int]:
    """The first of that year, of that month, that day; then the next ones; then the time without seconds."""
    day = to_datetime(at_ms).replace(hour=0, minute=0, second=0, microsecond=0)
    month = day.replace(day=1)
    moments = (
        day.replace(month=1, day=1),
        month,
        day,
        (month + timedelta(days=31)).replace(day=1),
        day + timedelta(days=1),
    )
    for moment in moments:
        if from_datetime(moment) != at_ms:
            yield from_datetime(moment)
    for unit_ms in (HOUR_MS, MINUTE_MS, SECOND_MS):
        if at_ms % unit_ms:
            yield at_ms - at_ms % unit_ms
            yield at_ms - at_ms % unit_ms + unit_ms
