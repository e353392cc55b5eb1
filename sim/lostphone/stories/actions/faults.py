"""What goes wrong, and its undoing, in pairs."""

from __future__ import annotations

from typing import Literal

from lostphone.base.trace import Detail
from lostphone.stories.actions.base import Action

Service = Literal["icloud", "microsoft"]


class Partition(Action, frozen=True):
    """The phone cannot reach a service; "*" stands for all of them."""

    phone: str
    service: str


class Heal(Action, frozen=True):
    """Undo `Partition`."""

    phone: str
    service: str


class StopService(Action, frozen=True):
    """Nobody can reach the service."""

    service: Service


class StartService(Action, frozen=True):
    """Undo `StopService`."""

    service: Service


class HoldService(Action, frozen=True):
    """Messages to the service stay in flight."""

    service: Service


class ReleaseService(Action, frozen=True):
    """Undo `HoldService`: what was in flight arrives."""

    service: Service


class SlowService(Action, frozen=True):
    """Each way to the service takes that long."""

    service: Service
    latency_ms: int


class SpeedService(Action, frozen=True):
    """Undo `SlowService`."""

    service: Service


class LoseMessages(Action, frozen=True):
    """Messages to the service are lost with this chance."""

    service: Service
    percent: int


class KeepMessages(Action, frozen=True):
    """Undo `LoseMessages`."""

    service: Service


class CrashPhone(Action, frozen=True):
    """The phone stops, whatever it was doing."""

    phone: str


class BootPhone(Action, frozen=True):
    """Undo `CrashPhone`: it starts again with what it had stored."""

    phone: str


class FillICloud(Action, frozen=True):
    """The iCloud storage of the account is full."""

    email: str


class FreeICloud(Action, frozen=True):
    """Undo `FillICloud`."""

    email: str


class SkewClock(Action, frozen=True):
    """The phone's clock is off by that much; negative is slow."""

    phone: str
    skew_ms: int

    @property
    def detail(self) -> dict[str, Detail]:
        return {"skew_ms": self.skew_ms}


class UnskewClock(Action, frozen=True):
    """Undo `SkewClock`."""

    phone: str


class RootPhone(Action, frozen=True):
    """The phone is rooted or jailbroken."""

    phone: str


class UnrootPhone(Action, frozen=True):
    """Undo `RootPhone`."""

    phone: str


class StopAttestation(Action, frozen=True):
    """Apple's or Google's attestation service does not answer."""

    platform: Literal["ios", "android"]


class StartAttestation(Action, frozen=True):
    """Undo `StopAttestation`."""

    platform: Literal["ios", "android"]


class SpoilBackups(Action, frozen=True):
    """What the clouds store of a person's backups is no longer what was stored.

    `altered` is one flipped bit, `cut-short` loses its second half, `newer-format` says that a newer app
    wrote it; with `exchanged` what iOS and Android have stored change places; with `wrong-key` the blobs are
    whole and the key that is handed out does not fit them.
    """

    person: str
    how: Literal["altered", "cut-short", "newer-format", "exchanged", "wrong-key"]


class MendBackups(Action, frozen=True):
    """Undo `SpoilBackups`, except where something has been stored since."""

    person: str
