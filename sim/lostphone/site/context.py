"""What every kind of page is made from: the run, the catalogue, words, and where other pages are.

A builder gets one `Context` for each language and gives pages; all that it needs to link, to say and to
fill in is here, so that no kind of page knows another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from shlex import quote
from typing import Any

import msgspec

from lostphone.rules import Catalogue
from lostphone.site.compact import compact
from lostphone.site.page import Page, file_name
from lostphone.site.recorded import RecordedRun, RecordedStory
from lostphone.site.reports import Report
from lostphone.site.templates import environment
from lostphone.site.words import words

_HOLE_AT_END = re.compile(r"\s*(?:[:：]\s*<[^<>]*>|[（(「]<[^<>]*>[」)）])(?=\s*$|\s*[（(])")
_HOLE = re.compile(r"<[^<>]*>")


def outline_title(outline: str, row: str) -> tuple[str, bool]:
    """What all rows of an outline are called, by the name of one; and whether some of it is that row's alone.

    >>> outline_title("Restored in August: <kind>", "Restored in August: work")
    ('Restored in August', False)
    >>> outline_title("Typed <later> later: <why>", "Typed 29 seconds later: still good")
    ('Typed 29 seconds later', True)
    >>> outline_title("Opened: <why> (iPhone)", "Opened: it is late (iPhone)")
    ('Opened (iPhone)', False)
    """
    pattern = "(.*?)".join(re.escape(text) for text in _HOLE.split(outline))
    found = re.fullmatch(pattern, row)
    title = _HOLE_AT_END.sub("", outline).strip()
    if not title or found is None:
        return row, bool(_HOLE.search(outline))
    filling = dict(zip(_HOLE.findall(outline), found.groups(), strict=True))
    return _HOLE.sub(lambda hole: filling[hole.group()], title), bool(_HOLE.search(title))


class Inputs(msgspec.Struct, frozen=True):
    """What a site is made from: a run, its fingerprint, and reports on clients."""

    run: RecordedRun
    fingerprint: str
    reports: tuple[Report, ...] = ()


class Context:
    """One language of one site."""

    def __init__(self, inputs: Inputs, lang: str) -> None:
        self.inputs = inputs
        self.lang = lang
        self.languages = inputs.run.languages
        self.words = words(lang)
        self.catalogue = Catalogue.load()
        self.stories: Sequence[RecordedStory] = inputs.run.told_in(lang)

    @cached_property
    def scenarios(self) -> Mapping[str, tuple[RecordedStory, ...]]:
        """The rows of each scenario by the id that they share; a scenario that is no outline has one."""
        rows: dict[str, list[RecordedStory]] = {}
        for story in self.stories:
            rows.setdefault(story.scenario, []).append(story)
        return {id: tuple(found) for id, found in rows.items()}

    @cached_property
    def scenarios_by_rule(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the scenarios that illustrate each rule; () for a rule without any."""
        found: dict[str, dict[str, None]] = {rule: {} for rule in self.catalogue.rules}
        for story in self.stories:
            for rule in story.rules:
                found.setdefault(rule, {})[story.scenario] = None
        return {rule: tuple(ids) for rule, ids in found.items()}

    # Addresses are relative to the folder of the language.

    def story_address(self, story_id: str) -> str:
        """The page of a scenario; a row of an outline is a place on it."""
        scenario, _, row = story_id.partition("#")
        return f"stories/{file_name(scenario)}.html" + (f"#row-{row}" if row else "")

    def rule_address(self, rule_id: str) -> str:
        """The page of a rule."""
        return f"rules/{file_name(rule_id)}.html"

    def scenario_name(self, rows: Sequence[RecordedStory]) -> str:
        """What the rows of an outline are called together, or the one story that is none."""
        if not rows[0].outline:
            return rows[0].name
        title, in_part = outline_title(rows[0].outline, rows[0].name)
        return self.words["common"]["and_the_like"].format(name=title) if in_part else title

    def assumed_otherwise(self, story: RecordedStory) -> list[str]:
        """What is to be said of a story that answers an open question not as the others do."""
        questions = self.catalogue.open_questions
        return [
            self.words["common"]["assuming"].format(
                id=id, meaning=questions[id].answers[answer].meaning.read(self.lang)
            )
            for id, answer in story.assumptions.items()
            if answer != questions[id].default
        ]

    def feature_anchor(self, story: RecordedStory) -> str:
        """The place of a story's feature in the list of stories."""
        return file_name(story.uri.rpartition("/")[2].removesuffix(".feature"))

    def shell(self, word: str) -> str:
        """A word as it is typed at a prompt."""
        return quote(word)

    def page(self, template: str, address: str, /, nav: str = "", **values: Any) -> Page:
        """Fill in a template. `nav` is the entry of the navigation that the page stands under.

        Templates know `here`, the way to the folder of the language, and `root`, the way to that of the site.
        """
        up = "../" * address.count("/")
        content = (
            environment()
            .get_template(template)
            .render(
                site=self,
                lang=self.lang,
                w=self.words,
                here=up,
                root=f"{up}../",
                address=address,
                nav=nav,
                **values,
            )
        )
        return Page(f"{self.lang}/{address}", compact(content).encode())
