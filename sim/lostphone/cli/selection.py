"""What a person means by the paths they type: files, folders, FILE:LINE, shipped paths, scenario ids."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lostphone.base.suggest import likeness, near, nearest
from lostphone.cli.usage import UsageError
from lostphone.gherkin.complaints import complaint
from lostphone.gherkin.shipped import feature_files, features_root

if TYPE_CHECKING:
    from lostphone.gherkin.pickles import Pickle

_LINES = re.compile(r"(?P<path>.+\.feature)(?P<lines>(?::[0-9]{1,9})+)$")


@dataclass(frozen=True)
class SelectedPath:
    """A path, with the lines asked for if any; `shipped` if it comes with Lostphone."""

    path: Path
    lines: tuple[int, ...] = ()

    @property
    def shipped(self) -> bool:
        return self.path.resolve().is_relative_to(features_root().resolve())

    def __str__(self) -> str:
        return ":".join([str(self.path), *(str(line) for line in self.lines)])


def places(typed: Sequence[str], lang: str | None) -> Iterator[SelectedPath]:
    """The places meant; UsageError names near ones for what leads nowhere, and a line that a file has not."""
    root = features_root()
    if not typed:
        yield SelectedPath(root / lang if lang else root)
    for text in typed:
        found = _LINES.match(text)
        path = Path(found["path"] if found else text)
        lines = tuple(int(line) for line in found["lines"][1:].split(":")) if found else ()
        check_no_saved_story(text)
        if path.exists():
            yield _with_lines(path, lines)
        elif (root / path).exists():
            yield _with_lines(root / path, lines)
        else:
            yield from _with_id(text, lang)


def _with_lines(path: Path, lines: tuple[int, ...]) -> SelectedPath:
    from lostphone.gherkin.lines import NoSuchLine, at_lines
    from lostphone.gherkin.pickles import read_feature
    from lostphone.gherkin.problems import FeatureError

    if lines:
        # What is wrong with the file itself, the run will tell.
        with contextlib.suppress(FeatureError):
            try:
                at_lines(read_feature(path), lines)
            except NoSuchLine as error:
                raise UsageError(f"{path}: {error}") from None
    return SelectedPath(path, lines)


def check_no_saved_story(text: str) -> None:
    """UsageError for what another command plays."""
    if text.endswith(".story"):
        raise UsageError.of("saved-story", text=text)


def joined(asked: Iterable[SelectedPath]) -> Iterator[SelectedPath]:
    """Each path once: lines of one file together, and no lines if it is also asked for whole."""
    lines: dict[Path, tuple[int, ...]] = {}
    for place in asked:
        known = lines.setdefault(place.path, place.lines)
        if known != place.lines:
            lines[place.path] = (*known, *place.lines) if known and place.lines else ()
    return (SelectedPath(path, numbers) for path, numbers in lines.items())


def _with_id(text: str, lang: str | None) -> Iterator[SelectedPath]:
    known: dict[str, list[SelectedPath]] = {}
    for path, pickle in shipped(lang):
        for name in dict.fromkeys((pickle.id, pickle.id.partition("#")[0])):
            known.setdefault(name, []).append(SelectedPath(path, (pickle.line,)))
    if text not in known:
        _check_form(text)
        root = features_root()
        names = [*known, *(path.relative_to(root).as_posix() for path in feature_files(root))]
        found = near(text, names, most=3, cutoff=0.5)
        meant = tuple(name for name in found if _like(name, text))
        raise UsageError.of("no-place-near" if meant else "no-place", text=text, near=meant)
    yield from known[text]


def _check_form(text: str) -> None:
    """UsageError for what can lead nowhere as it is written."""
    if any(sign in text for sign in "*?["):
        raise UsageError.of("no-pattern", text=text)
    path, ending, line = text.partition(".feature:")
    if ending:
        file = f"{path}.feature"
        if not Path(file).exists() and not (features_root() / file).exists():
            raise UsageError.of("no-file-quoted", path=file)
        raise UsageError.of("no-line", line=line, text=text, file=file)


def _like(name: str, text: str) -> bool:
    """Whether a file of that name may have been meant: folders alike do not make files alike."""
    known, typed = (one.rpartition("/")[2].removesuffix(".feature") for one in (name, text))
    return not text.endswith(".feature") or likeness(typed, known) > 0.6


def shipped(lang: str | None) -> Iterator[tuple[Path, Pickle]]:
    """Every shipped scenario with its file; files that cannot be read are left to the run to report."""
    root = features_root()
    return pickles_at(root / lang if lang else root)


def pickles_at(path: Path) -> Iterator[tuple[Path, Pickle]]:
    """Every scenario at or below a path."""
    from lostphone.gherkin.pickles import read_feature
    from lostphone.gherkin.problems import FeatureError

    for file in feature_files(path):
        try:
            feature = read_feature(file)
        except FeatureError:
            continue
        yield from ((file, pickle) for pickle in feature.pickles)


def nothing_selected(
    asked: Sequence[SelectedPath], tags: str | None, lang: str | None, keyword: str | None
) -> str:
    """Why a run would play nothing, with what there would have been."""
    language = lang or "en"
    where = ", ".join(str(place) for place in asked)
    there = [pickle for place in asked for _, pickle in pickles_at(place.path)]
    if not there:
        return complaint(language, "nothing-there", where=where)
    narrowed = [f"--tags '{tags}'"] if tags else []
    narrowed += [f"--lang {lang}"] if lang else []
    narrowed += [f"-k '{keyword}'"] if keyword else []
    options = complaint(language, "and").join(narrowed) or complaint(language, "these-lines")
    message = complaint(language, "fits-none", number=len(there), where=where, narrowed=options)
    return message + (_unknown_tags(tags, there, language) if tags else "")


def _unknown_tags(tags: str, there: Sequence[Pickle], language: str) -> str:
    from lostphone.gherkin.tags import TagExpression

    known = sorted({tag for pickle in there for tag in pickle.tags})
    hints = []
    for name in TagExpression(tags).names():
        if name not in known:
            near = nearest(name, known)
            hint = complaint(language, "did-you-mean-tag", near=near) if near else ""
            hints.append(complaint(language, "unknown-tag", name=name) + hint)
    return "".join(hints)
