"""Codes: what a phone shows is what the site computes, and the site takes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lostphone.clock import SECOND_MS
from lostphone.history.actions.accounts import EnrolAtSite, ShowCode, SubmitCode
from lostphone.history.actions.base import Action
from lostphone.history.stage import Outcome, Stage
from lostphone.identity.verifier import CodeVerifier
from lostphone.oracles.expectation import Succeeds, WorkingCodes
from lostphone.oracles.oracle import Judgement, Oracle
from lostphone.oracles.row import Row
from lostphone.otp import Algorithm, OtpParameters, hotp, totp

#: Years from which a counter of seconds in 31 bits is too short.
_LATE_MS = 2**31 * SECOND_MS
#: Sites hand out 80 bits still, where the standard asks for 128 (F05, F10).
_SHORTEST_BYTES, _USUAL_BYTES = 10, 16


class CodesMatch(Oracle):
    """Looks at every code shown of a row whose secret is known, and at every one that a site turns away.

    A phone whose clock is off is not judged: its codes are another moment's.
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
    )
    hears = (ShowCode, SubmitCode, EnrolAtSite)

    def watch(self, stage: Stage, action: Action, outcome: Outcome) -> Iterable[Judgement]:
        if isinstance(action, EnrolAtSite):
            return self._enrolled(stage, action, outcome)
        assert isinstance(action, ShowCode | SubmitCode)
        device = stage.world.devices.get(action.phone)
        row = self.ledger.list_of(action.phone).only(action.account)
        if device is None or device.skew_ms or row is None or row.verifier is None:
            return ()
        current = self._current(stage, device.owner, row)
        if isinstance(action, SubmitCode):
            return self._submitted(action, outcome, row.verifier) if current else ()
        if outcome.code == "unavailable" or not device.usable:
            return ()
        if not outcome.ok:
            if outcome.code in ("bad-input", "not-found", "needs-sign-in") and current:
                said = f"{action.phone} shows no code for {row.label}: {outcome.code}"
                return (self.wrong("code.matches-site", said, WorkingCodes(action.phone, (action.account,))),)
            return ()
        return self._shown(stage, action, outcome, row) if current else ()

    def _enrolled(self, stage: Stage, action: EnrolAtSite, outcome: Outcome) -> Iterator[Judgement]:
        """A short secret is taken. That the site went along shows that the link itself was good."""
        site = stage.world.sites.sites.get(action.site)
        short = site is not None and _SHORTEST_BYTES <= site.secret_bytes < _USUAL_BYTES
        if short and outcome.code == "bad-input" and (action.site + action.login).isascii():
            said = f"{action.phone} does not take the short secret of {action.site}"
            yield self.wrong("code.short-secret", said, Succeeds())

    def _current(self, stage: Stage, owner: str, row: Row) -> bool:
        """Whether the site still holds the secret of this row, and is asked for it by that name."""
        site = stage.world.sites.sites.get(row.issuer)
        if site is None:
            return False
        mine = [account for account in site.accounts.values() if account.owner == owner]
        return len(mine) == 1 and mine[0].verifier is row.verifier

    def _shown(self, stage: Stage, action: ShowCode, outcome: Outcome, row: Row) -> Iterator[Judgement]:
        verifier = row.verifier
        assert verifier is not None
        now_ms = stage.world.now_ms
        shown = str(outcome.result.code)
        parameters = verifier.parameters
        expected = WorkingCodes(action.phone, (action.account,))
        if parameters.kind == "hotp":
            # The site's next counter is looked for at the end of a story: only then can it be compared.
            unused = 0 if verifier.last_counter is None else verifier.last_counter + 1
            if row.shown != unused or shown == hotp(verifier.secret, unused, parameters):
                return
            said = f"{action.phone} does not show the next code of {row.label}"
            yield self.wrong("code.counter", said, expected)
            return
        right = totp(verifier.secret, now_ms, parameters)
        if shown != right:
            rule = _diagnosis(verifier, shown, right, now_ms)
            yield self.wrong(
                rule, f"{action.phone} shows a code for {row.label} that is not the site's", expected
            )

    def _submitted(self, action: SubmitCode, outcome: Outcome, verifier: CodeVerifier) -> Iterator[Judgement]:
        if outcome.code == "wrong-code" and not action.without_zeros and _fits(verifier, self, action):
            rule = "code.counter" if verifier.parameters.kind == "hotp" else "code.matches-site"
            said = f"the code that {action.phone} shows for {action.account} is turned away"
            yield self.wrong(rule, said, Succeeds())


def _fits(verifier: CodeVerifier, oracle: CodesMatch, action: SubmitCode) -> bool:
    """Whether a right code is in the window: of a counter, while no more were shown than are looked for."""
    if verifier.parameters.kind == "totp":
        return not verifier.drift_steps
    row = oracle.ledger.list_of(action.phone).only(action.account)
    unused = 0 if verifier.last_counter is None else verifier.last_counter + 1
    return row is not None and row.shown is not None and 0 <= row.shown - unused <= verifier.forward_steps


def _diagnosis(verifier: CodeVerifier, shown: str, right: str, now_ms: int) -> str:
    """The promise that is broken, by what the code would be right for."""
    due = verifier.parameters
    if shown != right and shown.lstrip("0") == right.lstrip("0") and len(shown) < due.digits:
        return "code.leading-zeros"
    if len(shown) != due.digits:
        return "code.digits"
    for rule, other in _otherwise(due):
        if shown == totp(verifier.secret, now_ms, other):
            return rule
    quarter_hours = range(-14 * 4, 14 * 4 + 1)
    if any(
        shown == totp(verifier.secret, max(now_ms + quarter * 900 * SECOND_MS, 0), due)
        for quarter in quarter_hours
        if quarter
    ):
        return "code.utc"
    return "code.any-year" if now_ms >= _LATE_MS else "code.matches-site"


def _otherwise(due: OtpParameters) -> Iterator[tuple[str, OtpParameters]]:
    for algorithm in Algorithm:
        if algorithm is not due.algorithm:
            yield "code.algorithms", OtpParameters("totp", algorithm, due.digits, due.period_s)
    for period_s in (15, 30, 60):
        if period_s != due.period_s:
            yield "code.period", OtpParameters("totp", due.algorithm, due.digits, period_s)
