"""The whole answer to one question: which app it is about, what it assumes, what decides, each account.

>>> from lostphone.base.clock import parse_day
>>> own = [OwnAccount("GitHub", "third-party", 1)]
>>> answered = report(own, Loss("android", "android", parse_day("2026-11-30")))
>>> answered.app, answered.assumed[0], [account.outcome for account in answered.accounts]
('Microsoft Authenticator', 'every setting on', ['back'])
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, TypeAlias

import msgspec

from lostphone.base.clock import iso
from lostphone.rules import Catalogue, Policy
from lostphone.whatif.advising import always
from lostphone.whatif.loss import Loss
from lostphone.whatif.own_account import OwnAccount
from lostphone.whatif.settings import DecidingSetting, deciding
from lostphone.whatif.verdict import AccountVerdict, judge
from lostphone.whatif.words import listed, say

APP = "Microsoft Authenticator"

State: TypeAlias = Literal["on", "off", "unknown"]


class LossReport(msgspec.Struct, frozen=True):
    """An answer, in one language. `settings` are those that the lost phone had on that day.

    `about`, `assumed` and `warnings` are sentences and parts of sentences for people. `came_from` is the app
    that wrote the list of accounts, empty for a list by hand. `deciding_settings` change what becomes of some
    account, under the usual answers to open questions or under others. `always` is advice for the phone
    rather than for an account.
    """

    app: str
    about: str
    came_from: str
    lost: str
    phone: str
    new: str
    kept: bool
    settings: dict[str, State]
    assumed: tuple[str, ...]
    warnings: tuple[str, ...]
    deciding_settings: tuple[DecidingSetting, ...]
    always: tuple[str, ...]
    accounts: list[AccountVerdict]


def report(
    own: Sequence[OwnAccount],
    loss: Loss,
    lang: str = "en",
    unknown: frozenset[str] = frozenset(),
    came_from: str = "",
    told: Callable[[], None] = lambda: None,
) -> LossReport:
    """Play the loss on these accounts. `unknown` are settings that may have been on or off.

    `came_from` is the app that wrote the list, empty if none did. `told` is called after each loss that was
    played.
    """
    about = [say(lang, "about", "app")]
    if came_from and came_from != APP:
        about.append(say(lang, "about", "came_from", app=came_from))
    settings: dict[str, State] = {
        name: "unknown" if name in unknown else "off" if name in loss.off else "on"
        for name in loss.switches()
    }
    return LossReport(
        app=APP,
        about=("" if lang == "ja" else " ").join(about),
        came_from=came_from,
        lost=iso(loss.day_ms)[:10],
        phone=loss.phone,
        new=loss.new,
        kept=loss.kept,
        settings=settings,
        assumed=tuple(_assumed(own, loss, settings, lang)),
        warnings=tuple(_warnings(loss, lang)),
        deciding_settings=tuple(deciding(own, loss, told)),
        always=always(loss, lang),
        accounts=judge(own, loss, lang, unknown, told),
    )


def _assumed(own: Sequence[OwnAccount], loss: Loss, settings: dict[str, State], lang: str) -> Iterator[str]:
    by_state = {
        state: [say(lang, "switch", name) for name, found in settings.items() if found == state]
        for state in ("off", "unknown", "on")
    }
    if len(by_state["on"]) == len(settings):
        yield say(lang, "assumed", "all_on")
    else:
        for state in ("off", "unknown"):
            if by_state[state]:
                yield say(lang, "assumed", state, settings=listed(lang, by_state[state]))
        if by_state["on"]:
            yield say(lang, "assumed", "others_on")
    yield say(lang, "assumed", "kept" if loss.kept else "gone")
    yield say(lang, "assumed", "opened")
    if loss.phone == loss.new == "ios":
        yield say(lang, "assumed", "apple")
    if loss.phone == loss.new and not loss.keychain_model:
        yield say(lang, "assumed", "recovery")
    for kinds, word in ((("work", "work-code"), "work"), (("personal", "passwordless"), "personal")):
        for proof in dict.fromkeys(account.proof for account in own if account.kind in kinds):
            ended = proof == "sms" and Policy.at(loss.phone, loss.day_ms).holds("sms.ends")
            yield say(lang, "assumed", f"{word}_{proof}_ended" if ended else f"{word}_{proof}")


def _warnings(loss: Loss, lang: str) -> Iterator[str]:
    catalogue = Catalogue.load()
    if catalogue.after_facts(loss.day_ms):
        last = catalogue.facts_read.isoformat()
        yield say(lang, "about", "after_facts", day=iso(loss.day_ms)[:10], last=last)
