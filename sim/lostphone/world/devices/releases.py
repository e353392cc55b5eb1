"""Which version of the app a store offers on a day. The dates are data: `releases.toml` beside this.

>>> from lostphone.base.clock import instant
>>> offered("ios", instant(2025, 8, 31)), offered("ios", instant(2025, 9, 1))
('6.8.20', '6.8.33')
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from lostphone.base.clock import DAY_MS, instant
from lostphone.refusal import Refusal


@cache
def _releases() -> dict[str, list[tuple[int, str]]]:
    text = files("lostphone.world.devices").joinpath("releases.toml").read_text("utf-8")
    by_platform: dict[str, list[tuple[int, str]]] = {}
    for release in tomllib.loads(text)["release"]:
        day = release["since"]
        since_ms = instant(day.year, day.month, day.day)
        by_platform.setdefault(release["platform"], []).append((since_ms, release["version"]))
    return by_platform


@cache
def _offered_on(platform: str, day: int) -> str:
    versions = [version for since_ms, version in _releases().get(platform, []) if since_ms <= day * DAY_MS]
    if not versions:
        raise Refusal("unavailable", f"no store offers the app for {platform} on that day")
    return versions[-1]


def offered(platform: str, at_ms: int) -> str:
    """The newest version in that platform's store at that moment."""
    return _offered_on(platform, at_ms // DAY_MS)


def as_numbers(version: str) -> tuple[int, ...]:
    """`6.8.33` as (6, 8, 33), for comparing."""
    return tuple(int(part) for part in version.split("."))
