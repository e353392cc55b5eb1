"""Spoiled backups: what an accident, an intruder or a newer app does to what a cloud stores.

A client is owed nothing here but the blob; it has to notice by itself. The blobs are kept as they were, so
that a story can show that a refusal has done no harm.

>>> altered(b"four") == b"four", len(altered(b"four")), cut_short(b"four")
(False, 4, b'fo')
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from lostphone.refusal import Refusal
from lostphone.stories.stored_forms import contents, version_raised

if TYPE_CHECKING:
    from lostphone.world.world import World


class BlobPlace(NamedTuple):
    """Where a blob lies: "icloud" with a file's name, or "microsoft" with a kind of phone."""

    store: str
    account: str
    name: str


def places(world: World, person: str) -> Iterator[tuple[BlobPlace, bytes]]:
    """Every blob that the app has stored for that person, with its place."""
    for account in world.icloud.accounts.values():
        if account.owner == person:
            for name, blob in account.container.items():
                yield BlobPlace("icloud", account.email, name), blob
    for (email, platform), slot in world.microsoft.slots().items():
        if world.personal.account(email).owner == person:
            yield BlobPlace("microsoft", email, platform), slot.blob


def store(world: World, place: BlobPlace, blob: bytes) -> None:
    """Put other bytes in a place, as nobody but the service could."""
    if place.store == "icloud":
        world.icloud.account(place.account).container[place.name] = blob
    else:
        world.microsoft.replace(place.account, place.name, blob)


def altered(blob: bytes) -> bytes:
    """One bit is another, three quarters in: past what merely describes the contents."""
    at = len(blob) * 3 // 4
    return blob[:at] + bytes([blob[at] ^ 1]) + blob[at + 1 :]


def cut_short(blob: bytes) -> bytes:
    """The first half."""
    return blob[: len(blob) // 2]


def newer_format(blob: bytes) -> bytes:
    """The layout after ours. Refusal "unavailable" for a form of blob whose version nobody here can tell."""
    newer = version_raised(blob)
    if newer is None:
        raise Refusal("unavailable", "this client's backups have no form whose version is known here")
    return newer


def exchanged(world: World, person: str) -> dict[BlobPlace, bytes]:
    """What each kind of phone has stored in the place of the other. Refusal "no-backup" unless both have."""
    by_platform: dict[str, tuple[BlobPlace, bytes]] = {}
    for place, blob in places(world, person):
        by_platform.setdefault("ios" if place.store == "icloud" else place.name, (place, blob))
    if sorted(by_platform) != ["android", "ios"]:
        raise Refusal("no-backup", f"{person} has no backups of both kinds of phone")
    (android, of_android), (ios, of_ios) = by_platform["android"], by_platform["ios"]
    return {android: of_ios, ios: of_android}


SPOILINGS: dict[str, Callable[[bytes], bytes]] = {
    "altered": altered,
    "cut-short": cut_short,
    "newer-format": newer_format,
}


#: Two sealed blobs share no run of this length by accident.
_RUN_BYTES = 24
_BASE64 = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=_-")


def likeness(one: bytes, other: bytes) -> bool:
    """Whether two blobs share so much that somebody sees the same contents in them.

    What describes a blob in clear (names of fields, a kind of phone) may be the same in any two.

    >>> head, body = b'{"platform":"android","schema":1}', bytes(range(128, 160))
    >>> likeness(head + body, head + body[::-1]), likeness(head + body, b"other head" + body)
    (False, True)
    """
    shared = _runs(contents(one)) & _runs(contents(other))
    return any(not describes(run) for run in shared)


@lru_cache(maxsize=64)
def _runs(blob: bytes) -> frozenset[bytes]:
    return frozenset(blob[start : start + _RUN_BYTES] for start in range(len(blob) - _RUN_BYTES + 1))


@lru_cache(maxsize=4096)
def describes(run: bytes) -> bool:
    """Whether a stretch of a blob is text that describes it, and not something sealed."""
    # Sealed bytes are printable by chance in three of eight. Written as Base64 or hex they are text, but
    # without the quotes and colons that a description has.
    printable = sum(0x20 <= byte < 0x7F for byte in run)
    return printable * 8 >= len(run) * 5 and not _BASE64.issuperset(run)
