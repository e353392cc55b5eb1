"""Codes: what a phone shows is the code of its own clock's moment, and the site takes it if that is near."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar

from lostphone.client.port import Code
from lostphone.formats.otp import DEFAULTS, accepts, hotp, totp
from lostphone.gherkin.sighting import sighted
from lostphone.oracles.expectation import Refused, Succeeds, WorkingCodes
from lostphone.oracles.judges.code_diagnosis import LATE_MS, promise_broken
from lostphone.oracles.ledger.expected_account import Row
from lostphone.oracles.oracle import Judgement, Needs, Oracle
from lostphone.stories.actions.accounts import EnrolAtSite, LookAtCode, SubmitCode
from lostphone.stories.actions.base import Action
from lostphone.stories.stage import Outcome, Stage
from lostphone.world.identity.verifier import CodeVerifier

if TYPE_CHECKING:
    from lostphone.world.devices.device import Device

#: Sites hand out 80 bits still, where the standard asks for 128 (F05, F10).
_SHORTEST_BYTES, _USUAL_BYTES = 10, 16


class CodesMatch(Oracle):
    """Looks at every code shown of a row whose secret is known, and at every one that is typed (F01 to F07).

    A phone whose clock is off shows the code of the moment that its clock shows, and a site takes it only
    within its window. Codes of a row whose site has enrolled somebody anew are not judged.
    """

    id = "codes"
    rules = (
        "code.matches-site",
        "code.leading-zeros",
        "code.digits",
        "code.algorithms",
        "code.period",
        "code.counter",
        "code.utc",
        "code.any-year",
        "code.short-secret",
        "autofill.codes-unaffected",
        "site.window",
    )
    needs: ClassVar[Needs] = {"*": ("codes",), "code.counter": ("counter-codes",), "site.window": ("clocks",)}
    hears = (LookAtCode, SubmitCode, EnrolAtSite)

    def watch(self, stage: Stage, action: Action, outcome: Outcome) -> Iterable[Judgement]:
        if isinstance(action, EnrolAtSite):
            return self._enrolled(stage, action, outcome)
        assert isinstance(action, LookAtCode | SubmitCode)
        device = stage.world.devices.get(action.phone)
        if device is None or not device.usable:
            return ()
        row = self.ledger.list_of(action.phone).only(action.account)
        if row is None or row.verifier is None or not self._current(stage, device.owner, row):
            self.unknown("code.matches-site")
            return ()
        if not self._settings_count(action.phone, row.verifier):
            self.unknown("code.matches-site")
            return ()
        if isinstance(action, SubmitCode):
            return self._submitted(stage, action, outcome, row, device)
        if outcome.ok:
            return self._shown(stage, action, str(outcome.result.code), row, device)
        return self._not_shown(action, outcome.code, row)

    def _settings_count(self, phone: str, verifier: CodeVerifier) -> bool:
        """Whether codes of that kind are promised: of an unusual one, an open question may say no (Q20)."""
        due = verifier.parameters
        usual = due.kind == "hotp" or due == DEFAULTS
        return usual or self.ledger.policy(phone).holds("code.settings-of-the-site")

    def _enrolled(self, stage: Stage, action: EnrolAtSite, outcome: Outcome) -> Iterator[Judgement]:
        """A short secret is taken. That the site went along shows that the link itself was good."""
        site = stage.world.sites.sites.get(action.site)
        if site is None or not _SHORTEST_BYTES <= site.secret_bytes < _USUAL_BYTES:
            return
        if outcome.ok:
            self.valid("code.short-secret")
        elif outcome.code == "bad-input" and (action.site + action.login).isascii():
            said = sighted("short-secret-not-taken", phone=action.phone, account=action.site)
            yield self.wrong("code.short-secret", said, Succeeds())

    def _current(self, stage: Stage, owner: str, row: Row) -> bool:
        """Whether the site still holds the secret of this row, and is asked for it by that name."""
        site = stage.world.sites.sites.get(row.issuer)
        if site is None:
            return False
        mine = [account for account in site.accounts.values() if account.owner == owner]
        return len(mine) == 1 and mine[0].verifier is row.verifier

    def _not_shown(self, action: LookAtCode, code: str, row: Row) -> Iterator[Judgement]:
        rule = "code.matches-site"
        if code == "unavailable":
            ended = not self.ledger.policy(action.phone).holds("autofill.fills")
            rule = "autofill.codes-unaffected" if ended else rule
        elif code not in ("bad-input", "not-found", "needs-sign-in"):
            return
        said = sighted("no-code", phone=action.phone, account=row.label, code=code)
        yield self.wrong(rule, said, WorkingCodes(action.phone, (action.account,)))

    def _shown(
        self, stage: Stage, action: LookAtCode, shown: str, row: Row, device: Device
    ) -> Iterator[Judgement]:
        verifier = row.verifier
        assert verifier is not None
        expected = WorkingCodes(action.phone, (action.account,))
        if verifier.parameters.kind == "hotp":
            # The site's next counter is looked for at the end of a story: only then can it be compared.
            unused = _unused(verifier)
            if row.shown != unused:
                self.unknown("code.counter")
            elif shown == hotp(verifier.secret, unused, verifier.parameters):
                self.valid("code.counter")
            else:
                said = sighted("not-next-code", phone=action.phone, account=row.label)
                yield self.wrong("code.counter", said, expected)
            return
        right = totp(verifier.secret, device.now_ms, verifier.parameters)
        if shown == right:
            self._proved(verifier, right, device)
        elif right == totp(verifier.secret, stage.world.now_ms, verifier.parameters):
            rule = promise_broken(verifier, shown, right, device.now_ms)
            said = sighted("not-the-sites-code", phone=action.phone, account=row.label)
            yield self.wrong(rule, said, expected)
        else:
            # No story can ask for the code of a clock that is off, but whoever types it will see.
            self.unknown("code.matches-site")

    def _proved(self, verifier: CodeVerifier, right: str, device: Device) -> None:
        """A right code is a sign for those promises alone that another code would have broken."""
        due = verifier.parameters
        self.valid("code.matches-site")
        if right.startswith("0"):
            self.valid("code.leading-zeros")
        if due.digits != DEFAULTS.digits:
            self.valid("code.digits")
        if due.algorithm is not DEFAULTS.algorithm:
            self.valid("code.algorithms")
        if due.period_s != DEFAULTS.period_s:
            self.valid("code.period")
        if device.time_zone != "UTC":
            self.valid("code.utc")
        if device.now_ms >= LATE_MS:
            self.valid("code.any-year")
        if not self.ledger.policy(device.id).holds("autofill.fills"):
            self.valid("autofill.codes-unaffected")

    def _submitted(
        self, stage: Stage, action: SubmitCode, outcome: Outcome, row: Row, device: Device
    ) -> Iterator[Judgement]:
        verifier = row.verifier
        assert verifier is not None
        if action.without_zeros or outcome.code not in ("ok", "wrong-code", "replayed"):
            return
        if verifier.parameters.kind == "hotp":
            yield from self._counted(action, outcome, row, verifier)
            return
        if outcome.code == "replayed":
            return
        if verifier.remembers_drift:
            self.unknown("code.matches-site")
            return
        right = totp(verifier.secret, device.now_ms, verifier.parameters)
        near = _within(verifier, right, stage.world.now_ms)
        if near and not outcome.ok:
            said = sighted("turned-away", phone=action.phone, account=action.account)
            yield self.wrong(self._why(stage, action, verifier, right, device), said, Succeeds())
        elif outcome.ok and not near:
            said = sighted("taken-out-of-window", phone=action.phone, account=row.issuer)
            yield self.wrong("site.window", said, Refused("wrong-code"))
        else:
            self.valid("code.matches-site" if near else "site.window")

    def _counted(
        self, action: SubmitCode, outcome: Outcome, row: Row, verifier: CodeVerifier
    ) -> Iterator[Judgement]:
        """A counter fits while no more codes were shown than the site looks ahead."""
        if outcome.ok:
            self.valid("code.counter")
        elif row.shown is not None and 0 <= row.shown - _unused(verifier) <= verifier.forward_steps:
            said = sighted("turned-away", phone=action.phone, account=action.account)
            yield self.wrong("code.counter", said, Succeeds())

    def _why(
        self, stage: Stage, action: SubmitCode, verifier: CodeVerifier, right: str, device: Device
    ) -> str:
        """The promise that it broke. The history ends here, so one more look changes nothing in it."""
        looked = stage.play(LookAtCode(action.phone, action.account))
        shown = looked.result.code if isinstance(looked.result, Code) else right
        now_right = totp(verifier.secret, device.now_ms, verifier.parameters)
        return promise_broken(verifier, str(shown), now_right, device.now_ms)


def _unused(verifier: CodeVerifier) -> int:
    return 0 if verifier.last_counter is None else verifier.last_counter + 1


def _within(verifier: CodeVerifier, code: str, at_ms: int) -> bool:
    """Whether the site takes that code now, had it taken none before."""
    found = accepts(
        verifier.secret,
        code,
        at_ms,
        verifier.parameters,
        back_steps=verifier.back_steps,
        forward_steps=verifier.forward_steps,
    )
    return found is not None
