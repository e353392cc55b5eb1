"""Which of the texts of `advice.toml` fits an account on a day.

>>> from lostphone.base.clock import parse_day
>>> case = AccountInLoss(OwnAccount("GitHub", "third-party", 1), Loss("ios", "ios", parse_day("2025-11-14")))
>>> advise("now", case, "en", outcome="lost", way="site")[:26]
'Use a recovery code that y'
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeAlias

from lostphone.texts.bilingual import tables
from lostphone.whatif.dated import may_be_said
from lostphone.whatif.loss import Loss
from lostphone.whatif.own_account import OwnAccount

#: What is said of any loss; what can be done after it; what helps before it; what proves an account.
Group: TypeAlias = Literal["always", "now", "before", "proof"]


@dataclass(frozen=True)
class AccountInLoss:
    """An account in a loss."""

    account: OwnAccount
    loss: Loss


def advise(
    group: Group,
    case: AccountInLoss,
    lang: str,
    /,
    *,
    way: str,
    values: dict[str, str] | None = None,
    **so: str,
) -> str:
    """The first text of the group that fits and may be said on that day, in `en` or `ja`.

    `way`, and in `so` `outcome` or `case`, are what was found by playing; `values` fill holes of the text.
    LookupError if nothing fits: a test goes through all that can be found.
    """
    for entry in entries(group):
        if _fits(entry, case, {**so, "way": way}) and may_be_said(
            entry, (case.loss.phone, case.loss.new), case.loss.day_ms
        ):
            text: str = entry["text"][lang]
            if "{proofs}" in text:
                values = {**(values or {}), "proofs": advise("proof", case, lang, way=way)}
            return text.format(**(values or {}))
    raise LookupError(f"no advice '{group}' for {case.account.kind}, {way}, {so}")


def always(loss: Loss, lang: str) -> tuple[str, ...]:
    """What is said of the loss whatever the accounts, in `en` or `ja`."""
    return tuple(
        entry["text"][lang]
        for entry in entries("always")
        if entry["kept"] == loss.kept and may_be_said(entry, (loss.phone, loss.new), loss.day_ms)
    )


@cache
def entries(group: Group) -> tuple[dict[str, Any], ...]:
    """The entries of a group as they stand in the file, in its order."""
    return tuple(tables("lostphone.whatif", "advice.toml")[group])


def _fits(entry: dict[str, Any], case: AccountInLoss, so: dict[str, str]) -> bool:
    known = {**so, "kept": case.loss.kept, "proven": case.account.proof}
    return case.account.kind in entry.get("kinds", [case.account.kind]) and all(
        entry[key] in (known.get(key), "any") for key in _conditions(entry)
    )


def _conditions(entry: dict[str, Any]) -> Iterator[str]:
    return (key for key in ("way", "outcome", "case", "kept", "proven") if key in entry)
