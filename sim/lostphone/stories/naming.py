"""What people, devices and refusals of a story are called in the language it is told in.

The simulation knows "Mika's new iPhone" whatever the language; a Japanese reader reads ミカの新しいiPhone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lostphone.stories.story import Story


def spoken_names(story: Story, lang: str) -> dict[str, str]:
    """The names of devices and people in that language, by what the simulation calls them."""
    from lostphone.gherkin.sentence import KINDS

    named = {device: KINDS["phone"].format(lang, device) for device in story.world.devices}
    # An administrator may have an account and no phone.
    workers = [happening.target for happening in story.world.trace if happening.verb == "add-worker"]
    people = dict.fromkeys([*story.world.people, *workers])
    return named | {person: KINDS["person"].format(lang, person) for person in people}


def refused_because(code: str, lang: str) -> str:
    """A refusal in the words that stories use; the code itself where they have none."""
    from lostphone.gherkin.sentence import KINDS

    try:
        words = KINDS["refusal"].format(lang, code)
    except ValueError:
        return code
    return f"refused because {words}" if lang == "en" else f"{words}拒否"
