"""Tags as markers.

Markers are made directly: `pytest.mark.anything` refuses names that a strict project has not listed, and a
story's tags are listed in the story. A suite that turns tags into other markers with
`pytest_bdd_apply_tag` is asked first.
"""

from __future__ import annotations

import pytest


class Marks:
    """The markers of each tag, worked out once a file."""

    def __init__(self, config: pytest.Config) -> None:
        manager = config.pluginmanager
        # It goes by its entry point, or by its module where that is how it was loaded.
        own = manager.get_plugin("pytest-bdd") or manager.get_plugin("pytest_bdd.plugin")
        self._hook = manager.subset_hook_caller("pytest_bdd_apply_tag", remove_plugins=[own])
        self._by_tag: dict[str, list[pytest.Mark]] = {}

    def of(self, tag: str) -> list[pytest.Mark]:
        marks = self._by_tag.get(tag)
        if marks is None:
            marks = self._by_tag[tag] = self._applied(tag)
        return marks

    def _applied(self, tag: str) -> list[pytest.Mark]:
        def scenario() -> None: ...

        if self._hook.get_hookimpls() and self._hook(tag=tag, function=scenario) is not None:
            return list(getattr(scenario, "pytestmark", ()))
        return [pytest.Mark(tag, (), {}, _ispytest=True)]
