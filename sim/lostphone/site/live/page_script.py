"""What is read on the pages that answer, as a script of one language: words, advice, rules, stories.

A story is offered as one like the answer only if it ends as the answer does, so it travels with its end:
which phones it is about, and what became of each kind of account.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from lostphone.rules import Catalogue, Platform, Policy, PossibleAnswer
from lostphone.site.live.advice import Advice, links, next_time, steps, ways
from lostphone.site.live.answers import KINDS, every_answer
from lostphone.site.live.script import script
from lostphone.site.live.words import words
from lostphone.site.recorded import AccountFate, AccountKind, Fate, RecordedStory

_LETTERS: dict[Fate, str] = {"back": "b", "sign in": "s", "in Edge": "s", "lost": "l"}
_OUR_KINDS: dict[AccountKind, str] = {"work code": "work-code"}

Address = Callable[[str], str]


def words_script(
    lang: str, stories: Sequence[RecordedStory], story_address: Address, rule_address: Address
) -> bytes:
    """`LOSTPHONE_WORDS`: texts, advice, rules `[statement, address]`, open questions, stories.

    A step is `[text, rule, also, fill]`, a text on a card `[text, rule]`, a line for the next time
    `[text, rule, "", fill]`. A story is `[name, address, rules, tags, phones, ends]`: rules are places among
    the rules, phones are `lost>new`, ends a letter for each of `kinds`, or `-`. Addresses start at the folder
    of the language. A story that failed is not offered to anybody, and of an outline's rows only the first.
    """
    rules = Catalogue.load().rules.values()
    places = {rule.id: place for place, rule in enumerate(rules)}
    return script(
        "LOSTPHONE_WORDS",
        {
            "lang": lang,
            "words": words(lang),
            "steps": [_told(step, lang) for step in steps()],
            "ways": [_told(way, lang) for way in ways()],
            "next": [_told(line, lang) for line in next_time()],
            "links": links(),
            "rules": {rule.id: [rule.statement(lang), rule_address(rule.id)] for rule in rules},
            "questions": _questions(lang),
            "stories": [
                [
                    story.name,
                    story_address(story.id),
                    [places[rule] for rule in story.rules if rule in places],
                    _eras(story),
                    *_end(story),
                ]
                for story in stories
                if story.passed and story.id.partition("#")[2] in ("", "1")
            ],
        },
    )


def _told(advice: Advice, lang: str) -> list[str]:
    told = [advice.text.read(lang), advice.rule, advice.also, advice.fill]
    while not told[-1]:
        told.pop()
    return told


def _questions(lang: str) -> dict[str, Any]:
    """Each question that changes an outcome: what it asks, what each answer means, and who gives it."""
    catalogue = Catalogue.load()
    titles = {source.url: source.title.read(lang) for source in catalogue.sources.values()}
    found: dict[str, Any] = {}
    for of_pair in every_answer().values():
        for other in (other for stretch in of_pair for other in stretch.others):
            question = catalogue.open_question(other.question)
            found[question.id] = {
                "asks": question.question.read(lang),
                "default": question.default,
                "answers": {
                    name: [
                        answer.meaning.read(lang),
                        [[titles[url] + _revision(answer, lang), url] for url in answer.source],
                    ]
                    for name, answer in question.answers.items()
                },
            }
    return found


def _revision(answer: PossibleAnswer, lang: str) -> str:
    if not answer.revision:
        return ""
    revision = answer.revision.read(lang)
    return f"（{revision}）" if lang == "ja" else f" ({revision})"


def _eras(story: RecordedStory) -> list[str]:
    """Which model of backup it is about, where an iPhone is in it: that of its last day."""
    if not story.happenings or all(device.platform != "ios" for device in story.devices):
        return []
    second = Policy.at("ios", story.happenings[-1].at_ms).holds("backup.ios2.gates")
    return ["generation-2" if second else "generation-1"]


def _end(story: RecordedStory) -> list[str]:
    """The pair of phones and what became of each kind, or nothing: where no phone was lost or changed.

    A story that answers an open question otherwise than usual, one in which accounts of one kind end
    differently, and one of a day on which a rule that it names was not in force, end as no answer does.
    """
    if not story.fates or story.assumptions:
        return []
    phone = {device.id: device for device in story.devices}[story.fates[0].phone]
    others = [one for one in story.devices if one.owner == phone.owner and one.id != phone.id]
    ends = [_of_kind(story.fates, kind) for kind in KINDS]
    if not others or "?" in ends or any(fate.phone != phone.id for fate in story.fates):
        return []
    if not _in_force(story, {others[0].platform, phone.platform}):
        return []
    return [f"{others[0].platform}>{phone.platform}", "".join(ends)]


def _in_force(story: RecordedStory, platforms: set[Platform]) -> bool:
    """Whether its rules are in force on its last day, and not yet to come or over: it shows what they say."""
    at_ms = story.happenings[-1].at_ms
    policies = [Policy.at(platform, at_ms) for platform in sorted(platforms)]
    known = Catalogue.load().rules
    return all(any(policy.holds(rule) for policy in policies) for rule in story.rules if rule in known)


def _of_kind(fates: Sequence[AccountFate], kind: str) -> str:
    ends = {_LETTERS[fate.fate] for fate in fates if _OUR_KINDS.get(fate.kind, fate.kind) == kind}
    return "-" if not ends else ends.pop() if len(ends) == 1 else "?"
