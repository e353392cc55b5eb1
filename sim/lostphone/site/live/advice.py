"""What the page advises after a loss: texts with conditions, chosen for one answer of the page.

The texts are data: steps in the order of doing them (`advice.toml`), a line on each account's card
(`ways.toml`) and what to do before it happens again (`next_time.toml`). All are chosen here, while the site
is built, for every answer that the page can give; the page only looks up what was chosen.

>>> from lostphone.base.clock import parse_day
>>> keychain_off = AdviceRequest("lost", "ios", "ios", parse_day("2026-05-25"))
>>> nothing = [Fated("third-party", "lost", "site")]
>>> [text.phase for text in steps() if text.fits(keychain_off, nothing)]
['lock', 'number', 'add', 'prepare', 'restore', 'anew', 'check', 'remove', 'erase']
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal, TypeAlias

import msgspec

from lostphone.rules import Policy, Text
from lostphone.texts.bilingual import tables
from lostphone.whatif.available_help import Means, exists
from lostphone.whatif.loss import Platform, Result
from lostphone.whatif.way_back import Way

Who: TypeAlias = Literal["lost", "change", "desk"]
ASKING: tuple[Who, ...] = ("lost", "change", "desk")

#: What is done before what: lock the phone, get the number back, add a method while still signed in
#: somewhere; then the new phone; and only then take the lost one away.
Phase: TypeAlias = Literal[
    "lock", "number", "add", "prepare", "restore", "sign-in", "anew", "check", "remove", "erase", "after"
]

#: What a text may take for granted. Whether it is so is asked of the answers by the tests.
Claim: TypeAlias = Literal[
    "phone-gone",  # the old phone is not at hand
    "old-phone",  # it is
    "restores",  # something comes back from a backup on this pair of phones
    "restore-by-hand",  # ... and is restored by choosing so in the app
    "nothing-restored",  # nothing comes back from a backup on this pair of phones
    "restores-on-old-kind",  # a phone of the old kind would get something back
    "keychain-record",  # iCloud Keychain was on, so there is a record that a passcode opens
    "names-listed",  # a Microsoft account's name is in the list of the new phone
    "names-gone",  # a Microsoft account's name is not
    "codes-gone",  # a website's code did not come back
    "administrator",  # a work account needs one
    "work-text-message",  # a text message from Microsoft proves a work account
    "work-text-message-over",  # it does no longer
]

#: Kinds that are in the app's backup; passkeys and saved passwords never were.
NEVER_BACKED_UP = frozenset({"passkey", "password"})


class AdviceRequest(msgspec.Struct, frozen=True):
    """Who asks, about which phones, for which day, and how open questions are answered if not as usual."""

    who: Who
    lost: Platform
    new: Platform
    day_ms: int
    answers: dict[str, str] = {}

    def holds(self, platform: Platform, rule: str) -> bool:
        """Whether a rule is in force there on that day."""
        return Policy.at(platform, self.day_ms, self.answers).holds(rule)


class Fated(msgspec.Struct, frozen=True):
    """A kind of account (see `answers.KINDS`), what came of it, and the way back that is left."""

    kind: str
    outcome: Result
    way: Way


class Advice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One text, the conditions under which it is said, and what it takes for granted.

    `rule` is its reason, in force on the new phone; `also` a second one to read. `held` has to be in force
    on the old phone, `unless` must not be on the new one yet. `means` are helps that exist on that day,
    `without` helps that do not yet. `restores` says whether anything comes back from a backup.
    Some account has to have the `way`, the `outcome` and the `kind` that are named, all of them.
    """

    text: Text
    rule: str
    phase: Phase = "after"
    who: tuple[Who, ...] = ASKING
    lost: Platform | None = None
    new: Platform | None = None
    same: bool | None = None
    also: str = ""
    held: str = ""
    unless: str = ""
    means: tuple[Means, ...] = ()
    without: tuple[Means, ...] = ()
    restores: bool | None = None
    way: Way | None = None
    outcome: Result | None = None
    kind: str = ""
    claims: tuple[Claim, ...] = ()
    fill: Literal["", "switches"] = ""

    def fits(self, moment: AdviceRequest, accounts: Sequence[Fated]) -> bool:
        """Whether it is said then, to somebody with accounts of these fates."""
        return (
            self._fits_moment(moment)
            and self.restores in (None, restores(accounts))
            and any(self._fits_account(account) for account in accounts)
        )

    def fits_account(self, moment: AdviceRequest, account: Fated) -> bool:
        """Whether it is said then of that one account."""
        return self._fits_moment(moment) and self._fits_account(account)

    def _fits_moment(self, moment: AdviceRequest) -> bool:
        return (
            moment.who in self.who
            and self.lost in (None, moment.lost)
            and self.new in (None, moment.new)
            and self.same in (None, moment.lost == moment.new)
            and moment.holds(moment.new, self.rule)
            and (not self.held or moment.holds(moment.lost, self.held))
            and (not self.unless or not moment.holds(moment.new, self.unless))
            and all(exists(means, moment.day_ms) for means in self.means)
            and not any(exists(means, moment.day_ms) for means in self.without)
        )

    def _fits_account(self, account: Fated) -> bool:
        return (
            self.kind in ("", account.kind)
            and self.outcome in (None, account.outcome)
            and self.way in (None, account.way)
        )


def restores(accounts: Sequence[Fated]) -> bool:
    """Whether anything comes back from a backup."""
    return any(one.outcome != "lost" and one.kind not in NEVER_BACKED_UP for one in accounts)


@cache
def steps() -> tuple[Advice, ...]:
    """What to do, in the order of doing it."""
    return _read("advice.toml", "step")


@cache
def ways() -> tuple[Advice, ...]:
    """What a card says of the way back: the first that fits an account is said of it."""
    return _read("ways.toml", "way")


@cache
def next_time() -> tuple[Advice, ...]:
    """What makes the next loss cost less, on the new phone."""
    return _read("next_time.toml", "line")


@cache
def links() -> dict[str, str]:
    """The address of each page that a text leads to, by the name of its hole."""
    found: dict[str, str] = dict(tables("lostphone.site.live", "links.toml"))
    return found


def _read(name: str, key: str) -> tuple[Advice, ...]:
    return msgspec.convert(tables("lostphone.site.live", name)[key], tuple[Advice, ...])
