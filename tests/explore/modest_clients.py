"""Clients of somebody whose app keeps a list and shows codes, and does no more; each with a fault."""

from __future__ import annotations

import time

from lostphone.client.port import Accounts, ClientInfo, Done, ListAccounts, RemoveAccount, ShowCode
from lostphone.client.reference import ReferenceClient


class Modest(ReferenceClient):
    """Has no backups, no Microsoft accounts, no passkeys and no autofill."""

    def initialize(self, hello):
        return ClientInfo("modest", "1", capabilities=("accounts", "codes"))


class Loses(Modest):
    """Of two accounts or more it does not list the last."""

    def call(self, device_id, intent):
        answer = super().call(device_id, intent)
        if isinstance(intent, ListAccounts) and len(answer.rows) > 1:
            return Accounts(answer.rows[:-1])
        return answer


class Keeps(Modest):
    """What is removed stays."""

    def call(self, device_id, intent):
        return Done() if isinstance(intent, RemoveAccount) else super().call(device_id, intent)


class Doubles(Modest):
    """The first account is listed twice."""

    def call(self, device_id, intent):
        answer = super().call(device_id, intent)
        if isinstance(intent, ListAccounts):
            return Accounts((*answer.rows[:1], *answer.rows))
        return answer


class Clumsy(Modest):
    """Crashes where something is removed, and where a code is shown of eight digits."""

    def call(self, device_id, intent):
        if isinstance(intent, RemoveAccount):
            raise KeyError("row")
        answer = super().call(device_id, intent)
        if isinstance(intent, ShowCode) and len(answer.code) == 8:
            raise OverflowError("eight")
        return answer


class Slow(Modest):
    """Takes a while over a list, which is too long for somebody in a hurry."""

    def call(self, device_id, intent):
        if isinstance(intent, ListAccounts):
            time.sleep(0.8)
        return super().call(device_id, intent)
