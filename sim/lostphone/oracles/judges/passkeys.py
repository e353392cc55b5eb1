"""Passkeys: they stay on the phone that made them, and work while the app is switched on as provider."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from lostphone.gherkin.sighting import sighted
from lostphone.oracles.expectation import Refused, Succeeds
from lostphone.oracles.ledger.ledger import Ledger
from lostphone.oracles.oracle import Judgement, Needs, Oracle
from lostphone.stories.actions import phones
from lostphone.stories.actions.backup import RestoreFromBackup
from lostphone.stories.actions.base import Action
from lostphone.stories.actions.passkeys import MakePasskey, SetPasskeyProvider, SignInWithPasskey
from lostphone.stories.stage import Outcome, Stage

#: The first systems that have passkey providers (C17).
_SYSTEMS = {"ios": 17, "android": 14}
_COPIES = (RestoreFromBackup, *phones.COPIES)


class PasskeysStay(Oracle):
    """Judges each use (B07, C15 to C17). One that a phone copied from itself may be there or not."""

    id = "passkeys"
    rules = (
        "passkey.device-bound",
        "passkey.not-restored",
        "passkey.provider-stays-on",
        "passkey.provider-on-again",
        "passkey.outlives-autofill",
        "passkey.minimum-system",
    )
    needs: ClassVar[Needs] = {"*": ("passkeys",), "passkey.not-restored": ("backup",)}
    hears = (MakePasskey, SignInWithPasskey)

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        #: Accounts whose passkey was made here and accepted, by phone; True once the app was switched off.
        self._made: dict[str, dict[str, bool]] = {}
        self._copied: dict[str, None] = {}

    def follow(self, action: Action, outcome: Outcome) -> None:
        """What became of the passkeys of a phone."""
        if isinstance(action, MakePasskey):
            if outcome.ok and action.account not in self.ledger.world.tenants.users:
                self._made.setdefault(action.phone, {})[action.account] = False
        elif isinstance(action, SetPasskeyProvider):
            if not action.on:
                made = self._made.get(action.phone, {})
                made.update(dict.fromkeys(made, True))
        elif isinstance(action, phones.EMPTIES):
            self._made.pop(action.phone, None)
            self._copied.pop(action.phone, None)
        elif isinstance(action, _COPIES):
            self._copied[action.phone] = None
            if not isinstance(action, RestoreFromBackup):
                self._made.pop(action.phone, None)

    def watch(self, stage: Stage, action: Action, outcome: Outcome) -> Iterable[Judgement]:
        assert isinstance(action, MakePasskey | SignInWithPasskey)
        device = stage.world.devices.get(action.phone)
        if device is None or not device.usable:
            return ()
        return self._judge(stage, action, outcome)

    def _judge(
        self, stage: Stage, action: MakePasskey | SignInWithPasskey, outcome: Outcome
    ) -> Iterator[Judgement]:
        device = stage.world.devices[action.phone]
        if device.os_major < _SYSTEMS[device.platform]:
            if outcome.ok:
                said = sighted("passkey-on-old-system", phone=device.id, version=device.os_version)
                yield self.wrong("passkey.minimum-system", said, Refused("unavailable"))
            else:
                self.valid("passkey.minimum-system")
        elif not device.passkey_provider:
            if outcome.ok:
                said = sighted("passkey-without-provider", phone=action.phone)
                yield self.wrong("passkey.provider-stays-on", said, Refused("provider-off"))
            else:
                self.valid("passkey.provider-stays-on")
        elif outcome.code == "unavailable":
            if isinstance(action, SignInWithPasskey) or not stage.world.tenants.attestation_down:
                said = sighted("no-passkeys-any-more", phone=action.phone)
                yield self.wrong("passkey.outlives-autofill", said, Succeeds())
        elif isinstance(action, SignInWithPasskey):
            yield from self._used(action, outcome)

    def _used(self, action: SignInWithPasskey, outcome: Outcome) -> Iterator[Judgement]:
        """On a system that has passkeys, with the app as their provider."""
        made = self._made.get(action.phone, {}).get(action.account)
        held = self.ledger.has_passkey(action.phone, action.account)
        rule = "passkey.not-restored" if action.phone in self._copied else "passkey.device-bound"
        if outcome.ok and made is not None:
            if made:
                self.valid("passkey.provider-on-again")
            if self.ledger.policy(action.phone).holds("autofill.passwords-inaccessible"):
                self.valid("passkey.outlives-autofill")
        elif outcome.ok and held is False:
            said = sighted("passkey-not-made-there", phone=action.phone, account=action.account)
            yield self.wrong(rule, said, Refused("not-found"))
        elif outcome.code == "not-found" and made and self._revives(action.phone):
            said = sighted("passkey-not-back", phone=action.phone, account=action.account)
            yield self.wrong("passkey.provider-on-again", said, Succeeds())
        elif held is False and outcome.code == "not-found":
            self.valid(rule)
        else:
            self.unknown(rule)

    def _revives(self, phone: str) -> bool:
        """By default what was out of reach comes back (Q09)."""
        return self.ledger.policy(phone).holds("passkey.provider-on-again")
