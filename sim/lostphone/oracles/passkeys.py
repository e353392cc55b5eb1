"""Passkeys: they stay on the phone that made them, and work while the app is switched on as provider."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from lostphone.history.actions.base import Action
from lostphone.history.actions.passkeys import RegisterPasskey, UsePasskey
from lostphone.history.stage import Outcome, Stage
from lostphone.oracles.expectation import Refused, Succeeds
from lostphone.oracles.oracle import Judgement, Needs, Oracle

#: The first systems that have passkey providers (C17).
_SYSTEMS = {"ios": 17, "android": 14}


class PasskeysStay(Oracle):
    """Judges each use. A passkey that a phone copied from itself may be there or not, and is not judged."""

    id = "passkeys"
    rules = (
        "passkey.device-bound",
        "passkey.provider-stays-on",
        "passkey.outlives-autofill",
        "passkey.minimum-system",
    )
    needs: ClassVar[Needs] = {"*": ("passkeys",)}
    hears = (RegisterPasskey, UsePasskey)

    def watch(self, stage: Stage, action: Action, outcome: Outcome) -> Iterable[Judgement]:
        assert isinstance(action, RegisterPasskey | UsePasskey)
        device = stage.world.devices.get(action.phone)
        if device is None or not device.usable:
            return ()
        return self._judge(stage, action, outcome)

    def _judge(
        self, stage: Stage, action: RegisterPasskey | UsePasskey, outcome: Outcome
    ) -> Iterator[Judgement]:
        device = stage.world.devices[action.phone]
        too_old = device.os_major < _SYSTEMS[device.platform]
        if too_old:
            if outcome.ok:
                said = f"a passkey on a system of {device.os_version}"
                yield self.wrong("passkey.minimum-system", said, Refused("unavailable"))
            else:
                self.valid("passkey.minimum-system")
        elif not device.passkey_provider:
            if outcome.ok:
                said = f"a passkey on {action.phone}, where the app is no provider"
                yield self.wrong("passkey.provider-stays-on", said, Refused("provider-off"))
            else:
                self.valid("passkey.provider-stays-on")
        elif isinstance(action, UsePasskey):
            yield from self._used(action, outcome)

    def _used(self, action: UsePasskey, outcome: Outcome) -> Iterator[Judgement]:
        """On a system that has passkeys, with the app as their provider."""
        if outcome.code == "unavailable":
            said = f"{action.phone} has no passkeys any more"
            yield self.wrong("passkey.outlives-autofill", said, Succeeds())
            return
        held = self.ledger.has_passkey(action.phone, action.account)
        if outcome.ok and held:
            if self.ledger.policy(action.phone).holds("autofill.passwords-inaccessible"):
                self.valid("passkey.outlives-autofill")
        elif outcome.ok and held is False:
            said = f"{action.phone} has a passkey of {action.account} that was not made there"
            yield self.wrong("passkey.device-bound", said, Refused("not-found"))
        elif held is False and outcome.code == "not-found":
            self.valid("passkey.device-bound")
        else:
            self.unknown("passkey.device-bound")
