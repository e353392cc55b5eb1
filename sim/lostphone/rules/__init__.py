"""The catalogue of dated rules, and the policy that it gives for a day."""

from lostphone.rules.catalogue import (
    Catalogue,
    OpenQuestion,
    PageStatement,
    PossibleAnswer,
    Situation,
    Source,
)
from lostphone.rules.errors import (
    CatalogueError,
    UnknownAnswer,
    UnknownFact,
    UnknownName,
    UnknownPlatform,
    UnknownQuestion,
    UnknownRule,
)
from lostphone.rules.facts import Fact
from lostphone.rules.policy import Policy, PolicyTimeline, RootPhase
from lostphone.rules.rule import PLATFORMS, Condition, Platform, Rule, Span
from lostphone.texts.bilingual import LANGUAGES, Text

__all__ = [
    "LANGUAGES",
    "PLATFORMS",
    "Catalogue",
    "CatalogueError",
    "Condition",
    "Fact",
    "OpenQuestion",
    "PageStatement",
    "Platform",
    "Policy",
    "PolicyTimeline",
    "PossibleAnswer",
    "RootPhase",
    "Rule",
    "Situation",
    "Source",
    "Span",
    "Text",
    "UnknownAnswer",
    "UnknownFact",
    "UnknownName",
    "UnknownPlatform",
    "UnknownQuestion",
    "UnknownRule",
]
