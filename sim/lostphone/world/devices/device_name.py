"""The name of a device in stories: its owner and its model, as in "Mika's new iPhone".

Names are put together and read here alone.

>>> name = DeviceName.read("Mika's new iPhone")
>>> name.owner, name.model, name.family, name.is_new
('Mika', 'new iPhone', 'iPhone', True)
>>> str(DeviceName("Kenji", "iPad"))
"Kenji's iPad"
"""

from __future__ import annotations

import re
from typing import NamedTuple

_OWNS = "'s "
#: A model is a family, with one word before it where the owner has two of a family.
_MODEL = re.compile(r"(?:\w+ )?(iPhone|iPad|Android phone)")


class DeviceName(NamedTuple):
    """Whose device it is, and what the owner calls it: "iPhone", "new iPhone", "old Android phone"."""

    owner: str
    model: str

    @staticmethod
    def read(text: str) -> DeviceName:
        """The owner and the model in that text; the model is "" where the text is no name of a device."""
        owner, _, model = text.partition(_OWNS)
        return DeviceName(owner, model)

    @property
    def family(self) -> str:
        """iPhone, iPad or Android phone; "" for any other model."""
        found = _MODEL.fullmatch(self.model)
        return found[1] if found else ""

    @property
    def is_new(self) -> bool:
        """Whether the owner calls it the new one."""
        return self.model.startswith("new ")

    def __str__(self) -> str:
        return f"{self.owner}{_OWNS}{self.model}"
