"""What to tell of each account: its outcome, the rules it rests on, the way back, and what would have helped.

Two kinds of advice are kept apart. `now` takes the loss as having happened: it is the way back that was
played after it. `before` is about the day before it: the same loss is played again with settings on, singly
and then together, and with a new phone of the old kind. What is advised would really have helped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from lostphone.rules import Policy
from lostphone.whatif.advising import AccountInLoss, advise
from lostphone.whatif.available_help import existed
from lostphone.whatif.lengths import with_ends_first
from lostphone.whatif.loss import Loss, Result
from lostphone.whatif.open_questions import Dispute, disputes_in
from lostphone.whatif.own_account import OwnAccount, OwnKind
from lostphone.whatif.player import Batch, Fate, LossPlayer, kind_of
from lostphone.whatif.remedies import Remedies, not_yet
from lostphone.whatif.settings import possible
from lostphone.whatif.uncertain import Depends, OtherOutcome, Told, asked, outcome_of, worst_first
from lostphone.whatif.words import say

_CONTENT_RULES: dict[OwnKind, str] = {
    "third-party": "restore.third-party-code",
    "personal": "restore.personal-code",
    "passwordless": "restore.passwordless-name-only",
    "work": "restore.work-name-only",
    "work-code": "restore.third-party-work-code",
}


class AccountVerdict(msgspec.Struct, frozen=True):
    """One account: `outcome` is back, sign-in, lost or depends; `rules` are ids of the catalogue.

    `now` is what can be done after the loss, `before` what would have helped. `depends` says on which
    settings the outcome depends; `open_questions` change the outcome, the way back or what would have helped
    if they are answered otherwise than usual.
    """

    name: str
    kind: OwnKind
    outcome: Told
    rules: tuple[str, ...]
    now: str
    before: str
    depends: Depends | None
    open_questions: tuple[OtherOutcome, ...]


def judge(
    own: Sequence[OwnAccount],
    loss: Loss,
    lang: str = "en",
    unknown: frozenset[str] = frozenset(),
    told: Callable[[], None] = lambda: None,
) -> list[AccountVerdict]:
    """Play the loss, and what would have changed it; a verdict for each account, in order.

    `unknown` are settings of which it is not known whether they were on. `told` is called after each play.
    """
    losses = possible(loss, unknown)

    def find(kinds: list[OwnAccount]) -> dict[OwnAccount, AccountVerdict]:
        player = LossPlayer(kinds, told)
        verdicts = (verdict for batch in player.batches for verdict in _judge(batch, losses, lang))
        return dict(zip(player.kinds, verdicts, strict=True))

    kinds = [kind_of(account) for account in own]
    found = with_ends_first(dict.fromkeys(kinds), find)
    return [
        msgspec.structs.replace(found[kind], name=account.name)
        for account, kind in zip(own, kinds, strict=True)
    ]


def _judge(batch: Batch, losses: list[Loss], lang: str) -> list[AccountVerdict]:
    disputed = disputes_in(batch, losses)
    verdicts: list[AccountVerdict] = []
    for place, account in enumerate(batch.kinds):
        fates = [batch.ending(one).fates[place] for one in losses]
        outcome, depends = outcome_of(losses, fates)
        worst = worst_first(fates)[0]
        case = AccountInLoss(account, losses[0])
        verdicts.append(
            AccountVerdict(
                name="",
                kind=account.kind,
                outcome=outcome,
                rules=deciding_rules(account.kind, losses[0], worst.outcome),
                now=_now(case, fates, lang),
                before=_before(batch, place, losses, worst, lang),
                depends=depends,
                open_questions=tuple(
                    _open(batch, place, losses, dispute, lang)
                    for dispute in (*disputed[place], *_doubted(batch, place, losses, worst, disputed[place]))
                ),
            )
        )
    return verdicts


def _doubted(
    batch: Batch, place: int, losses: list[Loss], worst: Fate, found: Sequence[Dispute]
) -> list[Dispute]:
    """The answers on which only the advice depends, and not what comes of the account as it was."""
    known = [dispute.answers for dispute in found]
    return [
        Dispute(answers, tuple(batch.ending(one, answers).fates[place] for one in losses))
        for answers in Remedies(batch, losses[0], losses[-1]).doubted(place, worst)
        if answers not in known
    ]


def _open(batch: Batch, place: int, losses: list[Loss], dispute: Dispute, lang: str) -> OtherOutcome:
    outcome, depends = outcome_of(losses, dispute.fates)
    case, worst = AccountInLoss(batch.kinds[place], losses[0]), worst_first(dispute.fates)[0]
    before = _before(batch, place, losses, worst, lang, dispute.answers)
    return OtherOutcome(
        asked(dispute.answers, lang), outcome, _now(case, dispute.fates, lang), before, depends
    )


def _before(
    batch: Batch,
    place: int,
    losses: list[Loss],
    worst: Fate,
    lang: str,
    answers: dict[str, str] | None = None,
) -> str:
    return Remedies(batch, losses[0], losses[-1], answers).advice(place, worst, lang)


def _now(case: AccountInLoss, fates: Sequence[Fate], lang: str) -> str:
    """The way back; where it is not known which it will be, each with the outcome it belongs to."""
    if not existed(case.account.kind, case.loss.day_ms):
        return not_yet(case, lang)
    advice = {
        fate.outcome: advise("now", case, lang, outcome=fate.outcome, way=fate.way)
        for fate in worst_first(fates)
    }
    if len(set(advice.values())) == 1:
        return next(iter(advice.values()))
    advice.pop("back", None)
    parts = [say(lang, "if_outcome", outcome, advice=text) for outcome, text in advice.items()]
    return ("" if lang == "ja" else " ").join(parts)


def deciding_rules(kind: OwnKind, loss: Loss, result: Result) -> tuple[str, ...]:
    """The rules that decide the case of such an account, the deciding one first; all are in force that day.

    The one exception is a day before there was any backup: the rule that says since when there is one.
    """
    policy = Policy.at(loss.phone, loss.day_ms)
    if kind == "passkey":
        return ("passkey.not-restored", "passkey.device-bound")
    if kind == "password":
        over = "autofill.passwords-inaccessible"
        return ("autofill.edge-keeps", over) if policy.holds(over) else ("autofill.edge-keeps",)
    content = _CONTENT_RULES[kind]
    if result == "back":
        return (content,)
    if result == "sign-in":
        return (content, "restore.sign-in-again")
    if not policy.holds("backup.first-version"):
        return ("backup.first-version",)
    if loss.phone != loss.new:
        return ("backup.same-platform-only",)
    if loss.phone == "android":
        return ("backup.android.cloud-backup",)
    if policy.holds("backup.ios2.gates"):
        return ("backup.ios2.gates",)
    return ("backup.ios1.gates",)
