"""How an envelope's keys come from what opens it: a passphrase a person knows, or a key a service keeps.

Stretching a passphrase at real cost takes a quarter of a second. A simulation with thousands of backups
charges that as simulated time and runs fewer rounds; the envelope's header states both numbers, so that a
cheap envelope can never pass for a dear one.

>>> FULL.simulated_ms, TEST.simulated_ms, TEST.declared_rounds, TEST.run_rounds
(250, 250, 600000, 8)
>>> Passphrase("ｐａｓｓ　words") == Passphrase("pass words")
True
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal, NamedTuple

import msgspec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

from lostphone.base.secret import Secret
from lostphone.formats.envelope.errors import WeakPassphrase

#: Rounds that take a second, rounded from measurement: 600,000 rounds are a quarter of one.
ROUNDS_PER_SECOND = 2_400_000
#: A header may ask for no more: one that was tampered with must not keep the reader busy for hours.
MOST_ROUNDS = 10_000_000
SHORTEST_PASSPHRASE = 8
SERVICE_KEY_BYTES = 32
SALT_BYTES = 16
CHECK_BYTES = 16


class Passphrase(Secret):
    """What a person typed, made the same whichever keyboard typed it (Unicode NFKC).

    An empty one is a WeakPassphrase at once; other policy is for `require_strength`, as an old backup has to
    open with what it was made with.
    """

    __slots__ = ()

    def __init__(self, text: str) -> None:
        if not text:
            raise WeakPassphrase("the passphrase is empty")
        # A strict encoder would put the text into its error if it held half a surrogate pair.
        super().__init__(unicodedata.normalize("NFKC", text).encode("utf-8", "surrogatepass"))


def require_strength(passphrase: Passphrase) -> None:
    """The policy: at least eight characters, spaces around them not counted. WeakPassphrase if fewer."""
    count = len(passphrase.reveal().decode("utf-8", "surrogatepass").strip())
    if count < SHORTEST_PASSPHRASE:
        raise WeakPassphrase(f"a passphrase needs {SHORTEST_PASSPHRASE} characters; this one has {count}")


@dataclass(frozen=True, slots=True)
class KdfCost:
    """How dear a passphrase is: the rounds the product promises, and those the simulation runs."""

    declared_rounds: int = 600_000
    run_rounds: int = 600_000

    def __post_init__(self) -> None:
        if not 1 <= self.run_rounds <= self.declared_rounds <= MOST_ROUNDS:
            raise ValueError(
                f"rounds are 1 <= run <= declared <= {MOST_ROUNDS}, "
                f"not run {self.run_rounds} of declared {self.declared_rounds}"
            )

    @property
    def simulated_ms(self) -> int:
        """What the declared rounds would take, to be charged as simulated time."""
        return self.declared_rounds * 1_000 // ROUNDS_PER_SECOND


#: PBKDF2-HMAC-SHA-256 with the rounds OWASP recommends.
FULL = KdfCost()
#: The same promise at a cost a test suite can pay.
TEST = KdfCost(run_rounds=8)


class Kdf(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the keys of one envelope are made, as its header tells it. Rounds are 0 for a service's key."""

    name: Literal["PBKDF2-HMAC-SHA256", "HKDF-SHA256"]
    salt: bytes
    declared_rounds: int = 0
    run_rounds: int = 0

    @property
    def simulated_ms(self) -> int:
        """What opening costs in simulated time."""
        return self.declared_rounds * 1_000 // ROUNDS_PER_SECOND

    def is_sane(self) -> bool:
        """Whether the rounds can be run: a header is not yet proven when they have to be."""
        least = 1 if self.name == "PBKDF2-HMAC-SHA256" else 0
        return least <= self.run_rounds <= self.declared_rounds <= MOST_ROUNDS


class Keys(NamedTuple):
    """The key that seals, and a check value that tells a wrong passphrase before anything is opened."""

    sealing: bytes
    check: bytes


def kdf_for(key: Secret, cost: KdfCost, salt: bytes) -> Kdf:
    """The description of how keys will be made from `key`; ValueError if a service's key is not 32 bytes."""
    if isinstance(key, Passphrase):
        return Kdf("PBKDF2-HMAC-SHA256", salt, cost.declared_rounds, cost.run_rounds)
    if key.bits != 8 * SERVICE_KEY_BYTES:
        raise ValueError(f"a service's key has {SERVICE_KEY_BYTES} bytes, not {key.bits // 8}")
    return Kdf("HKDF-SHA256", salt)


def derive(key: Secret, kdf: Kdf) -> Keys:
    """The keys, always the same for the same key and description."""
    material = key.reveal()
    if kdf.name == "PBKDF2-HMAC-SHA256":
        material = PBKDF2HMAC(SHA256(), 32, kdf.salt, kdf.run_rounds).derive(material)
    # The two outputs are independent: knowing the check value tells nothing of the sealing key.
    output = HKDF(SHA256(), 32 + CHECK_BYTES, kdf.salt, b"lostphone envelope 1").derive(material)
    return Keys(output[:32], output[32:])
