"""Each iCloud setting has one name, which every file of words and every rule uses."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

import lostphone
from lostphone.rules import Catalogue, CatalogueError
from lostphone.rules.icloud_settings import ICLOUD_SETTINGS, SIGNED_IN, field_name
from lostphone.world.devices.services import ICloudSettings
from lostphone_steps.words import SWITCHES

PACKAGE = Path(lostphone.__file__).parent
Overlay = Callable[..., Catalogue]
APP_BACKUP = "cloud-backup"


def test_sentences_name_every_setting_of_an_iphone() -> None:
    assert set(SWITCHES.spellings) == {*ICLOUD_SETTINGS, "passkey-provider"}


@pytest.mark.parametrize("file", ["whatif/words.toml", "site/live/words.toml"])
def test_words_name_every_setting_and_no_other(file: str) -> None:
    words = tomllib.loads((PACKAGE / file).read_text("utf-8"))
    assert set(words["switch"]) == {*ICLOUD_SETTINGS, APP_BACKUP}


def test_the_protocol_shows_every_setting_on_and_off() -> None:
    for setting in ICLOUD_SETTINGS:
        shown = {field_name(other): other == setting for other in ICLOUD_SETTINGS}
        icloud = ICloudSettings("token", **shown)
        assert [other for other in ICLOUD_SETTINGS if icloud.is_on(other)] == [setting]
        assert set(ICloudSettings.__struct_fields__) == {"account", *shown}


def test_a_rule_that_needs_a_setting_of_another_name_is_refused(overlay: Overlay) -> None:
    assert SIGNED_IN not in ICLOUD_SETTINGS
    with pytest.raises(CatalogueError, match=r"microsoft\.toml: backup\.ios1\.gates: .*saved-to-icloud"):
        overlay(
            microsoft=_SHIPPED.replace("'icloud-backup', 'app-toggle'", "'icloud-backup', 'saved-to-icloud'")
        )


_SHIPPED = (PACKAGE / "rules" / "microsoft.toml").read_text("utf-8")
