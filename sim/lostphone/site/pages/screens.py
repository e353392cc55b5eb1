"""Every kind of screen that the app showed, drawn once, with the stories that show it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import msgspec
from markupsafe import Markup

from lostphone.site.context import Context
from lostphone.site.drawing import definitions, screen_picture
from lostphone.site.page import Page
from lostphone.site.recorded import RecordedStory


class ShownScreen(msgspec.Struct):
    """A screen as it was shown first, and the scenarios that show one like it."""

    view: dict[str, Any]
    platform: str
    picture: Markup
    scenarios: dict[str, RecordedStory]


def pages(site: Context) -> Iterator[Page]:
    """`screens.html`."""
    found: dict[tuple[str, str, str], ShownScreen] = {}
    for story in site.stories:
        platforms: dict[str, str] = {device.id: device.platform for device in story.devices}
        for happening in story.happenings:
            if happening.verb == "screen":
                view = json.loads(str(happening.detail["view"]))
                platform = platforms[happening.actor]
                key = str(view["name"]), str(view.get("message_id", "")), platform
                if key not in found:
                    picture = Markup(screen_picture(view, platform, site.lang))
                    found[key] = ShownScreen(view, platform, picture, {})
                found[key].scenarios.setdefault(story.scenario, story)
    names: dict[str, list[ShownScreen]] = {}
    for key in sorted(found):
        names.setdefault(key[0], []).append(found[key])
    shared = Markup(definitions([screen.picture for screens in names.values() for screen in screens]))
    yield site.page("screens.html", "screens.html", "screens", names=names, shared=shared)
