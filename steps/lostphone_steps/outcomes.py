"""Sentences about how the last thing ended, and what the app lists and says."""

from __future__ import annotations

from typing import cast

from lostphone.base.secret import MARK
from lostphone.client.port import AccountRow, Accounts
from lostphone.gherkin.inverse import tells
from lostphone.gherkin.sentence import sentence
from lostphone.gherkin.sighting import sighted
from lostphone.oracles import expectation
from lostphone.oracles.judges.restore_diagnosis import full_name
from lostphone.stories.actions.accounts import LookAtAccounts
from lostphone.stories.story import Story, Unexpected


@sentence("then", en="it succeeds", ja="成功する")
def succeeds(story: Story) -> None:
    story.expect_success()


tells(succeeds, expectation.Succeeds, lambda _: {})


@sentence("given", "then", en="it is refused because {refusal}", ja="{refusal}拒否される")
def refused(story: Story, refusal: str) -> None:
    story.expect_refusal(refusal)


tells(refused, expectation.Refused, lambda seen: {"refusal": seen.code})


@sentence("then", en="{phone} asks to sign in to {accounts}", ja="{phone}は{accounts}へのサインインを求める")
def asks_to_sign_in(story: Story, phone: str, accounts: tuple[str, ...]) -> None:
    for account in accounts:
        row = row_of(story, phone, account)
        if row.ready:
            raise Unexpected(sighted("is-ready", phone=phone, account=account))
        if story.offers_nothing(phone, row.issuer, row.name):
            raise Unexpected(sighted("offers-no-sign-in", phone=phone, account=account))


tells(
    asks_to_sign_in, expectation.AsksToSignIn, lambda seen: {"phone": seen.phone, "accounts": seen.accounts}
)


@sentence("then", en="{phone} has {accounts} ready", ja="{phone}で{accounts}がすぐ使える")
def has_ready(story: Story, phone: str, accounts: tuple[str, ...]) -> None:
    for account in accounts:
        if not row_of(story, phone, account).ready:
            raise Unexpected(sighted("asks-to-sign-in", phone=phone, account=account))


tells(has_ready, expectation.Ready, lambda seen: {"phone": seen.phone, "accounts": seen.accounts})


@sentence("then", en="{phone} does not list {accounts}", ja="{phone}の一覧に{accounts}はない")
def does_not_list(story: Story, phone: str, accounts: tuple[str, ...]) -> None:
    rows = rows_of(story, phone)
    for account in accounts:
        if any(account in names(row) for row in rows):
            raise Unexpected(sighted("is-listed", phone=phone, account=account))


tells(does_not_list, expectation.NotListed, lambda seen: {"phone": seen.phone, "accounts": seen.accounts})


@sentence(
    "then",
    en=("{phone} lists {number:int} accounts", "{phone} lists {number:int} account"),
    ja="{phone}の一覧には{number:int}件のアカウントがある",
)
def lists(story: Story, phone: str, number: int) -> None:
    rows = rows_of(story, phone)
    if len(rows) != number:
        seen = sighted("lists-nothing", phone=phone, due=number)
        if rows:
            listed = tuple(map(full_name, rows))
            seen = sighted("lists", phone=phone, due=number, count=len(rows), accounts=listed)
        raise Unexpected(seen)


tells(lists, expectation.Lists, lambda seen: {"phone": seen.phone, "number": seen.number})


@sentence("then", en="{phone} says {message}", ja="{phone}に{message}と表示される")
def says(story: Story, phone: str, message: str) -> None:
    """The message was on a screen since the last action began."""
    said = story.messages_since_last_action(phone)
    if message not in said:
        seen = sighted("says-nothing", phone=phone, message=message)
        if said:
            seen = sighted("says", phone=phone, message=message, messages=tuple(said))
        raise Unexpected(seen)


tells(says, expectation.Says, lambda seen: {"phone": seen.phone, "message": seen.message})


@sentence("then", en="{phone} says nothing about it", ja="{phone}には何も表示されない")
def says_nothing(story: Story, phone: str) -> None:
    said = story.messages_since_last_action(phone)
    if said:
        raise Unexpected(sighted("says-all-the-same", phone=phone, messages=tuple(said)))


tells(says_nothing, expectation.SaysNothing, lambda seen: {"phone": seen.phone})


@sentence("then", en="no cloud shows a secret or a name", ja="どのクラウドからも秘密や名前は読めない")
def clouds_show_nothing(story: Story) -> None:
    """Not to somebody who can read the storage, and thinks about what is there."""
    from lostphone.stories.storage_reader import learnt
    from lostphone.stories.twins import leaking_store

    found = learnt(story.world)
    if found:
        raise Unexpected(sighted("cloud-tells", what=found))
    twins = story.twins()
    place = leaking_store(twins) if twins is not None else ""
    if place:
        raise Unexpected(sighted("cloud-repeats", place=place))


tells(clouds_show_nothing, expectation.CloudsShowNothing, lambda _: {})


@sentence("then", en="no log and no message shows a secret", ja="ログにもメッセージにも秘密は現れない")
def nothing_told(story: Story) -> None:
    """Whatever came of it. Where one was about to show, the trace has a mark in its place."""
    story.look_away()
    for told in story.world.trace:
        if any(MARK in text for text in (told.target, *told.detail.values()) if isinstance(text, str)):
            raise Unexpected(sighted("shows-secret", phone=told.actor, verb=told.verb))
    from lostphone.stories.twins import leaking_log

    twins = story.twins() if any(told.verb == "log" for told in story.world.trace) else None
    phone = leaking_log(twins) if twins is not None else ""
    if phone:
        raise Unexpected(sighted("log-repeats", phone=phone))


tells(nothing_told, expectation.LogsShowNothing, lambda _: {})


@sentence("then", en="no cloud holds a backup of {person}", ja="どのクラウドにも{person}のバックアップはない")
def no_backup_left(story: Story, person: str) -> None:
    held = story.backups_of(person)
    if held:
        raise Unexpected(sighted("backup-in", person=person, places=tuple(held)))


tells(no_backup_left, expectation.NoBackupOf, lambda seen: {"person": seen.person})


@sentence(
    "then",
    en="the stored backups of {person} and {other:person} have nothing in common",
    ja="保管されている{person}と{other:person}のバックアップに共通点はない",
)
def nothing_in_common(story: Story, person: str, other: str) -> None:
    """Save what any two of that form share: the words that describe them."""
    from lostphone.stories.spoiling import likeness, places

    kept = {name: [blob for _, blob in places(story.world, name)] for name in (person, other)}
    for name, blobs in kept.items():
        if not blobs:
            raise Unexpected(sighted("no-backup-of", person=name))
    if any(likeness(one, two) for one in kept[person] for two in kept[other]):
        raise Unexpected(sighted("parts-in-common", person=person, another=other))


tells(
    nothing_in_common, expectation.NothingInCommon, lambda seen: {"person": seen.person, "other": seen.other}
)


def rows_of(story: Story, phone: str) -> tuple[AccountRow, ...]:
    """What the app lists; a refusal fails the story."""
    return cast(Accounts, story.look(LookAtAccounts(phone))).rows


def row_of(story: Story, phone: str, account: str) -> AccountRow:
    """The row of one account; the story fails if there is none."""
    rows = rows_of(story, phone)
    for row in rows:
        if account in names(row):
            return row
    if not rows:
        raise Unexpected(sighted("lists-nothing-at-all", phone=phone, account=account))
    listed = tuple(map(full_name, rows))
    raise Unexpected(sighted("does-not-list", phone=phone, account=account, accounts=listed))


def names(row: AccountRow) -> tuple[str, ...]:
    """What a row may be called in a story."""
    return (row.issuer, row.name, f"{row.issuer} ({row.name})")
