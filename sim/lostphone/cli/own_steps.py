"""The steps of a project's own, from the conftests that `lostphone run` executes too."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lostphone.cli.in_pytest import in_pytest
from lostphone.cli.pytest_run import Request
from lostphone.gherkin.own_steps import OwnSteps

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
    """A plugin of pytest that keeps what Lostphone's own plugin tells."""

    own: OwnSteps | None = None

    def pytest_lostphone_own_steps(self, own: OwnSteps) -> None:
        self.own = own
