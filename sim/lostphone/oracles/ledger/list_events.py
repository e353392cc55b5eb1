"""What the ledger hears of lists: who was added and removed, signed in to, shown, wiped; and of passkeys."""

from __future__ import annotations

from typing import Any

from lostphone.client.port import Accounts
from lostphone.oracles.ledger.backup_events import HearsOfBackups
from lostphone.oracles.ledger.expected_account import PhoneList, Row, called
from lostphone.stories.actions import accounts, faults, passkeys, phones
from lostphone.stories.stage import Outcome
from lostphone.world.devices.ios import IosDevice
from lostphone.world.identity.site import usual_login


class HearsOfLists(HearsOfBackups):
    """Keeps what each phone must list. A list that has changed is another backup too."""

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

    def _listed(self, action: accounts.LookAtAccounts, outcome: Outcome) -> None:
        """What has appeared by itself is on the list from then on, whatever becomes of it elsewhere (Q05)."""
        phone = action.phone
        alone = self.world.answers.get("Q05", "backup") == "backup"
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

    def _removed(self, action: accounts.RemoveFromPhone, outcome: Outcome) -> None:
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
        if self.world.answers.get("Q05", "backup") != "backup":
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

    def _registered_passkey(self, action: passkeys.MakePasskey, outcome: Outcome) -> None:
        if outcome.code not in ("no-such-phone", "provider-off", "unavailable"):
            made = self._passkeys.setdefault(action.phone, [])
            if made is not None:
                made.append(self._relying_party(action.account))


def _counts(row: Row) -> bool:
    return row.verifier is not None and row.verifier.parameters.kind == "hotp"


def _plain(site: str, login: str) -> bool:
    """Whether the names can be read from a link in one way only."""
    return ":" not in site + login and (site, login) == (site.strip(), login.strip())
