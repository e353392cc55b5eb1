"""What all actions have in common: frozen, tagged with a word of their own, and told of somebody."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from lostphone.base.trace import Detail

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def tag_of(class_name: str) -> str:
    """`LosePhone` is saved as `lose-phone`."""
    return _HUMP.sub("-", class_name).lower()


class Action(
    msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="do", tag=tag_of
):
    """Something that is done in a story. The first field says to whom or to what."""

    @property
    def verb(self) -> str:
        return str(self.__struct_config__.tag)

    @property
    def subject(self) -> str:
        """The value of the first field as text: the phone, person, service or tenant concerned."""
        fields = self.__struct_fields__
        first: Any = getattr(self, fields[0]) if fields else ""
        return first if isinstance(first, str) else ""

    @property
    def detail(self) -> dict[str, Detail]:
        """What the trace has to say besides, so that whoever only reads the trace can tell what was done."""
        return {}

    @property
    def object(self) -> str:
        """The value of the second field when that is a name too: the account, the other phone."""
        fields = self.__struct_fields__
        second: Any = getattr(self, fields[1]) if len(fields) > 1 else ""
        return second if isinstance(second, str) else ""
