"""A client that broke, in words: at what, on which phone, and what it did instead of answering.

>>> from lostphone.client.port import ClientBroke
>>> broke = ClientBroke("crash", "account/list on Mika's iPhone: the client raised KeyError: 'row'")
>>> print(breaking(broke).text("en"), breaking(broke).text("ja"), sep="\\n")
the client broke (crash): account/list on Mika's iPhone: the client raised KeyError: 'row'
ミカのiPhoneでのaccount/listでクライアントが壊れた(crash): the client raised KeyError: 'row'
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lostphone.gherkin.sighting import Sighting, Value, sighted

if TYPE_CHECKING:
    from lostphone.client.port import BrokenHow, ClientBroke

#: What is seen of a budget that was used up.
_SPENT: Mapping[BrokenHow, str] = {
    "wakes": "spent-wakes",
    "calls": "spent-calls",
    "bytes": "spent-bytes",
    "time": "spent-time",
}


def breaking(broke: ClientBroke) -> Sighting:
    """What is seen of it. What the client itself said is in no language of ours."""
    doing, _, what = broke.message.partition(": ")
    method, _, phone = doing.partition(" on ")
    seen: Value = what
    if broke.kind in _SPENT:
        # These words are ours.
        seen = sighted(_SPENT[broke.kind], limit=f"{broke.limit:,}")
    if not what:
        return sighted("client-broke-so", how=broke.kind, what=broke.message)
    if not phone:
        return sighted("client-broke-nowhere", how=broke.kind, method=method, what=seen)
    return sighted("client-broke", how=broke.kind, method=method, phone=phone, what=seen)


def with_last_words(broke: ClientBroke, language: str) -> str:
    """The same, and below it the end of what it wrote."""
    told = breaking(broke).text(language)
    if not broke.last_words:
        return told
    return f"{told}\n{sighted('last-words').text(language)}\n{broke.last_words}"
