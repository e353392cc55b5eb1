"""Finds a scenario from what a person types: an id, a file and line, or words of its name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lostphone.cli.asked import check_no_saved_story
from lostphone.cli.usage import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lostphone.gherkin.pickles import Pickle


def shipped_pickles(lang: str) -> Iterator[Pickle]:
    """Every scenario that comes with Lostphone, in one language, in file order."""
    from lostphone.gherkin.shipped import feature_files, features_root

    root = features_root()
    for path in feature_files(root / lang):
        yield from _read(path, path.relative_to(root.parent).as_posix())


def find_scenario(wanted: str, lang: str) -> Pickle:
    """The one scenario meant. UsageError names the near ones when none or several fit."""
    name, _, line = wanted.rpartition(":")
    if line.isdecimal() and name.endswith(".feature"):
        return _on_line(Path(name), int(line))
    check_no_saved_story(wanted)
    if wanted.endswith(".feature"):
        return _only_one(Path(wanted))
    pickles = list(shipped_pickles(lang))
    for pickle in pickles:
        if wanted in (pickle.id, pickle.id.partition("#")[0]):
            return pickle
    fitting = [pickle for pickle in pickles if wanted.casefold() in f"{pickle.id} {pickle.name}".casefold()]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        listed = "\n".join(f"  {pickle.id}  {pickle.name}" for pickle in fitting[:12])
        raise UsageError(f"'{wanted}' fits {len(fitting)} scenarios; give the id of one:\n{listed}")
    raise UsageError(f"no scenario is called '{wanted}'{_near(wanted, pickles)}")


def _read(path: Path, uri: str) -> tuple[Pickle, ...]:
    from lostphone.gherkin.pickles import read_feature
    from lostphone.gherkin.problems import FeatureError

    try:
        return read_feature(path, uri).pickles
    except FeatureError as error:
        raise UsageError(str(error)) from None


def _on_line(path: Path, line: int) -> Pickle:
    if not path.is_file():
        raise UsageError(f"there is no file {path}")
    pickles = _read(path, str(path))
    exact = [pickle for pickle in pickles if line in (pickle.line, pickle.scenario_line)]
    before = [pickle for pickle in pickles if pickle.scenario_line <= line]
    if not before and not exact:
        raise UsageError(f"no scenario begins on or before line {line} of {path}")
    return exact[0] if exact else before[-1]


def _only_one(path: Path) -> Pickle:
    if not path.is_file():
        raise UsageError(f"there is no file {path}")
    pickles = _read(path, str(path))
    if len(pickles) != 1:
        line = pickles[0].line if pickles else 12
        raise UsageError(f"'{path}' holds {len(pickles)} scenarios: add the line of one, as in {path}:{line}")
    return pickles[0]


def _near(wanted: str, pickles: list[Pickle]) -> str:
    import difflib

    near = difflib.get_close_matches(wanted, [pickle.id for pickle in pickles], n=3, cutoff=0.6)
    return f"; did you mean {' or '.join(near)}?" if near else "; `lostphone rules` lists them"
