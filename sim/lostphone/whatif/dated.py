"""Whether a text that advises somebody may be said on a day: each rests on dated rules of the catalogue.

An entry names them in keys: every rule of `rule`, `also` and `held` (an id, or a list of ids) has to be in
force on one of the phones, none of `unless` may be, and the help named in `means` has to exist. An entry
without any rule is a mistake: nothing would ever end it.

>>> from lostphone.base.clock import instant
>>> sms = {"rule": "restore.sign-in-again", "unless": "sms.ends"}
>>> [may_be_said(sms, ("ios", "ios"), instant(2027, month, 1)) for month in (1, 2)]
[True, False]
>>> list(mistakes({"rule": "restore.sing-in"})), list(mistakes({"text": "Switch it on."}))
(["there is no rule 'restore.sing-in'; did you mean restore.sign-in-again?"], ['no rule'])
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lostphone.rules import Catalogue, Policy, UnknownRule
from lostphone.whatif.available_help import MEANS, exists

_NEEDED = ("rule", "also", "held")


def may_be_said(entry: Mapping[str, Any], phones: Sequence[str], at_ms: int) -> bool:
    """Whether all that the entry rests on is so on that day, with these phones (`ios`, `android`)."""
    policies = [Policy.at(phone, at_ms) for phone in dict.fromkeys(phones)]

    def in_force(rule: str) -> bool:
        return any(policy.holds(rule) for policy in policies)

    return (
        all(map(in_force, needed(entry)))
        and not any(map(in_force, _names(entry, "unless")))
        and all(exists(means, at_ms) for means in _names(entry, "means"))
    )


def needed(entry: Mapping[str, Any]) -> list[str]:
    """The rules that have to be in force."""
    return [rule for key in _NEEDED for rule in _names(entry, key)]


def mistakes(entry: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with the entry: it rests on no rule, on one that is none, or on an unknown help."""
    if not needed(entry):
        yield "no rule"
    rules = Catalogue.load().rules
    for rule in [*needed(entry), *_names(entry, "unless")]:
        if rule not in rules:
            yield str(UnknownRule(rule, rules))
    yield from (f"there is no help '{means}'" for means in _names(entry, "means") if means not in MEANS)


def _names(entry: Mapping[str, Any], key: str) -> list[Any]:
    value = entry.get(key, [])
    return [value] if isinstance(value, str) else list(value)
