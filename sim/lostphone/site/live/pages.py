"""The pages that answer: start, timeline and search, and the scripts that come with them.

Each page is a template and the values it is filled with; the scripts are files of their own, because a
page opened from a disk may not fetch anything, and a strict policy lets no script stand in a page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.resources import files
from typing import Any

from lostphone.site.live.data import answers_script
from lostphone.site.live.documents import documents_script, of_rules, of_sentences, of_stories
from lostphone.site.live.page_script import words_script
from lostphone.site.live.start import situation_groups
from lostphone.site.live.timeline import FIRST_DAY, LAST_DAY, dateless_rules, iso_day, themes
from lostphone.site.live.words import words
from lostphone.site.recorded import RecordedStory

Address = Callable[[str], str]

#: Files that are the same for everybody, by their names in the folder of assets.
_STATIC = (
    "loss.js",
    "telling.js",
    "ask.js",
    "timeline.js",
    "search.js",
    "minisearch.js",
    "minisearch.LICENSE.txt",
)


def assets() -> dict[str, bytes]:
    """What every language shares: the scripts that answer, and the answers.

    The search library comes as released, with its licence on top: the file may be copied without the other.
    """
    folder = files("lostphone.site.live").joinpath("static")
    made = {name: folder.joinpath(name).read_bytes() for name in _STATIC} | {"answers.js": answers_script()}
    made["minisearch.js"] = b"/*!\n%b*/\n%b" % (made["minisearch.LICENSE.txt"], made["minisearch.js"])
    return made


def scripts(
    lang: str,
    stories: Sequence[RecordedStory],
    story_address: Address,
    rule_address: Address,
    sentences_page: str,
) -> dict[str, bytes]:
    """The scripts of one language, for its folder."""
    documents = [
        *of_rules(lang, rule_address),
        *of_stories(stories, story_address),
        *of_sentences(lang, sentences_page),
    ]
    return {
        "words.js": words_script(lang, stories, story_address, rule_address),
        "documents.js": documents_script(lang, documents),
    }


def start_values(lang: str, stories: Sequence[RecordedStory], story_address: Address) -> dict[str, Any]:
    """What `start.html` is filled with."""
    return {**_shared(lang), "situations": situation_groups(lang, stories, story_address)}


def timeline_values(lang: str, rule_address: Address, rules_page: str) -> dict[str, Any]:
    """What `timeline.html` is filled with."""
    always = words(lang)["timeline"]["always"].format(count=dateless_rules())
    return {
        **_shared(lang),
        "themes": themes(lang, rule_address),
        "first": FIRST_DAY,
        "last": LAST_DAY,
        "always": always,
        "rules_page": rules_page,
    }


def search_values(lang: str) -> dict[str, Any]:
    """What `search.html` is filled with."""
    return _shared(lang)


def _shared(lang: str) -> dict[str, Any]:
    return {"live": words(lang), "first_day": iso_day(FIRST_DAY), "last_day": iso_day(LAST_DAY)}
