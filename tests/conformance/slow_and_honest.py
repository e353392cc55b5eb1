"""Clients that are slow; tests name them as `py:`."""

from __future__ import annotations

import time

from lostphone.client.port import Intent, Result
from lostphone.client.reference import ReferenceClient


class Slow(ReferenceClient):
    """Takes a tenth of a second for each answer, and gives the right one."""

    def call(self, device_id: str, intent: Intent) -> Result:
        _take_your_time(0.1)
        return super().call(device_id, intent)


class Deaf(ReferenceClient):
    """Does not return from one call, and hears no alarm."""

    def call(self, device_id: str, intent: Intent) -> Result:
        while True:
            try:
                time.sleep(600)
            except BaseException:
                continue


def _take_your_time(seconds: float) -> None:
    time.sleep(seconds)
