"""Own codes: each phone has a secret of its own for a personal Microsoft account (A07)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar

from lostphone.formats.otp import totp
from lostphone.gherkin.sighting import sighted
from lostphone.oracles.expectation import CodesDiffer
from lostphone.oracles.oracle import Judgement, Needs, Oracle
from lostphone.stories.actions.accounts import LookAtCode
from lostphone.stories.actions.base import Action
from lostphone.stories.stage import Outcome, Stage

if TYPE_CHECKING:
    from lostphone.world.devices.device import Device


class OwnCodes(Oracle):
    """Looks at codes of personal accounts that a phone shows while another of the same person is at hand."""

    id = "own-codes"
    rules = ("personal.per-device-credential",)
    needs: ClassVar[Needs] = {"*": ("codes", "microsoft-accounts")}
    hears = (LookAtCode,)

    def watch(self, stage: Stage, action: Action, outcome: Outcome) -> Iterable[Judgement]:
        assert isinstance(action, LookAtCode)
        device = stage.world.devices.get(action.phone)
        if device is None or not outcome.ok or action.account not in stage.world.personal.accounts:
            return ()
        return self._compare(stage, action.account, device, str(outcome.result.code))

    def _compare(self, stage: Stage, email: str, device: Device, shown: str) -> Iterator[Judgement]:
        others: dict[str, None] = {}
        for registration, verifier in stage.world.personal.accounts[email].codes:
            mine = registration.device_id == device.id
            right = totp(verifier.secret, device.now_ms, verifier.parameters) == shown
            if mine and right:
                self.valid(self.rules[0])
                return
            if right:
                others[registration.device_id] = None
        for other in others:
            there = stage.world.devices.get(other)
            if there is not None and there.usable and there.skew_ms == device.skew_ms:
                said = sighted("code-of-another-phone", phone=device.id, other=other, account=email)
                yield self.wrong(self.rules[0], said, CodesDiffer(device.id, other, email))
                return
        self.unknown(self.rules[0])
