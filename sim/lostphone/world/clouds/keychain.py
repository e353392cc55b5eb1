"""The circle of trust of iCloud Keychain, and the escrow by which the only phone can be lost.

A device joins because a member vouches for it, which costs no try (D10), or because the person knows
the passcode of a device that was a member (D12). That way stands open with every member gone (D13), and
allows ten wrong passcodes in all: it locks after several, until Apple's support allows more, and the
tenth destroys the record and the keychain with it (D11).

Apple says "several": five is our model of it. Apple speaks of one record with ten tries, and so do we,
whichever device's passcode is being tried.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lostphone.refusal import Refusal

if TYPE_CHECKING:
    from lostphone.world.devices.ios import IosDevice

WRONG_TRIES_MAX = 10
WRONG_TRIES_BEFORE_LOCK = 5


class EscrowRecord:
    """What Apple's hardware keeps so that a passcode can open the keychain. It knows no passcode."""

    def __init__(self) -> None:
        #: Devices whose passcode opens it: every one that ever was a member, oldest first.
        self.passcodes_of: list[str] = []
        self.wrong_tries = 0
        self.tries_allowed = WRONG_TRIES_BEFORE_LOCK
        self.destroyed = False

    @property
    def locked(self) -> bool:
        """Whether Apple's support has to be asked before the next try."""
        return not self.destroyed and self.wrong_tries >= self.tries_allowed

    def grant_tries(self) -> None:
        """What Apple's support can do: let the remaining tries be used (D11)."""
        if not self.destroyed:
            self.tries_allowed = WRONG_TRIES_MAX

    def attempt(self, passcode_right: bool) -> None:
        """One try. Refusal "destroyed", "locked-out" (no try is spent), or "wrong-code"."""
        if self.destroyed:
            raise Refusal("destroyed", "the escrow record was destroyed after ten wrong passcodes")
        if self.locked:
            raise Refusal("locked-out", f"{self.wrong_tries} wrong passcodes: ask Apple's support for more")
        if passcode_right:
            self.wrong_tries = 0
            self.tries_allowed = WRONG_TRIES_BEFORE_LOCK
            return
        self.wrong_tries += 1
        left = WRONG_TRIES_MAX - self.wrong_tries
        if left == 0:
            self.destroyed = True
            raise Refusal("destroyed", "that was the tenth wrong passcode: the escrow record is destroyed")
        raise Refusal("wrong-code", f"wrong passcode; {left} tries until the keychain is destroyed")


class Circle:
    """The devices of one account that share its keychain."""

    def __init__(self) -> None:
        self.members: list[str] = []
        self.escrow = EscrowRecord()

    @property
    def exists(self) -> bool:
        """Whether there ever was a first member; a circle without members lives on in escrow (D13)."""
        return bool(self.escrow.passcodes_of)

    def create(self, device: IosDevice) -> None:
        """The account's first device makes the circle."""
        if self.exists:
            raise Refusal("already-exists", "the account has a keychain already")
        self._admit(device)

    def sponsor_for(self, device: IosDevice) -> str | None:
        """A member that could vouch now: in the person's hand, running, and with a way to iCloud."""
        world = device.world
        for member_id in self.members:
            member = world.devices.get(member_id)
            if (
                member is not None
                and member_id != device.id
                and member.usable
                and world.network.connected(member_id, "icloud")
            ):
                return member_id
        return None

    def join_by_sponsor(self, device: IosDevice) -> str:
        """Join by another member's word; its name. Refusal "not-found" when none is at hand (D10, S17)."""
        sponsor = self.sponsor_for(device)
        if sponsor is None:
            raise Refusal("not-found", f"no other device of the keychain is at hand to approve {device.id}")
        self._admit(device)
        return sponsor

    def join_by_escrow(self, device: IosDevice, passcode_right: bool) -> None:
        """Join with the passcode of an earlier member (D12); the refusals of `EscrowRecord.attempt`."""
        if not self.exists:
            raise Refusal("not-found", "there is no keychain to recover")
        self.escrow.attempt(passcode_right)
        self._admit(device)

    def grant_tries(self) -> None:
        """Apple's support allows the remaining tries (D11, S18)."""
        self.escrow.grant_tries()

    def leave(self, device_id: str) -> None:
        """The device is no longer a member; its passcode still opens the escrow record."""
        if device_id in self.members:
            self.members.remove(device_id)

    def dissolve(self) -> None:
        """Every device has switched the keychain off: nothing stays behind (D25)."""
        self.members.clear()
        self.escrow = EscrowRecord()

    def _admit(self, device: IosDevice) -> None:
        if device.id not in self.members:
            self.members.append(device.id)
        if self.escrow.destroyed:
            self.escrow = EscrowRecord()  # a device that is in makes a new record for its own passcode
        # The newest last: that is the passcode a phone asks for.
        known = self.escrow.passcodes_of
        if device.id in known:
            known.remove(device.id)
        known.append(device.id)
