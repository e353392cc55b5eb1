"""Reports: what came of a run, in the forms that other programs read.

The name of a file says which form is meant.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from lostphone.conformance.report import Report

Writer: TypeAlias = Callable[["Report"], bytes]

#: The end of a file's name, what it stands for, and the module and function that write it. Longest first.
_FORMS: dict[str, tuple[str, str]] = {
    ".badge.json": ("a badge (shields.io endpoint)", "badge"),
    ".json": ("the verdicts", "verdicts"),
    ".jsonl": ("the verdicts with header and footer, a line each", "jsonl"),
    ".xml": ("JUnit XML", "junit"),
    ".md": ("Markdown", "markdown"),
    ".ndjson": ("Cucumber Messages", "cucumber"),
}


class UnknownForm(ValueError):
    """The name of a report ends in nothing that says what it should hold."""


def writer_for(path: Path) -> Writer:
    """What writes a report of that name; UnknownForm."""
    import importlib

    name = path.name.casefold()
    for ending, (_, module) in _FORMS.items():
        if name.endswith(ending) or name == ending.removeprefix("."):
            write: Writer = importlib.import_module(f"{__name__}.{module}").write
            return write
    forms = ", ".join(f"{ending} for {what}" for ending, (what, _) in _FORMS.items())
    raise UnknownForm(f"'{path}' does not say what it should hold: let its name end in {forms}")
