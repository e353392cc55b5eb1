"""What somebody learns who can read a cloud's storage and has nothing else: its operator, or a thief there.

Being encrypted is not enough. A key that lies beside its lock, a passphrase of one digit, blocks that repeat
or a name in clear tell as much as a secret does, and each of these was found in an authenticator on sale.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from lostphone.base.leak_forms import encodings_of
from lostphone.base.leaks.layers import layers_of
from lostphone.base.secret import Secret
from lostphone.formats import envelope
from lostphone.formats.envelope import FULL, EnvelopeError, Passphrase, SealedHeader
from lostphone.formats.envelope.kdf import SERVICE_KEY_BYTES
from lostphone.stories.spoiling import describes

if TYPE_CHECKING:
    from lostphone.world.world import World

#: A form of a name shorter than this is met by chance.
_SHORTEST_FORM_BYTES = 6
_BLOCK_BYTES = 16
#: So many blobs and names are remembered: the same lie there each time somebody looks.
_KEPT = 1024
#: So many answers are remembered whether a blob tells a name: each blob is asked for each name.
_KEPT_TOLD = 8192
#: What one character can be: guessing stops there, for it is the policy that is tested.
_ONE_CHARACTER = tuple(map(chr, range(0x21, 0x7F)))
#: Above this, trying all of them would take the machine too long.
_MOST_ROUNDS_TO_GUESS = 1_000


def learnt(world: World) -> str:
    """The first thing that a store gives away, in words; "" when none of them does."""
    for stored in stores(world):
        for place, blob in stored.items():
            others = tuple(other for other in stored.values() if other is not blob)
            found = _readable(world, blob) or _of_itself(blob) or _unlocked(blob, others)
            if found:
                return f"{found} in {place}"
        if len(stored) > 1 and world.trace.finder.find_together(list(stored.values())) is not None:
            return f"a secret can be put together from {' and '.join(stored)}"
    return ""


def stores(world: World) -> list[dict[str, bytes]]:
    """Blobs by place, for each account at each service by itself."""
    stores: dict[str, dict[str, bytes]] = {}
    for place, blob in (*world.icloud.blobs(), *world.microsoft.blobs()):
        service, account, _ = place.split("/", 2)
        stores.setdefault(f"{service}/{account}", {})[place] = blob
    return list(stores.values())


def _readable(world: World, blob: bytes) -> str:
    if world.trace.finder.find(blob) is not None:
        return "a secret can be read"
    for name in _names(world):
        if _tells(blob, name):
            return f"the name '{name}' can be read"
    return ""


@lru_cache(maxsize=_KEPT_TOLD)
def _tells(blob: bytes, name: str) -> bool:
    """Whether any form of the name is in the blob, or in anything that is packed in it."""
    forms = _telling_forms(name)
    for content in _contents(blob):
        for form in forms:
            if form in content:
                return True
    return False


@lru_cache(maxsize=64)
def _contents(blob: bytes) -> tuple[bytes, ...]:
    """The blob, and what is packed in it."""
    return tuple(layer.content for layer in layers_of(blob))


@lru_cache(maxsize=_KEPT)
def _telling_forms(name: str) -> tuple[bytes, ...]:
    return tuple(form for form in encodings_of(name.encode()) if len(form) >= _SHORTEST_FORM_BYTES)


def _names(world: World) -> Iterator[str]:
    """What a list of accounts would show: sites, and who somebody is there."""
    for site in world.sites.sites.values():
        if site.accounts:
            yield site.name
        yield from (account.login for account in site.accounts.values())


@lru_cache(maxsize=_KEPT)
def _of_itself(blob: bytes) -> str:
    """What can be said of a blob without knowing anything else."""
    return _guessable(blob) or _repeated(blob)


def _guessable(blob: bytes) -> str:
    """Whether the passphrase is cheap to guess, by what the header says or by guessing."""
    header = _header(blob)
    if header is None or header.kdf.name != "PBKDF2-HMAC-SHA256":
        return ""
    if header.kdf.declared_rounds < FULL.declared_rounds:
        rounds, due = header.kdf.declared_rounds, FULL.declared_rounds
        return f"a passphrase is stretched with {rounds} rounds where {due} are due"
    if header.kdf.run_rounds <= _MOST_ROUNDS_TO_GUESS and any(
        _opens(blob, Passphrase(guess)) for guess in _ONE_CHARACTER
    ):
        return "a passphrase of one character opens what is"
    return ""


def _repeated(blob: bytes) -> str:
    """Whether a block of ciphertext is there twice, as it is when each is encrypted by itself.

    >>> one, other = bytes(range(128, 144)), bytes(range(160, 176))
    >>> _repeated(one + other + one)
    'equal blocks show what is equal'
    >>> _repeated(one + other), _repeated(b'{"a":"unencrypted","b":"unencrypted"}'), _repeated(bytes(64))
    ('', '', '')
    """
    blocks = [blob[at : at + _BLOCK_BYTES] for at in range(len(blob) - _BLOCK_BYTES + 1)]
    if len(set(blocks)) == len(blocks):
        return ""
    for start in range(_BLOCK_BYTES):
        seen: set[bytes] = set()
        for at in range(start, len(blob) - _BLOCK_BYTES + 1, _BLOCK_BYTES):
            block = blob[at : at + _BLOCK_BYTES]
            if block in seen and len(set(block)) > 1 and not describes(block):
                return "equal blocks show what is equal"
            seen.add(block)
    return ""


def _unlocked(blob: bytes, others: tuple[bytes, ...]) -> str:
    """Whether any 32 bytes of the same store are the key."""
    if any(_unlocks(blob, other) for other in others):
        return "the key lies in the same store as what is"
    return ""


@lru_cache(maxsize=_KEPT)
def _unlocks(blob: bytes, other: bytes) -> bool:
    keys = (other[at : at + SERVICE_KEY_BYTES] for at in range(len(other) - SERVICE_KEY_BYTES + 1))
    return envelope.opens_with_any(blob, map(Secret, keys))


def _header(blob: bytes) -> SealedHeader | None:
    try:
        return envelope.read_header(blob)
    except EnvelopeError:
        return None


def _opens(blob: bytes, key: Secret) -> bool:
    try:
        envelope.open_envelope(blob, key=key)
    except EnvelopeError:
        return False
    return True
