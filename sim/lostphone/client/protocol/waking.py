"""How often a client is woken that changes nothing: phones batch the background work of such an app.

An idle wake is one in which the client only reads, and asks to be woken again. After IDLE_WAKES of them in a
row on one phone no timer there rings sooner than after BATCH_MS; any other question about that phone, and a
wake that changes something, ends this. So a client that looks every 30 seconds for something that does not
come takes no more time of a seven-year story than one that looks every hour.

>>> waking = Waking()
>>> for _ in range(IDLE_WAKES):
...     waking.begin("Pixel", wakes=True)
...     waking.end()
>>> waking.begin("Pixel", wakes=True)
>>> waking.delay_ms(30_000), waking.delay_ms(7_200_000)
(3600000, 7200000)
"""

from __future__ import annotations

from lostphone.base.clock import HOUR_MS

#: Enough for a client that retries, and for an hour of one that looks every 30 seconds.
IDLE_WAKES = 120
BATCH_MS = HOUR_MS


class Waking:
    """Counts idle wakes by device, in one scenario."""

    def __init__(self) -> None:
        self._idle: dict[str, int] = {}
        self._device = ""
        self._is_idle = False

    def begin(self, device: str, wakes: bool) -> None:
        """A question about that device is asked; `wakes` if it is the ringing of a timer."""
        self._device, self._is_idle = device, wakes

    def changed(self) -> None:
        """The client has done something that is more than reading."""
        self._is_idle = False

    def end(self) -> None:
        """The question has been answered."""
        self._idle[self._device] = self._idle.get(self._device, 0) + 1 if self._is_idle else 0

    def delay_ms(self, asked_ms: int) -> int:
        """After how long a timer rings that the client asks for now."""
        batched = self._is_idle and self._idle.get(self._device, 0) >= IDLE_WAKES
        return max(asked_ms, BATCH_MS) if batched else asked_ms
