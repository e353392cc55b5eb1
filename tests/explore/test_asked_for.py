"""Nobody asks a client for what it does not declare: what it would answer says nothing of it."""

from __future__ import annotations

import msgspec

from lostphone.client import port
from lostphone.client.reference import ReferenceClient
from lostphone.explore.exploration import exploration
from lostphone.explore.run import run

CAN = ("accounts", "codes")
#: What those two capabilities cover, and what every client is told.
KNOWN = (
    port.OpenApp, port.UpdatedApp, port.Wake, port.AddAccount, port.ListAccounts, port.RemoveAccount,
    port.ShowCode,
)  # fmt: skip


class Narrow(ReferenceClient):
    """Declares little, and falls over anything else."""

    def initialize(self, hello: port.Hello) -> port.ClientInfo:
        return msgspec.structs.replace(super().initialize(hello), capabilities=CAN)

    def call(self, device_id, intent):  # type: ignore[no-untyped-def]
        if not isinstance(intent, KNOWN) or getattr(intent, "identity", None):
            raise port.ClientBroke("crash", f"what is {type(intent).__name__}?")
        return super().call(device_id, intent)


def test_a_client_is_asked_for_what_it_declares_alone() -> None:
    ran = [run(exploration(seed), Narrow) for seed in range(12)]
    assert [one.wrong for one in ran if one.wrong] == []
    assert sum(len(one.actions) for one in ran) > 200
