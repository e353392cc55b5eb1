"""Everything a person, an administrator or a fault can do, as small frozen values.

A story is a list of these (docs/explanation/design.md#a-story-is-data). Gherkin steps, saved files and the
explorer all make the same values, and one interpreter plays them; so every failure replays, shrinks and
prints.

>>> from lostphone.stories.actions.phones import LosePhone
>>> action = LosePhone("Mika's iPhone")
>>> decode(encode(action)) == action
True
>>> encode(action)
b'{"do":"lose-phone","phone":"Mika\\'s iPhone"}'
"""

from __future__ import annotations

from typing import Any, Union

import msgspec

from lostphone.stories.actions import (
    accounts,
    backup,
    clouds,
    faults,
    passkeys,
    passwords,
    phones,
    time,
    work,
)
from lostphone.stories.actions.base import Action

_ROOMS = (time, phones, clouds, accounts, backup, work, passkeys, passwords, faults)

#: Every kind of action by its tag, in the order of the rooms.
KINDS: dict[str, type[Action]] = {
    str(kind.__struct_config__.tag): kind
    for room in _ROOMS
    for kind in vars(room).values()
    if isinstance(kind, type) and issubclass(kind, Action) and kind.__module__ == room.__name__
}

_decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(Union[tuple(KINDS.values())])  # noqa: UP007


def encode(action: Action) -> bytes:
    """An action as one line of JSON."""
    return msgspec.json.encode(action)


def decode(line: bytes | str) -> Action:
    """The action a line of JSON stands for. Raises msgspec.ValidationError, which says what is wrong."""
    action: Action = _decoder.decode(line)
    return action


__all__ = ["KINDS", "Action", "decode", "encode"]
