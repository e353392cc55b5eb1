"""The catalogue of dated rules, and the policy that it gives for a day."""

from lostphone.rules.catalogue import Catalogue, Option, PageStatement, Situation, Source, Switch
from lostphone.rules.errors import (
    CatalogueError,
    UnknownName,
    UnknownOption,
    UnknownPlatform,
    UnknownRule,
    UnknownSwitch,
)
from lostphone.rules.policy import Policy, RootPhase, Timeline
from lostphone.rules.rule import LANGUAGES, PLATFORMS, Condition, Platform, Rule, Span, Text

__all__ = [
    "LANGUAGES",
    "PLATFORMS",
    "Catalogue",
    "CatalogueError",
    "Condition",
    "Option",
    "PageStatement",
    "Platform",
    "Policy",
    "RootPhase",
    "Rule",
    "Situation",
    "Source",
    "Span",
    "Switch",
    "Text",
    "Timeline",
    "UnknownName",
    "UnknownOption",
    "UnknownPlatform",
    "UnknownRule",
    "UnknownSwitch",
]
