"""Lines of a feature that were meant to run and are taken for description.

After a title Gherkin reads anything it does not know as prose, so `Scenrio:`, a full-width colon, `例:`
where `シナリオ:` was meant or `Gvien …` silently take their steps with them. Such lines are found by
comparing them with the keywords of the file's own language, English and Japanese.

The price: a description must not begin a line with Given, When or Then (前提, もし, ならば), and an empty
line has to stand between a description and the first step, for whatever stands right above a step may be
one that nobody can read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from lostphone.base.suggest import nearest
from lostphone.gherkin.complaints import complaint
from lostphone.gherkin.parsing import dialects, title_keywords
from lostphone.gherkin.problems import Problem

if TYPE_CHECKING:
    from lostphone.gherkin.pickles import Feature

_TITLE = re.compile(r"(?P<word>[^:：|]{1,30}?)\s*(?P<colon>[:：])")
_TAG_LATER = re.compile(r"\s@\S+:\S")
# English words one letter away from a keyword that open an ordinary sentence.
_ORDINARY = ("The", "An", "Give", "Gives", "Hand")
_CLOSE = 0.8


def swallowed_problems(feature: Feature) -> Iterator[Problem]:
    """A problem for each description that holds such a line: its first, for the rest follows from it."""
    for kind, node in described(feature.node, "feature"):
        first_step = node["steps"][0]["location"]["line"] if node.get("steps") else None
        for line, text in _description_lines(feature, node):
            message = _swallowed_line(text, kind, feature.language)
            if message is None and first_step == line + 1:
                message = _say(feature.language, "above-steps")
            if message:
                yield feature.problem(line, message)
                break


def _say(language: str, id_: str, **values: str) -> str:
    return complaint(language, id_, taken=complaint(language, "taken"), **values)


def described(node: Mapping[str, Any], kind: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """A node of the syntax tree and all below it that have a description, each with its kind."""
    yield kind, node
    for child in node.get("children", ()):
        for inner_kind, inner in child.items():
            yield from described(inner, inner_kind)
    for examples in node.get("examples", ()):
        yield "examples", examples


def _description_lines(feature: Feature, node: Mapping[str, Any]) -> Iterator[tuple[int, str]]:
    """Line numbers are found again in the source, for the syntax tree keeps only the joined text."""
    line = node["location"]["line"]
    for text in filter(None, map(str.strip, node["description"].split("\n"))):
        while line < len(feature.lines) and feature.lines[line].strip() != text:
            line += 1
        line += 1
        yield line, text


def _swallowed_line(text: str, kind: str, language: str) -> str | None:
    if text.startswith("＠"):
        return _say(language, "full-width-at")
    if _TAG_LATER.search(text) and all(":" in word for word in text.split()):
        return _say(language, "tag-line")
    first, _, rest = text.partition(" ")
    if rest and first in _block_keywords(language):
        return _say(language, "needs-colon", word=first, rest=rest)
    return _like_a_title(text, language) or _like_a_step(text, kind, language)


def _like_a_title(text: str, language: str) -> str | None:
    found = _TITLE.match(text)
    if found is None:
        return None
    word, colon = found["word"].strip(), found["colon"]
    own = title_keywords(language)
    scenario = _scenario_keyword(language)
    if word in own and colon == "：":
        return _say(language, "full-width-colon", word=word)
    if word in dialects()[language]["examples"]:
        return _say(language, "begins-table", word=word, scenario=scenario)
    if word in own:
        return _say(language, "cannot-stand", word=word)
    for other in ("en", "ja"):
        if word in title_keywords(other):
            return complaint(
                language,
                "foreign-title",
                word=word,
                other=other,
                language=language,
                scenario=scenario,
                taken=complaint(language, "taken"),
            )
    folded = {keyword.casefold(): keyword for keyword in own}
    near = nearest(word.casefold(), folded, cutoff=_CLOSE) if len(word) > 2 else None
    return _say(language, "no-keyword", word=f"{word}:", near=f"{folded[near]}:") if near else None


def _block_keywords(language: str) -> list[str]:
    """Words that begin a block and hardly ever a sentence: `Rule`, `Scenario`, `シナリオ`, ….

    `Feature` and `Background` may well be a sentence's first word; those need a colon to be noticed.
    """
    spec = dialects()[language]
    return [word for part in ("rule", "scenario", "scenarioOutline") for word in spec[part]]


def _scenario_keyword(language: str) -> str:
    """The dialect's most literal word for a scenario; in English `Scenario` comes after `Example`."""
    return dialects()[language]["scenario"][-1]


def _like_a_step(text: str, kind: str, language: str) -> str | None:
    in_steps = kind in ("scenario", "background")
    for other in dict.fromkeys((language, "en", "ja")):
        keyword = next((word for word in _main_step_keywords(other) if text.startswith(word)), None)
        if keyword and (other == language or in_steps):
            return _say(
                language,
                "step-in-description",
                word=keyword.strip(),
                kind=complaint(language, f"kind-{kind}"),
                scenario=_scenario_keyword(language),
            )
    word = text.split()[0]
    if not in_steps or len(word) < 3 or word in _ORDINARY:
        return None
    own = [keyword.strip() for keyword in _main_step_keywords(language)]
    near = nearest(word, own, cutoff=_CLOSE)
    return _say(language, "no-keyword", word=word, near=near) if near else None


def _main_step_keywords(language: str) -> list[str]:
    """Given, When and Then; And and But open ordinary sentences, and never stand first in a scenario."""
    spec = dialects()[language]
    return [word for part in ("given", "when", "then") for word in spec[part] if word != "* "]
