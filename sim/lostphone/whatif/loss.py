"""Plays one loss: the accounts on the old phone, the phone gone, a new one set up, and what came back.

The person opens the app in the morning, loses the phone at noon, and sets up the new one that evening.
Nothing here knows the outcome: it is what the simulated phones, clouds and services make of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast

from lostphone.client.port import Accounts, Client
from lostphone.clock import DAY_MS, HOUR_MS, instant
from lostphone.history.actions import Action, accounts, backup, clouds, phones, time, work
from lostphone.history.stage import Outcome
from lostphone.history.story import Story, reference_client
from lostphone.rules import Policy
from lostphone.whatif.accounts_file import OwnAccount

Result: TypeAlias = Literal["back", "sign-in", "lost"]
Platform: TypeAlias = Literal["ios", "android"]

OWNER = "you"
OLD_PHONE = "your phone"
NEW_PHONE = "your new phone"
APPLE_ACCOUNT = "you@icloud.example"
RECOVERY_ACCOUNT = "recovery@outlook.example"
ORGANISATION = "work"

#: The days for which the catalogue and the stores know anything.
FIRST_DAY_MS = instant(2018, 2, 1)
LAST_DAY_MS = instant(2099, 12, 31)

IOS_SWITCHES = ("icloud-drive", "icloud-keychain", "icloud-backup", "app-toggle")
#: The app's own backup with a Microsoft account: the only switch there is on Android.
APP_BACKUP = "cloud-backup"


@dataclass(frozen=True)
class Loss:
    """One supposed loss: from which kind of phone to which, on which day, with what switched off."""

    phone: Platform
    new: Platform
    day_ms: int
    off: frozenset[str] = frozenset()

    def switches(self) -> tuple[str, ...]:
        """The switches that exist on that phone on that day, in the order a person meets them."""
        if self.phone == "android":
            return (APP_BACKUP,)
        return IOS_SWITCHES if self.keychain_model else (*IOS_SWITCHES, APP_BACKUP)

    @property
    def keychain_model(self) -> bool:
        """Whether backup is iCloud's own on that day, without a Microsoft account."""
        return self.phone == "ios" and _policy(self).holds("backup.ios2.no-microsoft-account")


def _policy(loss: Loss) -> Policy:
    return Policy.at(loss.phone, loss.day_ms)


def play_loss(
    own: list[OwnAccount], loss: Loss, client: Callable[[], Client] = reference_client
) -> tuple[dict[str, Result], Story]:
    """The result for each account by the handle of `handles`, and the story that was played."""
    story = Story(client=client, title="what if")
    script = _Script(story, loss, handles(own))
    script.before()
    script.lose()
    script.after()
    return script.results(), story


def handles(own: list[OwnAccount]) -> dict[str, OwnAccount]:
    """What each account is called in the simulation: names of sites and addresses must not meet there."""
    return {f"{account.kind} {number}": account for number, account in enumerate(own, start=1)}


class _Script:
    """The steps of the story, in order."""

    def __init__(self, story: Story, loss: Loss, own: dict[str, OwnAccount]) -> None:
        self._story = story
        self._loss = loss
        self._own = own
        self._backup_is_on = False

    def before(self) -> None:
        """Two days before: the phone and everything on it."""
        loss, do = self._loss, self._story.do
        do(time.WaitUntil(loss.day_ms - 2 * DAY_MS))
        do(phones.GivePhone(OLD_PHONE, OWNER, loss.phone))
        do(accounts.CreatePersonal(RECOVERY_ACCOUNT, OWNER))
        do(accounts.SignInPersonal(OLD_PHONE, RECOVERY_ACCOUNT))
        if loss.phone == "ios":
            do(clouds.CreateAppleAccount(APPLE_ACCOUNT, OWNER))
            for switch in IOS_SWITCHES:
                if switch in loss.off:
                    do(clouds.SetSwitch(OLD_PHONE, switch, False))
            do(clouds.SignInToICloud(OLD_PHONE, APPLE_ACCOUNT))
        if any(account.kind == "work" for account in self._own.values()):
            do(work.CreateTenant(ORGANISATION, "work.example"))
        for handle, account in self._own.items():
            self._add(handle, account)
        self._open(OLD_PHONE)
        self._enable_backup()

    def lose(self) -> None:
        """On the day: the app is opened in the morning, and at noon the phone is gone."""
        do = self._story.do
        do(time.WaitUntil(self._loss.day_ms + 8 * HOUR_MS))
        self._open(OLD_PHONE)
        if not self._backup_is_on:
            # The update that brought backup may have come this morning.
            self._enable_backup()
        do(time.WaitUntil(self._loss.day_ms + 12 * HOUR_MS))
        do(phones.LosePhone(OLD_PHONE))

    def after(self) -> None:
        """In the evening: the new phone, and everything a person can do to get the accounts back."""
        loss, do = self._loss, self._story.do
        do(time.WaitUntil(loss.day_ms + 18 * HOUR_MS))
        do(phones.GivePhone(NEW_PHONE, OWNER, loss.new))
        if loss.new == "ios":
            if APPLE_ACCOUNT not in self._story.world.icloud.accounts:
                do(clouds.CreateAppleAccount(APPLE_ACCOUNT, OWNER))
            do(clouds.SignInToICloud(NEW_PHONE, APPLE_ACCOUNT))
        self._open(NEW_PHONE)
        if not self._rows():
            do(accounts.SignInPersonal(NEW_PHONE, RECOVERY_ACCOUNT))
            self._try(backup.RestoreBackup(NEW_PHONE, RECOVERY_ACCOUNT))

    def results(self) -> dict[str, Result]:
        """Back means that a code from the new phone was accepted, or that the row is ready for use."""
        rows = self._rows()
        return {handle: self._result(handle, rows) for handle in self._own}

    def _result(self, handle: str, rows: dict[str, bool]) -> Result:
        if handle not in rows:
            return "lost"
        if not rows[handle]:
            return "sign-in"
        if self._own[handle].kind in ("third-party", "personal"):
            return "back" if self._try(accounts.SubmitCode(NEW_PHONE, handle)).ok else "lost"
        return "back"

    def _rows(self) -> dict[str, bool]:
        """Whether each listed account is ready, by its handle."""
        listed = cast(Accounts, self._story.look(accounts.ListAccounts(NEW_PHONE)))
        return {name: row.ready for row in listed.rows for name in (row.issuer, row.name) if name}

    def _add(self, handle: str, account: OwnAccount) -> None:
        do = self._story.do
        if account.kind == "third-party":
            do(
                accounts.OpenSite(
                    handle,
                    algorithm=account.algorithm.value,
                    digits=account.digits,
                    period_s=account.period_s,
                    kind=account.otp_kind,
                    secret_bytes=account.secret_bytes,
                )
            )
            do(accounts.EnrolAtSite(OLD_PHONE, handle, login="login"))
            return
        if account.kind == "work":
            do(work.AddWorker(handle, OWNER, ORGANISATION))
        else:
            do(
                accounts.CreatePersonal(
                    handle, OWNER, "passwordless" if account.kind == "passwordless" else "code"
                )
            )
        do(accounts.AddMicrosoft(OLD_PHONE, handle))

    def _enable_backup(self) -> None:
        if APP_BACKUP not in self._loss.off:
            self._backup_is_on = self._try(backup.EnableBackup(OLD_PHONE, RECOVERY_ACCOUNT)).ok

    def _open(self, phone: str) -> None:
        self._try(accounts.OpenApp(phone))

    def _try(self, action: Action) -> Outcome:
        outcome = self._story.do(action)
        self._story.look_away()
        return outcome
