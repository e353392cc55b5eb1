"""What nobody could save appears nowhere: on iOS since September 2025, whatever else may arrive by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar, TypeAlias

from lostphone.client.port import AccountRow
from lostphone.gherkin.sighting import sighted
from lostphone.oracles.expectation import NotListed, SaysNothing
from lostphone.oracles.judges.icloud_generation import perhaps_begun, surely_newer, why_unsaved
from lostphone.oracles.judges.restore_diagnosis import full_name, key_of
from lostphone.oracles.ledger.ledger import Ledger
from lostphone.oracles.oracle import Judgement, Needs, Oracle
from lostphone.stories.actions import accounts, phones
from lostphone.stories.actions.backup import CheckBackup, RestoreFromBackup
from lostphone.stories.actions.base import Action
from lostphone.stories.actions.time import Wait, WaitUntil
from lostphone.stories.stage import Outcome, Stage
from lostphone.world.devices.ios import IosDevice

#: A row as it is told from others; a Microsoft account has its issuer from the app.
_Key: TypeAlias = tuple[str, str, str]

#: After these nobody can say what is on the list.
_BLURS = (phones.RestorePhone, phones.QuickStart, phones.FinderRestore)
_OLD = "backup.ios2.old-backup-unreachable"
_EMPTIES = (phones.GivePhone, phones.ErasePhone, phones.InstallApp)
#: What changes neither a list nor where it may be saved.
_LOOKS = (accounts.LookAtCode, accounts.SubmitCode, CheckBackup)
#: What an app shows that was told to restore and found nothing.
_NOT_FOUND = "no-backup-found"
_MAY_ADD = (accounts.EnrolAtSite, accounts.RecoverAtSite)


class NothingUnsaved(Oracle):
    """Follows which accounts an iPhone could have saved, and to which Apple Account (A25 to A30).

    A phone that was set up from a copy of another is not judged, nor any that shares its Apple Account.
    """

    id = "unsaved"
    rules = (
        "backup.ios2.gates",
        "backup.ios2.minimum-app",
        "backup.ios2.minimum-os",
        "backup.ios2.same-apple-account",
        "backup.ios2.old-backup-unreachable",
    )
    needs: ClassVar[Needs] = {"*": ("backup",)}
    hears = (accounts.LookAtAccounts, accounts.OpenAuthenticator)

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        #: What may have been saved, by Apple Account: rows, and names that may stand for any row.
        self._saved: dict[str, dict[_Key, None]] = {}
        self._names: dict[str, dict[str, None]] = {}
        self._anything: dict[str, None] = {}
        #: The Apple Accounts that a phone was signed in to since its list was empty.
        self._signed_in: dict[str, dict[str, None]] = {}
        self._blurred: dict[str, None] = {}
        #: Phones on which somebody has asked the newer app for a restore.
        self._restored: dict[str, None] = {}
        #: Why a row was not saved when it was last looked at, by the promise.
        self._why: dict[_Key, str] = {}

    def follow(self, action: Action, outcome: Outcome) -> None:
        """What the history makes possible; the ledger has heard of the action."""
        if isinstance(action, _LOOKS):
            return
        world = self.ledger.world
        device = world.devices.get(action.subject)
        if isinstance(device, IosDevice):
            self._keep_up(action, outcome, device)
            self._may_save(device)
        elif isinstance(action, Wait | WaitUntil):
            for other in world.devices.values():
                if isinstance(other, IosDevice):
                    self._may_save(other)

    def _keep_up(self, action: Action, outcome: Outcome, device: IosDevice) -> None:
        if isinstance(action, _EMPTIES):
            self._blurred.pop(device.id, None)
            if not isinstance(action, phones.InstallApp):
                # What the Keychain left on the phone outlives the app, and nothing outlives a reset.
                self._signed_in.pop(device.id, None)
        elif isinstance(action, _BLURS) and outcome.code != "no-such-phone":
            self._blurred[device.id] = None
        elif isinstance(action, _MAY_ADD):
            known = any(row.issuer == action.site for row in self.ledger.list_of(device.id).rows.values())
            if not known and outcome.code not in ("no-such-phone", "already-exists", "not-found"):
                self._blurred[device.id] = None
        elif isinstance(action, RestoreFromBackup):
            if outcome.ok and surely_newer(device):
                self._restored[device.id] = None
            brought = outcome.ok or outcome.code in ("offline", "timed-out")
            if brought and not surely_newer(device) and not self.ledger.list_of(device.id).closed:
                self._blurred[device.id] = None
        if device.apple_account is not None:
            mine = self._signed_in.setdefault(device.id, {})
            mine[device.apple_account] = None
            if len(mine) > 1:
                self._carry_over(device.apple_account, mine)

    def _carry_over(self, account: str, earlier: dict[str, None]) -> None:
        """What a phone keeps of an Apple Account that it has left may reach the next one."""
        for left in earlier:
            self._saved.setdefault(account, {}).update(self._saved.get(left, {}))
            self._names.setdefault(account, {}).update(self._names.get(left, {}))
            if left in self._anything:
                self._anything[account] = None

    def _may_save(self, device: IosDevice) -> None:
        if not perhaps_begun(device):
            return
        held = self.ledger.list_of(device.id)
        if not (held.rows or held.doubted or device.id in self._blurred):
            return
        why = why_unsaved(device)
        if why:
            for key in held.rows:
                self._why[key] = why
            return
        account = str(device.apple_account)
        if device.id in self._blurred:
            self._anything[account] = None
        saved = self._saved.setdefault(account, {})
        for key in held.rows:
            saved[key] = None
            self._why[key] = "backup.ios2.same-apple-account"
        if held.doubted:
            self._names.setdefault(account, {}).update(held.doubted)

    def watch(self, stage: Stage, action: Action, outcome: Outcome) -> Iterable[Judgement]:
        device = stage.world.devices.get(action.subject)
        if not isinstance(device, IosDevice) or not outcome.ok or not perhaps_begun(device):
            return ()
        mine = self._signed_in.get(device.id, {})
        blurred = device.id in self._blurred or any(account in self._anything for account in mine)
        if isinstance(action, accounts.OpenAuthenticator):
            nothing = not any(self._saved.get(email) or self._names.get(email) for email in mine)
            return self._complained(device) if nothing and not blurred else ()
        if blurred or not self._only_saved_comes(stage):
            self.unknown("backup.ios2.gates")
            return ()
        return self._compare(device, outcome.result.rows, tuple(mine))

    def _only_saved_comes(self, stage: Stage) -> bool:
        """Whether only a saved account may appear: no older backup's (Q03), no removed app's (Q21)."""
        answers = stage.world.answers
        return answers.get("Q03", "unreachable") == "unreachable" and answers.get("Q21", "gone") == "gone"

    def _complained(self, device: IosDevice) -> Iterator[Judgement]:
        """Where there is nothing to be found, there is no error either (A09, A26)."""
        if why_unsaved(device) or not surely_newer(device) or not self.ledger.quiet():
            return
        said = [message for message in self.ledger.said(device.id) if message not in ("", "ok")]
        if _NOT_FOUND not in said:
            self.valid("backup.ios2.same-apple-account")
        elif said == [_NOT_FOUND]:
            complains = sighted("complains-unasked", phone=device.id)
            yield self.wrong("backup.ios2.same-apple-account", complains, SaysNothing(device.id))

    def _compare(
        self, device: IosDevice, listed: tuple[AccountRow, ...], mine: tuple[str, ...]
    ) -> Iterator[Judgement]:
        held = self.ledger.list_of(device.id)
        here: dict[_Key, None] = {}
        for one in listed:
            key = key_of(one)
            here[key] = None
            if key in held.rows or _may_be(one, held.doubted):
                continue
            if any(key in self._saved.get(email, {}) for email in mine):
                continue
            if any(_may_be(one, self._names.get(email, {})) for email in mine):
                continue
            why = self._why.get(key, _OLD)
            if device.id in self._restored and any(map(self.ledger.slots.any_in_icloud, mine)):
                why = _OLD
            said = sighted("listed-unsaved", phone=device.id, account=full_name(one))
            label = one.issuer if one.kind == "third-party" else one.name
            yield self.wrong(why, said, NotListed(device.id, (label,)))
        saved = [key for email in mine for key in self._saved.get(email, {})]
        for key, why in self._why.items():
            if key not in here and key not in saved:
                self.valid(why)
        for email in mine:
            for row in self.ledger.slots.in_icloud(email):
                if row.key not in here and row.key not in saved:
                    self.valid(_OLD)


def _may_be(one: AccountRow, names: dict[str, None]) -> bool:
    return any(name in names for name in one.names)
