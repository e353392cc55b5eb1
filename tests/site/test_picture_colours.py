"""The colours of pictures: enough contrast in both themes (WCAG 2.2 AA), and one dark theme, written twice."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

CSS = files("lostphone.site").joinpath("assets/drawing.css").read_text("utf-8")
#: What is written on what, by the variables of the style sheet; 4.5 to 1 for letters.
LETTERS = [
    *[(letters, ground) for letters in ("ink", "mute", "bad") for ground in ("paper", "faint", "lit")],
    ("paper", "ink"),
    *[(letters, ground) for letters in ("ink", "mute", "i-accent") for ground in ("i-screen", "i-card")],
    *[(letters, ground) for letters in ("ink", "a-accent") for ground in ("a-screen", "a-card")],
    ("mute", "a-screen"),
    ("a-accent", "a-disc"),
]
#: What has to be seen beside what; 3 to 1 for shapes.
SHAPES = [
    ("bezel", "paper"),
    ("good", "paper"),
    ("blue", "paper"),
    ("knob", "i-on"),
    ("knob", "a-on"),
    ("i-on", "i-card"),
    ("a-on", "a-screen"),
    ("off", "i-card"),
    ("off", "a-screen"),
]


def themes() -> dict[str, dict[str, str]]:
    """The variables of the three blocks, in the order in which they are written."""
    blocks = re.findall(r"(:root[^{]*)\{([^}]*)\}", CSS)
    return {
        name.strip(): dict(re.findall(r"--lp-([\w-]+): (#[0-9a-f]{3,6});", body)) for name, body in blocks
    }


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_what_the_guidelines_say_it_is():
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", list(themes()))
def test_letters_and_shapes_can_be_told_from_what_they_stand_on(theme):
    colours = themes()[theme]
    for pairs, least in ((LETTERS, 4.5), (SHAPES, 3)):
        for one, other in pairs:
            ratio = contrast(colours[one], colours[other])
            assert ratio >= least, f"{one} on {other} is {ratio:.2f} to 1"


def test_the_dark_theme_is_the_same_whether_chosen_or_preferred():
    light, preferred, chosen = themes().values()
    assert preferred == chosen
    assert light.keys() == chosen.keys()
