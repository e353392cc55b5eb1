"""The sentences that stories are made of, what is filled in, and where this run said each first."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from lostphone.gherkin.placeholders import placeholders
from lostphone.gherkin.sentence import Sentence
from lostphone.gherkin.vocabulary import shipped_index, shipped_sentences
from lostphone.site.context import Context
from lostphone.site.page import Page
from lostphone.site.recorded import RecordedStory


class SentenceUse(msgspec.Struct):
    """How many steps of the run said a sentence, and the first story that did."""

    times: int = 0
    first: RecordedStory | None = None


def pages(site: Context) -> Iterator[Page]:
    """`sentences.html`."""
    index = shipped_index(site.lang)
    meant: dict[tuple[str, str], list[Sentence]] = {}
    said = {sentence: SentenceUse() for sentence in shipped_sentences()}
    for story in site.stories:
        for step in story.steps:
            key = step.kind, step.text
            if key not in meant:
                meant[key] = [match.sentence for match in index.find(*key)]
            for sentence in meant[key]:
                said[sentence].times += 1
                said[sentence].first = said[sentence].first or story
    groups: dict[str, list[tuple[Sentence, SentenceUse]]] = {}
    for sentence, use in said.items():
        groups.setdefault(_room(sentence), []).append((sentence, use))
    others = [other for other in ("en", "ja") if other != site.lang]
    values = placeholders(shipped_sentences())
    yield site.page(
        "sentences.html", "sentences.html", "sentences", groups=groups, others=others, placeholders=values
    )


def _room(sentence: Sentence) -> str:
    """The module that defines it: sentences are kept by what they are about."""
    return sentence.name.split(".")[-2]
