"""Faults that no story of ours has in its last step: short histories in which an oracle has to speak."""

from __future__ import annotations

import pytest
from histories import judged

from lostphone.base.clock import DAY_MS, HOUR_MS, instant
from lostphone.client.mutants import find_mutant
from lostphone.client.reference import ReferenceClient
from lostphone.stories.actions import Action
from lostphone.stories.actions.accounts import (
    AddMicrosoft,
    CreatePersonal,
    EnrolAtSite,
    LookAtAccounts,
    OpenAuthenticator,
    OpenSite,
    RemoveFromPhone,
    SignInPersonal,
    SignInRow,
    SubmitCode,
)
from lostphone.stories.actions.backup import CheckBackup, RestoreFromBackup, TurnBackupOn
from lostphone.stories.actions.clouds import CreateAppleAccount, SetSwitch, SignInToICloud
from lostphone.stories.actions.faults import MendBackups, RootPhone, SkewClock, SpoilBackups
from lostphone.stories.actions.phones import GivePhone, HoldAppVersion, InstallApp, LosePhone
from lostphone.stories.actions.time import Wait, WaitUntil
from lostphone.stories.actions.work import AddWorker, ApprovePush, CreateTenant, IssuePass, StartWorkSignIn
from lostphone.stories.recipe import Recipe
from lostphone.world.identity.entra import Tenants
from lostphone.world.identity.temporary_pass import TemporaryPass

IPHONE, IPAD = "Mika's iPhone", "Mika's iPad"
OLD, NEW, EMAIL = "Mika's Android phone", "Mika's new Android phone", "mika@outlook.com"
WORK, ADMIN = "mika@contoso.com", "ada@contoso.com"
LATE = instant(2026, 1, 20)
HIRED = (
    CreateTenant("Contoso", "contoso.com"),
    AddWorker(ADMIN, "Ada", "Contoso", administrator=True),
    AddWorker(WORK, "Mika", "Contoso"),
)
APPLE = (
    CreateAppleAccount("mika@icloud.com", "Mika"),
    GivePhone(IPHONE, "Mika", "ios"),
    SignInToICloud(IPHONE, "mika@icloud.com"),
)
SECOND = (GivePhone(IPAD, "Mika", "ios"), SignInToICloud(IPAD, "mika@icloud.com"))
GITHUB = (OpenSite("GitHub"), EnrolAtSite(IPHONE, "GitHub"))
ON_ANDROID = (CreatePersonal(EMAIL, "Mika"), GivePhone(OLD, "Mika", "android"), SignInPersonal(OLD, EMAIL))


@pytest.mark.parametrize(
    ("mutant", "history", "oracle", "rule"),
    [
        (
            "ignores-keychain-off",
            (*APPLE, *GITHUB, SetSwitch(IPHONE, "icloud-keychain", False), CheckBackup(IPHONE)),
            "settings",
            "backup.ios2.gates",
        ),
        (
            "version-as-text",
            (
                *APPLE,
                HoldAppVersion(IPHONE, "6.10.0"),
                *GITHUB,
                OpenAuthenticator(IPHONE),
                CheckBackup(IPHONE),
            ),
            "settings",
            "backup.ios2.minimum-app",
        ),
        (
            "remembers-having-looked",
            (*APPLE, *SECOND, OpenAuthenticator(IPAD), *GITHUB, InstallApp(IPAD), LookAtAccounts(IPAD)),
            "appearing",
            "backup.ios2.reinstall-once",
        ),
        (
            "deletions-travel",
            (
                *(*APPLE, *GITHUB, *SECOND, LookAtAccounts(IPAD), OpenAuthenticator(IPAD)),
                *(RemoveFromPhone(IPHONE, "GitHub"), OpenAuthenticator(IPAD), LookAtAccounts(IPAD)),
            ),
            "lists",
            "backup.ios2.deletes-stay",
        ),
        (
            "retired-goes-on",
            (
                *(*ON_ANDROID, HoldAppVersion(OLD, "6.2006.4198"), OpenAuthenticator(OLD)),
                *(Wait(750 * DAY_MS), AddMicrosoft(OLD, EMAIL)),
            ),
            "retired",
            "app.too-old-blocked",
        ),
        (
            "newer-schema-overwritten",
            (
                *(*ON_ANDROID, TurnBackupOn(OLD, EMAIL), SpoilBackups("Mika", "newer-format")),
                *(
                    OpenSite("GitHub"),
                    EnrolAtSite(OLD, "GitHub"),
                    InstallApp(OLD),
                    RestoreFromBackup(OLD, EMAIL),
                ),
            ),
            "restores",
            "backup.newer-format-refused",
        ),
        (
            "sign-in-adds-a-row",
            (
                *(*ON_ANDROID, *HIRED, AddMicrosoft(OLD, WORK), TurnBackupOn(OLD, EMAIL)),
                *(GivePhone(NEW, "Mika", "android"), RestoreFromBackup(NEW, EMAIL), SignInRow(NEW, WORK)),
            ),
            "lists",
            "restore.sign-in-again",
        ),
        (
            "rooted-accepts",
            (
                *(*ON_ANDROID, *HIRED, AddMicrosoft(OLD, WORK), RootPhone(OLD)),
                *(WaitUntil(instant(2026, 4, 1)), OpenAuthenticator(OLD)),
            ),
            "rooted",
            "root.block",
        ),
        (
            "counter-rolled-back",
            (
                *(
                    *ON_ANDROID,
                    OpenSite("Bank", kind="hotp"),
                    EnrolAtSite(OLD, "Bank"),
                    TurnBackupOn(OLD, EMAIL),
                ),
                *(SubmitCode(OLD, "Bank"), GivePhone(NEW, "Mika", "android"), RestoreFromBackup(NEW, EMAIL)),
                SubmitCode(NEW, "Bank"),
            ),
            "codes",
            "code.counter",
        ),
    ],
)
def test_it_speaks_of_the_fault(mutant: str, history: tuple[Action, ...], oracle: str, rule: str) -> None:
    recipe = Recipe(start_ms=LATE)
    assert judged(history, recipe=recipe) == []
    first = judged(history, find_mutant(mutant).client, recipe)[0]
    assert (first.oracle, first.rule) == (oracle, rule)
    assert first.expectation is not None


PASSED = (*HIRED, GivePhone(OLD, "Mika", "android"))


def test_a_world_that_matches_no_numbers_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    history = (
        *(*PASSED, AddMicrosoft(OLD, WORK), StartWorkSignIn(WORK)),
        ApprovePush(OLD, WORK, number_right=False),
    )
    assert judged(history, recipe=Recipe(start_ms=LATE)) == []
    monkeypatch.setattr(Tenants, "approve_push", lambda *_: None)
    assert [one.rule for one in judged(history, recipe=Recipe(start_ms=LATE))] == ["work.number-matching"]
    phones = (*PASSED, GivePhone(NEW, "Mika", "android"), AddMicrosoft(OLD, WORK))
    never = (*phones, StartWorkSignIn(WORK), ApprovePush(NEW, WORK))
    assert [one.rule for one in judged(never, recipe=Recipe(start_ms=LATE))] == ["push.not-restored"]


def test_a_pass_that_never_ends_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    history = (
        *(*PASSED, AddMicrosoft(OLD, WORK), IssuePass(ADMIN, WORK), Wait(HOUR_MS)),
        AddMicrosoft(OLD, WORK, with_pass=True),
    )
    assert judged(history, recipe=Recipe(start_ms=LATE)) == []
    monkeypatch.setattr(TemporaryPass, "use", lambda _self, _typed, at_ms: at_ms + HOUR_MS)
    assert [one.rule for one in judged(history, recipe=Recipe(start_ms=LATE))] == ["tap.lifetime"]


def test_a_pass_for_oneself_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    history = (*HIRED, IssuePass(ADMIN, ADMIN))
    assert judged(history, recipe=Recipe(start_ms=LATE)) == []
    monkeypatch.setattr(Tenants, "issue_tap", lambda *_args, **_named: None)
    assert [one.rule for one in judged(history, recipe=Recipe(start_ms=LATE))] == ["tap.not-to-self"]


class ForgetsThePass(ReferenceClient):
    """Takes the pass that somebody has typed, and does not hand it on."""

    def call(self, device_id, intent):  # type: ignore[no-untyped-def]
        import msgspec

        from lostphone.client.port import AddAccount

        if isinstance(intent, AddAccount):
            intent = msgspec.structs.replace(intent, temporary_pass=None)
        return super().call(device_id, intent)


def test_an_app_that_does_not_hand_the_pass_on_is_told() -> None:
    history = (
        *(*PASSED, AddMicrosoft(OLD, WORK), GivePhone(NEW, "Mika", "android"), LosePhone(OLD)),
        *(IssuePass(ADMIN, WORK), AddMicrosoft(NEW, WORK, with_pass=True)),
    )
    assert judged(history, recipe=Recipe(start_ms=LATE)) == []
    assert [one.rule for one in judged(history, ForgetsThePass, Recipe(start_ms=LATE))] == ["tap.in-app"]


def test_a_site_with_no_window_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from lostphone.world.identity.verifier import CodeVerifier

    history = (
        *(*ON_ANDROID, OpenSite("GitHub"), EnrolAtSite(OLD, "GitHub")),
        *(SkewClock(OLD, HOUR_MS), SubmitCode(OLD, "GitHub")),
    )
    assert judged(history, recipe=Recipe(start_ms=LATE)) == []
    monkeypatch.setattr(CodeVerifier, "check", lambda *_: None)
    assert [one.rule for one in judged(history, recipe=Recipe(start_ms=LATE))] == ["site.window"]


def test_a_backup_that_a_mended_mishap_has_harmed_is_laid_to_the_mishap() -> None:
    """What a wrong key opened once must open with the right one afterwards."""
    history = (
        *(*ON_ANDROID, TurnBackupOn(OLD, EMAIL), SpoilBackups("Mika", "wrong-key"), InstallApp(OLD)),
        *(RestoreFromBackup(OLD, EMAIL), MendBackups("Mika"), RestoreFromBackup(OLD, EMAIL)),
    )
    assert judged(history, recipe=Recipe(start_ms=LATE)) == []
    wrong = judged(history, find_mutant("wrong-password-destroys").client, Recipe(start_ms=LATE))
    assert wrong[0].rule == "backup.wrong-passphrase-refused"
