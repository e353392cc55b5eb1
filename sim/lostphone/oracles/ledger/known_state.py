"""What is known: lists by phone, backups by place, passkeys by phone, and what follows of settings.

The ledger keeps it up to date; here are the questions that oracles ask, and that the ledger asks itself.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from lostphone.oracles.judges.icloud_generation import MINIMUM_OS, perhaps_begun
from lostphone.oracles.ledger.expected_account import PhoneList, Row
from lostphone.oracles.ledger.stored_backups import Slots
from lostphone.rules import Policy
from lostphone.stories.stage import Stage
from lostphone.world.devices.ios import IosDevice
from lostphone.world.devices.keystore import OTHER_APP

if TYPE_CHECKING:
    from lostphone.world.devices.device import Device

#: Each device has a list of its own (Q05).
_APART = "backup.ios2.deletes-stay"


class Known:
    """Answers as long as nobody has to guess."""

    def __init__(self, stage: Stage, waived: Collection[str] = ()) -> None:
        self.stage = stage
        self._waived = waived
        #: Apple Accounts whose phones may share one list, for as long as anybody remembers.
        self._one_list: dict[str, None] = {}
        self.world = stage.world
        self.lists: dict[str, PhoneList] = {}
        self.slots = Slots(stage.world)
        #: Whom a passkey was made for, by phone; None where a phone was set up from a copy of itself.
        self._passkeys: dict[str, list[str] | None] = {}
        self._mark = 0
        #: Phones and what somebody has removed from them, once each.
        self._removals: dict[tuple[str, str], None] = {}
        self.began_ms = stage.world.now_ms
        #: What each personal account was made as; nothing where it may have changed since.
        self.personal: dict[str, str] = {}

    def list_of(self, phone: str) -> PhoneList:
        if self._shares_a_list(phone):
            return PhoneList(closed=False)
        return self.lists.setdefault(phone, PhoneList(closed=False))

    def _shares_a_list(self, phone: str) -> bool:
        """Whether the app keeps accounts in the keychain that all iPhones of an Apple Account share (D08).

        From September 2025 lists stay apart all the same, if that is promised (Q05).
        """
        device = self.world.devices.get(phone)
        if not isinstance(device, IosDevice) or device.apple_account is None:
            return False
        if device.apple_account in self._one_list:
            return True
        if _APART not in self._waived and perhaps_begun(device):
            return False
        if all(key.startswith(OTHER_APP) for key in device.keystore.of("synchronizable")):
            return False
        self._one_list[device.apple_account] = None
        return True

    def closed(self, phone: str) -> bool:
        """Whether the phone can list nothing but what is known."""
        held = self.list_of(phone)
        if held.closed and self.grows_by_itself(phone):
            held.closed = False
        return held.closed

    def grows_by_itself(self, phone: str) -> bool:
        """Whether names may appear on an iPhone's list without anybody's doing (A26)."""
        device = self.world.devices[phone]
        return isinstance(device, IosDevice) and perhaps_begun(device)

    def policy(self, phone: str) -> Policy:
        """What is promised at the time that phone shows."""
        device = self.world.devices[phone]
        return Policy.at(device.platform, device.now_ms, self.world.answers)

    def crossed(self, phone: str) -> bool:
        """Whether a rule of that phone's began or ended while the last action went on."""
        if self.world.now_ms == self.began_ms:
            return False
        device = self.world.devices[phone]
        before_ms = self.began_ms + device.skew_ms
        return Policy.at(device.platform, before_ms, self.world.answers) is not self.policy(phone)

    def removed(self) -> tuple[str, ...]:
        """What somebody has removed from any phone, by the names it was called by."""
        return tuple(account for _, account in self._removals)

    def removed_beside(self, phone: str) -> tuple[str, ...]:
        """What was removed from other devices, as long as lists may grow by themselves on that phone."""
        if not self._removals or not self.grows_by_itself(phone):
            return ()
        return tuple(account for other, account in self._removals if other != phone)

    def quiet(self) -> bool:
        """Whether nothing is in the way of any message."""
        return not self.world.network.disturbances()

    def said(self, phone: str) -> list[str]:
        """Ids of the messages that the phone has shown since the last action ended."""
        told = self.world.trace.happenings[self._mark :]
        return [one.outcome for one in told if one.verb == "screen" and one.actor == phone]

    def has_passkey(self, phone: str, account: str) -> bool | None:
        """Whether one was made there that may be used for the account; None when that is not known."""
        made = self._passkeys.get(phone, [])
        return None if made is None else self._relying_party(account) in made

    def _relying_party(self, account: str) -> str:
        return "Microsoft" if account in self.world.personal.accounts else account

    def _device(self, phone: str) -> Device | None:
        return self.world.devices.get(phone)

    def signed_in(self, phone: str, email: str) -> bool:
        """Whether that personal account is signed in on the phone, and the sign-in is good."""
        account = self.world.personal.accounts.get(email)
        session = account.sessions.get(phone) if account is not None else None
        return session is not None and session.valid

    def gates_open(self, phone: str) -> bool:
        """Whether every switch of the phone is on, and its iCloud has room: enough for either backup."""
        device = self.world.devices[phone]
        if not isinstance(device, IosDevice):
            return True
        account = self.world.icloud.account_of(device)
        return account is not None and not account.full and all(map(device.switch_on, device.switches))

    def everything_on(self, device: Device) -> bool:
        """Whether nothing about an iPhone keeps it from the newer backup but, perhaps, its app (A22, A25)."""
        if not isinstance(device, IosDevice) or device.os_major < MINIMUM_OS:
            return False
        account = self.world.icloud.account_of(device)
        return account is not None and device.id in account.circle.members and self.gates_open(device.id)

    def _exact(self, phone: str) -> bool:
        return self.closed(phone) and not self.list_of(phone).doubted

    def _snapshot(self, phone: str) -> tuple[Row, ...] | None:
        held = self.list_of(phone)
        return tuple(row.copy() for row in held.rows.values()) if self._exact(phone) else None

    def after_restore(self, row: Row) -> Row:
        """What a row is once it came back (A17). `ready` is None where that is not certain."""
        if row.kind == "third-party":
            return row.restored(row.ready)
        if row.kind == "work" or row.ready is False or self.personal.get(row.name) == "passwordless":
            return row.restored(False)
        return row.restored(True if self.personal.get(row.name) == "code" and row.ready else None)
