"""An Apple Account: whom it belongs to, and what iCloud keeps for it.

Only state is here; what may be done with it is in `icloud`, `keychain_sync` and `backup`.
"""

from __future__ import annotations

from lostphone.world.clouds.backup_content import DeviceBackup
from lostphone.world.clouds.keychain import Circle
from lostphone.world.clouds.shared_items import SharedItems


class AppleAccount:
    """One account.

    `managed` accounts belong to an organisation (D20). `adp` is Advanced Data Protection: Apple holds no
    key to anything (D04, D14). `two_factor` accounts recover their keychain with a device passcode, older
    ones with an iCloud security code (D12, D16).
    """

    def __init__(
        self,
        email: str,
        owner: str,
        *,
        managed: bool = False,
        organisation: str = "",
        adp: bool = False,
        two_factor: bool = True,
    ) -> None:
        self.email = email
        self.owner = owner
        self.managed = managed
        self.organisation = organisation
        self.adp = adp
        self.two_factor = two_factor
        self.password_changes = 0
        #: The storage is full: nothing new fits (D24).
        self.full = False
        #: The organisation has taken a managed account back; nobody can sign in to it.
        self.closed = False
        #: No trusted device, passcode, recovery key or recovery contact is left to the person (D14).
        self.recovery_lost = False
        #: Apple's data-recovery service has opened what Apple has a key to (D15).
        self.recovered_by_apple = False
        #: Devices signed in, in order of signing in.
        self.devices: list[str] = []
        #: What the app itself has saved to iCloud: names and blobs.
        self.container: dict[str, bytes] = {}
        self.circle = Circle()
        self.items = SharedItems()
        #: The latest backup of each device, by its name.
        self.backups: dict[str, DeviceBackup] = {}

    def __repr__(self) -> str:
        return f"AppleAccount({self.email!r})"

    @property
    def passcode_kind(self) -> str:
        """What opens the escrow record of this account (D12)."""
        return "device passcode" if self.two_factor else "iCloud security code"
