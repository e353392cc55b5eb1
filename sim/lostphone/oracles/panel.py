"""The panel: every oracle, asked after each action and at quiet moments."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from lostphone.client.port import Accounts
from lostphone.oracles.judges.account_list import ListsAreTrue
from lostphone.oracles.judges.app_retirement import RetiredStops
from lostphone.oracles.judges.autofill import AutofillEnds
from lostphone.oracles.judges.autofill_deletion import VaultIsEmptied
from lostphone.oracles.judges.automatic_restore import Appearing
from lostphone.oracles.judges.backup_toggle import SwitchesAreTrue
from lostphone.oracles.judges.codes import CodesMatch
from lostphone.oracles.judges.icloud_settings import SettingsDecide
from lostphone.oracles.judges.no_shared_ciphertext import StrangersDiffer
from lostphone.oracles.judges.nothing_in_clear import NothingInClear
from lostphone.oracles.judges.passkeys import PasskeysStay
from lostphone.oracles.judges.per_device_codes import OwnCodes
from lostphone.oracles.judges.restore import RestoresAreTrue
from lostphone.oracles.judges.rooted import RootedPhones
from lostphone.oracles.judges.unsaved_stays_away import NothingUnsaved
from lostphone.oracles.judges.work import WorkAccounts
from lostphone.oracles.ledger.ledger import Ledger
from lostphone.oracles.oracle import Judgement, Oracle
from lostphone.oracles.verdict_counts import Tally
from lostphone.stories.actions.accounts import LookAtAccounts, LookAtCode
from lostphone.stories.actions.base import Action
from lostphone.stories.stage import Outcome, Stage
from lostphone.stories.twins import WorldRemains

#: All of them, in the order in which they are asked.
ORACLES: tuple[type[Oracle], ...] = (
    CodesMatch,
    ListsAreTrue,
    RestoresAreTrue,
    SwitchesAreTrue,
    AutofillEnds,
    PasskeysStay,
    RootedPhones,
    Appearing,
    SettingsDecide,
    NothingUnsaved,
    VaultIsEmptied,
    OwnCodes,
    RetiredStops,
    WorkAccounts,
    StrangersDiffer,
    NothingInClear,
)


class Panel:
    """The oracles of one history, and the ledger they share.

    `after` is for each action; `audit` has every phone at hand looked at, with `look`, which plays an
    action so that looking is a part of the history. Nothing is said of promises that are `waived`, nor of
    those that rest on a capability that the client does not declare.
    """

    def __init__(
        self, stage: Stage, oracles: Sequence[type[Oracle]] = ORACLES, waived: Collection[str] = ()
    ) -> None:
        self._stage = stage
        self.ledger = Ledger(stage, waived)
        self._oracles = tuple(oracle(self.ledger) for oracle in oracles)
        self._followers = [one.follow for one in self._oracles if type(one).follow is not Oracle.follow]
        self._hearers: dict[type[Action], list[Oracle]] = {}
        self._owed = _owed(tuple(oracles), stage.client_info.capabilities, frozenset(waived))
        for oracle in self._oracles:
            for kind in oracle.hears:
                self._hearers.setdefault(kind, []).append(oracle)

    @property
    def judged(self) -> dict[str, dict[str, Tally]]:
        """How often each verdict was passed so far, by oracle and promise."""
        return {
            oracle.id: {rule: tally for rule, tally in oracle.judged.items() if rule in self._owed[oracle.id]}
            for oracle in self._oracles
        }

    def after(self, action: Action, outcome: Outcome) -> list[Judgement]:
        """What they make of what was just done. Of a phone that there is not, there is nothing to say."""
        judged: list[Judgement] = []
        phone = getattr(action, "phone", None)
        there = phone is None or phone in self._stage.world.devices
        if there and outcome.code not in ("not-supported", "client-broke"):
            hearers = self._hearers.get(type(action), ())
            # Which of two rules was to be kept, the old one or the new, depends on a moment in between.
            if hearers and not (phone is not None and self.ledger.crossed(phone)):
                for oracle in hearers:
                    judged += oracle.watch(self._stage, action, outcome)
            self.ledger.hear(action, outcome)
            for follow in self._followers:
                follow(action, outcome)
        return self._said(judged)

    def audit(self, look: Callable[[Action], Outcome]) -> list[Judgement]:
        """What they make of the world as it stands."""
        judged: list[Judgement] = []

        def seen(action: Action) -> Outcome:
            outcome = look(action)
            judged.extend(self.after(action, outcome))
            return outcome

        for phone, device in self._stage.world.devices.items():
            if device.usable and device.app is not None:
                listed = seen(LookAtAccounts(phone)).result
                rows = listed.rows if isinstance(listed, Accounts) else ()
                for row in rows:
                    if row.ready and row.kind == "third-party":
                        seen(LookAtCode(phone, row.issuer or row.name))
                    elif row.ready and self.ledger.personal.get(row.name) == "code":
                        seen(LookAtCode(phone, row.name))
        for oracle in self._oracles:
            judged += self._said(oracle.audit(self._stage))
        return judged

    def compare(self, twins: Sequence[WorldRemains]) -> list[Judgement]:
        """What they make of the world beside its twins."""
        judged: list[Judgement] = []
        for oracle in self._oracles:
            judged += self._said(oracle.compare(twins))
        return judged

    def _said(self, judged: Iterable[Judgement]) -> list[Judgement]:
        return [one for one in judged if one.rule in self._owed[one.oracle]]


@lru_cache
def _owed(
    oracles: tuple[type[Oracle], ...], can: tuple[str, ...], waived: frozenset[str]
) -> Mapping[str, frozenset[str]]:
    """The promises that a client owes, by oracle: the same for all histories of a search."""
    return {
        oracle.id: frozenset(rule for rule in oracle.rules if oracle.within(rule, can)) - waived
        for oracle in oracles
    }
