"""What each version of the app can do, and on which system: numbers kept as data in `versions.toml`.

>>> at_least("6.8.33", "6.8.4"), at_least("6.8.33", "6.10.0")
(True, False)
>>> abilities("ios").icloud_backup_os
16
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from lostphone.base.clock import DAY_MS
from lostphone.refusal import Refusal
from lostphone.world.devices.releases import as_numbers, offered


class Abilities(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Versions of the app as text, major versions of the system as numbers (facts A01, A03, A22, C17)."""

    first_backup: str
    passkey_os: int
    supported_days: int
    icloud_backup: str | None = None
    icloud_backup_os: int = 0


@cache
def _all() -> dict[str, Abilities]:
    text = files("lostphone.client.reference").joinpath("versions.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, Abilities])


def abilities(platform: str) -> Abilities:
    """The numbers of one platform, "ios" or "android"."""
    return _all()[platform]


@cache
def at_least(version: str, floor: str) -> bool:
    """Whether a version of the app is `floor` or newer."""
    return as_numbers(version) >= as_numbers(floor)


@cache
def os_major(version: str) -> int:
    """`18.5` as 18."""
    return as_numbers(version)[0]


def retired(platform: str, version: str, at_ms: int) -> bool:
    """Whether Microsoft has retired that version by then: the store had a newer one long enough (A48)."""
    long_ago_ms = at_ms - abilities(platform).supported_days * DAY_MS
    try:
        return not at_least(version, offered(platform, long_ago_ms))
    except Refusal:
        return False  # the store did not offer the app yet
