"""Sentences about the app's own backup."""

from __future__ import annotations

from typing import cast

from lostphone.client.port import BackupState, Restored
from lostphone.gherkin.inverse import tells
from lostphone.gherkin.sentence import sentence
from lostphone.gherkin.sighting import sighted
from lostphone.oracles.expectation import BackupIs, RestoreBrought
from lostphone.stories.actions import backup
from lostphone.stories.story import Story, Unexpected
from lostphone_steps.kinds import phone_id, whose


@sentence(
    "given",
    "when",
    en=(
        "{person} turns on cloud backup with {email} on {device}",
        "{person} turns on cloud backup without naming an account on {device}",
        "{person} turns on cloud backup with {email} on {device}, {answer:erase_answer} the existing backup",
    ),
    ja=(
        "{person}は{device}のクラウドバックアップを{email}でオンにする",
        "{person}は{device}のクラウドバックアップをアカウントを選ばずにオンにする",
        "{person}は{device}のクラウドバックアップを{email}でオンにし、既存のバックアップを{answer:erase_answer}",
    ),
)
def turns_backup_on(
    story: Story, person: str, device: str, email: str = "", answer: bool | None = None
) -> None:
    story.do(backup.TurnBackupOn(phone_id(person, device), email, answer))


tells(
    turns_backup_on,
    backup.TurnBackupOn,
    lambda action: whose(action.phone) | {"email": action.recovery_account, "answer": action.erase_existing},
)


@sentence(
    "given",
    "when",
    en="{person} turns off cloud backup on {device}",
    ja="{person}は{device}のクラウドバックアップをオフにする",
)
def turns_backup_off(story: Story, person: str, device: str) -> None:
    story.do(backup.TurnBackupOff(phone_id(person, device)))


tells(turns_backup_off, backup.TurnBackupOff, lambda action: whose(action.phone))


@sentence(
    "given",
    "when",
    en=(
        "{person} restores the backup on {device} with {email}",
        "{person} restores the backup on {device}",
    ),
    ja=(
        "{person}は{device}に{email}でバックアップを復元する",
        "{person}は{device}にバックアップを復元する",
    ),
)
def restores(story: Story, person: str, device: str, email: str = "") -> None:
    story.do(backup.RestoreFromBackup(phone_id(person, device), email))


tells(
    restores,
    backup.RestoreFromBackup,
    lambda action: whose(action.phone) | {"email": action.recovery_account},
)


@sentence("then", en="the backup of {phone} {state}", ja="{phone}のバックアップ{state}")
def backup_state(story: Story, phone: str, state: str) -> None:
    found = cast(BackupState, story.look(backup.CheckBackup(phone)))
    is_now = "off" if not found.on else ("stale" if found.warning else "on")
    if is_now != state:
        raise Unexpected(sighted("backup-is", phone=phone, state=is_now))


tells(backup_state, BackupIs, lambda seen: {"phone": seen.phone, "state": seen.state})


@sentence(
    "then",
    en="the restore brought back {ready:int} and asks to sign in to {sign_in:int}",
    ja="復元で{ready:int}件が使え、サインインが必要なものは{sign_in:int}件",
)
def restore_report(story: Story, ready: int, sign_in: int) -> None:
    outcome = story.expect_success()
    found = outcome.result
    if not isinstance(found, Restored):
        raise Unexpected(sighted("restore-reports-nothing"))
    if (found.ready, found.sign_in) != (ready, sign_in):
        raise Unexpected(
            sighted(
                "restore-brought",
                due_ready=ready,
                due_sign_in=sign_in,
                ready=found.ready,
                sign_in=found.sign_in,
            )
        )


tells(restore_report, RestoreBrought, lambda seen: {"ready": seen.ready, "sign_in": seen.sign_in})
