"""Plays one loss: the accounts on the old phone, the phone gone, a new one set up, and what came back.

The person opens the app in the morning, loses the phone at noon, and sets up the new one that evening.
Nothing here knows the outcome: it is what the simulated phones, clouds and services make of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast

from lostphone.base.clock import DAY_MS, HOUR_MS, instant
from lostphone.client.port import Accounts, Client, Passwords
from lostphone.rules import Policy
from lostphone.rules.icloud_settings import ICLOUD_SETTINGS
from lostphone.stories.actions import (
    Action,
    accounts,
    backup,
    clouds,
    passkeys,
    passwords,
    phones,
    time,
    work,
)
from lostphone.stories.stage import Outcome
from lostphone.stories.story import Story, reference_client
from lostphone.whatif.account_setup import ORGANISATION, OWNER, add
from lostphone.whatif.own_account import OwnAccount
from lostphone.whatif.way_back import Way, way_back

Result: TypeAlias = Literal["back", "sign-in", "lost"]
Platform: TypeAlias = Literal["ios", "android"]

OLD_PHONE = "your phone"
NEW_PHONE = "your new phone"
APPLE_ACCOUNT = "you@icloud.example"
RECOVERY_ACCOUNT = "recovery@outlook.example"
ADMINISTRATOR = "admin@work.example"

#: A day on which the app still took passwords to save (B01).
_SAVING_DAY_MS = instant(2025, 5, 5)

#: The days for which the catalogue and the stores know anything.
FIRST_DAY_MS = instant(2018, 2, 1)
LAST_DAY_MS = instant(2099, 12, 31)

#: The app's own backup with a Microsoft account: the only switch there is on Android.
APP_BACKUP = "cloud-backup"


@dataclass(frozen=True)
class Loss:
    """One supposed loss: from which kind of phone to which, on which day, with what switched off.

    `kept` means that the old phone is not lost but replaced: it is still at hand.
    """

    phone: Platform
    new: Platform
    day_ms: int
    off: frozenset[str] = frozenset()
    kept: bool = False

    def switches(self) -> tuple[str, ...]:
        """The switches that exist on that phone on that day, in the order a person meets them."""
        if self.phone == "android":
            return (APP_BACKUP,)
        return ICLOUD_SETTINGS if self.keychain_model else (*ICLOUD_SETTINGS, APP_BACKUP)

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
    script = _played(own, loss, client)
    return script.results(), script.story


def play_to_the_end(
    own: list[OwnAccount],
    loss: Loss,
    client: Callable[[], Client] = reference_client,
    answers: Mapping[str, str] | None = None,
) -> dict[str, tuple[Result, Way]]:
    """The result for each account by its handle, and what can still be done about it.

    `answers` are to open questions, as in {"Q02": "current-page"}; the others are answered as usual.
    """
    script = _played(own, loss, client, answers)
    results = script.results()
    # Whoever may have to wait for thirty days comes last, or the others would wait as well.
    patient = sorted(results, key=lambda handle: script.own[handle].proof == "app-only")
    ways = {handle: script.way_back(handle, results[handle]) for handle in patient}
    return {handle: (result, ways[handle]) for handle, result in results.items()}


def _played(
    own: list[OwnAccount],
    loss: Loss,
    client: Callable[[], Client],
    answers: Mapping[str, str] | None = None,
) -> _Script:
    story = Story(client=client, title="what if")
    for question, answer in (answers or {}).items():
        story.assume(question, answer)
    script = _Script(story, loss, handles(own))
    script.before()
    script.lose()
    script.after()
    return script


def handles(own: list[OwnAccount]) -> dict[str, OwnAccount]:
    """What each account is called in the simulation: names of sites and addresses must not meet there."""
    return {f"{account.kind} {number}": account for number, account in enumerate(own, start=1)}


class _Script:
    """The steps of the story, in order."""

    def __init__(self, story: Story, loss: Loss, own: dict[str, OwnAccount]) -> None:
        self.story = story
        self._loss = loss
        self.own = own
        self._backup_is_on = False

    def before(self) -> None:
        """Two days before: the phone and everything on it."""
        loss, do = self._loss, self.story.do
        saved = {handle: account for handle, account in self.own.items() if account.kind == "password"}
        others = {handle: account for handle, account in self.own.items() if account.kind != "password"}
        two_days_before_ms = loss.day_ms - 2 * DAY_MS
        do(time.WaitUntil(min(two_days_before_ms, _SAVING_DAY_MS) if saved else two_days_before_ms))
        do(phones.GivePhone(OLD_PHONE, OWNER, loss.phone))
        do(accounts.CreatePersonal(RECOVERY_ACCOUNT, OWNER))
        do(accounts.SignInPersonal(OLD_PHONE, RECOVERY_ACCOUNT))
        self._add(saved)
        do(time.WaitUntil(two_days_before_ms))
        self._open(OLD_PHONE)
        if loss.phone == "ios":
            do(clouds.CreateAppleAccount(APPLE_ACCOUNT, OWNER))
            for switch in ICLOUD_SETTINGS:
                if switch in loss.off:
                    do(clouds.SetSwitch(OLD_PHONE, switch, False))
            do(clouds.SignInToICloud(OLD_PHONE, APPLE_ACCOUNT))
        if any(account.kind in ("work", "work-code") for account in others.values()):
            do(work.CreateTenant(ORGANISATION, "work.example"))
            do(work.AddWorker(ADMINISTRATOR, "somebody else", ORGANISATION, administrator=True))
        self._add(others)
        self._open(OLD_PHONE)
        self._enable_backup()

    def lose(self) -> None:
        """On the day: the app is opened in the morning, and at noon the phone is gone (unless it is kept)."""
        do = self.story.do
        do(time.WaitUntil(self._loss.day_ms + 8 * HOUR_MS))
        self._open(OLD_PHONE)
        if not self._backup_is_on:
            # The update that brought backup may have come this morning.
            self._enable_backup()
        do(time.WaitUntil(self._loss.day_ms + 12 * HOUR_MS))
        if not self._loss.kept:
            do(phones.LosePhone(OLD_PHONE))

    def after(self) -> None:
        """In the evening: the new phone, and everything a person can do to get the accounts back."""
        loss, do = self._loss, self.story.do
        do(time.WaitUntil(loss.day_ms + 18 * HOUR_MS))
        do(phones.GivePhone(NEW_PHONE, OWNER, loss.new))
        if loss.new == "ios":
            if APPLE_ACCOUNT not in self.story.world.icloud.accounts:
                do(clouds.CreateAppleAccount(APPLE_ACCOUNT, OWNER))
            do(clouds.SignInToICloud(NEW_PHONE, APPLE_ACCOUNT))
        self._open(NEW_PHONE)
        if not self._rows():
            do(accounts.SignInPersonal(NEW_PHONE, RECOVERY_ACCOUNT))
            self._try(backup.RestoreFromBackup(NEW_PHONE, RECOVERY_ACCOUNT))

    def results(self) -> dict[str, Result]:
        """Back means that a code from the new phone was accepted, or that the row is ready for use.

        A saved password that Edge shows to whoever signs in there counts as "sign-in".
        """
        rows = self._rows()
        return {handle: self._result(handle, rows) for handle in self.own}

    def way_back(self, handle: str, result: Result) -> Way:
        """What can still be done about an account of that result: see `completing`."""
        if result == "back":
            return "done"
        account, listed = self.own[handle], result == "sign-in"
        return way_back(self.story, NEW_PHONE, handle, account, listed, ADMINISTRATOR)

    def _result(self, handle: str, rows: dict[str, bool]) -> Result:
        kind = self.own[handle].kind
        if kind == "passkey":
            return "back" if self._try(passkeys.SignInWithPasskey(NEW_PHONE, handle)).ok else "lost"
        if kind == "password":
            if handle in self._passwords():
                return "back"
            in_edge = self.story.look(passwords.OpenEdge(RECOVERY_ACCOUNT))
            return "sign-in" if handle in in_edge else "lost"
        if handle not in rows:
            return "lost"
        if not rows[handle]:
            return "sign-in"
        if kind in ("third-party", "personal", "work-code"):
            return "back" if self._try(accounts.SubmitCode(NEW_PHONE, handle)).ok else "lost"
        return "back"

    def _passwords(self) -> tuple[str, ...]:
        """The sites whose passwords the app on the new phone shows."""
        opened = self._try(passwords.OpenPasswords(NEW_PHONE))
        return cast(Passwords, opened.result).saved if opened.ok else ()

    def _rows(self) -> dict[str, bool]:
        """Whether each listed account is ready, by its handle."""
        listed = cast(Accounts, self.story.look(accounts.LookAtAccounts(NEW_PHONE)))
        return {name: row.ready for row in listed.rows for name in (row.issuer, row.name) if name}

    def _add(self, own: dict[str, OwnAccount]) -> None:
        for handle, account in own.items():
            add(self.story, OLD_PHONE, handle, account)

    def _enable_backup(self) -> None:
        if APP_BACKUP not in self._loss.off:
            self._backup_is_on = self._try(backup.TurnBackupOn(OLD_PHONE, RECOVERY_ACCOUNT)).ok

    def _open(self, phone: str) -> None:
        self._try(accounts.OpenAuthenticator(phone))

    def _try(self, action: Action) -> Outcome:
        outcome = self.story.do(action)
        self.story.look_away()
        return outcome
