"""What to tell the person: each account's result, the rules it rests on, and what to change today.

Advice is found by trying: the same loss is played again with switches on, singly and then together, and
with a new phone of the old kind. What is advised is therefore what would really have helped.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import msgspec

from lostphone.clock import iso
from lostphone.rules import Policy
from lostphone.whatif.accounts_file import OwnAccount, OwnKind
from lostphone.whatif.loss import Loss, Result, handles, play_loss
from lostphone.whatif.means import KEPT_BY, existed, exists, since_ms
from lostphone.whatif.words import listed, say

_ORDER: dict[Result, int] = {"lost": 0, "sign-in": 1, "back": 2}
_CONTENT_RULES: dict[OwnKind, str] = {
    "third-party": "restore.third-party-code",
    "personal": "restore.personal-code",
    "passwordless": "restore.passwordless-name-only",
    "work": "restore.work-name-only",
    "work-code": "restore.third-party-work-code",
}


class Verdict(msgspec.Struct, frozen=True):
    """One account: `outcome` is back, sign-in or lost; `rules` are ids of the catalogue."""

    name: str
    kind: OwnKind
    outcome: Result
    rules: tuple[str, ...]
    advice: str


def judge(own: list[OwnAccount], loss: Loss, lang: str = "en") -> list[Verdict]:
    """Play the loss, and what would have changed it; a verdict for each account, in order."""
    results, _story = play_loss(own, loss)
    remedies = list(_remedies(own, loss, results))
    same_platform = _on_the_same_platform(own, loss, results)
    return [
        Verdict(
            account.name,
            account.kind,
            results[handle],
            deciding_rules(account.kind, loss, results[handle]),
            _advice(handle, account, loss, results[handle], remedies, same_platform, lang),
        )
        for handle, account in handles(own).items()
    ]


def _remedies(
    own: list[OwnAccount], loss: Loss, results: dict[str, Result]
) -> Iterator[tuple[tuple[str, ...], dict[str, Result]]]:
    """Sets of switches to turn on, smallest first, with what they lead to. Nothing lost, nothing tried."""
    if "lost" not in results.values():
        return
    off = [switch for switch in loss.switches() if switch in loss.off]
    for size in range(1, len(off) + 1):
        for chosen in combinations(off, size):
            better = Loss(loss.phone, loss.new, loss.day_ms, loss.off - set(chosen))
            yield chosen, play_loss(own, better)[0]


def _advice(
    handle: str,
    account: OwnAccount,
    loss: Loss,
    result: Result,
    remedies: list[tuple[tuple[str, ...], dict[str, Result]]],
    same_platform: dict[str, Result],
    lang: str,
) -> str:
    if not existed(account.kind, loss.day_ms):
        means = KEPT_BY[account.kind]
        return say(lang, "advice", f"no_{means}_yet", since=iso(since_ms(means))[:10])
    if result == "back":
        return say(lang, "advice", "none")
    if account.kind in ("passkey", "password"):
        return say(lang, "advice", account.kind)
    if result == "sign-in":
        return say(lang, "advice", _finishing(account.kind, loss), name=account.name)
    best = max((_ORDER[outcome[handle]] for _on, outcome in remedies), default=0)
    for switched_on, outcome in remedies:
        if best and _ORDER[outcome[handle]] == best:
            words = [say(lang, "switch", switch) for switch in switched_on]
            gain = say(lang, "gain", outcome[handle])
            return say(lang, "advice", "switch_on", switches=listed(lang, words), gain=gain)
    proofs = say(lang, "proofs", _proofs(account.kind, loss))
    outcome_there = same_platform.get(handle, "lost")
    if outcome_there == "lost":
        if account.kind == "third-party":
            return say(lang, "advice", "hopeless")
        return say(lang, "advice", "hopeless_identity", proofs=proofs)
    return say(
        lang,
        "advice",
        "same_platform" if account.kind == "third-party" else "same_platform_identity",
        proofs=proofs,
        old=say(lang, "platform", loss.phone),
        new=say(lang, "platform", loss.new),
        gain=say(lang, "gain", outcome_there),
    )


def _finishing(kind: OwnKind, loss: Loss) -> str:
    if kind != "work":
        return "finish_sign_in"
    return "finish_work" if exists("temporary-access-pass", loss.day_ms) else "finish_work_before_passes"


def _proofs(kind: OwnKind, loss: Loss) -> str:
    """What proves an account of that kind without the lost phone, on that day."""
    if kind not in ("work", "work-code"):
        return "personal"
    if not exists("temporary-access-pass", loss.day_ms):
        return "work_before_passes"
    return "work_after_sms" if Policy.at(loss.new, loss.day_ms).holds("sms.ends") else "work"


def _on_the_same_platform(own: list[OwnAccount], loss: Loss, results: dict[str, Result]) -> dict[str, Result]:
    """What a new phone of the old kind would have brought back, with every switch on; tried if it matters."""
    if loss.phone == loss.new or "lost" not in results.values():
        return {}
    return play_loss(own, Loss(loss.phone, loss.phone, loss.day_ms))[0]


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
