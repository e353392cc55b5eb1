"""A finding as a feature file: the story of it, in English or Japanese, that fails when it is run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lostphone.base.foreign_text import PARAGRAPH_LINE, one_line
from lostphone.explore.commands import command
from lostphone.explore.finding import Finding
from lostphone.explore.promise_subject import subject_of
from lostphone.gherkin.inverse import Assumed
from lostphone.oracles.expectation import Refused, RestoreBrought, Succeeds
from lostphone.rules import Catalogue
from lostphone.stories.retelling import RetoldStep, retell, retell_value
from lostphone.texts.bilingual import load


@dataclass(frozen=True)
class StepLine:
    """A step to print: its keyword (given, when or then) and what it says."""

    keyword: str
    said: RetoldStep


def feature_of(
    finding: Finding, codes: Sequence[str], language: str, file: str, own_answers: bool = False
) -> str:
    """The text of the feature that will be in `file`; Untold if something in it has no words.

    `codes` are how the actions ended (`endings`): a refusal on the way is part of the story. `own_answers` is
    whether some of them are this client's own, so that it takes more than the fault's repair to pass.
    """
    words = _words(language)
    lines = story_lines(finding, codes)
    recipe = finding.recipe
    header = "" if language == "en" else f"# language: {language}\n"
    title = words["title"].format(subject=subject_of(finding.judgement.oracle, language))
    tags = [f"@id:found.{finding.name}", f"@rule:{finding.judgement.rule}"]
    tags += [f"@seed:{recipe.seed}"] if recipe.seed else []
    tags += ["@races"] if recipe.races else []
    text = [
        f"{header}# {words['again']}: {command(finding.recipe, file)}",
        f"# {words['seen']}: {_seen(finding, language)}",
        *([f"# {words['own']}"] if own_answers else []),
        "@found",
        f"{words['feature']}: {title}",
        "",
        f"  {words['rule']}: {Catalogue.load().statement(finding.judgement.rule, language)}",
        "",
        f"    {' '.join(tags)}",
        f"    {words['example']}: {_title(lines, words, language)}",
        *(f"      {keyword} {said}" for keyword, said in _printed(lines, words, language)),
    ]
    return "\n".join(text) + "\n"


def _words(language: str) -> dict[str, str]:
    """What a feature says besides its steps; `ends` joins what was done and how it should have ended."""
    words: dict[str, str] = load("lostphone.explore", "words.toml").tree(language)["feature"]
    return words


def story_lines(finding: Finding, codes: Sequence[str] = ()) -> tuple[StepLine, ...]:
    """The steps: what is given, the one thing that is done, what should be seen; Untold."""
    expectation = finding.judgement.expectation or Succeeds()
    told = retell(finding.actions, codes)
    lines = [StepLine("given", retell_value(Assumed(*answer))) for answer in finding.recipe.answers.items()]
    for place, said in enumerate(told):
        last = place == len(told) - 1
        lines.append(StepLine("when" if last and said.may_follow("when") else "given", said))
        # Whoever asks how the last action ended looks at its refusal anyway.
        looked_at = last and isinstance(expectation, Succeeds | Refused | RestoreBrought)
        if said.refused and not looked_at:
            keyword = "then" if lines[-1].keyword == "when" else "given"
            lines.append(StepLine(keyword, retell_value(Refused(said.refused))))
    return (*lines, StepLine("then", retell_value(expectation)))


def _title(lines: Sequence[StepLine], words: dict[str, str], language: str) -> str:
    """What was done, and what should have been seen then."""
    seen = lines[-1].said
    done = [line.said.text(language) for line in lines if line.said.actions]
    if not done:
        return seen.text(language)
    # In Japanese, whoever acts in a clause that leads up to another is marked as its subject.
    clause = re.sub(r"^([^「は]+)は", r"\1が", done[-1]) if language == "ja" else done[-1]
    return f"{clause}{words['ends']}{seen.text(language)}"


def _seen(finding: Finding, language: str) -> str:
    """What was seen, in a line."""
    return one_line(" ".join(finding.judgement.told(language).split()), PARAGRAPH_LINE)


def _printed(lines: Sequence[StepLine], words: dict[str, str], language: str) -> Iterator[tuple[str, str]]:
    """Each step with the word it begins with: the keyword once, then "and"."""
    before = ""
    for line in lines:
        keyword = words["further"] if line.keyword == before else words[line.keyword]
        yield keyword, line.said.text(language)
        before = line.keyword
