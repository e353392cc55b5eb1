"""What people in a story hold in their hands or heads between two actions: never part of the trace."""

from __future__ import annotations

from typing import Any

from lostphone.base.secret import Secret


class Notes:
    """Codes written down, passes received, QR codes printed, computer backups kept."""

    def __init__(self) -> None:
        self.codes: dict[str, str] = {}
        self.passes: dict[str, Secret] = {}
        #: The pass before the newest, for whoever kept the slip of paper.
        self.earlier_passes: dict[str, Secret] = {}
        self.enrolment_qr: dict[str, str] = {}
        self.computer_backups: dict[str, Any] = {}
        self.requests: dict[str, Any] = {}
        #: Blobs in the clouds as they were and as they are now, by place (see `spoiling`).
        self.spoiled: dict[Any, tuple[bytes, bytes]] = {}

    def __repr__(self) -> str:
        return "Notes(‹secret›)"
