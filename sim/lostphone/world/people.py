"""People: who owns which device, what they remember, and what they have besides the phone."""

from __future__ import annotations


class Person:
    """Somebody with a name. Everything else they own is looked up in the world by that name."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.devices: list[str] = []
        #: Devices whose passcode this person no longer knows.
        self.forgotten_passcodes: list[str] = []

    def remembers_passcode_of(self, device_id: str) -> bool:
        return device_id not in self.forgotten_passcodes


def apple_account_of(person: str) -> str:
    """The address of a person's own Apple Account, where nobody names another.

    >>> apple_account_of("Mika")
    'mika@icloud.com'
    """
    return f"{person.lower()}@icloud.com"
