"""The iCloud settings of an iPhone that decide about a backup, each under one name everywhere.

Stories, rules, messages of the command line and pages use these names (facts A14, A25, A28). The protocol
and the command line know each setting by a shorter name too, which is derived here.

>>> [short_name(setting) for setting in ICLOUD_SETTINGS]
['drive', 'keychain', 'backup', 'app-toggle']
"""

from __future__ import annotations

from functools import cache
from typing import Literal, TypeAlias, get_args

#: iCloud Drive, iCloud Keychain, iCloud Backup, and the app's own toggle under "Saved to iCloud".
ICloudSetting: TypeAlias = Literal["icloud-drive", "icloud-keychain", "icloud-backup", "app-toggle"]
ICLOUD_SETTINGS: tuple[ICloudSetting, ...] = get_args(ICloudSetting)

SignedIn: TypeAlias = Literal["icloud"]
#: The name for being signed in to iCloud, which comes before every setting.
SIGNED_IN: SignedIn = "icloud"
#: Each thing that a backup may need on an iPhone.
Gate: TypeAlias = SignedIn | ICloudSetting


def short_name(setting: str) -> str:
    """The setting without "icloud-", as a person may type it."""
    return setting.removeprefix("icloud-")


@cache
def field_name(setting: str) -> str:
    """The field of the protocol's ICloudSettings that shows the setting."""
    return short_name(setting).replace("-", "_")
