"""A finding in files: the story in both languages, and the actions for `lostphone replay`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lostphone.base.whole_file import replace_file
from lostphone.explore.commands import command, replay_command, why_command
from lostphone.explore.feature import feature_of, story_lines
from lostphone.explore.finding import Finding, endings
from lostphone.explore.minimize import fails_as_told, passes_on_ours
from lostphone.gherkin.kinds import LANGUAGES
from lostphone.stories.recipe import SavedStory, write_story
from lostphone.stories.retelling import Untold

if TYPE_CHECKING:
    from lostphone.base.frozen import FrozenClock
    from lostphone.client.port import Client


@dataclass(frozen=True)
class WrittenFinding:
    """Where a finding lies. `features` are by language, and empty where no story fails as it was found."""

    features: dict[str, Path]
    story: Path | None
    steps: int
    command: str


#: Of a finding that could not be written.
UNWRITTEN = WrittenFinding({}, None, 0, "")


def write_finding(
    folder: Path, finding: Finding, make_client: Callable[[], Client], frozen: FrozenClock | None = None
) -> WrittenFinding:
    """Write the finding's files into the folder, which is made if need be; OSError if it cannot.

    The names depend on the rule and the seed alone. The client is played once more, to tell
    which of its refusals belong to the story. A feature that would not fail is not written.
    """
    codes = endings(finding.recipe, finding.actions, make_client, frozen)
    story = _write_story(folder, finding, _fingerprint(finding, make_client, frozen))
    try:
        steps = len(story_lines(finding, codes))
    except Untold:
        steps = len(finding.actions)
    if not fails_as_told(finding, make_client, frozen):
        return WrittenFinding({}, story, steps, why_command(finding.recipe.client, str(story)))
    own_answers = not passes_on_ours(finding, codes)
    features = {
        language: _write_feature(folder, finding, codes, language, own_answers) for language in LANGUAGES
    }
    return WrittenFinding(features, story, steps, command(finding.recipe, str(features["en"])))


def write_whole(folder: Path, finding: Finding) -> WrittenFinding:
    """Write the actions alone, of a finding that is not minimised yet; OSError."""
    story = _write_story(folder, finding)
    return WrittenFinding({}, story, len(finding.actions), replay_command(finding.recipe.client, str(story)))


def write_file(path: Path, content: bytes) -> None:
    """Write the whole file, in a folder that is made if need be, or leave what was there; OSError, named."""
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, content)


def _write_story(folder: Path, finding: Finding, fingerprint: str = "") -> Path:
    file = folder / f"{finding.name}.story"
    write_file(file, write_story(_saved(finding, fingerprint)))
    return file


def _saved(finding: Finding, fingerprint: str) -> SavedStory:
    title = f"{finding.judgement.oracle}: {finding.judgement.rule}"
    return SavedStory(finding.recipe, title, finding.actions, fingerprint)


def _fingerprint(finding: Finding, make_client: Callable[[], Client], frozen: FrozenClock | None) -> str:
    """By which a replay knows that it went the same way; "" for a client that does not even begin now."""
    from lostphone.client.port import ClientBroke
    from lostphone.stories.story import replay

    try:
        stage, _ = replay(_saved(finding, ""), make_client, frozen)
    except ClientBroke:
        return ""
    return stage.world.trace.fingerprint()


def _write_feature(
    folder: Path, finding: Finding, codes: Sequence[str], language: str, own_answers: bool
) -> Path:
    file = folder / (f"{finding.name}.feature" if language == "en" else f"{finding.name}.{language}.feature")
    write_file(file, feature_of(finding, codes, language, file.name, own_answers).encode())
    return file
