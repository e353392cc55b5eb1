"""What can be searched: stories, rules and sentences of one language, as short documents.

The script that searches (MiniSearch) makes its index in the browser when somebody searches: so no other
page loads anything of it, the way words are cut is written once, and the text of a hit is at hand.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lostphone.gherkin.template import Template
from lostphone.gherkin.vocabulary import shipped_sentences
from lostphone.rules import Catalogue
from lostphone.site.live.script import script
from lostphone.site.live.words import synonyms
from lostphone.site.recorded import RecordedStep, RecordedStory

#: What it is (story, rule, sentence), its address, its title, its text.
Document = tuple[str, str, str, str]


def documents_script(lang: str, documents: Sequence[Document]) -> bytes:
    """`LOSTPHONE_DOCUMENTS`: the documents, in the order in which equally good hits are shown; and synonyms.

    Stories share most of their lines, so each line is there once, and a text is a list of places.
    """
    places: dict[str, int] = {}
    listed = [
        (kind, address, title, [places.setdefault(line, len(places)) for line in text.split("\n")])
        for kind, address, title, text in documents
    ]
    return script(
        "LOSTPHONE_DOCUMENTS",
        {"lines": list(places), "documents": listed, "synonyms": list(synonyms(lang).items())},
    )


def of_stories(stories: Sequence[RecordedStory], address: Callable[[str], str]) -> list[Document]:
    """A document a story: its steps, the rule it stands under, its id and what it is part of."""
    return [
        (
            "story",
            address(story.id),
            story.name,
            "\n".join([*(_told(step) for step in story.steps), story.rule, story.feature, story.id]),
        )
        for story in stories
    ]


def of_rules(lang: str, address: Callable[[str], str]) -> list[Document]:
    """A document a rule: what it keeps a person from, and its id."""
    return [
        ("rule", address(rule.id), rule.statement(lang), f"{rule.protects(lang)}\n{rule.id}")
        for rule in Catalogue.load().rules.values()
    ]


def of_sentences(lang: str, page: str) -> list[Document]:
    """A document a sentence: every way to say it. It leads to its group on that page, the module it is in.

    >>> of_sentences("en", "sentences.html")[0][1]
    'sentences.html#accounts'
    """
    documents: list[Document] = []
    for sentence in shipped_sentences():
        first, *others = (_said(template) for template in sentence.templates[lang])
        documents.append(("sentence", f"{page}#{sentence.name.split('.')[-2]}", first, "\n".join(others)))
    return documents


def _said(template: Template) -> str:
    """The words of a template, with the names of its holes."""
    names = [f"<{name}>" for name, _kind in template.holes]
    return "".join(part for pair in zip(template.pieces, [*names, ""], strict=True) for part in pair)


def _told(step: RecordedStep) -> str:
    table = "\n".join(" | ".join(row) for row in step.table)
    return "\n".join(filter(None, (step.text, table, step.doc_string)))
