"""Answers of the host, and what every call to it has in common."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from lostphone.client.secret_fields import Covering
from lostphone.world.devices.services import AccountKind, Settings


class HostAnswer(Covering, frozen=True):
    """Something the host says."""


class Told(HostAnswer, frozen=True):
    """It has been done, and there is nothing more to say."""


class Instant(HostAnswer, frozen=True):
    """The device's own time, in milliseconds since the epoch."""

    now_ms: int


class RandomBytes(HostAnswer, frozen=True):
    """As many random bytes as were asked for."""

    random: bytes


class Content(HostAnswer, frozen=True):
    """A file, or null where there is none."""

    content: bytes | None


class Value(HostAnswer, frozen=True):
    """A keychain item, or null where there is none."""

    value: bytes | None


class Blob(HostAnswer, frozen=True):
    """What a cloud holds, or null where it holds nothing."""

    blob: bytes | None


class Existed(HostAnswer, frozen=True):
    """Whether there was something to delete."""

    existed: bool


class Names(HostAnswer, frozen=True):
    """Names of files, keys of items, or addresses of accounts."""

    names: tuple[str, ...]


class Kind(HostAnswer, frozen=True):
    """What sort of account it is."""

    kind: AccountKind


class RecoveryKey(HostAnswer, frozen=True):
    """32 bytes."""

    recovery_key: bytes


class RegisteredSecret(HostAnswer, frozen=True):
    """A one-time password secret, as bytes."""

    secret: bytes


A = TypeVar("A", bound=HostAnswer | Settings)


class HostCall(Covering, Generic[A], frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A question to the host of one device. `method` is its name on the wire."""

    method: ClassVar[str] = ""
    answer: ClassVar[type[HostAnswer] | type[Settings]] = Told

    device: str
