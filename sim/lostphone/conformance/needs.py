"""What a client must be able to do before a scenario can judge it: found by watching the reference play it.

The answer is kept in the requirement set, so that a run need not ask again; a test finds it anew.

>>> from lostphone.client.port import ShowCode, UsePasskey
>>> capability_of(UsePasskey({})), capability_of(ShowCode("github"))
('passkeys', 'codes')
"""

from __future__ import annotations

from lostphone.client.port import (
    CAPABILITIES,
    AddAccount,
    Client,
    ClientInfo,
    Hello,
    Intent,
    Result,
    Scenario,
    ShowCode,
    SignIn,
)
from lostphone.client.protocol.methods import ASKED, method_of
from lostphone.client.reference import ReferenceClient
from lostphone.gherkin.pickles import Pickle
from lostphone.stories.performance import perform
from lostphone.stories.story import Story
from lostphone.world.devices.services import PlatformServices

_BY_ROOM = {"account": "accounts", "backup": "backup", "passkey": "passkeys", "autofill": "autofill"}
_COUNTED = "otpauth://hotp/"
#: On an iPhone nobody asks for a backup: it makes itself, and a new phone finds it.
_ABOUT_BACKUP = ("backup.", "restore.")


def capability_of(intent: Intent) -> str | None:
    """The capability that an intent belongs to, or None for what every client is asked.

    A counted code cannot be told from a timed one by the intent alone: see `needs_of`.
    """
    if isinstance(intent, ShowCode):
        return "codes"
    if isinstance(intent, SignIn) or (isinstance(intent, AddAccount) and intent.identity is not None):
        return "microsoft-accounts"
    return capability_of_method(method_of(type(intent)))


def capability_of_method(method: str) -> str | None:
    """The same for the name of a method, as far as the name tells."""
    if method not in ASKED:
        return None
    if method == "account/code":
        return "codes"
    if method == "account/sign_in":
        return "microsoft-accounts"
    return _BY_ROOM.get(method.partition("/")[0])


def needs_of(pickle: Pickle) -> tuple[str, ...]:
    """The capabilities that the scenario needs, in the order of CAPABILITIES.

    RuntimeError if the reference itself fails it, for then nothing is known.
    """
    watched = _Watched()
    with Story(lang=pickle.language, client=lambda: watched, scenario_id=pickle.id) as story:
        played = perform(pickle, story)
    for step in played:
        if step.status == "failed":
            raise RuntimeError(f"the reference fails {pickle.id} at '{step.step}': {step.problem}")
    needed = set(watched.needs)
    if watched.counted and not watched.timed:
        needed.discard("codes")
    if watched.counted:
        needed.add("counter-codes")
    if any(rule.startswith(_ABOUT_BACKUP) for rule in pickle.rules):
        needed.add("backup")
    return tuple(capability for capability in CAPABILITIES if capability in needed)


class _Watched(Client):
    """The reference, and what it has been asked for."""

    def __init__(self) -> None:
        self._client = ReferenceClient()
        self.needs: dict[str, None] = {}
        self.counted = False
        self.timed = False

    def initialize(self, hello: Hello) -> ClientInfo:
        return self._client.initialize(hello)

    def start_scenario(self, scenario: Scenario) -> None:
        self._client.start_scenario(scenario)

    def provision(self, device_id: str, services: PlatformServices) -> None:
        self._client.provision(device_id, services)

    def call(self, device_id: str, intent: Intent) -> Result:
        capability = capability_of(intent)
        if capability is not None:
            self.needs[capability] = None
        if isinstance(intent, AddAccount):
            counted = intent.uri is not None and intent.uri.startswith(_COUNTED)
            self.counted |= counted
            self.timed |= not counted
        return self._client.call(device_id, intent)
