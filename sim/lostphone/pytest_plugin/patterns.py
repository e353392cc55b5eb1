"""The ini option `lostphone_features`: which feature files are collected in every run.

Patterns are written as in `.gitignore` files, relative to pytest's root folder, and `pathspec` reads them:
`**` is any number of folders, also none; `*.feature` is any depth; `features` is everything below it;
`!features/wip` takes files out again. `pathlib` cannot be used: before Python 3.13 its `**` is one folder.

>>> patterns = Patterns(["features/**/*.feature", "!features/wip"])
>>> [patterns.fit(Path("features") / name) for name in ("a.feature", "en/b.feature", "wip/c.feature")]
[True, True, False]

A pattern that fits no file is an error, because a suite that plays nothing passes. A file that fits and lies
where pytest does not look is an error too.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathspec import PathSpec

NAME = "lostphone_features"
_WILD = frozenset("*?[\\")


class Patterns:
    """`lines` are as they stand in the settings; a `./` before one says nothing."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = tuple(line.removeprefix("./") for line in lines)

    def fit(self, path: Path) -> bool:
        """Whether a path relative to the root folder fits."""
        return bool(self.lines) and self._all.match_file(path.as_posix())

    @cached_property
    def _all(self) -> PathSpec[Any]:
        return _spec(self.lines)

    def check(self, config: pytest.Config) -> None:
        """UsageError for a pattern that fits no file, and for files that this run would not come by."""
        where = f"{NAME} in {config.inipath}" if config.inipath else NAME
        root, left_out = config.rootpath, config.getini("norecursedirs")
        for line in self.lines:
            if line.startswith(("!", "#")):
                continue
            if next(_fitting(line, root, left_out), None) is None:
                raise pytest.UsageError(
                    f"{where}: no feature file below {root} fits '{line}'; patterns are written as in "
                    f".gitignore, and folders that norecursedirs names ({', '.join(left_out)}) are left out"
                )
        if config.args_source is pytest.Config.ArgsSource.TESTPATHS:
            self._check_testpaths(config, where, left_out)

    def _check_testpaths(self, config: pytest.Config, where: str, left_out: Sequence[str]) -> None:
        root = config.rootpath
        visited = [Path(os.path.abspath(config.invocation_params.dir / arg)) for arg in config.args]  # noqa: PTH100
        for line in self.lines:
            for path in _fitting(line, root, left_out):
                outside = not any(path.is_relative_to(folder) for folder in visited)
                if outside and self.fit(path.relative_to(root)):
                    raise pytest.UsageError(
                        f"{where}: {path.relative_to(root)} fits '{line}' and lies outside of testpaths "
                        f"({' '.join(config.getini('testpaths'))}), so it is never collected: add its folder"
                    )


def _spec(lines: Sequence[str]) -> PathSpec[Any]:
    from pathspec import PathSpec

    return PathSpec.from_lines("gitignore", lines)


def _fitting(line: str, root: Path, left_out: Sequence[str]) -> Iterator[Path]:
    """Feature files that one pattern fits, in folders that pytest goes into."""
    if line.startswith(("!", "#")):
        return
    spec = _spec([line])
    for folder, folders, files in os.walk(root / _fixed_part(line)):
        here = Path(folder)
        inside = here.relative_to(root).parts
        if any(_is_left_out(name, left_out) for name in inside) or (here / "pyvenv.cfg").exists():
            folders.clear()
            continue
        folders.sort()
        for name in sorted(files):
            if name.endswith(".feature") and spec.match_file((here / name).relative_to(root).as_posix()):
                yield here / name


def _is_left_out(name: str, left_out: Sequence[str]) -> bool:
    return any(fnmatch(name, pattern) for pattern in left_out)


def _fixed_part(line: str) -> str:
    """The folders before the first wild card: looking elsewhere would be in vain."""
    parts = line.strip("/").split("/")
    if len(parts) == 1 and not line.startswith("/"):
        return "."
    fixed = []
    for part in parts[:-1]:
        if _WILD & set(part):
            break
        fixed.append(part)
    return "/".join(fixed) or "."
