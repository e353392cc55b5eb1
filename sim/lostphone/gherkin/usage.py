"""How often each sentence is said in the shipped features.

The vocabulary is closed and small on purpose. A sentence nobody says is one more to read for whoever
writes the next story, and a step that fits two sentences means neither.
"""

from __future__ import annotations

from dataclasses import dataclass

from lostphone.gherkin.kinds import LANGUAGES
from lostphone.gherkin.meaning import readings
from lostphone.gherkin.pickles import read_feature
from lostphone.gherkin.problems import FeatureError
from lostphone.gherkin.sentence import Sentence
from lostphone.gherkin.shipped import feature_files, features_root
from lostphone.gherkin.template import Template
from lostphone.gherkin.vocabulary import shipped_index, shipped_sentences


@dataclass
class Use:
    """A sentence and how many steps say it in each language; a step of an outline counts once."""

    sentence: Sentence
    counts: dict[str, int]
    templates: dict[Template, int]


def usage() -> list[Use]:
    """Every shipped sentence with its use, in the order of definition."""
    return _survey()[0]


def usage_problems() -> list[str]:
    """A line for each sentence or wording no scenario uses, and each step that fits two."""
    uses, ambiguous = _survey()
    found = list(ambiguous)
    for use in uses:
        for template, count in use.templates.items():
            if not count:
                found.append(f"{use.sentence.name}: no {template.language} scenario says '{template.text}'")
    return found


def _survey() -> tuple[list[Use], list[str]]:
    uses = {
        sentence: Use(
            sentence,
            dict.fromkeys(LANGUAGES, 0),
            {template: 0 for language in LANGUAGES for template in sentence.templates[language]},
        )
        for sentence in shipped_sentences()
    }
    ambiguous: dict[str, None] = {}
    for language in LANGUAGES:
        for path in feature_files(features_root() / language):
            try:
                feature = read_feature(path, path.relative_to(features_root().parent).as_posix())
            except FeatureError as error:
                ambiguous |= dict.fromkeys(str(problem) for problem in error.problems)
                continue
            counted: set[tuple[int, Template]] = set()
            for reading in readings(feature, shipped_index(language)):
                if len(reading.matches) > 1:
                    names = " and ".join(match.sentence.name for match in reading.matches)
                    where = f"{feature.uri}:{reading.step.line}"
                    ambiguous[f"{where}: '{reading.step.text}' fits {names}"] = None
                for match in reading.matches:
                    if (reading.step.line, match.template) not in counted:
                        counted.add((reading.step.line, match.template))
                        uses[match.sentence].counts[language] += 1
                        uses[match.sentence].templates[match.template] += 1
    return list(uses.values()), list(ambiguous)
