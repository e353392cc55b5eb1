"""The sentences of Lostphone's own stories, loaded once.

`lostphone_steps` imports this floor, so this floor reaches it by name only: its modules register their
sentences when they are imported.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from lostphone.gherkin.index import SentenceIndex
from lostphone.gherkin.sentence import SENTENCES, Sentences


@cache
def shipped_sentences() -> Sentences:
    """Every sentence of `lostphone_steps`; the first call imports all its modules, in name order."""
    package = importlib.import_module("lostphone_steps")
    for module in sorted(pkgutil.walk_packages(package.__path__, "lostphone_steps."), key=lambda m: m.name):
        importlib.import_module(module.name)
    return SENTENCES


@cache
def shipped_index(language: str) -> SentenceIndex:
    """The look-up for one language of the shipped sentences."""
    return SentenceIndex(shipped_sentences(), language)
