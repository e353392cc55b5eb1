"""What the app remembers: one small file under `no-backup/`, written whole at every change.

Device backups skip that folder, so a phone restored from one begins with an empty list (Q04: the only
report there is, A31, says that nothing came along). Secrets are not in it: they lie in the keychain.
"""

from __future__ import annotations

import msgspec

from lostphone.client.port import Restored
from lostphone.client.reference.account import Account

STATE_FILE = "no-backup/state.json"

#: Where a list that is to outlive its app lies besides, in the keychain (Q21).
LIST_ITEM = "list-of-this-phone"

#: Keychain items of this phone alone; an app that starts without its file removes what it finds here.
LOCAL = "local/"


class MicrosoftState(msgspec.Struct, frozen=True, omit_defaults=True):
    """The backup that hangs on a personal Microsoft account. On while `recovery_account` is set.

    `known_slot` names the account whose stored backup this install has written or restored: replacing
    that one needs no question (A11). `stale` is the red dot (A09).
    """

    recovery_account: str | None = None
    known_slot: str | None = None
    last_good_ms: int | None = None
    saved: int = 0
    stale: bool = False


class ICloudState(msgspec.Struct, frozen=True, omit_defaults=True):
    """The backup in iCloud and its Keychain.

    `checked`: this install has looked for a backup. `outcome`: "" (never tried), "ok", or the code of the
    refusal that the last writing met. `shared`: ids whose secrets this phone has seen in the Keychain.
    `removed`: ids deleted here that the backup may still hold.
    """

    checked: bool = False
    last_good_ms: int | None = None
    saved: int = 0
    outcome: str = ""
    shared: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    restored: Restored | None = None


class AppState(msgspec.Struct, omit_defaults=True):
    """Everything. `wiped` are work accounts whose credentials were removed and whose names were not (A56)."""

    accounts: tuple[Account, ...] = ()
    wiped: tuple[Account, ...] = ()
    microsoft: MicrosoftState = MicrosoftState()
    icloud: ICloudState = ICloudState()


_DECODER = msgspec.json.Decoder(AppState)


def read_state(content: bytes | None) -> AppState:
    """The remembered state, or that of a fresh install."""
    return AppState() if content is None else _DECODER.decode(content)


def write_state(state: AppState) -> bytes:
    """The bytes that `read_state` reads."""
    return msgspec.json.encode(state)
