"""Finds scenarios from what a person types: an id, a file and line, or words of a name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lostphone.base.suggest import near
from lostphone.cli.selection import check_no_saved_story
from lostphone.cli.usage import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lostphone.gherkin.pickles import Feature, Pickle


def shipped_pickles(lang: str) -> Iterator[Pickle]:
    """Every scenario that comes with Lostphone, in one language, in file order."""
    from lostphone.gherkin.shipped import feature_files, features_root

    root = features_root()
    for path in feature_files(root / lang):
        yield from _read(path, path.relative_to(root.parent).as_posix())


def find_scenarios(wanted: str, lang: str) -> list[Pickle]:
    """The scenario meant, or all that stand on a line. UsageError names near ones if none or several fit."""
    name, _, line = wanted.rpartition(":")
    if line.isascii() and line.isdecimal() and name.endswith(".feature"):
        return _on_line(Path(name), int(line[:9]))
    check_no_saved_story(wanted)
    if wanted.endswith(".feature"):
        return [_only_one(Path(wanted))]
    pickles = list(shipped_pickles(lang))
    for pickle in pickles:
        if wanted in (pickle.id, pickle.id.partition("#")[0]):
            return [pickle]
    fitting = [pickle for pickle in pickles if wanted.casefold() in f"{pickle.id} {pickle.name}".casefold()]
    if len(fitting) == 1:
        return fitting
    if fitting:
        listed = "\n".join(f"  {pickle.id}  {pickle.name}" for pickle in fitting[:12])
        raise UsageError.of("several", wanted=wanted, count=len(fitting), listed=listed)
    meant = _near(wanted, pickles)
    raise UsageError.of("no-scenario-near" if meant else "no-scenario", wanted=wanted, near=meant)


def _read(path: Path, uri: str) -> tuple[Pickle, ...]:
    return _feature(path, uri).pickles


def _feature(path: Path, uri: str) -> Feature:
    from lostphone.gherkin.pickles import read_feature
    from lostphone.gherkin.problems import FeatureError

    try:
        return read_feature(path, uri)
    except FeatureError as error:
        raise UsageError(str(error)) from None


def _on_line(path: Path, line: int) -> list[Pickle]:
    from lostphone.gherkin.lines import NoSuchLine, at_line

    if not path.is_file():
        raise UsageError.of("no-file", path=path)
    try:
        return at_line(_feature(path, str(path)), line)
    except NoSuchLine as error:
        raise UsageError(f"{path}: {error}") from None


def _only_one(path: Path) -> Pickle:
    if not path.is_file():
        raise UsageError.of("no-file", path=path)
    pickles = _read(path, str(path))
    if len(pickles) != 1:
        line = pickles[0].line if pickles else 12
        raise UsageError.of("not-one", path=path, count=len(pickles), line=line)
    return pickles[0]


def _near(wanted: str, pickles: list[Pickle]) -> tuple[str, ...]:
    return near(wanted, [pickle.id for pickle in pickles], most=3)
