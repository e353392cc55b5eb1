"""Host calls about the phone itself: its clock, chance, files, keychain, settings, screen and log."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import msgspec

from lostphone.base.clock import DAY_MS
from lostphone.base.views import View
from lostphone.client.protocol.host.base import (
    Content,
    Existed,
    HostCall,
    Instant,
    Names,
    RandomBytes,
    Told,
    Value,
)
from lostphone.world.devices.keystore import Protection
from lostphone.world.devices.services import Settings

#: The most random bytes that one call gives.
MOST_RANDOM_BYTES = 65_536

#: Ten years: nobody waits longer.
LONGEST_TIMER_MS = 3_653 * DAY_MS

RandomCount: TypeAlias = Annotated[int, msgspec.Meta(ge=0, le=MOST_RANDOM_BYTES)]
TimerDelay: TypeAlias = Annotated[int, msgspec.Meta(ge=1, le=LONGEST_TIMER_MS)]


class Now(HostCall[Instant], frozen=True):
    """The time on this device."""

    method = "host/now"
    answer = Instant


class Random(HostCall[RandomBytes], frozen=True):
    """Random bytes from the scenario's seed, up to 65,536 at a time."""

    method = "host/random"
    answer = RandomBytes

    count: RandomCount


class Timer(HostCall[Told], frozen=True):
    """Ask to be woken by `app/wake` with `token` after `delay_ms` (1 or more), while the app is there."""

    method = "host/timer"

    delay_ms: TimerDelay
    token: str


class StorageGet(HostCall[Content], frozen=True):
    """Read a file of the app. Files under `cache/` and `no-backup/` stay out of device backups."""

    method = "host/storage.get"
    answer = Content

    name: str


class StoragePut(HostCall[Told], frozen=True):
    """Write a whole file."""

    method = "host/storage.put"

    name: str
    content: bytes


class StorageDelete(HostCall[Existed], frozen=True):
    """Delete a file."""

    method = "host/storage.delete"
    answer = Existed

    name: str


class StorageList(HostCall[Names], frozen=True):
    """The names of all files."""

    method = "host/storage.list"
    answer = Names


class KeychainGet(HostCall[Value], frozen=True):
    """Read an item of the keychain (iOS) or keystore (Android)."""

    method = "host/keychain.get"
    answer = Value

    key: str


class KeychainPut(HostCall[Told], frozen=True):
    """Write an item with its protection class; "synchronizable" exists on iOS alone."""

    method = "host/keychain.put"

    key: str
    value: bytes
    protection: Protection


class KeychainDelete(HostCall[Existed], frozen=True):
    """Delete an item."""

    method = "host/keychain.delete"
    answer = Existed

    key: str


class KeychainList(HostCall[Names], frozen=True):
    """The keys of this app's items."""

    method = "host/keychain.list"
    answer = Names


class ReadSettings(HostCall[Settings], frozen=True):
    """What an app can read of its surroundings."""

    method = "host/settings"
    answer = Settings


class Screen(HostCall[Told], frozen=True):
    """Show a screen."""

    method = "host/screen"

    view: View


class Log(HostCall[Told], frozen=True):
    """Write to the app's own log."""

    method = "host/log"

    text: str
