"""Plays losses on kinds of account rather than on accounts, and no loss twice.

Accounts that differ in nothing but their names end alike, so one of them is played for all. That is sound
for three reasons. A name decides nothing: in the simulation each account goes by a handle of ours, and two
accounts never share one. No account refers to another: an enrolment, a backup entry, a restored row and a
way back each concern one account, and all of them go through the same phones, clouds and switches. And
what does decide, all of it, is in the kind: see `kind_of`. (Tests play lists in one story as well.)

Kinds are played a few at a time, because a story takes longer the more accounts its phones hold. So the
work grows with the number of kinds, not of accounts.

>>> from lostphone.clock import parse_day
>>> player = Player([OwnAccount("GitHub", "third-party", 1), OwnAccount("GitLab", "third-party", 2)])
>>> [fate.outcome for fate in player.fates(Loss("ios", "ios", parse_day("2026-05-25")))]
['back', 'back']
>>> player.plays
1
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec

from lostphone.rules.asked import noting_questions
from lostphone.whatif.accounts_file import OwnAccount
from lostphone.whatif.completing import Way
from lostphone.whatif.loss import Loss, Result, play_to_the_end

#: How many kinds of account are on the phone of one story.
AT_ONCE = 12


class Fate(msgspec.Struct, frozen=True):
    """What came of an account on the evening of the loss, and the way back that was left then."""

    outcome: Result
    way: Way


class Ending(msgspec.Struct, frozen=True):
    """One loss, played: a fate for each kind, and the open questions that any of it depended on."""

    fates: tuple[Fate, ...]
    asked: frozenset[str]


def kind_of(account: OwnAccount) -> OwnAccount:
    """The account without its name and its place: everything that its fate can depend on."""
    return OwnAccount(
        name="",
        kind=account.kind,
        line=0,
        otp_kind=account.otp_kind,
        algorithm=account.algorithm,
        digits=account.digits,
        period_s=account.period_s,
        secret_bytes=account.secret_bytes,
        proof=account.proof,
    )


class Player:
    """Plays losses on a list of accounts; `plays` counts the stories that it took.

    `told` is called after each story. Answers are to open questions, by id; the others are as usual.
    """

    def __init__(self, own: Sequence[OwnAccount], told: Callable[[], None] = lambda: None) -> None:
        found = dict.fromkeys(map(kind_of, own))
        #: The kinds there are, in the order in which the list first has them.
        self.kinds: tuple[OwnAccount, ...] = tuple(found)
        self.plays = 0
        self._places = {kind: place for place, kind in enumerate(self.kinds)}
        self._own = own
        self._told = told
        self._endings: dict[tuple[Loss, tuple[tuple[str, str], ...]], Ending] = {}

    def fates(self, loss: Loss, answers: Mapping[str, str] | None = None) -> list[Fate]:
        """The fate of each account, in the order of the list."""
        by_kind = self.ending(loss, answers).fates
        return [by_kind[self.place(account)] for account in self._own]

    def place(self, account: OwnAccount) -> int:
        """Where the kind of that account is among `kinds`."""
        return self._places[kind_of(account)]

    def ending(self, loss: Loss, answers: Mapping[str, str] | None = None) -> Ending:
        """What came of each of `kinds`."""
        key = loss, tuple(sorted((answers or {}).items()))
        if key not in self._endings:
            self._endings[key] = self._play(loss, dict(key[1]))
        return self._endings[key]

    def _play(self, loss: Loss, answers: Mapping[str, str]) -> Ending:
        fates: dict[OwnAccount, Fate] = {}
        with noting_questions() as asked:
            for batch in self._batches():
                ends = play_to_the_end(batch, loss, answers=answers)
                self.plays += 1
                self._told()
                for kind, (outcome, way) in zip(batch, ends.values(), strict=True):
                    fates[kind] = Fate(outcome, way)
        return Ending(tuple(fates[kind] for kind in self.kinds), frozenset(asked))

    def _batches(self) -> list[list[OwnAccount]]:
        """Saved passwords apart: they were saved long before, so their phone has another history."""
        saved = [kind for kind in self.kinds if kind.kind == "password"]
        others = [kind for kind in self.kinds if kind.kind != "password"]
        return [
            kinds[start : start + AT_ONCE]
            for kinds in (others, saved)
            for start in range(0, len(kinds), AT_ONCE)
        ]
