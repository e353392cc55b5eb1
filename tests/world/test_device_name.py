"""A device knows its owner and its model, and one module reads names."""

from __future__ import annotations

from pathlib import Path

import pytest

from lostphone.world.devices.device_name import DeviceName
from lostphone.world.world import World

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("text", "model", "family", "new"),
    [
        ("Mika's iPhone", "iPhone", "iPhone", False),
        ("Mika's new iPad", "new iPad", "iPad", True),
        ("Mika's old Android phone", "old Android phone", "Android phone", False),
        ("Mika's Pixel", "Pixel", "", False),
    ],
)
def test_a_name_is_an_owner_and_a_model(text: str, model: str, family: str, new: bool) -> None:
    name = DeviceName.read(text)
    assert (name.owner, name.model, name.family, name.is_new) == ("Mika", model, family, new)
    assert str(name) == text


def test_what_is_no_name_of_a_device_has_no_model() -> None:
    assert DeviceName.read("GitHub") == ("GitHub", "")


def test_a_device_knows_its_owner_and_its_model() -> None:
    device = World().add_device("Mika's new iPhone", "Mika", "ios")
    assert (device.owner, device.model) == ("Mika", "new iPhone")


def test_names_are_read_in_one_module_only() -> None:
    readers = [
        path.name
        for folder in ("sim", "steps")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if '"\'s "' in path.read_text("utf-8") or "\"'s (" in path.read_text("utf-8")
    ]
    assert readers == ["device_name.py"]
