"""Plays losses on kinds of account rather than on accounts, and no loss twice.

Accounts that differ in nothing but their names end alike, so one of them is played for all. That is sound
for three reasons. A name decides nothing: in the simulation each account goes by a handle of ours, and two
accounts never share one. No account refers to another: an enrolment, a backup entry, a restored row and a
way back each concern one account, and all of them go through the same phones, clouds and switches. And
what does decide, all of it, is in the kind: see `kind_of`. (Tests play lists in one story as well.)

Kinds are played in batches, because a story takes longer the more accounts its phones hold: so the work
grows with the number of kinds, not of accounts. A batch has one sort of account (one-time passwords, work
accounts, ...), and so asks few open questions.

>>> from lostphone.base.clock import parse_day
>>> player = LossPlayer([OwnAccount("GitHub", "third-party", 1), OwnAccount("GitLab", "third-party", 2)])
>>> [fate.outcome for fate in player.fates(Loss("ios", "ios", parse_day("2026-05-25")))]
['back', 'back']
>>> player.plays
1
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import msgspec

from lostphone.rules.questions_asked import noting_questions
from lostphone.whatif.loss import Loss, Result, play_to_the_end
from lostphone.whatif.own_account import OwnAccount
from lostphone.whatif.way_back import Way

T = TypeVar("T")

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


class Batch:
    """Kinds that are on the phone of one story, and how each loss ended for them."""

    def __init__(self, kinds: list[OwnAccount], told: Callable[[], None]) -> None:
        self.kinds = kinds
        self._told = told
        self._endings: dict[tuple[Loss, frozenset[tuple[str, str]]], Ending] = {}

    def ending(self, loss: Loss, answers: Mapping[str, str] | None = None) -> Ending:
        """What came of each kind; played when first asked for."""
        key = loss, frozenset((answers or {}).items())
        if key not in self._endings:
            self._endings[key] = self._known(*key) or self._play(*key)
        return self._endings[key]

    def _known(self, loss: Loss, answers: frozenset[tuple[str, str]]) -> Ending | None:
        """How it ended without one of the answers, if nothing in that play asked for it."""
        for one in answers:
            ending = self._endings.get((loss, answers - {one}))
            if ending is not None and one[0] not in ending.asked:
                return ending
        return None

    def _play(self, loss: Loss, answers: frozenset[tuple[str, str]]) -> Ending:
        with noting_questions() as asked:
            ends = play_to_the_end(self.kinds, loss, answers=dict(sorted(answers))).values()
        self._told()
        return Ending(tuple(Fate(*end) for end in ends), frozenset(asked))


class LossPlayer:
    """Plays losses on a list of accounts; `plays` counts the stories that it took.

    `told` is called after each story. Answers are to open questions, by id; the others are as usual.
    """

    def __init__(self, own: Sequence[OwnAccount], told: Callable[[], None] = lambda: None) -> None:
        sorts: dict[str, dict[OwnAccount, None]] = {}
        self._own = [kind_of(account) for account in own]
        for kind in self._own:
            sorts.setdefault(kind.kind, {})[kind] = None
        #: The kinds there are, some in each.
        self.batches = [
            Batch(list(kinds)[start : start + AT_ONCE], self._played)
            for kinds in sorts.values()
            for start in range(0, len(kinds), AT_ONCE)
        ]
        self.plays = 0
        self._report = told

    @property
    def kinds(self) -> list[OwnAccount]:
        """The kinds there are, in the order of the batches."""
        return [kind for batch in self.batches for kind in batch.kinds]

    def fates(self, loss: Loss, answers: Mapping[str, str] | None = None) -> list[Fate]:
        """The fate of each account, in the order of the list."""
        endings = [batch.ending(loss, answers).fates for batch in self.batches]
        return self.by_account([fate for fates in endings for fate in fates])

    def by_account(self, of_kinds: Sequence[T]) -> list[T]:
        """For each account, in the order of the list, what belongs to its kind; given in that of `kinds`."""
        found = dict(zip(self.kinds, of_kinds, strict=True))
        return [found[kind] for kind in self._own]

    def _played(self) -> None:
        self.plays += 1
        self._report()
