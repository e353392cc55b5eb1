"""The steps of a project's own, from the conftests that `lostphone run` executes too."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from lostphone.cli.in_pytest import in_pytest
from lostphone.cli.pytest_run import Request
from lostphone.gherkin.own_steps import OwnSteps

if TYPE_CHECKING:
    from lostphone.gherkin.pickles import Pickle
    from lostphone.stories.performance import PlayedStep
    from lostphone.stories.story import Story

_CONFTEST = "conftest.py"


def own_steps(paths: Iterable[Path]) -> OwnSteps | None:
    """What the own steps say of the features at these paths; None if no conftest there can define any.

    Their conftests are executed; shipped features have none. UsageError if one cannot be read.
    """
    chosen = [str(path) for path in paths if _has_conftest(path)]
    if not chosen:
        return None
    request = Request.of(chosen, None, None, None, None, None, 0)
    if request.hermetic:
        return None
    listener = _Listener()
    in_pytest(["--collect-only", *request.arguments()], listener)
    return listener.own


def _has_conftest(path: Path) -> bool:
    """Beside the features, above or below them."""
    path = path.resolve()
    folder = path if path.is_dir() else path.parent
    above = any((one / _CONFTEST).is_file() for one in (folder, *folder.parents))
    return above or next(folder.rglob(_CONFTEST), None) is not None


class _Listener:
    """A plugin of pytest that keeps what Lostphone's own plugin tells of a project's steps."""

    own: OwnSteps | None = None

    def pytest_lostphone_own_steps(self, own: OwnSteps) -> None:
        self.own = own


def has_own_steps(pickle: Pickle) -> bool:
    """Whether a conftest defines a step of this scenario, so that pytest has to play it."""
    path = Path(pickle.uri)
    own = own_steps([path]) if path.is_file() else None
    known = None if own is None else own.of(path)
    return known is not None and any(known.meaning(step) for step in pickle.steps)


def perform_in_pytest(pickle: Pickle, seed: int, client: str) -> tuple[list[PlayedStep], Story | None]:
    """Play a scenario with the steps of its project; there is no story if none of its steps asks for one."""
    request = Request.of([f"{pickle.uri}:{pickle.line}"], None, None, None, None, None, seed, client)
    listener = _Performance(pickle)
    in_pytest(request.arguments(), listener)
    if listener.played is None:
        raise RuntimeError(f"pytest did not play {pickle.uri}:{pickle.line}")
    return listener.played, listener.story


class _Performance:
    """A plugin of pytest that keeps what the steps of one scenario did."""

    def __init__(self, pickle: Pickle) -> None:
        self._wanted = pickle.id, pickle.line
        self.played: list[PlayedStep] | None = None
        self.story: Story | None = None

    def pytest_lostphone_played(self, pickle: Pickle, played: list[PlayedStep], story: Story | None) -> None:
        if self.played is None and (pickle.id, pickle.line) == self._wanted:
            self.played, self.story = played, story
