"""Which open questions change what becomes of an account, and what they change it to.

Sources disagree here and there. The catalogue then has an open question with several answers, one of which
is taken unless another is asked for. Here the same loss is played under the other answers too. A question
that a story did not ask is left out: its answer could not have changed that story (`rules.asked`). Answers
are combined as long as that leads to something new, because one answer may hide the effect of another.

What to use: `disputes` for each account of a list, `alternatives` for everything that can come of a batch.

>>> from lostphone.base.clock import parse_day
>>> from lostphone.whatif.own_account import OwnAccount
>>> player = LossPlayer([OwnAccount("GitHub", "third-party", 1)])
>>> loss = Loss("ios", "ios", parse_day("2026-05-25"), off=frozenset({"icloud-drive"}))
>>> [dispute] = disputes(player, [loss])[0]
>>> dispute.answers, [fate.outcome for fate in dispute.fates]
({'Q02': 'current-page'}, ['lost'])
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec

from lostphone.rules import Catalogue
from lostphone.whatif.loss import Loss
from lostphone.whatif.player import Batch, Fate, LossPlayer


class Alternative(msgspec.Struct, frozen=True):
    """One set of answers (only those that are not the usual ones), and what comes of each kind then.

    `fates[place][number]` is the fate of the kind at that place of the batch in the loss of that number.
    """

    answers: dict[str, str]
    fates: tuple[tuple[Fate, ...], ...]


class Dispute(msgspec.Struct, frozen=True):
    """Answers under which an account ends otherwise than usual: no fewer of them would do.

    `fates` are what comes of it then, one for each of the losses that were asked about.
    """

    answers: dict[str, str]
    fates: tuple[Fate, ...]


def disputes(player: LossPlayer, losses: Sequence[Loss]) -> list[tuple[Dispute, ...]]:
    """For each account of the player's list, the answers that change its fate; most have none.

    `losses` are several when not all about the loss is known, one for each way it may have been.
    """
    return player.by_account([found for batch in player.batches for found in disputes_in(batch, losses)])


def disputes_in(batch: Batch, losses: Sequence[Loss]) -> list[tuple[Dispute, ...]]:
    """The same for each kind of a batch."""
    usual, *others = alternatives(batch, losses)
    return [tuple(_disputes(place, usual, others)) for place in range(len(batch.kinds))]


def alternatives(batch: Batch, losses: Sequence[Loss]) -> list[Alternative]:
    """Every set of answers that was played, the usual one (no answers) first, fewer answers before more."""
    found: dict[frozenset[tuple[str, str]], Alternative] = {}
    told_apart: set[tuple[tuple[Fate, ...], ...]] = set()
    waiting: deque[dict[str, str]] = deque([{}])
    while waiting:
        answers = waiting.popleft()
        key = frozenset(answers.items())
        if key in found:
            continue
        endings = [batch.ending(loss, answers) for loss in losses]
        fates = tuple(zip(*(ending.fates for ending in endings), strict=True))
        found[key] = Alternative(answers, fates)
        if fates not in told_apart:
            told_apart.add(fates)
            waiting.extend(_one_more(answers, frozenset[str]().union(*(end.asked for end in endings))))
    return list(found.values())


def _one_more(answers: dict[str, str], asked: frozenset[str]) -> Iterator[dict[str, str]]:
    for question in sorted(asked - answers.keys()):
        possible = Catalogue.load().open_question(question)
        for answer in possible.answers:
            if answer != possible.default:
                yield {**answers, question: answer}


def _disputes(place: int, usual: Alternative, others: list[Alternative]) -> Iterator[Dispute]:
    seen = {frozenset(usual.answers.items()): usual.fates[place]}
    for other in others:
        fates = other.fates[place]
        items = frozenset(other.answers.items())
        fewer = (frozenset(part) for size in range(len(items)) for part in combinations(items, size))
        if all(seen.get(part) != fates for part in fewer):
            yield Dispute(other.answers, fates)
        seen[items] = fates
