"""Which feature files and scenarios a run of pytest asked for.

A `.feature` file is collected if it is named on the command line (also `path.feature:12`, for what stands on
that line, and `path.feature::name`), if it lies in a folder named there that holds no Python tests, if it
fits the ini option `lostphone_features`, or if `--lostphone` is given. A folder with Python tests is left
alone because its features may be bound by `scenarios()` already, and would be played twice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lostphone.gherkin.tags import TagExpression, TagExpressionError
from lostphone.pytest_plugin.patterns import Patterns
from lostphone.pytest_plugin.pytest_internals import absolute_path

if TYPE_CHECKING:
    from lostphone.gherkin.pickles import Feature, Pickle
    from lostphone.pytest_plugin.item import ScenarioItem

# `::` begins the name of a scenario, which may well end like a path with a line.
_WITH_LINES = re.compile(r"(?P<path>(?:(?!::).)+\.feature)(?P<lines>(?::[0-9]{1,9})+)")


@dataclass
class Selection:
    """`lines` maps a file to the lines asked for; a file that is not there is taken whole."""

    config: pytest.Config
    everything: bool
    patterns: Patterns
    tags: TagExpression | None
    lines: dict[Path, tuple[int, ...]]
    named: tuple[Path, ...]
    _met_features: bool = False

    @classmethod
    def of(cls, config: pytest.Config) -> Selection:
        """Read the command line, and turn `path.feature:12` into a path pytest knows."""
        here = config.invocation_params.dir
        lines = _take_lines(config, here)
        explicit = config.args_source is pytest.Config.ArgsSource.ARGS
        try:
            expression = config.option.lostphone_tags
            tags = (
                None
                if expression is None
                else TagExpression(expression, config.option.lostphone_lang or "en")
            )
        except TagExpressionError as error:
            raise pytest.UsageError(f"--tags: {error}") from None
        return cls(
            config=config,
            everything=config.option.lostphone,
            patterns=Patterns(config.getini("lostphone_features")),
            tags=tags,
            lines=lines,
            named=tuple(_path(arg, here) for arg in config.args) if explicit else (),
        )

    def wants(self, path: Path) -> bool:
        """Whether a feature file that pytest came by is to be collected."""
        root = self.config.rootpath
        wanted = (
            self.everything
            or path in self._named_files
            or any(path.is_relative_to(folder) for folder in self._feature_folders)
            or (path.is_relative_to(root) and self.patterns.fit(path.relative_to(root)))
        )
        self._met_features = self._met_features or wanted
        return wanted

    @cached_property
    def _named_files(self) -> tuple[Path, ...]:
        return tuple(path for path in self.named if path.suffix == ".feature")

    @cached_property
    def _feature_folders(self) -> tuple[Path, ...]:
        return tuple(path for path in self.named if path.is_dir() and not self._has_python_tests(path))

    def _has_python_tests(self, folder: Path) -> bool:
        patterns = self.config.getini("python_files")
        return any(True for pattern in patterns for _ in folder.rglob(pattern))

    def chosen(self, path: Path, feature: Feature) -> Sequence[Pickle]:
        """The scenarios of a file that the lines asked for mean; NoSuchLine if it ends before one of them."""
        from lostphone.gherkin.lines import at_lines

        lines = self.lines.get(path)
        return feature.pickles if lines is None else at_lines(feature, lines)

    def _plays(self, pickle: Pickle) -> bool:
        language = self.config.option.lostphone_lang
        return language in (None, pickle.language) and (self.tags is None or self.tags.selects(pickle.tags))

    def apply(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        """Deselect by tags and language, and refuse an id that two files use."""
        if not self._met_features:
            return
        from lostphone.pytest_plugin.item import ScenarioItem

        stories = [item for item in items if isinstance(item, ScenarioItem)]
        _refuse_shared_ids(stories)
        if config.option.markexpr:
            _register_tags(config, stories)
        left_out = [item for item in stories if not self._plays(item.pickle)]
        if left_out:
            config.hook.pytest_deselected(items=left_out)
            gone = dict.fromkeys(left_out)
            items[:] = [item for item in items if item not in gone]


def _take_lines(config: pytest.Config, here: Path) -> dict[Path, tuple[int, ...]]:
    """Strip `:12` from the arguments and say by file which lines they named."""
    lines: dict[Path, tuple[int, ...]] = {}
    whole: list[Path] = []
    for position, arg in enumerate(config.args):
        if found := _WITH_LINES.fullmatch(arg):
            config.args[position] = found["path"]
            path = _path(found["path"], here)
            lines[path] = (*lines.get(path, ()), *(int(line) for line in found["lines"][1:].split(":")))
        elif arg.endswith(".feature") and "::" not in arg:
            whole.append(_path(arg, here))
    for path in whole:
        lines.pop(path, None)
    for arg in config.option.lostphone_lines:
        if found := _WITH_LINES.fullmatch(arg):
            lines[_path(found["path"], here)] = tuple(int(line) for line in found["lines"][1:].split(":"))
    return lines


def _path(arg: str, here: Path) -> Path:
    return absolute_path(here / arg.partition("::")[0])


def _register_tags(config: pytest.Config, stories: list[ScenarioItem]) -> None:
    """Let `-m` speak of tags where markers are strict.

    A marker whose name has a colon cannot be registered, so `rule:code.zeros` is known as
    `rule.code.zeros` too, and the expression is rewritten to say that.
    """
    tags = dict.fromkeys(tag for story in stories for tag in story.pickle.tags)
    for tag in sorted(tags, key=len, reverse=True):
        dotted = tag.replace(":", ".")
        config.addinivalue_line("markers", f"{dotted}: a tag of a feature file")
        if dotted != tag:
            config.option.markexpr = config.option.markexpr.replace(tag, dotted)
    for story in stories:
        for tag in story.pickle.tags:
            if ":" in tag:
                story.add_marker(tag.replace(":", "."))


def _refuse_shared_ids(stories: list[ScenarioItem]) -> None:
    first: dict[tuple[str, str], tuple[str, int]] = {}
    for pickle in (story.pickle for story in stories):
        place = (pickle.uri, pickle.line)
        taken = first.setdefault((pickle.id, pickle.language), place)
        if taken != place:
            raise pytest.UsageError(
                f"{pickle.uri}:{pickle.line}: @id:{pickle.id} is taken by {taken[0]}:{taken[1]}"
            )
