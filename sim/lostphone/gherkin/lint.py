"""Everything that can be wrong with features, gathered: traps, meaning, style, letters, twins, ids.

>>> from pathlib import Path
>>> lint([Path("no-such.feature")])[0].message
'the file cannot be read: No such file or directory'
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from lostphone.gherkin.complaints import complaint
from lostphone.gherkin.kinds import LANGUAGES
from lostphone.gherkin.letters import letter_problems
from lostphone.gherkin.meaning import meaning_problems, own_problems
from lostphone.gherkin.own_steps import NO_STEPS, OwnSteps
from lostphone.gherkin.pickles import Feature, read_feature
from lostphone.gherkin.problems import FeatureError, Problem
from lostphone.gherkin.shipped import feature_files, features_root
from lostphone.gherkin.style import style_problems
from lostphone.gherkin.twins import twin_problems
from lostphone.gherkin.vocabulary import shipped_index


def lint(
    paths: Sequence[Path], *, sentences: bool = True, style: bool = False, own: OwnSteps | None = None
) -> list[Problem]:
    """Problems of the features at these paths, by file and line.

    `sentences`: whether steps are held to the shipped vocabulary and to `own`, the steps of the project that
    the features belong to. `style`: whether all features are held to the style of the shipped ones, as those
    always are. A folder that holds `en` and `ja` is also held to have twins; the shipped one owes ids and
    rules.
    """
    found: list[Problem] = []
    features: dict[Path, Feature] = {}
    for path in _files(paths):
        try:
            features[path] = read_feature(path, shown(path))
        except FeatureError as error:
            found += error.problems
    house = features_root().resolve()
    for path, feature in features.items():
        is_ours = path.resolve().is_relative_to(house)
        remarks = style_problems(feature, house=is_ours)
        found += [one for one in remarks if style or is_ours or one.level == "error"]
        found += letter_problems(feature)
        if sentences:
            found += _meaning(feature, path, own)
    found += _shared_ids(features.values())
    if sentences:
        for root in _bilingual(paths):
            found += _twins(root, features)
    return sorted(found, key=lambda problem: (problem.uri, problem.line, problem.column))


def _meaning(feature: Feature, path: Path, own: OwnSteps | None) -> list[Problem]:
    """Of a feature in a third language, only a project's own steps can say what its steps mean."""
    known = None if own is None else own.of(path)
    if feature.language in LANGUAGES:
        return meaning_problems(feature, shipped_index(feature.language), known or NO_STEPS)
    return [] if known is None else own_problems(feature, known)


def shown(path: Path) -> str:
    """A path as one would type it: relative to the working folder, if it lies below."""
    here = Path.cwd()
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - resolving links would rename what was typed
    return str(absolute.relative_to(here)) if absolute.is_relative_to(here) else str(absolute)


def _files(paths: Sequence[Path]) -> list[Path]:
    return list(dict.fromkeys(file for path in paths for file in feature_files(path)))


def _bilingual(paths: Sequence[Path]) -> Iterator[Path]:
    return (path for path in paths if all((path / language).is_dir() for language in LANGUAGES))


def _twins(root: Path, features: dict[Path, Feature]) -> list[Problem]:
    by_language = {
        language: [f for path, f in features.items() if path.is_relative_to(root / language)]
        for language in LANGUAGES
    }
    found = [
        feature.problem(feature.line, f"the file lies in {language}/ but is in '{feature.language}'")
        for language, group in by_language.items()
        for feature in group
        if feature.language != language
    ]
    if found:
        return found
    indexes = {language: shipped_index(language) for language in LANGUAGES}
    return twin_problems(by_language["en"], by_language["ja"], indexes)


def _shared_ids(features: Iterable[Feature]) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    for feature in features:
        for pickle in feature.pickles:
            taken = first.setdefault((pickle.language, pickle.id), feature.uri)
            if taken != feature.uri:
                message = complaint(feature.language, "id-elsewhere", name=pickle.id, file=taken)
                yield feature.problem(pickle.line, message)
