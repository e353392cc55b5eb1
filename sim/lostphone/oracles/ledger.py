"""The ledger: what people did, and what therefore must be true of lists and backups.

It hears actions and how they ended, and never asks the client. What faults have made uncertain it marks as
unknown, and an oracle that rests on it says nothing then: unknown is not valid. A row is expected from the
moment the app says that it was added; a list is `closed` while nothing else can be on it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any

from lostphone.client.port import Accounts
from lostphone.devices.ios import IosDevice
from lostphone.devices.keystore import OTHER_APP
from lostphone.history.actions import accounts, backup, faults, passkeys, phones, work
from lostphone.history.actions.base import Action
from lostphone.history.stage import Outcome, Stage
from lostphone.identity.site import usual_login
from lostphone.oracles.newer_backup import perhaps_begun, surely_newer
from lostphone.oracles.row import Backup, PhoneList, Row, called
from lostphone.oracles.slots import Slots
from lostphone.rules import Policy

if TYPE_CHECKING:
    from lostphone.devices.device import Device

#: Each device has a list of its own (Q05).
_APART = "backup.ios2.deletes-stay"
#: From then on a list on iOS may grow by itself (A26).
_BY_ITSELF = "backup.ios2.names-appear"


class Ledger:
    """Lists by phone, backups by place, passkeys by phone."""

    def __init__(self, stage: Stage, excused: Collection[str] = ()) -> None:
        self.stage = stage
        self._excused = excused
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

    # What oracles ask

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
        own = (key for key in device.keystore.of("synchronizable") if not key.startswith(OTHER_APP))
        if next(own, None) is None or (_APART not in self._excused and self.grows_by_itself(phone)):
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
        device = self.world.devices[phone]
        return isinstance(device, IosDevice) and any(
            Policy.at("ios", at_ms).holds(_BY_ITSELF) for at_ms in (device.now_ms, self.world.now_ms)
        )

    def policy(self, phone: str) -> Policy:
        """What is promised at the time that phone shows."""
        device = self.world.devices[phone]
        return Policy.at(device.platform, device.now_ms, self.world.switches)

    def crossed(self, phone: str) -> bool:
        """Whether a rule of that phone's began or ended while the last action went on."""
        if self.world.now_ms == self.began_ms:
            return False
        device = self.world.devices[phone]
        before_ms = self.began_ms + device.skew_ms
        return Policy.at(device.platform, before_ms, self.world.switches) is not self.policy(phone)

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

    # What it hears

    def hear(self, action: Action, outcome: Outcome) -> None:
        """Keep what follows from an action that has ended so."""
        keep = _KEEPERS.get(type(action))
        if keep is not None:
            keep(self, action, outcome)
        self._mark = len(self.world.trace)
        self.began_ms = self.world.now_ms

    def _device(self, phone: str) -> Device | None:
        return self.world.devices.get(phone)

    def _emptied(self, action: Any, outcome: Outcome) -> None:
        if outcome.ok:
            # A reinstalled app on iOS finds its keychain as it was, and may go on from there.
            kept = isinstance(action, phones.InstallApp) and isinstance(self._device(action.phone), IosDevice)
            self.lists[action.phone] = PhoneList(closed=not kept)
            self._passkeys.pop(action.phone, None)
            self.slots.forget_phone(action.phone)

    def _copied(self, action: Any, outcome: Outcome) -> None:
        """What a transfer takes along differs by route and by client: nothing is known of the list."""
        if outcome.code != "no-such-phone":
            self.lists[action.phone] = PhoneList(closed=False)
            self.slots.forget_phone(action.phone)
            self._passkeys[action.phone] = None if action.source == action.phone else []

    def _enrolled(self, action: Any, outcome: Outcome) -> None:
        site = self.world.sites.sites.get(action.site)
        device = self._device(action.phone)
        if site is None or device is None:
            return
        if isinstance(action, accounts.EnrolAtSite):
            account = site.accounts.get(action.login or usual_login(device.owner))
        else:
            account = next((one for one in site.accounts.values() if one.owner == device.owner), None)
        if not outcome.ok or account is None or not _plain(action.site, account.login):
            if outcome.code not in ("no-such-phone", "already-exists", "not-found"):
                self.list_of(action.phone).lose_track()
                self._changed(action.phone)
            return
        self._added(action.phone, Row("third-party", action.site, account.login, True, account.verifier))

    def _added_by_sign_in(self, action: Any, outcome: Outcome) -> None:
        device = self._device(action.phone)
        if outcome.ok and not (device is not None and device.rooted):
            kind = "personal" if action.email in self.world.personal.accounts else "work"
            self._added(action.phone, Row(kind, "", action.email, True))
        else:
            self.list_of(action.phone).doubt(action.email)
            self._changed(action.phone)

    def _added_somehow(self, action: Any, outcome: Outcome) -> None:  # noqa: ARG002
        """A row may be there now, of a name and kind that are not said."""
        self.personal.pop(action.email, None)
        self.list_of(action.phone).lose_track(action.email)
        self._changed(action.phone)

    def _added_like_a_site(self, action: accounts.AddWorkAsThirdParty, outcome: Outcome) -> None:
        """A work account added like a site's is one, under the name of its organisation (C04)."""
        user = self.world.tenants.users.get(action.email)
        self.personal.pop(action.email, None)
        if outcome.ok and user is not None:
            issuer = user.tenant.name
            self._added(action.phone, Row("third-party", issuer, action.email, True, of_work=True))
        else:
            self._added_somehow(action, outcome)

    def _added(self, phone: str, row: Row) -> None:
        self.list_of(phone).put(row)
        self._changed(phone)

    def _listed(self, action: accounts.ListAccounts, outcome: Outcome) -> None:
        """What has appeared by itself is on the list from then on, whatever becomes of it elsewhere (Q05)."""
        phone = action.phone
        alone = self.world.switches.get("Q05", "backup") == "backup"
        if not (
            alone and outcome.ok and isinstance(outcome.result, Accounts) and self.grows_by_itself(phone)
        ):
            return
        held = self.list_of(phone)
        for one in outcome.result.rows:
            row = Row(one.kind, one.issuer, one.name, True)
            known = row.key in held.rows or any(called(row, name) for name in held.doubted)
            if one.kind == "third-party" and one.ready and not known:
                row.appeared = True
                held.put(row)

    def _removed(self, action: accounts.RemoveAccount, outcome: Outcome) -> None:
        held = self.list_of(action.phone)
        if outcome.ok:
            self._removals[action.phone, action.account] = None
            self.closed(action.phone)
            held.remove(action.account)
            self._changed(action.phone)
        elif outcome.code != "not-found":
            held.doubt(action.account)
            self._changed(action.phone)
        if self.grows_by_itself(action.phone):
            self._doubt_elsewhere(action.account)

    def _doubt_elsewhere(self, account: str) -> None:
        if self.world.switches.get("Q05", "backup") != "backup":
            for held in self.lists.values():
                held.doubt(account)

    def _signed_in_row(self, action: accounts.SignInRow, outcome: Outcome) -> None:
        held = self.list_of(action.phone)
        meant = [row for row in held.rows.values() if called(row, action.account)]
        for row in meant:
            held.put(row.with_ready(True if outcome.ok else None))
        if meant or outcome.ok:
            self._may_be_wiped(action.phone)
            self._changed(action.phone)

    def _showed(self, action: Any, outcome: Outcome) -> None:
        if outcome.code in ("no-such-phone", "not-found", "needs-sign-in"):
            return
        held = self.list_of(action.phone)
        certain = held.only(action.account)
        counted = [row for row in held.rows.values() if called(row, action.account) and _counts(row)]
        for row in counted:
            row.shown = row.shown + 1 if row is certain and row.shown is not None else None
        if counted:
            self._changed(action.phone)

    def _rooted(self, action: faults.RootPhone, outcome: Outcome) -> None:
        """The app notices when it is next opened: until then list and backup may be as they were."""
        if outcome.ok:
            self.list_of(action.phone).rooted = True
            self._may_be_wiped(action.phone)
            place = self.slots.kept_by(action.phone)
            if place is not None:
                self.slots.write(place, None)

    def _may_be_wiped(self, phone: str) -> None:
        """On a rooted phone work accounts go sooner or later (A53), and nothing says at which look."""
        if self.world.devices[phone].rooted:
            held = self.list_of(phone)
            for row in [row for row in held.rows.values() if row.kind == "work"]:
                held.doubt(row.name)

    def _created_personal(self, action: accounts.CreatePersonal, outcome: Outcome) -> None:
        if outcome.ok:
            self.personal[action.email] = "only" if action.only_authenticator else action.sign_in

    def _personal_changed(self, action: Any, outcome: Outcome) -> None:  # noqa: ARG002
        self.personal.pop(action.email, None)

    def _registered_passkey(self, action: passkeys.RegisterPasskey, outcome: Outcome) -> None:
        if outcome.code not in ("no-such-phone", "provider-off", "unavailable"):
            made = self._passkeys.setdefault(action.phone, [])
            if made is not None:
                made.append(self._relying_party(action.account))

    # Backups

    def _changed(self, phone: str) -> None:
        """The list is another one now, and so should be its backup."""
        place = self.slots.kept_by(phone)
        if place is not None:
            self.slots.write(place, self._snapshot(phone) if self._reaches(phone, place[1]) else None)

    def _snapshot(self, phone: str) -> tuple[Row, ...] | None:
        held = self.list_of(phone)
        return tuple(row.copy() for row in held.rows.values()) if self._exact(phone) else None

    def _exact(self, phone: str) -> bool:
        return self.closed(phone) and not self.list_of(phone).doubted

    def _reaches(self, phone: str, email: str) -> bool:
        """Whether what changes on the phone is in its backup at once. A version held back may have none."""
        app = self.world.devices[phone].app
        if app is None or not app.auto_update or not self.policy(phone).holds("backup.first-version"):
            # To a clock that is slow enough there are no backups yet.
            return False
        account = self.world.personal.accounts.get(email)
        return (
            self.quiet() and account is not None and self.signed_in(phone, email) and self.gates_open(phone)
        )

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

    def _enabled(self, action: backup.EnableBackup, outcome: Outcome) -> None:
        place = self.slots.place(action.phone, action.recovery_account)
        if place is not None:
            self.slots.ever[place] = None
        if place is None:
            self.slots.lose_all()
        elif outcome.ok:
            self.slots.keep(action.phone, place, self._snapshot(action.phone) if self.quiet() else None)
        elif outcome.code not in _REFUSED_FOR_CERTAIN:
            self.slots.write(place, None)

    def _disabled(self, action: backup.DisableBackup, outcome: Outcome) -> None:
        place = self.slots.kept_by(action.phone)
        if place is None:
            return
        if outcome.ok:
            self.slots.delete(action.phone, place)
        elif outcome.code not in _REFUSED_FOR_CERTAIN:
            self.slots.doubt(place)

    def _restored(self, action: backup.RestoreBackup, outcome: Outcome) -> None:
        if not outcome.ok:
            if outcome.code in ("offline", "timed-out"):
                self.list_of(action.phone).lose_track()
                self._changed(action.phone)
            return
        device = self.world.devices[action.phone]
        if perhaps_begun(device) and isinstance(device, IosDevice):
            # Something came beside what was there; or, near the day itself, instead of it.
            if surely_newer(device):
                self.list_of(action.phone).closed = False
            else:
                self.lists[action.phone] = PhoneList(closed=False)
            return
        place = self.slots.place(action.phone, action.recovery_account)
        if place is not None:
            self.slots.meet(action.phone, place)
        kept = self.slots.at(action.phone, action.recovery_account)
        if (
            isinstance(kept, Backup)
            and kept.rows is not None
            and not kept.spoiled
            and self._exact(action.phone)
        ):
            self.lists[action.phone] = restored = PhoneList(closed=True)
            for row in kept.rows:
                restored.put(self.after_restore(row))
        else:
            self.lists[action.phone] = PhoneList(closed=False)

    def after_restore(self, row: Row) -> Row:
        """What a row is once it came back (A17). `ready` is None where that is not certain."""
        if row.kind == "third-party":
            return row.restored(row.ready)
        if row.kind == "work" or row.ready is False or self.personal.get(row.name) == "passwordless":
            return row.restored(False)
        return row.restored(True if self.personal.get(row.name) == "code" and row.ready else None)

    def _checked(self, action: backup.CheckBackup, outcome: Outcome) -> None:
        """What the app itself calls backed up counts as that."""
        place = self.slots.kept_by(action.phone)
        state = outcome.result
        if (
            place is None
            or not outcome.ok
            or not state.on
            or state.warning
            or state.recovery_account != place[1]
        ):
            return
        if self._reaches(action.phone, place[1]) and not self.slots.once_shared(place):
            self.slots.write(place, self._snapshot(action.phone))

    def _spoiled(self, action: faults.SpoilBackups, outcome: Outcome) -> None:
        if outcome.ok:
            self.slots.spoil(action.person, action.how)

    def _mended(self, action: faults.MendBackups, outcome: Outcome) -> None:
        if outcome.ok:
            self.slots.mend(action.person)

    def _disturbed(self, action: Action, outcome: Outcome) -> None:  # noqa: ARG002
        """Something in flight may still arrive, or never."""
        self.slots.doubt_all()


#: Refusals that come before anything was sent.
_REFUSED_FOR_CERTAIN = (
    "no-such-phone",
    "signed-out",
    "not-personal",
    "backup-off",
    "already-exists",
    "unavailable",
)


def _counts(row: Row) -> bool:
    return row.verifier is not None and row.verifier.parameters.kind == "hotp"


def _plain(site: str, login: str) -> bool:
    """Whether the names can be read from a link in one way only."""
    return ":" not in site + login and (site, login) == (site.strip(), login.strip())


_KEEPERS: dict[type[Action], Callable[[Ledger, Any, Outcome], None]] = {
    **dict.fromkeys(
        (phones.GivePhone, phones.ErasePhone, phones.SellPhone, phones.InstallApp), Ledger._emptied
    ),
    **dict.fromkeys(
        (
            phones.RestorePhone,
            phones.QuickStart,
            phones.FinderRestore,
            phones.GoogleRestore,
            phones.CableTransfer,
        ),
        Ledger._copied,
    ),
    accounts.EnrolAtSite: Ledger._enrolled,
    accounts.RecoverAtSite: Ledger._enrolled,
    accounts.CreatePersonal: Ledger._created_personal,
    accounts.AddMicrosoft: Ledger._added_by_sign_in,
    accounts.AddWorkAsThirdParty: Ledger._added_like_a_site,
    accounts.RemoveAccount: Ledger._removed,
    accounts.ListAccounts: Ledger._listed,
    accounts.SignInRow: Ledger._signed_in_row,
    **dict.fromkeys(
        (work.ScanEnrolmentQr, work.RegisterAfterPass, work.PhoneSignIn),
        Ledger._added_somehow,
    ),
    **dict.fromkeys(
        (accounts.ShowCode, accounts.SubmitCode, accounts.MistypeCode, accounts.NoteCode), Ledger._showed
    ),
    accounts.ReplaceSecurityInfo: Ledger._personal_changed,
    accounts.UseOldSecurityInfo: Ledger._personal_changed,
    work.RemoveRegistration: Ledger._personal_changed,
    passkeys.RegisterPasskey: Ledger._registered_passkey,
    faults.RootPhone: Ledger._rooted,
    backup.EnableBackup: Ledger._enabled,
    backup.DisableBackup: Ledger._disabled,
    backup.RestoreBackup: Ledger._restored,
    backup.CheckBackup: Ledger._checked,
    faults.SpoilBackups: Ledger._spoiled,
    faults.MendBackups: Ledger._mended,
    **dict.fromkeys(
        (
            faults.ReleaseService,
            faults.SpeedService,
            faults.KeepMessages,
            faults.HoldService,
            faults.LoseMessages,
            faults.SlowService,
        ),
        Ledger._disturbed,
    ),
}
