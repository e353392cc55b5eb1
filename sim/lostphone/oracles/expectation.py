"""Expectations: what somebody looking at the end of a history should see, as data.

An oracle that finds a fault says what should have been seen instead. As a value it can be looked at again
after the history was minimised, and told as the `Then` of a story in either language.

>>> WorkingCodes("Mika's new iPhone", ("GitHub",))
WorkingCodes(phone="Mika's new iPhone", accounts=('GitHub',))
"""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from lostphone.stories.actions.base import tag_of


class _Expectation(msgspec.Struct, frozen=True, tag_field="expect", tag=tag_of):
    """What should be seen."""


class Succeeds(_Expectation, frozen=True):
    """The last action goes through."""


class Refused(_Expectation, frozen=True):
    """The last action is refused, with this code."""

    code: str


class WorkingCodes(_Expectation, frozen=True):
    """The phone shows codes for these accounts that are accepted where they belong."""

    phone: str
    accounts: tuple[str, ...]


class Ready(_Expectation, frozen=True):
    """The phone lists these accounts and asks for nothing."""

    phone: str
    accounts: tuple[str, ...]


class AsksToSignIn(_Expectation, frozen=True):
    """The phone lists these accounts as names that ask to sign in."""

    phone: str
    accounts: tuple[str, ...]


class NotListed(_Expectation, frozen=True):
    """The phone does not list these accounts."""

    phone: str
    accounts: tuple[str, ...]


class Lists(_Expectation, frozen=True):
    """The phone lists so many accounts."""

    phone: str
    number: int


class Says(_Expectation, frozen=True):
    """The phone has said this message (its id) since the last action began."""

    phone: str
    message: str


class SaysNothing(_Expectation, frozen=True):
    """The phone has said nothing since the last action began."""

    phone: str


class CodesDiffer(_Expectation, frozen=True):
    """Two phones show different codes for an account."""

    phone: str
    other: str
    account: str


class PasswordsShown(_Expectation, frozen=True):
    """The list of passwords just looked at shows so many of each."""

    saved: int
    generated: int
    cards: int


class RestoreBrought(_Expectation, frozen=True):
    """The restore just made says that it brought back so many ready rows, and so many that ask to sign in."""

    ready: int
    sign_in: int


class BackupIs(_Expectation, frozen=True):
    """The app says this of its backup; `state` is a word of the kind "state" of the sentences."""

    phone: str
    state: str


class NoBackupOf(_Expectation, frozen=True):
    """No cloud holds a backup that the app made for this person."""

    person: str


class CloudsShowNothing(_Expectation, frozen=True):
    """Whoever can read a cloud's storage learns neither a secret nor a name."""


class LogsShowNothing(_Expectation, frozen=True):
    """No log and no message shows a secret."""


class NothingInCommon(_Expectation, frozen=True):
    """The stored backups of two people share nothing that tells of their content."""

    person: str
    other: str


Expectation: TypeAlias = (
    Succeeds
    | Refused
    | WorkingCodes
    | Ready
    | AsksToSignIn
    | NotListed
    | Lists
    | Says
    | SaysNothing
    | CodesDiffer
    | PasswordsShown
    | RestoreBrought
    | BackupIs
    | NoBackupOf
    | CloudsShowNothing
    | LogsShowNothing
    | NothingInCommon
)
