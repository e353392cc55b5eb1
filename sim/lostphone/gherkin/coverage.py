"""Whether rules, situations and scenarios answer for each other, in both languages.

The build fails when one lacks the other: a rule nobody illustrates, a scenario that illustrates none, a
situation that is neither told nor left out for a reason.
"""

from __future__ import annotations

from lostphone.gherkin.kinds import LANGUAGES
from lostphone.gherkin.pickles import Pickle, read_feature
from lostphone.gherkin.shipped import feature_files, features_root
from lostphone.rules import Catalogue


def gaps() -> list[str]:
    """A line for each thing that lacks its counterpart; empty when all is told."""
    found: list[str] = []
    for language in LANGUAGES:
        pickles = [
            pickle
            for path in feature_files(features_root() / language)
            for pickle in read_feature(path, f"{language}/{path.parent.name}/{path.name}").pickles
        ]
        found += _rule_gaps(pickles, language) + _situation_gaps(pickles, language)
    return found


def _rule_gaps(pickles: list[Pickle], language: str) -> list[str]:
    catalogue = Catalogue.load()
    told = {rule_id for pickle in pickles for rule_id in pickle.rules}
    found = [
        f"{language}: no scenario illustrates the rule {rule}" for rule in catalogue.rules if rule not in told
    ]
    for pickle in pickles:
        where = f"{pickle.uri}:{pickle.line}: '{pickle.name}'"
        if not pickle.rules:
            found.append(f"{where} illustrates no rule: tag it @rule:ID")
        found += [
            f"{where} illustrates '{rule}', which is no rule of the catalogue"
            for rule in pickle.rules
            if rule not in catalogue.rules
        ]
    return found


def _situation_gaps(pickles: list[Pickle], language: str) -> list[str]:
    situations = Catalogue.load().situations
    told = {name for pickle in pickles for name in pickle.tagged("situation:")}
    found = [
        f"{language}: the situation {name} is not told: tag a scenario @situation:{name}"
        for name, situation in situations.items()
        if name not in told and not situation.left_out and situation.tag != "open"
    ]
    return found + [f"{language}: there is no situation {name}" for name in sorted(told - set(situations))]
