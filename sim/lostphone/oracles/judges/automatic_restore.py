"""Appearing: on a new iPhone of the same Apple Account, what another one backed up is there by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from lostphone.gherkin.sighting import sighted
from lostphone.oracles.expectation import AsksToSignIn, Ready
from lostphone.oracles.judges.restore_diagnosis import key_of, name_promise, ready_promise
from lostphone.oracles.ledger.expected_account import Row
from lostphone.oracles.ledger.ledger import Ledger
from lostphone.oracles.oracle import Judgement, Needs, Oracle
from lostphone.rules import Policy
from lostphone.stories.actions import accounts, backup, clouds, passkeys, passwords, phones, time, work
from lostphone.stories.actions.base import Action
from lostphone.stories.actions.faults import SpoilBackups
from lostphone.stories.stage import Outcome, Stage
from lostphone.world.devices.android import AndroidDevice
from lostphone.world.devices.ios import IosDevice
from lostphone.world.devices.releases import offered

#: What leaves everything as it is, or is followed here; anything else, and nothing is known any more.
_FOLLOWED = frozenset(
    (
        phones.GivePhone,
        phones.LosePhone,
        phones.BreakPhone,
        accounts.OpenSite,
        accounts.EnrolAtSite,
        accounts.AddMicrosoft,
        accounts.CreatePersonal,
        accounts.OpenAuthenticator,
        accounts.LookAtAccounts,
        accounts.LookAtCode,
        accounts.SubmitCode,
        accounts.NoteCode,
        accounts.SubmitNotedCode,
        backup.CheckBackup,
        passkeys.MakePasskey,
        passkeys.SignInWithPasskey,
        passkeys.SetPasskeyProvider,
        *passwords.WITH_THE_APP,
        phones.SetTimeZone,
        time.Wait,
        time.WaitUntil,
        clouds.CreateAppleAccount,
        clouds.SignInToICloud,
        work.CreateTenant,
        work.AddWorker,
    )
)
_WRITES = (accounts.EnrolAtSite, accounts.AddMicrosoft, accounts.OpenAuthenticator)
#: After any other, a phone is no new one any more.
_LEAVES_FRESH = (clouds.SignInToICloud, accounts.OpenAuthenticator, accounts.LookAtAccounts)


class Appearing(Oracle):
    """Speaks of quiet histories alone: everything on, nothing in the way, nothing removed meanwhile.

    Looks at the first list of a new iPhone, or of an app that was installed once more (A22, A26, A29).
    """

    id = "appearing"
    rules = (
        "backup.ios2.automatic",
        "backup.ios2.names-appear",
        "backup.ios2.reinstall-once",
        "restore.work-name-only",
        "restore.passwordless-name-only",
        "restore.personal-code",
    )
    needs: ClassVar[Needs] = {
        "*": ("backup",),
        "backup.ios2.names-appear": ("microsoft-accounts",),
        "restore.work-name-only": ("microsoft-accounts",),
        "restore.passwordless-name-only": ("microsoft-accounts",),
        "restore.personal-code": ("microsoft-accounts",),
    }
    hears = (accounts.LookAtAccounts,)

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        #: What was backed up for certain, by Apple Account.
        self._kept: dict[str, dict[tuple[str, str, str], Row]] = {}
        self._fresh: dict[str, bool] = {}
        #: Fresh ones whose app has looked already: what another phone saves later need not be seen.
        self._looked: dict[str, None] = {}
        self._spoiled = False
        self._installed: dict[str, None] = {}

    def follow(self, action: Action, outcome: Outcome) -> None:
        """Follow a history as long as it is quiet; the ledger has heard of the action."""
        if isinstance(action, phones.GivePhone):
            self._fresh[action.phone] = outcome.ok
            return
        if isinstance(action, phones.InstallApp):
            self._fresh[action.phone] = outcome.ok
            self._installed[action.phone] = None
            self._looked.pop(action.phone, None)
            return
        if isinstance(self.ledger.world.devices.get(action.subject), AndroidDevice):
            return
        if type(action) not in _FOLLOWED:
            self._kept.clear()
        if isinstance(action, SpoilBackups):
            # What is written over something spoiled, and what is mended of it, nobody can say.
            self._spoiled = True
        if not isinstance(action, _LEAVES_FRESH):
            self._fresh.pop(action.subject, None)
        if isinstance(action, accounts.OpenAuthenticator):
            self._looked[action.phone] = None
        if isinstance(action, _WRITES) and outcome.ok:
            self._written(action.phone)
            for other in self._looked:
                if other != action.phone:
                    self._fresh.pop(other, None)

    def _written(self, phone: str) -> None:
        """Whoever adds an account has the app open, and opening it writes (A29, A01)."""
        device = self.ledger.world.devices[phone]
        if isinstance(device, IosDevice) and self._all_on(device):
            kept = self._kept.setdefault(str(device.apple_account), {})
            for row in self.ledger.list_of(phone).rows.values():
                if row.ready and (row.kind != "personal" or row.name in self.ledger.personal):
                    kept[row.key] = row

    def watch(self, stage: Stage, action: Action, outcome: Outcome) -> Iterable[Judgement]:
        device = stage.world.devices.get(action.subject)
        fresh = self._fresh.pop(action.subject, False)
        if not (isinstance(device, IosDevice) and fresh and outcome.ok):
            return
        if self._all_on(device):
            yield from self._compare(device.id, outcome, self._kept.get(str(device.apple_account), {}))
        else:
            self.unknown("backup.ios2.automatic")

    def _all_on(self, device: IosDevice) -> bool:
        return (
            not self._spoiled
            and device.skew_ms == 0
            and not device.rooted
            and device.app is not None
            and device.app.auto_update
            # Updates come as an app is opened: one that only lies there may be an old one.
            and device.app.version == offered("ios", self.ledger.world.now_ms)
            and Policy.at("ios", device.now_ms).holds("backup.ios2.automatic")
            and self.ledger.everything_on(device)
            and self.ledger.quiet()
        )

    def _compare(
        self, phone: str, outcome: Outcome, kept: dict[tuple[str, str, str], Row]
    ) -> Iterator[Judgement]:
        listed = {key_of(row): row.ready for row in outcome.result.rows}
        for key, row in kept.items():
            as_name = self._comes_as_name(row)
            if as_name is None:
                continue
            expected = (AsksToSignIn if as_name else Ready)(phone, (row.label,))
            ready_or_name = name_promise(row) if as_name else ready_promise(row)
            there = self._there_by(phone, row)
            if key not in listed:
                said = sighted("backed-up-not-there", phone=phone, account=row.label)
                yield self.wrong(there, said, expected)
            elif listed[key] == as_name and row.kind == "third-party":
                said = sighted("there-without-secret", phone=phone, account=row.label)
                yield self.wrong(there, said, expected)
            elif listed[key] == as_name:
                said = sighted("there-ready" if as_name else "there-as-name", phone=phone, account=row.label)
                yield self.wrong(ready_or_name, said, expected)
            else:
                self.valid(there)
                if row.kind != "third-party":
                    self.valid(ready_or_name)

    def _there_by(self, phone: str, row: Row) -> str:
        """The promise by which it is listed at all."""
        if phone in self._installed:
            return "backup.ios2.reinstall-once"
        return "backup.ios2.automatic" if row.kind == "third-party" else "backup.ios2.names-appear"

    def _comes_as_name(self, row: Row) -> bool | None:
        """Whether it asks for a sign-in (A17); None where that is not certain."""
        if row.kind == "personal":
            sort = self.ledger.personal.get(row.name)
            at_ms, answers = self.ledger.world.now_ms, self.ledger.world.answers
            comes_ready = Policy.at("ios", at_ms, answers).holds("restore.personal-code")
            return True if sort == "passwordless" else (False if sort == "code" and comes_ready else None)
        return row.kind == "work"
